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
        noisy = set()
        there = {scalar.text.casefold() for scalar in scalars}
        for scalar, noise in _noisy(field, options):
            noisy.add(id(scalar))
            yield _problem(field, scalar, noise, there)
        if options.title_tokens and field.role == "tags" and len(scalars) > 1:
            yield from _cut_from_title(article, field, noisy)
        if 0 < options.max < len(scalars):
            what = f"{field.key} has {len(scalars)} terms (maximum {options.max})"
            yield Problem(scalars[options.max].span, what, field.key, advice="keep the best")


def _noisy(field: Field, options: Options) -> Iterator[tuple[Scalar, _Noise]]:
    """The terms of a field that are noise, and what is wrong with each."""
    topical = field.role in _TOPICS or field.key.lower() in _TOPICS
    for scalar in field.scalars:
        text = scalar.text if scalar.style == "plain" else scalar.text.rstrip("\n")
        if text.isalpha() and 11 < len(text) <= options.max_length:
            continue  # no stop word is so long, and most terms are one word
        if noise := _noise(text, options, topical):
            yield scalar, noise


class _Noise(NamedTuple):
    """What is wrong with a term, what to do, and what a fix writes for it (empty: no fix)."""

    what: str
    advice: str
    clean: str = ""


def _noise(text: str, options: Options, topical: bool) -> _Noise | None:
    if "&" in text and decode(text) != text:
        clean = "" if makes_tag(text) else decode(text)
        return _Noise("contains an HTML character reference", "decode it", clean)
    if text[:1] in "#＃" and text.strip("#＃ "):
        clean = text.lstrip("#＃ ")
        return _Noise(f"starts with `{text[0]}`", "remove it", clean if clean[0].isalpha() else "")
    if text[:1] in "@＠" and text.strip("@＠ "):
        return _Noise(f"starts with `{text[0]}`", "use a plain name")
    if len(text) > options.max_length:
        return _Noise(f"has {len(text)} characters (maximum {options.max_length})", "shorten it")
    if topical and _bare_number(text):
        return _Noise("is a bare number", "say what it counts")
    if topical and len(text) < 12 and text == text.lower():
        return _stop_word(text, options)
    return None


def _stop_word(text: str, options: Options) -> _Noise | None:
    found = is_stop_word(text, options.stop_words)
    return _Noise("is a stop word", "use a topic") if found else None


def _bare_number(text: str) -> bool:
    """True for a whole number; `11.1` and `10,000` are versions and names."""
    return text.isdecimal() and (len(text) not in (3, 4) or text[0] == "0")


def _problem(field: Field, scalar: Scalar, noise: _Noise, there: set[str]) -> Problem:
    """`there` are the terms of the list, casefolded."""
    what = f"term {shorten(scalar.text)} in {field.key} {noise.what}"
    clean = noise.clean
    if not clean:
        return Problem(scalar.span, what, field.key, advice=noise.advice)
    advice = f"change it to {shorten(clean)}"
    written = f"Write {shorten(clean)}"
    change: Change = SetScalar(scalar, clean + cut_tail(scalar.text, scalar.style)[1])
    if clean.casefold() in there and isinstance(field.value, ListValue):
        written = f"Keep {shorten(clean)}"
        advice = f"remove it and keep {shorten(clean)}"
        at = bisect_left(field.value.items, scalar.span, key=lambda item: item.span)
        change = DeleteItem(field.value, at)
    fix = Fix(written, (change,), safe=False, why="the sign may be part of the name")
    return Problem(scalar.span, what, field.key, fix, advice=advice)


def _cut_from_title(article: Article, field: Field, noisy: set[int]) -> Iterator[Problem]:
    title = article.get("title")
    words = [scalar for scalar in field.scalars if id(scalar) not in noisy]
    if title is None or not title.text or len(words) < 2:
        return
    if all(" " not in word.text and has_word(title.text, word.text) for word in words):
        for word in words:
            what = f"term {shorten(word.text)} in {field.key} is just a word from the title"
            yield Problem(word.span, what, field.key, advice="use a topic")


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
            front="""\
title: A
tags:
- 'R&amp;D'  # from the feed
- "#ایران"
- the
- 25000
- Überschwemmung
""",
            found=(
                (
                    "4:3-4:12",
                    (
                        "term `R&amp;D` in tags contains an HTML character reference; change "
                        "it to `R&D`"
                    ),
                ),
                ("5:3-5:11", "term `#ایران` in tags starts with `#`; change it to `ایران`"),
                ("6:3-6:6", "term `the` in tags is a stop word; use a topic"),
                ("7:3-7:8", "term `25000` in tags is a bare number; say what it counts"),
            ),
            front_after="""\
title: A
tags:
- 'R&D'  # from the feed
- "ایران"
- the
- 25000
- Überschwemmung
""",
            unsafe=True,
        ),
        Example(
            note="The form without noise stays; an `@` may belong to the name",
            front="""\
title: A
tags: ["#azure", Azure, "@angular/core", "#1"]
""",
            found=(
                ("3:8-3:16", "term `#azure` in tags starts with `#`; remove it and keep `azure`"),
                ("3:25-3:40", "term `@angular/core` in tags starts with `@`; use a plain name"),
                ("3:42-3:46", "term `#1` in tags starts with `#`; remove it"),
            ),
            front_after="""\
title: A
tags: [Azure, "@angular/core", "#1"]
""",
            unsafe=True,
        ),
        Example(
            note="Too many, and one that is too long",
            front="""\
title: A
tags: [flood, rain, river, "the river rose by two metres in Köln"]
""",
            found=(
                ("3:21-3:26", "tags has 4 terms (maximum 2); keep the best"),
                (
                    "3:28-3:66",
                    (
                        "term `the river rose by two metres in Köln` in tags has 36 "
                        "characters (maximum 30); shorten it"
                    ),
                ),
            ),
            options={"max": 2, "max-length": 30},
        ),
        Example(
            note="Cut from the title",
            front="""\
title: "Flut in Köln: Rhein steigt"
tags: ['flut', köln]
""",
            found=(
                ("3:8-3:14", "term `flut` in tags is just a word from the title; use a topic"),
                ("3:16-3:20", "term `köln` in tags is just a word from the title; use a topic"),
            ),
            options={"title-tokens": True},
        ),
        Example(
            note="A list that someone chose, with a word of the title in it",
            front="""\
title: "Flut in Köln: Rhein steigt"
tags: [köln, hochwasser]
""",
            options={"title-tokens": True},
        ),
        Example(
            note="Years, names in capitals, C#, words of any script",
            front="""\
title: A
tags: [2024, 911, IT, WHO, C#, AT&T, 天気, हिन्दी, 5G, "1984", "11.1", Jest]
authors: [the, 12]
""",
            site={"taxonomies": {"tag": "tags", "author": "authors"}},
        ),
    ),
)
