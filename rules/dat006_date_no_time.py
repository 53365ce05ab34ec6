"""date-no-time (DAT006): the date is a day without a time.

## What it does

Reports a date or publishDate that is a day only. A lastmod or an expiryDate may well be a day, and
so may any date where that is the generator's own form (Eleventy, Zola, Astro).

Where a whole site does so, it is a habit: a house may date its articles by the day.

## Why it matters

Readers of news look at hours. Feeds, cards and the site itself show midnight, several articles of
one day stand in no order, and in a zone west of Greenwich midnight UTC is the day before.

## Fix

None: the time is not in the file.

## Options

None.

## Source

Hugo's embedded templates: `article:published_time` is the date with its time; read with Hugo 0.168.
"""

from __future__ import annotations

from datetime import date

from newslint.rule import (
    Article,
    Context,
    DateReading,
    Example,
    Iterator,
    NoOptions,
    Precision,
    Problem,
    Rule,
    Scalar,
    shorten,
)

_ROLES = ("date", "publishdate")
_FIRST = 1600
_ZERO = date(1970, 1, 1)


def check(article: Article, options: NoOptions) -> Iterator[Problem]:
    """One problem for each date that is a day."""
    for field in article.pick(_ROLES):
        scalar = field.scalar
        if scalar is None or ":" in scalar.text or scalar.kind == "int":
            continue
        if article.generator.is_own_date(scalar.text):
            continue
        reading = article.generator.date(scalar, article.context.timezone)
        if reading is not None and reading.date_only and not _is_implausible(reading):
            what = f"{field.key} {shorten(scalar.text)} has no time of day and is read as midnight"
            yield Problem(scalar.span, what, field.key, advice="add the time")


def suspects(scalar: Scalar, options: NoOptions, context: Context) -> bool:
    """True for what may be a day."""
    return ":" not in scalar.text and scalar.kind != "int"


def _is_implausible(reading: DateReading) -> bool:
    """True for the zero dates of programs, which date-implausible reports."""
    return reading.moment.year < _FIRST or reading.moment.date() == _ZERO


RULE = Rule(
    code="DAT006",
    name="date-no-time",
    severity="info",
    habit=True,
    preset="news",
    precision=Precision("high", read=146, wrong=1, needless=145, note="33 and 399 unseen sites"),
    fields=_ROLES,
    check=check,
    suspects=suspects,
    examples=(
        Example(
            note="A day, with a comment, and a day in words",
            front="""\
title: Überschwemmung
date: 2025-12-31 # New Year's Eve
publishDate: "31 Dec 2025"
""",
            found=(
                (
                    "3:7-3:17",
                    "date `2025-12-31` has no time of day and is read as midnight; add the time",
                ),
                (
                    "4:14-4:27",
                    (
                        "publishDate `31 Dec 2025` has no time of day and is read as "
                        "midnight; add the time"
                    ),
                ),
            ),
        ),
        Example(
            note="A zero date is no day at all",
            front="""\
title: A
date: 1970-01-01
publishDate: 0001-01-01
""",
        ),
        Example(
            note="A generator whose own form is a day",
            front="""\
title: A
date: 2025-12-31
""",
            target="eleventy",
            path="posts/a.md",
        ),
        Example(
            note="A time, and days where they are right",
            front="""\
title: A
date: 2025-12-31T10:00:00Z
lastmod: 2026-01-01
expiryDate: 2026-12-31
""",
        ),
    ),
)
