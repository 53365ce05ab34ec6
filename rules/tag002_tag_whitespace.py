"""tag-whitespace (TAG002): a term has spaces at its ends, several in a row, or odd ones.

## What it does

Looks at every term for spaces at its ends, for several in a row, for tabs, and for no-break spaces
other than those of French (`Affaire Dupont : procès` may have one before its colon).

## Why it matters

To Hugo each space is a part of the name: ` New York` is the page `/tags/-new-york/`, `New  York`
is `/tags/new--york/`, and a no-break space makes a second term on the same page.

## Fix

Tidies the spaces: unsafe, as the article moves to another term's page.

## Options

None.

## Source

Measured with Hugo 0.168.
"""

from __future__ import annotations

from newslint.rule import (
    TERMS,
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
    SetScalar,
    shorten,
)
from newslint.text.words import cut_tail, french_gap, tidy


def check(article: Article, options: NoOptions) -> Iterator[Problem]:
    """One problem for each term with stray spaces."""
    for field in article.terms():
        for scalar in field.scalars:
            if not suspects(scalar, options, article.context):
                continue
            text, tail = cut_tail(scalar.text, scalar.style)
            clean = _clean(text)
            if clean != text and clean:
                fault, advice = _found(text)
                what = f"term {shorten(clean)} in {field.key} {fault}"
                fix = Fix(
                    f"Write {shorten(clean)}",
                    (SetScalar(scalar, clean + tail),),
                    safe=False,
                    why="the term may stand so in other articles",
                )
                yield Problem(scalar.span, what, field.key, fix, advice=advice)


def suspects(scalar: Scalar, options: NoOptions, context: Context) -> bool:
    """False for most terms: to Python no space but U+0020 is printable."""
    text = scalar.text
    return not text.isprintable() or text != text.strip() or "  " in text


def _clean(text: str) -> str:
    clean = tidy(text.replace("\n", " "))
    for char in "\xa0\u202f":
        at = clean.find(char)
        while at >= 0:
            if not french_gap(clean, at, at + 1):
                clean = f"{clean[:at]} {clean[at + 1 :]}"
            at = clean.find(char, at + 1)
    return clean


def _found(text: str) -> tuple[str, str]:
    """What is wrong with the term, and what to do."""
    if text != text.strip():
        return "starts or ends with whitespace", "remove it"
    if "  " in text:
        return "contains consecutive spaces", "keep one"
    kind = "a tab" if "\t" in text else "a line break" if "\n" in text else "a no-break space"
    return f"contains {kind}", "replace it with a space"


RULE = Rule(
    code="TAG002",
    name="tag-whitespace",
    severity="warning",
    preset="default",
    precision=Precision("very-high", note="none wrong on 21 other sites"),
    fields=(TERMS,),
    check=check,
    suspects=suspects,
    examples=(
        Example(
            note="All kinds of spaces, with odd quotes and a comment",
            front="""\
title: A
tags:
- ' New York'  # from the feed
- "São  Paulo"
- Los\xa0Angeles
categories: 'World '
""",
            found=(
                ("4:3-4:14", "term `New York` in tags starts or ends with whitespace; remove it"),
                ("5:3-5:15", "term `São Paulo` in tags contains consecutive spaces; keep one"),
                (
                    "6:3-6:14",
                    "term `Los Angeles` in tags contains a no-break space; replace it with a space",
                ),
                (
                    "7:13-7:21",
                    "term `World` in categories starts or ends with whitespace; remove it",
                ),
            ),
            front_after="""\
title: A
tags:
- 'New York'  # from the feed
- "São Paulo"
- Los Angeles
categories: 'World'
""",
            unsafe=True,
        ),
        Example(
            note="Single spaces, ideographic ones, a joiner, French before its colon",
            front="""\
title: A
tags: [New York, 東京　大阪, می\u200cخواهم, "Dupont\xa0: procès"]
""",
        ),
    ),
)
