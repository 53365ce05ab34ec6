"""tag-vocabulary (TAG007): a tag is not one of the site's own, or repeats a category.

## What it does

Compares the tags with a vocabulary: which terms are allowed, what else they are called, and how
acronyms are written. Letter case and spaces count only for the spelling. Without a vocabulary it
reports only tags that are a category of the same article.

## Why it matters

Scripts invent tags: `climate change`, `Climate Change` and `global warming` are three pages with a
third of the articles each.

## Fix

Writes the term that the vocabulary has for it; a term that is there already is not written twice.
Unsafe: the page of the term moves. None for a tag that repeats a category: the two have pages of
their own.

## Options

- `vocabulary` (default none): a YAML file, its path counted from the config file's folder, with
  `terms` (a list; without it every term is allowed), `aliases` (other name: term) and `acronyms` (a
  list of words in their spelling); or the same as a table. In Python `newslint.add_to_vocabulary`
  adds to such a file and keeps its comments.
- `fields` (default `["tags"]`): the roles that it holds for.
- `overlap` (default true): report tags that are categories, too.

## Source

A public site: `Analytics` and `analytics`, `Neobank` and `Neobanks`.
"""

from newslint.rule import (
    Article,
    Change,
    DeleteItem,
    Example,
    Field,
    Fix,
    Iterator,
    ListValue,
    NamedTuple,
    Precision,
    Problem,
    Rule,
    Scalar,
    SetScalar,
    shorten,
)
from newslint.text.did_you_mean import did_you_mean
from newslint.text.vocabulary import Vocabulary, folded


class Options(NamedTuple):
    """The site's terms, the roles that they hold for, and whether categories count."""

    vocabulary: Vocabulary = Vocabulary()
    fields: tuple[str, ...] = ("tags",)
    overlap: bool = True


def check(article: Article, options: Options) -> Iterator[Problem]:
    """One problem for each term that should be another, or none."""
    categories = article.get("categories") if options.overlap else None
    taken = {folded(scalar.text) for scalar in categories.scalars} if categories else set()
    for field in article.pick(options.fields):
        known: set[str] = set()
        for scalar in _terms(field):
            text = scalar.text.strip()
            if categories and field is not categories and folded(text) in taken:
                what = f"term {shorten(text)} is in both {field.key} and {categories.key}"
                yield Problem(scalar.span, what, field.key, advice="keep one")
            else:
                yield from _compared(field, scalar, text, known, options.vocabulary)


def _terms(field: Field) -> Iterator[Scalar]:
    """The items of a field that are not empty."""
    return (one for one in field.scalars if one.text.strip() and one.kind != "null")


def _compared(
    field: Field, scalar: Scalar, text: str, known: set[str], vocabulary: Vocabulary
) -> Iterator[Problem]:
    """`known` collects the terms that stand in the list or that earlier fixes write."""
    meant = vocabulary.meant(text)
    if meant is None:
        hint = did_you_mean(text, vocabulary.spellings.values()).removeprefix("; ")
        what = f"term {shorten(text)} in {field.key} is not in the vocabulary"
        advice = hint or "use a term from it"
        yield Problem(scalar.span, what, field.key, advice=advice)
    elif meant != text:
        others = {other.text for other in field.scalars if other is not scalar}
        there = meant in others | known
        fix: Fix | None = Fix(
            f"Write {meant}",
            (SetScalar(scalar, meant),),
            safe=False,
            why="the term may be meant as it is",
        )
        if there and isinstance(field.value, ListValue):
            fix = _removal(field, scalar)
        what = f"term {shorten(text)} in {field.key} is not the form in the vocabulary"
        advice = f"use {shorten(meant)}"
        yield Problem(scalar.span, what, field.key, fix, advice=advice)
        known.add(meant)


def _removal(field: Field, scalar: Scalar) -> Fix | None:
    if not isinstance(field.value, ListValue):
        return None
    change: Change = DeleteItem(field.value, field.value.items.index(scalar))
    return Fix(f"Remove {scalar.text}", (change,), safe=False, why="the term may be meant as it is")


_TERMS = {
    "terms": ["Climate change", "Iran", "AI safety"],
    "aliases": {"global warming": "Climate change", "Иран": "Iran"},
    "acronyms": ["AI", "NATO"],
}

RULE = Rule(
    code="TAG007",
    name="tag-vocabulary",
    severity="warning",
    precision=Precision("very-high", note="the vocabulary is the user's own"),
    fields=("tags", "categories"),
    check=check,
    options=Options,
    examples=(
        Example(
            note="Other names and spellings",
            front="""\
title: A
tags: ['climate  change', Иран, Iran] # by a script
""",
            found=(
                (
                    "3:8-3:25",
                    (
                        "term `climate change` in tags is not the form in the vocabulary; "
                        "use `Climate change`"
                    ),
                ),
                ("3:27-3:31", "term `Иран` in tags is not the form in the vocabulary; use `Iran`"),
            ),
            front_after="""\
title: A
tags: ['Climate change', Iran] # by a script
""",
            unsafe=True,
            options={"vocabulary": _TERMS},
        ),
        Example(
            note="A term that is not allowed",
            front="""\
title: A
tags:
  - Irans
  - نفط
""",
            found=(
                ("4:5-4:10", "term `Irans` in tags is not in the vocabulary; did you mean `Iran`?"),
                ("5:5-5:8", "term `نفط` in tags is not in the vocabulary; use a term from it"),
            ),
            options={"vocabulary": _TERMS},
        ),
        Example(
            note="A category as a tag, with no vocabulary",
            front="""\
title: A
categories: World
tags: [Flood, world]
""",
            found=(("4:15-4:20", "term `world` is in both tags and categories; keep one"),),
        ),
        Example(
            note="Any term is allowed, only acronyms have their spelling",
            front="""\
title: A
tags: [ai safety, Nato, a said]
""",
            found=(
                (
                    "3:8-3:17",
                    "term `ai safety` in tags is not the form in the vocabulary; use `AI safety`",
                ),
                ("3:19-3:23", "term `Nato` in tags is not the form in the vocabulary; use `NATO`"),
            ),
            front_after="""\
title: A
tags: [AI safety, NATO, a said]
""",
            unsafe=True,
            options={"vocabulary": {"acronyms": ["AI", "NATO"]}},
        ),
        Example(
            note="Terms as the vocabulary has them",
            front="""\
title: A
categories: [World]
tags: [Climate change, AI safety]
""",
            options={"vocabulary": _TERMS},
        ),
    ),
)
