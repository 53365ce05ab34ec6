r"""bad-escape-or-delimiter (FMT010): a quoted value that does not begin or end as it should.

## What it does

Reports backslashes in double quotes that begin no escape (`"C:\path"`, `"it\'s"`), quotes that are
never closed, never opened, closed twice or closed by the other kind, typographic quotes in the
place of straight ones, a comma, semicolon or colon after a closing quote or bracket, lists in
brackets that are not closed or have a comma too many; and in Jekyll two escapes for one character
(`"\ud83d\ude00"`), as programs that write JSON have them.

Typographic quotes around a whole value (`date: “2025-12-31”`) can be read, and are then part of it:
a warning, where one of these values is no text that may be a quotation, such as a date, a slug, a
link, an image or an author. A title in such quotes alone may be one.

## Why it matters

No parser reads such a line. Hugo stops at it, and with it the whole build; Jekyll publishes the
page without any of its metadata. An open quote takes in the lines below, so that parsers name
another line than the one at fault.

## Fix

Safe: `\'` becomes an apostrophe; a lone `,` or `;` after a whole value in quotes or brackets goes,
and so does a comma before an empty item; typographic quotes become straight ones where another
value of the article stands between such quotes too; two escapes become their character. Unsafe,
because the text may be meant otherwise: any other backslash is kept as it is, in single quotes; a
missing quote or bracket is put at the line's end; a quote that closes what nothing opened goes, and
so does a lone `:` or `\` after a value; a single pair of typographic quotes becomes straight,
though it may belong to the text; and where values can be read, all such pairs go.

## Options

None.

## Source

Hugo 0.168 and eleven other parsers refuse each form; `\'` is read by Hugo before 0.152.
"""

from newslint.rule import (
    BEYOND_ASCII,
    DATE_ROLES,
    Article,
    BadDelimiter,
    BadEscape,
    Example,
    Field,
    Fix,
    Iterator,
    NoOptions,
    Precision,
    Problem,
    Repairable,
    Rule,
    Scalar,
    SetScalar,
    repair,
    shorten,
)

_PAIRS = {"“": "”", "„": "“", "«": "»"}
_NO_TEXT = ("date", "publishdate", "lastmod", "slug", "url", "link", "image", "author", "weight")
"""Roles of which no value is a quotation."""


def check(article: Article, options: NoOptions) -> Iterator[Problem]:
    """One problem for each plain value that stands between typographic quotes."""
    if article.block is None or article.text.isascii():
        return
    front = article.text[: article.block.body]
    if not any(sign in front for sign in _PAIRS):
        return
    wrapped = [
        (field, scalar)
        for field in article.fields
        for scalar in field.scalars
        if scalar.style == "plain" and _is_wrapped(scalar.text)
    ]
    if any(field.role in _NO_TEXT for field, _ in wrapped):
        for field, scalar in wrapped:
            if field.role not in DATE_ROLES:  # date-unparsable says it of those
                yield _between(field, scalar)


def _is_wrapped(text: str) -> bool:
    """True for a text between a pair of quotes that stand nowhere else in it."""
    close = _PAIRS.get(text[:1])
    inner = text[1:-1]
    return close == text[-1:] and bool(inner) and text[0] not in inner and close not in inner


def _between(field: Field, scalar: Scalar) -> Problem:
    shown = f"{field.key} {shorten(scalar.text)}"
    what = f"{shown} is in typographic quotes, which are part of the value"
    change = SetScalar(scalar, scalar.text[1:-1])
    fix = Fix("Remove them", (change,), safe=False, why="the quotes may be meant")
    return Problem(scalar.span, what, field.key, fix, "warning", advice="use straight quotes")


def word(article: Article, fault: Repairable, options: NoOptions) -> Iterator[Problem]:
    """Word what the reading of the front matter found."""
    yield repair(article, fault)


RULE = Rule(
    code="FMT010",
    name="bad-escape-or-delimiter",
    severity="error",
    preset="default",
    precision=Precision("very-high", note="of 173 broken files 153 repaired as meant, 1 not"),
    faults=(BadEscape, BadDelimiter),
    word=word,
    fields=_NO_TEXT,
    suspects=BEYOND_ASCII,
    check=check,
    examples=(
        Example(
            note="Typographic quotes that can be read",
            front="""\
title: “Überschwemmung” # from the word processor
author: „Jürgen Groß“
slug: “hochwasser”
tags: [“a”, Rhein]
""",
            found=(
                (
                    "2:8-2:24",
                    (
                        "title `“Überschwemmung”` is in typographic quotes, which are part of "
                        "the value; use straight quotes"
                    ),
                ),
                (
                    "3:9-3:22",
                    (
                        "author `„Jürgen Groß“` is in typographic quotes, which are part of the "
                        "value; use straight quotes"
                    ),
                ),
                (
                    "4:7-4:19",
                    (
                        "slug `“hochwasser”` is in typographic quotes, which are part of the "
                        "value; use straight quotes"
                    ),
                ),
                (
                    "5:8-5:11",
                    (
                        "tags `“a”` is in typographic quotes, which are part of the value; "
                        "use straight quotes"
                    ),
                ),
            ),
            front_after="""\
title: Überschwemmung # from the word processor
author: Jürgen Groß
slug: hochwasser
tags: [a, Rhein]
""",
            unsafe=True,
        ),
        Example(
            note="Titles that are quotations",
            front="""\
title: “Мы победим”
description: «Текст» и “слова”
tags: [“Heroes”, news]
author: “Weird Al” Yankovic
""",
        ),
        Example(
            note="An apostrophe as JavaScript writes it, and lines of JSON",
            front="""\
title: "it\\'s \\u00e9" # a
"author": 'Zoé',
"slug": "a" ;
""",
            found=(
                (
                    "2:8-2:22",
                    (
                        "title `\"it\\'s \\u00e9\"` contains `\\'`, which is not an escape "
                        "in double quotes; remove the backslash before the apostrophe"
                    ),
                ),
                ("3:11-3:17", "author `'Zoé',` has a `,` after its closing quote; remove the `,`"),
                ("4:9-4:14", 'slug `"a" ;` has a `;` after its closing quote; remove the `;`'),
            ),
            front_after="""\
title: "it's \\u00e9" # a
"author": 'Zoé'
"slug": "a"
""",
        ),
        Example(
            note="A comma too many",
            front="""\
title: News
tags: [a,, b]
""",
            found=(("3:7-3:14", "tags `[a,, b]` has an extra comma; remove the comma"),),
            front_after="""\
title: News
tags: [a, b]
""",
        ),
        Example(
            note="A list as JSON and Python write it",
            front="""\
title: 洪水
tags: ["a", 'b'],
""",
            found=(
                (
                    "3:7-3:18",
                    "tags `[\"a\", 'b'],` has a `,` after its closing bracket; remove the `,`",
                ),
            ),
            front_after="""\
title: 洪水
tags: ["a", 'b']
""",
        ),
        Example(
            note="A closing quote that nothing opened",
            front="""\
title: "The end.""
summary: *All* of it."
""",
            found=(
                (
                    "2:8-2:19",
                    'title `"The end.""` has an extra closing quote; remove the last quote',
                ),
                (
                    "3:10-3:23",
                    'summary `*All* of it."` has no opening quote; put the value in double quotes',
                ),
            ),
            front_after="""\
title: "The end."
summary: "*All* of it."
""",
            unsafe=True,
        ),
        Example(
            note="Typographic quotes around values",
            front="""\
title: “Iran: x”
summary: “iran”
""",
            found=(
                (
                    "2:8-2:17",
                    (
                        "title `“Iran: x”` is in typographic quotes, which do not delimit a "
                        "value; put the value in double quotes"
                    ),
                ),
            ),
            front_after="""\
title: "Iran: x"
summary: “iran”
""",
        ),
        Example(
            note="Typographic quotes that may belong to the text",
            front="""\
title: “Iran: x”
""",
            found=(
                (
                    "2:8-2:17",
                    (
                        "title `“Iran: x”` is in typographic quotes, which do not delimit a "
                        "value; put the value in double quotes"
                    ),
                ),
            ),
            front_after="""\
title: "Iran: x"
""",
            unsafe=True,
        ),
        Example(
            note="A path of Windows",
            front="""\
title: "C:\\path"
""",
            found=(
                (
                    "2:8-2:17",
                    (
                        'title `"C:\\path"` contains `\\p`, which is not an escape in double '
                        "quotes; put the value in single quotes"
                    ),
                ),
            ),
            front_after="""\
title: 'C:\\path'
""",
            unsafe=True,
        ),
        Example(
            note="Quotes and brackets that are not closed",
            front="""\
title: "洪水
summary: "It's over'
tags: [a, b
""",
            found=(
                ("2:8-2:11", 'title `"洪水` has no closing quote; close the quote'),
                (
                    "3:10-3:21",
                    "summary `\"It's over'` starts and ends with different quotes; end it with \"",
                ),
                ("4:7-4:12", "tags `[a, b` has no closing bracket; close the bracket"),
            ),
            front_after="""\
title: "洪水"
summary: "It's over"
tags: [a, b]
""",
            unsafe=True,
        ),
        Example(
            "Escapes that there are, quotes that belong to a bare text",
            '---\ntitle: "a \\"b\\" \\u00e9\\n"\nsummary: “Iran” and x\ntags: [a, b,]\n---\n',
        ),
        Example(
            note="An emoji as JSON has it, in a post of Jekyll",
            front="""\
title: "Flood \\ud83c\\udf0a in K\\u00f6ln"
""",
            found=(
                (
                    "2:8-2:41",
                    (
                        'title `"Flood \\ud83c\\udf0a in K\\u00f6ln"` contains two escapes '
                        "for one character, which Jekyll cannot read; write `🌊`"
                    ),
                ),
            ),
            front_after="""\
title: "Flood 🌊 in K\\u00f6ln"
""",
            target="jekyll",
            path="_posts/2025-12-31-a.md",
        ),
    ),
)
