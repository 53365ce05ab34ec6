"""rule-crashed (RUN003): a rule, or another stage of newslint, failed on this file.

## What it does

Names what raised on a file, and the error: a rule, or one of the stages that a file goes through
(`settings`, `read`, `fence`, `parse`, `schema`, `rate`, `fix`, `proof`, `write`; `check` for what
lies between them; `discover` for a folder). The other rules still check the file, the other files
are still done, a file that could not be fixed is left as it was, and the run ends with exit code
2. `--verbose` shows the traceback on standard error. No comment in the article silences it.

## Why it matters

What would have been found in this file is not known. It is a mistake in newslint or in a rule of
your own, not in the article.

## Fix

None.

## Options

None.

## Source

newslint's own: a run is never stopped by one rule or one file.
"""

from newslint.rule import (
    Article,
    Example,
    Iterator,
    NoOptions,
    Problem,
    Rule,
    StageCrashed,
)


def word(article: Article, fault: StageCrashed, options: NoOptions) -> Iterator[Problem]:
    """Name the rule or the stage that raised, with what it raised."""
    if fault.name:
        where = f"rule {fault.code} ({fault.name}) crashed on this file"
    else:
        what = f"a fix of {fault.code}" if fault.code else "this file"
        where = f"the stage `{fault.stage}` crashed on {what}"
    yield Problem(fault.span, f"{where}: {fault.error}", advice="report it")


RULE = Rule(
    code="RUN003",
    name="rule-crashed",
    severity="error",
    faults=(StageCrashed,),
    always=True,
    word=word,
    examples=(
        Example(
            note="Nothing fails",
            front="""\
title: Überflutung
""",
        ),
    ),
)
