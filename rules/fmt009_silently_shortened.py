"""silently-shortened (FMT009): a bare text of which only a part is read.

## What it does

Reports bare texts that begin with `&` or `!` (`&Juliet review`, `!Important notice`) or hold a `#`
after a space (`Top #5 stories`, `#hashtag wins`), and terms, names and colors of which nothing is
read (`- #flood`, `color: #ff0000`).
A comment as people write it, with a space after the `#`, is none of these, and neither is a tag
such as `!!str` or an anchor that is used.

## Why it matters

To all parsers the first word is an anchor or a tag and a `#` begins a comment: the page shows
`review`, `notice`, `Top` and nothing at all. Nobody says a word.

## Fix

The whole text is put in quotes. Unsafe: what was cut off appears on the page.

## Options

- `text-keys` (default `["title", "description", "summary"]`): the fields that hold text, by role.

## Source

Twelve parsers, Hugo 0.168 among them. Of 7,263 titles and summaries of two real sites put bare
into a template, 40 are shortened in this way.
"""

import re

from newslint.rule import (
    TEXT_ROLES,
    Article,
    Change,
    Example,
    Field,
    Fix,
    Iterator,
    NamedTuple,
    Precision,
    Problem,
    ReplaceText,
    Rule,
    Scalar,
    SetScalar,
    Severity,
    Shortened,
    Span,
    shorten,
)

_NAMES = ("author", "source")
_COLOR = r"#(?:[0-9A-Fa-f]{3,4}|[0-9A-Fa-f]{6}|[0-9A-Fa-f]{8})"


class Options(NamedTuple):
    text_keys: tuple[str, ...] = TEXT_ROLES


def word(article: Article, fault: Shortened, options: Options) -> Iterator[Problem]:
    """Word what the reading of the front matter found."""
    field = _field(article, fault)
    value = _value(field, fault) if field else None
    if field is None or value is None:
        return
    terms = [one.key_span for one in article.terms()]
    nothing = value.style == "empty"
    lost = field.key_span in terms and nothing
    named = nothing and (field.role in _NAMES or re.fullmatch(_COLOR, fault.meant))
    if field.role not in options.text_keys and not lost and not named:
        return
    what = f"{field.key} {shorten(fault.meant)} {fault.what}"
    fix = Fix(
        "Quote the whole text",
        _changes(value, fault),
        safe=False,
        why="the rest may be meant as a comment",
    )
    severity: Severity | None = "error" if lost else None
    yield Problem(fault.span, what, field.key, fix, severity, advice="quote the whole text")


def _field(article: Article, fault: Shortened) -> Field | None:
    above = (f for f in reversed(article.fields) if f.key_span.end <= fault.span.start)
    return next(above, None)


def _value(field: Field, fault: Shortened) -> Scalar | None:
    """The value that was shortened: the field's own, or the item before or around the fault."""
    return max((one for one in field.scalars if one.span.start <= fault.span.end), default=None)


def _changes(value: Scalar, fault: Shortened) -> tuple[Change, ...]:
    """The value gets the whole text; what of it stood outside the value goes."""
    changes: list[Change] = [SetScalar(value, fault.meant)]
    if fault.span.start < value.span.start:
        changes.append(ReplaceText(Span(fault.span.start, value.span.start), ""))
    if value.span.end < fault.span.end:
        changes.append(ReplaceText(Span(value.span.end, fault.span.end), ""))
    return tuple(changes)


RULE = Rule(
    code="FMT009",
    name="silently-shortened",
    severity="warning",
    preset="default",
    precision=Precision("very-high", read=3, note="399 unseen sites"),
    faults=(Shortened,),
    word=word,
    options=Options,
    examples=(
        Example(
            note="A number sign, and a hashtag first",
            front="""\
title: Top #5 stories
summary: #наводнение в городе
""",
            found=(
                ("2:8-2:22", "title `Top #5 stories` is parsed as `Top`; quote the whole text"),
                (
                    "3:10-3:30",
                    (
                        "summary `#наводнение в городе` is parsed as an empty value; "
                        "quote the whole text"
                    ),
                ),
            ),
            front_after="""\
title: "Top #5 stories"
summary: "#наводнение в городе"
""",
            unsafe=True,
        ),
        Example(
            note="Terms that are read as comments",
            front="""\
title: A
tags:
  - #наводнение
  - a
  -   # add one
categories: #news # ours
""",
            found=(
                (
                    "4:5-4:16",
                    "tags `#наводнение` is parsed as an empty value; quote the whole text",
                ),
                (
                    "7:13-7:18",
                    "categories `#news` is parsed as an empty value; quote the whole text",
                ),
            ),
            front_after="""\
title: A
tags:
  - "#наводнение"
  - a
  -   # add one
categories: "#news" # ours
""",
            unsafe=True,
        ),
        Example(
            note="A color, and what was switched off",
            front="""\
color: #ff0000
image: #/img/a.png
""",
            found=(
                (
                    "2:8-2:15",
                    "color `#ff0000` is parsed as an empty value; quote the whole text",
                ),
            ),
            front_after="""\
color: "#ff0000"
image: #/img/a.png
""",
            unsafe=True,
        ),
        Example(
            note="An anchor and a tag that are none",
            front="""\
title: &Juliet review
summary: !Important notice # a comment
""",
            found=(
                (
                    "2:8-2:22",
                    "title `&Juliet review` is parsed as `review`; quote the whole text",
                ),
                (
                    "3:10-3:27",
                    "summary `!Important notice` is parsed as `notice`; quote the whole text",
                ),
            ),
            front_after="""\
title: "&Juliet review"
summary: "!Important notice" # a comment
""",
            unsafe=True,
        ),
        Example(
            note="Fields that the site calls its text",
            front="""\
kicker: Part #2
""",
            found=(("2:9-2:16", "kicker `Part #2` is parsed as `Part`; quote the whole text"),),
            front_after="""\
kicker: "Part #2"
""",
            unsafe=True,
            options={"text-keys": ["kicker"]},
        ),
        Example(
            note="Comments, an anchor that is used, a tag of YAML's own, quotes",
            front="""\
title: News # like so
summary: &text The news
description: *text
""",
        ),
        Example(
            "A number sign inside a word or in quotes, another field",
            "---\ntitle: C#5 & more!\nsummary: 'Top #5'\ndescription: !!str a\nkicker: a #b\n---\n",
        ),
    ),
)
