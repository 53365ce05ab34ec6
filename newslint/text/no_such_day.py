"""Dates that are written well and are in no calendar."""

from __future__ import annotations

import re

from newslint.text.regex import regex

_NUMERIC = regex(
    r"(?P<year>[0-9]{4})[-/.](?P<month>[0-9]{1,2})[-/.](?P<day>[0-9]{1,2})"
    r"(?:[Tt ,]+(?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2}))?(?![0-9]).*)?",
    re.ASCII,
)


def why_impossible(text: str) -> str:
    """What is not there in a date with the year first: "June has 30 days"; else empty."""
    found = _NUMERIC.fullmatch(text.strip())
    if found is None:
        return ""
    year, month, day = (int(found[part]) for part in ("year", "month", "day"))
    if not 1 <= month <= 12:
        return f"{month} is not a month"
    if year == 0:
        return "0 is not a year"
    from calendar import monthrange

    days = monthrange(year, month)[1]
    if not 1 <= day <= days:
        name = f"{_MONTHS[month - 1]} {year}" if month == 2 else _MONTHS[month - 1]
        return f"{name} has {days} days" if day else "0 is not a day"
    return _clock(found)


_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
"""Whatever the language of the machine."""


def _clock(found: re.Match[str]) -> str:
    for part, name, most in (("hour", "an hour", 24), ("minute", "a minute", 59)):
        if found[part] and int(found[part]) > most:
            return f"{int(found[part])} is not {name}"
    if found["second"] and int(found["second"]) > 60:
        return f"{int(found['second'])} is not a second"
    return ""
