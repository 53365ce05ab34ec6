"""code-not-allowed (RUN008): the config asks for code that nobody allowed to run.

## What it does

Names the keys of a config file (`rule-paths`, `plugins`, `model`) that ask for Python code, where
that was not allowed. The run goes on without.

## Why it matters

A config comes with a stranger's pull request as an article does, and code in it could do anything
with the machine. But what the rules or the model would find is not known: a run that ended well all
the same would say that all is right.

## Fix

None. Where the code is your own, allow it: `--allow-code`, `NEWSLINT_ALLOW_CODE=1`, or the site's
folder in `allow-code = ["/home/me/site"]` in your own config, `~/.config/newslint/newslint.toml`.

## Options

None.

## Source

newslint's own; as git's `safe.directory`.
"""

from newslint.rule import (
    Article,
    CodeNotAllowed,
    Example,
    Iterator,
    NoOptions,
    Problem,
    Rule,
)


def word(article: Article, fault: CodeNotAllowed, options: NoOptions) -> Iterator[Problem]:
    """Name the keys."""
    keys = " and ".join(f"`{key}`" for key in fault.keys)
    what = f"the code that {keys} {'names' if len(fault.keys) == 1 else 'name'} was not run"
    yield Problem(fault.span, what, advice="allow it with `--allow-code` where it is your own")


RULE = Rule(
    code="RUN008",
    name="code-not-allowed",
    severity="warning",
    faults=(CodeNotAllowed,),
    always=True,
    word=word,
    examples=(
        Example(
            note="An article is no config",
            front="""\
title: Überflutung
model: mysite.models:Article
""",
        ),
    ),
)
