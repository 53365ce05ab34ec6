"""tag-target (TAG008): the target reads the terms differently from how they look.

## What it does

Jekyll, with `names`: a text of several words under `tags` or `categories`, the first of which
begins with a capital (`tags: New York`). Zola: `tags` or `categories` outside `taxonomies`. Hexo,
with `nesting`: several categories in one list, as a note.

## Why it matters

Jekyll splits a text at its whitespace, into the tags `New` and `York`. In Hexo every category of a
list is inside the one before it. Zola skips what is not under `taxonomies`.

## Fix

None: only the site knows whether `New York` is one term and `Ruby Rails` are two, or whether the
order is meant, and a key cannot be moved into a table yet.

## Options

- `nesting` (default false): report categories that lie inside one another, which is how Hexo writes
  a path of categories, and what some take for a list of equals.
- `names` (default false): report a text of words in Jekyll, which may be one name or several terms.

## Source

Jekyll, `utils.rb`; the documentation of Hexo (categories) and of Zola (taxonomies). Words without a
capital are left alone in Jekyll: its own start page has `categories: jekyll update`.
"""

from newslint.rule import (
    Article,
    Example,
    Field,
    Iterator,
    ListValue,
    NamedTuple,
    Precision,
    Problem,
    Rule,
    Scalar,
    shorten,
)


class Options(NamedTuple):
    """`nesting`: whether a path of categories is reported; `names`: whether a text of words is."""

    nesting: bool = False
    names: bool = False


def check(article: Article, options: Options) -> Iterator[Problem]:
    """One problem for each such key."""
    generator = article.generator
    for field in article.fields:
        if field.key not in ("tags", "categories") or field.empty:
            continue
        if generator.splits_terms == "spaces" and options.names:
            yield from _split(generator.title, field)
        if generator.nests_categories and options.nesting:
            yield from _nested(field)
        if generator.terms_table:
            yield _outside(generator.title, field, generator.terms_table)


def concerns(article: Article, options: Options) -> bool:
    """True where the generator takes one of these keys otherwise than the others do."""
    generator = article.generator
    nested = generator.nests_categories and options.nesting
    split = generator.splits_terms == "spaces" and options.names
    return bool(generator.terms_table) or nested or split


def _split(title: str, field: Field) -> Iterator[Problem]:
    value = field.value
    if not isinstance(value, Scalar) or value.kind != "string" or "," in value.text:
        return
    words = value.text.split()
    if len(words) < 2 or not words[0][0].isupper():
        return
    term = " ".join(words)
    what = f"{field.key} {shorten(term)} is read as {len(words)} terms by {title}"
    yield Problem(value.span, what, field.key, advice="write a list")


def _nested(field: Field) -> Iterator[Problem]:
    if (
        field.key != "categories"
        or not isinstance(field.value, ListValue)
        or field.value.items[1:] == ()
    ):
        return
    if all(isinstance(item, Scalar) for item in field.value.items):
        one, two = field.scalars[0].text, field.scalars[1].text
        what = f"{field.key} puts {shorten(two)} inside {shorten(one)}"
        advice = "if it does not belong inside, write each in a list of its own: [[A], [B]]"
        yield Problem(field.value.span, what, field.key, severity="info", advice=advice)


def _outside(title: str, field: Field, table: str) -> Problem:
    what, advice = f"{field.key} is skipped by {title}", f"move it into `{table}`"
    return Problem(field.key_span, what, field.key, advice=advice)


RULE = Rule(
    code="TAG008",
    name="tag-target",
    severity="warning",
    preset="default",
    precision=Precision("very-high", note="not met on 33 unseen sites"),
    fields=("tags", "categories"),
    check=check,
    concerns=concerns,
    options=Options,
    examples=(
        Example(
            note="Jekyll splits a text, with odd quotes and a comment",
            front="""\
title: Überschwemmung
tags: 'New York' # one
categories: jekyll update
""",
            found=(("3:7-3:17", "tags `New York` is read as 2 terms by Jekyll; write a list"),),
            target="jekyll",
            path="_posts/2025-12-31-a.md",
            options={"names": True},
        ),
        Example(
            note="Hexo puts one category inside the other",
            front="""\
title: Flood
categories: [World, Europe]
tags: [World, Europe]
""",
            found=(
                (
                    "3:13-3:28",
                    (
                        "categories puts `Europe` inside `World`; "
                        "if it does not belong inside, write each in a list of its own: [[A], [B]]"
                    ),
                ),
            ),
            target="hexo",
            path="source/_posts/a.md",
            options={"nesting": True},
        ),
        Example(
            note="Zola looks under `taxonomies`",
            front="""\
title: Flood
tags: [Europe]
""",
            found=(("3:1-3:5", "tags is skipped by Zola; move it into `taxonomies`"),),
            target="zola",
        ),
        Example(
            note="A path of categories in Hexo, which is its own form",
            front="""\
title: 洪水
categories: [Sports, Baseball]
""",
            target="hexo",
            path="source/_posts/a.md",
        ),
        Example(
            note="Lists of lists in Hexo",
            front="""\
title: 洪水
categories: [[World], [Europe]]
tags: New York
""",
            target="hexo",
            path="source/_posts/a.md",
        ),
        Example(
            note="Terms where Zola looks for them",
            front="""\
title: Flood
taxonomies:
  tags: [Europe]
""",
            target="zola",
        ),
    ),
)
