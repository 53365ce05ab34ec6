"""date-zone-name (DAT004): the date names its zone (`EST`), and the target reads another one.

## What it does

Reports a date whose zone is a name that the target drops, where the zone that the target takes
instead is another. Nothing is said where both are the same (`GMT` on a site in UTC, `CET` on one in
Berlin in winter, `IST` on one in Kolkata), nor of `GMT` where the site's zone is not known.

## Why it matters

Hugo reads the name and forgets it: `10:00:00 EST` is ten o'clock in the site's zone, which is UTC
where the site names none. The article is five hours off, and even `GMT` is on a site in New York.

## Fix

Writes the date as RFC 3339 with the offset that the name stands for in RFC 822 or in common use:
unsafe, as the moment changes. Names that stand for several offsets (`IST`, `BST`, and `CST`, which
is China's too) are left to you.

## Options

None.

## Source

RFC 822, section 5.1; spf13/cast, `TimeFormatNamedTimezone`; measured with Hugo 0.168: seven sites,
with `timeZone` and without, 17 names in six forms each.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, timedelta, timezone

from newslint.rule import (
    DATE_ROLES,
    Article,
    Context,
    DateReading,
    Example,
    Field,
    Fix,
    Iterator,
    NoOptions,
    Precision,
    Problem,
    Rule,
    Scalar,
    SetScalar,
    Severity,
    shorten,
)
from newslint.text.dates import rfc3339

_HOURS = {
    "UTC": 0, "GMT": 0, "UT": 0, "Z": 0, "EST": -5, "EDT": -4, "CDT": -5, "MST": -7, "MDT": -6,
    "PST": -8, "PDT": -7, "AKST": -9, "AKDT": -8, "HST": -10, "WET": 0, "WEST": 1, "CET": 1,
    "CEST": 2, "EET": 2, "EEST": 3, "MSK": 3, "JST": 9, "KST": 9, "AEST": 10, "AEDT": 11,
    "NZST": 12, "NZDT": 13, "WAT": 1, "CAT": 2, "SAST": 2, "EAT": 3, "TRT": 3, "PKT": 5, "ICT": 7,
    "WIB": 7, "HKT": 8, "SGT": 8, "BRT": -3, "ART": -3,
}  # fmt: skip
_OTHER_HOURS: Mapping[str, tuple[float, ...]] = {
    "EST": (10, 11), "EDT": (11,), "CST": (-6, 8, 9.5, 10.5, -5), "CDT": (-4,), "MST": (6.5, 8),
    "PST": (8,), "IST": (5.5, 1, 2), "BST": (1, 6), "AST": (-4, 3), "SST": (-11, 8), "GST": (4, -2),
    "WST": (8, 13), "ECT": (-4, -5, 1), "AMT": (-4, 4), "MSK": (4,),
}  # fmt: skip
"""What else a name stands for: Australia's Eastern time, China's, Ireland's and Israel's."""


def check(article: Article, options: NoOptions) -> Iterator[Problem]:
    """One problem for each date with the name of a zone that the target does not take."""
    for field in article.pick(DATE_ROLES):
        scalar = field.scalar
        context = article.context
        if scalar is None or not suspects(scalar, options, context):
            continue
        reading = context.generator.date(scalar, context.timezone)
        if reading is None or not reading.zone_name:
            continue
        known = bool(context.timezone or context.generator.usual_zone)
        if not _is_right(reading, known=known):
            yield _problem(article, field, scalar, reading, known=known)


def suspects(scalar: Scalar, options: NoOptions, context: Context) -> bool:
    """False for ISO 8601, and for what is too short for a time with a zone."""
    return scalar.text[4:5] != "-" and len(scalar.text) >= 16


def _is_right(reading: DateReading, *, known: bool) -> bool:
    """True when the zone that is read may be the one that is named.

    Most sites whose zone is not known are in UTC, or mean it.
    """
    name = reading.zone_name
    if not known:
        return _hours(name) == 0
    read = (reading.moment.utcoffset() or timedelta()) / timedelta(hours=1)
    meant = (_hours(name), *_OTHER_HOURS.get(name, ()))
    return reading.moment.tzname() == name or read in meant


def _problem(
    article: Article, field: Field, scalar: Scalar, reading: DateReading, *, known: bool
) -> Problem:
    name, title = reading.zone_name, article.generator.title
    dropped = f"which {title} drops" if title else "which many tools drop"
    result = f"but {title} reads `{rfc3339(reading)}`" if known and title else dropped
    what = f"{field.key} {shorten(scalar.text)} names the time zone `{name}`, {result}"
    severity: Severity | None = None if known and title else "warning"
    hours = _hours(name)
    if hours is None:
        advice = "replace the name with the offset"
        return Problem(scalar.span, what, field.key, None, severity, advice=advice)
    text = rfc3339(_with_offset(reading, hours))
    change = SetScalar(scalar, text, literal=scalar.style == "plain")
    why = "the zone may stand for another offset"
    fix = Fix(f"Write {text}", (change,), safe=False, why=why)
    return Problem(scalar.span, what, field.key, fix, severity, advice=f"change it to `{text}`")


def _hours(name: str) -> float | None:
    """What the name stands for in RFC 822 or in common use; None for none, and for several."""
    return int(name) if re.fullmatch(r"[+-]\d{1,2}", name) else _HOURS.get(name)


def _with_offset(reading: DateReading, hours: float) -> DateReading:
    zone = timezone(timedelta(hours=hours)) if hours else UTC
    return reading._replace(moment=reading.moment.replace(tzinfo=zone), zoned=True)


RULE = Rule(
    code="DAT004",
    name="date-zone-name",
    severity="error",
    preset="default",
    precision=Precision("very-high", note="asked of the real program"),
    fields=DATE_ROLES,
    check=check,
    suspects=suspects,
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
                        "date `Wed, 31 Dec 2025 10:00:00 EST` names the time zone `EST`, but Hugo "
                        "reads `2025-12-31T10:00:00Z`; change it to `2025-12-31T10:00:00-05:00`"
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
            note="Greenwich time on a site in New York",
            front="""\
title: A
date: Wed, 31 Dec 2025 10:00:00 GMT
""",
            found=(
                (
                    "3:7-3:36",
                    (
                        "date `Wed, 31 Dec 2025 10:00:00 GMT` names the time zone `GMT`, but Hugo "
                        "reads `2025-12-31T10:00:00-05:00`; change it to `2025-12-31T10:00:00Z`"
                    ),
                ),
            ),
            front_after="""\
title: A
date: 2025-12-31T10:00:00Z
""",
            unsafe=True,
            site={"timeZone": "America/New_York"},
        ),
        Example(
            note="Greenwich time on a site that names no zone, which is in UTC",
            front="""\
title: A
date: Wed, 31 Dec 2025 10:00:00 GMT
lastmod: Wed Dec 31 10:00:00 UTC 2025
""",
        ),
        Example(
            note="Central European time in Berlin: winter is right, summer is an hour off",
            front="""\
title: Hochwasser
date: Wed, 31 Dec 2025 10:00:00 CET
lastmod: Wed Jul  1 10:00:00 CET 2026
""",
            found=(
                (
                    "4:10-4:38",
                    (
                        "lastmod `Wed Jul 1 10:00:00 CET 2026` names the time zone `CET`, but "
                        "Hugo reads `2026-07-01T10:00:00+02:00`; change it to "
                        "`2026-07-01T10:00:00+01:00`"
                    ),
                ),
            ),
            front_after="""\
title: Hochwasser
date: Wed, 31 Dec 2025 10:00:00 CET
lastmod: 2026-07-01T10:00:00+01:00
""",
            unsafe=True,
            site={"timeZone": "Europe/Berlin"},
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
                        "date `Wed Dec 31 10:00:00 IST 2025` names the time zone `IST`, but Hugo "
                        "reads `2025-12-31T10:00:00Z`; replace the name with the offset"
                    ),
                ),
            ),
        ),
        Example(
            note="The same name where the site's zone is one of them",
            front="""\
title: A
date: Wed Dec 31 10:00:00 IST 2025
""",
            site={"timeZone": "Asia/Kolkata"},
        ),
        Example(
            note="A site of which nothing is known",
            front="""\
title: A
date: Wed, 31 Dec 2025 10:00:00 PST
lastmod: Wed, 31 Dec 2025 10:00:00 GMT
""",
            found=(
                (
                    "3:7-3:36",
                    (
                        "date `Wed, 31 Dec 2025 10:00:00 PST` names the time zone `PST`, which "
                        "Hugo drops; change it to `2025-12-31T10:00:00-08:00`"
                    ),
                ),
            ),
            front_after="""\
title: A
date: 2025-12-31T10:00:00-08:00
lastmod: Wed, 31 Dec 2025 10:00:00 GMT
""",
            unsafe=True,
            site=None,
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
