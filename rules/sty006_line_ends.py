"""line-ends (STY006): whitespace at the end of a line, or lines of one block that end differently.

## What it does

Reports spaces and tabs at the end of a line of the front matter, and lines that end in LF where
most end in CRLF, or the reverse. What is inside a value of several lines is left alone, and so are
lines that hold nothing else: those are empty lines (STY001).

## Why it matters

Nothing breaks: editors and scripts write such things back and forth, and every diff shows them.

## Fix

Removes the whitespace, and gives every line the end that most lines have. Safe: nothing of the
page changes.

## Options

None.

## Source

Measured with Hugo 0.168: pages are the same. A public site has CRLF at its delimiters only, in
3,777 files.
"""

from __future__ import annotations

from newslint.rule import (
    Article,
    Example,
    Fix,
    Iterator,
    NoOptions,
    Precision,
    Problem,
    ReplaceText,
    Rule,
    Span,
    long_values,
)
from newslint.text.line_ends import line_ends, trailing_whitespace


def check(article: Article, options: NoOptions) -> Iterator[Problem]:
    """One problem for each line with whitespace at its end, one for all odd line ends."""
    block = article.block
    if block is None or not article.fields:
        return
    whole = Span(block.opening.start, block.body)
    if "\r" in article.text[slice(*whole)]:
        yield from _line_ends(article.text, whole)
    trailing = list(trailing_whitespace(article.text, *block.content))
    inside = long_values(article) if trailing else ()
    for start, end in trailing:
        if not any(value.start <= start < value.end for value in inside):
            fix = Fix("Remove the whitespace", (ReplaceText(Span(start, end), ""),), safe=True)
            what = "whitespace at the end of the line"
            yield Problem(Span(start, end), what, fix=fix, advice="remove it")


def _line_ends(text: str, span: Span) -> Iterator[Problem]:
    ends = line_ends(text, *span)
    if ends.odd:
        changes = tuple(ReplaceText(Span(*odd), ends.usual) for odd in ends.odd)
        name = "CRLF" if "\r" in ends.usual else "LF"
        yield Problem(
            changes[0].span,
            f"{len(ends.odd)} of {ends.lines} lines do not end in {name} like the others",
            fix=Fix(f"End all lines in {name}", changes, safe=True),
            advice="use one line ending",
        )


RULE = Rule(
    code="STY006",
    name="line-ends",
    severity="info",
    precision=Precision("very-high", note="the form is the user's own choice"),
    check=check,
    examples=(
        Example(
            note="Whitespace at line ends, beside comments and odd quotes",
            before="""---
title: 'Über'\x20\x20
# grouped\x20
\x20
image:\x20
tags:\t
  - "é"  # one
---
Body.\x20\x20
""",
            found=(
                ("2:14-2:16", "whitespace at the end of the line; remove it"),
                ("3:10-3:11", "whitespace at the end of the line; remove it"),
                ("5:7-5:8", "whitespace at the end of the line; remove it"),
                ("6:6-6:7", "whitespace at the end of the line; remove it"),
            ),
            after="""---
title: 'Über'
# grouped
\x20
image:
tags:
  - "é"  # one
---
Body.\x20\x20
""",
        ),
        Example(
            note="Whitespace at line ends of TOML",
            before="""+++
title = 'Über'\x20
tags = [\x20\x20
  "a",  # one
]
+++
Body.
""",
            found=(
                ("2:15-2:16", "whitespace at the end of the line; remove it"),
                ("3:9-3:11", "whitespace at the end of the line; remove it"),
            ),
            after="""+++
title = 'Über'
tags = [
  "a",  # one
]
+++
Body.
""",
        ),
        Example(
            note="Whitespace at line ends of JSON",
            before="""{\x20
  "title": "Über  ",\t
  "tags": [\x20
    "a"\x20\x20
  ]
}
Body.\x20
""",
            found=(
                ("1:2-1:3", "whitespace at the end of the line; remove it"),
                ("2:21-2:22", "whitespace at the end of the line; remove it"),
                ("3:12-3:13", "whitespace at the end of the line; remove it"),
                ("4:8-4:10", "whitespace at the end of the line; remove it"),
            ),
            after="""{
  "title": "Über  ",
  "tags": [
    "a"
  ]
}
Body.\x20
""",
        ),
        Example(
            note="Inside values it means something",
            front="""\
description: |+
  First.\x20\x20

  Second.

summary: "plain\x20\x20

  text"
""",
        ),
    ),
)
