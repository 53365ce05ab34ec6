"""description-length (TXT010): the article has no description, or one of the wrong length.

## What it does

Reports an article without description and summary, which the site may supply, and a description
that is shorter or longer than search results and cards show. Counted are columns: a Chinese,
Japanese or Korean character has two, marks and joiners have none.

Where a whole site does so, it is a habit: a house may write no descriptions, or short ones.

## Why it matters

Without a description search engines and cards take whatever stands first in the body; of a long one
they show the start.

## Fix

None.

## Options

- `min` (default 50): columns that a description should have.
- `max` (default 160): columns that are not too many.

## Source

A public site: 226 of 274 descriptions are longer than 160. The figures are a convention; search
engines cut at a width in pixels.
"""

from __future__ import annotations

import unicodedata

from newslint.rule import Article, Example, Iterator, NamedTuple, Precision, Problem, Rule, Span


class Options(NamedTuple):
    """Both are in columns."""

    min: int = 50
    max: int = 160


def check(article: Article, options: Options) -> Iterator[Problem]:
    """At most one problem."""
    field = article.get("description")
    if field is None or field.empty:
        if article.get("summary") is not None or article.block is None:
            return
        if article.inherits("description", "summary") is not False:
            return
        key = field.key if field is not None else article.context.roles["description"][0]
        opening = article.block.opening
        span = field.key_span if field is not None else Span(opening.start, opening.end)
        advice = f"write one of {options.min} to {options.max} characters"
        yield Problem(span, f"{key} is missing", key, advice=advice, form="missing")
        return
    text = field.text
    if text is None:
        return
    size = _columns(text.strip())
    if size > options.max:
        what, advice = f"{field.key} has {size} characters (maximum {options.max})", "shorten it"
        yield Problem(field.value.span, what, field.key, advice=advice, form="long")
    elif size < options.min:
        what, advice = f"{field.key} has {size} characters (minimum {options.min})", "expand it"
        yield Problem(field.value.span, what, field.key, advice=advice, form="short")


def _columns(text: str) -> int:
    if text.isascii():
        return len(text)
    return sum(map(_width, text))


def _width(char: str) -> int:
    if unicodedata.category(char)[0] in "MC":
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


RULE = Rule(
    code="TXT010",
    name="description-length",
    severity="info",
    habit=True,
    precision=Precision("medium", note="not met on 33 unseen sites"),
    check=check,
    options=Options,
    examples=(
        Example(
            note="None at all",
            front="""\
title: Flood
""",
            found=(("1:1-1:4", "description is missing; write one of 50 to 160 characters"),),
        ),
        Example(
            note="Too short, with odd quotes and a comment",
            front="""\
title: Flood
description: 'Überschwemmung am Rhein'  # more to come
""",
            found=(("3:14-3:39", "description has 23 characters (minimum 50); expand it"),),
        ),
        Example(
            note="Too long",
            front="""\
title: Flood
description: The river has left its bed
""",
            found=(("3:14-3:40", "description has 26 characters (maximum 20); shorten it"),),
            options={"min": 10, "max": 20},
        ),
        Example(
            note="Chinese needs half as many characters; a summary stands for a description",
            front="""\
title: 洪水
description: 连续三天的大雨之后,河水漫过堤岸,下游的村庄被淹没。居民已经撤离。
""",
        ),
        Example(
            note="A summary is enough",
            front="""\
title: Flood
summary: The river rises
""",
        ),
    ),
)
