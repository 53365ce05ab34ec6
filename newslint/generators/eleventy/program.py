"""The target Eleventy: gray-matter, js-yaml, and dates as Luxon reads them.

Measured with Eleventy 3.1.2, which reads YAML with js-yaml 3, and 3.1.8, which does with js-yaml 4
(as all do since 3.1.7). Tags in one text are split at its commas, and the blanks after these stay;
tags that are a number, a boolean or a mapping stop the build. A date is a YAML timestamp, ISO 8601
text or one of four words; on any other the build stops. All are in UTC. Drafts are whatever the
site's own config says.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from newslint.generators.answers import TemplateCode
from newslint.generators.base import Generator, fact
from newslint.generators.inherited import NOTHING, Inherited
from newslint.generators.shared.javascript.fences import GRAY_MATTER
from newslint.generators.shared.javascript.scalars import JS_YAML, fixed, kind_3, kind_4, timestamp
from newslint.generators.shared.pages import (
    day_in,
    make_page,
    role_keys,
    text_of,
    values_of,
)
from newslint.model.article import Content, DateReading, Page
from newslint.model.records import dataclass
from newslint.model.values import Kind, ListValue, Scalar, Value
from newslint.text.dates import find_zone
from newslint.text.no_such_day import why_impossible
from newslint.text.regex import regex

if TYPE_CHECKING:
    from newslint.generators.eleventy.data import DirectoryData

KEYS = frozenset({
    "date", "dynamicpermalink", "eleventycomputed", "eleventyexcludefromcollections",
    "eleventyimport", "eleventynavigation", "layout", "override", "pagination", "permalink",
    "permalinkbypassoutputdir", "tags", "templateengineoverride", "title",
})  # fmt: skip
"""Front matter keys that Eleventy itself or its navigation plugin reads."""

WORDS = ("created", "git created", "git last modified", "last modified")
"""Dates that stand for the file's own times."""

_ROLE_KEYS = role_keys(
    {
        "date": ("date",),
        "lastmod": ("updated", "lastmod", "modified", "last_modified_at"),
        "url": ("permalink",),
    }
)
_ISO = regex(
    r"(?P<year>[0-9]{4})(?:-?W(?P<week>[0-9]{2})(?:-?(?P<weekday>[0-9]))?"
    r"|-?(?P<ordinal>[0-9]{3})|(?:-?(?P<month>[0-9]{2})(?:-?(?P<day>[0-9]{2}))?)?)"
    r"(?:[Tt](?P<hour>[0-9]{2})(?::?(?P<minute>[0-9]{2})"
    r"(?::?(?P<second>[0-9]{2})(?:[.,](?P<fraction>[0-9]{1,30}))?)?)?"
    r"(?:(?P<utc>[Zz])|(?P<offset>[+-][0-9]{2})(?::?(?P<minutes>[0-9]{2}))?)?"
    r"(?:\[(?P<place>[A-Za-z_+/0-9-]+)\])?)?",
    re.ASCII,
)


TEMPLATES = TemplateCode("tags", frozenset(("templateEngineOverride",)), certain=False)
_DATE_KEYS = {"date": "date"}

OWN_DATES = frozenset(("9999-99-99",))
"""What Eleventy's documentation and its base blog have."""


@dataclass(frozen=True, eq=False, kw_only=True)
class Eleventy(Generator):
    """Where a page goes is up to its permalink and the data around it: not known."""

    name = "eleventy"
    title = "Eleventy"
    fences = GRAY_MATTER
    needs_title = False  # it means nothing to the program, and notes go without
    taxonomies: tuple[str, ...] = ("tags",)
    known_keys: frozenset[str] = KEYS
    role_keys: Mapping[str, tuple[str, ...]] = fact(_ROLE_KEYS)
    quirks = JS_YAML
    image_roots = (".", "src", "public")
    date_keys = _DATE_KEYS
    own_dates = OWN_DATES
    date_forms_known = True
    read_dates = ("date",)
    splits_terms = "bare commas"
    no_number_terms = frozenset(("tags",))
    needed_dates = ("date",)
    slug_is_path = False
    template_code = TEMPLATES
    root: Path | None = None

    def inherited(self, path: str) -> Inherited:
        """What the data files of the folders above the article, and its own, give it."""
        return self.data.inherited(path) if self.data else NOTHING

    @cached_property
    def data(self) -> DirectoryData | None:
        """The site's data files, each read once."""
        from newslint.generators.eleventy.data import DirectoryData

        return DirectoryData(self.root) if self.root else None

    def kind(self, plain: str) -> Kind:
        """What js-yaml makes of a plain scalar; where versions differ, what is no text to one."""
        newer = kind_4(plain)
        return kind_3(plain) if newer == "string" else newer

    def misreads(self, text: str) -> bool:
        """True for 31 June, which is read as 1 July."""
        return bool(why_impossible(text))

    def date(self, value: Scalar, zone: str) -> DateReading | None:
        """The date, always in UTC. One of `WORDS` is the start of 2000, its layout is empty."""
        if value.kind == "date":
            return timestamp(value.text)
        return luxon_date(value.text) if value.kind == "string" else None

    def page(self, article: Content) -> Page | None:
        """The date, from the path where the front matter has none, and the tags."""
        values = values_of(article)
        value = values.get("date")
        found = self.date(value, "") if isinstance(value, Scalar) else None
        if found is None and (value is None or (isinstance(value, Scalar) and not value.text)):
            found = day_in(article.path, "")
        if found is not None and not found.layout:
            found = None  # the file's own time
        return make_page(False, [("date", found)], {"tags": _tags(values.get("tags"))})


def _tags(value: Value | None) -> list[str]:
    """The tags, each once: in a text they stand between commas, null in a list is one, too.

    Numbers and dates are left as they were written, not as JavaScript prints them.
    """
    if not isinstance(value, ListValue):
        parts = (text_of(value) or "").split(",")
    else:
        items = (item for item in value.items if isinstance(item, Scalar))
        parts = ["null" if item.kind == "null" else item.text for item in items]
    return [part for part in dict.fromkeys(parts) if part]


@lru_cache(maxsize=256)
def luxon_date(text: str) -> DateReading | None:
    """The date that Eleventy makes of a text; None where it stops."""
    if text.lower() in WORDS:
        return DateReading(datetime(2000, 1, 1, tzinfo=UTC), False, False, "")
    found = _ISO.fullmatch(text)
    if found is None:
        return None
    try:
        return _reading(found.groupdict())
    except (ValueError, OverflowError):
        return None


def _reading(parts: Mapping[str, str | None]) -> DateReading:
    day = _day(parts)
    if parts["hour"] is None:
        return DateReading(day.replace(tzinfo=UTC), False, True, "ISO 8601")
    hour, minute, second = (int(parts[name] or 0) for name in ("hour", "minute", "second"))
    thousandths = int((parts["fraction"] or "")[:3].ljust(3, "0"))
    past = timedelta(minutes=minute, seconds=second, milliseconds=thousandths)
    if hour > 24 or (hour == 24 and past) or minute > 59 or second > 59:
        raise ValueError("not a time of day")
    clock = day + timedelta(hours=hour) + past
    if parts["place"]:
        moment = clock.replace(tzinfo=find_zone(parts["place"]))
    else:
        moment = clock.replace(tzinfo=fixed(_offset(parts)))
    zoned = any(parts[name] for name in ("utc", "offset", "place"))
    return DateReading(moment, zoned, False, "ISO 8601")


def _day(parts: Mapping[str, str | None]) -> datetime:
    year = int(parts["year"] or 0)
    if parts["week"]:
        return datetime.fromisocalendar(year, int(parts["week"]), int(parts["weekday"] or 1))
    if parts["ordinal"]:
        day = datetime(year, 1, 1) + timedelta(days=int(parts["ordinal"]) - 1)
        if day.year != year:
            raise ValueError("not a day of the year")
        return day
    return datetime(year, int(parts["month"] or 1), int(parts["day"] or 1))


def _offset(parts: Mapping[str, str | None]) -> timedelta:
    offset = parts["offset"]
    if not offset:
        return timedelta()
    away = timedelta(hours=int(offset[1:]), minutes=int(parts["minutes"] or 0))
    return -away if offset[0] == "-" else away
