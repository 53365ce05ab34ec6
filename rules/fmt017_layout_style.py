"""layout-style (FMT017): the front matter has empty lines, blanks at line ends or mixed line ends.

## What it does

Reports empty lines between the keys, blanks at the end of a line, and lines of one block that end
in different ways. What stands inside a value of several lines is left alone.

## Why it matters

Nothing breaks: editors and scripts write such things back and forth, and every diff shows them.

## Fix

Removes empty lines and blanks, and gives every line the end that most lines have. Safe: nothing of
the page changes.

## Options

- `empty-lines` (default true): report empty lines, with which some sites group their keys.

## Source

Measured with Hugo 0.168: pages are the same. A public site has CRLF on its fences only, in 3,777
files.
"""

from __future__ import annotations

import re

from newslint.rule import (
    Article,
    Example,
    Field,
    Fix,
    Items,
    Iterator,
    NamedTuple,
    Problem,
    Rule,
    Scalar,
    Span,
    Splice,
    Value,
)


class Options(NamedTuple):
    """`empty_lines` are reported."""

    empty_lines: bool = True


def check(article: Article, options: Options) -> Iterator[Problem]:
    """One problem for each line, or run of empty lines, and one for line ends."""
    block = article.block
    if block is None or block.format != "yaml" or not article.fields:
        return
    text, (start, end) = article.text, block.content
    lines = text[start:end]
    if "\r" in lines or "\r" in text[block.opening.start : block.body]:
        yield from _line_ends(text, Span(block.opening.start, block.body))
        lines = lines.replace("\r\n", "\n")
    if " \n" in lines or "\t\n" in lines or "\n\n" in lines or lines[:1] == "\n":
        yield from _blanks(article, Span(start, end), options)


def _line_ends(text: str, span: Span) -> Iterator[Problem]:
    ends = [(match.start(), match.group()) for match in re.finditer(r"\r?\n", text[slice(*span)])]
    carriage = sum(end == "\r\n" for _, end in ends)
    if not 0 < carriage < len(ends):
        return
    usual = "\r\n" if carriage * 2 > len(ends) else "\n"
    odd = [Span(span.start + at, span.start + at + len(end)) for at, end in ends if end != usual]
    fix = Fix("Give all lines the same end", tuple(Splice(one, usual) for one in odd), safe=True)
    names = {"\r\n": "CRLF", "\n": "LF"}
    message = f"{len(odd)} of {len(ends)} lines do not end in {names[usual]}, as the others do"
    yield Problem(odd[0], message, fix=fix)


def _blanks(article: Article, content: Span, options: Options) -> Iterator[Problem]:
    inside = [span for field in article.fields for span in _long(article.text, field.value)]
    for span, rows in _culprits(article.text, content):
        if any(one.start <= span.start < one.end for one in inside):
            continue
        if not rows:
            message = "blanks at the end of the line, remove them"
            yield Problem(span, message, fix=_removal("Remove the blanks", span))
        elif options.empty_lines:
            what = "an empty line" if rows == 1 else f"{rows} empty lines"
            message = f"{what} in the front matter, remove {'it' if rows == 1 else 'them'}"
            yield Problem(span, message, fix=_removal(f"Remove {what}", span))


def _culprits(text: str, content: Span) -> Iterator[tuple[Span, int]]:
    """The blanks at line ends (with 0), and the runs of empty lines with their number."""
    at = first = content.start
    rows = 0
    for line in text[slice(*content)].split("\n")[:-1]:
        bare = line.removesuffix("\r")
        words = bare.rstrip(" \t")
        if words and rows:
            yield Span(first, at), rows
        rows = 0 if words else rows + 1
        if words and len(words) < len(bare):
            yield Span(at + len(words), at + len(bare)), 0
        at += len(line) + 1
        first = at if words else first
    if rows:
        yield Span(first, at), rows


def _removal(message: str, span: Span) -> Fix:
    return Fix(message, (Splice(span, ""),), safe=True)


def _long(text: str, value: Value) -> Iterator[Span]:
    """The spans of values of several lines, with the empty lines that belong to a block scalar."""
    if isinstance(value, Scalar):
        if "\n" in text[slice(*value.span)]:
            block = value.style in ("literal", "folded")
            end = re.compile(r"(?:\s*\n)?").match(text, value.span.end) if block else None
            yield Span(value.span.start, end.end() if end else value.span.end)
        return
    for inner in value.items if isinstance(value, Items) else value.fields:
        yield from _long(text, inner.value if isinstance(inner, Field) else inner)


RULE = Rule(
    code="FMT017",
    name="layout-style",
    severity="info",
    check=check,
    options=Options,
    examples=(
        Example(
            note="Empty lines and blanks at line ends, beside comments and odd quotes",
            before="""---

title: 'Über'\x20\x20
# grouped\x20

\x20\x20
image:\x20
tags:\t
  - "é"  # one

---
Body.\x20\x20

More.
""",
            found=(
                "2:1-3:1 an empty line in the front matter, remove it",
                "3:14-3:16 blanks at the end of the line, remove them",
                "4:10-4:11 blanks at the end of the line, remove them",
                "5:1-7:1 2 empty lines in the front matter, remove them",
                "7:7-7:8 blanks at the end of the line, remove them",
                "8:6-8:7 blanks at the end of the line, remove them",
                "10:1-11:1 an empty line in the front matter, remove it",
            ),
            after="""---
title: 'Über'
# grouped
image:
tags:
  - "é"  # one
---
Body.\x20\x20

More.
""",
        ),
        Example(
            note="Empty lines that group the keys",
            before="""---
title: Flood

weight: 1
---
Body.
""",
            options={"empty-lines": False},
        ),
        Example(
            note="Inside values they mean something",
            before="""---
title: "One

  two"
description: |+
  First.\x20\x20

  Second.

summary: plain

  text
---
Body.
""",
        ),
    ),
)
