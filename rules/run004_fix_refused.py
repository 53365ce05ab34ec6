"""fix-refused (RUN004): a fix was not made because it did not prove itself.

## What it does

Names the rule whose fix was left out and why: the result could not be read, a value would have
changed that was not to change, the page would have moved. The other fixes of the file were made.
Also reports a file that was not written at all: it changed while newslint ran, it is read-only, a
symbolic link in its path leads out of the paths that were named, or it is a symbolic link to a file
outside them or to one that is not an article.

## Why it matters

The problem is still there and wants a look.

## Fix

None.

## Options

None.

## Source

newslint's own: every fixed text is read again by two parsers before it is written.
"""

from newslint.rule import (
    Article,
    Example,
    FixRefused,
    Iterator,
    NoOptions,
    Problem,
    Rule,
    WriteRefused,
)


def word(
    article: Article, fault: FixRefused | WriteRefused, options: NoOptions
) -> Iterator[Problem]:
    """Word each fix that was refused."""
    if isinstance(fault, WriteRefused):
        yield Problem(fault.span, f"the file was not changed: {fault.why}")
        return
    fix = f" ({fault.fix})" if fault.fix else ""
    yield Problem(fault.span, f"the fix of {fault.code}{fix} was not applied: {fault.why}")


RULE = Rule(
    code="RUN004",
    name="fix-refused",
    severity="warning",
    faults=(FixRefused, WriteRefused),
    always=True,
    word=word,
    examples=(
        Example(
            note="Nothing to refuse",
            front="""\
title: Überflutung
""",
        ),
    ),
)
