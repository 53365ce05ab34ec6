"""date-implausible (DAT003): the date can be read and is none that an article has.

## What it does

Reports a date without a year (`10:30AM`, `Dec 31 10:00:00`): an error, as it is read as the year 0.
Reports the zero of a program (`0001-01-01`, the first moment of 1970) and a date before the year
`min`. An expiryDate may lie anywhere, and a day that the file's name starts with was chosen.

## Why it matters

Hugo takes a date without a year for the year 0. Such a page comes last in every list, and its URL,
where it has the year in it, is `/0000/`.

## Fix

None: the date is not in the file.

## Options

- `min` (default 1600): the first year that an article may have: newspapers begin in 1605. A site
  without an archive sets it higher.

## Source

spf13/cast, `TimeFormats` (Kitchen and Stamp); measured with Hugo 0.168.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from newslint.rule import (
    DATE_ROLES,
    Article,
    Context,
    DateReading,
    Example,
    Field,
    Iterator,
    NamedTuple,
    Precision,
    Problem,
    Rule,
    Scalar,
    shorten,
)
from newslint.text.dates import WITHOUT_YEAR


class Options(NamedTuple):
    """`min` is a year."""

    min: int = 1600


_ZERO = datetime(1970, 1, 1, tzinfo=UTC)
_WEST, _EAST, _STEP = timedelta(hours=-12), timedelta(hours=14), timedelta(minutes=30)
"""How far the clocks of zones are from that of Greenwich, and in which steps."""

_ZERO_YEARS = ("1969", "1970")


def check(article: Article, options: Options) -> Iterator[Problem]:
    """One problem for each date that no article has."""
    for field in article.pick(DATE_ROLES):
        scalar = field.scalar
        if scalar is not None and scalar.kind != "int" and _is_odd(scalar.text, options):
            yield from _examined(article, field, scalar, options)


def suspects(scalar: Scalar, options: Options, context: Context) -> bool:
    """False for a year of our time at the start."""
    return scalar.kind != "int" and _is_odd(scalar.text, options)


def _is_odd(text: str, options: Options) -> bool:
    """A cheap test before the date is read."""
    year = text[:4]
    early = year <= str(options.min) or year in _ZERO_YEARS
    return text != "" and (early or text[4:5] != "-")


def _examined(
    article: Article, field: Field, scalar: Scalar, options: Options
) -> Iterator[Problem]:
    reading = article.generator.date(scalar, article.context.timezone)
    if reading is None:
        return
    shown = f"{field.key} {shorten(scalar.text)}"
    if reading.layout in WITHOUT_YEAR:
        yield Problem(scalar.span, f"{shown} has no year", field.key, advice="add the year")
    elif field.role == "expirydate" or _is_in_name(article, reading):
        return
    elif _is_zero(reading):
        what = f"{shown} is a computer's zero date, the start of 1970"
        yield Problem(scalar.span, what, field.key, severity="warning", advice="correct it")
    elif reading.moment.year < options.min:
        what = f"{shown} is before {options.min}"
        yield Problem(scalar.span, what, field.key, severity="warning", advice="correct it")


def _is_in_name(article: Article, reading: DateReading) -> bool:
    """True where the file's name starts with the same day: somebody chose it."""
    day = reading.moment.date().isoformat()
    return article.path.rpartition("/")[2].startswith(f"{day}-")


def _is_zero(reading: DateReading) -> bool:
    """True for the moment from which computers count, on the clock of any zone, and for the start
    of that day."""
    clock = reading.moment.replace(tzinfo=UTC)
    away = clock - _ZERO
    return reading.moment == _ZERO or (_WEST <= away <= _EAST and not away % _STEP)


RULE = Rule(
    code="DAT003",
    name="date-implausible",
    severity="error",
    preset="default",
    precision=Precision(
        "very-high",
        read=7,
        needless=1,
        note="399 unseen sites; none wrong on 21 other sites",
    ),
    fields=DATE_ROLES,
    check=check,
    suspects=suspects,
    options=Options,
    examples=(
        Example(
            note="A time of day, a day without a year, with odd quotes and a comment",
            front="""\
title: Überschwemmung
date: '10:30AM'  # when?
lastmod: Dec 31 10:00:00
""",
            found=(
                ("3:7-3:16", "date `10:30AM` has no year; add the year"),
                ("4:10-4:25", "lastmod `Dec 31 10:00:00` has no year; add the year"),
            ),
        ),
        Example(
            note="A day that was chosen to sort last, in the name of the file as well",
            front="""\
title: '트릭 모음'
date: 1970-01-01 00:00:00 +0900
""",
            target="jekyll",
            path="_posts/1970-01-01-tricks.md",
        ),
        Example(
            note="The zero dates of two programs",
            front="""\
title: A
date: 0001-01-01T00:00:00Z
lastmod: 1970-01-01
""",
            found=(
                ("3:7-3:27", "date `0001-01-01T00:00:00Z` is before 1600; correct it"),
                (
                    "4:10-4:20",
                    (
                        "lastmod `1970-01-01` is a computer's zero date, the start of 1970; "
                        "correct it"
                    ),
                ),
            ),
        ),
        Example(
            note="Zero in a zone west of Greenwich",
            front="""\
title: A
date: 1969-12-31T16:00:00-08:00
""",
            found=(
                (
                    "3:7-3:32",
                    (
                        "date `1969-12-31T16:00:00-08:00` is a computer's zero date, the start of "
                        "1970; correct it"
                    ),
                ),
            ),
        ),
        Example(
            note="An archive, and a day of 1970",
            front="""\
title: A
date: 1890-04-01
lastmod: 1970-01-02
""",
        ),
        Example(
            note="A site that has no archive",
            front="""\
title: A
date: 1989-04-01
""",
            found=(("3:7-3:17", "date `1989-04-01` is before 1990; correct it"),),
            options={"min": 1990},
        ),
        Example(
            note="Dates of today, and a bare number, which is another rule's",
            front="""\
title: A
date: Wed, 31 Dec 2025 10:00:00 +0100
lastmod: 1990-01-01
publishDate: 0
""",
        ),
    ),
)
