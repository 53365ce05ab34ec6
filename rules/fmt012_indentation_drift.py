"""indentation-drift (FMT012): a line that is too far to the left or to the right.

## What it does

Reports text that continues on lines that are not indented, items of one list that are indented
differently or lack their dash, keys that are indented without belonging to the key above, a list
that starts on the line of its key or whose key is a comment. Three of these are not even refused:
an item that is indented further becomes part of the item above, an unindented line of text with a
colon becomes a key, and in Hugo an empty item at the end of an unindented list takes in all keys
below it.

## Why it matters

Most of these stop the build. The others lose what was written without a word: `tags` with ` - a`
and `  - b` is the one tag `a - b` to all parsers.

## Fix

The line is moved to the column where it belongs by the lines above it. Safe for keys that can only
belong to the left margin: below a comment, a quoted value or a list, or several keys that the site
knows, indented alike. Unsafe else: what a line belongs to is then a guess, and where the front
matter is read as it is, its values change.

## Options

None.

## Source

Twelve parsers, Hugo 0.168 among them, read the first two silent forms in the same wrong way. The
third is Hugo's alone: `tags:`, `-`, `draft: true` is published, as its draft is part of a tag.
"""

from newslint.rule import (
    Article,
    DeleteItem,
    Example,
    Fix,
    IndentationDrift,
    InsertItem,
    Iterator,
    ListValue,
    MergedItems,
    NoOptions,
    OpenItem,
    Precision,
    Problem,
    Rule,
    Scalar,
    SetScalar,
    TextAsKey,
    repair,
    shorten,
)


def word(
    article: Article,
    fault: IndentationDrift | MergedItems | OpenItem | TextAsKey,
    options: NoOptions,
) -> Iterator[Problem]:
    """Word what the reading of the front matter found."""
    if isinstance(fault, IndentationDrift):
        yield repair(article, fault)
    elif isinstance(fault, MergedItems):
        yield _merged(article, fault)
    elif isinstance(fault, TextAsKey):
        advice = "indent it and quote the whole text"
        what = f"{shorten(fault.key)} {fault.what}"
        yield Problem(fault.span, what, fault.key, advice=advice)
    else:
        yield _open(article, fault)


def _open(article: Article, fault: OpenItem) -> Problem:
    field = next(one for one in article.fields if fault.span.start in range(*one.span))
    fix = None
    if isinstance(field.value, ListValue):
        changes = tuple(DeleteItem(field.value, index) for index in _empty_at_end(field.value))
        fix = Fix("Remove the empty item", changes, safe=False, why="an item may be missing there")
    what = f"{fault.key} {fault.what}"
    return Problem(fault.span, what, fault.key, fix, advice="remove it")


def _empty_at_end(value: ListValue) -> Iterator[int]:
    """The indexes of the empty items that no other item follows."""
    for index in reversed(range(len(value.items))):
        item = value.items[index]
        if not isinstance(item, Scalar) or item.style != "empty":
            return
        yield index


def _merged(article: Article, fault: MergedItems) -> Problem:
    texts = fault.items
    if not texts:
        return repair(article, fault)
    what, advice = f"{fault.key} {shorten(texts[0])} {fault.what}", "give both the same indentation"
    return Problem(fault.span, what, fault.key, _split(article, fault, texts), advice=advice)


def _split(article: Article, fault: MergedItems, texts: tuple[str, ...]) -> Fix | None:
    """The item as the items that it was meant to be."""
    for field in article.fields:
        value = field.value
        if not isinstance(value, ListValue):
            continue
        for index, item in enumerate(value.items):
            if isinstance(item, Scalar) and item.span == fault.span and len(texts) == 2:
                changes = (SetScalar(item, texts[0]), InsertItem(value, index + 1, texts[1]))
                return Fix(
                    "Make it an item of its own",
                    changes,
                    safe=False,
                    why="the two lines may be one item",
                )
    return None


RULE = Rule(
    code="FMT012",
    name="indentation-drift",
    severity="error",
    preset="default",
    precision=Precision(
        "very-high",
        read=1,
        note="399 unseen sites; of 173 broken files 153 repaired as meant, 1 not",
    ),
    faults=(IndentationDrift, MergedItems, TextAsKey, OpenItem),
    word=word,
    examples=(
        Example(
            note="Keys that can only belong to the left margin",
            front="""\
title: "Überflutung"
  expirydate: "2026-01-22" # soon
# all topics
 tags:
  - a
""",
            found=(
                (
                    "3:3-3:34",
                    (
                        'line `expirydate: "2026-01-22" # soon` is not in line with the lines '
                        "that it belongs to; move it to the left margin"
                    ),
                ),
                (
                    "5:2-5:7",
                    (
                        "line `tags:` is not in line with the lines that it belongs to; "
                        "move it to the left margin"
                    ),
                ),
            ),
            front_after="""\
title: "Überflutung"
expirydate: "2026-01-22" # soon
# all topics
tags:
  - a
""",
        ),
        Example(
            note="The first key is indented, the others are not",
            front="""\
 title: News
date: 2025-12-31
""",
            found=(
                (
                    "2:2-2:13",
                    (
                        "line `title: News` is not in line with the lines that it belongs to; "
                        "move it to the left margin"
                    ),
                ),
            ),
            front_after="""\
title: News
date: 2025-12-31
""",
        ),
        Example(
            "A text that an editor has wrapped",
            "---\ntitle: News\nsummary: The river rose again, and\nthe town is flooded\n---\n",
            (
                (
                    "3:10-4:20",
                    (
                        "summary `The river rose again, and the town is flooded` continues "
                        "on lines that are not indented; indent the lines"
                    ),
                ),
            ),
            "---\ntitle: News\nsummary: The river rose again, and\n  the town is flooded\n---\n",
            unsafe=True,
        ),
        Example(
            "An empty item, into which Hugo takes the date and the draft",
            "---\ntitle: 'A'\ntags:\n- новости\n-  # later\n\ndate: 2025-12-31\ndraft: true\n---\n",
            (
                (
                    "5:1-5:2",
                    "tags ends with an empty item, to which Hugo adds all keys below; remove it",
                ),
            ),
            "---\ntitle: 'A'\ntags:\n- новости\n\ndate: 2025-12-31\ndraft: true\n---\n",
            unsafe=True,
        ),
        Example(
            note="Empty items that Hugo reads as all others do",
            front="""\
tags:
  -
categories:
- ~
topics:
-
- a
authors:
-
""",
        ),
        Example(
            note="Items at two columns, and one without a dash",
            front="""\
title: News
tags:
  - a
 - b # b
categories:
  - c
  d
""",
            found=(
                (
                    "5:2-5:9",
                    (
                        "line `- b # b` is not in line with the lines that it belongs to; "
                        "indent it by 2 spaces"
                    ),
                ),
                ("8:3-8:4", "line `d` has no dash; insert a dash"),
            ),
            front_after="""\
title: News
tags:
  - a
  - b # b
categories:
  - c
  - d
""",
            unsafe=True,
        ),
        Example(
            note="A list on the line of its key, and one whose key is a comment",
            front="""\
title: News
authors: - Ana
draft: true
# tags:
  - a
""",
            found=(
                (
                    "3:10-3:15",
                    (
                        "authors `- Ana` starts a list on the line of its key; put the list "
                        "on a line of its own"
                    ),
                ),
                (
                    "5:1-5:8",
                    (
                        "line `# tags:` is a comment above the list that belongs to it; "
                        "restore the key"
                    ),
                ),
            ),
            front_after="""\
title: News
authors:
  - Ana
draft: true
tags:
  - a
""",
            unsafe=True,
        ),
        Example(
            note="Silent: an item that took in the next one",
            front="""\
title: News
tags:
 - крым
  - мост
 - c
""",
            found=(
                (
                    "4:4-5:9",
                    (
                        "tags `крым` also contains the item below, which is indented further; "
                        "give both the same indentation"
                    ),
                ),
            ),
            front_after="""\
title: News
tags:
 - крым
 - мост
 - c
""",
            unsafe=True,
        ),
        Example(
            note="Silent: the first item lacks its dash",
            front="""\
title: News
tags:
  крым
  - мост
""",
            found=(
                (
                    "4:3-5:9",
                    (
                        "tags `крым - мост` also contains the items below; give all of them a "
                        "dash and the same indentation"
                    ),
                ),
            ),
        ),
        Example(
            note="Silent: a text with a colon became a key",
            front="""\
summary: The river rose again
as the mayor had said: twice
""",
            found=(
                (
                    "3:1-3:22",
                    (
                        "`as the mayor had said` looks like the rest of the text above; "
                        "indent it and quote the whole text"
                    ),
                ),
            ),
        ),
        Example(
            "Lines that are indented as they should be",
            "---\ntitle: News\nsummary: The river\n  rose - again\ntags:\n- a\n-\n  b\n---\n",
        ),
    ),
)
