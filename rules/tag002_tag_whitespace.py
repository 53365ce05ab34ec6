"""tag-whitespace (TAG002): a term has blanks at its ends, several in a row, or odd ones.

## What it does

Looks at every term for blanks at its ends, for several in a row, for tabs, and for no-break spaces
other than those of French (`Affaire Dupont : procès` may have one before its colon).

## Why it matters

To Hugo each blank is a part of the name: ` New York` is the page `/tags/-new-york/`, `New  York`
is `/tags/new--york/`, and a no-break space makes a second term on the same page.

## Fix

Tidies the blanks: unsafe, as the article moves to another term's page.

## Options

None.

## Source

Measured with Hugo 0.168.
"""

from __future__ import annotations

from newslint.rule import (
    TERMS,
    Article,
    Example,
    Fix,
    Iterator,
    NoOptions,
    Problem,
    Rule,
    SetScalar,
    shorten,
)
from newslint.text.words import cut_tail, french_gap, tidy


def check(article: Article, options: NoOptions) -> Iterator[Problem]:
    """One problem for each term with stray blanks."""
    for field in article.terms():
        for scalar in field.scalars:
            text = scalar.text
            if text.isprintable() and text == text.strip() and "  " not in text:
                continue  # to Python no blank but U+0020 is printable
            text, tail = cut_tail(text, scalar.style)
            clean = _clean(text)
            if clean != text and clean:
                message = f"{field.key} has {_found(text)} in {shorten(clean)}, tidy it"
                fix = Fix(
                    f"Write {shorten(clean)}",
                    (SetScalar(scalar, clean + tail),),
                    safe=False,
                    why="the term may stand so in other articles",
                )
                yield Problem(scalar.span, message, field.key, fix)


def _clean(text: str) -> str:
    clean = tidy(text.replace("\n", " "))
    for char in "\xa0\u202f":
        at = clean.find(char)
        while at >= 0:
            if not french_gap(clean, at, at + 1):
                clean = f"{clean[:at]} {clean[at + 1 :]}"
            at = clean.find(char, at + 1)
    return clean


def _found(text: str) -> str:
    if text != text.strip():
        return "blanks at an end"
    if "  " in text:
        return "several blanks in a row"
    return "a tab" if "\t" in text else "a line break" if "\n" in text else "a no-break space"


RULE = Rule(
    code="TAG002",
    name="tag-whitespace",
    severity="warning",
    presets=("default", "news"),
    fields=(TERMS,),
    check=check,
    examples=(
        Example(
            note="All kinds of blanks, with odd quotes and a comment",
            before="""---
title: A
tags:
- ' New York'  # from the feed
- "São  Paulo"
- Los\xa0Angeles
categories: 'World '
---
Body.
""",
            found=(
                "4:3-4:14 tags has blanks at an end in `New York`, tidy it",
                "5:3-5:15 tags has several blanks in a row in `São Paulo`, tidy it",
                "6:3-6:14 tags has a no-break space in `Los Angeles`, tidy it",
                "7:13-7:21 categories has blanks at an end in `World`, tidy it",
            ),
            after="""---
title: A
tags:
- 'New York'  # from the feed
- "São Paulo"
- Los Angeles
categories: 'World'
---
Body.
""",
            unsafe=True,
        ),
        Example(
            note="Single blanks, ideographic ones, a joiner, French before its colon",
            before="""---
title: A
tags: [New York, 東京　大阪, می\u200cخواهم, "Dupont\xa0: procès"]
---
Body.
""",
        ),
    ),
)
