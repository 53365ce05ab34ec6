"""ambiguous-scalar (FMT015): a bare value that parsers do not agree on, where text is meant.

## What it does

Looks at bare values in text fields and lists of terms: `yes`, `NO`, `on`, `y` (booleans in YAML
1.1), `12:30` (a number in base 60), `0123`, `0o17`, `1_000`, `1e3`, `1.10` (numbers that are shown
in another way), and values that are a date as a whole. Whole numbers such as `1984` read the same
everywhere and are right. Anchors, aliases and merge keys are read alike by the generators and are
not reported. In Jekyll also every bare value that begins with a colon, an error: Ruby takes `:word`
for a symbol.

## Why it matters

The tag `NO` is Norway in Hugo and `false` in Jekyll; the title `1.10` is shown as 1.1; `12:30` is
750, 45000 or the text, depending on the parser. Jekyll reads nothing of a front matter with a
symbol in it: it publishes the page without title, under the day of the build.

## Fix

The value is put in quotes. Safe in Hugo when Hugo reads it as text already; unsafe where it reads a
number, because then the value changes. A symbol is safe to fix: Jekyll had nothing of the page.

## Options

- `yaml` (default `"portable"`): whose reading counts. `"1.1"` and `"1.2"` are for a site all of
  whose tools keep to that version: to 1.2 `yes`, `12:30` and dates are text.

## Source

Twelve parsers compared, Hugo 0.168 (goccy/go-yaml), PyYAML, ruamel.yaml, Psych, js-yaml 3 and 4
among them; YAML 1.2, section 10.3. Jekyll 4.3: "Tried to load unspecified class: Symbol".
"""

import re
from typing import Literal

from newslint.rule import (
    TERMS,
    Article,
    Context,
    Example,
    Field,
    Fix,
    Iterator,
    NamedTuple,
    Precision,
    Problem,
    Quote,
    Rule,
    Scalar,
    not_measured,
    scalars_in,
    shorten,
)
from newslint.text.regex import regex

_ROLES = ("title", "description", "summary", "source", "author")
_AMBIGUOUS = regex(
    r"(?P<word>y|n|yes|no|on|off)"
    r"|(?P<sixty>[-+]?[0-9]+(?::[0-5]?[0-9])+(?:\.[0-9]*)?)"
    r"|(?P<number>[-+]?0[0-9]+|[-+]?0[oxb][0-9a-f_]+|[-+]?[0-9]+(?:_[0-9]+)+"
    r"|[-+]?[0-9]+\.[0-9]*0|[-+]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)e[-+]?[0-9]+|[-+]?\.(?:inf|nan))"
    r"|(?P<date>[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}"
    r"(?:(?:t|[ \t]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]*)?"
    r"(?:[ \t]*(?:z|[-+][0-9]{1,2}(?::?[0-9]{2})?))?)?)"
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
_ADVICE = "put it in quotes"


class Options(NamedTuple):
    """`yaml`: the version whose reading counts."""

    yaml: Literal["portable", "1.1", "1.2"] = "portable"


def check(article: Article, options: Options) -> Iterator[Problem]:
    """Look at each bare value where text is meant."""
    for field in (*article.pick(_ROLES), *article.terms()):
        for value in field.scalars:
            if _may_be_other(value):
                yield from _plain(article, field, value, options.yaml)
    if article.generator.refuses_symbols:
        for field in article.fields:
            yield from _symbols(article.generator.title, field)


def suspects(scalar: Scalar, options: Options, context: Context) -> bool:
    """True for a bare value that may be no text."""
    return context.generator.refuses_symbols or _may_be_other(scalar)


def _may_be_other(value: Scalar) -> bool:
    text = value.text
    return value.style == "plain" and (text[0] in "0123456789+-.=" or len(text) < 4)


def _symbols(title: str, field: Field) -> Iterator[Problem]:
    for value in scalars_in(field.value):
        if value.style == "plain" and value.text[0] == ":" and len(value.text) > 1:
            fix = Fix("Put it in quotes", (Quote(value),), safe=True, repair=True)
            words = f"is a symbol, which makes {title} ignore the front matter"
            what = f"{field.key} {shorten(value.text)} {words}"
            yield Problem(value.span, what, field.key, fix, "error", advice=_ADVICE)


def _plain(article: Article, field: Field, value: Scalar, version: str) -> Iterator[Problem]:
    match = _AMBIGUOUS.fullmatch(value.text)
    if match is None or not _counts(match, version):
        return
    if article.is_misplaced(field):
        return  # `date` among the terms is a date
    read_as = _READ_AS[match.lastgroup or "other"]
    safe = article.generator.is_proved("quotes") and value.kind == "string"
    fix = Fix("Put it in quotes", (Quote(value),), safe=safe, why=not_measured(article))
    what = f"{field.key} {shorten(value.text)} is {read_as} to some parsers"
    yield Problem(value.span, what, field.key, fix, advice=_ADVICE)


def _counts(match: re.Match[str], version: str) -> bool:
    """True when parsers of this version read something else than the text."""
    text = match[0].lower()
    if version == "1.2":
        return match.lastgroup == "number" and "_" not in text and "0b" not in text
    return version != "1.1" or "0o" not in text


RULE = Rule(
    code="FMT015",
    name="ambiguous-scalar",
    severity="warning",
    preset="default",
    precision=Precision("very-high", note="not met on 33 unseen sites"),
    fields=(*_ROLES, TERMS),
    check=check,
    suspects=suspects,
    options=Options,
    examples=(
        Example(
            note="Norway among the tags",
            front="""\
title: 'Elections'
tags:
  - NO # Norway
  - DK
""",
            found=(("4:5-4:7", "tags `NO` is a boolean to some parsers; put it in quotes"),),
            front_after="""\
title: 'Elections'
tags:
  - 'NO' # Norway
  - DK
""",
        ),
        Example(
            note="Symbols in Jekyll",
            front="""\
title: :) Über # oh
tags: [a, b:c, ': d']
x:
  - y: ::z
""",
            found=(
                (
                    "2:8-2:15",
                    (
                        "title `:) Über` is a symbol, which makes Jekyll ignore the "
                        "front matter; put it in quotes"
                    ),
                ),
                (
                    "5:8-5:11",
                    (
                        "x `::z` is a symbol, which makes Jekyll ignore the front matter; "
                        "put it in quotes"
                    ),
                ),
            ),
            front_after="""\
title: ':) Über' # oh
tags: [a, b:c, ': d']
x:
  - y: '::z'
""",
            path="_posts/2025-12-31-a.md",
            target="jekyll",
        ),
        Example(
            note="A version is not a number",
            front="""\
title: 1.10
""",
            found=(("2:8-2:12", "title `1.10` is a number to some parsers; put it in quotes"),),
            front_after="""\
title: "1.10"
""",
            unsafe=True,
        ),
        Example(
            note="A date as title",
            front="""\
title: 2025-12-31
summary: 12:30
""",
            found=(
                ("2:8-2:18", "title `2025-12-31` is a date to some parsers; put it in quotes"),
                ("3:10-3:15", "summary `12:30` is a number to some parsers; put it in quotes"),
            ),
            front_after="""\
title: "2025-12-31"
summary: "12:30"
""",
        ),
        Example(
            note="Texts that begin with a date",
            front="""\
title: 2026-05-17 Circle's CEO steps down
summary: 2026-05-17 10:00, Köln
tags: [2026-05-17 洪水, 2026-05-17T]
""",
        ),
        Example(
            note="Numbers that read the same everywhere, words in quotes",
            front="""\
title: 1984
description: 3.5
tags: ['yes', 2025, да, no way]
""",
        ),
        Example(
            note="Where all tools read YAML 1.2",
            front="""\
title: 1.10 # Köln
tags: [NO, 12:30, 2025-12-31, 1_000, 0123]
""",
            found=(
                ("2:8-2:12", "title `1.10` is a number to some parsers; put it in quotes"),
                ("3:38-3:42", "tags `0123` is a number to some parsers; put it in quotes"),
            ),
            front_after="""\
title: "1.10" # Köln
tags: [NO, 12:30, 2025-12-31, 1_000, "0123"]
""",
            unsafe=True,
            options={"yaml": "1.2"},
        ),
    ),
)
