"""`newslint rule --new`: a rule file of one's own, whole and right, to be changed."""

from __future__ import annotations

import re
from pathlib import Path

from newslint import registry
from newslint.model.errors import NewslintError

_TEMPLATE = '''"""{name} ({code}): a title that ends with an exclamation mark.

## What it does

Reports titles that end with one of the marks in `marks`.

## Why it matters

Say here what goes wrong otherwise.

## Fix

The marks are removed. Unsafe: the title is another one then, and its URL may be.

## Options

- `marks` (default `!`): the characters that no title may end with.

## Source

Say here who wants it so.
"""

from newslint.rule import (
    Article,
    Example,
    Fix,
    Iterator,
    NamedTuple,
    Problem,
    Rule,
    SetScalar,
    shorten,
)


class Options(NamedTuple):
    """`marks` are the characters that no title may end with."""

    marks: str = "!"


def check(article: Article, options: Options) -> Iterator[Problem]:
    """Look at the title."""
    for field, title in article.scalars("title"):
        short = title.text.rstrip(options.marks)
        if title.kind == "string" and short and short != title.text:
            marks = title.text[len(short) :]
            what = f"{{field.key}} {{shorten(title.text)}} ends with `{{marks}}`"
            change = SetScalar(title, short)
            fix = Fix("Remove it", (change,), safe=False, why="the title is another one then")
            yield Problem(title.span, what, field.key, fix, advice="remove it")


RULE = Rule(
    code="{code}",
    name="{name}",
    severity="warning",
    preset="default",
    fields=("title",),
    check=check,
    options=Options,
    examples=(
        Example(
            note="A loud title",
            front="""\\
title: "Flood!" # final
""",
            found=(("2:8-2:16", "title `Flood!` ends with `!`; remove it"),),
            front_after="""\\
title: "Flood" # final
""",
            unsafe=True,
        ),
        Example(
            note="A mark inside is no end",
            front="""\\
title: Flood! Again
""",
        ),
    ),
)
'''


def write_rule(code: str, name: str, folder: Path) -> Path:
    """Write a rule file into a folder, which is made; its path.

    Raises NewslintError for a code or name that is none or is taken, and for a file that exists.
    """
    code = code.upper()
    if not re.fullmatch(r"[A-Z]{3}[0-9]{3}", code):
        raise NewslintError(f"--new: `{code}` is no code: three letters and three digits, `ABC001`")
    if not re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", name):
        raise NewslintError(f"--new: `{name}` is no name: small letters, such as `loud-title`")
    for rule in registry.all_rules():
        if code == rule.code or name == rule.name:
            raise NewslintError(f"--new: {rule.code} {rule.name} exists already")
    path = folder / f"{code.lower()}_{name.replace('-', '_')}.py"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(_TEMPLATE.format(code=code, name=name))
    except FileExistsError:
        raise NewslintError(f"--new: {path} exists already") from None
    except OSError as error:
        raise NewslintError(f"--new: {path} cannot be written: {error.strerror}") from None
    return path
