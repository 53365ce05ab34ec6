"""tag-duplicate (TAG001): a term stands twice in one list.

## What it does

Reports a term that is repeated in a list of tags, categories or other terms, exactly or in other
letter case.

## Why it matters

The page shows the term twice. Hugo files both under one page, which has the name of the one that
it happened to meet last.

## Fix

Keeps one of them. Safe where the first term of the list and the order of the terms stay: Hugo
orders terms by their last occurrence, and templates read the first one. Otherwise unsafe, as it is
where a comment would go with an item; of spellings that differ the first is kept, which is unsafe
always.

## Options

None.

## Source

Measured with Hugo 0.168: `[a, b, a]` is listed as b, a.
"""

from __future__ import annotations

from newslint.rule import (
    TERMS,
    Article,
    DeleteItem,
    Example,
    Field,
    Fix,
    Iterator,
    ListValue,
    NoOptions,
    Precision,
    Problem,
    Rule,
    Scalar,
    shorten,
)


def check(article: Article, options: NoOptions) -> Iterator[Problem]:
    """One problem for each term that is repeated, at its second occurrence."""
    for field in article.terms():
        value = field.value
        if isinstance(value, ListValue) and len(value.items) > 1:
            folded = [
                item.text.lower() if isinstance(item, Scalar) else id(item) for item in value.items
            ]
            if len(set(folded)) != len(folded):
                yield from _repeats(field, value, folded)


def concerns(article: Article, options: NoOptions) -> bool:
    """True for a list of several terms."""
    values = (field.value for field in article.terms())
    return any(isinstance(value, ListValue) and len(value.items) > 1 for value in values)


def _repeats(field: Field, items: ListValue, folded: list[str | int]) -> Iterator[Problem]:
    found: dict[str | int, list[int]] = {}
    for at, term in enumerate(folded):
        found.setdefault(term, []).append(at)
    for term, places in found.items():
        if len(places) > 1 and term:
            yield _problem(field, items, places)


def _first_without(items: ListValue, gone: set[int]) -> str:
    return next(
        item.text
        for at, item in enumerate(items.items)
        if isinstance(item, Scalar) and at not in gone
    )


def _problem(field: Field, items: ListValue, places: list[int]) -> Problem:
    found = [items.items[at] for at in places]
    spelled = [item.text for item in found if isinstance(item, Scalar)]
    same = len(set(spelled)) == 1
    # Hugo's order is that of the last occurrences: it stays when the earlier ones go.
    safe = same and _first_without(items, set()) == _first_without(items, set(places[:-1]))
    gone = places[:-1] if safe else places[1:]
    fix = Fix(
        f"Keep one {shorten(spelled[0])}",
        tuple(DeleteItem(items, at) for at in gone),
        safe,
        why="which spelling, or which place in the list, is meant is not known",
    )
    if same:
        what = f"{field.key} repeats {shorten(spelled[0])}"
    else:
        other = next(text for text in spelled if text != spelled[0])
        what = f"{field.key} contains both {shorten(spelled[0])} and {shorten(other)}"
    return Problem(found[1].span, what, field.key, fix, advice="keep one")


RULE = Rule(
    code="TAG001",
    name="tag-duplicate",
    severity="warning",
    preset="default",
    precision=Precision("very-high", read=1, needless=1, note="none wrong on 21 other sites"),
    fields=(TERMS,),
    check=check,
    concerns=concerns,
    examples=(
        Example(
            note="Side by side: the order stays, with odd quotes and a comment",
            front="""\
title: A
tags:
- Köln
- 'Flut'
- "Flut"  # second
categories: [news, Rhein, rain, Rhein]
""",
            found=(
                ("6:3-6:9", "tags repeats `Flut`; keep one"),
                ("7:33-7:38", "categories repeats `Rhein`; keep one"),
            ),
            front_after="""\
title: A
tags:
- Köln
- "Flut"  # second
categories: [news, rain, Rhein]
""",
        ),
        Example(
            note="A comment would go with the first",
            front="""\
title: A
tags:
- Köln
- Flut # first
- Flut
""",
            found=(("6:3-6:7", "tags repeats `Flut`; keep one"),),
            front_after="""\
title: A
tags:
- Köln
- Flut
""",
            unsafe=True,
        ),
        Example(
            note="The first term again at the end: either way something moves",
            front="""\
title: A
tags: [flood, rain, flood]
""",
            found=(("3:21-3:26", "tags repeats `flood`; keep one"),),
            front_after="""\
title: A
tags: [flood, rain]
""",
            unsafe=True,
        ),
        Example(
            note="Two spellings",
            front="""\
title: A
tags:
  - KI
  - Zürich
  - ki
""",
            found=(("6:5-6:7", "tags contains both `KI` and `ki`; keep one"),),
            front_after="""\
title: A
tags:
  - KI
  - Zürich
""",
            unsafe=True,
        ),
        Example(
            note="Zola's terms, in a table of their own",
            before="""+++
title = "Überschwemmung"

[taxonomies]
tags = ["flood", "rain", "flood"] # from the feed
authors = [
  "Ana",
  "Ana", # twice
]
+++
Body.
""",
            found=(
                ("5:26-5:33", "tags repeats `flood`; keep one"),
                ("8:3-8:8", "authors repeats `Ana`; keep one"),
            ),
            after="""+++
title = "Überschwemmung"

[taxonomies]
tags = ["flood", "rain"] # from the feed
authors = [
  "Ana", # twice
]
+++
Body.
""",
            unsafe=True,
            target="zola",
        ),
        Example(
            note="Different terms, and the same one in two lists",
            front="""\
title: A
tags: [weather, wetter, 天気, "", "", Maße, Masse]
categories: [weather]
""",
        ),
    ),
)
