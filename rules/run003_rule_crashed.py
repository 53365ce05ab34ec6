"""rule-crashed (RUN003): a rule, or another stage of newslint, failed on this file.

## What it does

Names what raised on a file, and the error: a rule, or one of the stages that a file goes through
(`settings`, `read`, `fence`, `parse`, `schema`, `rate`, `fix`, `proof`, `write`; `check` for what
lies between them; `discover` for a folder). The other rules still check the file, the other files
are still done, a file that could not be mended is left as it was, and the run ends with exit code
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

from newslint.rule import Article, Example, Iterator, NoOptions, Problem, Rule


def check(article: Article, options: NoOptions) -> Iterator[Problem]:
    """Name each rule and each stage that raised, with what it raised."""
    for fault in article.faults_of("rule-crashed"):
        rule = f"{fault.key} ({fault.note})" if fault.note else fault.key
        yield Problem(fault.span, f"rule {rule} crashed on this file: {fault.text}; report it")
    for fault in article.faults_of("stage-crashed"):
        where = f"a fix of {fault.key}" if fault.key else "this file"
        message = f"the stage `{fault.note}` crashed on {where}: {fault.text}; report it"
        yield Problem(fault.span, message)


RULE = Rule(
    code="RUN003",
    name="rule-crashed",
    severity="error",
    faults=("rule-crashed", "stage-crashed"),
    always=True,
    check=check,
    examples=(Example("Nothing fails", "---\ntitle: Überflutung\n---\nText.\n"),),
)
