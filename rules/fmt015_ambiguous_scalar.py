"""ambiguous-scalar (FMT015): a bare value that parsers do not agree on, where text is meant.

## What it does

Looks at bare values in text fields and lists of terms: `yes`, `NO`, `on`, `y` (booleans in YAML
1.1), `12:30` (a number in base 60), `0123`, `0o17`, `1_000`, `1e3`, `1.10` (numbers that are shown
in another way), and dates. Whole numbers such as `1984` read the same everywhere and are right.
Anchors, aliases and merge keys are read alike by the generators and are not reported.

## Why it matters

The tag `NO` is Norway in Hugo and `false` in Jekyll; the title `1.10` is shown as 1.1; `12:30` is
750, 45000 or the text, depending on the parser.

## Fix

The value is put in quotes. Safe in Hugo when Hugo reads it as text already; unsafe where it reads a
number, because then the value changes.

## Options

None.

## Source

Twelve parsers compared, Hugo 0.168 (goccy/go-yaml), PyYAML, ruamel.yaml, Psych, js-yaml 3 and 4
among them.
"""

import re

from newslint.rule import (
    TERMS,
    Article,
    Example,
    Field,
    Fix,
    Iterator,
    NoOptions,
    Problem,
    Quote,
    Rule,
    Scalar,
    shorten,
)

_ROLES = ("title", "description", "summary", "source", "author")
_AMBIGUOUS = re.compile(
    r"(?P<word>y|n|yes|no|on|off)"
    r"|(?P<sixty>[-+]?[0-9]+(?::[0-5]?[0-9])+(?:\.[0-9]*)?)"
    r"|(?P<number>[-+]?0[0-9]+|[-+]?0[oxb][0-9a-f_]+|[-+]?[0-9]+(?:_[0-9]+)+"
    r"|[-+]?[0-9]+\.[0-9]*0|[-+]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)e[-+]?[0-9]+|[-+]?\.(?:inf|nan))"
    r"|(?P<date>[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt ].*)?)"
    r"|(?P<other>=)",
    re.IGNORECASE,
)
_READ_AS = {
    "word": "a boolean",
    "sixty": "a number",
    "number": "a number",
    "date": "a date",
    "other": "an error",
}


def check(article: Article, options: NoOptions) -> Iterator[Problem]:
    """Look at each bare value where text is meant."""
    for field in (*article.pick(_ROLES), *article.terms()):
        for value in field.scalars:
            if value.style == "plain" and (
                value.text[0] in "0123456789+-.=" or len(value.text) < 4
            ):
                yield from _plain(article, field, value)


def _plain(article: Article, field: Field, value: Scalar) -> Iterator[Problem]:
    match = _AMBIGUOUS.fullmatch(value.text)
    if match is None:
        return
    target = article.context.target
    read_as = _READ_AS[match.lastgroup or "other"]
    safe = target.name == "hugo" and value.kind == "string"
    fix = Fix("Put it in quotes", (Quote(value),), safe=safe)
    message = f"{field.key} {shorten(value.text)} is {read_as} to some parsers; put it in quotes"
    yield Problem(value.span, message, field.key, fix)


RULE = Rule(
    code="FMT015",
    name="ambiguous-scalar",
    severity="warning",
    presets=("default", "news"),
    fields=(*_ROLES, TERMS),
    check=check,
    examples=(
        Example(
            "Norway among the tags",
            "---\ntitle: 'Elections'\ntags:\n  - NO # Norway\n  - DK\n---\nText.\n",
            ("4:5-4:7 tags `NO` is a boolean to some parsers; put it in quotes",),
            "---\ntitle: 'Elections'\ntags:\n  - 'NO' # Norway\n  - DK\n---\nText.\n",
        ),
        Example(
            "A version is no number",
            "---\ntitle: 1.10\n---\nText.\n",
            ("2:8-2:12 title `1.10` is a number to some parsers; put it in quotes",),
            '---\ntitle: "1.10"\n---\nText.\n',
            unsafe=True,
        ),
        Example(
            "A date as title",
            "---\ntitle: 2025-12-31\nsummary: 12:30\n---\nText.\n",
            (
                "2:8-2:18 title `2025-12-31` is a date to some parsers; put it in quotes",
                "3:10-3:15 summary `12:30` is a number to some parsers; put it in quotes",
            ),
            '---\ntitle: "2025-12-31"\nsummary: "12:30"\n---\nText.\n',
        ),
        Example(
            "Numbers that read the same everywhere, words in quotes",
            "---\ntitle: 1984\ndescription: 3.5\ntags: ['yes', 2025, да, no way]\n---\nText.\n",
        ),
    ),
)
