"""The target Jekyll: Psych (YAML 1.1), and dates as Ruby's `Time.parse` reads them.

Measured with Jekyll 4.3.1. An unquoted time without a zone is in UTC, a quoted one in the site's
zone. A date that cannot be read stops the build; YAML that cannot be read loses the front matter.
`published: false` hides a post, and so does an empty `published`; a `draft` key does not. What
is no text in the place of `slug` or `permalink` stops the build, a number in that of `categories`
loses the front matter. To Liquid a key without a value is as one that is not there, also to
`contains`; an empty text or list is true.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import Any, Literal

from newslint.files import ask
from newslint.generators.answers import PageDay, TemplateCode, Unbuilt, ValueList, YamlQuirks
from newslint.generators.base import fact
from newslint.generators.fences import FencePolicy, forms
from newslint.generators.inherited import NOTHING, Inherited
from newslint.generators.jekyll import names
from newslint.generators.jekyll.dates import is_guessed, ruby_date
from newslint.generators.jekyll.defaults import SiteDefaults
from newslint.generators.jekyll.scalars import psych_kind, psych_time
from newslint.generators.jekyll.url import (
    UrlRules,
    day_of_name,
    has_day,
    has_slug,
    on_clock,
    parse_path,
    post_url,
    read_rules,
    written_at,
)
from newslint.generators.shared.pages import (
    is_bool,
    make_page,
    role_keys,
    terms_of,
    text_of,
    values_of,
)
from newslint.generators.shared.strict_slugs import StrictSlugs
from newslint.generators.site_config import read_yaml, text_in
from newslint.model.article import Content, DateReading, Page
from newslint.model.clock import Clock
from newslint.model.facts import Published
from newslint.model.records import dataclass
from newslint.model.values import Kind, ListValue, Scalar, Value
from newslint.text.dates import in_zone

KEYS = frozenset({
    "author", "categories", "category", "date", "description", "excerpt", "excerpt_separator",
    "image", "lang", "last_modified_at", "layout", "permalink", "published", "redirect_from",
    "redirect_to", "render_with_liquid", "sitemap", "slug", "tag", "tags", "title",
})  # fmt: skip
"""Front matter keys that Jekyll or the plugins of GitHub Pages read."""

_ROLE_KEYS = role_keys(
    {
        "date": ("date",),
        "lastmod": ("last_modified_at", "lastmod", "updated", "modified", "updated_at"),
        "url": ("permalink",),
        "tags": ("tags", "tag"),
        "categories": ("categories", "category"),
    }
)


FENCES = FencePolicy(
    missed=forms(
        "empty-lines spaces-before opening-comment opening-text opening-long opening-missing"
        " closing-long closing-text closing-dashes closing-indented bare-cr unclosed"
    ),
    dots_close=True,
)
"""Measured with Jekyll 4.3."""

QUIRKS = YamlQuirks(paired_escapes=True)
TEMPLATES = TemplateCode("tags", frozenset(("render_with_liquid",)))
_DATE_KEYS = {"date": "date"}

OWN_DATES = frozenset(
    (
        "9999-99-99 99:99:99 +9999",
        "9999-99-99 99:99 +9999",
    )
)
"""What `jekyll new` and jekyll-compose write."""


@dataclass(frozen=True, eq=False, kw_only=True)
class Jekyll(StrictSlugs):
    """`timezone` is the config's own. Only the URLs of posts are predicted.

    `rules` is None without a site config, and where something in the site may put posts elsewhere:
    a plugin of its own, or defaults for what URLs are made of. `reads_names`: no plugin of the site
    has files become posts that Jekyll itself leaves out. `shows_future`: the site's config
    has what lies ahead built.
    """

    name = "jekyll"
    title = "Jekyll"
    fences = FENCES
    front_matter_needed = True
    needs_title = True
    taxonomies: tuple[str, ...] = ("categories", "category", "tag", "tags")
    known_keys: frozenset[str] = KEYS
    role_keys: Mapping[str, tuple[str, ...]] = fact(_ROLE_KEYS)
    quirks = QUIRKS
    date_keys = _DATE_KEYS
    own_dates = OWN_DATES
    hides = ("published", "false")
    published = "flag"
    hides_unsaid = True
    read_dates = ("date",)
    needs_text = frozenset(("url",))
    reads_listed_date = True
    date_forms_known = True
    needed_dates = ("date",)
    dated_names: bool | None = True
    splits_terms = "spaces"
    nested_terms = "flat"
    no_number_terms = frozenset(("tags", "categories"))
    slug_is_path = False
    slug_names_file = True
    refuses_symbols = True
    template_code = TEMPLATES
    null_inherits = True
    null_is_absent = True
    rules: UrlRules | None = None
    defaults: SiteDefaults | None = None
    root: Path | None = None
    config: Mapping[str, Any] = fact({})
    reads_names: bool = False
    shows_future: bool | None = False
    headings: Literal["", "pages", "all"] = ""

    def kind(self, plain: str) -> Kind:
        """What Psych makes of a plain scalar."""
        return psych_kind(plain)

    def misreads(self, text: str) -> bool:
        """True for 31 June, which is 1 July, and for a month by its name with numbers around it."""
        return is_guessed(text)

    def date(self, value: Scalar, zone: str) -> DateReading | None:
        """The date on a machine whose zone is the site's."""
        zone = zone or self.timezone
        match value.kind:
            case "date":
                return psych_time(value.text) or ruby_date(value.text, zone)
            case "string":
                return ruby_date(value.text, zone)
            case "int":
                found = ruby_date(value.text.replace("_", "").replace(",", ""), zone)
                return found and found._replace(numeric=True)
        return None

    def holds(self, path: str) -> bool:
        """True for a document of a collection, as posts and drafts are; pages are none."""
        folders = path.split("/")[:-1]
        if not self.content:
            return any(folder[:1] == "_" for folder in folders)
        inside = any(path.startswith(f"{folder}/") for folder in self.content)
        return inside or "_posts" in folders or "_drafts" in folders

    def section(self, path: str) -> str:
        """The collection, else the first folder."""
        folders = path.split("/")[:-1]
        for depth, folder in enumerate(folders, 1):
            if folder[:1] == "_":
                return "/".join(folders[:depth])
        return super().section(path)

    def titled_by_name(self, path: str) -> bool:
        """True for documents: the title is made of the slug in the name."""
        return self.holds(path)

    def titled_by_heading(self, path: str) -> bool | None:
        """Where the plugin for it is there; in collections it has to be told."""
        return self.headings == "all" or (self.headings == "pages" and not self.holds(path))

    def needs_front_matter(self, path: str) -> bool | None:
        """A file without is no page: it is copied as it is, which HTML may be meant for."""
        return True if self.holds(path) or not path.endswith((".html", ".htm")) else None

    def sees_past_bom(self, path: str) -> bool | None:
        """In posts, and in nothing else."""
        return "_posts/" in path

    def inherited(self, path: str) -> Inherited:
        """The front matter defaults of the site's config."""
        return self.defaults.inherited(path) if self.defaults else NOTHING

    def listed(self, role: str, path: str) -> ValueList | None:
        """The authors in the data folder, where they have keys."""
        return self.authors if role == "author" else None

    @cached_property
    def authors(self) -> ValueList | None:
        """The site's list of authors, read once."""
        from newslint.generators.jekyll.authors import read_authors

        return read_authors(self.root, self.config) if self.root else None

    def page_day(self, article: Content) -> PageDay | None:
        """The day in a post's URL, on the site's clock."""
        values, place = values_of(article), parse_path(article.path)
        if self.rules is None or place is None or not has_day(self.rules, values):
            return None
        zone, value = article.timezone, values.get("date")
        found = self.date(value, zone) if isinstance(value, Scalar) else None
        moment = on_clock(found, zone)
        return None if moment is None else PageDay(moment.date(), "date")

    def needs_text_slug(self, article: Content) -> bool:
        """True for posts whose URL is made of the slug, as it is by every style of permalinks."""
        if parse_path(article.path) is None or "permalink" in values_of(article):
            return False
        return self.rules is None or has_slug(self.rules)

    def goes_by_date(self, article: Content) -> bool:
        """True for posts and what is in other collections; pages are shown."""
        return article.path.startswith("_") or "/_" in article.path

    def unbuilt(self, article: Content) -> Unbuilt | None:
        """Why a file in `_posts` is no post; None without a site config."""
        values = values_of(article)
        hidden = is_bool(values.get("published"), False) or is_bool(values.get("draft"), True)
        if not self.reads_names or hidden:
            return None
        value = values.get("date")
        found = self.date(value, article.timezone) if isinstance(value, Scalar) else None
        day = None if found is None else found.moment.date()
        dated = isinstance(value, Scalar) and value.kind != "null"
        return names.unbuilt(article.path, day, dated=dated)

    def page(self, article: Content) -> Page | None:
        """Date (a post's own from its name where `date` is not there), terms and a post's URL."""
        values, place = values_of(article), parse_path(article.path)
        if _is_number(values.get("categories")):
            return None  # the front matter is lost
        zone = article.timezone
        value = values.get("date")
        found = self.date(value, zone) if isinstance(value, Scalar) else None
        if value is None and self.holds(article.path) and (day := day_of_name(article.path)):
            found = DateReading(in_zone(day, zone), False, True, "file name")
        terms = _terms(values, place.categories if place else ())
        url = None
        if self.rules is not None and place is not None and _are_texts(values):
            moment = on_clock(found, zone)
            url = post_url(self.rules, place, values, moment, terms["categories"])
        hidden = self._is_unpublished(article.path, values) or "/_drafts/" in f"/{article.path}"
        return make_page(hidden, [("date", found)], terms, url)

    def published_at(self, article: Content, clock: Clock) -> Published | None:
        """Where a post is written: at its URL, as a file, of those that are built now.

        Plugins build the posts of each language apart, so that it belongs to the place.
        """
        page = self.page(article) if self.reads_names else None
        if page is None or page.url is None or page.draft or self.unbuilt(article) is not None:
            return None
        date = dict(page.dates).get("date")
        if date is None or not (self.shows_future or clock.reached(datetime.fromisoformat(date))):
            return None
        language = text_of(values_of(article).get("lang")) or ""
        return Published(written_at(page.url), language, host=language)

    def _is_unpublished(self, path: str, values: Mapping[str, Value]) -> bool:
        own = values.get("published")
        if not (isinstance(own, Scalar) and own.kind == "null"):
            inherited = self.inherited(path).values.get("published") == "false"
            return is_bool(own, False) if own is not None else inherited
        inherited = self.inherited(path).values.get("published")
        return inherited in (None, "false")  # empty hides, too


def _terms(values: Mapping[str, Value], folders: tuple[str, ...]) -> dict[str, list[str]]:
    """Tags and categories: a text is split at blanks, that of the singular key is one term."""
    terms = {}
    for plural, single in (("tags", "tag"), ("categories", "category")):
        given = values.get(plural)
        many = text_of(given)
        found = many.split() if many is not None else terms_of(given)
        if _is_number(given):
            found = []
        one = terms_of(values.get(single))
        terms[plural] = one or found
        if plural == "categories":
            terms[plural] = list(dict.fromkeys((*folders, *found, *one)))
    return terms


def _is_number(value: Value | None) -> bool:
    return isinstance(value, Scalar) and value.kind in ("int", "float", "bool")


def _are_texts(values: Mapping[str, Value]) -> bool:
    """False for terms that are numbers or booleans, at some of which Jekyll gives up."""
    fields = (values.get(key) for key in ("categories", "category", "tags", "tag"))
    items = (item for value in fields if value for item in _singles(value))
    return all(isinstance(item, Scalar) and item.kind in ("string", "null") for item in items)


def _singles(value: Value) -> tuple[Value, ...]:
    return value.items if isinstance(value, ListValue) else (value,)


def from_mapping(config: Mapping[str, Any], root: Path | None = None) -> Jekyll:
    """The target for a site with this config, all its single values being texts."""
    return Jekyll(
        timezone=text_in(config, "timezone"),
        content=_content(config, root),
        defaults=SiteDefaults(config),
        root=root,
        config=config,
        reads_names=names.are_jekylls_own(root, config),
        rules=None if root and ask.is_folder(root / "_plugins") else read_rules(config),
        shows_future=text_in(config, "future").lower() == "true",
        headings=_headings(config),
    )


def _headings(config: Mapping[str, Any]) -> Literal["", "pages", "all"]:
    """Where jekyll-titles-from-headings takes titles from headings (its `generator.rb`)."""
    lists = [config.get(key) for key in ("plugins", "gems")]
    named = [name for names in lists if isinstance(names, list) for name in names]
    told = config.get("titles_from_headings")
    told = told if isinstance(told, dict) else {}
    if "jekyll-titles-from-headings" not in named or text_in(told, "enabled").lower() == "false":
        return ""
    return "all" if text_in(told, "collections").lower() == "true" else "pages"


def read_site(root: Path) -> Jekyll:
    """The target for the site in that folder. Raises ValueError for a config that is unreadable."""
    return from_mapping(read_yaml(root, ("_config.yml", "_config.yaml")), root)


def _content(config: Mapping[str, Any], root: Path | None) -> tuple[str, ...]:
    """`_posts`, `_drafts` and the collections; those in folders right below the root too."""
    source = text_in(config, "source").strip("./")
    inner = f"{source}/{text_in(config, 'collections_dir').strip('./')}".strip("/")
    collections = config.get("collections")
    own = [f"_{name}" for name in collections] if isinstance(collections, list | dict) else []
    found = dict.fromkeys(_below(inner, name) for name in ("_posts", *own))
    found |= dict.fromkeys((_below(source, "_drafts"), _below(inner, "_drafts")))
    if root is not None:
        found |= dict.fromkeys(_nested(root, source))
        found |= dict.fromkeys(_below(source, name) for name in names.unread_folders(root, config))
    return tuple(found)


def _below(folder: str, name: str) -> str:
    return f"{folder}/{name}" if folder else name


def _nested(root: Path, source: str) -> list[str]:
    """The folders `news/_posts`: `news` becomes a category of the posts in them."""
    found = []
    try:
        names = [name for name in ask.folders(root / source, "links") if name[0] not in "._"]
    except OSError:
        return []
    for name in names:
        folders = (_below(source, f"{name}/{own}") for own in ("_posts", "_drafts"))
        found += [folder for folder in folders if ask.is_folder(root / folder)]
    return found
