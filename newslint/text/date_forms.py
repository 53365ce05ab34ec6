"""The form of a date: the one that all tools read alike, and those that not all read alike."""

from __future__ import annotations

import re
from datetime import datetime, timezone
from typing import Protocol

from newslint.model.article import DateReading
from newslint.model.changes import SetScalar
from newslint.model.records import NamedTuple
from newslint.model.values import Kind, Scalar
from newslint.text.dates import WITHOUT_YEAR, in_zone, offset_text, rfc3339
from newslint.text.loose_dates import loose_date
from newslint.text.regex import regex

_CANONICAL = regex(r"\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?)?", re.ASCII)
_FRACTION = regex(r":\d\d[.,](\d+)", re.ASCII)
_TWO_NUMBERS = regex(r"\s*(\d{1,2})([-/.])(\d{1,2})\2\d", re.ASCII)
_TWO_ZONES = regex(r"[+-](?!00:?00)\d\d:?\d\d +(?:UTC|GMT|Z)\b", re.ASCII | re.IGNORECASE)
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_END_OF_DAY = regex(r"\b24:00")
_PIVOTS = range(50, 69)
"""Years of two digits that JavaScript reads in the 20th century, Go and Ruby in the 21st."""


class Doubt(NamedTuple):
    """Why a date may mean something else: what is wrong with it, and what may have been meant."""

    what: str
    why: str


def is_canonical(text: str) -> bool:
    """True for a day or a time as RFC 3339 has it; the offset may be absent."""
    return _CANONICAL.fullmatch(text) is not None


class Reader(Protocol):
    """What is asked of a generator here; its base class says what the answers mean."""

    @property
    def zoneless_dates(self) -> bool: ...

    def date(self, value: Scalar, zone: str) -> DateReading | None: ...

    def kind(self, plain: str) -> Kind: ...


class Setting(Protocol):
    """Who reads an article, and the IANA zone of its site; empty when none is known."""

    @property
    def generator(self) -> Reader: ...

    @property
    def timezone(self) -> str: ...


def dated(context: Setting, value: Scalar | None) -> DateReading | None:
    """The day, or day and time, that the target reads in a text or a date of the format's own.

    None where it reads none, no year, a word, a number, the name of a zone, or 24:00, which is
    another day in any other form.
    """
    if value is None or value.kind not in ("string", "date"):
        return None
    reading = context.generator.date(value, context.timezone)
    if reading is None or reading.zone_name or reading.layout in ("", *WITHOUT_YEAR):
        return None
    odd = reading.numeric or "\n" in value.text or _END_OF_DAY.search(value.text)
    return None if odd else reading


def doubt(text: str, reading: DateReading) -> Doubt | None:
    """What some reader takes otherwise than the target does; None for a mere form."""
    if is_canonical(text):
        return None
    weekday = _wrong_weekday(text, reading)
    if weekday:
        what = f"has the wrong weekday, `{weekday}`"
        return Doubt(what, "the weekday may be right and the day wrong")
    if _TWO_ZONES.search(text):
        return Doubt("has two zones that differ", "either of the two zones may be meant")
    other = _other_order(text, reading) or _other_reading(text, reading)
    if other:
        return Doubt(
            f"is read as {_read(reading)} here and as {other} elsewhere", "either may be meant"
        )
    if f"{reading.moment.year:04}" not in text and reading.moment.year % 100 in _PIVOTS:
        what = f"has a year of two digits and is read as {reading.moment.year}"
        return Doubt(what, "another century may be meant")
    return None


def _wrong_weekday(text: str, reading: DateReading) -> str:
    """The weekday that the text names, when the date is another day."""
    named = text.lstrip()[:3]
    if named.lower() not in _DAYS or _DAYS[reading.moment.weekday()] == named.lower():
        return ""
    return named if loose_date(text) is None else ""  # right in the zone that is written


def _other_order(text: str, reading: DateReading) -> str:
    """The day with day and month the other way round, where the text is in numbers only."""
    found = _TWO_NUMBERS.match(text)
    month, day = reading.moment.month, reading.moment.day
    if found is None or day > 12 or day == month or {int(found[1]), int(found[3])} != {month, day}:
        return ""
    return f"{reading.moment.year:04}-{day:02}-{month:02}"


def _other_reading(text: str, reading: DateReading) -> str:
    """What people read in the text, where that is another day or moment; else empty."""
    found = loose_date(text)
    if found is None:
        return ""
    if found.offset is None or not reading.zoned:
        same = not reading.date_only or found.clock.date() == reading.moment.date()
    else:  # aware moments are compared without a conversion, which the first and last days forbid
        moment = found.clock.replace(tzinfo=timezone(found.offset), microsecond=0)
        same = moment == reading.moment.replace(microsecond=0)
    return "" if same else found.text


def _read(reading: DateReading) -> str:
    return _day(reading.moment) if reading.date_only else rfc3339(reading)


def _day(moment: datetime) -> str:
    return f"{moment.year:04}-{moment:%m-%d}"


def canonical(context: Setting, value: Scalar, reading: DateReading, *, native: bool) -> str:
    """The date as RFC 3339 has it, as exact as it is written; empty where that is not certain.

    `native`: the value is a date of the format's own, which has times without an offset.
    """
    found = loose_date(value.text)
    if reading.date_only:
        return _day(reading.moment) if found is None or found.date_only else ""
    moment = reading.moment
    if found is not None and found.offset not in (None, moment.utcoffset()):
        return ""  # the target does not keep the offset that is written
    fraction = _FRACTION.search(value.text)
    clock = f"{_day(moment)}T{moment:%H:%M:%S}" + (f".{fraction[1]}" if fraction else "")
    if reading.zoned:
        return clock + offset_text(moment.utcoffset())
    if native:
        return clock
    # without the site's zone it is not known which offset to write
    return clock + offset_text(moment.utcoffset()) if _in_own_zone(context, reading) else ""


def _in_own_zone(context: Setting, reading: DateReading) -> bool:
    """True when the target reads a time without a zone in the site's zone, and that is known.

    Ruby and JavaScript read a bare YAML date in UTC. Hexo's own format has no zone.
    """
    if not context.timezone or context.generator.zoneless_dates:
        return False
    clock = reading.moment.replace(tzinfo=None)
    return in_zone(clock, context.timezone).utcoffset() == reading.moment.utcoffset()


def rewriting(context: Setting, value: Scalar, reading: DateReading, text: str) -> SetScalar | None:
    """The change that gives a date another form; None where the target would read another moment.

    What is quoted stays quoted, what is bare stays bare, but for a text that would become a date
    of YAML's own.
    """
    literal = value.style == "plain"
    if literal and value.kind == "string":
        literal = context.generator.kind(text) == "string"
    style = "double" if value.style == "plain" and not literal else value.style
    new = value._replace(text=text, style=style)
    after = context.generator.date(new, context.timezone)
    if after is None or after.moment != reading.moment:
        return None
    if after.moment.utcoffset() != reading.moment.utcoffset():
        return None
    return SetScalar(value, text, literal)
