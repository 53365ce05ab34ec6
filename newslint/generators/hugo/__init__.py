"""The target Hugo: what the program makes of an article of one site."""

from __future__ import annotations

from collections.abc import Mapping

from newslint.generators.fences import FencePolicy, forms
from newslint.generators.hugo.config import Language, SiteConfig, from_mapping
from newslint.generators.hugo.date_layouts import hugo_date
from newslint.generators.hugo.scalars import hugo_kind
from newslint.generators.hugo.slugs import slugify
from newslint.generators.hugo.terms import term_path
from newslint.generators.role_keys import USUAL_KEYS
from newslint.model.article import Article, DateReading, Page
from newslint.model.values import Kind, Scalar

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


class Hugo:
    """A `Target`. With no site config nothing is known of URLs; the rest is as Hugo's defaults.

    `timezone` is the zone of dates without one (empty: UTC), `taxonomies` the site's own in
    alphabetical order, `known_keys` Hugo's keys with those of the site's taxonomies and dates; in
    `role_keys` the keys that the site's config gives a date come first.
    """

    __slots__ = (
        "_language",
        "_site",
        "_sited",
        "fences",
        "known_keys",
        "name",
        "role_keys",
        "title",
    )

    def __init__(self, site: SiteConfig | None = None) -> None:
        self.name = "hugo"
        self.title = "Hugo"
        self.fences = FENCES
        self._sited = site is not None
        self._site = site or from_mapping({})
        self._language = self._site.default
        self.known_keys = _known_keys(self._language)
        self.role_keys = _role_keys(self._language)

    @property
    def timezone(self) -> str:
        """The IANA name of the site's zone, or empty."""
        return self._language.timezone

    @property
    def taxonomies(self) -> tuple[str, ...]:
        """The keys that hold terms."""
        return self._language.taxonomies

    @property
    def content(self) -> tuple[str, ...]:
        """The content folders below the site's root; empty without a site config."""
        mounts = self._site.mounts if self._sited else None
        return tuple("/".join(mount.folder) for mount in mounts or ())

    @property
    def raw_html(self) -> bool | None:
        """True when HTML in Markdown is rendered, False when it is left out, None: not known."""
        return self._site.raw_html if self._sited else None

    @property
    def themed(self) -> bool:
        """True when layouts and shortcodes may come from elsewhere than the site's `layouts`."""
        return self._site.themed

    @property
    def shows_future(self) -> bool:
        """True when the site's config has pages built whose date lies ahead."""
        return self._site.future

    @property
    def shows_expired(self) -> bool:
        """True when the site's config has pages built that have expired."""
        return self._site.expired

    @property
    def outputs(self) -> frozenset[str] | None:
        """The names (lower case) of all output formats; None when they are not all known."""
        return self._site.outputs if self._sited else None

    def kind(self, plain: str) -> Kind:
        """What goccy/go-yaml makes of a plain scalar."""
        return hugo_kind(plain)

    def date(self, value: Scalar, zone: str) -> DateReading | None:
        """The date as Hugo reads it; where `zone` is empty, in the site's own zone."""
        return hugo_date(value.text, value.kind, zone or self._language.timezone)

    def slug(self, text: str) -> str | None:
        """The form of a slug that gives the same URL in one step; None without a site config."""
        if not self._sited:
            return None
        language = self._language
        return slugify(text, lower=language.lower, remove_accents=language.remove_accents)

    def term_path(self, term: str) -> str | None:
        """The part of the URL of the term's page behind its taxonomy."""
        language = self._language
        return term_path(term, lower=language.lower, remove_accents=language.remove_accents)

    def page(self, article: Article) -> Page | None:
        """URL, draft, dates and terms; the URL is None without a site config."""
        from newslint.generators.hugo.page import make_page

        page = make_page(self._site, article)
        return page if self._sited else page._replace(url=None)


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
