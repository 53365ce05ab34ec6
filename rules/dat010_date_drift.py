"""date-drift (DAT010): the date is not the one in the file's name or in the link.

## What it does

Compares the date with the one that the file's name starts with (`2025-12-31-flood.md`) and with the
one in the path of the link (`/2025/12/31/`, `/2025/dec/31/`).

## Why it matters

In Jekyll the file's name has one day and the page another. A script that writes the day of its own
run for the day of the article gives every article of an archive the same date.

## Fix

None: which of the two is right is not in the file.

## Options

- `days` (default 1): a difference of so many days is none; zones account for one.

## Source

Jekyll's documentation: a date in the front matter wins over the one in the name.
"""

from __future__ import annotations

import re
from datetime import date

from newslint.rule import (
    Article,
    Example,
    Field,
    Iterator,
    NamedTuple,
    Problem,
    Rule,
    Severity,
)

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


class Options(NamedTuple):
    """`days` that the dates may differ by."""

    days: int = 1


def check(article: Article, options: Options) -> Iterator[Problem]:
    """At most two problems, both at the date."""
    field = article.get("date")
    own = _own_date(article, field)
    if field is None or own is None:
        return
    severity: Severity = "warning" if article.generator.dated_names else "info"
    name = _in_name(article.path.rpartition("/")[2])
    if name is not None and abs(own - name).days > options.days:
        what, advice = f"{field.key} is {own} but the file name has {name}", "correct one of them"
        yield Problem(field.value.span, what, field.key, severity=severity, advice=advice)
    link = article.get("link")
    linked = _in_path(link.text) if link is not None and link.text else None
    if link is not None and linked is not None and abs(own - linked).days > options.days:
        what = f"{field.key} is {own} but the {link.key} has {linked}"
        yield Problem(
            field.value.span, what, field.key, severity="info", advice="correct one of them"
        )


def _own_date(article: Article, field: Field | None) -> date | None:
    value = field.scalar if field is not None else None
    if value is None or value.kind == "int":
        return None
    reading = article.generator.date(value, article.context.timezone)
    return None if reading is None else reading.moment.date()


def _in_name(name: str) -> date | None:
    found = re.match(r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?![0-9])", name)
    return _date(*found.groups()) if found else None


def _in_path(link: str) -> date | None:
    months = "|".join(_MONTHS)
    pattern = rf"/((?:19|20)[0-9]{{2}})/([0-9]{{1,2}}|{months})[a-z]*/([0-9]{{1,2}})(?=/|$)"
    found = re.search(pattern, link.lower().partition("?")[0])
    return _date(*found.groups()) if found else None


def _date(year: str, month: str, day: str) -> date | None:
    number = _MONTHS.index(month) + 1 if month in _MONTHS else int(month)
    try:
        return date(int(year), number, int(day))
    except ValueError:
        return None


RULE = Rule(
    code="DAT010",
    name="date-drift",
    severity="info",
    fields=("date",),
    check=check,
    options=Options,
    examples=(
        Example(
            note="The file's name has another day",
            front="""\
title: Überschwemmung
date: '2026-01-03T10:00:00Z'  # of the script's run
""",
            found=(
                (
                    "3:7-3:29",
                    "date is 2026-01-03 but the file name has 2025-12-31; correct one of them",
                ),
            ),
            path="content/news/2025-12-31-überschwemmung.md",
        ),
        Example(
            note="So does the link",
            front="""\
title: Flood
link: https://www.example.org/world/2025/dec/28/flood
date: 2025-12-31
""",
            found=(
                ("4:7-4:17", "date is 2025-12-31 but the link has 2025-12-28; correct one of them"),
            ),
        ),
        Example(
            note="A day may be the zone's, and other numbers are not dates",
            front="""\
title: Flood
date: 2026-01-01T01:00:00+05:00
link: https://www.example.org/2025/12/31/flood/2024/13/45/
""",
            path="content/news/2025-12-31-flood.md",
        ),
        Example(
            note="More days are allowed",
            front="""\
title: Flood
date: 2026-01-03
""",
            path="content/news/2025-12-31-flood.md",
            options={"days": 7},
        ),
    ),
)
