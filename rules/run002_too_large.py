"""too-large (RUN002): the file is beyond a limit and was not checked.

## What it does

Reports a file with more bytes than `max-bytes`, front matter with more characters than `max-block`,
more keys than `max-keys`, values nested deeper than `max-depth`, or aliases that expand without
bounds. The limits stand in the `[limits]` table of the config.

## Why it matters

The file was not checked. No article comes near these sizes: such a file is most often not meant to
be one, or was made to exhaust whatever reads it.

## Fix

None.

## Options

None.

## Source

libyaml's parser overflows its stack at about 25,000 levels of nesting, so the depth is bounded
before it is called (measured with PyYAML 6.0.3).
"""

from newslint.rule import (
    Article,
    Example,
    Iterator,
    NoOptions,
    Problem,
    Rule,
    TooLarge,
)


def word(article: Article, fault: TooLarge, options: NoOptions) -> Iterator[Problem]:
    """Word the limit that was exceeded."""
    yield Problem(fault.span, f"not checked: {fault.what}")


RULE = Rule(
    code="RUN002",
    name="too-large",
    severity="error",
    faults=(TooLarge,),
    always=True,
    word=word,
    examples=(
        Example(
            note="Few keys, little depth",
            front="""\
title: Überflutung
tags: [a]
""",
        ),
    ),
)
