"""empty-value (SCH009): an optional key has no value.

## What it does

Reports keys named in `keys` that are there without a value: `image: ''`, `author:`, `tags: []`; and
title, description or summary that hold nothing but whitespace, as a script writes them.
Not where it keeps off a value that the site supplies or may supply, as Hugo's `cascade` does; nor,
with the usual `keys`, a key without any value where templates take it for one that is not there, as
those of Jekyll do: there `image:` does no harm, and `image: ''` shows a broken image.

Where a whole site does so, it is a habit: archetypes leave keys empty on purpose.

## Why it matters

Templates that ask whether a key is set get a yes: an article with `image: ''` shows a broken
image.

## Fix

The key is removed with its line: unsafe, because `isset` changes in templates.

## Options

- `keys` (default `["image", "author"]`): roles or keys to look at; `"*"` stands for all.

## Source

Hugo 0.168: `isset` flips; a site's archetypes leave empty keys on purpose, so only few are named.
Jekyll 4.3.1: `if`, `nil`, `default` and `contains` say the same of `image:` and of no image, and to
`if` an empty text and an empty list are there.
"""

from newslint.rule import (
    TEXT_ROLES,
    Article,
    DeleteKey,
    Example,
    Field,
    Fix,
    Iterator,
    NamedTuple,
    Precision,
    Problem,
    RequiredMissing,
    Rule,
    Table,
)

_USUAL = ("image", "author")


class Options(NamedTuple):
    """Which keys must not be empty."""

    keys: tuple[str, ...] = _USUAL


def check(article: Article, options: Options) -> Iterator[Problem]:
    """Look for the named keys without a value."""
    empty = [field for field in article.fields if field.empty]
    if Table in [type(field.value) for field in article.fields]:  # a role may stand in one
        both = (*article.fields, *article.by_role.values())
        fields = {field.key_span: field for field in both}
        empty = [field for field in fields.values() if field.empty]
    for field in empty:
        if _is_wanted(article, field, options.keys) and not _is_meant(article, field):
            fix = Fix(
                f"Remove {field.key}",
                (DeleteKey(field),),
                safe=False,
                why="a template may ask for the key",
            )
            advice = "give it a value or remove it"
            yield Problem(field.span, f"{field.key} is empty", field.key, fix, advice=advice)


def _is_wanted(article: Article, field: Field, keys: tuple[str, ...]) -> bool:
    if keys == _USUAL and _is_as_absent(article, field):
        return False
    return "*" in keys or field.role in keys or field.key in keys or _is_blank(field)


def concerns(article: Article, options: Options) -> bool:
    """False where nothing is empty; a table may hold what is."""
    return any(field.empty or isinstance(field.value, Table) for field in article.fields)


def _is_blank(field: Field) -> bool:
    """True for a text that holds whitespace and nothing else."""
    return field.role in TEXT_ROLES and field.scalar is not None and field.scalar.text.isspace()


def _is_as_absent(article: Article, field: Field) -> bool:
    """True for a key without any value, which to the site's templates is not there."""
    scalar = field.scalar
    return article.generator.null_is_absent and scalar is not None and scalar.kind == "null"


def _is_meant(article: Article, field: Field) -> bool:
    """True where another rule wants a value, and where one from elsewhere is kept off."""
    for fault in article.faults:
        if isinstance(fault, RequiredMissing) and fault.key == field.key:
            return True
    return article.hides(field) is not False


RULE = Rule(
    code="SCH009",
    name="empty-value",
    severity="info",
    habit=True,
    preset="news",
    precision=Precision("high", read=18, needless=16, note="33 and 399 unseen sites"),
    check=check,
    concerns=concerns,
    options=Options,
    examples=(
        Example(
            note="An image that is not there",
            front="""\
title: Flood
image: '' # none yet
weight: 1
""",
            found=(("3:1-3:10", "image is empty; give it a value or remove it"),),
            front_after="""\
title: Flood
weight: 1
""",
            unsafe=True,
        ),
        Example(
            note="A blank is no description; an empty one may be an archetype's",
            front="""\
title: Überschwemmung
description: " " # to do
summary: ''
separator: " "
""",
            found=(("3:1-3:17", "description is empty; give it a value or remove it"),),
            front_after="""\
title: Überschwemmung
summary: ''
separator: " "
""",
            unsafe=True,
        ),
        Example(
            "Inside the table of a site's own data",
            "+++\ntitle = '洪水'\n[extra]\nimage = '' # none yet\nx = 1\n+++\nText.\n",
            (("4:1-4:11", "image is empty; give it a value or remove it"),),
            "+++\ntitle = '洪水'\n[extra]\nx = 1\n+++\nText.\n",
            unsafe=True,
            target="zola",
        ),
        Example(
            note="Every key counts",
            front="""\
title: बाढ़
keywords: []
subtitle:
""",
            found=(
                ("3:1-3:13", "keywords is empty; give it a value or remove it"),
                ("4:1-4:10", "subtitle is empty; give it a value or remove it"),
            ),
            front_after="""\
title: बाढ़
""",
            unsafe=True,
            options={"keys": ["*"]},
        ),
        Example(
            note="Without the key the article would have the section's image",
            front="""\
title: Flood
image: ''
""",
            site={"cascade": {"params": {"image": "a.jpg"}}},
        ),
        Example(
            note="To Liquid a key without a value is not there, and an empty text is",
            front="""\
title: पुल बंद
image: # none yet
author: ~
""",
            path="_posts/2025-12-31-a.md",
            target="jekyll",
        ),
        Example(
            note="An empty text and an empty list are there",
            front="""\
title: 洪水
image: ''
author: []  # to do
""",
            found=(
                ("3:1-3:10", "image is empty; give it a value or remove it"),
                ("4:1-4:11", "author is empty; give it a value or remove it"),
            ),
            front_after="""\
title: 洪水
""",
            path="_posts/2025-12-31-a.md",
            target="jekyll",
            unsafe=True,
        ),
        Example(
            note="Keys that the config names",
            front="""\
title: Sel
subtitle:
""",
            found=(("3:1-3:10", "subtitle is empty; give it a value or remove it"),),
            front_after="""\
title: Sel
""",
            path="_posts/2025-12-31-a.md",
            target="jekyll",
            options={"keys": ["subtitle"]},
            unsafe=True,
        ),
        Example(
            note="Left on purpose by an archetype",
            front="""\
title: Flood
keywords: []
""",
        ),
    ),
)
