"""text-boilerplate (TXT012): a text ends in what a feed or a template added, or inside a word.

## What it does

Looks at the end of description and summary for "The post … appeared first on …", "Continue
reading", "Read more", `[…]`, in several languages, and, where the text is the start of the body,
for an end inside a word.

## Why it matters

"Continue reading" leads nowhere in a card or a search result, and `[…]` says that a script has cut
the sentence.

## Fix

Cuts the tail off, or ends after the last whole word with an ellipsis: unsafe, because readers see
another text. None where nothing would be left.

## Options

- `phrases` (default none): more texts that begin such a tail.

## Source

The words that WordPress writes into its feeds, in the languages that it speaks.
"""

from __future__ import annotations

from newslint.rule import (
    Article,
    Example,
    Field,
    Fix,
    Iterator,
    NamedTuple,
    Problem,
    Rule,
    SetScalar,
    shorten,
)
from newslint.text.boilerplate import boilerplate_start
from newslint.text.words import cut_tail


class Options(NamedTuple):
    """`phrases` begin a tail."""

    phrases: tuple[str, ...] = ()


def check(article: Article, options: Options) -> Iterator[Problem]:
    """One problem for each text with such an end."""
    for field in article.pick(("description", "summary")):
        if not field.text or field.scalar is None:
            continue
        text, blanks = cut_tail(field.text, field.scalar.style)
        kept = boilerplate_start(text, options.phrases)
        if kept < len(text):
            what = f"{field.key} ends with the boilerplate {shorten(text[kept:])}"
            yield _problem(field, what, "remove it", text[:kept] + blanks)
        elif len(text) >= 80 and "A" <= text[-1] < "\u0e00" and (word := _cut_word(article, text)):
            # further up are scripts without spaces between words
            what = f"{field.key} is cut off in the middle of the word {shorten(word)}"
            clean = text[: text.rfind(" ")].rstrip(" ,;:-–—") + "…"
            yield _problem(field, what, "end it after a whole word", clean + blanks)


def _problem(field: Field, what: str, advice: str, clean: str) -> Problem:
    """With the fix that writes `clean`, where that leaves any text."""
    fix = None
    if field.scalar is not None and clean.strip():
        fix = Fix(
            "Cut off the end",
            (SetScalar(field.scalar, clean),),
            safe=False,
            why="what is cut off may be part of the text",
        )
    return Problem(field.value.span, what, field.key, fix, advice=advice)


def _cut_word(article: Article, text: str) -> str:
    """The word that goes on in the body after the last letter of the text; else empty."""
    tail, start = text[-30:], article.block.body if article.block else 0
    at = article.text.find(tail, start)
    if at < 0:
        return ""
    end = at + len(tail)
    whole = end
    while whole < len(article.text) and article.text[whole].isalpha():
        whole += 1
    last = text.rpartition(" ")[2]
    return last + article.text[end:whole] if whole > end and len(last) < 30 else ""


RULE = Rule(
    code="TXT012",
    name="text-boilerplate",
    severity="warning",
    presets=("default", "news"),
    fields=("description", "summary"),
    check=check,
    options=Options,
    examples=(
        Example(
            note="What WordPress adds, with odd quotes and a comment",
            front="""\
title: Überschwemmung
description: 'The Rhine is rising. The post Überschwemmung appeared first on Kölner Blatt.' # feed
summary: "The Rhine rises and […] Continue reading →"
""",
            found=(
                (
                    "3:14-3:92",
                    (
                        "description ends with the boilerplate `The post Überschwemmung "
                        "appeared first on Kölner Blatt.`; remove it"
                    ),
                ),
                (
                    "4:10-4:54",
                    "summary ends with the boilerplate `[…] Continue reading →`; remove it",
                ),
            ),
            front_after="""\
title: Überschwemmung
description: 'The Rhine is rising.' # feed
summary: "The Rhine rises and"
""",
            unsafe=True,
        ),
        Example(
            note="The start of the body, cut inside a word",
            before="""---
title: Flood
description: After three days of rain the river has left its bed in the lower part of the val
---
After three days of rain the river has left its bed in the lower part of the valley, again.
""",
            found=(
                (
                    "3:14-3:94",
                    (
                        "description is cut off in the middle of the word `valley`; end it "
                        "after a whole word"
                    ),
                ),
            ),
            after="""---
title: Flood
description: After three days of rain the river has left its bed in the lower part of the…
---
After three days of rain the river has left its bed in the lower part of the valley, again.
""",
            unsafe=True,
        ),
        Example(
            note="In other languages, and words of the site",
            front="""\
title: Наводнение
description: Река вышла из берегов. Читать далее
summary: 川が増水した。続きを読む
""",
            found=(
                ("3:14-3:49", "description ends with the boilerplate `Читать далее`; remove it"),
                ("4:10-4:22", "summary ends with the boilerplate `続きを読む`; remove it"),
            ),
            front_after="""\
title: Наводнение
description: Река вышла из берегов.
summary: 川が増水した。
""",
            unsafe=True,
        ),
        Example(
            note="A phrase of the site's own",
            front="""\
title: Flood
summary: The river rises. Subscribe to our newsletter today!
""",
            found=(
                (
                    "3:10-3:61",
                    (
                        "summary ends with the boilerplate `Subscribe to our newsletter "
                        "today!`; remove it"
                    ),
                ),
            ),
            front_after="""\
title: Flood
summary: The river rises.
""",
            unsafe=True,
            options={"phrases": ["subscribe to our newsletter"]},
        ),
        Example(
            note="The text itself",
            front="""\
title: Reading
description: Why children read more. Read more about our plans, and “keep […] reading”…
summary: This article first appeared on the library's blog. What makes people read more
""",
        ),
    ),
)
