"""slug-retyped (SLG005): the bare slug is a number or a boolean to the parser, and changes.

## What it does

Reports a slug without quotes that is shown in another way once it was read: `007`, `1.10`, `1_000`,
`0x1F`, and what the target's parser takes for a boolean or a date. `2025` stays `2025`, but for
Jekyll: any slug of a post that is no text is an error there. So is what is no text in the
place of its `permalink`.

## Why it matters

The page with the slug `007` has the URL `/7/`, the one with `1.10` the URL `/1.1/`, like the one
with `1.1`. Jekyll stops at `slug: 2025` with an error that names neither the file nor the slug.

## Fix

Puts the slug in quotes: unsafe, as the page moves to the address that was meant.

## Options

None.

## Source

Measured with Hugo 0.168 and Jekyll 4.3.1.
"""

from __future__ import annotations

from newslint.rule import (
    Article,
    Context,
    Example,
    Field,
    Fix,
    Iterator,
    NoOptions,
    Precision,
    Problem,
    Quote,
    Rule,
    Scalar,
    Severity,
    shorten,
)
from newslint.text.regex import regex

_SAME = regex(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]*[1-9])?|(?i:true|false)")
_READ_AS = {"int": "a number", "float": "a number", "bool": "a boolean", "date": "a date"}

_FALSE = ("false", "no", "off")
_WHY = "the page may be linked under the address that it has"


def check(article: Article, options: NoOptions) -> Iterator[Problem]:
    """At most one problem for each field."""
    for field in article.pick(("slug", "url")):
        scalar = field.scalar
        if scalar is None or scalar.style != "plain":
            continue
        if scalar.kind in _READ_AS and field.role in article.generator.needs_text:
            yield from _stops(article, field, scalar)
        elif field.role == "slug":
            yield from _retyped(article, field, scalar)


def suspects(scalar: Scalar, options: NoOptions, context: Context) -> bool:
    """True for what is no text."""
    return scalar.style == "plain" and scalar.kind in _READ_AS


def _stops(article: Article, field: Field, scalar: Scalar) -> Iterator[Problem]:
    if scalar.text.lower() in _FALSE:
        return  # as if it were not there
    read_as, title = _READ_AS[scalar.kind], article.generator.title
    what = f"{field.key} {shorten(scalar.text)} is {read_as} and stops {title}"
    fix = Fix("Quote the value", (Quote(scalar),), safe=False, why=_WHY)
    yield Problem(scalar.span, what, field.key, fix, "error", advice="quote it")


def _retyped(article: Article, field: Field, scalar: Scalar) -> Iterator[Problem]:
    read_as = _READ_AS.get(scalar.kind)
    stops = article.generator.needs_text_slug(article)
    if read_as is None or (_SAME.fullmatch(scalar.text) and not stops):
        return
    what = f"{field.key} {shorten(scalar.text)} is parsed as {read_as}"
    what += f", at which {article.generator.title} stops" if stops else ""
    severity: Severity | None = "error" if stops else None
    fix = Fix(
        "Quote the value",
        (Quote(scalar),),
        safe=False,
        why=_WHY,
    )
    yield Problem(scalar.span, what, field.key, fix, severity, advice="quote it")


RULE = Rule(
    code="SLG005",
    name="slug-retyped",
    severity="warning",
    preset="default",
    precision=Precision("very-high", note="asked of the real program"),
    fields=("slug", "url"),
    check=check,
    suspects=suspects,
    examples=(
        Example(
            note="Zeros in front, with a comment",
            front="""\
title: Bond
slug: 007  # licence
""",
            found=(("3:7-3:10", "slug `007` is parsed as a number; quote it"),),
            front_after="""\
title: Bond
slug: "007"  # licence
""",
            unsafe=True,
        ),
        Example(
            note="A version, in an article with single quotes",
            front="""\
title: 'Überblick'
slug: 1.10
""",
            found=(("3:7-3:11", "slug `1.10` is parsed as a number; quote it"),),
            front_after="""\
title: 'Überblick'
slug: '1.10'
""",
            unsafe=True,
        ),
        Example(
            note="A boolean to another parser",
            front="""\
title: Norway
slug: no
""",
            found=(("3:7-3:9", "slug `no` is parsed as a boolean; quote it"),),
            front_after="""\
title: Norway
slug: "no"
""",
            unsafe=True,
            target="generic",
        ),
        Example(
            note="A year, at which Jekyll stops",
            front="""\
title: A
slug: 2025 # of the report
""",
            found=(
                ("3:7-3:11", "slug `2025` is parsed as a number, at which Jekyll stops; quote it"),
            ),
            front_after="""\
title: A
slug: "2025" # of the report
""",
            unsafe=True,
            target="jekyll",
            path="_posts/2025-12-31-a.md",
        ),
        Example(
            note="A page of Jekyll has no slug",
            front="""\
title: A
slug: 2025
""",
            target="jekyll",
            path="about.md",
        ),
        Example(
            note="No permalink in Jekyll",
            front="""\
title: A
slug: a
permalink: false
""",
            target="jekyll",
            path="_posts/2025-12-31-a.md",
        ),
        Example(
            note="A boolean at which Jekyll stops",
            front="""\
title: A
permalink: yes
""",
            found=(("3:12-3:15", "permalink `yes` is a boolean and stops Jekyll; quote it"),),
            front_after="""\
title: A
permalink: "yes"
""",
            unsafe=True,
            target="jekyll",
            path="_posts/2025-12-31-a.md",
        ),
        Example(
            note="A year",
            front="""\
title: A
slug: 2025
""",
        ),
        Example(
            note="Quotes",
            front="""\
title: A
slug: '007'
""",
        ),
    ),
)
