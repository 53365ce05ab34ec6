"""The dates that Hugo reads.

Source of the layouts: spf13/cast, `TimeFormats`; of the details: Go's `time.Parse`. Measured with
Hugo 0.168: a fraction may follow any seconds (`.` or `,`), the hour may have one digit, day and
month may not, a space in a layout takes any number of spaces, the name of a weekday is not compared
with the date, a zone's name is read and forgotten.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from functools import cache, lru_cache

from newslint.generators.hugo.scalars import hugo_int
from newslint.model.article import DateReading
from newslint.model.values import Kind
from newslint.text.dates import MONTHS, WITHOUT_YEAR, in_zone, with_seconds
from newslint.text.regex import regex

NO_YEAR = 4
"""The year of a moment whose text has none: a leap year, as is the year 0 that Hugo takes."""

_HOUR = r"(?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2})"
_CLOCK = _HOUR + r":(?P<second>[0-9]{2})(?:[.,](?P<fraction>[0-9]+))?"
_OFFSET = r"(?P<offset>[+-][0-9]{4})"
_NAME = (
    r"(?=.{3})(?P<name>[A-Z]{3}T?|[A-Z]{4}T|WITA|ChST|MeST"
    r"|(?:GMT)?[+-]0*(?:2[0-3]|1?[0-9]))"
)
_DAYS = "(?i:mon|tue|wed|thu|fri|sat|sun)"
_LONG_DAYS = "(?i:monday|tuesday|wednesday|thursday|friday|saturday|sunday)"
_MONTH = f"(?P<month>(?i:{'|'.join(MONTHS)}))"
_YEAR, _YEAR2 = r"(?P<year>[0-9]{4})", r"(?P<year2>[0-9]{2})"
_DAY, _DAY1 = r"(?P<day>[0-9]{2})", r"(?P<day>[0-9]{1,2})"

_ISO = regex(
    r"([0-9]{4})-([0-9]{2})-([0-9]{2})"
    r"(?:(T| +)([0-9]{1,2}):([0-9]{2}):([0-9]{2})(?:[.,]([0-9]+))?"
    rf"(Z|( *)([+-][0-9]{{2}}:?[0-9]{{2}})(?: +{_NAME})?)?)?",
    re.ASCII,
).fullmatch


@lru_cache(maxsize=1024)
def hugo_date(text: str, kind: Kind, zone: str) -> DateReading | None:
    """The date as Hugo reads it; None when it refuses it, and for null and empty texts.

    `kind` is the scalar's in Hugo: a number counts seconds since 1970, a "date" is one of the
    format's own (TOML's). `zone` is the IANA name of the zone for dates without one of their own;
    UTC when it is empty or not known. What a datetime cannot hold (the year 0, an offset of 24
    hours) is None too, though Hugo takes it.
    """
    if kind == "string" or kind == "date":
        text = text if kind == "string" else with_seconds(text)
        found = _ISO(text)
        try:
            return _iso(found.groups(), zone) if found else _other(text, zone)
        except (ValueError, OverflowError):
            return None
    return _epoch(text) if kind == "int" else None


def _iso(parts: tuple[str | None, ...], zone: str) -> DateReading | None:
    year, month, day, gap, hour, minute, second, fraction, suffix, space, offset, name = parts
    date = datetime(int(year or 0), int(month or 0), int(day or 0))
    if hour is None:
        return DateReading(in_zone(date, zone), False, True, "2006-01-02")
    clock = date.replace(
        hour=int(hour),
        minute=int(minute or 0),
        second=int(second or 0),
        microsecond=_micros(fraction),
    )
    layout = f"2006-01-02{'T' if gap == 'T' else ' '}15:04:05"
    if suffix is None:
        return DateReading(in_zone(clock, zone), False, False, layout)
    if offset is None:
        return DateReading(clock.replace(tzinfo=UTC), True, False, f"{layout}Z07:00")
    if (space and gap == "T") or (name and (not space or ":" in offset)):
        return None
    away = _fixed(offset)
    moment = clock.replace(tzinfo=UTC if name == "UTC" else away)
    written = "-07:00" if ":" in offset else "-0700"
    shape = f" {written}" if space else written.replace("-", "Z", 1)
    return DateReading(moment, True, False, f"{layout}{shape}{' MST' if name else ''}")


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The layouts that are not ISO 8601, under the names that Go gives them."""
    zone = f"(?:{_OFFSET}|{_NAME})"
    layouts = {
        "RFC1123": f"{_DAYS}, +{_DAY} +{_MONTH} +{_YEAR} +{_CLOCK} +{zone}",
        "RFC822": f"{_DAY} +{_MONTH} +{_YEAR2} +{_HOUR} +{zone}",
        "RFC850": f"{_LONG_DAYS}, +{_DAY}-{_MONTH}-{_YEAR2} +{_CLOCK} +{_NAME}",
        "ANSIC": f"{_DAYS} +{_MONTH} +{_DAY1} +{_CLOCK} +{_YEAR}",
        "UnixDate": f"{_DAYS} +{_MONTH} +{_DAY1} +{_CLOCK} +{_NAME} +{_YEAR}",
        "RubyDate": f"{_DAYS} +{_MONTH} +{_DAY} +{_CLOCK} +{_OFFSET} +{_YEAR}",
        "02 Jan 2006": f"{_DAY} +{_MONTH} +{_YEAR}",
        "Kitchen": _HOUR + "(?P<half>AM|PM)",
        "Stamp": f"{_MONTH} +{_DAY1} +{_CLOCK}",
    }
    return tuple((name, re.compile(text, re.ASCII)) for name, text in layouts.items())


def _other(text: str, zone: str) -> DateReading | None:
    if len(text) < 6 or not text.isascii():
        return None
    for layout, pattern in _patterns():
        found = pattern.fullmatch(text)
        if found:
            return _named(layout, found.groupdict(), zone)
    return None


def _named(layout: str, parts: dict[str, str | None], zone: str) -> DateReading | None:
    clock = datetime(
        _year(parts),
        MONTHS.index((parts.get("month") or "jan").lower()) + 1,
        int(parts.get("day") or 1),
        _hour(parts),
        int(parts.get("minute") or 0),
        int(parts.get("second") or 0),
        _micros(parts.get("fraction")),
    )
    offset, name = parts.get("offset"), parts.get("name") or ""
    if offset:
        return DateReading(clock.replace(tzinfo=_fixed(offset)), True, False, layout)
    if layout in WITHOUT_YEAR:
        return DateReading(clock.replace(tzinfo=UTC), False, False, layout)
    if name.startswith("GMT") and len(name) > 3:
        clock += timedelta(hours=int(name[3:]))  # Go shows the clock of that zone, then forgets it
    return DateReading(in_zone(clock, zone), False, layout == "02 Jan 2006", layout, name)


def _year(parts: dict[str, str | None]) -> int:
    short = parts.get("year2")
    if short is not None:
        return int(short) + (1900 if int(short) >= 69 else 2000)
    return int(parts.get("year") or NO_YEAR)


def _hour(parts: dict[str, str | None]) -> int:
    hour, half = int(parts.get("hour") or 0), parts.get("half")
    if half is None:
        return hour
    if hour > 12:
        raise ValueError("not an hour of a 12-hour clock")
    return (hour + 12 if hour < 12 else hour) if half == "PM" else hour % 12


def _micros(fraction: str | None) -> int:
    return int(fraction[:6].ljust(6, "0")) if fraction else 0


@lru_cache(maxsize=64)
def _fixed(offset: str) -> tzinfo:
    hours, minutes = int(offset[1:3]), int(offset[-2:])
    if hours > 24 or minutes > 60:
        raise ValueError("not an offset")
    size = timedelta(hours=hours, minutes=minutes)
    if not size:
        return UTC
    return timezone(-size if offset[0] == "-" else size)


def _epoch(text: str) -> DateReading | None:
    """Seconds since 1970. What lies beyond the years 1 to 9999 is the nearest moment in them."""
    seconds = hugo_int(text)
    if seconds is None:
        return None
    try:
        moment = datetime.fromtimestamp(seconds, UTC)
    except (ValueError, OverflowError, OSError):
        edge = datetime.max if seconds > 0 else datetime.min
        moment = edge.replace(tzinfo=UTC)
    return DateReading(moment, True, False, "unix", numeric=True)
