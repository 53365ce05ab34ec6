"""What ISO 8601 and RFC 822 say of a date."""

from __future__ import annotations

from datetime import UTC
from functools import lru_cache

from newslint.generators.hugo.date_layouts import hugo_date
from newslint.model.article import DateReading
from newslint.model.values import Scalar
from newslint.text.dates import WITHOUT_YEAR, in_zone, with_seconds
from newslint.text.loose_dates import loose_date
from newslint.text.regex import regex

_STANDARD = regex(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:[.,][0-9]+)?)?"
    r" ?(?:Z|UTC|GMT|[+-][0-9]{2}(?::?[0-9]{2})?)?"
    r"|(?:[A-Z][a-z]{2}, )?[0-9]{1,2} [A-Z][a-z]{2} [0-9]{4} [0-9]{2}:[0-9]{2}(?::[0-9]{2})?"
    r" (?:Z|UT|UTC|GMT|[+-][0-9]{4})"
)


def standard_date(value: Scalar, zone: str) -> DateReading | None:
    """The date of a text or a timestamp with a year, a month and a day; else None."""
    if value.kind not in ("string", "date"):
        return None
    text = value.text if value.kind == "string" else with_seconds(value.text)
    return _written(text, zone, timestamp=value.kind == "date")


@lru_cache(maxsize=256)
def _written(text: str, zone: str, *, timestamp: bool) -> DateReading | None:
    reading = hugo_date(text, "string", zone)
    if reading is not None and reading.layout not in WITHOUT_YEAR:
        if reading.zone_name not in ("GMT", "UTC"):
            return reading
        at_utc = hugo_date(text, "string", "")
        return at_utc and DateReading(at_utc.moment, True, False, at_utc.layout)
    if not timestamp and not _STANDARD.fullmatch(text):
        return None
    found = loose_date(text)
    if found is None:
        return None
    if found.offset is None:
        return DateReading(in_zone(found.clock, zone), False, found.date_only, "ISO 8601")
    moment = (found.clock - found.offset).replace(tzinfo=UTC)
    if found.offset:
        from datetime import timezone

        moment = moment.astimezone(timezone(found.offset))
    return DateReading(moment, True, False, "ISO 8601" if text[:4].isdigit() else "RFC 822")
