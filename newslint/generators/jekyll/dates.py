"""The texts that Ruby's `Time.parse` reads, as Jekyll asks it to.

Measured with Ruby 3.1. It looks for a time and for a day anywhere in the text and skips what
it does not know. Month names are English; three numbers are a day, its order told by which of them
can be a year, and by day before month where only the last can (`01/02/2025` is in February). What
has no year, month and day is filled in from today's date, and not read here.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime, timedelta, tzinfo
from functools import cache, lru_cache

from newslint.generators.shared.javascript.scalars import fixed
from newslint.model.article import DateReading
from newslint.text.dates import MONTHS, in_zone
from newslint.text.no_such_day import why_impossible

_MONTH = f"({'|'.join(MONTHS)})"
_TIME = (
    r"(\d+)(?:\s*:\s*(\d+)(?:\s*:\s*(\d+)(?:[,.](\d*))?)?(?:\s*([ap])(?:m\b|\.m\.))?"
    r"|\s*([ap])(?:m\b|\.m\.)|\s*h(?:\s*(\d+)m?)?)"
    r"(?:\s*((?:gmt|utc?)?[-+]\d+(?:[,.:]\d+)?|[a-z]+\b))?"
)
_ZONES = {"utc": 0, "z": 0, "ut": 0, "gmt": 0, "est": -5, "edt": -4, "cst": -6, "cdt": -5,
          "mst": -7, "mdt": -6, "pst": -8, "pdt": -7}  # fmt: skip
_COMPACT = r"(\d{4})(\d{2})(\d{2})(?:\s*t?\s*(\d{2})(\d{2})(\d{2})?)?(z|[-+]\d{1,4})?"
_LONGEST = 128

_Day = tuple[int, int, int]
_Offset = tuple[tzinfo | None, str]


@lru_cache(maxsize=256)
def ruby_date(text: str, zone: str) -> DateReading | None:
    """The date that `Time.parse(text)` makes, `zone` being the machine's; None for no date.

    A day that the month does not have is None, though Ruby takes the next month's for it.
    """
    if len(text) > _LONGEST:
        return None
    plain = re.sub(r"[^-+',./:@0-9A-Za-z\[\]\x80-\U0010ffff]+", " ", text.lower())
    plain = re.sub(r"\b(?:sun|mon|tue|wed|thu|fri|sat)[^-/0-9\s]*", " ", plain)
    found = _pattern(_TIME).search(plain)
    if found:
        plain = f"{plain[: found.start()]} {plain[found.end() :]}"
    try:
        day = _day(plain)
        if day is None:
            return _compact(plain, zone) if found is None else None
        clock = datetime(*day)
        if found is None:
            return DateReading(in_zone(clock, zone), False, True, "Time.parse")
        return _timed(clock, found.groups(), zone)
    except (ValueError, OverflowError):
        return None


def _timed(day: datetime, parts: tuple[str | None, ...], zone: str) -> DateReading:
    hour, minute, second, fraction, half, other_half, more, name = parts
    hours = int(hour or 0)
    if half or other_half:
        hours = hours % 12 + 12 * ((half or other_half) == "p")
    minutes, seconds = int(minute or more or 0), int(second or 0)
    if hours * 3600 + minutes * 60 + seconds > 24 * 3600 or minutes > 59 or seconds > 60:
        raise ValueError("not a time of day")
    clock = day + timedelta(hours=hours, minutes=minutes, seconds=seconds)
    clock += timedelta(microseconds=int((fraction or "")[:6].ljust(6, "0")))
    place, unknown = _zone(name or "")
    if place is None:
        return DateReading(in_zone(clock, zone), False, False, "Time.parse", unknown)
    return DateReading(clock.replace(tzinfo=place), True, False, "Time.parse")


def _zone(name: str) -> _Offset:
    """The offset that a zone's name stands for; None and the name for one that is skipped."""
    if not name:
        return None, ""
    if name in _ZONES:
        return fixed(timedelta(hours=_ZONES[name])), ""
    found = re.fullmatch(r"(?:gmt|utc?)?([-+])(\d{2}):?(\d{2})?", name)
    if found is None or name[0] not in "+-":
        return None, "" if found or name[0] in "+-" else name.upper()
    away = timedelta(hours=int(found[2]), minutes=int(found[3] or 0))
    return fixed(-away if found[1] == "-" else away), ""


def _day(plain: str) -> _Day | None:
    """The day in a text without its time."""
    for pattern, read in _days():
        found = pattern.search(plain)
        if found:
            return read(found)
    return None


def _day_first(found: re.Match[str]) -> _Day:
    return _ordered(found[3], _number(found[2]), found[1])


def _month_first(found: re.Match[str]) -> _Day:
    return _ordered(found[3], _number(found[1]), found[2])


def _year_first(found: re.Match[str]) -> _Day:
    return _ordered(found[1], int(found[2]), found[3])


def _days() -> tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], _Day]], ...]:
    return (
        (
            _pattern(rf"(\d+)[^-\d\s]*\s*{_MONTH}[^-\d\s']*\s*(-?\d+)"),
            _day_first,
        ),
        (
            _pattern(rf"\b{_MONTH}[^-\d\s']*\s*(\d+)(?!\d)[^-\d\s']*\s*,?\s*(-?\d+)"),
            _month_first,
        ),
        (
            _pattern(r"(\d+)-(\d+)-(\d+)"),
            _year_first,
        ),
        (
            _pattern(rf"(\d+)-{_MONTH}[^-/.]*-(\d+)"),
            _day_first,
        ),
        (
            _pattern(rf"\b{_MONTH}[^-/.\d]*-(\d+)-(\d+)"),
            _month_first,
        ),
        (
            _pattern(r"(\d+)/\s*(\d+)\D\s*(\d+)"),
            _year_first,
        ),
        (
            _pattern(r"(\d+)\.\s*(\d+)\.\s*(\d+)"),
            _year_first,
        ),
        (_pattern(r"\b(\d{4})-(\d{3})\b"), lambda found: _nth_day(int(found[1]), int(found[2]))),
        (
            _pattern(r"^ *(\d{4})(\d{2})(\d{2}) *(?:t|at)? +$"),
            lambda found: (int(found[1]), int(found[2]), int(found[3])),
        ),
    )


def _number(month: str) -> int:
    return MONTHS.index(month) + 1


def _ordered(year: str, month: int, day: str) -> _Day:
    """The day; what cannot be one but a year changes places with the year."""
    day = re.sub(r"\D.*", "", day)
    if len(year) <= 2 < len(day):
        year, day = day, year
    return _whole_year(year), month, int(day)


def _whole_year(year: str) -> int:
    if len(year) > 2:
        return int(year)
    return int(year) + (1900 if int(year) >= 69 else 2000)


def _nth_day(year: int, number: int) -> _Day:
    moment = datetime(year, 1, 1) + timedelta(days=number - 1)
    if number < 1 or moment.year != year:
        raise ValueError("not a day of the year")
    return year, moment.month, moment.day


def _compact(plain: str, zone: str) -> DateReading | None:
    """Digits only: `20251231`, `20251231t100000z`."""
    found = _pattern(_COMPACT).fullmatch(plain.strip())
    if found is None:
        return None
    year, month, day, hour, minute, second, name = found.groups()
    clock = datetime(int(year), int(month), int(day))
    if hour is None and name is None:
        return DateReading(in_zone(clock, zone), False, True, "20060102")
    return _timed(clock, (hour, minute, second, None, None, None, None, name), zone)


@cache
def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text, re.ASCII)


def is_guessed(text: str) -> bool:
    """True for a text that `ruby_date` does not read and of which Ruby makes some day all the same:
    31 June is 1 July, and `3rd of May, 2024` the first of May."""
    named = re.search(rf"\b{_MONTH}", text, re.IGNORECASE) and any(map(str.isdigit, text))
    return bool(named or why_impossible(text))
