"""date-noncanonical (DAT007): a date in a form that not all tools read as the same day or moment.

## What it does

Reports a date whose weekday is another day's, one in numbers whose day may be the month
(`01/02/2025`), one with an offset and the name of another zone, and one with a year of two digits
that some tools read in another century. A date that is only written in another form than RFC 3339
is left to STY005.

## Why it matters

The page has one date, and the feed, the search engine or the next generator another. JavaScript
reads `01/02/2025` in January, Ruby in February, and of `+0200 UTC` Go believes the name.

## Fix

Writes what the target reads today, as RFC 3339 has it. Unsafe: the other reading may be meant. No
fix is offered where the target would read another moment in that form, or where the offset is not
known.

## Options

None.

## Source

RFC 3339, section 5.6; measured with Hugo 0.168, Jekyll 4.3, Eleventy 3.1, Astro 5.18 and Hexo 8.1.
"""

from __future__ import annotations

from newslint.rule import (
    DATE_ROLES,
    Article,
    Context,
    Example,
    Fix,
    Iterator,
    NoOptions,
    Precision,
    Problem,
    Rule,
    Scalar,
    shorten,
)
from newslint.text.date_forms import canonical, dated, doubt, is_canonical, rewriting


def check(article: Article, options: NoOptions) -> Iterator[Problem]:
    """One problem for each date that may be read otherwise."""
    context = article.context
    for field in article.pick(DATE_ROLES):
        scalar = field.scalar
        reading = dated(context, scalar)
        if scalar is None or reading is None:
            continue
        found = doubt(scalar.text, reading)
        if found is None:
            continue
        text = canonical(context, scalar, reading, native=False)
        change = rewriting(context, scalar, reading, text) if text else None
        fix = Fix(f"Write {text}", (change,), safe=False, why=found.why) if change else None
        advice = f"change it to `{text}`" if fix else "write it as RFC 3339 has it"
        what = f"{field.key} {shorten(scalar.text)} {found.what}"
        yield Problem(scalar.span, what, field.key, fix, advice=advice)


def suspects(scalar: Scalar, options: NoOptions, context: Context) -> bool:
    """False for RFC 3339."""
    return not is_canonical(scalar.text)


RULE = Rule(
    code="DAT007",
    name="date-noncanonical",
    severity="warning",
    preset="news",
    precision=Precision("high", note="not met on 33 unseen sites"),
    fields=DATE_ROLES,
    check=check,
    suspects=suspects,
    examples=(
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
            note="Two zones that differ, of which Hugo believes the second",
            front="""\
title: A
date: 2025-12-31 10:00:00 +0200 UTC # from a log
lastmod: "2025-12-31 10:00:00 +0000 UTC"
""",
            found=(
                (
                    "3:7-3:36",
                    (
                        "date `2025-12-31 10:00:00 +0200 UTC` has two zones that differ; change "
                        "it to `2025-12-31T10:00:00Z`"
                    ),
                ),
            ),
            front_after="""\
title: A
date: 2025-12-31T10:00:00Z # from a log
lastmod: "2025-12-31 10:00:00 +0000 UTC"
""",
            unsafe=True,
        ),
        Example(
            note="Day and month, of which Jekyll takes the first for the day",
            front="""\
title: A
date: 01/02/2025
lastmod: 13/02/2025
""",
            found=(
                (
                    "3:7-3:17",
                    (
                        "date `01/02/2025` is read as 2025-02-01 here and as 2025-01-02 "
                        "elsewhere; change it to `2025-02-01`"
                    ),
                ),
            ),
            front_after="""\
title: A
date: "2025-02-01"
lastmod: 13/02/2025
""",
            unsafe=True,
            target="jekyll",
            path="_posts/2025-02-01-a.md",
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
            note="Mere forms, a day, and a time whose zone nobody knows",
            front="""\
title: A
date: Wed, 31 Dec 2025 10:00:00 +0530
lastmod: 2026-01-01
publishDate: 2025-12-31 10:00:00
expiryDate: 31 Dec 2027
""",
        ),
    ),
)
