"""zone-does-not-exist (DAT011): the date has a UTC offset that no place has.

## What it does

Reports an offset beyond -12:00 and +14:00, and since 1980 one that is no whole, half or three
quarters of an hour: `16:10:00+16:10`, `23:00:00+23:00`, `10:10:00+10:10`. Dates before 1950 are
left alone: places had offsets to the second then, and Manila's was nearly -16 hours.

## Why it matters

A script that formats the time twice writes the clock once more in the place of the zone. Every
generator believes it, and the article moves by up to a day: in its list, in its feed and, where the
date is part of it, in its URL.

## Fix

None: which zone was meant is not in the file.

## Options

None.

## Source

IANA time zone database, 2025: all offsets in use from 1950 and from 1980. Hugo 0.168, Jekyll 4.3
and JavaScript's `Date` read `+16:10` as it is written.
"""

from __future__ import annotations

import re

from newslint.rule import (
    DATE_ROLES,
    Article,
    Context,
    Example,
    Iterator,
    NoOptions,
    Precision,
    Problem,
    Rule,
    Scalar,
    Severity,
    shorten,
)
from newslint.text.regex import regex

_OFFSET = regex(
    r":[0-9]{2}(?:[.,][0-9]+)? *(?:GMT|UTC)?([+-])([0-9]{2})(?::?([0-9]{2}))?(?![0-9:])", re.ASCII
)
_YEAR = regex(r"(?<![0-9])[0-9]{4}(?![0-9])", re.ASCII)
_MINUTES = (0, 30, 45)
_EARLIEST, _LATEST = -12 * 60, 14 * 60
_FIRST_YEAR, _REGULAR_YEAR = 1950, 1980


def check(article: Article, options: NoOptions) -> Iterator[Problem]:
    """One problem for each date with such an offset."""
    for field in article.pick(DATE_ROLES):
        scalar = field.scalar
        if scalar is None or ":" not in scalar.text:
            continue
        found = _OFFSET.search(scalar.text)
        if found is None or _exists(found, scalar.text) or _is_unread(article, scalar):
            continue
        offset = f"{found[1]}{found[2]}:{found[3] or '00'}"
        what = f"{field.key} {shorten(scalar.text)} has the UTC offset `{offset}`"
        known = article.generator.title and article.generator.date_forms_known
        severity: Severity | None = None if known else "warning"
        advice = "write the offset of the place, or `Z`"
        yield Problem(
            scalar.span,
            f"{what}, which does not exist",
            field.key,
            severity=severity,
            advice=advice,
        )


def suspects(scalar: Scalar, options: NoOptions, context: Context) -> bool:
    """True for a time with an offset."""
    return ":" in scalar.text and _OFFSET.search(scalar.text) is not None


def _is_unread(article: Article, scalar: Scalar) -> bool:
    """True for a date at which the target stops: date-unparsable's business."""
    reading = article.generator.date(scalar, article.context.timezone)
    return reading is None and article.generator.date_forms_known


def _exists(offset: re.Match[str], text: str) -> bool:
    """True for an offset that some place had in the year of the date, or may have had."""
    found = _YEAR.search(text)
    year = int(found[0]) if found else 0
    if year < _FIRST_YEAR:
        return True
    minutes = int(offset[3] or 0)
    whole = (int(offset[2]) * 60 + minutes) * (-1 if offset[1] == "-" else 1)
    return _EARLIEST <= whole <= _LATEST and (minutes in _MINUTES or year < _REGULAR_YEAR)


RULE = Rule(
    code="DAT011",
    name="zone-does-not-exist",
    severity="error",
    preset="default",
    precision=Precision("very-high", note="not met on 33 unseen sites"),
    fields=DATE_ROLES,
    check=check,
    suspects=suspects,
    examples=(
        Example(
            note="The clock in the place of the zone, with odd quotes and a comment",
            front="""\
title: Überschwemmung
date: '2024-05-01T16:10:00+16:10' # from the feed
lastmod: 2024-05-02 23:00:00 +2300
""",
            found=(
                (
                    "3:7-3:34",
                    (
                        "date `2024-05-01T16:10:00+16:10` has the UTC offset `+16:10`, which does "
                        "not exist; write the offset of the place, or `Z`"
                    ),
                ),
                (
                    "4:10-4:35",
                    (
                        "lastmod `2024-05-02 23:00:00 +2300` has the UTC offset `+23:00`, which "
                        "does not exist; write the offset of the place, or `Z`"
                    ),
                ),
            ),
        ),
        Example(
            note="Minutes that no place has",
            front="""\
title: 洪水
date: 2024-05-01T10:10:00+10:10
""",
            found=(
                (
                    "3:7-3:32",
                    (
                        "date `2024-05-01T10:10:00+10:10` has the UTC offset `+10:10`, which does "
                        "not exist; write the offset of the place, or `Z`"
                    ),
                ),
            ),
            target="generic",
        ),
        Example(
            note="Nepal, Chatham, Kiribati, Lord Howe at half past ten, and Baker Island",
            front="""\
title: A
date: 2024-05-01T09:00:00+05:45
lastmod: 2024-05-01T10:30:00+10:30
publishDate: Wed, 01 May 2024 10:00:00 +1345
expiryDate: 2034-05-01 14:00:00 +14:00
""",
        ),
        Example(
            note="An archive: Amsterdam in 1930, Liberia in 1965",
            front="""\
title: A
date: 1930-05-01T09:00:00+00:19
lastmod: 1965-05-01T09:00:00-00:44
""",
        ),
    ),
)
