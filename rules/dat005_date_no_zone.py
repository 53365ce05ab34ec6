"""date-no-zone (DAT005): the date has a time and no zone, and no zone is known for the site.

## What it does

Reports a date with a time of day and without an offset, unless `timezone` stands in newslint's or
in the site's own config. Where the generator's own form of a date has no zone, as that of Hexo and
of Pelican, nothing is said of it.

Where a whole site does so, it is a habit: one zone is meant in all of it.

## Why it matters

Ten o'clock where? Hugo takes UTC, Jekyll the machine that builds, others the reader's browser: the
same file gives different dates, and around midnight different URLs.

## Fix

None: which zone was meant is not in the file. Set `timezone` in the config.

## Options

None.

## Source

RFC 3339, section 4.4; measured with Hugo 0.168, Jekyll 4.3, Eleventy 3.1 and Astro 5.18.
"""

from __future__ import annotations

from newslint.rule import (
    DATE_ROLES,
    Article,
    Context,
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
    """One problem for each date whose zone is not known."""
    if article.context.timezone or article.generator.zoneless_dates:
        return
    is_own = article.generator.is_own_date
    for field in article.pick(DATE_ROLES):
        scalar = field.scalar
        if scalar is None or ":" not in scalar.text or _has_offset(scalar.text):
            continue
        if not is_own(scalar.text):
            yield from _examined(article, field, scalar)


def suspects(scalar: Scalar, options: NoOptions, context: Context) -> bool:
    """True for a time without an offset, where one is needed."""
    known = context.timezone or context.generator.zoneless_dates
    return not known and ":" in scalar.text and not _has_offset(scalar.text)


def _has_offset(text: str) -> bool:
    return text[-1:] == "Z" or text[-6:-5] in ("+", "-") or text[-5:-4] in ("+", "-")


def _examined(article: Article, field: Field, scalar: Scalar) -> Iterator[Problem]:
    reading = article.generator.date(scalar, "")
    if reading is None or reading.zoned or reading.date_only or reading.zone_name:
        return
    if reading.layout in WITHOUT_YEAR:
        return
    what = f"{field.key} {shorten(scalar.text)} has no time zone"
    advice = "add a UTC offset or set `timezone` in newslint.toml"
    yield Problem(scalar.span, what, field.key, advice=advice)


RULE = Rule(
    code="DAT005",
    name="date-no-zone",
    severity="warning",
    habit=True,
    preset="news",
    precision=Precision("high", read=23, needless=23, note="399 unseen sites"),
    fields=DATE_ROLES,
    check=check,
    suspects=suspects,
    examples=(
        Example(
            note="A time of day in odd quotes, with a comment",
            front="""\
title: Überschwemmung
date: '2025-12-31 10:00:00' # when?
""",
            found=(
                (
                    "3:7-3:28",
                    (
                        "date `2025-12-31 10:00:00` has no time zone; add a UTC offset or "
                        "set `timezone` in newslint.toml"
                    ),
                ),
            ),
        ),
        Example(
            note="Hexo's own format",
            front="""\
title: A
date: 2016-02-19 00:55:35
""",
            target="hexo",
            path="source/_posts/a.md",
        ),
        Example(
            note="Pelican's",
            front="""\
title: A
date: 2010-12-03 10:20
""",
            target="pelican",
            path="content/a.md",
        ),
        Example(
            note="The config says which zone it is",
            front="""\
title: A
date: 2025-12-31T10:00:00
""",
            config={"timezone": "America/New_York"},
        ),
        Example(
            note="The site's own config says it",
            front="""\
title: A
date: 2025-12-31T10:00:00
""",
            site={"timeZone": "Europe/Berlin"},
        ),
        Example(
            note="Offsets of all shapes, and a day without a time",
            front="""\
title: A
date: 2025-12-31T10:00:00+05:30
lastmod: 2025-12-31 10:00:00 -0500
publishDate: 2025-12-31T10:00:00Z
expiryDate: 2026-12-31
""",
        ),
    ),
)
