"""text-whitespace (TXT001): a text starts or ends with whitespace, or has consecutive spaces.

## What it does

Looks at title, description and summary for spaces at the ends, for consecutive spaces, for
tabs, and in a title for line breaks. A no-break space on its own is right (French `Vraiment ?`),
and so is the ideographic space of East Asian text. A description or summary that goes over several
lines is left alone: its line breaks and indents may be Markdown. So is a garbled text (`VoilÃ` and
a no-break space), in which a space may be half a letter: text-mojibake is about that. And so is a
letter-spaced one (`f l o o d   i n   t o w n`), in which the run alone parts two words.

## Why it matters

A page folds most spaces, but feeds, search results and cards print them, and a title that differs
from another in spaces only is taken for another title.

## Fix

Spaces at the ends go, a run becomes one space, a tab becomes a space; a no-break space is the one
that stays before `?` or after `«`. Safe where the page's URL stays what it is. A line break in a
title becomes a space, which is unsafe: it may have separated two titles.

## Options

- `sentence-gap` (default true): two spaces after the end of a sentence are a writer's habit and
  stay, in description and summary.

## Source

Measured with Hugo 0.168: with the URL unchanged, a page before and after differs in spaces only.
"""

from __future__ import annotations

import re

from newslint.rule import (
    TEXT_ROLES,
    Article,
    Context,
    Example,
    Field,
    Fix,
    Iterator,
    NamedTuple,
    Precision,
    Problem,
    Rule,
    Scalar,
    SetScalar,
)
from newslint.text.mojibake import repaired
from newslint.text.words import cut_tail, is_letter_spaced, tidy


class Options(NamedTuple):
    """Two spaces after a sentence are right when `sentence_gap`."""

    sentence_gap: bool = True


def check(article: Article, options: Options) -> Iterator[Problem]:
    """One problem for each text with stray spaces."""
    for field in article.pick(TEXT_ROLES):
        scalar = field.scalar if field.text else None
        if scalar is not None and suspects(scalar, options, article.context):
            yield from _examined(field, scalar, options)


def suspects(scalar: Scalar, options: Options, context: Context) -> bool:
    """False for most texts: to Python no space but U+0020 is printable."""
    text = scalar.text
    return not text.isprintable() or "  " in text or text[:1] == " " or text[-1:] == " "


def _examined(field: Field, scalar: Scalar, options: Options) -> Iterator[Problem]:
    text, tail = cut_tail(scalar.text, scalar.style)
    if scalar.style not in ("plain", "single", "double"):
        text = text.lstrip("\n")  # empty lines before the text of a block
    if field.role != "title" and "\n" in text.strip():
        return
    lead = "" if field.role == "title" else _indent(text)
    tidied = lead + _tidied(text[len(lead) :], field.role, options)
    if tidied == text or not tidied.strip() or not text or _has_meaning(text):
        return
    changes = (SetScalar(scalar, tidied + tail),)
    fix = Fix(
        "Normalize the whitespace",
        changes,
        safe="\n" not in text.strip(),
        why="the lines of the text may be meant",
    )
    found = _found(text, field.role, options)
    advice = found[0][1] if len(found) == 1 else "normalize the whitespace"
    what = f"{field.key} {' and '.join(phrase for phrase, _ in found)}"
    yield Problem(scalar.span, what, field.key, fix, advice=advice)


def _has_meaning(text: str) -> bool:
    """True where a space may be half a letter of a garbled text (`VoilÃ\xa0`), or a run of spaces
    alone parts two words, as each letter stands by itself."""
    return is_letter_spaced(text) or repaired(text) is not None


def _indent(text: str) -> str:
    """The ideographic space that a Japanese or Chinese paragraph starts with."""
    return text[: len(text) - len(text.lstrip("\u3000"))]


def _tidied(text: str, role: str, options: Options) -> str:
    if "\n" in text:
        text = re.sub(r"(?:(?<![ \t])[ \t]+)?\n\s*", " ", text.strip())
    return tidy(text, sentence_gap=options.sentence_gap and role != "title")


def _found(text: str, role: str, options: Options) -> list[tuple[str, str]]:
    """Each thing that is wrong with the text, and what to do about it."""
    core = text.strip()
    found = []
    if text != core:
        start, end = text[0].isspace(), text[-1].isspace()
        place = "starts and ends" if start and end else "starts" if start else "ends"
        found.append((f"{place} with whitespace", "remove it"))
    runs = re.sub(r"[\t\n]", "", core)
    if _tidied(runs, role, options) != runs:
        found.append(("contains consecutive spaces", "keep one"))
    if "\t" in core:
        found.append(("contains a tab", "replace it with a space"))
    if "\n" in core:
        found.append(("contains a line break", "replace it with a space"))
    return found


RULE = Rule(
    code="TXT001",
    name="text-whitespace",
    severity="warning",
    preset="default",
    precision=Precision(
        "very-high",
        read=14,
        note="33 and 399 unseen sites; none wrong on 21 other sites",
    ),
    fields=TEXT_ROLES,
    check=check,
    suspects=suspects,
    options=Options,
    examples=(
        Example(
            note="Spaces at the end of a title, with a comment after it",
            front="""\
title: 'Flut in São Paulo '  # from the feed
""",
            found=(("2:8-2:28", "title ends with whitespace; remove it"),),
            front_after="""\
title: 'Flut in São Paulo'  # from the feed
""",
        ),
        Example(
            note="Runs of spaces, and a tab",
            front="""\
title: Storm
description: Three  towns cut off
summary: "  Power\\tis back "
""",
            found=(
                ("3:14-3:34", "description contains consecutive spaces; keep one"),
                (
                    "4:10-4:29",
                    (
                        "summary starts and ends with whitespace and contains a tab; "
                        "normalize the whitespace"
                    ),
                ),
            ),
            front_after="""\
title: Storm
description: Three towns cut off
summary: "Power is back"
""",
        ),
        Example(
            note="A line break in a title may part two titles, so that fixing it is unsafe",
            front="""\
title: "Storm\\nPower is back"
slug: storm
""",
            found=(("2:8-2:30", "title contains a line break; replace it with a space"),),
            front_after="""\
title: "Storm Power is back"
slug: storm
""",
            unsafe=True,
        ),
        Example(
            note="No-break spaces of French, ideographic spaces, wrapped and block texts are right",
            front="""\
title: Vraiment ? « Oui » — 特集　　台風
description: |
  First line

    - Second line
summary: >
  One line that
  is folded.  And its second sentence.
""",
        ),
        Example(
            note="The end of a sentence may be a reference",
            front="""\
title: Gripe
description: "« Gripe !&nbsp;&raquo;  Un mot&#46;  Un autre."
""",
        ),
        Example(
            note="With the URL made from the title, the space between two words is kept",
            front="""\
title: "Vraiment  ?"
description: "First.  Second."
""",
            found=(
                ("2:8-2:21", "title contains consecutive spaces; keep one"),
                ("3:14-3:31", "description contains consecutive spaces; keep one"),
            ),
            front_after="""\
title: "Vraiment ?"
description: "First. Second."
""",
            options={"sentence-gap": False},
        ),
        Example(
            note="Letter-spaced texts, in which a run of spaces parts two words",
            front="""\
title: "i t   a l l   c o m e s   d o w n"
description: "Jetzt im Kino: D e r   S t u r m !"
""",
        ),
        Example(
            note="Half a letter of a garbled text, which another rule reports",
            front="""\
title: News
description: "Voil\u00c3\u00a0"
""",
        ),
    ),
)
