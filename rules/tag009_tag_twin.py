"""tag-twin (TAG009): one term stands in two forms in one list.

## What it does

Reports two terms of a list that differ only in the spaces, hyphens or underscores between their
words (`GitHub Universe` and `GitHubUniverse`), in the form of an apostrophe, in characters that
nobody sees, or in how Unicode writes their letters (`Schönewolf` with one character for `ö` and
with two). Letter case is tag-duplicate's, and accents make another word.

## Why it matters

The page shows the term twice, and each form has a page of its own with half of the articles.

## Fix

Keeps one of them: the first whose letters are composed (NFC) and that has no invisible character.
Unsafe, as the site may write the other one.

## Options

None.

## Source

Measured with Hugo 0.168: a term in NFC and the same in NFD are two pages. Unicode, annex 15.
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
from newslint.text.twins import is_clean, twin_key


def check(article: Article, options: NoOptions) -> Iterator[Problem]:
    """One problem for each term that has another form in its list, at the form that goes."""
    for field in article.terms():
        value = field.value
        if isinstance(value, ListValue) and len(value.items) > 1:
            yield from _twins(field, value)


def concerns(article: Article, options: NoOptions) -> bool:
    """True for a list of several terms."""
    values = (field.value for field in article.terms())
    return any(isinstance(value, ListValue) and len(value.items) > 1 for value in values)


def _twins(field: Field, items: ListValue) -> Iterator[Problem]:
    texts = "".join([item.text for item in items.items if isinstance(item, Scalar)])
    if texts.isascii() and texts.isalnum():
        return  # single words, whose forms differ in letter case alone
    groups: dict[str, list[int]] = {}
    for at, item in enumerate(items.items):
        if isinstance(item, Scalar) and item.text.strip() and item.kind != "null":
            groups.setdefault(twin_key(item.text.strip()), []).append(at)
    for places in groups.values():
        if len(places) > 1:
            yield from _problem(field, items, places)


def _problem(field: Field, items: ListValue, places: list[int]) -> Iterator[Problem]:
    """One problem, where the terms differ in more than their letter case and outer spaces."""
    scalars = {at: item for at in places if isinstance(item := items.items[at], Scalar)}
    forms = {at: scalar.text.strip() for at, scalar in scalars.items()}
    kept = next((at for at in places if is_clean(forms[at])), places[0])
    gone = [at for at in places if forms[at].lower() != forms[kept].lower()]
    if not gone:
        return
    other = scalars[gone[0]]
    what = f"{field.key} contains {_pair(forms[kept], other.text)}"
    fix = Fix(
        f"Keep {shorten(forms[kept])}",
        tuple(DeleteItem(items, at) for at in gone),
        safe=False,
        why="which form the site uses is not known",
    )
    yield Problem(other.span, what, field.key, fix, advice="keep one")


def _pair(kept: str, other: str) -> str:
    """Both forms in words; those that look the same are told by what differs."""
    if is_clean(other):
        return f"both {shorten(kept)} and {shorten(other)}"
    if is_clean(kept):
        return f"{shorten(kept)} twice, once not NFC-normalized or with invisible characters"
    return f"{shorten(kept)} in two Unicode forms"


RULE = Rule(
    code="TAG009",
    name="tag-twin",
    severity="warning",
    preset="default",
    precision=Precision("very-high", read=1, note="399 unseen sites"),
    fields=(TERMS,),
    check=check,
    concerns=concerns,
    examples=(
        Example(
            note="Without the space, with odd quotes and a comment",
            front="""\
title: A
tags:
- GitHub Universe
- 'GitHubUniverse'
- "Köln"  # from the feed
""",
            found=(
                ("5:3-5:19", "tags contains both `GitHub Universe` and `GitHubUniverse`; keep one"),
            ),
            front_after="""\
title: A
tags:
- GitHub Universe
- "Köln"  # from the feed
""",
            unsafe=True,
        ),
        Example(
            note="Letters in two parts: the composed form stays",
            front="""\
title: A
tags: [Scho\u0308newolf, flood, Schönewolf] # twice
""",
            found=(
                (
                    "3:8-3:19",
                    (
                        "tags contains `Schönewolf` twice, once not NFC-normalized or with "
                        "invisible characters; keep one"
                    ),
                ),
            ),
            front_after="""\
title: A
tags: [flood, Schönewolf] # twice
""",
            unsafe=True,
        ),
        Example(
            note="Hyphens, spacing in Korean, a joiner in Persian",
            front="""\
title: A
tags: [machine-learning, Machine Learning, 인공 지능, 인공지능, می\u200cخواهم, میخواهم]
""",
            found=(
                (
                    "3:26-3:42",
                    "tags contains both `machine-learning` and `Machine Learning`; keep one",
                ),
                ("3:51-3:55", "tags contains both `인공 지능` and `인공지능`; keep one"),
                ("3:67-3:74", "tags contains both `می\u200cخواهم` and `میخواهم`; keep one"),
            ),
            front_after="""\
title: A
tags: [machine-learning, 인공 지능, می\u200cخواهم]
""",
            unsafe=True,
        ),
        Example(
            note="Other words, other accents, signs that belong to a name, and numbers",
            front="""\
title: A
tags: [C, C++, C#, Zürich, Zurich, 2020-21, "202021", Node.js, node js, résumé, resume, が, か]
categories: [GitHub Universe]
topics: [GitHubUniverse]
""",
        ),
    ),
)
