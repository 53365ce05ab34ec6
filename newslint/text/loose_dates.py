"""Dates as people and feeds write them, where exactly one reading is possible.

Month names are English. What can be read in two ways (`01/02/2025`, a weekday that is not that
date's, a zone name other than UTC and GMT) is not read at all.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from functools import cache

from newslint.model.records import NamedTuple
from newslint.text.dates import MONTHS, offset_text

_MINUTES = (0, 15, 30, 45)
"""Of an offset in use; others (`-040`), and `-000`, have lost a digit."""

_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—−", "-") | dict.fromkeys("\xa0\u202f\u2009", " "))
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WEEKDAY = r"(?:(?P<weekday>mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,? +)?"
_MONTH = (
    r"(?P<name>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"
_TIME = (
    r"(?:(?: *, *| +at +| *t *| +)(?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2})"
    r"(?::(?P<second>[0-9]{2})(?:[.,](?P<fraction>[0-9]+))?)?"
    r"(?: ?(?P<half>[ap])\.?m\.?)?"
    r"(?: *(?P<zone>z|utc|gmt|ut|[+-][0-9]{1,2}(?::?[0-9]{2})?))?"
    r"(?:\[[a-z_/]+\])?)?"
)


class LooseDate(NamedTuple):
    """A clock time as written. `offset` is None where no zone was written."""

    clock: datetime
    date_only: bool
    offset: timedelta | None

    @property
    def text(self) -> str:
        """The date as ISO 8601, with as much as was written and no more."""
        day = f"{self.clock.year:04}-{self.clock:%m-%d}"
        if self.date_only:
            return day
        text = f"{day}T{self.clock:%H:%M:%S}"
        if self.clock.microsecond:
            text += f".{self.clock.microsecond:06}".rstrip("0")
        return text + (offset_text(self.offset) if self.offset is not None else "")


def loose_date(text: str) -> LooseDate | None:
    """The one date that the text can mean; None when there is none or more than one."""
    plain = text.translate(_DASHES).strip()
    if len(plain) > 60 or not plain.isascii():
        return None
    for pattern in _patterns():
        found = pattern.fullmatch(plain)
        if found:
            return _only(found.groupdict())
    return None


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    shapes = (
        rf"(?P<year>[0-9]{{4}})(?P<sep>[-/.])(?P<month>[0-9]{{1,2}})(?P=sep){_DAY}{_TIME}",
        r"(?P<year>(?:19|20)[0-9]{2})(?P<month>[0-9]{2})(?P<day>[0-9]{2})",
        rf"(?P<one>[0-9]{{1,2}})(?P<sep>[-/.])(?P<two>[0-9]{{1,2}})(?P=sep)(?P<year>[0-9]{{4}}){_TIME}",
        rf"{_WEEKDAY}(?:the +)?{_DAY}(?: +of)?[ -]+{_MONTH},?[ -]+(?P<year>[0-9]{{4}}){_TIME}",
        rf"{_WEEKDAY}{_MONTH} +{_DAY},? +(?P<year>[0-9]{{4}}){_TIME}",
    )
    return tuple(re.compile(shape, re.ASCII | re.IGNORECASE) for shape in shapes)


def _only(parts: dict[str, str | None]) -> LooseDate | None:
    if parts.get("one"):
        orders = ({"month": "one", "day": "two"}, {"month": "two", "day": "one"})
        readings = {_read(parts | {k: parts[v] for k, v in order.items()}) for order in orders}
        readings.discard(None)
        return readings.pop() if len(readings) == 1 else None
    return _read(parts)


def _read(parts: dict[str, str | None]) -> LooseDate | None:
    try:
        clock = datetime(
            int(parts["year"] or 0),
            _month(parts),
            int(parts["day"] or 0),
            _hour(parts),
            int(parts.get("minute") or 0),
            int(parts.get("second") or 0),
            int((parts.get("fraction") or "")[:6].ljust(6, "0")),
        )
        offset = _offset(parts.get("zone"))
    except ValueError:
        return None
    weekday = parts.get("weekday")
    if weekday and _WEEKDAYS[clock.weekday()] != weekday.lower():
        return None
    return LooseDate(clock, parts.get("hour") is None, offset)


def _month(parts: dict[str, str | None]) -> int:
    name = parts.get("name")
    return MONTHS.index(name[:3].lower()) + 1 if name else int(parts["month"] or 0)


def _hour(parts: dict[str, str | None]) -> int:
    hour, half = int(parts.get("hour") or 0), parts.get("half")
    if not half:
        return hour
    if not 1 <= hour <= 12:
        raise ValueError("not an hour of a 12-hour clock")
    return hour % 12 + (12 if half in "pP" else 0)


def _offset(zone: str | None) -> timedelta | None:
    if not zone:
        return None
    if zone[0] not in "+-":
        return timedelta()
    digits = zone[1:].replace(":", "")
    hours, minutes = (int(digits[:-2]), int(digits[-2:])) if len(digits) > 2 else (int(digits), 0)
    if hours > 14 or minutes not in _MINUTES or (len(digits) == 3 and hours == 0):
        raise ValueError("not an offset in use")
    size = timedelta(hours=hours, minutes=minutes)
    return -size if zone[0] == "-" else size


def guess(text: str) -> str | None:
    """What a refused date certainly means, in ISO 8601 with no more than was written; else None.

    `2025-1-5` is `2025-01-05`, `Dec 31, 2025` is `2025-12-31`, `Wed, 1 Jan 2025 10:00:00 GMT` is
    `2025-01-01T10:00:00Z`; `01/02/2025` is None.
    """
    found = loose_date(text)
    return found.text if found else None
