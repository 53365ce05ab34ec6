"""date-unparsable (DAT001): the target cannot read the date.

## What it does

Reports a date, lastmod, publishDate or expiryDate in none of the layouts that the target reads.
Numbers are date-numeric's business; an empty value is not a date at all. Where no target is known,
it is a warning, a date that can mean one day only is none (`Dec 31, 2025`), and a word that some
target takes for a date is none (`today`, `last-modified`, `git created`), nor is a mapping of dates
(`date: {created: 2025-12-31}`). What the target does not read itself, as `updated` in Jekyll and
Eleventy, is a warning.

## Why it matters

Hugo stops the whole build at the first such date. Other generators leave the page out, or give it
the date of the build.

## Fix

Where the text can mean one date only, that date in ISO 8601, with no more than was written:
`2025-12-31T10:00` becomes `2025-12-31T10:00:00`, `Dec 31, 2025` becomes `2025-12-31`. Nothing is
done for `01/02/2025`. Safe for Hugo, which builds no page from such a file; unsafe for other
targets, whose templates may read what they do not.

## Options

- `date-order` (default ""): how `01/02/2025` is to be read: "" not at all, "mdy" or "dmy". What is
  fixed by it is unsafe.

## Source

spf13/cast, `TimeFormats`; measured with Hugo 0.168.
"""

from __future__ import annotations

import re
from datetime import datetime
from typing import Literal

from newslint.rule import (
    DATE_ROLES,
    Article,
    Context,
    Example,
    Field,
    Fix,
    Iterator,
    ListValue,
    NamedTuple,
    Precision,
    Problem,
    Rule,
    Scalar,
    SetScalar,
    Severity,
    Table,
    Value,
    not_measured,
    shorten,
)
from newslint.text.loose_dates import guess
from newslint.text.no_such_day import why_impossible

_ADVICE = "write a date with the year first, then the month and the day"

_QUOTES = "“”„«»"
"""Typographic quotes, which stand where straight ones were meant."""

_FLAGS = frozenset(("true", "false", "yes", "no", "on", "off"))


class Options(NamedTuple):
    """`date_order` is the order of the numbers in a date with slashes."""

    date_order: Literal["", "mdy", "dmy"] = ""


def check(article: Article, options: Options) -> Iterator[Problem]:
    """One problem for each date that the target cannot read."""
    for field in article.pick(DATE_ROLES):
        value = field.value
        if not isinstance(value, Scalar):
            if _is_no_date(article, field):
                yield _problem(article, field, "cannot be read as a date", None)
        elif _may_be_unread(article, value) and _unread(article, field, value):
            quoted = _quoted(article, field, value)
            yield quoted or _problem(
                article, field, _fault(article, value.text), _fix(article, value, options)
            )


def suspects(scalar: Scalar, options: Options, context: Context) -> bool:
    """False for the dates that every target reads."""
    quoted = scalar.style != "plain" and not context.generator.reads_quoted_dates
    return quoted or not _is_plain_iso(scalar.text)


def _is_no_date(article: Article, field: Field) -> bool:
    """True for a list or mapping where the generator reads a date, and no mapping of dates."""
    generator = article.generator
    if field.empty and not generator.refuses_empty_date:
        return False
    keys = {inner.key for inner in field.value.fields} if isinstance(field.value, Table) else set()
    return generator.date_tables.isdisjoint(keys) and generator.judges_dates(article)


def _quoted(article: Article, field: Field, value: Scalar) -> Problem | None:
    """The problem of a date that could be read without its quotes."""
    generator = article.generator
    bare = value._replace(kind=generator.kind(value.text), style="plain")
    if generator.reads_quoted_dates or value.kind != "string" or bare.kind != "date":
        return None
    if generator.date(bare, article.context.timezone) is None:
        return None
    what = f"{field.key} {shorten(value.text)} is in quotes, and {generator.title} cannot read it"
    change = SetScalar(value, value.text, literal=True)
    fix = Fix("Remove the quotes", (change,), safe=False, why="a template may want a text")
    return Problem(value.span, what, field.key, fix, advice="remove the quotes")


def _may_be_unread(article: Article, value: Scalar) -> bool:
    quoted = value.style != "plain" and not article.generator.reads_quoted_dates
    return quoted or not _is_plain_iso(value.text)


def _is_read_in_list(article: Article, value: Value) -> bool:
    """True for a list of one date that the target takes for that date."""
    if not article.generator.reads_listed_date or not isinstance(value, ListValue):
        return False
    first, *more = value.items or (None,)
    if more or not isinstance(first, Scalar):
        return False
    return article.generator.date(first, article.context.timezone) is not None


def _is_plain_iso(text: str) -> bool:
    """True for the RFC 3339 forms that every target reads, without asking it."""
    if len(text) not in (10, 20, 25) or text[4] != "-" or text[7] != "-":
        return False
    if len(text) > 10 and (text[10] != "T" or text[11:13] == "24" or text[-1] not in "Z0123456789"):
        return False
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return True


def _unread(article: Article, field: Field, value: Scalar) -> bool:
    if value.kind in ("null", "int") or not value.text:
        return False
    if field.key.lower() == "published" and value.text.lower() in _FLAGS:
        return False  # it is about being published: published-conflict's business
    if not article.generator.judges_dates(article):
        return False
    if not article.generator.title and guess(value.text) is not None:
        return False  # whoever writes dates like this may read them
    return article.generator.date(value, article.context.timezone) is None


def _fault(article: Article, text: str) -> str:
    if reason := why_impossible(text):
        return f"{shorten(text)} does not exist: {reason}"
    if text != text.strip() and guess(text) == text.strip():
        return "has whitespace around the date"
    if article.generator.misreads(text):
        return f"{shorten(text)} is in no form of a date, and {article.generator.title} guesses one"
    return f"{shorten(text)} cannot be read"


def _severity(article: Article, field: Field) -> Severity | None:
    """A warning for a date that the generator does not read itself, and where none is known."""
    generator, role = article.generator, field.role
    needed = not generator.needed_dates or role in generator.needed_dates
    read = generator.read_dates is None or role in generator.read_dates
    text = field.value.text if isinstance(field.value, Scalar) else ""
    sure = generator.title and needed and read and not generator.misreads(text)
    sure = sure and not _is_read_in_list(article, field.value)
    return None if sure else "warning"


def _problem(article: Article, field: Field, fault: str, fixed: tuple[str, Fix] | None) -> Problem:
    meant, fix = fixed or ("", None)
    advice = f"change it to {shorten(meant)}" if fix else _ADVICE
    if "does not exist" in fault:
        advice = "correct it"
    severity = _severity(article, field)
    what = f"{field.key} {fault}"
    return Problem(field.value.span, what, field.key, fix, severity, advice=advice)


def _fix(article: Article, value: Scalar, options: Options) -> tuple[str, Fix] | None:
    safe = article.generator.is_proved("dates")
    meant, why = guess(value.text), not_measured(article)
    if meant is None and value.text[:1] in _QUOTES:
        meant, safe = _between_quotes(article, value), False
    if meant is None and options.date_order:
        meant, safe = guess(_ordered(value.text, options.date_order)), False
        why = "the day and the month may stand the other way round here"
    if meant is None:
        return None
    bare = value.style == "plain" or not article.generator.reads_quoted_dates
    change = SetScalar(value, meant, literal=bare)
    return meant, Fix(f"Write {shorten(meant)}", (change,), safe, repair=safe, why=why)


def _between_quotes(article: Article, value: Scalar) -> str | None:
    """The date between typographic quotes, where the target reads it; else None."""
    inner = value._replace(text=value.text.strip(_QUOTES))
    read = article.generator.date(inner, article.context.timezone)
    return inner.text if read is not None else None


def _ordered(text: str, order: str) -> str:
    """The year first: `01/02/2025 10:00` -> `2025/02/01 10:00` for "dmy"."""
    day, month = (r"\1", r"\2") if order == "dmy" else (r"\2", r"\1")
    return re.sub(r"^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})", rf"\3/{month}/{day}", text)


RULE = Rule(
    code="DAT001",
    name="date-unparsable",
    severity="error",
    preset="default",
    precision=Precision("very-high", read=4, note="399 unseen sites; none wrong on 21 other sites"),
    fields=DATE_ROLES,
    check=check,
    suspects=suspects,
    options=Options,
    examples=(
        Example(
            note="Typographic quotes, as word processors make them",
            front="""\
title: Überschwemmung
date: “2025-12-31” # from the word processor
""",
            found=(("3:7-3:19", "date `“2025-12-31”` cannot be read; change it to `2025-12-31`"),),
            front_after="""\
title: Überschwemmung
date: 2025-12-31 # from the word processor
""",
            unsafe=True,
        ),
        Example(
            note="Docusaurus puts a `Z` after a date in quotes",
            before='---\ndate: "2021-02-03T10:00:00Z" # Kyjiw\n---\nText.\n',
            found=(
                (
                    "2:7-2:29",
                    (
                        "date `2021-02-03T10:00:00Z` is in quotes, and Docusaurus cannot read it; "
                        "remove the quotes"
                    ),
                ),
            ),
            after="---\ndate: 2021-02-03T10:00:00Z # Kyjiw\n---\nText.\n",
            unsafe=True,
            target="docusaurus",
            path="blog/a.md",
        ),
        Example(
            note="Where Docusaurus reads no date",
            before="---\ndate: gestern\n---\nText.\n",
            target="docusaurus",
            path="docs/a.md",
        ),
        Example(
            note="Words and a mapping that stand for dates somewhere",
            before="---\ntitle: A\ndate: last-modified\nupdated: {created: 2024-03-05}\n---\n",
            target="generic",
        ),
        Example(
            note="No seconds, with a comment after the value",
            front="""\
title: A
date: 2025-12-31T10:00  # local
""",
            found=(
                (
                    "3:7-3:23",
                    "date `2025-12-31T10:00` cannot be read; change it to `2025-12-31T10:00:00`",
                ),
            ),
            front_after="""\
title: A
date: 2025-12-31T10:00:00  # local
""",
        ),
        Example(
            note="A day in words between odd quotes, and one with whitespace around it",
            front="""\
title: Überschwemmung
date: 'Dec 31, 2025'
lastmod: " 2026-01-01 "
""",
            found=(
                ("3:7-3:21", "date `Dec 31, 2025` cannot be read; change it to `2025-12-31`"),
                ("4:10-4:24", "lastmod has whitespace around the date; change it to `2026-01-01`"),
            ),
            front_after="""\
title: Überschwemmung
date: '2025-12-31'
lastmod: "2026-01-01"
""",
        ),
        Example(
            note="Two readings, none, and a list",
            front="""\
title: A
date: 01/02/2025
lastmod: morgen
expirydate: [2025-12-31]
""",
            found=(
                (
                    "3:7-3:17",
                    f"date `01/02/2025` cannot be read; {_ADVICE}",
                ),
                (
                    "4:10-4:16",
                    f"lastmod `morgen` cannot be read; {_ADVICE}",
                ),
                (
                    "5:13-5:25",
                    f"expirydate cannot be read as a date; {_ADVICE}",
                ),
            ),
        ),
        Example(
            note="Days that no calendar has",
            front="""\
title: Überflutung
date: 2018-06-31 # then
lastmod: 2019-02-29T10:00:00Z
publishDate: 2020-13-01
expiryDate: '2020-01-01 25:00:00'
""",
            found=(
                ("3:7-3:17", "date `2018-06-31` does not exist: June has 30 days; correct it"),
                (
                    "4:10-4:30",
                    (
                        "lastmod `2019-02-29T10:00:00Z` does not exist: February 2019 has 28 days; "
                        "correct it"
                    ),
                ),
                (
                    "5:14-5:24",
                    "publishDate `2020-13-01` does not exist: 13 is not a month; correct it",
                ),
                (
                    "6:13-6:34",
                    (
                        "expiryDate `2020-01-01 25:00:00` does not exist: 25 is not an hour; "
                        "correct it"
                    ),
                ),
            ),
        ),
        Example(
            note="A day as people say it",
            front="""\
title: Flood
date: 3rd of May, 2024
lastmod: the 4th May 2024
""",
            found=(
                ("3:7-3:23", "date `3rd of May, 2024` cannot be read; change it to `2024-05-03`"),
                (
                    "4:10-4:26",
                    "lastmod `the 4th May 2024` cannot be read; change it to `2024-05-04`",
                ),
            ),
            front_after="""\
title: Flood
date: 2024-05-03
lastmod: 2024-05-04
""",
        ),
        Example(
            note="A site that puts the day first",
            front="""\
title: A
date: 01/02/2025
""",
            found=(("3:7-3:17", "date `01/02/2025` cannot be read; change it to `2025-02-01`"),),
            front_after="""\
title: A
date: 2025-02-01
""",
            unsafe=True,
            options={"date-order": "dmy"},
        ),
        Example(
            note="Who reads a date that can mean one day is not known",
            front="""\
title: A
date: Wednesday, December 31, 2025
lastmod: 31.12.2025
""",
            target="generic",
        ),
        Example(
            note="Another target may read more than is known",
            front="""\
title: A
date: December 31, 2025
""",
            found=(
                ("3:7-3:24", "date `December 31, 2025` cannot be read; change it to `2025-12-31`"),
            ),
            front_after="""\
title: A
date: 2025-12-31
""",
            target="eleventy",
            unsafe=True,
        ),
        Example(
            note="Dates that Hugo reads, and an empty one",
            front="""\
title: A
date: Wed, 31 Dec 2025 10:00:00 +0200
lastmod: 2025-12-31 9:00:00 -0500
publishDate: "2025-12-31T10:00:00.123Z"
expiryDate:
""",
        ),
        Example(
            note="A boolean is no date, whose key has to be one",
            front="""\
title: A
date: true
""",
            found=(
                (
                    "3:7-3:11",
                    (
                        "date `true` cannot be read; write a date with the year first, then the "
                        "month and the day"
                    ),
                ),
            ),
            target="eleventy",
        ),
        Example(
            note="Dates that Jekyll does not read are not its business",
            front="""\
title: A
expiryDate: never
publishDate: bald
""",
            target="jekyll",
            path="_posts/2025-12-31-a.md",
        ),
    ),
)
