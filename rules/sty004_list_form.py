"""list-form (STY004): a list in another form than the site has chosen.

## What it does

Reports lists of single values that are on one line, in brackets, where `[style]` asks for one item
a line, or the reverse. In YAML these are the lists of top-level keys, in TOML and JSON those inside
tables too. A list that cannot be written in the other form as it is stays unreported: an empty one,
one with comments or anchors, one whose items would need quotes in brackets, one inside a TOML table
on one line, one that would make a line of more than 100 characters.

## Why it matters

Nothing breaks: editors and scripts write lists back and forth, and every diff shows them.

## Fix

Writes the list in brackets, or its items on lines, indented like the other lists. TOML and JSON
have brackets in both forms; a comma after the last item is there in TOML, unless the article's
other lists have none. Safe: every item stays as it is written.

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
    Precision,
    Problem,
    RestyleList,
    Rule,
    every_field,
)

_WORDS = {
    ("yaml", True): ("on lines", "in brackets"),
    ("yaml", False): ("in brackets", "on lines of its own"),
    ("other", True): ("on several lines", "on one line"),
    ("other", False): ("on one line", "with one item a line"),
}
"""By format, and whether one line is wanted: how a list is written, and how it should be."""


class Options(NamedTuple):
    """The form of lists that the house wants."""

    lists: Literal["block", "flow", "keep"] = "keep"


def check(article: Article, options: Options) -> Iterator[Problem]:
    """One problem for each list in the other form."""
    if options.lists == "keep":
        return
    flow = options.lists == "flow"
    form, how = _WORDS["yaml" if _is_yaml(article) else "other", flow]
    for field in article.fields if _is_yaml(article) else every_field(article.fields):
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


def _is_yaml(article: Article) -> bool:
    return article.block is not None and article.block.format == "yaml"


RULE = Rule(
    code="STY004",
    name="list-form",
    severity="info",
    precision=Precision("very-high", note="the form is the user's own choice"),
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
            note="One item a line in TOML, with the comments beside it and in its tables",
            before="""+++
title = 'Über'
# from the feed
tags = ["Köln", 'b#c'] # two
empty = []
inline = { a = ["b"] }
[[parts]]
  names = [ "a" ]
[params]
x = [[1], [2]]
+++
Body.
""",
            found=(
                ("4:8-4:23", "tags is a list on one line; write it with one item a line"),
                ("8:11-8:18", "names is a list on one line; write it with one item a line"),
            ),
            after="""+++
title = 'Über'
# from the feed
tags = [
  "Köln",
  'b#c',
] # two
empty = []
inline = { a = ["b"] }
[[parts]]
  names = [
    "a",
  ]
[params]
x = [[1], [2]]
+++
Body.
""",
            config={"style": {"lists": "block"}},
        ),
        Example(
            note="Lists of TOML on one line, but for comments",
            before="""+++
tags = [
    "a",
    'b'
] # two
categories = [
  "c", # one
]
[extra]
authors = ["Ana",
           "Bo"]
+++
Body.
""",
            found=(
                ("2:8-5:2", "tags is a list on several lines; write it on one line"),
                ("10:11-11:17", "authors is a list on several lines; write it on one line"),
            ),
            after="""+++
tags = ["a", 'b'] # two
categories = [
  "c", # one
]
[extra]
authors = ["Ana", "Bo"]
+++
Body.
""",
            config={"style": {"lists": "flow"}},
        ),
        Example(
            note="One item a line in JSON, indented as the others are",
            before="""{
    "title": "Über",
    "tags": ["Köln", "b, c"],
    "params": {
        "x": [1, 2],
        "y": {"z": ["a"]}
    }
}
Body.
""",
            found=(
                ("3:13-3:29", "tags is a list on one line; write it with one item a line"),
                ("5:14-5:20", "x is a list on one line; write it with one item a line"),
            ),
            after="""{
    "title": "Über",
    "tags": [
        "Köln",
        "b, c"
    ],
    "params": {
        "x": [
            1,
            2
        ],
        "y": {"z": ["a"]}
    }
}
Body.
""",
            config={"style": {"lists": "block"}},
        ),
        Example(
            note="Lists of JSON on one line",
            before="""{
  "tags": [
    "a",
    "b"
  ],
  "parts": [
    {"a": 1}
  ]
}
Body.
""",
            found=(("2:11-5:4", "tags is a list on several lines; write it on one line"),),
            after="""{
  "tags": ["a", "b"],
  "parts": [
    {"a": 1}
  ]
}
Body.
""",
            config={"style": {"lists": "flow"}},
        ),
    ),
)
