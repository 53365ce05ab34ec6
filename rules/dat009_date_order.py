"""date-order (DAT009): the article was changed before it was written, or expires before it appears.

## What it does

Reports a lastmod before the date, and an expiryDate that is not after the publishDate (or the
date, where there is none). Where a time or a zone is missing, a day's difference is none. A date
that lies ahead belongs to a planned article, whose lastmod is earlier by right.

## Why it matters

The page says "changed" before "published", and a page that expires first is never shown.

## Fix

None: which of the two is wrong is not in the file.

## Options

None.

## Source

Measured with Hugo 0.168: both dates are taken as they are.
"""

from __future__ import annotations

from datetime import timedelta

from newslint.rule import (
    Article,
    DateReading,
    Example,
    Field,
    Iterator,
    NoOptions,
    Precision,
    Problem,
    Rule,
    Scalar,
    shorten,
)
from newslint.text.dates import WITHOUT_YEAR


def check(article: Article, options: NoOptions) -> Iterator[Problem]:
    """At most two problems, at the later of the two keys."""
    date, lastmod = article.get("date"), article.get("lastmod")
    expires, publish = article.get("expirydate"), article.get("publishdate")
    if date is not None and lastmod is not None:
        one, two = _read(article, date), _read(article, lastmod)
        if one and two and _earlier(two, one) and article.context.clock.reached(one.moment):
            yield _problem(lastmod, date, "is before")
    start = publish or date
    if start is not None and expires is not None:
        one, two = _read(article, start), _read(article, expires)
        if one and two and two.moment <= one.moment and not _starts_elsewhere(article):
            yield _problem(expires, start, "is not after")


def _starts_elsewhere(article: Article) -> bool:
    """True where the site supplies the date from which the page is shown, or may."""
    return article.inherits("publishdate") is not False


def _read(article: Article, field: Field) -> DateReading | None:
    value = field.value
    if not isinstance(value, Scalar) or value.kind == "int":
        return None
    reading = article.generator.date(value, article.context.timezone)
    return None if reading is None or reading.layout in WITHOUT_YEAR else reading


def _earlier(one: DateReading, two: DateReading) -> bool:
    slack = timedelta(minutes=1) if one.zoned and two.zoned else timedelta(days=1, hours=14)
    # a difference: a sum may lie beyond the years that Python knows
    return two.moment - one.moment > slack


def _problem(field: Field, other: Field, relation: str) -> Problem:
    text, start = (one.scalar.text if one.scalar is not None else "" for one in (field, other))
    what = f"{field.key} {shorten(text)} {relation} {other.key} {shorten(start)}"
    return Problem(field.value.span, what, field.key, advice="correct one of them")


RULE = Rule(
    code="DAT009",
    name="date-order",
    severity="warning",
    preset="default",
    precision=Precision("very-high", read=1, note="399 unseen sites"),
    fields=("lastmod", "expirydate"),
    check=check,
    examples=(
        Example(
            note="Changed an hour before it was written, with odd quotes and a comment",
            front="""\
title: Überschwemmung
date: 2025-12-31T10:00:00+01:00
lastmod: '2025-12-31T08:00:00Z' # from the feed
expiryDate: 2025-12-31
""",
            found=(
                (
                    "4:10-4:32",
                    (
                        "lastmod `2025-12-31T08:00:00Z` is before date "
                        "`2025-12-31T10:00:00+01:00`; correct one of them"
                    ),
                ),
                (
                    "5:13-5:23",
                    (
                        "expiryDate `2025-12-31` is not after date "
                        "`2025-12-31T10:00:00+01:00`; correct one of them"
                    ),
                ),
            ),
        ),
        Example(
            note="A day is as good as any time of that day",
            front="""\
title: A
date: 2025-12-31T23:00:00+01:00
lastmod: 2025-12-31
expiryDate: 2026-01-01
""",
        ),
        Example(
            note="A planned article was last changed before it appears",
            front="""\
title: A
date: 2026-06-01T10:00:00Z
lastmod: 2026-01-01T10:00:00Z
""",
        ),
    ),
)
