"""title-length (TXT007): the title is longer than any place that shows it.

## What it does

Counts the characters of the title. A reference such as `&#8217;` is one; marks and joiners, which
stand on or between letters, are none.

Where a whole site does so, it is a habit: a house may write long titles.

## Why it matters

Search results show about 60 characters, cards about 90, and 110 was the limit for headlines of
structured data. What comes after is cut off.

## Fix

None.

## Options

- `max` (default 110): characters that are not too many.
- `min` (default 0): characters that are not too few; 0 for any number.

## Source

Two public sites: 25 of 4,030 and 3 of 571 titles are longer than 110.
"""

from __future__ import annotations

import unicodedata

from newslint.rule import Article, Example, Iterator, NamedTuple, Precision, Problem, Rule
from newslint.text.words import decode


class Options(NamedTuple):
    """Both are in characters."""

    max: int = 110
    min: int = 0


def check(article: Article, options: Options) -> Iterator[Problem]:
    """At most one problem."""
    field = article.get("title")
    text = field.text if field is not None else None
    if field is None or not text or options.min <= len(text) <= options.max:
        return
    size = sum(unicodedata.category(char)[0] not in "MC" for char in decode(text.strip()))
    if size > options.max:
        what, advice = f"{field.key} has {size} characters (maximum {options.max})", "shorten it"
        yield Problem(field.value.span, what, field.key, advice=advice, form="long")
    elif size < options.min:
        what, advice = f"{field.key} has {size} characters (minimum {options.min})", "expand it"
        yield Problem(field.value.span, what, field.key, advice=advice, form="short")


RULE = Rule(
    code="TXT007",
    name="title-length",
    severity="info",
    habit=True,
    precision=Precision("medium", note="not met on 33 unseen sites"),
    fields=("title",),
    check=check,
    options=Options,
    examples=(
        Example(
            note="Too long, with odd quotes and a comment",
            front="""\
title: 'Überschwemmung am Rhein'  # whole sentence
""",
            found=(("2:8-2:33", "title has 23 characters (maximum 20); shorten it"),),
            options={"max": 20},
        ),
        Example(
            note="Marks are not counted",
            front="""\
title: हिन्दी समाचार
""",
            options={"max": 9},
        ),
        Example(
            note="Too short",
            front="""\
title: Flut
""",
            found=(("2:8-2:12", "title has 4 characters (minimum 10); expand it"),),
            options={"min": 10},
        ),
        Example(
            note="Short titles are right as long as nobody asks for more",
            front="""\
title: 台風
""",
        ),
    ),
)
