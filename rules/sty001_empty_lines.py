"""empty-lines (STY001): empty lines in the front matter.

## What it does

Reports empty lines between the keys, and lines that hold only whitespace. What is inside a value
of several lines is left alone.

## Why it matters

Nothing breaks: editors and scripts write such lines back and forth, and every diff shows them.

## Fix

Removes them. Safe: nothing of the page changes.

## Options

These are the keys of `[style]` that the rule reads.

- `empty-lines` (default "remove"): `keep` for a site that groups its keys with empty lines.

## Source

Measured with Hugo 0.168: pages are the same.
"""

from __future__ import annotations

from typing import Literal

from newslint.rule import (
    Article,
    Example,
    Fix,
    Iterator,
    NamedTuple,
    Precision,
    Problem,
    ReplaceText,
    Rule,
    Span,
    long_values,
)
from newslint.text.line_ends import empty_lines


class Options(NamedTuple):
    """What the house wants of empty lines."""

    empty_lines: Literal["remove", "keep"] = "remove"


def check(article: Article, options: Options) -> Iterator[Problem]:
    """One problem for each run of empty lines."""
    block = article.block
    if block is None or not article.fields or options.empty_lines == "keep":
        return
    runs = list(empty_lines(article.text, *block.content))
    inside = long_values(article) if runs else ()
    for start, end, rows in runs:
        if any(value.start <= start < value.end for value in inside):
            continue
        lines, them = ("an empty line", "it") if rows == 1 else (f"{rows} empty lines", "them")
        fix = Fix(f"Remove {lines}", (ReplaceText(Span(start, end), ""),), safe=True)
        yield Problem(
            Span(start, end), f"{lines} in the front matter", fix=fix, advice=f"remove {them}"
        )


RULE = Rule(
    code="STY001",
    name="empty-lines",
    severity="info",
    precision=Precision("very-high", note="the form is the user's own choice"),
    check=check,
    options=Options,
    style=True,
    examples=(
        Example(
            note="Empty lines, one with spaces, beside comments",
            before="""---

title: 'Über'
# grouped

\x20\x20
image:
tags:
  - "é"  # one

---
Body.

More.
""",
            found=(
                ("2:1-3:1", "an empty line in the front matter; remove it"),
                ("5:1-7:1", "2 empty lines in the front matter; remove them"),
                ("10:1-11:1", "an empty line in the front matter; remove it"),
            ),
            after="""---
title: 'Über'
# grouped
image:
tags:
  - "é"  # one
---
Body.

More.
""",
        ),
        Example(
            note="Empty lines in TOML",
            before="""+++
title = 'Über'  # one

tags = [
  "a",

  "b",
]

[params]
x = 1
+++
Body.
""",
            found=(
                ("3:1-4:1", "an empty line in the front matter; remove it"),
                ("6:1-7:1", "an empty line in the front matter; remove it"),
                ("9:1-10:1", "an empty line in the front matter; remove it"),
            ),
            after="""+++
title = 'Über'  # one
tags = [
  "a",
  "b",
]
[params]
x = 1
+++
Body.
""",
        ),
        Example(
            note="Empty lines in JSON",
            before="""{

  "title": "A",

  "tags": ["a"]
}
Body.
""",
            found=(
                ("2:1-3:1", "an empty line in the front matter; remove it"),
                ("4:1-5:1", "an empty line in the front matter; remove it"),
            ),
            after="""{
  "title": "A",
  "tags": ["a"]
}
Body.
""",
        ),
        Example(
            note="Empty lines that group the keys",
            front="""\
title: Flood

weight: 1
""",
            config={"style": {"empty-lines": "keep"}},
        ),
        Example(
            note="Inside values they mean something",
            front="""\
title: "One

  two"
description: |+
  First.

  Second.

summary: plain

  text
""",
        ),
    ),
)
