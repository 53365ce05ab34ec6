"""What an unquoted YAML scalar is to Psych, the YAML 1.1 parser of Ruby and so of Jekyll.

Measured with Psych 4.0 (Ruby 3.1): `yes` and `NO` are booleans, `12:30` and `1,000` are numbers,
`1e3` and `08` are strings, `2025-1-5` is a date.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from functools import cache, lru_cache

from newslint.generators.shared.javascript.scalars import fixed
from newslint.model.article import DateReading
from newslint.model.values import Kind

_FIRST = frozenset("0123456789+-.~yYtToOnNfF")
_BOOLS = frozenset(("yes", "true", "on", "no", "false", "off"))

_INT = (
    r"[-+]?(?:0b[01_,]+|0[0-7_,]+|0|[1-9](?:[,_]?[0-9])*|0x[0-9a-fA-F_,]+)"
    r"|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9]){1,2}"
)
_FLOAT = (
    r"(?![-+]?\.\Z)[-+]?(?:[0-9][0-9_,]*)?\.[0-9]*(?:[eE][-+][0-9]+)?"
    r"|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9]){1,2}\.[0-9_]*|[-+]?\.(?i:inf)|\.(?i:nan)"
)
_DAY = r"[0-9]{4}-(?:1[012]|0?[0-9])-(?:3[01]|[12][0-9]|0?[0-9])"
_TIME = (
    r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:[Tt]|\s+)([0-9]{1,2}):([0-9]{2}):([0-9]{2})"
    r"(?:\.([0-9]*))?(?:\s*(Z|([-+])([0-9]{1,2}):?([0-9]{2})?))?"
)


def psych_kind(plain: str) -> Kind:
    """What Psych makes of a plain scalar."""
    return _kind(plain) if plain[:1] in _FIRST or not plain else "string"


@lru_cache(maxsize=256)
def psych_time(text: str) -> DateReading | None:
    """The Time that Psych makes of a plain scalar; None for a day and for what is none.

    Without a zone it is UTC.
    """
    found = _patterns()[3].fullmatch(text)
    if found is None:
        return None
    fraction, zone, sign, hours, minutes = found.groups()[6:]
    try:
        clock = _clock(list(map(int, found.groups()[:6])))
        clock += timedelta(microseconds=int((fraction or "")[:6].ljust(6, "0")))
        away = timedelta(hours=int(hours or 0), minutes=int(minutes or 0))
        clock = clock.replace(tzinfo=fixed(-away if sign == "-" else away))
    except (ValueError, OverflowError):
        return None
    return DateReading(clock, zone is not None, False, "2006-01-02 15:04:05")


def _clock(numbers: list[int]) -> datetime:
    year, month, day, hour, minute, second = numbers
    if hour * 3600 + minute * 60 + second > 24 * 3600 or minute > 59 or second > 60:
        raise ValueError("not a time of day")
    return datetime(year, month, day) + timedelta(hours=hour, minutes=minute, seconds=second)


@lru_cache(maxsize=512)
def _kind(plain: str) -> Kind:
    if not plain or plain == "~" or plain.lower() == "null":
        return "null"
    if plain.lower() in _BOOLS:
        return "bool"
    whole, real, day, time = _patterns()
    if whole.fullmatch(plain):
        return "int"
    if real.fullmatch(plain):
        return "float"
    if day.fullmatch(plain):
        return "date" if _is_day(plain) else "string"
    found = time.fullmatch(plain)
    return "date" if found and _is_time(*map(int, found.groups()[1:6])) else "string"


def _is_day(plain: str) -> bool:
    try:
        return bool(datetime(*map(int, plain.split("-"))))  # type: ignore[arg-type]
    except ValueError:
        return False


def _is_time(month: int, day: int, hour: int, minute: int, second: int) -> bool:
    """True for what Ruby's `Time.utc` takes: every month has 31 days to it."""
    past = hour * 3600 + minute * 60 + second
    return 1 <= month <= 12 and 1 <= day <= 31 and past <= 86400 and minute < 60 and second <= 60


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(text, re.ASCII) for text in (_INT, _FLOAT, _DAY, _TIME))
