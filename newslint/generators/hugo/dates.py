"""The four dates of a page: from front matter and file name, along the site's chains of keys.

Source: Hugo 0.168, resources/page/pagemeta; measured. What was found for one date counts as if its
own key held it when the next is looked for, unless that key is there, even empty.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from newslint.generators.hugo.casts import is_unset
from newslint.generators.hugo.date_layouts import hugo_date
from newslint.model.article import DateReading
from newslint.model.records import NamedTuple
from newslint.model.values import Scalar, Value
from newslint.text.regex import regex

_FILE_TIME = regex(r".([0-9]{2})-([0-9]{2})-([0-9]{2})", re.ASCII | re.DOTALL)


class PageDates(NamedTuple):
    """`found`: role -> date. `refused`: keys whose values Hugo does not read; it stops at those.

    `slug` is the one in the file name, None where no date was taken from there.
    """

    found: Mapping[str, DateReading]
    refused: tuple[str, ...]
    slug: str | None


def page_dates(
    values: Mapping[str, Value], chains: Mapping[str, tuple[str, ...]], zone: str, name: str
) -> PageDates:
    """The dates of a page with these values (keys in lower case) and this name.

    `name` is the file's without extension, or a bundle's folder's.
    """
    found: dict[str, DateReading] = {}
    refused: dict[str, None] = {}
    slug = None
    for role, chain in chains.items():
        for key in chain:  # the first one that has a date counts
            if key == ":filename":
                reading, rest = named_date(name, zone)
                slug = rest if reading else slug
            elif key in values:
                reading = _read(key, values[key], zone, refused)
            else:
                reading = found.get(key)
            if reading is not None:
                found[role] = reading
                break
    return PageDates(found, tuple(refused), slug)


def named_date(name: str, zone: str) -> tuple[DateReading | None, str]:
    """The date at the start of a file's name and what is left of the name.

    `2025-01-02-some-name` and `2025-01-02-10-11-12-some-name`; None and "" for other names.
    """
    stem = name.rpartition(".")[0] or name
    reading = hugo_date(stem[:10], "string", zone) if len(stem) >= 10 else None
    if reading is None:
        return None, ""
    clock = _FILE_TIME.match(stem, 10)
    if clock:
        text = f"{stem[:10]}T{':'.join(clock.groups())}"
        timed = hugo_date(text, "string", zone)
        if timed is not None:
            return timed, stem[clock.end() :].strip(" -_")
    return reading, stem[10:].strip(" -_")


def _read(key: str, value: Value, zone: str, refused: dict[str, None]) -> DateReading | None:
    """The date that stands under a key, which is added to those `refused` where Hugo stops."""
    reading = hugo_date(value.text, value.kind, zone) if isinstance(value, Scalar) else None
    if reading is None and not is_unset(value):
        refused[key] = None
    return reading
