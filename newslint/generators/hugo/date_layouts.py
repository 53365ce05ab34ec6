"""The dates that Hugo reads, and the one spelling that every tool reads alike.

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

NO_YEAR = 4
"""The year of a moment whose text has none: a leap year, as is the year 0 that Hugo takes."""

WITHOUT_YEAR = ("Kitchen", "Stamp")
"""The layouts that hold no year."""

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

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

_ISO = re.compile(
    r"([0-9]{4})-([0-9]{2})-([0-9]{2})"
    r"(?:(T| +)([0-9]{1,2}):([0-9]{2}):([0-9]{2})(?:[.,]([0-9]+))?"
    rf"(Z|( *)([+-][0-9]{{2}}:?[0-9]{{2}})(?: +{_NAME})?)?)?",
    re.ASCII,
).fullmatch


@lru_cache(maxsize=256)
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


def with_seconds(text: str) -> str:
    """A date-time of TOML in the letters and with the seconds of ISO 8601.

    TOML takes `t` and `z` too, and since 1.1 a time without seconds.
    """
    text = text.upper()
    if text[10:11] in ("T", " ") and text[13:14] == ":" and text[16:17] != ":":
        return f"{text[:16]}:00{text[16:]}"
    return text


def rfc3339(reading: DateReading) -> str:
    """The moment as RFC 3339 with its own offset: `2025-12-31T10:00:00+02:00`, `Z` for UTC.

    A fraction is kept when it is not zero (microseconds at most).
    """
    moment = reading.moment
    clock = f"{moment:%m-%dT%H:%M:%S}"
    if moment.microsecond:
        clock += f".{moment.microsecond:06}".rstrip("0")
    year = 0 if reading.layout in WITHOUT_YEAR else moment.year
    return f"{year:04}-{clock}{offset_text(moment.utcoffset())}"


def offset_text(offset: timedelta | None) -> str:
    """An offset from UTC as RFC 3339 has it: `+02:00`, `Z` for zero and for none."""
    minutes = int(offset.total_seconds() / 60) if offset else 0
    if not minutes:
        return "Z"
    sign = "-" if minutes < 0 else "+"
    return f"{sign}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"


def in_zone(clock: datetime, zone: str) -> datetime:
    """A clock time without a zone as a moment in the zone, at a change of the clocks as Go has it.

    Source: Go, `time.Date`: the offset is looked up as if the clock showed UTC, then once more.
    """
    place = find_zone(zone)
    as_utc = clock.replace(tzinfo=UTC)
    if place is UTC:
        return as_utc
    try:
        offset = as_utc.astimezone(place).utcoffset() or timedelta()
        if offset:
            offset = (as_utc - offset).astimezone(place).utcoffset() or timedelta()
        return (as_utc - offset).astimezone(place)
    except OverflowError:  # the first or the last day that Python knows
        return clock.replace(tzinfo=place)


@lru_cache(maxsize=16)
def find_zone(zone: str) -> tzinfo:
    """The zone of that IANA name; UTC when it is empty or not known."""
    if not zone or zone == "UTC":
        return UTC
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        return ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return UTC


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


def guess(text: str) -> str | None:
    """What a refused date certainly means, in ISO 8601 with no more than was written; else None.

    `2025-1-5` is `2025-01-05`, `Dec 31, 2025` is `2025-12-31`, `Wed, 1 Jan 2025 10:00:00 GMT` is
    `2025-01-01T10:00:00Z`; `01/02/2025` is None.
    """
    from newslint.text.loose_dates import loose_date

    found = loose_date(text)
    return found.text if found else None
