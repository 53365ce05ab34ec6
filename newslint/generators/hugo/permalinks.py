"""Patterns of URLs: `/:year/:month/:slug/` with what a page has to put into it.

Source: Hugo 0.168, resources/page; measured.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime

from newslint.model.records import NamedTuple
from newslint.text.regex import regex

_TOKEN = regex(r":\w+(?:\[.{1,100}?\])?", re.ASCII)
_LONGEST = 4_096
"""Characters of a pattern: it is put together for each article, and a config may be a megabyte."""

_GO_LAYOUT = regex(
    r"January|Jan(?![a-z])|Monday|Mon(?![a-z])|MST|002|0[1-6]|__2|_2(?!006)|2006|2|15|1|3|4|5|PM|pm"
    r"|Z0700(?:00)?|Z07"
)
_ESCAPED = "\0"


class Parts(NamedTuple):
    """What a page has for a pattern.

    `title` has no slashes unless it is a term's; `sections` are the folders of its section,
    normalised; `file` is the name of the file (or the bundle's folder) for `:filename`, `base` the
    same for `:contentbasename`; `urlize` is the site's. `date` is year 1 where there is none, and
    None where the page's date cannot be read.
    """

    date: datetime | None
    title: str
    slug: str
    sections: tuple[str, ...]
    section: str
    file: str
    base: str
    urlize: Callable[[str], str]


def expand(pattern: str, parts: Parts) -> str | None:
    """The pattern with everything put in and unescaped; None when a part is not understood."""
    from urllib.parse import unquote_plus

    if len(pattern) > _LONGEST:
        return None
    out: list[str] = []
    at = 0
    pattern = pattern.replace("\\:", _ESCAPED)
    for token in _TOKEN.finditer(pattern):
        value = _value(token[0][1:], parts)
        if value is None:
            return None
        out += (pattern[at : token.start()], value)
        at = token.end()
    whole = "".join(out) + pattern[at:]
    try:
        return unquote_plus(whole, errors="strict").replace(_ESCAPED, ":")
    except UnicodeDecodeError:
        return None


def _value(token: str, parts: Parts) -> str | None:
    name, bracket, cut = token.partition("[")
    if bracket:
        return "/".join(cut_sections(parts.sections, cut[:-1])) if name == "sections" else None
    simple = _SIMPLE.get(name)
    if simple is not None:
        return simple(parts)
    if name in ("sectionslug", "sectionslugs") or parts.date is None:
        return None
    dated = _DATED.get(name)
    return dated(parts.date) if dated else go_format(parts.date, name)


def _named(text: str, parts: Parts) -> str:
    name = parts.urlize(text)
    # Hugo parses this as a URL, which loses a fragment's `#` with nothing after it.
    return name[:-1] if name.find("#") == len(name) - 1 else name


def _title(parts: Parts) -> str:
    return _named(parts.title, parts)


_SIMPLE: dict[str, Callable[[Parts], str]] = {
    "section": lambda parts: parts.section,
    "sections": lambda parts: "/" + "/".join(parts.sections),
    "title": _title,
    "slug": lambda parts: _named(parts.slug, parts) if parts.slug else _title(parts),
    "filename": lambda parts: _named(parts.file, parts),
    "slugorfilename": lambda parts: _named(parts.slug or parts.file, parts),
    "contentbasename": lambda parts: _named(parts.base, parts),
    "slugorcontentbasename": lambda parts: _named(parts.slug or parts.base, parts),
}

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

_DATED: dict[str, Callable[[datetime], str]] = {
    "year": lambda date: str(date.year),
    "month": lambda date: f"{date.month:02}",
    "monthname": lambda date: _MONTHS[date.month - 1],
    "day": lambda date: f"{date.day:02}",
    "weekday": lambda date: str(date.isoweekday() % 7),
    "weekdayname": lambda date: _WEEKDAYS[date.weekday()],
    "yearday": lambda date: str(date.timetuple().tm_yday),
}

_LAYOUT: dict[str, Callable[[datetime], str]] = {
    "January": lambda date: _MONTHS[date.month - 1],
    "Jan": lambda date: _MONTHS[date.month - 1][:3],
    "Monday": lambda date: _WEEKDAYS[date.weekday()],
    "Mon": lambda date: _WEEKDAYS[date.weekday()][:3],
    "002": lambda date: f"{date.timetuple().tm_yday:03}",
    "__2": lambda date: f"{date.timetuple().tm_yday:3}",
    "_2": lambda date: f"{date.day:2}",
    "2006": lambda date: f"{date.year:04}",
    "06": lambda date: f"{date.year % 100:02}",
    "01": lambda date: f"{date.month:02}",
    "1": lambda date: str(date.month),
    "02": lambda date: f"{date.day:02}",
    "2": lambda date: str(date.day),
    "15": lambda date: f"{date.hour:02}",
    "03": lambda date: f"{date.hour % 12 or 12:02}",
    "3": lambda date: str(date.hour % 12 or 12),
    "04": lambda date: f"{date.minute:02}",
    "4": lambda date: str(date.minute),
    "05": lambda date: f"{date.second:02}",
    "5": lambda date: str(date.second),
    "PM": lambda date: "AM" if date.hour < 12 else "PM",
    "pm": lambda date: "am" if date.hour < 12 else "pm",
}


def go_format(date: datetime, layout: str) -> str | None:
    """The date in a layout of Go's; None for one with no part of a date, or with a zone."""
    if not layout.isascii():
        return None
    names = _GO_LAYOUT.findall(layout)
    if not names or any(name not in _LAYOUT for name in names):
        return None
    return _GO_LAYOUT.sub(lambda found: _LAYOUT[found[0]](date), layout)


def cut_sections(sections: tuple[str, ...], cut: str) -> tuple[str, ...]:
    """The sections that `:sections[cut]` names: `1`, `1:`, `:2`, `1:2`, `last`.

    Out of range is empty below and cut off above, as in Hugo.
    """
    if not sections:
        return ()
    low, colon, high = cut.strip().lower().partition(":")
    first = _index(low, len(sections), below=True)
    if first < 0:
        return ()
    if not colon:
        return sections[first : first + 1]
    return sections[first : _index(high, len(sections), below=False)]


def _index(text: str, count: int, *, below: bool) -> int:
    if not text:
        return 0 if below else count
    if text == "last":
        return count - 1
    number = max(0, int(text)) if re.fullmatch(r"[+-]?[0-9]+", text) else 0
    if number >= count:
        return -1 if below else count
    return number
