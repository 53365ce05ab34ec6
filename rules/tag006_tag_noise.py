"""tag-noise (TAG006): a term that no reader would look for.

## What it does

Reports a term with an HTML reference (`R&amp;D`), with `#` or `@` in front, or longer than
`max-length`; in tags, topics, categories and keywords also a stop word (`the`, `und`, `из`) and a
bare number that is neither a year nor of three digits (`747`, `911`). With `max` set, a list with
more terms than that; with `title-tokens`, tags of which every one is a single word out of the
title, as scripts cut them.

## Why it matters

Each term is a page. Those of `%23iran` or `with` hold nothing that belongs together, and thousands
of terms with one article each make a build slow.

## Fix

Writes the character for the reference, drops `#` and `@`, removes stop words and numbers: unsafe,
as terms change. A term that is too long, one too many, or cut from the title is left to you.

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
    Items,
    Iterator,
    NamedTuple,
    Problem,
    Rule,
    Scalar,
    SetScalar,
    shorten,
)
from newslint.text.words import cut_tail, decode, has_word, is_stop_word

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
        for scalar in scalars:
            text = scalar.text if scalar.style == "plain" else scalar.text.rstrip("\n")
            if len(text) > 11 and text.isalpha() and len(text) <= options.max_length:
                continue
            what = _noise(text, options, topical)
            if what:
                noisy.add(id(scalar))
                yield _problem(field, scalar, *what)
        if options.title_tokens and field.role == "tags" and len(scalars) > 1:
            yield from _cut_from_title(article, field, noisy)
        if 0 < options.max < len(scalars):
            message = f"{field.key} has {len(scalars)} terms, keep the {options.max} best"
            yield Problem(scalars[options.max].span, message, field.key)


def _noise(text: str, options: Options, topical: bool) -> tuple[str, str | None] | None:
    """What is wrong with a term, and what to write for it ("" to remove it, None: no advice)."""
    if "&" in text and decode(text) != text:
        return "holds an HTML reference", decode(text)
    if text[:1] in "#@＃＠" and text.strip("#@＃＠ "):
        return f"starts with `{text[0]}`", text.lstrip("#@＃＠ ")
    if len(text) > options.max_length:
        return f"has {len(text)} characters, over {options.max_length}", None
    if topical and text[:1].isdigit() and _bare_number(text):
        return "is a bare number", ""
    if topical and len(text) < 12 and is_stop_word(text, options.stop_words):
        return "is a stop word", ""
    return None


def _bare_number(text: str) -> bool:
    if text.isdecimal():
        return len(text) not in (3, 4) or text[0] == "0"
    return text.replace(",", "").replace(".", "").isdecimal()


def _problem(field: Field, scalar: Scalar, what: str, clean: str | None) -> Problem:
    message = f"{field.key}: {shorten(scalar.text)} {what}"
    change: Change | None = None
    if clean:
        message += f", write {shorten(clean)}"
        change = SetScalar(scalar, clean + cut_tail(scalar.text, scalar.style)[1])
    elif clean == "":
        message += ", remove it"
        change = _removal(field, scalar)
    else:
        message += ", write a shorter one"
    fix = Fix(_order(clean, scalar), (change,), safe=False) if change else None
    return Problem(scalar.span, message, field.key, fix)


def _order(clean: str | None, scalar: Scalar) -> str:
    return f"Write {shorten(clean)}" if clean else f"Remove {shorten(scalar.text)}"


def _removal(field: Field, scalar: Scalar) -> Change | None:
    if not isinstance(field.value, Items):
        return None
    at = bisect_left(field.value.items, scalar.span, key=lambda item: item.span)
    return DeleteItem(field.value, at)


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
                "6:3-6:6 tags: `the` is a stop word, remove it",
                "7:3-7:8 tags: `25000` is a bare number, remove it",
            ),
            after="""---
title: A
tags:
- 'R&D'  # from the feed
- "ایران"
- Überschwemmung
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
tags: [2024, 911, IT, WHO, C#, AT&T, 天気, हिन्दी, 5G, "1984"]
authors: [the, 12]
---
Body.
""",
            site={"taxonomies": {"tag": "tags", "author": "authors"}},
        ),
    ),
)
