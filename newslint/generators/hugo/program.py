"""Hugo: what the program makes of an article of one site."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from newslint.generators.answers import PageDay, ReservedKey, TemplateCode, YamlQuirks
from newslint.generators.base import Generator
from newslint.generators.fences import FencePolicy, forms
from newslint.generators.hugo.config import CASCADED, Language, SiteConfig, from_mapping
from newslint.generators.hugo.date_layouts import hugo_date
from newslint.generators.hugo.scalars import hugo_kind
from newslint.generators.hugo.slugs import slugify, vanishes
from newslint.generators.hugo.terms import term_key, term_path
from newslint.generators.inherited import NOTHING, Inherited
from newslint.generators.role_keys import USUAL_KEYS
from newslint.model.article import Content, DateReading, Page
from newslint.model.clock import Clock
from newslint.model.facts import Facts, MadePage, Published, Telling
from newslint.model.node import Node
from newslint.model.records import dataclass, field
from newslint.model.values import Kind, Scalar

if TYPE_CHECKING:
    from newslint.generators.hugo.cascade import Cascades
    from newslint.generators.hugo.published import Pages
    from newslint.generators.hugo.url import TermUrls

KEYS = frozenset(
    {
        "aliases",
        "audio",
        "build",
        "cascade",
        "content",
        "date",
        "description",
        "draft",
        "expirydate",
        "headless",
        "images",
        "iscjklanguage",
        "keywords",
        "lang",
        "lastmod",
        "layout",
        "linktitle",
        "markup",
        "menu",
        "menus",
        "modified",
        "outputs",
        "params",
        "path",
        "pubdate",
        "publishdate",
        "published",
        "resources",
        "series",
        "sitemap",
        "sites",
        "slug",
        "summary",
        "title",
        "translationkey",
        "type",
        "unpublishdate",
        "url",
        "videos",
        "weight",
    }
)
"""Front matter keys that Hugo or its own templates read."""

ROLE_KEYS: Mapping[str, tuple[str, ...]] = {
    **USUAL_KEYS,
    "title": ("title",),
    "date": ("date",),
    "lastmod": ("lastmod", "modified"),
    "publishdate": ("publishdate", "pubdate", "published"),
    "expirydate": ("expirydate", "unpublishdate"),
    "url": ("url",),
}
"""The keys of the roles; `url` is the page's own path in Hugo and never a link."""


FENCES = FencePolicy(
    missed=forms("opening-missing"),
    stops=forms("opening-long closing-dots closing-dashes closing-indented unclosed"),
    toml=True,
    json=True,
    carriage_return=True,
    org=True,
    reference=True,
)
"""Measured with Hugo 0.168."""


_READERS = """ad adoc asciidoc asciidocext goldmark htm html markdown md mdown org pandoc pdc
rst"""
_SINGLE_KEYS: Mapping[str, ReservedKey] = {
    "url": ReservedKey("path"),
    "params": ReservedKey("mapping"),
    "build": ReservedKey("mapping"),
    "sites": ReservedKey("mapping"),
    "cascade": ReservedKey("mapping or list"),
    "_build": ReservedKey("nothing", instead="build"),
    "markup": ReservedKey("name", frozenset(("", *_READERS.split())), "markdown"),
    "sitemap": ReservedKey("mapping", ignored=True),
    "resources": ReservedKey("list", ignored=True),
}

QUIRKS = YamlQuirks(tabs=True, merges=True, headers="bare", open_item="Hugo")
TEMPLATES = TemplateCode("shortcodes")
_TOP_KEYS = frozenset(
    ("title", "date", "draft", "lastmod", "publishdate", "expirydate", "slug", "aliases", "tags",
     "categories")
)  # fmt: skip
_OWN_TABLES = {
    "params": _TOP_KEYS - {"date", "draft"},
    "menu.*": frozenset(("title",)),
    "menus.*": frozenset(("title",)),
    "resources": frozenset(("title",)),
    "sitemap": frozenset[str](),
    "build": frozenset[str](),
    "cascade": None,
}
_DATE_ALIASES = {
    "pubdate": ("publishdate", "publishDate"),
    "published": ("publishdate", "publishDate"),
    "modified": ("lastmod", "lastmod"),
    "unpublishdate": ("expirydate", "expiryDate"),
}
_DATE_KEYS = {"date": "date", "lastmod": "lastmod", "expirydate": "expiryDate"}


@dataclass(frozen=True, eq=False, kw_only=True)
class Hugo(Generator):
    """With no site config nothing is known of URLs; the rest is as Hugo's defaults.

    `timezone` is the zone of dates without one (empty: UTC), `taxonomies` the site's own in
    alphabetical order, `known_keys` Hugo's keys with those of the site's taxonomies and dates; in
    `role_keys` the keys that the site's config gives a date come first. `outputs` are the names
    (lower case) of all output formats; None when they are not all known.
    """

    name = "hugo"
    title = "Hugo"
    fences = FENCES
    front_matter_needed = True
    needs_title = True
    quirks = QUIRKS
    proved = frozenset(("dates", "delimiters", "quotes", "references"))
    image_roots = ("static", "assets", "content")
    ignores_key_case = True
    date_keys = _DATE_KEYS
    date_aliases = _DATE_ALIASES
    image_key = "images"
    alias_key = "aliases"
    top_keys = _TOP_KEYS
    own_tables = _OWN_TABLES
    hides = ("draft", "true")
    published = "date"
    date_forms_known = True
    splits_terms = "no"
    nested_terms = "all lost"
    refuses_empty_date = True
    shown_from = ("publishdate", "date", "lastmod")
    raw_html_setting = "markup.goldmark.renderer.unsafe"
    escapes_texts = True
    markdown_summary = True
    makes_summary = True
    template_code = TEMPLATES
    needs_lists = "terms"
    splits_keywords = True
    slug_is_path = False
    slug_names_file = True
    slug_is_folder = True
    keeps_escapes = True
    sections_are_pages = True
    outputs: frozenset[str] | None = None
    site: SiteConfig = field(default_factory=lambda: from_mapping({}))
    sited: bool = False

    def kind(self, plain: str) -> Kind:
        """What goccy/go-yaml makes of a plain scalar."""
        return hugo_kind(plain)

    def date(self, value: Scalar, zone: str) -> DateReading | None:
        """The date as Hugo reads it; where `zone` is empty, in the site's own zone."""
        return hugo_date(value.text, value.kind, zone or self.timezone)

    def language(self, path: str) -> str:
        """The code of the language, where the site has several."""
        if len(self.site.languages) < 2:
            return ""
        from newslint.generators.hugo.paths import parse_path

        place = parse_path(path, self.site)
        return place.language.code if place else ""

    def slug(self, text: str) -> str | None:
        """The form of a slug that gives the same URL in one step; None without a site config."""
        if not self.sited:
            return None
        language = self.site.default
        return slugify(text, lower=language.lower, remove_accents=language.remove_accents)

    def slug_vanishes(self, text: str) -> bool | None:
        """True when the page would be published in the place of its section's page."""
        return vanishes(text)

    def term_path(self, term: str) -> str | None:
        """The part of the URL of the term's page after its taxonomy."""
        language = self.site.default
        return term_path(term, lower=language.lower, remove_accents=language.remove_accents)

    def filed_under(self, term: str) -> str | None:
        """Lower case, with hyphens for spaces."""
        return term_key(term)

    def page_day(self, article: Content) -> PageDay | None:
        """The day in the file's name, where the site's config has it count before the date."""
        if not self.dated_names:
            return None
        from newslint.generators.hugo.page import named_day

        day = named_day(self.site, article)
        return None if day is None else PageDay(day, "file name")

    def page(self, article: Content) -> Page | None:
        """URL, draft, dates and terms; the URL is None without a site config."""
        from newslint.generators.hugo.page import make_page

        page = make_page(self.site, article, self.inherited(article.path), self._term_urls)
        return page if self.sited else page._replace(url=None)

    def page_reads(self, key: str) -> bool:
        """True for the keys of dates, URL, draft flag and terms, in whatever language."""
        return key in self._page_keys

    @cached_property
    def _page_keys(self) -> frozenset[str]:
        languages = (self.site.default, *self.site.languages.values())
        dates = {key for one in languages for chain in one.chains.values() for key in chain}
        terms = {taxonomy for one in languages for taxonomy in one.taxonomies}
        return CASCADED | dates | terms | {"draft", "published", "params"}

    def published_at(self, article: Content, clock: Clock) -> Published | None:
        """Where the page is written, of pages that are neither drafts nor ahead nor expired."""
        return self._pages.published_at(article, clock) if self.sited else None

    def node(self, article: Content, clock: Clock) -> Node | None:
        """Of two files for one place in the tree Hugo builds one."""
        return self._pages.node(article, clock) if self.sited else None

    def telling(self, facts: Facts) -> Iterable[Telling]:
        """Its place among the lists, its section, its terms and its other outputs."""
        return self._telling(self.site, facts) if self.sited else ()

    def made_pages(self, told: Iterable[Telling]) -> Iterable[MadePage]:
        """Lists that have no file, with their feeds, and the few pages of the whole site."""
        from newslint.generators.hugo.made import made_pages

        return made_pages(self.site, told, self._term_urls, self.cascades) if self.sited else ()

    def lists_with(
        self, article: Content, published: Published | None, clock: Clock
    ) -> Collection[str]:
        """None where the site wants no pages of terms; a page that only lists know stands there."""
        return self._pages.lists_with(article, clock) if self.sited else ()

    def alias_at(self, alias: str, page: Published) -> str | None:
        """One with a slash in front counts from the root of the page's language."""
        from newslint.generators.hugo.published import alias_at

        return alias_at(self.site, alias, page)

    def inherited(self, path: str) -> Inherited:
        """What `cascade` hands down, of the config and of the sections above the page."""
        return self.cascades.inherited(path) if self.sited else NOTHING

    # An import where it is needed takes three microseconds each time: once is enough.

    @cached_property
    def _pages(self) -> Pages:
        from newslint.generators.hugo.published import Pages

        return Pages(self.site, self.cascades)

    @cached_property
    def _is_page(self) -> Callable[[SiteConfig, Content], bool]:
        from newslint.generators.hugo.page import is_page

        return is_page

    @cached_property
    def _telling(self) -> Callable[[SiteConfig, Facts], Iterable[Telling]]:
        from newslint.generators.hugo.made import telling

        return telling

    @cached_property
    def _term_urls(self) -> TermUrls:
        from newslint.generators.hugo.url import TermUrls

        return TermUrls(self.site)

    @cached_property
    def cascades(self) -> Cascades:
        """The site's cascades, each read once."""
        from newslint.generators.hugo.cascade import Cascades

        return Cascades(self.site)

    def printed_raw(self, key: str) -> bool | None:
        """Of the summary the layouts tell, where they are all here."""
        return False if key == "summary" and self.sited and self._prints_markdown else None

    @cached_property
    def _prints_markdown(self) -> bool:
        from newslint.generators.hugo.layouts import prints_markdown

        return prints_markdown(self.site)

    def is_page(self, article: Content) -> bool:
        """False for what lies in the bundle of another page, and for what is not rendered."""
        return self._is_page(self.site, article)

    def needs_front_matter(self, path: str) -> bool | None:
        """A section's page needs none: an empty one makes a list of what is in its folder."""
        return not path.rpartition("/")[2].startswith("_index.")

    def lacks_shortcode(self, name: str, article: Content) -> bool:
        """False where a theme that is not here may bring it, or no site is known."""
        from newslint.generators.hugo.shortcodes import lacks

        return not self.site.themed and lacks(name, article)


def with_site(site: SiteConfig | None) -> Hugo:
    """Hugo for the site with this config; None: without one."""
    known = site or from_mapping({})
    language = known.default
    outputs = known.outputs if site else None
    return Hugo(
        timezone=language.timezone,
        usual_zone="UTC" if site else "",
        dated_names=":filename" in language.chains["date"] if site else None,
        content=tuple("/".join(mount.folder) for mount in known.mounts or ()) if site else (),
        taxonomies=language.taxonomies,
        known_keys=_known_keys(language),
        role_keys=_role_keys(language),
        reserved_keys={**_SINGLE_KEYS, "outputs": ReservedKey("names", outputs)},
        raw_html=known.raw_html if site else None,
        shows_future=known.future,
        shows_expired=known.expired,
        outputs=outputs,
        site=known,
        sited=site is not None,
    )


def _known_keys(language: Language) -> frozenset[str]:
    chained = {key for chain in language.chains.values() for key in chain if key[0] != ":"}
    weights = {f"{name}_weight" for name in language.taxonomies}
    return KEYS | chained | weights | set(language.taxonomies)


_OWN_DATA = ("link", "source", "feed", "author", "image")
"""Roles of which Hugo knows nothing: `params` holds them as well, and wins over the top level."""


def _role_keys(language: Language) -> Mapping[str, tuple[str, ...]]:
    keys = dict(ROLE_KEYS)
    for role, chain in language.chains.items():
        others = {key for name, usual in ROLE_KEYS.items() if name != role for key in usual}
        own = [key for key in chain if key[0] != ":" and key not in others]
        keys[role] = tuple(dict.fromkeys((*own, *ROLE_KEYS[role])))
    for role in _OWN_DATA:
        keys[role] = (*(f"params.{key}" for key in keys[role]), *keys[role])
    return keys
