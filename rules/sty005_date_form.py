"""date-form (STY005): a date in another form than the site has chosen.

## What it does

Reports a date that the target reads, and that is not written as RFC 3339 has it
(`2025-12-31T10:00:00+01:00`). A day without a time stays one. Where `[style]` asks for days, a
time of midnight is reported too, if the target reads the same in the day alone. A date that not all
tools read as the same moment is left to DAT007, one without a zone where the site's is not known to
DAT005, and Hexo's own format, which has no zone, is right.

## Why it matters

RFC 3339 with a colon in its offset, or with `Z`, is the only form with a time that all generators
read as the same moment. Hugo reads `2025-12-31 10:00:00 +0200`; Eleventy and Zola stop at it.

## Fix

Writes the same moment with the same offset, as exact as it was: safe where that was measured with
the target. Quotes stay, and a bare text that would become a date of YAML's own gets them; a date of
TOML stays a date, with an offset only if it had one. To write a day instead of midnight is unsafe,
as the time is lost.

## Options

These are the keys of `[style]` that the rule reads.

- `dates` (default "rfc3339"): `rfc3339`, `date` (a day alone instead of midnight, else as
  `rfc3339`), or `keep` for any form.

## Source

RFC 3339, section 5.6; measured with Hugo 0.168, Jekyll 4.3, Eleventy 3.1, Astro 5.18 and Hexo 8.1.
"""

from __future__ import annotations

from typing import Literal

from newslint.rule import (
    DATE_ROLES,
    Article,
    DateReading,
    Example,
    Field,
    Fix,
    Iterator,
    NamedTuple,
    Precision,
    Problem,
    Rule,
    Scalar,
    not_measured,
    shorten,
)
from newslint.text.date_forms import canonical, dated, doubt, is_canonical, rewriting


class Options(NamedTuple):
    """The form of dates that the house wants."""

    dates: Literal["rfc3339", "date", "keep"] = "rfc3339"


def check(article: Article, options: Options) -> Iterator[Problem]:
    """One problem for each date in another form."""
    if options.dates == "keep":
        return
    for field in article.pick(DATE_ROLES):
        scalar = field.scalar
        reading = dated(article.context, scalar)
        if scalar is None or reading is None or doubt(scalar.text, reading) is not None:
            continue
        midnight = _midnight(article, field, scalar, reading) if options.dates == "date" else None
        if midnight is not None:
            yield midnight
        elif not is_canonical(scalar.text):
            yield from _other_form(article, field, scalar, reading)


def _midnight(
    article: Article, field: Field, scalar: Scalar, reading: DateReading
) -> Problem | None:
    """A time of midnight, where the target reads the same moment in the day alone."""
    if reading.date_only or f"{reading.moment:%H%M%S%f}".strip("0"):
        return None
    text = f"{reading.moment.year:04}-{reading.moment:%m-%d}"
    change = rewriting(article.context, scalar, reading, text)
    if change is None:
        return None
    fix = Fix(f"Write {text}", (change,), safe=False, why="the time that is written would be lost")
    what = f"{field.key} {shorten(scalar.text)} has a time, which is midnight"
    return Problem(scalar.span, what, field.key, fix, advice=f"change it to `{text}`")


def _other_form(
    article: Article, field: Field, scalar: Scalar, reading: DateReading
) -> Iterator[Problem]:
    native = scalar.kind == "date" and article.block is not None and article.block.format == "toml"
    text = canonical(article.context, scalar, reading, native=native)
    change = rewriting(article.context, scalar, reading, text) if text else None
    if change is None or text == scalar.text:
        return
    safe = article.generator.is_proved("dates")
    fix = Fix(f"Write {text}", (change,), safe=safe, why=not_measured(article))
    what = f"{field.key} {shorten(scalar.text)} is not in RFC 3339 format"
    yield Problem(scalar.span, what, field.key, fix, advice=f"change it to `{text}`")


RULE = Rule(
    code="STY005",
    name="date-form",
    severity="info",
    precision=Precision("very-high", note="the form is the user's own choice"),
    fields=DATE_ROLES,
    check=check,
    options=Options,
    style=True,
    examples=(
        Example(
            note="A space for the T and no colon in the offset, with a comment",
            front="""\
title: Überschwemmung
date: 2025-12-31 9:00:00 -0500   # Jekyll's form
lastmod: 'Wed, 31 Dec 2025 10:00:00 +0000'
expiryDate: "31 Dec 2027"
""",
            found=(
                (
                    "3:7-3:31",
                    (
                        "date `2025-12-31 9:00:00 -0500` is not in RFC 3339 format; change "
                        "it to `2025-12-31T09:00:00-05:00`"
                    ),
                ),
                (
                    "4:10-4:43",
                    (
                        "lastmod `Wed, 31 Dec 2025 10:00:00 +0000` is not in RFC 3339 "
                        "format; change it to `2025-12-31T10:00:00Z`"
                    ),
                ),
                (
                    "5:13-5:26",
                    "expiryDate `31 Dec 2027` is not in RFC 3339 format; change it to `2027-12-31`",
                ),
            ),
            front_after="""\
title: Überschwemmung
date: 2025-12-31T09:00:00-05:00   # Jekyll's form
lastmod: '2025-12-31T10:00:00Z'
expiryDate: "2027-12-31"
""",
        ),
        Example(
            note="On a site whose zone is known, the offset is written too",
            front="""\
title: A
date: 2025-07-01 10:00:00
""",
            found=(
                (
                    "3:7-3:26",
                    (
                        "date `2025-07-01 10:00:00` is not in RFC 3339 format; change it to "
                        "`2025-07-01T10:00:00+02:00`"
                    ),
                ),
            ),
            front_after="""\
title: A
date: 2025-07-01T10:00:00+02:00
""",
            site={"timeZone": "Europe/Berlin"},
        ),
        Example(
            note="Quotes for a text that would become a date of YAML's own",
            front="""\
title: A
date: 31 Dec 2025 # bare
""",
            found=(
                (
                    "3:7-3:18",
                    "date `31 Dec 2025` is not in RFC 3339 format; change it to `2025-12-31`",
                ),
            ),
            front_after="""\
title: A
date: "2025-12-31" # bare
""",
            unsafe=True,
            target="jekyll",
            path="_posts/2025-12-31-a.md",
        ),
        Example(
            note="Dates of TOML stay dates, with an offset only if they had one",
            before="""+++
title = "A"
date = 2025-12-31 10:00:00.500+01:00 # odd
lastmod = 2026-01-01 10:00:00
publishDate = "31 Dec 2025"
expiryDate = 2027-01-01
+++
Body.
""",
            found=(
                (
                    "3:8-3:37",
                    (
                        "date `2025-12-31 10:00:00.500+01:00` is not in RFC 3339 format; change "
                        "it to `2025-12-31T10:00:00.500+01:00`"
                    ),
                ),
                (
                    "4:11-4:30",
                    (
                        "lastmod `2026-01-01 10:00:00` is not in RFC 3339 format; change it to "
                        "`2026-01-01T10:00:00`"
                    ),
                ),
                (
                    "5:15-5:28",
                    (
                        "publishDate `31 Dec 2025` is not in RFC 3339 format; change it to "
                        "`2025-12-31`"
                    ),
                ),
            ),
            after="""+++
title = "A"
date = 2025-12-31T10:00:00.500+01:00 # odd
lastmod = 2026-01-01T10:00:00
publishDate = "2025-12-31"
expiryDate = 2027-01-01
+++
Body.
""",
        ),
        Example(
            note="In JSON",
            before="""{
  "title": "A",
  "date": "2025-12-31 10:00:00 +0200"
}
Body.
""",
            found=(
                (
                    "3:11-3:38",
                    (
                        "date `2025-12-31 10:00:00 +0200` is not in RFC 3339 format; change it "
                        "to `2025-12-31T10:00:00+02:00`"
                    ),
                ),
            ),
            after="""{
  "title": "A",
  "date": "2025-12-31T10:00:00+02:00"
}
Body.
""",
        ),
        Example(
            note="Days, where the site wants days",
            front="""\
title: A
date: 2025-12-31T00:00:00Z # from a script
lastmod: 2026-01-01T10:00:00Z
publishDate: 2025-12-31T00:00:00+02:00
""",
            found=(
                (
                    "3:7-3:27",
                    (
                        "date `2025-12-31T00:00:00Z` has a time, which is midnight; change it to "
                        "`2025-12-31`"
                    ),
                ),
            ),
            front_after="""\
title: A
date: 2025-12-31 # from a script
lastmod: 2026-01-01T10:00:00Z
publishDate: 2025-12-31T00:00:00+02:00
""",
            unsafe=True,
            config={"style": {"dates": "date"}},
        ),
        Example(
            note="Any form, where the site has chosen none",
            front="""\
title: A
date: 31 Dec 2025
""",
            config={"style": {"dates": "keep"}},
        ),
        Example(
            note="Hexo's own format, on a site whose zone is known",
            front="""\
title: A
date: 2016-02-19 00:55:35
updated: "2016-02-19 10:55:35"
""",
            target="hexo",
            path="source/_posts/a.md",
            site={"timezone": "Asia/Shanghai"},
        ),
        Example(
            note="RFC 3339 with a fraction, a day, and a time whose zone nobody knows",
            front="""\
title: A
date: 2025-12-31T10:00:00.123+05:30
lastmod: 2026-01-01
publishDate: 2025-12-31 10:00:00
""",
        ),
    ),
)
