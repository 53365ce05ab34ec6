"""rule-crashed (RUN003): a rule failed on this file.

## What it does

Names the rule and the error when the code of a rule raises. The other rules still check the file,
and the run ends with exit code 2.

## Why it matters

What the rule would have found in this file is not known. It is a mistake in newslint or in a rule
of your own, not in the article.

## Fix

None.

## Options

None.

## Source

newslint's own: a run is never stopped by one rule.
"""

from newslint.rule import Article, Example, Iterator, NoOptions, Problem, Rule


def check(article: Article, options: NoOptions) -> Iterator[Problem]:
    """Name each rule that raised, with what it raised."""
    for fault in article.faults_of("rule-crashed"):
        rule = f"{fault.key} ({fault.note})" if fault.note else fault.key
        yield Problem(fault.span, f"rule {rule} crashed on this file: {fault.text}; report it")


RULE = Rule(
    code="RUN003",
    name="rule-crashed",
    severity="error",
    faults=("rule-crashed",),
    always=True,
    check=check,
    examples=(Example("No rule fails", "---\ntitle: Überflutung\n---\nText.\n"),),
)
