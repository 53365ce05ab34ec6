"""date-numeric (DAT002): the date is a bare number, which means seconds since 1970.

## What it does

Reports a date that is a plain number: `20251231`, `2025`, seconds or milliseconds since 1970.

## Why it matters

Hugo takes every number for seconds: `20251231` is a day in August 1970, `2025` the first hour of
that year, milliseconds a year far ahead. Seconds are read right by Hugo (there they are a note)
and wrong or not at all by most other tools.

## Fix

Seconds are written as RFC 3339: safe for Hugo, the date is the same. `20251231` and milliseconds
are written as the date that they look like: unsafe, the page's date changes.

## Options

None.

## Source

Measured with Hugo 0.168.
"""

from __future__ import annotations

from datetime import UTC, datetime

from newslint.rule import (
    DATE_ROLES,
    Article,
    Example,
    Field,
    Fix,
    Iterator,
    NoOptions,
    Problem,
    Rule,
    Scalar,
    SetScalar,
)
from newslint.text.dates import guess

_YEARS = range(1990, 2101)


def check(article: Article, options: NoOptions) -> Iterator[Problem]:
    """One problem for each date that is a number."""
    for field in article.pick(DATE_ROLES):
        scalar = field.scalar
        if scalar is not None and scalar.kind == "int":
            yield _problem(field, scalar, hugo=article.context.target.name == "hugo")


def _problem(field: Field, scalar: Scalar, *, hugo: bool) -> Problem:
    text = scalar.text
    day = guess(text) if len(text) == 8 else None
    seconds = _moment(text, 10, 1) or _moment(text, 9, 1)
    meant = day or seconds or _moment(text, 13, 1000)
    says = f"{field.key} `{text}` is a number"
    if meant is None:
        remedy = "write a date such as `2025-12-31`"
        return Problem(scalar.span, f"{says}, which counts seconds since 1970: {remedy}", field.key)
    fine = hugo and meant == seconds
    change = SetScalar(scalar, meant, literal=True)
    fix = Fix(f"Write {meant}", (change,), safe=fine)
    message = f"{says}, write `{meant}`"
    return Problem(scalar.span, message, field.key, fix, "info" if fine else None)


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
    presets=("default", "news"),
    fields=DATE_ROLES,
    check=check,
    examples=(
        Example(
            note="Seconds since 1970, which Hugo reads, with a comment",
            before="""---
title: Überschwemmung
date: 1767175200 # from the feed
---
Body.
""",
            found=("3:7-3:17 date `1767175200` is a number, write `2025-12-31T10:00:00Z`",),
            after="""---
title: Überschwemmung
date: 2025-12-31T10:00:00Z # from the feed
---
Body.
""",
        ),
        Example(
            note="A day without hyphens, and milliseconds",
            before="""---
title: A
date: 20251231
lastmod: 1767175200000
---
Body.
""",
            found=(
                "3:7-3:15 date `20251231` is a number, write `2025-12-31`",
                "4:10-4:23 lastmod `1767175200000` is a number, write `2025-12-31T10:00:00Z`",
            ),
            after="""---
title: A
date: 2025-12-31
lastmod: 2025-12-31T10:00:00Z
---
Body.
""",
            unsafe=True,
        ),
        Example(
            note="A year is not yet a date",
            before="""---
title: A
date: 2025
---
Body.
""",
            found=(
                (
                    "3:7-3:11 date `2025` is a number, which counts seconds since 1970: "
                    "write a date such as `2025-12-31`"
                ),
            ),
            target="generic",
        ),
        Example(
            note="Text between quotes is no number",
            before="""---
title: A
date: "2025-12-31"
lastmod: 2025-12-31
---
Body.
""",
        ),
    ),
)
