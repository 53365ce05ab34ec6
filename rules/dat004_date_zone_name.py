"""date-zone-name (DAT004): the date names its zone (`EST`, `GMT`), and the target drops the name.

## What it does

Reports a date whose zone is a name that the target does not understand. Where the name says what
the target takes anyway (`GMT` on a site whose zone is UTC) it is a note.

## Why it matters

Hugo reads the name and forgets it: `10:00:00 EST` is ten o'clock in the site's zone, five hours
off, and even `GMT` is ignored on a site with another zone.

## Fix

Writes the date as RFC 3339 with the offset that the name stands for in RFC 822 or in common use.
Safe where the name is UTC or GMT and the site's zone is UTC; otherwise unsafe, as the moment
changes. Names that stand for several offsets (`IST`, `BST`, and `CST`, which is China's too) are
left to you, except where the site's own zone has that name at that time.

## Options

None.

## Source

RFC 822, section 5.1; spf13/cast, `TimeFormatNamedTimezone`; measured with Hugo 0.168.
"""

from __future__ import annotations

import re
from datetime import UTC, timedelta, timezone

from newslint.rule import (
    DATE_ROLES,
    Article,
    DateReading,
    Example,
    Field,
    Fix,
    Iterator,
    NoOptions,
    Problem,
    Rule,
    Scalar,
    SetScalar,
    Severity,
    shorten,
)
from newslint.text.dates import rfc3339

_HOURS = {
    "UTC": 0, "GMT": 0, "EST": -5, "EDT": -4, "CDT": -5, "MST": -7, "MDT": -6,
    "PST": -8, "PDT": -7, "AKST": -9, "AKDT": -8, "HST": -10, "WET": 0, "WEST": 1, "CET": 1,
    "CEST": 2, "EET": 2, "EEST": 3, "MSK": 3, "JST": 9, "KST": 9, "AEST": 10, "AEDT": 11,
    "NZST": 12, "NZDT": 13,
}  # fmt: skip


def check(article: Article, options: NoOptions) -> Iterator[Problem]:
    """One problem for each date with the name of a zone."""
    for field in article.pick(DATE_ROLES):
        scalar = field.scalar
        if scalar is None or scalar.text[4:5] == "-" or len(scalar.text) < 16:
            continue  # ISO 8601, or too short for a time with a zone
        context = article.context
        reading = context.generator.date(scalar, context.timezone)
        if reading is not None and reading.zone_name:
            yield _problem(field, scalar, reading, known=bool(context.timezone))


def _problem(field: Field, scalar: Scalar, reading: DateReading, *, known: bool) -> Problem:
    name = reading.zone_name
    what = f"{field.key} {shorten(scalar.text)} uses the time zone name `{name}` and no UTC offset"
    hours = _hours(name)
    if known and reading.moment.tzname() == name:
        offset = reading.moment.utcoffset() or timedelta()
        hours = offset.total_seconds() / 3600
    if hours is None:
        advice = "replace the name with the offset"
        return Problem(scalar.span, what, field.key, advice=advice)
    meant = _with_offset(reading, hours)
    right = known and meant.moment == reading.moment
    text = rfc3339(meant)
    change = SetScalar(scalar, text, literal=scalar.style == "plain")
    fix = Fix(
        f"Write {text}",
        (change,),
        safe=right and name in ("UTC", "GMT"),
        why="the zone may stand for another offset",
    )
    severity: Severity | None = "info" if right else None
    advice = f"change it to `{text}`"
    return Problem(scalar.span, what, field.key, fix, severity, advice=advice)


def _hours(name: str) -> float | None:
    if re.fullmatch(r"[+-]\d{1,2}", name):
        return int(name)
    return _HOURS.get(name)


def _with_offset(reading: DateReading, hours: float) -> DateReading:
    zone = timezone(timedelta(hours=hours)) if hours else UTC
    return reading._replace(moment=reading.moment.replace(tzinfo=zone), zoned=True)


RULE = Rule(
    code="DAT004",
    name="date-zone-name",
    severity="error",
    presets=("default", "news"),
    fields=DATE_ROLES,
    check=check,
    examples=(
        Example(
            note="Eastern time as feeds write it, between odd quotes and with a comment",
            front="""\
title: Überschwemmung
date: 'Wed, 31 Dec 2025 10:00:00 EST'  # feed
""",
            found=(
                (
                    "3:7-3:38",
                    (
                        "date `Wed, 31 Dec 2025 10:00:00 EST` uses the time zone name `EST` "
                        "and no UTC offset; change it to `2025-12-31T10:00:00-05:00`"
                    ),
                ),
            ),
            front_after="""\
title: Überschwemmung
date: '2025-12-31T10:00:00-05:00'  # feed
""",
            unsafe=True,
        ),
        Example(
            note="Greenwich time on a site whose zone is UTC",
            front="""\
title: A
date: Wed, 31 Dec 2025 10:00:00 GMT
""",
            found=(
                (
                    "3:7-3:36",
                    (
                        "date `Wed, 31 Dec 2025 10:00:00 GMT` uses the time zone name `GMT` "
                        "and no UTC offset; change it to `2025-12-31T10:00:00Z`"
                    ),
                ),
            ),
            front_after="""\
title: A
date: 2025-12-31T10:00:00Z
""",
            config={"timezone": "UTC"},
        ),
        Example(
            note="A name with several meanings",
            front="""\
title: A
date: Wed Dec 31 10:00:00 IST 2025
""",
            found=(
                (
                    "3:7-3:35",
                    (
                        "date `Wed Dec 31 10:00:00 IST 2025` uses the time zone name `IST` "
                        "and no UTC offset; replace the name with the offset"
                    ),
                ),
            ),
        ),
        Example(
            note="Offsets are understood, with a name beside them too",
            front="""\
title: A
date: Wed, 31 Dec 2025 10:00:00 -0500
lastmod: 2025-12-31 10:00:00 -0500 EST
""",
        ),
        Example(
            note="Another target reads GMT",
            front="""\
title: A
date: Wed, 31 Dec 2025 10:00:00 GMT
""",
            target="generic",
        ),
    ),
)
