"""The target Zola: typed front matter, mostly TOML, else YAML 1.2 as serde_yaml reads it.

Source: Zola, components/content/src/front_matter; scalars measured with serde_yaml 0.9. Everything
is typed: a quoted `draft` or a date in another form stops the build. Terms stand in a table of
their own, `taxonomies`; data of one's own stands in `extra`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import Any

from newslint.generators.answers import ReservedKey
from newslint.generators.base import fact
from newslint.generators.fences import FencePolicy, forms
from newslint.generators.role_keys import ROLE_KEYS
from newslint.generators.shared.javascript.scalars import fixed
from newslint.generators.shared.pages import (
    day_in,
    is_bool,
    make_page,
    role_keys,
    terms_of,
    values_of,
)
from newslint.generators.shared.strict_slugs import StrictSlugs
from newslint.model.article import Content, DateReading, Page
from newslint.model.records import dataclass
from newslint.model.values import Kind, Scalar, Table, Value
from newslint.text.regex import regex

KEYS = frozenset({
    "aliases", "authors", "date", "description", "draft", "extra", "generate_feeds",
    "in_search_index", "insert_anchor_links", "page_template", "paginate_by", "paginate_path",
    "paginate_reversed", "path", "redirect_to", "render", "slug", "sort_by", "taxonomies",
    "template", "title", "transparent", "updated", "weight",
})  # fmt: skip
"""Front matter keys of pages and sections."""

_OWN_DATA = ("link", "source", "feed", "image", "summary")
"""Roles that no key of Zola's plays: they stand in `extra`."""

_ROLE_KEYS = role_keys(
    {
        "date": ("date",),
        "lastmod": ("updated",),
        "url": ("path",),
        "author": ("authors", "extra.author"),
        "tags": ("taxonomies.tags", "tags"),
        "categories": ("taxonomies.categories", "categories"),
        **{
            role: (*(f"extra.{key}" for key in ROLE_KEYS[role]), *ROLE_KEYS[role])
            for role in _OWN_DATA
        },
    }
)
_WORDS: dict[str, Kind] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), "null"),
    **dict.fromkeys(("true", "True", "TRUE", "false", "False", "FALSE"), "bool"),
    **dict.fromkeys((".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF"), "float"),
    **dict.fromkeys(("-.inf", "-.Inf", "-.INF", ".nan", ".NaN", ".NAN"), "float"),
}
_FIRST = frozenset("0123456789+-.~ntfNTF")
_INT = regex(r"[-+]?(?:0x[0-9a-fA-F]+|0o[0-7]+|0b[01]+|0|[1-9][0-9]*)")
_FLOAT = regex(r"(?![-+]?0[0-9]+\Z)[-+]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][-+]?[0-9]+)?")
_TIME = regex(
    r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:(?:[Tt]|[ \t]+)([0-9]{1,2}):([0-9]{2}):([0-9]{2})"
    r"(?:\.([0-9]{0,9}))?[ \t]*(?:([Zz])|([-+])([0-9]{1,2})(?::([0-9]{2}))?)?)?",
    re.ASCII,
)


FENCES = FencePolicy(
    stops=forms(
        "opening-space opening-comment opening-text opening-long opening-missing closing-long"
        " closing-text closing-dots closing-dashes closing-inline bare-cr unclosed"
    ),
    toml=True,
    closes_anywhere=True,
)
"""Source: Zola, components/content/src/front_matter/split.rs."""
_DATE_KEYS = {"date": "date", "lastmod": "updated"}
_TOP_KEYS = frozenset(
    ("title", "date", "draft", "updated", "slug", "path", "aliases", "weight", "template",
     "description", "in_search_index")
)  # fmt: skip
_TEXT, _SOME = ReservedKey("string"), ReservedKey("some text")
_FLAG, _WHOLE = ReservedKey("boolean", refuses="null"), ReservedKey("whole number")
_TEXTS = ReservedKey("texts", refuses="null")
_OF_BOTH = {
    "title": _TEXT,
    "description": _TEXT,
    "template": _TEXT,
    "draft": _FLAG,
    "render": _FLAG,
    "in_search_index": _FLAG,
    "aliases": _TEXTS,
}
_OF_PAGE = {
    **_OF_BOTH,
    "slug": _SOME,
    "path": _SOME,
    "weight": _WHOLE,
    "authors": _TEXTS,
}
_OF_SECTION = {
    **_OF_BOTH,
    "weight": ReservedKey("whole number", refuses="null"),
    "paginate_by": _WHOLE,
    "paginate_reversed": _FLAG,
    "transparent": _FLAG,
    "generate_feeds": _FLAG,
    "redirect_to": _TEXT,
    "page_template": _TEXT,
}
_SECTION_KEYS = frozenset(_OF_SECTION) | frozenset(
    ("extra", "sort_by", "paginate_path", "insert_anchor_links", "generate_feed", "generate_rss")
)
"""With the older names of the key for feeds. Source: front_matter/section.rs, which denies any
other; those of a page may be more."""

_OWN_TABLES = {"taxonomies": frozenset[str](), "extra": _TOP_KEYS - {"date", "draft"}}

OWN_DATES = frozenset(("9999-99-99",))
"""What Zola's documentation has."""


@dataclass(frozen=True, eq=False, kw_only=True)
class Zola(StrictSlugs):
    """URLs are not predicted: a library makes slugs of the names of files.

    `site_taxonomies` are the names (lower case) that the site's config has, in any language; None
    where they are not known.
    """

    name = "zola"
    title = "Zola"
    escapes_texts = True
    fences = FENCES
    front_matter_needed = True
    needs_title = True
    taxonomies: tuple[str, ...] = ("taxonomies.*",)
    known_keys: frozenset[str] = KEYS
    role_keys: Mapping[str, tuple[str, ...]] = fact(_ROLE_KEYS)
    image_roots = ("static", "content")
    date_keys = _DATE_KEYS
    own_dates = OWN_DATES
    date_forms_known = True
    read_dates = ("date", "lastmod")
    splits_terms = "no"
    refuses_empty_terms = True
    needed_dates = ("date", "lastmod")
    terms_table = "taxonomies"
    needs_lists = "all"
    no_number_terms = frozenset(("tags", "categories"))
    slug_is_path = False
    hides = ("draft", "true")
    top_keys = _TOP_KEYS
    reserved_keys: Mapping[str, ReservedKey] | None = fact(_OF_PAGE)
    reserves_by_path = True
    site_taxonomies: frozenset[str] | None = None
    own_tables = _OWN_TABLES
    content: tuple[str, ...] = ("content",)

    def kind(self, plain: str) -> Kind:
        """What serde_yaml makes of a plain scalar."""
        return zola_kind(plain) if plain[:1] in _FIRST or not plain else "string"

    def date(self, value: Scalar, zone: str) -> DateReading | None:
        """A TOML date, or a text in its form or that of a YAML timestamp; without a zone UTC."""
        return zola_date(value.text) if value.kind in ("string", "date") else None

    def reserved(self, article: Content) -> Mapping[str, ReservedKey]:
        """The types that the build stops without."""
        if _is_section(article.path):
            return _OF_SECTION
        return {
            **_OF_PAGE,
            "taxonomies": ReservedKey("terms", self.site_taxonomies, refuses="null"),
        }

    def only_keys(self, path: str) -> frozenset[str] | None:
        """Those of a section; a page may have any."""
        return _SECTION_KEYS if _is_section(path) else None

    def needs_front_matter(self, path: str) -> bool | None:
        """Pages and sections are Markdown, and the build stops at one without; the rest is
        copied."""
        return path.endswith(".md")

    def page(self, article: Content) -> Page | None:
        """Dates (the file name's where `date` is not there), and the terms of `taxonomies`."""
        values = values_of(article)
        found = _read(values.get("date"))
        if "date" not in values:
            found = day_in(_own_name(article.path)[:10], "")
        dates = [("date", found), ("lastmod", _read(values.get("updated")))]
        table = values.get("taxonomies")
        fields = table.fields if isinstance(table, Table) else ()
        terms = {field.key: terms_of(field.value) for field in fields}
        return make_page(is_bool(values.get("draft"), True), dates, terms)


@lru_cache(maxsize=512)
def zola_kind(plain: str) -> Kind:
    """What serde_yaml makes of a plain scalar. Dates are texts to it."""
    if plain in _WORDS:
        return _WORDS[plain]
    if _INT.fullmatch(plain):
        return "int"
    return "float" if _FLOAT.fullmatch(plain) else "string"


@lru_cache(maxsize=256)
def zola_date(text: str) -> DateReading | None:
    """The date that Zola makes of a text or a TOML date; None where it stops."""
    found = _TIME.fullmatch(text)
    if found is None:
        return None
    year, month, day, hour, minute, second, fraction, utc, sign, hours, minutes = found.groups()
    try:
        start = datetime(int(year), int(month), int(day), tzinfo=UTC)
        if hour is None:
            return DateReading(start, False, True, "2006-01-02")
        micros = int((fraction or "")[:6].ljust(6, "0"))
        clock = start.replace(
            hour=int(hour), minute=int(minute), second=int(second), microsecond=micros
        )
        away = timedelta(hours=int(hours or 0), minutes=int(minutes or 0))
        moment = clock.replace(tzinfo=fixed(-away if sign == "-" else away))
    except (ValueError, OverflowError):
        return None
    return DateReading(moment, bool(utc or sign), False, "2006-01-02T15:04:05")


def _read(value: Value | None) -> DateReading | None:
    if isinstance(value, Scalar) and value.kind in ("string", "date"):
        return zola_date(value.text)
    return None


def _is_section(path: str) -> bool:
    return path.rpartition("/")[2].startswith("_index.")


def with_config(config: Mapping[str, Any]) -> Zola:
    """Zola for a site with this config; an empty one says nothing of the site."""
    if not config:
        return Zola()
    languages = config.get("languages")
    tables = [config, *(languages.values() if isinstance(languages, dict) else ())]
    names = frozenset(name for table in tables for name in _named(table))
    return Zola(site_taxonomies=names)


def _named(table: object) -> Iterator[str]:
    """The names of the taxonomies of one language."""
    given = table.get("taxonomies") if isinstance(table, dict) else None
    for entry in given if isinstance(given, list) else ():
        name = entry.get("name") if isinstance(entry, dict) else None
        if isinstance(name, str):
            yield name.lower()


def _own_name(path: str) -> str:
    """The name that counts: of the file, or of the folder of an `index.md`."""
    folder, _, name = path.rpartition("/")
    return folder.rpartition("/")[2] if name.startswith("index.") else name
