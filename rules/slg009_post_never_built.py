"""post-never-built (SLG009): the file lies among the articles, and no page is built of it.

## What it does

Reports a file in `_posts` whose name does not begin with a date, or begins with a day that does not
exist (`2024-13-45-x.md`), and a dated file in a folder that is meant to be `_posts` (`_post`).
Left alone are drafts, files that are hidden on purpose (`published: false`, a name that begins with
`_`), and files such as `README.md`.

## Why it matters

Jekyll passes such files over without a word, whatever date is in their front matter: the article is
written, committed and never published. At a day that does not exist it stops, or takes the next
month's where the month only is too short.

## Fix

None: a file is never renamed.

## Options

None.

## Source

Jekyll 4.3, `Document::DATE_FILENAME_MATCHER`; measured with Jekyll 4.3.1, 25 names. Years of two
digits and days of one are read: `24-1-2-x.md` is a post of 2024.
"""

from __future__ import annotations

from newslint.rule import (
    Article,
    Example,
    Iterator,
    NoOptions,
    Precision,
    Problem,
    Rule,
    Severity,
    shorten,
)


def check(article: Article, options: NoOptions) -> Iterator[Problem]:
    """At most one problem, at the opening delimiter."""
    unbuilt = article.generator.unbuilt(article) if article.block is not None else None
    if unbuilt is None or article.block is None:
        return
    title = article.generator.title
    severity: Severity | None = None
    advice = f"rename the file to {shorten(unbuilt.instead)}"
    match unbuilt.fault:
        case "undated name":
            what = f"{shorten(unbuilt.name)} does not begin with `YYYY-MM-DD-`"
            what += f", and {title} builds no page of it"
        case "unread folder":
            what = f"{title} does not read the folder {shorten(unbuilt.name)}"
            advice = f"move the file to {shorten(unbuilt.instead)}"
        case "no such day":
            result = f"{title} stops" if unbuilt.stops else f"{title} takes {unbuilt.taken} for it"
            what = f"{shorten(unbuilt.name)} begins with a day that does not exist, and {result}"
            severity = None if unbuilt.stops else "warning"
    yield Problem(article.block.opening, what, severity=severity, advice=advice)


RULE = Rule(
    code="SLG009",
    name="post-never-built",
    severity="error",
    preset="default",
    precision=Precision("very-high", note="asked of the real program"),
    check=check,
    examples=(
        Example(
            note="A post without a date in its name",
            front="""\
title: Überschwemmung
date: 2024-05-03 10:00:00 +0200 # of no use here
""",
            found=(
                (
                    "1:1-1:4",
                    (
                        "`third.md` does not begin with `YYYY-MM-DD-`, and Jekyll builds no page "
                        "of it; rename the file to `2024-05-03-third.md`"
                    ),
                ),
            ),
            target="jekyll",
            path="news/_posts/2024/third.md",
        ),
        Example(
            note="Another order, in a file without a date of its own",
            front="""\
title: 洪水
""",
            found=(
                (
                    "1:1-1:4",
                    (
                        "`03-05-2024-flood.md` does not begin with `YYYY-MM-DD-`, and Jekyll "
                        "builds no page of it; rename the file to `YYYY-MM-DD-flood.md`"
                    ),
                ),
            ),
            target="jekyll",
            path="_posts/03-05-2024-flood.md",
        ),
        Example(
            note="Nothing behind the date",
            front="""\
title: Flood
""",
            found=(
                (
                    "1:1-1:4",
                    (
                        "`2024-05-03.md` does not begin with `YYYY-MM-DD-`, and Jekyll builds no "
                        "page of it; rename the file to `2024-05-03-title.md`"
                    ),
                ),
            ),
            target="jekyll",
            path="_posts/2024-05-03.md",
        ),
        Example(
            note="A month that does not exist",
            front="""\
title: Flood
""",
            found=(
                (
                    "1:1-1:4",
                    (
                        "`2024-13-45-flood.md` begins with a day that does not exist, and Jekyll "
                        "stops; rename the file to `YYYY-MM-DD-flood.md`"
                    ),
                ),
            ),
            target="jekyll",
            path="_posts/2024-13-45-flood.md",
        ),
        Example(
            note="A month that is too short",
            front="""\
title: Flood
""",
            found=(
                (
                    "1:1-1:4",
                    (
                        "`2024-02-30-flood.md` begins with a day that does not exist, and Jekyll "
                        "takes 2024-03-01 for it; rename the file to `YYYY-MM-DD-flood.md`"
                    ),
                ),
            ),
            target="jekyll",
            path="_posts/2024-02-30-flood.md",
        ),
        Example(
            note="A folder that is not read",
            front="""\
title: Flood
""",
            found=(
                (
                    "1:1-1:4",
                    "Jekyll does not read the folder `_post`; move the file to `_posts`",
                ),
            ),
            target="jekyll",
            path="_post/2024-05-03-flood.md",
        ),
        Example(
            note="One digit is enough, and a draft needs no date",
            front="""\
title: Flood
""",
            target="jekyll",
            path="_posts/2024-5-3-flood.md",
        ),
        Example(
            note="A draft needs none",
            front="""\
title: Flood
""",
            target="jekyll",
            path="_drafts/flood.md",
        ),
        Example(
            note="Hidden on purpose",
            front="""\
title: Flood
published: false
""",
            target="jekyll",
            path="_posts/flood.md",
        ),
        Example(
            note="Another collection needs none",
            front="""\
title: Flood
""",
            target="jekyll",
            path="_reports/flood.md",
            site={"collections": {"reports": {"output": "true"}}},
        ),
        Example(
            note="In other generators a name is a name",
            front="""\
title: Flood
""",
            path="content/_posts/flood.md",
        ),
    ),
)
