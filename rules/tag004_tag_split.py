"""tag-split (TAG004): a term holds a comma or a slash, so that it is several terms in one.

## What it does

Looks at the items of lists of tags, topics, categories and keywords. A comma is a warning; one
comma between two names (`Portland, Oregon`) and a slash (`CI/CD`) are notes. Commas in numbers, in
phrases and before `Inc.`, `Jr.`, `D.C.` are right.

## Why it matters

Hugo drops the comma: `iran,russia` is the page `/tags/iranrussia/`. A slash makes a page below a
page that is not there: `/tags/ci/cd/`.

## Fix

Splits the term at its commas: unsafe, as terms change. A slash is left to you.

## Options

- `sep` (default ",/"): the characters that part terms.

## Source

Measured with Hugo 0.168.
"""

from __future__ import annotations

import re

from newslint.rule import (
    TERMS,
    Article,
    Example,
    Field,
    Fix,
    InsertItem,
    Items,
    Iterator,
    NamedTuple,
    Problem,
    Rule,
    Scalar,
    SetScalar,
    Severity,
    shorten,
)

_TOPICS = ("tags", "tag", "topics", "topic", "keywords", "categories", "category")
_SUFFIX = r"(?i:inc|jr|sr|d\.c|ltd|llc|corp|gmbh|ph\.?d|iii)\.?|[A-Z]{2}|[A-Z]\."


class Options(NamedTuple):
    """`sep` holds single characters."""

    sep: str = ",/"


def check(article: Article, options: Options) -> Iterator[Problem]:
    """One problem for each term that is several."""
    for field in article.terms():
        value = field.value
        if not isinstance(value, Items) or field.key.lower() not in _TOPICS:
            continue
        for at, item in enumerate(value.items):
            if isinstance(item, Scalar) and not item.text.isalnum():
                yield from _examined(field, value, at, item, options)


def _examined(
    field: Field, items: Items, at: int, item: Scalar, options: Options
) -> Iterator[Problem]:
    text = item.text
    for sep in options.sep:
        if sep not in text or "://" in text:
            continue
        parts = [part.strip() for part in text.split(sep)]
        if sep == "/":
            message = f"{field.key}: {shorten(text)} has a slash, write two terms or a hyphen"
            yield Problem(item.span, message, field.key, severity="info")
        elif not _is_one_name(text, parts):
            message = f"{field.key}: {shorten(text)} holds `{sep}`, write {len(parts)} terms"
            severity: Severity | None = "info" if _is_a_pair_of_names(parts) else None
            fix = _fix(items, at, item, sep)
            yield Problem(item.span, message, field.key, fix, severity)
        return


def _is_one_name(text: str, parts: list[str]) -> bool:
    if re.search(r"\d,\d", text) or "" in parts or any(part.count(" ") > 2 for part in parts):
        return True
    if parts[-1].startswith(("and ", "or ", "& ")):
        return True
    return re.fullmatch(_SUFFIX, parts[-1]) is not None


def _is_a_pair_of_names(parts: list[str]) -> bool:
    return len(parts) == 2 and all(part[0].isupper() for part in parts)


def _fix(items: Items, at: int, item: Scalar, sep: str) -> Fix:
    """Leaves the last part, with what comes before it in an item of its own for the next pass."""
    head, _, last = item.text.rpartition(sep)
    changes = (SetScalar(item, last.strip()), InsertItem(items, at, head.strip()))
    return Fix(f"Split off {shorten(last)}", changes, safe=False)


RULE = Rule(
    code="TAG004",
    name="tag-split",
    severity="warning",
    presets=("default", "news"),
    fields=(TERMS,),
    check=check,
    options=Options,
    examples=(
        Example(
            note="Three terms in one item, with odd quotes and a comment",
            before="""---
title: A
tags:
- 'flood, Überschwemmung,rain'  # from a form
- Köln
---
Body.
""",
            found=("4:3-4:31 tags: `flood, Überschwemmung,rain` holds `,`, write 3 terms",),
            after="""---
title: A
tags:
- 'flood'
- 'Überschwemmung'
- 'rain'  # from a form
- Köln
---
Body.
""",
            unsafe=True,
        ),
        Example(
            note="A place, and two terms with a slash",
            before="""---
title: A
tags: ["Portland, Oregon", CI/CD]
---
Body.
""",
            found=(
                "3:8-3:26 tags: `Portland, Oregon` holds `,`, write 2 terms",
                "3:28-3:33 tags: `CI/CD` has a slash, write two terms or a hyphen",
            ),
            after="""---
title: A
tags: ["Portland", "Oregon", CI/CD]
---
Body.
""",
            unsafe=True,
        ),
        Example(
            note="Numbers, companies, degrees, addresses, and people's names in another list",
            before="""---
title: A
tags: ["10,000 steps", "Apple, Inc.", "Washington, D.C.", "Austin, TX", "https://x.org/a,b",
  "tools, teams, and services"]
authors: ["Mann, Thomas"]
---
Body.
""",
            site={"taxonomies": {"tag": "tags", "author": "authors"}},
        ),
    ),
)
