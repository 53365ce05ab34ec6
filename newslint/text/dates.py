"""Dates as text: the one spelling that every tool reads alike, and clock times in zones."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, tzinfo
from functools import lru_cache

from newslint.model.article import DateReading

WITHOUT_YEAR = ("Kitchen", "Stamp")
"""The layouts that hold no year."""

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


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
    clock = (
        f"{moment.month:02}-{moment.day:02}T{moment.hour:02}:{moment.minute:02}:{moment.second:02}"
    )
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
