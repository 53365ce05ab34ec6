"""wrong-type (SCH004): a field is not what the schema says it must be.

## What it does

Reports values that do not fit `[fields]` in the config or the preset's own schema: a list where
text must be, a weight that is no whole number, too many tags, a value that is not in the list of
allowed ones, a text that does not match its pattern. Where no target is known, what only the
preset asks for is a warning; a `weight` that the target does not read may be anything.

## Why it matters

Hugo turns a list in `title` into an empty title and `weight: abc` into 0, without a word.

## Fix

None: what was meant is not known.

## Options

None. `[fields]` in the config holds the schema: `section = { one-of = ["world", "politics"] }`.

## Source

Hugo 0.168 casts each of its own keys; the schema is tested by pydantic.
"""

from newslint.rule import (
    Article,
    Example,
    Iterator,
    NoOptions,
    Precision,
    Problem,
    Rule,
    SchemaMismatch,
    Severity,
)


def word(article: Article, fault: SchemaMismatch, options: NoOptions) -> Iterator[Problem]:
    """Word the schema's faults."""
    severity: Severity | None = "warning" if fault.doubtful else None
    yield Problem(fault.span, fault.what, fault.key, severity=severity)


RULE = Rule(
    code="SCH004",
    name="wrong-type",
    severity="error",
    preset="default",
    precision=Precision("very-high", read=1, note="399 unseen sites"),
    faults=(SchemaMismatch,),
    word=word,
    examples=(
        Example(
            note="A list as title",
            front="""\
title: [Flood, Fire]
""",
            found=(("2:8-2:21", "title should be text, not a list"),),
        ),
        Example(
            note="A weight that is no number",
            front="""\
title: Flood
weight: "heavy" # first
""",
            found=(("3:9-3:16", "weight should be a whole number, not `heavy`"),),
        ),
        Example(
            note="Too many tags, an unknown section",
            front="""\
title: Наводнение
section: sport
tags:
  - a
  - b
""",
            found=(
                ("3:10-3:15", "section `sport` is none of: world, politics"),
                ("5:3-6:6", "tags has more than 1 item"),
            ),
            config={
                "fields": {"section": {"one-of": ["world", "politics"]}, "tags": {"max-items": 1}}
            },
        ),
        Example(
            note="A key that the target does not read",
            before="---\ntitle: Flood\nweight: heavy\n---\nText.\n",
            target="docusaurus",
            path="docs/a.md",
        ),
        Example(
            note="A number is fine where text must be",
            front="""\
title: 1984
weight: '5'
""",
        ),
    ),
)
