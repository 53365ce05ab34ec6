"""layout-style (FMT017): the front matter is not laid out as the site's own style wants it.

## What it does

Reports empty lines between the keys, blanks at the end of a line, and lines of one block that end
in different ways; what stands inside a value of several lines is left alone. Where the site has
chosen so, also texts between other quotes, keys in another order and lists in another form.

## Why it matters

Nothing breaks: editors and scripts write such things back and forth, and every diff shows them.

## Fix

Removes empty lines and blanks, gives every line the end that most lines have, writes the chosen
quotes and lists, and moves keys with their comments. Safe: nothing of the page changes. A text
that would need escapes keeps its quotes; a list with comments keeps its lines, as does one that
would be longer than 100 characters; keys stay where it is not certain to what a comment or an
empty line belongs.

## Options

- `empty-lines` (default true): report empty lines, with which some sites group their keys.
- `quote` (default "any"): the quotes of quoted texts, `single` or `double`.
- `order` (default []): the keys or their roles that come first in YAML, in this order; others
  follow as they stand.
- `list` (default "any"): how lists of single values are written in YAML: `block`, on lines, or
  `flow`, in brackets.

## Source

Measured with Hugo 0.168: pages are the same. A public site has CRLF on its fences only, in 3,777
files, another 490 different orders of keys.
"""

from __future__ import annotations

import re
from typing import Literal

from newslint.rule import (
    Article,
    Example,
    Field,
    Fix,
    Iterator,
    ListValue,
    NamedTuple,
    Problem,
    ReorderKeys,
    ReplaceText,
    Rule,
    Scalar,
    Span,
    Value,
    scalars_in,
)
from newslint.text.restyle import (
    blank_places,
    odd_line_ends,
    requoted,
    to_brackets,
    to_lines,
)


class Options(NamedTuple):
    """`empty_lines` are reported; of the others nothing is unless the site chooses."""

    empty_lines: bool = True
    quote: Literal["any", "single", "double"] = "any"
    order: tuple[str, ...] = ()
    list: Literal["any", "block", "flow"] = "any"


def check(article: Article, options: Options) -> Iterator[Problem]:
    """One problem for each line, run of empty lines and list; one for ends, quotes and order."""
    block = article.block
    if block is None or block.format == "json" or not article.fields:
        return
    if options.quote != "any":
        yield from _quotes(article, options.quote)
    if block.format != "yaml":
        return
    if options.order:
        yield from _order(article, options.order)
    if options.list != "any":
        yield from _lists(article, options.list)
    text, (start, end) = article.text, block.content
    lines = text[start:end]
    if "\r" in lines or "\r" in text[block.opening.start : block.body]:
        yield from _line_ends(text, Span(block.opening.start, block.body))
        lines = lines.replace("\r\n", "\n")
    if " \n" in lines or "\t\n" in lines or "\n\n" in lines or lines[:1] == "\n":
        yield from _blanks(article, Span(start, end), options)


def _line_ends(text: str, span: Span) -> Iterator[Problem]:
    odd, usual, lines = odd_line_ends(text, *span)
    if odd:
        changes = tuple(ReplaceText(Span(start, end), usual) for start, end in odd)
        fix = Fix("Give all lines the same end", changes, safe=True)
        name = "CRLF" if "\r" in usual else "LF"
        message = f"{len(odd)} of {lines} lines do not end in {name}, as the others do"
        yield Problem(changes[0].span, message, fix=fix)


def _blanks(article: Article, content: Span, options: Options) -> Iterator[Problem]:
    inside = list(_long(article))
    for start, end, rows in blank_places(article.text, *content):
        span = Span(start, end)
        if any(one.start <= span.start < one.end for one in inside):
            continue
        if not rows:
            message = "blanks at the end of the line, remove them"
            yield Problem(span, message, fix=_removal("Remove the blanks", span))
        elif options.empty_lines:
            what = "an empty line" if rows == 1 else f"{rows} empty lines"
            message = f"{what} in the front matter, remove {'it' if rows == 1 else 'them'}"
            yield Problem(span, message, fix=_removal(f"Remove {what}", span))


def _removal(message: str, span: Span) -> Fix:
    return Fix(message, (ReplaceText(span, ""),), safe=True)


def _quotes(article: Article, style: str) -> Iterator[Problem]:
    """The texts between the other quotes, as one problem at the first of them."""
    changes = []
    for scalar in _scalars(article):
        if scalar.style in ("single", "double") and scalar.editable:
            made = requoted(article.text[slice(*scalar.span)], scalar.text, style)
            if made is not None:
                changes.append(ReplaceText(scalar.span, made))
    if changes:
        count = "a text is" if len(changes) == 1 else f"{len(changes)} texts are"
        message = f"{count} not between {style} quotes, write {style} quotes"
        fix = Fix(f"Write {style} quotes", tuple(changes), safe=True)
        yield Problem(changes[0].span, message, fix=fix)


def _order(article: Article, wanted: tuple[str, ...]) -> Iterator[Problem]:
    """The first key that stands before one that the site wants earlier."""
    fields = article.fields
    if len({field.key.lower() for field in fields}) < len(fields):
        return  # which of two equal keys counts depends on their order
    ranks = [_rank(field, wanted) for field in fields]
    for place in range(1, len(ranks)):
        if ranks[place] < max(ranks[:place]):
            key = fields[place].key
            above = next(at for at, rank in enumerate(ranks) if rank > ranks[place])
            order = tuple(sorted(range(len(ranks)), key=ranks.__getitem__))
            fix = Fix("Put the keys in the site's order", (ReorderKeys(order),), safe=True)
            message = f"{key} stands behind {fields[above].key}, move it up"
            yield Problem(fields[place].key_span, message, key, fix)
            return


def _rank(field: Field, wanted: tuple[str, ...]) -> int:
    for name in (field.key.lower(), field.role):
        if name in wanted:
            return wanted.index(name)
    return len(wanted)


def _lists(article: Article, form: str) -> Iterator[Problem]:
    """The lists of single values that stand in the other form and can stand in this one."""
    how = "in brackets" if form == "flow" else "on lines of its own"
    for field in article.fields:
        items = field.value
        if not isinstance(items, ListValue) or items.flow == (form == "flow") or not items.editable:
            continue
        spans = [item.span for item in items.items if _is_single(item)]
        if not spans or len(spans) < len(items.items):
            continue
        if form == "flow":
            made = to_brackets(article.text, field.key_span, spans)
        else:
            indent = _indent(article)
            made = to_lines(article.text, field.key_span, spans, items.span.end, indent)
        if made:
            changes = tuple(ReplaceText(Span(start, end), new) for start, end, new in made)
            fix = Fix(f"Write the list {how}", changes, safe=True)
            yield Problem(items.span, f"{field.key}: write the list {how}", field.key, fix)


def _is_single(value: Value) -> bool:
    return isinstance(value, Scalar) and value.editable and value.style != "empty"


def _indent(article: Article) -> str:
    """The blanks before the dashes of the first list that stands on lines; two without one."""
    for field in article.fields:
        if isinstance(field.value, ListValue) and not field.value.flow:
            start = field.value.span.start
            return " " * (start - article.text.rfind("\n", 0, start) - 1)
    return "  "


def _long(article: Article) -> Iterator[Span]:
    """The spans of values of several lines, with the empty lines that belong to a block scalar."""
    for value in _scalars(article):
        if "\n" in article.text[slice(*value.span)]:
            block = value.style in ("literal", "folded")
            end = re.compile(r"(?:\s*\n)?").match(article.text, value.span.end) if block else None
            yield Span(value.span.start, end.end() if end else value.span.end)


def _scalars(article: Article) -> Iterator[Scalar]:
    return (scalar for field in article.fields for scalar in scalars_in(field.value))


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
            note="Single quotes, where none has to be escaped",
            before="""---
title: "Überschwemmung"   # from the feed
summary: "It's: late"
source: 'Öst'
tags: ["a: b", 'c', plain]
params: {x: "y", z: "tab\\t"}
---
Body.
""",
            found=("2:8-2:24 3 texts are not between single quotes, write single quotes",),
            after="""---
title: 'Überschwemmung'   # from the feed
summary: "It's: late"
source: 'Öst'
tags: ['a: b', 'c', plain]
params: {x: 'y', z: "tab\\t"}
---
Body.
""",
            options={"quote": "single"},
        ),
        Example(
            note="The order of the keys, with the comments above them; `link` is a role",
            before="""---
draft: false # yet
# what readers see
title: Überschwemmung
tags:
  - a # one
source_url: https://example.org/a
date: 2025-12-31
---
Body.
""",
            found=("4:1-4:6 title stands behind draft, move it up",),
            after="""---
# what readers see
title: Überschwemmung
date: 2025-12-31
source_url: https://example.org/a
draft: false # yet
tags:
  - a # one
---
Body.
""",
            options={"order": ["title", "date", "link"]},
        ),
        Example(
            note="Lists on lines, indented as the others are",
            before="""---
title: A
categories: # own
- b
tags: [Köln, "a, b", 'c'] # from the feed
keywords: []
authors: [
  a]
---
Body.
""",
            found=("5:7-5:26 tags: write the list on lines of its own",),
            after="""---
title: A
categories: # own
- b
tags: # from the feed
- Köln
- "a, b"
- 'c'
keywords: []
authors: [
  a]
---
Body.
""",
            options={"list": "block"},
        ),
        Example(
            note="Lists in brackets, but for comments and what would need quotes",
            before="""---
title: A
tags:
  - Köln
  - 'b'
categories:
- a # one
authors:
- Ana, Bo
---
Body.
""",
            found=("4:3-5:8 tags: write the list in brackets",),
            after="""---
title: A
tags: [Köln, 'b']
categories:
- a # one
authors:
- Ana, Bo
---
Body.
""",
            options={"list": "flow"},
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
        Example(
            note="Double quotes need no second apostrophe",
            before="""---
title: 'It''s Zoë''s' # one
summary: 'say "yes"'
---
Body.
""",
            found=("2:8-2:22 a text is not between double quotes, write double quotes",),
            after="""---
title: "It's Zoë's" # one
summary: 'say "yes"'
---
Body.
""",
            options={"quote": "double"},
        ),
    ),
)
