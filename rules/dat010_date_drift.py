"""date-drift (DAT010): the date is not that of the file's name, of the page's URL or of the link.

## What it does

Compares the date and the one that the file's name starts with (`2025-12-31-flood.md`) with the day
that the page gets: in Jekyll that in its URL, where the site's time zone is known; in Hugo that of
the file's name, where the site's config has dates read from there. With `names-and-links` also with
each other, and with the day in the path of the link (`/2025/12/31/`, `/2025/dec/31/`).

## Why it matters

In Jekyll `2025-12-31 23:30:00 -0500` on a site with `timezone: Asia/Tokyo` is the first of January,
in the URL as well. A script that writes the day of its own run for the day of the article gives
every article of an archive the same date.

## Fix

None: which of the two is right is not in the file.

## Options

- `names-and-links` (default false; true in the preset `strict`): compare what no generator reads.
- `days` (default 1): there a difference of so many days is none; zones account for one.

## Source

Jekyll's documentation: a date in the front matter wins over the one in the name. Measured with
Jekyll 4.3 in five zones, and with Hugo 0.168. On a public site 25 of 571 posts had a date that was
changed on purpose, under the old name.
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
    PageDay,
    Precision,
    Problem,
    Rule,
    Severity,
)

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


class Options(NamedTuple):
    """What else is compared, and the `days` that the dates may differ by there."""

    names_and_links: bool = False
    days: int = 1


def check(article: Article, options: Options) -> Iterator[Problem]:
    """At most two problems, both at the date."""
    name = _in_name(_own_name(article.path))
    if name is None and not options.names_and_links:
        return
    field = article.get("date")
    own = _own_date(article, field)
    if field is None or own is None:
        return
    if name is not None:
        page = article.generator.page_day(article)
        other = _other_day(article, field, own, name, page)
        if other is not None:
            yield other
        elif options.names_and_links:
            yield from _not_renamed(article, field, own, name, options.days)
    if options.names_and_links:
        yield from _in_link(article, field, own, options.days)


def _other_day(
    article: Article, field: Field, own: date, name: date, page: PageDay | None
) -> Problem | None:
    """A page that gets another day than its date says, which is not that of its file's name.

    A file that was not renamed when its date was changed is no such page.
    """
    if page is None:
        return None
    advice = "correct one of them"
    if page.source == "file name":
        what = f"{field.key} is {own} but {article.generator.title} takes {name} from the file name"
        wrong = own != name
    else:
        zone = article.context.timezone
        what = f"{field.key} is {own} but {page.day} in the URL, on the site's clock ({zone})"
        advice = "write the time on the site's clock"
        wrong = page.day not in (own, name)
    if not wrong:
        return None
    return Problem(field.value.span, what, field.key, severity="warning", advice=advice)


def _not_renamed(
    article: Article, field: Field, own: date, name: date, days: int
) -> Iterator[Problem]:
    dated = article.generator.dated_names
    if dated is not False and abs(own - name).days > days:
        yield _differ(field, own, f"file name has {name}", "warning" if dated else "info")


def _differ(field: Field, own: date, other: str, severity: Severity) -> Problem:
    what = f"{field.key} is {own} but the {other}"
    return Problem(
        field.value.span, what, field.key, severity=severity, advice="correct one of them"
    )


def _in_link(article: Article, field: Field, own: date, days: int) -> Iterator[Problem]:
    link = article.get("link")
    linked = _in_path(link.text) if link is not None and link.text else None
    if link is not None and linked is not None and abs(own - linked).days > days:
        yield _differ(field, own, f"{link.key} has {linked}", "info")


def _own_date(article: Article, field: Field | None) -> date | None:
    value = field.scalar if field is not None else None
    if value is None or value.kind == "int":
        return None
    reading = article.generator.date(value, article.context.timezone)
    return None if reading is None else reading.moment.date()


def _own_name(path: str) -> str:
    """The name of the file, or of the folder of an `index.md`."""
    folder, _, name = path.rpartition("/")
    return folder.rpartition("/")[2] if name.startswith("index.") else name


def _in_name(name: str) -> date | None:
    if name[4:5] != "-":
        return None
    found = re.match(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?![0-9])", name)
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
    preset="default",
    precision=Precision("very-high", note="asked of the real program"),
    fields=("date",),
    check=check,
    options=Options,
    examples=(
        Example(
            note="The URL has another day, with odd quotes and a comment",
            front="""\
title: Überschwemmung
date: '2024-01-05 23:30:00 -0500'  # New York
""",
            found=(
                (
                    "3:7-3:34",
                    (
                        "date is 2024-01-05 but 2024-01-06 in the URL, on the site's clock "
                        "(Asia/Tokyo); write the time on the site's clock"
                    ),
                ),
            ),
            target="jekyll",
            path="_posts/2024-01-05-überschwemmung.md",
            site={"timezone": "Asia/Tokyo"},
        ),
        Example(
            note="The file was not renamed",
            front="""\
title: 洪水
date: 2024-01-07
""",
            found=(
                (
                    "3:7-3:17",
                    "date is 2024-01-07 but the file name has 2024-01-05; correct one of them",
                ),
            ),
            target="jekyll",
            path="_posts/2024-1-5-flood.md",
            site={"timezone": "Asia/Tokyo"},
            options={"names-and-links": True},
        ),
        Example(
            note="Many a file is not renamed when its date is changed",
            front="""\
title: 洪水
date: 2024-01-07
""",
            target="jekyll",
            path="_posts/2024-1-5-flood.md",
            site={"timezone": "Asia/Tokyo"},
        ),
        Example(
            note="Hugo takes the date of the file's name where its config says so",
            front="""\
title: Flood
date: 2024-01-07
""",
            found=(
                (
                    "3:7-3:17",
                    (
                        "date is 2024-01-07 but Hugo takes 2024-01-05 from the file name; "
                        "correct one of them"
                    ),
                ),
            ),
            path="content/news/2024-01-05-flood.md",
            site={"frontmatter": {"date": [":filename", ":default"]}},
        ),
        Example(
            note="So it does with the name of a bundle's folder",
            front="""\
title: Flood
date: 2024-01-07
""",
            found=(
                (
                    "3:7-3:17",
                    (
                        "date is 2024-01-07 but Hugo takes 2024-01-05 from the file name; "
                        "correct one of them"
                    ),
                ),
            ),
            path="content/news/2024-01-05-flood/index.md",
            site={"frontmatter": {"date": [":filename", "date"]}},
        ),
        Example(
            note="The same day on the site's clock",
            front="""\
title: Flood
date: 2024-01-04 20:00:00 -0500
""",
            target="jekyll",
            path="_posts/2024-01-05-flood.md",
            site={"timezone": "Asia/Tokyo"},
        ),
        Example(
            note="A URL without a day",
            front="""\
title: Flood
date: 2024-01-05 23:30:00 -0500
""",
            target="jekyll",
            path="_posts/2024-01-05-flood.md",
            site={"timezone": "Asia/Tokyo", "permalink": "/:title/"},
        ),
        Example(
            note="The machine's zone is not known",
            front="""\
title: Flood
date: 2024-01-05 23:30:00 -0500
""",
            target="jekyll",
            path="_posts/2024-01-05-flood.md",
        ),
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
            path="news/2025-12-31-überschwemmung.md",
            target="generic",
            options={"names-and-links": True},
        ),
        Example(
            note="Hugo reads no dates of file names unless its config says so",
            front="""\
title: Flood
date: '2026-01-03T10:00:00Z'
""",
            path="content/news/2025-12-31-flood.md",
            options={"names-and-links": True},
        ),
        Example(
            note="The link has another day",
            front="""\
title: Flood
link: https://www.example.org/world/2025/dec/28/flood
date: 2025-12-31
""",
            found=(
                ("4:7-4:17", "date is 2025-12-31 but the link has 2025-12-28; correct one of them"),
            ),
            options={"names-and-links": True},
        ),
        Example(
            note="A day may be the zone's, and other numbers are not dates",
            front="""\
title: Flood
date: 2026-01-01T01:00:00+05:00
link: https://www.example.org/2025/12/31/flood/2024/13/45/
""",
            path="news/2025-12-31-flood.md",
            target="generic",
            options={"names-and-links": True},
        ),
        Example(
            note="More days are allowed",
            front="""\
title: Flood
date: 2026-01-03
""",
            path="news/2025-12-31-flood.md",
            target="generic",
            options={"names-and-links": True, "days": 7},
        ),
    ),
)
