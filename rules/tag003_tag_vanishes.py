"""tag-vanishes (TAG003): nothing is left of a term, so its page takes the place of the list.

## What it does

Reports an empty item in a list of terms, and a term of which the target keeps nothing (`—`, `?`,
an emoji, dots).

## Why it matters

Hugo writes the page of such a term to `/tags/`, in the place of the list of all tags; that of
`..` to the home page: an error. An empty text is no term in Hugo and Hexo and one without a name
in Jekyll, and templates that print the list show it; Zola stops at one: an error. Where the paths
of terms are not known, both are a warning. A list with nothing after its dashes says no more than
an empty list, nor do empty texts alone where no generator is known.

## Fix

Removes the item: safe when it is empty, no comment stands after it and others stay; unsafe
otherwise. An item that is read as a comment (`- #flood`) is silently-shortened's.

## Options

None.

## Source

Measured with Hugo 0.168, Hexo 8.1 and Jekyll 4.3. Zola,
components/content/src/front_matter/page.rs.
"""

from __future__ import annotations

import unicodedata

from newslint.rule import (
    TERMS,
    Article,
    Context,
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
    Severity,
    Shortened,
    Value,
    shorten,
)


def check(article: Article, options: NoOptions) -> Iterator[Problem]:
    """One problem for each term that leaves nothing."""
    cut = [fault.span.start for fault in article.faults_of(Shortened)]
    for field in article.terms():
        value = field.value
        if isinstance(value, ListValue):
            if not _is_bare(article, value):
                yield from _items(article, field, value, cut)
        elif field.text and field.text.strip() and not field.text[0].isalpha():
            assert isinstance(value, Scalar)
            yield from _examined(article, field, value, None)


def suspects(scalar: Scalar, options: NoOptions, context: Context) -> bool:
    """False for a term that begins with a letter."""
    return scalar.kind == "null" or not scalar.text[:1].isalpha()


def _items(article: Article, field: Field, value: ListValue, cut: list[int]) -> Iterator[Problem]:
    for at, item in enumerate(value.items):
        if isinstance(item, Scalar) and _is_odd(article, item, cut):
            yield from _examined(article, field, item, DeleteItem(value, at))


def _is_bare(article: Article, value: ListValue) -> bool:
    """True for a list of nothing but empty items that is as good as an empty list."""
    generator = article.generator
    if any(_is_written(item) for item in value.items):
        return False
    unwritten = all(isinstance(item, Scalar) and item.kind == "null" for item in value.items)
    return (unwritten or not generator.title) and not generator.refuses_empty_terms


def _is_written(item: Value) -> bool:
    return not isinstance(item, Scalar) or (item.kind != "null" and item.text != "")


def _is_odd(article: Article, item: Scalar, cut: list[int]) -> bool:
    """True for an item to be looked at: it is empty, or does not begin with a letter.

    `cut` are the places of texts that are read as comments: these are no empty items.
    """
    if item.kind != "null":
        return not item.text[:1].isalpha()
    return not any(
        not article.text[item.span.end : at].strip() for at in cut if at >= item.span.end
    )


def _examined(
    article: Article, field: Field, item: Scalar, drop: DeleteItem | None
) -> Iterator[Problem]:
    text = item.text
    if not text or item.kind == "null":
        fix = Fix("Remove the empty item", (drop,), safe=True) if drop else None
        what = f"{field.key} contains an empty item"
        severity: Severity = "error" if article.generator.refuses_empty_terms else "warning"
        yield Problem(item.span, what, field.key, fix, severity, advice="remove it")
    elif _vanishes(article, text):
        fix = (
            Fix("Remove the term", (drop,), safe=False, why="another term may have been meant")
            if drop
            else None
        )
        shown = f"the term {shorten(text)}" if text.strip() else "a term of whitespace only"
        what = f"{shown} in {field.key} has no character that can be part of a URL"
        severity = "warning" if article.generator.term_path(text) is None else "error"
        advice = "remove it or use another"
        yield Problem(item.span, what, field.key, fix, severity, advice=advice)


def _vanishes(article: Article, text: str) -> bool:
    path = article.generator.term_path(text)
    if path is not None:
        return not path.strip("./\\")
    return all(unicodedata.category(char)[0] in "PZ" for char in text)


RULE = Rule(
    code="TAG003",
    name="tag-vanishes",
    severity="error",
    preset="default",
    precision=Precision("very-high", read=7, note="399 unseen sites; asked of the real program"),
    fields=(TERMS,),
    check=check,
    suspects=suspects,
    examples=(
        Example(
            note="Punctuation and an emoji, with odd quotes and a comment",
            front="""\
title: A
tags:
- '—'   # from the title
- Überschwemmung
- "🎉"
categories: ".."
""",
            found=(
                (
                    "4:3-4:6",
                    (
                        "the term `—` in tags has no character that can be part of a URL; "
                        "remove it or use another"
                    ),
                ),
                (
                    "6:3-6:6",
                    (
                        "the term `🎉` in tags has no character that can be part of a URL; "
                        "remove it or use another"
                    ),
                ),
                (
                    "7:13-7:17",
                    (
                        "the term `..` in categories has no character that can be part of a "
                        "URL; remove it or use another"
                    ),
                ),
            ),
            front_after="""\
title: A
tags:
- Überschwemmung
categories: ".."
""",
            unsafe=True,
        ),
        Example(
            note="Empty items",
            front="""\
title: A
tags: [flood, "", rain]
categories:
  - news
  -
""",
            found=(
                ("3:15-3:17", "tags contains an empty item; remove it"),
                ("6:4-6:4", "categories contains an empty item; remove it"),
            ),
            front_after="""\
title: A
tags: [flood, rain]
categories:
  - news
""",
        ),
        Example(
            note="A list would be left without any",
            front="""\
title: A
tags: [наводнение]
categories: [""]
""",
            found=(("4:14-4:16", "categories contains an empty item; remove it"),),
            front_after="""\
title: A
tags: [наводнение]
categories: []
""",
            unsafe=True,
            target="jekyll",
            path="_posts/2025-12-31-a.md",
        ),
        Example(
            note="A template that left its list empty",
            front="""\
title: A
categories:
  -
  -
""",
        ),
        Example(
            note="Letters, digits and marks of any script, and signs that stay in a path",
            front="""\
title: A
tags: ["C++", "+", "@home", "#1", 天気, "١٢", हिन्दी]
categories: ""
""",
        ),
    ),
)
