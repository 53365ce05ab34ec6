"""The texts that JavaScript's `new Date(text)` reads: ISO 8601, and what V8 makes of the rest.

Measured with Node 20 (V8 11.3). A day alone in ISO 8601 is in UTC, every other text without a zone
is in the zone of the machine. The rest is read word by word: numbers are a time where a `:` says
so, else month, day and year (`01/02/2025` is in January); the name of a month changes the order.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from functools import lru_cache

from newslint.generators.shared.javascript.scalars import fixed, timestamp
from newslint.model.article import DateReading
from newslint.model.records import dataclass, field
from newslint.model.values import Scalar
from newslint.text.dates import MONTHS, in_zone
from newslint.text.regex import regex

_ISO = regex(
    r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?"
    r"(?:T([0-9]{2}):([0-9]{2})(?::([0-9]{2})(?:\.([0-9]+))?)?"
    r"(?:(Z)|([+-])([0-9]{2}):?([0-9]{2}))?)?",
    re.IGNORECASE | re.ASCII,
)
_ISO_DAY = regex(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?=T)", re.IGNORECASE | re.ASCII)
_TOKEN = regex(
    r"(?P<number>[0-9]+)|(?P<gap>\s+)|(?P<word>(?:(?!\s)[A-Za-z\[-`{-\U0010ffff])+)"
    r"|(?P<brackets>\([^()]*\)?)|(?P<sign>.)",
    re.DOTALL,
)
_ZONES = {"ut": 0, "utc": 0, "gmt": 0, "z": 0, "est": -5, "edt": -4, "cst": -6, "cdt": -5,
          "mst": -7, "mdt": -6, "pst": -8, "pdt": -7}  # fmt: skip
_LONGEST = 100


class _UnreadError(ValueError):
    """JavaScript makes an invalid date of the text."""


def js_value(value: Scalar, zone: str) -> DateReading | None:
    """The date of a value as js-yaml types it: a timestamp, a text, or milliseconds since 1970."""
    match value.kind:
        case "date":
            return timestamp(value.text)
        case "string":
            return js_date(value.text, zone)
        case "int" | "float":
            return js_number(value.text)
    return None


@lru_cache(maxsize=256)
def js_date(text: str, zone: str) -> DateReading | None:
    """The date that `new Date(text)` makes; None for an invalid one.

    `zone` is the machine's. A day that the month does not have is None, though JavaScript counts
    on into the next month, and so is a year beyond 9999.
    """
    if len(text) > _LONGEST:
        return None
    try:
        found = _ISO.fullmatch(text)
        if found:
            return _iso(found.groups(), zone)
        if _ISO_DAY.match(text):
            return None
        return _Words().read(text, zone)
    except (ValueError, OverflowError):
        return None


def js_number(text: str) -> DateReading | None:
    """The date that `new Date(number)` makes: the number counts whole milliseconds since 1970."""
    try:
        moment = datetime.fromtimestamp(int(float(text.replace("_", ""))) / 1000, UTC)
    except (ValueError, OverflowError, OSError):
        return None
    return DateReading(moment, True, False, "milliseconds", numeric=True)


def _iso(parts: tuple[str | None, ...], zone: str) -> DateReading:
    year, month, day, hour, minute, second, fraction, utc, sign, hours, minutes = parts
    start = datetime(int(year or 0), int(month or 1), int(day or 1))
    if hour is None:
        layout = "2006-01-02"[: 4 + 3 * bool(month) + 3 * bool(day)]
        return DateReading(start.replace(tzinfo=UTC), False, True, layout)
    clock = start + _time_of_day(int(hour), int(minute or 0), int(second or 0), _ms(fraction))
    layout = "2006-01-02T15:04:05"
    if utc:
        return DateReading(clock.replace(tzinfo=UTC), True, False, layout)
    if sign:
        away = _away(1 if sign == "+" else -1, int(hours or 0), int(minutes or 0))
        return DateReading(clock.replace(tzinfo=fixed(away)), True, False, layout)
    return DateReading(in_zone(clock, zone), False, False, layout)


def _ms(digits: str | None) -> int:
    return int((digits or "")[:3].ljust(3, "0"))


def _time_of_day(hour: int, minute: int, second: int, thousandths: int) -> timedelta:
    past = minute or second or thousandths
    if hour > 24 or (hour == 24 and past) or minute > 59 or second > 59:
        raise _UnreadError
    return timedelta(hours=hour, minutes=minute, seconds=second, milliseconds=thousandths)


def _away(sign: int, hours: int, minutes: int) -> timedelta:
    return sign * timedelta(hours=hours, minutes=minutes)


@dataclass(slots=True)
class _Words:
    """What was read so far: numbers of the day, of the time, and of the offset."""

    day: list[int] = field(default_factory=list)
    time: list[int] = field(default_factory=list)
    month: int = 0
    half: int | None = None
    sign: int = 0
    hours: int | None = None
    minutes: int | None = None
    seen: bool = False

    def read(self, text: str, zone: str) -> DateReading:
        tokens = [(found.lastgroup or "", found[0]) for found in _TOKEN.finditer(text)]
        tokens += [("end", "")] * 2
        at = 0
        while tokens[at][0] != "end":
            kind, word = tokens[at]
            at += 1
            if kind == "number":
                at = self.number(word, tokens, at)
            elif kind == "word":
                at = self.word(word.lower(), tokens, at)
            elif kind == "sign" and word in "+-" and (self.in_utc or self.time):
                at = self.offset(1 if word == "+" else -1, tokens, at)
            elif kind == "sign" and word in "+-)" and self.seen:
                raise _UnreadError
        return self.reading(zone)

    @property
    def in_utc(self) -> bool:
        return self.hours == 0 and self.minutes == 0

    def number(self, word: str, tokens: list[tuple[str, str]], at: int) -> int:
        """Take a number in; the place of the last token that belongs to it. Raises _UnreadError."""
        number, behind = int(word), tokens[at][1]
        self.seen = True
        if behind == ":":
            at += 1
            if tokens[at][1] == ":":
                self.add_time(number, 0)
                return at + 1
            self.add_time(number)
            return at + (tokens[at][1] == ".")
        if behind == "." and self.time_expects(number):
            self.add_time(number)
            if tokens[at + 1][0] != "number":
                raise _UnreadError
            self.finish_time(_ms(tokens[at + 1][1]))
            return at + 2
        if self.sign and self.hours is not None and self.minutes is None and number < 60:
            self.minutes = number  # of an offset
            return at
        if self.time_expects(number):
            self.finish_time(number)
            if tokens[at][0] not in ("end", "gap") and tokens[at][1].lower() not in "z+-":
                raise _UnreadError
            return at
        if len(self.day) == 3:
            raise _UnreadError
        self.day.append(number)
        return at + (behind == "-")

    def time_expects(self, number: int) -> bool:
        limit = (0, 60, 60, 1000, 0)[len(self.time)]
        return number < limit

    def add_time(self, *numbers: int) -> None:
        if len(self.time) + len(numbers) > 4:
            raise _UnreadError
        self.time += numbers

    def finish_time(self, number: int) -> None:
        self.add_time(number)
        self.time += [0] * (4 - len(self.time))

    def word(self, word: str, tokens: list[tuple[str, str]], at: int) -> int:
        if word in ("am", "pm") and self.time:
            self.half = 12 * (word == "pm")
        elif word[:3] in MONTHS:
            self.month = MONTHS.index(word[:3]) + 1
            return at + (tokens[at][1] == "-")
        elif word in _ZONES and self.seen:
            hours = _ZONES[word]
            self.sign, self.hours, self.minutes = -1 if hours < 0 else 1, abs(hours), 0
        elif self.seen or tokens[at][0] == "number":
            raise _UnreadError
        return at

    def offset(self, sign: int, tokens: list[tuple[str, str]], at: int) -> int:
        self.sign, self.seen = sign, True
        digits = ""
        if tokens[at][0] == "number":
            digits = tokens[at][1]
            at += 1
        number = int(digits or 0)
        if tokens[at][1] == ":":
            self.hours, self.minutes = number, None
        elif len(digits) in (1, 2):
            self.hours, self.minutes = number, 0
        elif len(digits) in (3, 4):
            self.hours, self.minutes = divmod(number, 100)
        else:
            raise _UnreadError
        return at

    def reading(self, zone: str) -> DateReading:
        year, month, day = self.date()
        timed = bool(self.time)
        hour, minute, second, thousandths = [*self.time, 0, 0, 0, 0][:4]
        if self.half is not None:
            if hour > 12:
                raise _UnreadError
            hour = hour % 12 + self.half
        clock = datetime(year, month, day) + _time_of_day(hour, minute, second, thousandths)
        if self.sign:
            away = _away(self.sign, self.hours or 0, self.minutes or 0)
            return DateReading(clock.replace(tzinfo=fixed(away)), True, not timed, "words")
        return DateReading(in_zone(clock, zone), False, not timed, "words")

    def date(self) -> tuple[int, int, int]:
        if not self.day:
            raise _UnreadError
        one, two, three = [*self.day, 1, 1][:3]
        year_first = not 1 <= one <= 31
        if self.month:
            year, day = (one, two) if year_first else (two, one)
            return _whole_year(year), self.month, day
        if year_first:
            return _whole_year(one), two, three
        return _whole_year(three), one, two


def _whole_year(year: int) -> int:
    if year > 99:
        return year
    return year + (2000 if year < 50 else 1900)
