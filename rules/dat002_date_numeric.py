"""date-numeric (DAT002): the date is a bare number, which every generator reads in its own way.

## What it does

Reports a date that is a plain number: `20251231`, `2025`, seconds or milliseconds since 1970; and
says what the target makes of it. Nothing is said where the target reads what is meant.

## Why it matters

Hugo takes every number for seconds: `20251231` is a day in August 1970, `2025` the first hour of
that year, milliseconds a year far ahead. Astro and Hexo take it for milliseconds, so that seconds
are a day in January 1970. Jekyll reads `20251231` and stops at seconds; Eleventy and Zola stop at
every number.

## Fix

Seconds are written as RFC 3339; `20251231`, milliseconds, and anything in another target are
written as the date that they look like. Unsafe: a template sees no number any more, and the page's
date may change.

## Options

- `portable` (default false; true in `strict`): numbers that the target reads as they are meant are
  a note, since other programs read something else.

## Source

Measured with Hugo 0.168, Jekyll 4.3, Eleventy 3.1, Astro 5.18 and Hexo 8.1; Zola, `front_matter`.
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
    Fix,
    Iterator,
    NamedTuple,
    Precision,
    Problem,
    Rule,
    Scalar,
    SetScalar,
    Severity,
)
from newslint.text.loose_dates import guess

_YEARS = range(1990, 2101)


class Options(NamedTuple):
    """`portable`: numbers are reported that the target reads as they are meant."""

    portable: bool = False


def check(article: Article, options: Options) -> Iterator[Problem]:
    """One problem for each date that is a number."""
    for field in article.pick(DATE_ROLES):
        scalar = field.scalar
        if scalar is not None and scalar.kind == "int":
            yield from _problem(article, field, scalar, options)


def suspects(scalar: Scalar, options: Options, context: Context) -> bool:
    """True for a number."""
    return scalar.kind == "int"


def _problem(article: Article, field: Field, scalar: Scalar, options: Options) -> Iterator[Problem]:
    text = scalar.text
    meant = _meant(text)
    reading = article.generator.date(scalar, article.context.timezone)
    fine = reading is not None and meant is not None and _same(reading, meant)
    what = f"{field.key} `{text}` is a number, {_taken(article, field, reading, fine)}"
    if meant is None:
        advice = "write a date such as `2025-12-31`"
        yield Problem(scalar.span, what, field.key, severity=_severity(article), advice=advice)
        return
    if fine and article.generator.title and not options.portable:
        return
    fix = Fix(
        f"Write {meant}",
        (SetScalar(scalar, meant, literal=True),),
        safe=False,
        why="the number may be meant in another way",
    )
    severity: Severity | None = "info" if fine else _severity(article)
    yield Problem(scalar.span, what, field.key, fix, severity, advice=f"change it to `{meant}`")


def _severity(article: Article) -> Severity | None:
    """A warning where a generator that is not known may read the number."""
    known = article.generator.title and article.generator.judges_dates(article)
    return None if known else "warning"


def _taken(article: Article, field: Field, reading: DateReading | None, fine: bool) -> str:
    """What the generator makes of the number."""
    title = article.generator.title
    if not title or (reading is None and not article.generator.judges_dates(article)):
        return "which tools read in different ways"
    if fine:
        return f"which {title} reads and others do not"
    if reading is not None:
        return f"which {title} reads as {reading.moment:%Y-%m-%d}"
    if field.role in article.generator.needed_dates:
        return f"at which {title} stops"
    return f"which {title} does not read as a date"


def _meant(text: str) -> str | None:
    """The date that a number looks like."""
    day = guess(text) if len(text) == 8 else None
    return day or _moment(text, 10, 1) or _moment(text, 9, 1) or _moment(text, 13, 1000)


def _same(reading: DateReading, meant: str) -> bool:
    if len(meant) == 10:
        return f"{reading.moment:%Y-%m-%d}" == meant
    return abs(reading.moment - datetime.fromisoformat(meant)) < timedelta(seconds=1)


def _moment(text: str, length: int, unit: int) -> str | None:
    """The moment so many units of a second after 1970, when it lies in a year of our time."""
    if len(text) != length or not text.isdecimal():
        return None
    moment = datetime.fromtimestamp(int(text) // unit, UTC)
    return f"{moment:%Y-%m-%dT%H:%M:%SZ}" if moment.year in _YEARS else None


RULE = Rule(
    code="DAT002",
    name="date-numeric",
    severity="error",
    preset="default",
    precision=Precision("very-high", note="asked of the real program"),
    fields=DATE_ROLES,
    check=check,
    suspects=suspects,
    options=Options,
    examples=(
        Example(
            note="Seconds since 1970, which Hugo reads, with a comment",
            front="""\
title: Überschwemmung
date: 1767175200 # from the feed
""",
            found=(
                (
                    "3:7-3:17",
                    (
                        "date `1767175200` is a number, which Hugo reads and others do not; "
                        "change it to `2025-12-31T10:00:00Z`"
                    ),
                ),
            ),
            front_after="""\
title: Überschwemmung
date: 2025-12-31T10:00:00Z # from the feed
""",
            unsafe=True,
            options={"portable": True},
        ),
        Example(
            note="A day without hyphens, and milliseconds",
            front="""\
title: A
date: 20251231
lastmod: 1767175200000
""",
            found=(
                (
                    "3:7-3:15",
                    (
                        "date `20251231` is a number, which Hugo reads as 1970-08-23; "
                        "change it to `2025-12-31`"
                    ),
                ),
                (
                    "4:10-4:23",
                    (
                        "lastmod `1767175200000` is a number, which Hugo reads as "
                        "9999-12-31; change it to `2025-12-31T10:00:00Z`"
                    ),
                ),
            ),
            front_after="""\
title: A
date: 2025-12-31
lastmod: 2025-12-31T10:00:00Z
""",
            unsafe=True,
        ),
        Example(
            note="A year is not yet a date",
            front="""\
title: A
date: 2025
""",
            found=(
                (
                    "3:7-3:11",
                    (
                        "date `2025` is a number, which tools read in different ways; "
                        "write a date such as `2025-12-31`"
                    ),
                ),
            ),
            target="generic",
        ),
        Example(
            note="Seconds are milliseconds to Astro",
            front="""\
title: 洪水
pubDate: 1767175200 # from the feed
""",
            found=(
                (
                    "3:10-3:20",
                    (
                        "pubDate `1767175200` is a number, which Astro reads as 1970-01-21; "
                        "change it to `2025-12-31T10:00:00Z`"
                    ),
                ),
            ),
            front_after="""\
title: 洪水
pubDate: 2025-12-31T10:00:00Z # from the feed
""",
            unsafe=True,
            target="astro",
        ),
        Example(
            note="Eleventy reads no number",
            front="""\
title: A
date: 20251231
""",
            found=(
                (
                    "3:7-3:15",
                    (
                        "date `20251231` is a number, at which Eleventy stops; "
                        "change it to `2025-12-31`"
                    ),
                ),
            ),
            front_after="""\
title: A
date: 2025-12-31
""",
            unsafe=True,
            target="eleventy",
        ),
        Example(
            note="Jekyll reads it as a day",
            front="""\
title: A
date: 20251231
""",
            found=(
                (
                    "3:7-3:15",
                    (
                        "date `20251231` is a number, which Jekyll reads and others do not; "
                        "change it to `2025-12-31`"
                    ),
                ),
            ),
            front_after="""\
title: A
date: 2025-12-31
""",
            unsafe=True,
            target="jekyll",
            path="_posts/2025-12-31-a.md",
            options={"portable": True},
        ),
        Example(
            note="Text between quotes is not a number",
            front="""\
title: A
date: "2025-12-31"
lastmod: 2025-12-31
""",
        ),
    ),
)
