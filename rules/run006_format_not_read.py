"""format-not-read (RUN006): the front matter is in a format that newslint does not read.

## What it does

Reports front matter in Org mode (`#+TITLE:`), which is recognised and not read. YAML, TOML and JSON
are read.

## Why it matters

The file was not checked. It is not wrong: the generator reads it.

## Fix

None.

## Options

None.

## Source

Hugo, parser/pageparser: the formats of front matter.
"""

from newslint.rule import (
    Article,
    Example,
    FormatNotRead,
    Iterator,
    NoOptions,
    Problem,
    Rule,
)


def word(article: Article, fault: FormatNotRead, options: NoOptions) -> Iterator[Problem]:
    """Say which format the front matter is in."""
    yield Problem(fault.span, f"not checked: {fault.what}")


RULE = Rule(
    code="RUN006",
    name="format-not-read",
    severity="info",
    faults=(FormatNotRead,),
    always=True,
    word=word,
    examples=(
        Example(
            "Org mode",
            "#+TITLE: Наводнение\n\nText.\n",
            (("1:1-1:20", "not checked: Org mode front matter is not read yet"),),
        ),
        Example("YAML", "---\ntitle: Überflutung\n---\n+++\nText.\n+++\n"),
        Example("TOML", "+++\ntitle = 'Überflutung' # Donau\n+++\nText.\n"),
        Example("JSON", '{\n  "title": "洪水 }"\n}\nText.\n'),
    ),
)
