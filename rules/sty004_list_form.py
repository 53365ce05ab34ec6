"""list-form (STY004): a list in another form than the site has chosen.

## What it does

Reports lists of single values in YAML that are in brackets where `[style]` asks for one item a
line, or the reverse. A list that cannot be written in the other form as it is stays unreported: an
empty one, one with comments or anchors, one whose items would need quotes in brackets, one that
would make a line of more than 100 characters.

## Why it matters

Nothing breaks: editors and scripts write lists back and forth, and every diff shows them.

## Fix

Writes the list in brackets, or its items on lines, indented like the other lists. Safe: every item
stays as it is written.

## Options

These are the keys of `[style]` that the rule reads.

- `lists` (default "keep"): `block` (one item a line), `flow` (in brackets), or `keep` for any.

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
    ListValue,
    NamedTuple,
    Problem,
    RestyleList,
    Rule,
)


class Options(NamedTuple):
    """The form of lists that the house wants."""

    lists: Literal["block", "flow", "keep"] = "keep"


def check(article: Article, options: Options) -> Iterator[Problem]:
    """One problem for each list in the other form."""
    if options.lists == "keep":
        return
    flow = options.lists == "flow"
    form, how = ("on lines", "in brackets") if flow else ("in brackets", "on lines of its own")
    for field in article.fields:
        items = field.value
        if isinstance(items, ListValue) and items.flow != flow:
            fix = Fix(f"Write the list {how}", (RestyleList(field, flow),), safe=True)
            yield Problem(
                items.span,
                f"{field.key} is a list {form}",
                field.key,
                fix,
                advice=f"write it {how}",
                only_fixable=True,
            )


RULE = Rule(
    code="STY004",
    name="list-form",
    severity="info",
    check=check,
    options=Options,
    style=True,
    examples=(
        Example(
            note="Lists on lines, indented as the others are",
            front="""\
title: A
categories: # own
- b
tags: [Köln, "a, b", 'c'] # from the feed
keywords: []
authors: [
  a]
""",
            found=(("5:7-5:26", "tags is a list in brackets; write it on lines of its own"),),
            front_after="""\
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
""",
            config={"style": {"lists": "block"}},
        ),
        Example(
            note="Lists in brackets, but for comments and what would need quotes",
            front="""\
title: A
tags:
  - Köln
  - 'b'
categories:
- a # one
authors:
- Ana, Bo
""",
            found=(("4:3-5:8", "tags is a list on lines; write it in brackets"),),
            front_after="""\
title: A
tags: [Köln, 'b']
categories:
- a # one
authors:
- Ana, Bo
""",
            config={"style": {"lists": "flow"}},
        ),
        Example(
            note="Any form, where the site has chosen none",
            front="""\
tags: [a, b]
categories:
- c
""",
        ),
        Example(
            note="TOML has brackets only",
            before="""+++
tags = ["a", "b"]
+++
Body.
""",
            config={"style": {"lists": "block"}},
        ),
    ),
)
