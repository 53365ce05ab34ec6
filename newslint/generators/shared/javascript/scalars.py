"""What an unquoted YAML scalar is to the parsers of JavaScript: js-yaml 3 and js-yaml 4.

Measured with js-yaml 3.15.2 (which gray-matter 4.0.3 and so Eleventy up to 3.1.6 use) and 4.3.2
(Eleventy since 3.1.7, Astro 5.18, and Hexo 8.1 through hexo-front-matter 4.2.1): version 3 is YAML
1.1 without its `yes` and `no`, version 4 is YAML 1.2 with dates.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from functools import cache, lru_cache

from newslint.generators.answers import YamlQuirks
from newslint.model.article import DateReading
from newslint.model.values import Kind

JS_YAML = YamlQuirks(merges=True, headers="any", tags=True)
"""At what both versions stop."""

_WORDS: dict[str, Kind] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), "null"),
    **dict.fromkeys(("true", "True", "TRUE", "false", "False", "FALSE"), "bool"),
}
_FIRST = frozenset("0123456789+-.~ntfNTF")

_INT_3 = (
    r"[-+]?(?:0|0b_*[01](?:[01_]*[01])?|0x_*[0-9a-fA-F](?:[0-9a-fA-F_]*[0-9a-fA-F])?"
    r"|0_*[0-7](?:[0-7_]*[0-7])?|[1-9](?:[0-9_]*[0-9])?|[1-9][0-9_]*(?::[0-5]?[0-9])+)"
)
_FLOAT_3 = (
    r"(?:[-+]?(?:0|[1-9][0-9_]*)(?:\.[0-9_]*)?(?:[eE][-+]?[0-9]+)?"
    r"|\.[0-9_]+(?:[eE][-+]?[0-9]+)?|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*)(?<!_)"
)
_INT_4 = r"[-+]?(?:0b[01]+|0x[0-9a-fA-F]+|0o[0-7]+|[0-9]+)"
_FLOAT_4 = r"[-+]?[0-9]+(?:\.[0-9]*)?(?:[eE][-+]?[0-9]+)?|\.[0-9]+(?:[eE][-+]?[0-9]+)?"
_NOT_FINITE = r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)"
_DATE = (
    r"(?P<year>[0-9]{4})-(?:(?P<month>[0-9]{2})-(?P<day>[0-9]{2})"
    r"|(?P<month1>[0-9]{1,2})-(?P<day1>[0-9]{1,2})(?:[Tt]|[ \t]+)"
    r"(?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2}):(?P<second>[0-9]{2})(?:\.(?P<fraction>[0-9]*))?"
    r"(?:[ \t]*(?P<zone>Z|(?P<sign>[-+])(?P<hours>[0-9]{1,2})(?::(?P<minutes>[0-9]{2}))?))?)"
)


def kind_3(plain: str) -> Kind:
    """What js-yaml 3 makes of a plain scalar."""
    return _kind(plain, 3) if plain[:1] in _FIRST or not plain else "string"


def kind_4(plain: str) -> Kind:
    """What js-yaml 4 makes of a plain scalar."""
    return _kind(plain, 4) if plain[:1] in _FIRST or not plain else "string"


@lru_cache(maxsize=512)
def _kind(plain: str, version: int) -> Kind:
    if plain in _WORDS:
        return _WORDS[plain]
    for kind, pattern in _patterns(version):
        if pattern.fullmatch(plain):
            return kind
    return "string"


@cache
def _patterns(version: int) -> tuple[tuple[Kind, re.Pattern[str]], ...]:
    whole, real = (_INT_3, _FLOAT_3) if version == 3 else (_INT_4, _FLOAT_4)
    return (
        ("int", re.compile(whole)),
        ("float", re.compile(f"{real}|{_NOT_FINITE}")),
        ("date", re.compile(_DATE)),
    )


@lru_cache(maxsize=256)
def timestamp(text: str) -> DateReading | None:
    """The Date that both make of a plain scalar of the kind "date"; without a zone it is UTC.

    A day that the month does not have is None, though JavaScript counts on into the next month.
    """
    found = _patterns(4)[2][1].fullmatch(text)
    if found is None:
        return None
    parts = found.groupdict()
    try:
        return _timed(parts) if parts["hour"] else _day(parts)
    except (ValueError, OverflowError):
        return None


def _day(parts: dict[str, str | None]) -> DateReading:
    month, day = parts["month"] or parts["month1"], parts["day"] or parts["day1"]
    year = int(parts["year"] or 0)
    year += 1900 if year < 100 else 0  # as `Date.UTC` has it
    moment = datetime(year, int(month or 0), int(day or 0), tzinfo=UTC)
    return DateReading(moment, False, True, "2006-01-02")


def _timed(parts: dict[str, str | None]) -> DateReading:
    hour, minute, second = (int(parts[name] or 0) for name in ("hour", "minute", "second"))
    if hour * 60 + minute > 24 * 60 or minute > 59 or second > 60:
        raise ValueError("not a time of day")
    thousandths = int((parts["fraction"] or "")[:3].ljust(3, "0"))
    clock = _day(parts).moment
    clock += timedelta(hours=hour, minutes=minute, seconds=second, milliseconds=thousandths)
    if parts["sign"]:
        away = timedelta(hours=int(parts["hours"] or 0), minutes=int(parts["minutes"] or 0))
        clock = clock.replace(tzinfo=fixed(-away if parts["sign"] == "-" else away))
    return DateReading(clock, bool(parts["zone"]), False, "2006-01-02T15:04:05")


def fixed(away: timedelta) -> tzinfo:
    """The zone that is always so far from UTC. Raises ValueError for a day or more."""
    return timezone(away) if away else UTC
