"""date-noncanonical (DAT007): the target reads the date, and other tools do not or read another.

## What it does

Reports a date that is not written as RFC 3339 has it (`2025-12-31T10:00:00+01:00`), and one whose
weekday is another day's. A time without a zone in that form, on a site whose zone is known, is
right, as is a day without a time, and Hexo's own format, which has no zone.

## Why it matters

RFC 3339 with a colon in its offset, or with `Z`, is the only form with a time that all generators
read as the same moment. Hugo reads `2025-12-31 10:00:00 +0200`; Eleventy and Zola stop at it.

## Fix

Writes the same moment with the same offset as RFC 3339: safe where the target's dates are known.
Where the weekday contradicts the date one of the two is wrong: unsafe. Nothing is said where the
target would read another moment in that form, or reads a time without a zone in another zone than
the site's.

## Options

- `keep-date-only` (default true): a day without a time is right; else midnight is written out.

## Source

RFC 3339, section 5.6; measured with Hugo 0.168, Jekyll 4.3, Eleventy 3.1, Astro 5.18 and Hexo 8.1.
"""

from __future__ import annotations

import re

from newslint.rule import (
    DATE_ROLES,
    Article,
    Context,
    DateReading,
    Example,
    Field,
    Fix,
    Iterator,
    NamedTuple,
    Problem,
    Rule,
    Scalar,
    SetScalar,
    Severity,
    shorten,
)
from newslint.text.dates import WITHOUT_YEAR, in_zone, rfc3339

_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_canonical = re.compile(
    r"\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?)?", re.ASCII
).fullmatch


class Options(NamedTuple):
    """Days without a time are right when `keep_date_only`."""

    keep_date_only: bool = True


def check(article: Article, options: Options) -> Iterator[Problem]:
    """One problem for each date in another form."""
    for field in article.pick(DATE_ROLES):
        scalar = field.scalar
        if scalar is None or scalar.kind == "int":
            continue
        text = scalar.text
        if not _canonical(text) or (len(text) == 10 and not options.keep_date_only):
            yield from _examined(article, field, scalar, options)


def _examined(
    article: Article, field: Field, scalar: Scalar, options: Options
) -> Iterator[Problem]:
    context = article.context
    reading = context.generator.date(scalar, context.timezone)
    if reading is None or reading.zone_name or reading.layout in ("", *WITHOUT_YEAR):
        return
    only_day = reading.date_only and options.keep_date_only
    if not only_day and not reading.zoned and not _in_own_zone(context, reading):
        return  # date-no-zone's business: which offset to write is not known
    text = f"{reading.moment:%Y-%m-%d}" if only_day else rfc3339(reading)
    if text == scalar.text or not _same_moment(context, scalar, text, reading):
        return
    change = SetScalar(scalar, text, literal=scalar.style == "plain")
    weekday = _wrong_weekday(scalar.text, reading)
    fault = f"has the wrong weekday, `{weekday}`" if weekday else "is not in RFC 3339 format"
    fix = Fix(
        f"Write {text}",
        (change,),
        safe=not weekday,
        why="the weekday may be right and the day wrong",
    )
    what, advice = f"{field.key} {shorten(scalar.text)} {fault}", f"change it to `{text}`"
    severity: Severity | None = "warning" if weekday else None
    yield Problem(scalar.span, what, field.key, fix, severity, advice=advice)


def _in_own_zone(context: Context, reading: DateReading) -> bool:
    """True when the target reads a time without a zone in the site's zone, and that is known.

    Ruby and JavaScript read a bare YAML date in UTC. Hexo's own format has no zone.
    """
    if not context.timezone or context.generator.zoneless_dates:
        return False
    clock = reading.moment.replace(tzinfo=None)
    return in_zone(clock, context.timezone).utcoffset() == reading.moment.utcoffset()


def _same_moment(context: Context, scalar: Scalar, text: str, reading: DateReading) -> bool:
    """True when the target reads in the new form what it read in the old one."""
    kind = scalar.kind
    if scalar.style == "plain" and kind != "date":
        kind = context.generator.kind(text)
    after = context.generator.date(scalar._replace(text=text, kind=kind), context.timezone)
    return after is not None and after.moment == reading.moment


def _wrong_weekday(text: str, reading: DateReading) -> str:
    """The weekday that the text names, when the date is another day."""
    named = text[:3].lower()
    if named not in _DAYS or _DAYS[reading.moment.weekday()] == named:
        return ""
    return text[:3]


RULE = Rule(
    code="DAT007",
    name="date-noncanonical",
    severity="info",
    presets=("news",),
    fields=DATE_ROLES,
    check=check,
    options=Options,
    examples=(
        Example(
            note="A space for the T and no colon in the offset, with a comment",
            front="""\
title: Überschwemmung
date: 2025-12-31 9:00:00 -0500   # Jekyll's form
lastmod: 'Wed, 31 Dec 2025 10:00:00 +0000'
expiryDate: "31 Dec 2027"
""",
            found=(
                (
                    "3:7-3:31",
                    (
                        "date `2025-12-31 9:00:00 -0500` is not in RFC 3339 format; change "
                        "it to `2025-12-31T09:00:00-05:00`"
                    ),
                ),
                (
                    "4:10-4:43",
                    (
                        "lastmod `Wed, 31 Dec 2025 10:00:00 +0000` is not in RFC 3339 "
                        "format; change it to `2025-12-31T10:00:00Z`"
                    ),
                ),
                (
                    "5:13-5:26",
                    "expiryDate `31 Dec 2027` is not in RFC 3339 format; change it to `2027-12-31`",
                ),
            ),
            front_after="""\
title: Überschwemmung
date: 2025-12-31T09:00:00-05:00   # Jekyll's form
lastmod: '2025-12-31T10:00:00Z'
expiryDate: "2027-12-31"
""",
        ),
        Example(
            note="A weekday that the date does not have",
            front="""\
title: A
date: Mon, 31 Dec 2025 10:00:00 +0100
""",
            found=(
                (
                    "3:7-3:38",
                    (
                        "date `Mon, 31 Dec 2025 10:00:00 +0100` has the wrong weekday, "
                        "`Mon`; change it to `2025-12-31T10:00:00+01:00`"
                    ),
                ),
            ),
            front_after="""\
title: A
date: 2025-12-31T10:00:00+01:00
""",
            unsafe=True,
        ),
        Example(
            note="On a site whose zone is known, the offset is written too",
            front="""\
title: A
date: 2025-07-01 10:00:00
""",
            found=(
                (
                    "3:7-3:26",
                    (
                        "date `2025-07-01 10:00:00` is not in RFC 3339 format; change it to "
                        "`2025-07-01T10:00:00+02:00`"
                    ),
                ),
            ),
            front_after="""\
title: A
date: 2025-07-01T10:00:00+02:00
""",
            site={"timeZone": "Europe/Berlin"},
        ),
        Example(
            note="Midnight written out",
            front="""\
title: A
date: 2025-12-31
""",
            found=(
                (
                    "3:7-3:17",
                    (
                        "date `2025-12-31` is not in RFC 3339 format; change it to "
                        "`2025-12-31T00:00:00-05:00`"
                    ),
                ),
            ),
            front_after="""\
title: A
date: 2025-12-31T00:00:00-05:00
""",
            site={"timeZone": "America/New_York"},
            options={"keep-date-only": False},
        ),
        Example(
            note="Hexo's own format, on a site whose zone is known",
            front="""\
title: A
date: 2016-02-19 00:55:35
updated: "2016-02-19 10:55:35"
""",
            target="hexo",
            path="source/_posts/a.md",
            site={"timezone": "Asia/Shanghai"},
        ),
        Example(
            note="RFC 3339 with a fraction, a day, and a time whose zone nobody knows",
            front="""\
title: A
date: 2025-12-31T10:00:00.123+05:30
lastmod: 2026-01-01
publishDate: 2025-12-31 10:00:00
""",
        ),
    ),
)
