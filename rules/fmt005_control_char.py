"""control-char (FMT005): a control character in the front matter.

## What it does

Reports control characters (U+0000 to U+001F but for tab and line ends, U+007F to U+009F), as they
are or as escapes, the line separators U+0085, U+2028 and U+2029, and in Hugo a tab between double
quotes where it stops the build.

## Why it matters

They are not seen and do harm: YAML 1.1 parsers refuse the whole front matter, Hugo since 0.152
accepts it and writes them into its feeds, where no XML parser accepts them. The separators end a
line to some parsers and are text to others. For a tab between double quotes Hugo loses a character
after the closing quote, and with it often the end of the line.

## Fix

U+0000 to U+001F are removed: safe where YAML forbids them, since they are no part of any text;
unsafe in a key, which Hugo reads with them, as another key. Unsafe for all others: vertical tabs,
form feeds and separators become a space, U+0080 to U+009F the sign that Windows-1252 has at that
place (such as `’`), U+007F and U+001B go. Unsafe for escapes, as such front matter is read as it
is. A tab becomes `\\t`, which is the same text: safe.

## Options

None.

## Source

Twelve parsers compared: seven refuse U+0000, eight U+0001; the XML 1.0 specification, section 2.2.
"""

from newslint.rule import (
    Article,
    Change,
    ControlCharacter,
    Example,
    Fix,
    Iterator,
    NoOptions,
    Precision,
    Problem,
    ReplaceText,
    Rule,
    Scalar,
    SetScalar,
    Span,
)
from newslint.text.controls import without_controls

_MOST = 10
"""Of the control characters in one value no more are reported."""


def check(article: Article, options: NoOptions) -> Iterator[Problem]:
    """Word what the reading of the front matter found."""
    seen: dict[Span, int] = {}
    for fault in article.faults_of(ControlCharacter):
        value = None if article.broken else _value(article, fault)
        changes = _changes(value, fault)
        if changes and isinstance(changes[0], SetScalar):  # the fixing of one is that of them all
            seen[changes[0].scalar.span] = seen.get(changes[0].scalar.span, 0) + 1
            if seen[changes[0].scalar.span] > _MOST:
                continue
        order = fault.advice or "Replace or remove it"
        fix = (
            Fix(
                order,
                changes,
                safe=fault.certain,
                why="what the control character stands for is not known",
            )
            if changes
            else None
        )
        advice = order[:1].lower() + order[1:]
        yield Problem(fault.span, fault.what, fault.key, fix, advice=advice)


def _value(article: Article, fault: ControlCharacter) -> Scalar | None:
    """The value in which a control character stands."""
    for field in article.fields:
        for value in field.scalars:
            if value.span.start <= fault.span.start and fault.span.end <= value.span.end:
                return value
    return None


def _changes(value: Scalar | None, fault: ControlCharacter) -> tuple[Change, ...]:
    if value is None or fault.certain:
        return tuple(ReplaceText(span, text) for span, text in fault.edits)
    return _cleaned(value, fault)


def _cleaned(value: Scalar, fault: ControlCharacter) -> tuple[Change, ...]:
    text = without_controls(value.text)
    if text != value.text:
        return (SetScalar(value, text),)
    return (
        ReplaceText(fault.span, " "),
    )  # this parser takes it for a line break in the value already


RULE = Rule(
    code="FMT005",
    name="control-char",
    severity="error",
    preset="default",
    precision=Precision("very-high", note="none wrong on 21 other sites"),
    faults=(ControlCharacter,),
    check=check,
    examples=(
        Example(
            note="Control characters as a feed had them",
            front="""\
title: 'Flood\u0001 in Köln'
tags:
  - a\u0000b # old
""",
            found=(
                ("2:14-2:15", "the control character U+0001 is not allowed in YAML; remove it"),
                ("4:6-4:7", "the control character U+0000 is not allowed in YAML; remove it"),
            ),
            front_after="""\
title: 'Flood in Köln'
tags:
  - ab # old
""",
        ),
        Example(
            note="An apostrophe of Windows-1252, and a line break of a word processor",
            front="""\
title: Ana\u0092s story
summary: one\u000btwo
""",
            found=(
                ("2:11-2:12", "the control character U+0092 is not allowed in YAML; write `’`"),
                ("3:13-3:14", "the control character U+000B is not allowed in YAML; write a space"),
            ),
            front_after="""\
title: Ana’s story
summary: one two
""",
            unsafe=True,
        ),
        Example(
            note="An escape, and a line separator",
            front="""\
title: "Flood\\x01"
summary: "one\u2028two"
""",
            found=(
                (
                    "2:8-2:19",
                    (
                        "title contains the control character U+0001 as an escape; replace "
                        "or remove it"
                    ),
                ),
                (
                    "3:14-3:15",
                    "U+2028 (line separator) is a line break to some parsers; replace or remove it",
                ),
            ),
            front_after="""\
title: "Flood"
summary: "one two"
""",
            unsafe=True,
        ),
        Example(
            note="Tabs in double quotes, where another key follows; none in single quotes",
            front="""\
title: "Flood"
slug: "a\tb\tc"
summary: 'a\tb'
""",
            found=(
                (
                    "3:9-3:10",
                    "slug contains a tab in double quotes, which Hugo rejects; write it as `\\t`",
                ),
            ),
            front_after="""\
title: "Flood"
slug: "a\\tb\\tc"
summary: 'a\tb'
""",
        ),
        Example(
            "Tabs, zero-width joiners and marks of direction are none",
            '---\ntitle: "a\\tb\tc \u200d \u200f שלום"\n---\nText\x01.\n',
        ),
        Example(
            note="In a key: to Hugo the article has no date",
            front="""\
title: Flood in Köln
da\u0007te: 2025-12-31
""",
            found=(("3:3-3:4", "the control character U+0007 is not allowed in YAML; remove it"),),
            front_after="""\
title: Flood in Köln
date: 2025-12-31
""",
            unsafe=True,
        ),
    ),
)
