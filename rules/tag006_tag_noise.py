"""tag-noise (TAG006): a term that no reader would look for.

## What it does

Reports a term with an HTML reference (`R&amp;D`), with `#` or `@` in front, or longer than
`max-length`; in tags, topics, categories and keywords also a stop word in small letters (`the`,
`und`, `из`; `Jest` is a name) and a bare whole number that is neither a year nor of three digits
(`747`, `911`). With `max` set, a list with
more terms than that; with `title-tokens`, tags of which every one is a single word out of the
title, as scripts cut them.

## Why it matters

Each term is a page. Those of `%23iran` or `with` hold nothing that belongs together, and thousands
of terms with one article each make a build slow.

## Fix

Writes the character for the reference and drops `#`: unsafe, as terms change. Where the list has
that form already, the one with the noise goes. None for `@`, which begins names (`@angular/core`),
nor where the reference stands for a tag (`&lt;b&gt;`). All other terms are left to you: a word or a
number may be the name of something.

## Options

- `max` (default 0): terms that a list may have; 0 for any number.
- `max-length` (default 60): characters that a term may have.
- `title-tokens` (default false): report lists that are cut from the title.
- `stop-words` (default []): more words that are no term, in lower case.

## Source

Measured with Hugo 0.168: `#iran` is the page `/tags/%23iran/`.
"""

from __future__ import annotations

from bisect import bisect_left

from newslint.rule import (
    TERMS,
    Article,
    Change,
    DeleteItem,
    Example,
    Field,
    Fix,
    Iterator,
    ListValue,
    NamedTuple,
    Problem,
    Rule,
    Scalar,
    SetScalar,
    shorten,
)
from newslint.text.words import cut_tail, decode, has_word, is_stop_word, makes_tag

_TOPICS = ("tags", "tag", "topics", "topic", "keywords", "categories", "category")


class Options(NamedTuple):
    """`max` counts terms, `max_length` characters."""

    max: int = 0
    max_length: int = 60
    title_tokens: bool = False
    stop_words: tuple[str, ...] = ()


def check(article: Article, options: Options) -> Iterator[Problem]:
    """One problem for each noisy term, and one for a list that is too long."""
    for field in article.terms():
        scalars = field.scalars
        topical = field.role in _TOPICS or field.key.lower() in _TOPICS
        noisy = set()
        there = {scalar.text.casefold() for scalar in scalars}
        for scalar in scalars:
            text = scalar.text if scalar.style == "plain" else scalar.text.rstrip("\n")
            if len(text) > 11 and text.isalpha() and len(text) <= options.max_length:
                continue
            what = _noise(text, options, topical)
            if what:
                noisy.add(id(scalar))
                yield _problem(field, scalar, *what, there=there)
        if options.title_tokens and field.role == "tags" and len(scalars) > 1:
            yield from _cut_from_title(article, field, noisy)
        if 0 < options.max < len(scalars):
            message = f"{field.key} has {len(scalars)} terms, keep the {options.max} best"
            yield Problem(scalars[options.max].span, message, field.key)


def _noise(text: str, options: Options, topical: bool) -> tuple[str, str | None] | None:
    """What is wrong with a term, with the advice in words, and what a fix writes for it."""
    if "&" in text and decode(text) != text:
        clean = None if makes_tag(text) else decode(text)
        return "holds an HTML reference", clean
    if text[:1] in "#＃" and text.strip("#＃ "):
        clean = text.lstrip("#＃ ")
        return f"starts with `{text[0]}`", clean if clean[0].isalpha() else None
    if text[:1] in "@＠" and text.strip("@＠ "):
        return f"starts with `{text[0]}`", None
    if len(text) > options.max_length:
        return f"has {len(text)} characters, over {options.max_length}, write a shorter one", None
    if topical and _bare_number(text):
        return "is a bare number, write what it counts", None
    if topical and len(text) < 12 and text == text.lower():
        return _stop_word(text, options)
    return None


def _stop_word(text: str, options: Options) -> tuple[str, None] | None:
    found = is_stop_word(text, options.stop_words)
    return ("is a stop word, choose a topic", None) if found else None


def _bare_number(text: str) -> bool:
    """True for a whole number; `11.1` and `10,000` are versions and names."""
    return text.isdecimal() and (len(text) not in (3, 4) or text[0] == "0")


def _problem(
    field: Field, scalar: Scalar, what: str, clean: str | None, *, there: set[str]
) -> Problem:
    """`there` are the terms of the list, casefolded; `clean` is the term without its noise."""
    message = f"{field.key}: {shorten(scalar.text)} {what}"
    if not clean:
        return Problem(scalar.span, message, field.key)
    written = f"Write {shorten(clean)}"
    change: Change = SetScalar(scalar, clean + cut_tail(scalar.text, scalar.style)[1])
    if clean.casefold() in there and isinstance(field.value, ListValue):
        written = f"Keep {shorten(clean)}"
        at = bisect_left(field.value.items, scalar.span, key=lambda item: item.span)
        change = DeleteItem(field.value, at)
    message += f", {written[0].lower()}{written[1:]}"
    return Problem(
        scalar.span,
        message,
        field.key,
        Fix(written, (change,), safe=False, why="the sign may be part of the name"),
    )


def _cut_from_title(article: Article, field: Field, noisy: set[int]) -> Iterator[Problem]:
    title = article.get("title")
    words = [scalar for scalar in field.scalars if id(scalar) not in noisy]
    if title is None or not title.text or len(words) < 2:
        return
    if all(" " not in word.text and has_word(title.text, word.text) for word in words):
        for word in words:
            message = f"{field.key}: {shorten(word.text)} is cut from the title, choose a topic"
            yield Problem(word.span, message, field.key)


RULE = Rule(
    code="TAG006",
    name="tag-noise",
    severity="info",
    presets=("default", "news"),
    fields=(TERMS,),
    check=check,
    options=Options,
    examples=(
        Example(
            note="A reference, a hashtag, a stop word and a number, with a comment",
            before="""---
title: A
tags:
- 'R&amp;D'  # from the feed
- "#ایران"
- the
- 25000
- Überschwemmung
---
Body.
""",
            found=(
                "4:3-4:12 tags: `R&amp;D` holds an HTML reference, write `R&D`",
                "5:3-5:11 tags: `#ایران` starts with `#`, write `ایران`",
                "6:3-6:6 tags: `the` is a stop word, choose a topic",
                "7:3-7:8 tags: `25000` is a bare number, write what it counts",
            ),
            after="""---
title: A
tags:
- 'R&D'  # from the feed
- "ایران"
- the
- 25000
- Überschwemmung
---
Body.
""",
            unsafe=True,
        ),
        Example(
            note="The form without noise stays; an `@` may belong to the name",
            before="""---
title: A
tags: ["#azure", Azure, "@angular/core", "#1"]
---
Body.
""",
            found=(
                "3:8-3:16 tags: `#azure` starts with `#`, keep `azure`",
                "3:25-3:40 tags: `@angular/core` starts with `@`",
                "3:42-3:46 tags: `#1` starts with `#`",
            ),
            after="""---
title: A
tags: [Azure, "@angular/core", "#1"]
---
Body.
""",
            unsafe=True,
        ),
        Example(
            note="Too many, and one that is too long",
            before="""---
title: A
tags: [flood, rain, river, "the river rose by two metres in Köln"]
---
Body.
""",
            found=(
                "3:21-3:26 tags has 4 terms, keep the 2 best",
                (
                    "3:28-3:66 tags: `the river rose by two metres in Köln` has 36 characters, "
                    "over 30, write a shorter one"
                ),
            ),
            options={"max": 2, "max-length": 30},
        ),
        Example(
            note="Cut from the title",
            before="""---
title: "Flut in Köln: Rhein steigt"
tags: ['flut', köln]
---
Body.
""",
            found=(
                "3:8-3:14 tags: `flut` is cut from the title, choose a topic",
                "3:16-3:20 tags: `köln` is cut from the title, choose a topic",
            ),
            options={"title-tokens": True},
        ),
        Example(
            note="A list that someone chose, with a word of the title in it",
            before="""---
title: "Flut in Köln: Rhein steigt"
tags: [köln, hochwasser]
---
Body.
""",
            options={"title-tokens": True},
        ),
        Example(
            note="Years, names in capitals, C#, words of any script",
            before="""---
title: A
tags: [2024, 911, IT, WHO, C#, AT&T, 天気, हिन्दी, 5G, "1984", "11.1", Jest]
authors: [the, 12]
---
Body.
""",
            site={"taxonomies": {"tag": "tags", "author": "authors"}},
        ),
    ),
)
