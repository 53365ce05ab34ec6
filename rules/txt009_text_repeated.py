"""text-repeated (TXT009): the summary says the same as the description, or one of them the title.

## What it does

Compares title, description and summary, spaces and letter case aside. Over a site each pair is
counted among the articles that have both: where four in five of them repeat it, that is said once.

## Why it matters

The same sentence stands twice on the page and in the feed. Scripts that have one text only tend to
write it into every field that there is.

## Fix

Drops one of the two, which is unsafe: without a summary Hugo takes the start of the body, in lists
and in its feed too. None for an `excerpt` where the generator is another: lists print it.

## Options

- `keep` (default "description"): which of description and summary stays when they are the same.

## Source

Measured with Hugo 0.168: `.Summary` and the text of the feed change when `summary` is dropped; the
embedded templates for cards use the description and, where there is none, the summary.
"""

from __future__ import annotations

from typing import Literal

from newslint.rule import (
    TEXT_ROLES,
    Article,
    DeleteKey,
    Example,
    Field,
    Fix,
    Iterator,
    NamedTuple,
    Precision,
    Problem,
    Rule,
)


class Options(NamedTuple):
    """`keep` is the role that stays."""

    keep: Literal["description", "summary"] = "description"


def check(article: Article, options: Options) -> Iterator[Problem]:
    """One problem for each text that another one repeats."""
    description, summary = article.get("description"), article.get("summary")
    if description and summary and _same(description, summary):
        kept, other = description, summary
        if options.keep == "summary":
            kept, other = summary, description
        yield _repeats(article, other, kept)
        summary = description = kept
    title = article.get("title")
    if title is None:
        return
    for field in (description,) if description is summary else (description, summary):
        if field is not None and _same(field, title):
            yield _repeats(article, field, title)


def _same(one: Field, two: Field) -> bool:
    a, b = one.text, two.text
    if not a or not b:
        return False
    return a == b or (abs(len(a) - len(b)) < 10 and _plain(a) == _plain(b) != "")


def _plain(text: str) -> str:
    return " ".join(text.split()).rstrip(".").casefold()


def _repeats(article: Article, field: Field, other: Field) -> Problem:
    what = f"{field.key} repeats the {other.key}"
    printed = field.role == "summary" and not article.generator.makes_summary
    why = "a template may print the text twice on purpose"
    remove = Fix(f"Remove the {field.key}", (DeleteKey(field),), safe=False, why=why)
    fix = None if printed else remove
    advice = "remove it or write a different one"
    role = other.role or ""
    return Problem(
        field.value.span, what, field.key, fix, advice=advice, form=f"as {role}", beside=role
    )


RULE = Rule(
    code="TXT009",
    name="text-repeated",
    severity="info",
    preset="news",
    precision=Precision("high", read=6, note="33 and 399 unseen sites"),
    fields=TEXT_ROLES[1:],
    check=check,
    options=Options,
    examples=(
        Example(
            note="A script wrote one text into both, with other spaces and quotes",
            front="""\
title: Flood
description: "The river rose in Köln."
summary: 'The river  rose in Köln.' # same
slug: flood
""",
            found=(
                (
                    "4:10-4:36",
                    "summary repeats the description; remove it or write a different one",
                ),
            ),
            front_after="""\
title: Flood
description: "The river rose in Köln."
slug: flood
""",
            unsafe=True,
        ),
        Example(
            note="The summary is the one to keep",
            front="""\
title: Flood
description: The river rose
summary: The river rose
""",
            found=(
                (
                    "3:14-3:28",
                    "description repeats the summary; remove it or write a different one",
                ),
            ),
            front_after="""\
title: Flood
summary: The river rose
""",
            unsafe=True,
            options={"keep": "summary"},
        ),
        Example(
            note="A description that is the title",
            front="""\
title: 台風が上陸
description: "台風が上陸"
""",
            found=(
                ("3:14-3:21", "description repeats the title; remove it or write a different one"),
            ),
            front_after="""\
title: 台風が上陸
""",
            unsafe=True,
        ),
        Example(
            note="Three texts, and two that are empty",
            front="""\
title: Flood
description: The river rose
summary: The river rose by two metres
""",
        ),
        Example(
            note="Empty values repeat nothing",
            front="""\
title: Flood
description: ""
summary: ""
""",
        ),
    ),
)
