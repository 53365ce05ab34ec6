"""key-order (STY003): a key that comes after one that the site wants below it.

## What it does

Reports the first top-level key that is not in the order that `[style]` asks for. Keys that the
order does not name follow as they are. In TOML these are the keys before the first table: a key
after its header belongs to that table, and tables stay where they are.

## Why it matters

Nothing breaks: articles are easier to read and to compare where every one begins alike. A public
site has 490 different orders of keys.

## Fix

Moves keys with their lines and the comments above them. Safe: no value changes. Nothing is moved
where it is not certain to which key a comment or an empty line belongs, or where an alias has to
stay below its anchor; where two keys are equal but for their case, nothing is reported.

## Options

These are the keys of `[style]` that the rule reads.

- `key-order` (default []): the keys or their roles that come first, in this order.

## Source

Measured with Hugo 0.168: pages are the same.
"""

from __future__ import annotations

from newslint.rule import (
    Article,
    Example,
    Field,
    Fix,
    Iterator,
    NamedTuple,
    Precision,
    Problem,
    ReorderKeys,
    Rule,
)


class Options(NamedTuple):
    """The keys that come first."""

    key_order: tuple[str, ...] = ()


def check(article: Article, options: Options) -> Iterator[Problem]:
    """One problem, at the first key that comes after one that the site wants later."""
    fields = article.fields
    if not options.key_order or article.block is None:
        return
    if len({field.key.lower() for field in fields}) < len(fields):
        return  # which of two equal keys counts depends on their order
    wanted = {name.lower(): place for place, name in reversed([*enumerate(options.key_order)])}
    ranks = [_rank(field, wanted) for field in _movable(article)]
    place = next((at for at in range(1, len(ranks)) if ranks[at] < max(ranks[:at])), None)
    if place is None:
        return
    late = fields[place]
    above = next(field for field, rank in zip(fields, ranks, strict=False) if rank > ranks[place])
    order = (*sorted(range(len(ranks)), key=ranks.__getitem__), *range(len(ranks), len(fields)))
    fix = Fix("Put the keys in the site's order", (ReorderKeys(order),), safe=True)
    what = f"{late.key} comes after {above.key}"
    yield Problem(late.key_span, what, late.key, fix, advice="move it up")


def _movable(article: Article) -> tuple[Field, ...]:
    """The top-level keys; in TOML those before the first `[table]`."""
    fields, text = article.fields, article.text
    if article.block is None or article.block.format != "toml":
        return fields
    keys = (field.key_span.start for field in fields)
    headed = (text[text.rfind("\n", 0, at) + 1 : at].lstrip(" \t")[:1] == "[" for at in keys)
    return fields[: next((at for at, header in enumerate(headed) if header), len(fields))]


def _rank(field: Field, wanted: dict[str, int]) -> int:
    """The place of a key, or of its role, in the site's order; the end for any other."""
    return wanted.get(field.key.lower(), wanted.get(field.role, len(wanted)))


RULE = Rule(
    code="STY003",
    name="key-order",
    severity="info",
    precision=Precision("very-high", note="the form is the user's own choice"),
    check=check,
    options=Options,
    style=True,
    examples=(
        Example(
            note="The order of the keys, with the comments above them; `link` is a role",
            front="""\
draft: false # yet
# what readers see
title: Überschwemmung
tags:
  - a # one
source_url: https://example.org/a
date: 2025-12-31
""",
            found=(("4:1-4:6", "title comes after draft; move it up"),),
            front_after="""\
# what readers see
title: Überschwemmung
date: 2025-12-31
source_url: https://example.org/a
draft: false # yet
tags:
  - a # one
""",
            config={"style": {"key-order": ["title", "date", "link"]}},
        ),
        Example(
            note="A comment that may be about the file",
            front="""\
# written by a script
draft: false
title: A
""",
            found=(("4:1-4:6", "title comes after draft; move it up"),),
            config={"style": {"key-order": ["title"]}},
        ),
        Example(
            note="Any order, where the site has chosen none",
            front="""\
draft: false
title: A
""",
        ),
        Example(
            note="TOML: the keys before the first table, with the comments above them",
            before="""+++
draft = false # yet
# what readers see
title = 'Überschwemmung'
tags = [
  "a", # one
]
extra.b = 1
extra.a = 2
date = 2025-12-31

# the rest
[params]
title = "B"
+++
Body.
""",
            found=(("4:1-4:6", "title comes after draft; move it up"),),
            after="""+++
# what readers see
title = 'Überschwemmung'
date = 2025-12-31
extra.b = 1
extra.a = 2
draft = false # yet
tags = [
  "a", # one
]

# the rest
[params]
title = "B"
+++
Body.
""",
            config={"style": {"key-order": ["title", "date", "extra", "params", "draft"]}},
        ),
        Example(
            note="Tables of TOML keep their order",
            before="""+++
title = "A"
[params]
x = 1
[author]
name = "Ana"
[[resources]]
src = "b"
+++
Body.
""",
            config={"style": {"key-order": ["title", "resources", "author"]}},
        ),
        Example(
            note="JSON: commas and lines stay where they are",
            before="""{
  "draft": false,
  "tags": [
    "a"
  ], "title": "Überschwemmung",
  "date": "2025-12-31"
}
Body.
""",
            found=(("5:6-5:13", "title comes after draft; move it up"),),
            after="""{
  "title": "Überschwemmung",
  "date": "2025-12-31", "draft": false,
  "tags": [
    "a"
  ]
}
Body.
""",
            config={"style": {"key-order": ["title", "date"]}},
        ),
    ),
)
