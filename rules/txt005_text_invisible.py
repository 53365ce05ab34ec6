"""text-invisible (TXT005): a text holds characters that nobody sees, or letters in two parts.

## What it does

Looks in title, description and summary for zero-width spaces, soft hyphens, byte order marks, bidi
marks and joiners that have nothing to do there, and for letters that are written as a letter and a
mark where one character does it (`e` and U+0301 for `é`).

Left alone: joiners in emoji and between letters (Persian, Indic and other scripts need them), bidi
marks in a text with right-to-left letters (but for overrides and what is not closed there),
zero-width spaces between letters of Thai, Khmer, Lao and Burmese, marks for which there is no
composed character, and garbled texts (`MarÃ` and a soft hyphen), in which they are half a letter:
text-mojibake is about that.

## Why it matters

Two titles that look the same are not; search does not find the words; Hugo drops such characters
from the URL or keeps a mark in it, so that the same word gives two addresses.

## Fix

Takes the characters out, or composes the letters (NFC). Safe where the page's URL stays what it is;
unsafe for a zero-width space at the edge of a Thai, Khmer, Lao or Burmese word, and for characters
that put others in another order: without U+202E a name that was written backwards shows so.

## Options

None.

## Source

Unicode, chapter 23.2 (layout controls) and annex 15 (NFC). Measured with Hugo 0.168: a decomposed
letter in a title moves the URL.
"""

from __future__ import annotations

from newslint.rule import (
    TEXT_ROLES,
    Article,
    Context,
    Example,
    Field,
    Fix,
    Iterator,
    NoOptions,
    Precision,
    Problem,
    Rule,
    Scalar,
    SetScalar,
)
from newslint.text.invisible import composed, part_words, reorders, strays, without
from newslint.text.mojibake import repaired


def check(article: Article, options: NoOptions) -> Iterator[Problem]:
    """One problem for each text with such characters."""
    for field in article.pick(TEXT_ROLES):
        text = field.text
        if text and not text.isascii():
            yield from _examined(field, text)


def suspects(scalar: Scalar, options: NoOptions, context: Context) -> bool:
    """False for a text of which every character is seen, and no letter is in two parts."""
    text = scalar.text
    return not text.isascii() and (not text.isprintable() or composed(text) != text)


def _examined(field: Field, text: str) -> Iterator[Problem]:
    found = strays(text)
    clean = without(text, found)
    whole = composed(clean)
    if whole == text or field.scalar is None or repaired(text) is not None:
        return  # in a garbled text they are what is left of a letter
    codes = list(dict.fromkeys(f"U+{ord(text[start]):04X}" for start in found))
    several = len(codes) > 1
    name = "characters" if several else "character"
    faults = [f"contains the invisible {name} {', '.join(codes)}"] if found else []
    faults += ["is not NFC-normalized"] if whole != clean else []
    remedies = [f"remove {'them' if several else 'it'}"] if found else []
    remedies += ["normalize it to NFC"] if whole != clean and not found else []
    remedies += ["normalize the text to NFC"] if whole != clean and found else []
    fix = None
    if whole.strip():
        safe = not part_words(text, found) and not reorders(text, found)
        label = "Remove invisible characters" if found else "Normalize to NFC"
        fix = Fix(
            label,
            (SetScalar(field.scalar, whole),),
            safe,
            why="the characters part words or set the direction of the text",
        )
    what, advice = f"{field.key} {' and '.join(faults)}", " and ".join(remedies)
    yield Problem(field.scalar.span, what, field.key, fix, advice=advice)


RULE = Rule(
    code="TXT005",
    name="text-invisible",
    severity="warning",
    preset="default",
    precision=Precision("very-high", note="not met on 33 unseen sites"),
    fields=TEXT_ROLES,
    check=check,
    suspects=suspects,
    examples=(
        Example(
            note="A zero-width space, a soft hyphen and a bidi mark, beside a comment",
            front="""\
title: 'Flood\u200b in São Paulo'  # pasted
description: "\u200eOver\u00adflow: \ufeffnews"
""",
            found=(
                ("2:8-2:29", "title contains the invisible character U+200B; remove it"),
                (
                    "3:14-3:33",
                    (
                        "description contains the invisible characters U+200E, U+00AD, "
                        "U+FEFF; remove them"
                    ),
                ),
            ),
            front_after="""\
title: 'Flood in São Paulo'  # pasted
description: "Overflow: news"
""",
        ),
        Example(
            note="Letters in two parts, and marks that stay what they are",
            front="""\
title: Letters
description: e\u0301te\u0301 \u1112\u1161\u11ab x\u0323\u0301 Ко\u0301фе
""",
            found=(("3:14-3:33", "description is not NFC-normalized; normalize it to NFC"),),
            front_after="""\
title: Letters
description: été 한 x\u0323\u0301 Ко\u0301фе
""",
        ),
        Example(
            note="In a title they move the URL",
            front="""\
title: Cafe\u0301
""",
            found=(("2:8-2:13", "title is not NFC-normalized; normalize it to NFC"),),
            front_after="""\
title: Café
""",
            site={"permalinks": {"news": "/:title/"}},
            unsafe=True,
        ),
        Example(
            note="Filler of newsletters",
            front="""\
title: News
description: News \u200c \u200c\u200d
""",
            found=(
                (
                    "3:14-3:23",
                    "description contains the invisible characters U+200C, U+200D; remove them",
                ),
            ),
            front_after="""\
title: News
description: News
""",
        ),
        Example(
            note="The edge of a word in a script that has no spaces between them",
            front="""\
title: ข่าว\u200b today
slug: a
""",
            found=(("2:8-2:19", "title contains the invisible character U+200B; remove it"),),
            front_after="""\
title: ข่าว today
slug: a
""",
            unsafe=True,
        ),
        Example(
            note="Persian, Hindi, Bengali, emoji, Hebrew with a mark, Thai, and French spaces",
            front="""\
title: می\u200cخواهم به خانه بروم
description: क्\u200dष क़ानून ড় য় 👩\u200d🚀 🏴\u200d☠️ ไทย\u200bรัฐ « Été »
summary: \u200fC++ היא שפה\u200f, 神社 Auf\u200clage
""",
        ),
        Example(
            note="A name written backwards, and an override in a text from right to left",
            front="""\
title: A
description: \u202eтевирП\u202c
summary: שלום \u202eabc
""",
            found=(
                (
                    "3:14-3:22",
                    "description contains the invisible characters U+202E, U+202C; remove them",
                ),
                ("4:10-4:19", "summary contains the invisible character U+202E; remove it"),
            ),
            front_after="""\
title: A
description: тевирП
summary: שלום abc
""",
            unsafe=True,
        ),
        Example(
            note="Half a letter of a garbled text, which another rule reports",
            front="""\
title: News
description: Mar\u00c3\u00ada
""",
        ),
    ),
)
