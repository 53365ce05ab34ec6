"""text-whitespace (TXT001): a text starts or ends with blanks, or has several in a row.

## What it does

Looks at title, description and summary for blanks at the ends, for several blanks in a row, for
tabs, and in a title for line breaks. A no-break space on its own is right (French `Vraiment ?`),
and so is the ideographic space of East Asian text. A description or summary that goes over several
lines is left alone: its line breaks and indents may be Markdown. So is a garbled text (`VoilÃ` and
a no-break space), in which a blank may be half a letter: text-mojibake is about that. And so is a
letter-spaced one (`f l o o d   i n   t o w n`), in which the run alone parts two words.

## Why it matters

A page folds most blanks, but feeds, search results and cards print them, and a title that differs
from another in blanks only is taken for another title.

## Fix

Blanks at the ends go, a run becomes one blank, a tab becomes a blank; a no-break space is the one
that stays before `?` or behind `«`. Safe where the page's URL stays what it is. A line break in a
title becomes a blank, which is unsafe: it may have separated two titles.

## Options

- `sentence-gap` (default true): two blanks behind the end of a sentence are a writer's habit and
  stay, in description and summary.

## Source

Measured with Hugo 0.168: with the URL unchanged, a page before and after differs in blanks only.
"""

from __future__ import annotations

import re

from newslint.rule import (
    TEXT_ROLES,
    Article,
    Example,
    Field,
    Fix,
    Iterator,
    NamedTuple,
    Problem,
    Rule,
    Scalar,
    SetScalar,
)
from newslint.text.mojibake import repaired
from newslint.text.words import cut_tail, is_letter_spaced, tidy


class Options(NamedTuple):
    """Two blanks behind a sentence are right when `sentence_gap`."""

    sentence_gap: bool = True


def check(article: Article, options: Options) -> Iterator[Problem]:
    """One problem for each text with stray blanks."""
    for field in article.pick(TEXT_ROLES):
        text = field.text
        if text and _suspicious(text) and field.scalar is not None:
            yield from _examined(field, field.scalar, options)


def _suspicious(text: str) -> bool:
    """False for most texts: to Python no blank but U+0020 is printable."""
    return not text.isprintable() or "  " in text or text[0] == " " or text[-1] == " "


def _examined(field: Field, scalar: Scalar, options: Options) -> Iterator[Problem]:
    text, tail = cut_tail(scalar.text, scalar.style)
    if field.role != "title" and "\n" in text.strip():
        return
    lead = "" if field.role == "title" else _indent(text)
    tidied = lead + _tidied(text[len(lead) :], field.role, options)
    if tidied == text or not tidied.strip() or not text or _has_meaning(text):
        return
    changes = (SetScalar(scalar, tidied + tail),)
    fix = Fix(
        "Tidy the blanks",
        changes,
        safe="\n" not in text.strip(),
        why="the lines of the text may be meant",
    )
    yield Problem(
        scalar.span, f"{field.key} has {_found(text, field.role, options)}, tidy it", field.key, fix
    )


def _has_meaning(text: str) -> bool:
    """True where a blank may be half a letter of a garbled text (`VoilÃ\xa0`), or a run of blanks
    alone parts two words, as each letter stands by itself."""
    return is_letter_spaced(text) or repaired(text) is not None


def _indent(text: str) -> str:
    """The ideographic space that a Japanese or Chinese paragraph starts with."""
    return text[: len(text) - len(text.lstrip("\u3000"))]


def _tidied(text: str, role: str, options: Options) -> str:
    if "\n" in text:
        text = re.sub(r"(?:(?<![ \t])[ \t]+)?\n\s*", " ", text.strip())
    return tidy(text, sentence_gap=options.sentence_gap and role != "title")


def _found(text: str, role: str, options: Options) -> str:
    core = text.strip()
    found = []
    if text != core:
        start, end = text[0].isspace(), text[-1].isspace()
        place = "both ends" if start and end else "its start" if start else "its end"
        found.append(f"blanks at {place}")
    runs = re.sub(r"[\t\n]", "", core)
    if _tidied(runs, role, options) != runs:
        found.append("several blanks in a row")
    if "\t" in core:
        found.append("a tab")
    if "\n" in core:
        found.append("a line break")
    return " and ".join(found)


RULE = Rule(
    code="TXT001",
    name="text-whitespace",
    severity="warning",
    presets=("default", "news"),
    fields=TEXT_ROLES,
    check=check,
    options=Options,
    examples=(
        Example(
            note="Blanks at the end of a title, with a comment behind it",
            before="""---
title: 'Flut in São Paulo '  # from the feed
---
Body.
""",
            found=("2:8-2:28 title has blanks at its end, tidy it",),
            after="""---
title: 'Flut in São Paulo'  # from the feed
---
Body.
""",
        ),
        Example(
            note="Runs of blanks, and a tab",
            before="""---
title: Storm
description: Three  towns cut off
summary: "  Power\\tis back "
---
Body.
""",
            found=(
                "3:14-3:34 description has several blanks in a row, tidy it",
                "4:10-4:29 summary has blanks at both ends and a tab, tidy it",
            ),
            after="""---
title: Storm
description: Three towns cut off
summary: "Power is back"
---
Body.
""",
        ),
        Example(
            note="A line break in a title may part two titles, so that mending it is unsafe",
            before="""---
title: "Storm\\nPower is back"
slug: storm
---
Body.
""",
            found=("2:8-2:30 title has a line break, tidy it",),
            after="""---
title: "Storm Power is back"
slug: storm
---
Body.
""",
            unsafe=True,
        ),
        Example(
            note="No-break spaces of French, ideographic spaces, wrapped and block texts are right",
            before="""---
title: Vraiment ? « Oui » — 特集　　台風
description: |
  First line

    - Second line
summary: >
  One line that
  is folded.  And its second sentence.
---
Body.
""",
        ),
        Example(
            note="The end of a sentence may be a reference",
            before="""---
title: Gripe
description: "« Gripe !&nbsp;&raquo;  Un mot&#46;  Un autre."
---
Body.
""",
        ),
        Example(
            note="With the URL made from the title, the blank between two words is kept",
            before="""---
title: "Vraiment  ?"
description: "First.  Second."
---
Body.
""",
            found=(
                "2:8-2:21 title has several blanks in a row, tidy it",
                "3:14-3:31 description has several blanks in a row, tidy it",
            ),
            after="""---
title: "Vraiment ?"
description: "First. Second."
---
Body.
""",
            options={"sentence-gap": False},
        ),
        Example(
            note="Letter-spaced texts, in which a run of blanks parts two words",
            before="""---
title: "i t   a l l   c o m e s   d o w n"
description: "Jetzt im Kino: D e r   S t u r m !"
---
Body.
""",
        ),
        Example(
            note="Half a letter of a garbled text, which another rule reports",
            before="""---
title: News
description: "Voil\u00c3\u00a0"
---
Body.
""",
        ),
    ),
)
