"""title-placeholder (TXT008): the title is none: a placeholder, a file name, an address, a stub.

## What it does

Reports a title such as `Untitled`, an address, a slug (`my-first-post`), a label with nothing
after it (`Video:`), and one that was cut off (`…`, `[...]` at the end of a long title). An
ellipsis after a second sentence is taken for the author's. A title in straight quotes all around
is a note.

## Why it matters

It is what readers, feeds and search results show.

## Fix

None: only the author knows the title.

## Options

- `words` (default []): more placeholders, in lower case.

## Source

Placeholders that editors and importers leave behind, in the languages that they speak.
"""

from __future__ import annotations

import re

from newslint.rule import Article, Example, Field, Iterator, NamedTuple, Problem, Rule, shorten

_WORDS = """
untitled, untitled post, no title, (no title), new post, my new post, title, title here, todo, tbd,
your title here, tba, n/a, null, undefined, none, nan, lorem ipsum, hello world, test post, 无标题,
ohne titel, kein titel, sans titre, sin título, sem título, senza titolo, zonder titel, 無標題,
無題, bez tytułu, без названия, başlıksız, 제목 없음, بدون عنوان, शीर्षकहीन"""
_PLACEHOLDERS = frozenset(word.strip() for word in _WORDS.split(","))
_CUT = ("…", "...", "[…]", "[...]")


class Options(NamedTuple):
    """`words` are placeholders."""

    words: tuple[str, ...] = ()


def check(article: Article, options: Options) -> Iterator[Problem]:
    """At most one problem."""
    field = article.get("title")
    text = field.text.strip() if field is not None and field.text else ""
    if field is None or not text:
        return
    fault = _fault(text, options)
    if fault is not None:
        what, advice = fault
        yield Problem(
            field.value.span, f"{field.key} {shorten(text)} {what}", field.key, advice=advice
        )
    elif text[0] == text[-1] == '"' and text.count('"') == 2 and len(text) > 2:
        yield _quoted(field, text)


def _fault(text: str, options: Options) -> tuple[str, str] | None:
    """What is wrong with a title, and what to do; None when it is one."""
    if len(text) < 24 and (text.lower() in _PLACEHOLDERS or text.lower() in options.words):
        return "is a placeholder", "write a title"
    if " " not in text:
        if re.match(r"(?:https?://|www\.)\S+\.\S", text):
            return "is a URL", "write a title"
        if re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+){2,}(?:\.(?:md|html?))?", text):
            return "is a slug", "write a title"
    if text[-1] == ":" and len(text) < 24:
        return "is only a label", "write the text that it introduces"
    if len(text) > 50 and text.endswith(_CUT) and (text[-1] == "]" or not _has_sentence(text)):
        return "is cut off", "write the full title"
    return None


def _has_sentence(text: str) -> bool:
    """True when a sentence has ended before the last one: such a text is meant as it is."""
    return re.search(r"[\w)”’»\"'][.!?] +\W?[A-ZÀ-Þ]", text[:-3]) is not None


def _quoted(field: Field, text: str) -> Problem:
    what = f"{field.key} {shorten(text)} is enclosed in literal quotation marks"
    return Problem(field.value.span, what, field.key, severity="info", advice="remove them")


RULE = Rule(
    code="TXT008",
    name="title-placeholder",
    severity="warning",
    presets=("default", "news"),
    fields=("title",),
    check=check,
    options=Options,
    examples=(
        Example(
            note="An editor's placeholder, with odd quotes and a comment",
            front="""\
title: 'Untitled'  # later
""",
            found=(("2:8-2:18", "title `Untitled` is a placeholder; write a title"),),
        ),
        Example(
            note="A placeholder in another language",
            front="""\
title: 無題
""",
            found=(("2:8-2:10", "title `無題` is a placeholder; write a title"),),
        ),
        Example(
            note="A slug",
            front="""\
title: flood-in-mumbai-2025
""",
            found=(("2:8-2:28", "title `flood-in-mumbai-2025` is a slug; write a title"),),
        ),
        Example(
            note="Cut off by a feed",
            front="""\
title: The river rose by two metres last night, and the mayor …
""",
            found=(
                (
                    "2:8-2:64",
                    (
                        "title `The river rose by two metres last night, and the mayor …` is "
                        "cut off; write the full title"
                    ),
                ),
            ),
        ),
        Example(
            note="An ellipsis that its author has written",
            front="""\
title: Fifty children learned how to code. Turns out, some of them knew how...
""",
        ),
        Example(
            note="Quotes twice",
            front="""\
title: '"Flood in Mumbai"'
""",
            found=(
                (
                    "2:8-2:27",
                    'title `"Flood in Mumbai"` is enclosed in literal quotation marks; remove them',
                ),
            ),
        ),
        Example(
            note="A hyphen, a question, an ellipsis with sense, a quotation",
            front="""\
title: Flood-in…
""",
        ),
        Example(
            note="A headline may be a quotation",
            front="""\
title: “Überschwemmung”
""",
        ),
    ),
)
