"""date-hidden (DAT008): the article is not shown today: its date lies ahead, or it has expired.

## What it does

Reports the date that hides the page: Hugo goes by publishDate, where there is none by date, and
where there is none by lastmod; with `expired`, by expiryDate too, once it has passed. With `shown`,
the same date in other targets, with what becomes of the page. Drafts are skipped, also where the
flag is a text, and so is a date that can only be meant to hide the page: the first or the last day
of a year far ahead. So is what the site's own config wants to have built: `buildFuture` and
`buildExpired` in Hugo, `future` in Jekyll. Where there is no date, the one in the file's name
counts in Jekyll, and in Hugo where its config says so.

## Why it matters

Hugo and Jekyll leave such a page out without a word. That is what a planned article wants, and a
surprise when a feed's clock or a typing mistake made the date. Eleventy, Astro and Zola show it all
the same, unless the site has a filter of its own; Hexo does, and nothing is said, unless its config
has `future: false`.

## Fix

None.

## Options

- `grace` (default 0): hours ahead that are not reported, for clocks and zones that differ.
- `expired` (default false, in strict true): report an expiryDate that has passed. It was set to
  hide the page.
- `shown` (default false, in news true): report a date ahead where the target itself shows the page,
  or may.

## Source

Measured with Hugo 0.168; Jekyll 4.3, `publisher.rb`; Hexo 8.1, `default_config`. The option `--now`
of the command line sets the clock to compare with. On a public site 458 of 700 articles had expired
a year later, nearly all of them on one day that their editors had chosen: it is a note.
"""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import takewhile

from newslint.rule import (
    Article,
    Clock,
    Example,
    Field,
    Iterator,
    NamedTuple,
    Precision,
    Problem,
    Rule,
    Scalar,
    shorten,
)

_FAR = 2
"""Years ahead: nobody plans a page so early."""


class Options(NamedTuple):
    """`grace` is in hours; `expired`: whether an expiry date is reported that has passed;
    `shown`: whether a date is that may hide nothing."""

    grace: int = 0
    expired: bool = False
    shown: bool = False


def check(article: Article, options: Options) -> Iterator[Problem]:
    """At most two problems: a date ahead, an expiry date that has passed."""
    clock = article.context.clock
    ahead, expires = _shown_from(article), article.get("expirydate")
    if ahead is None and article.generator.dated_names:
        yield from _hidden_by_name(article, options)
    if ahead is not None and not _long_ago(ahead, clock):
        yield from _ahead(article, ahead, options)
    if expires is not None and options.expired:
        moment = _moment(article, expires)
        if moment is not None and clock.passed(moment):
            shows = article.generator.shows_expired
            yield from _hidden(article, expires, "has passed", shows)


def _ahead(article: Article, field: Field, options: Options) -> Iterator[Problem]:
    """A date that lies ahead, and hides the page or may."""
    moment, clock = _moment(article, field), article.context.clock
    shows = article.generator.shows_future
    if moment is None or not (shows is False or options.shown):
        return
    late = clock.is_ahead(moment, options.grace) and not _is_far_end(moment, clock)
    if late and not _is_overruled(article, field):
        yield from _hidden(article, field, "is in the future", shows)


def _is_far_end(moment: datetime, clock: Clock) -> bool:
    """True for the start of the first or of the last day of a year that is far: it stands for
    "not now", and no clock or slip makes it."""
    day, hour = (moment.month, moment.day), (moment.hour, moment.minute)
    if day not in ((1, 1), (12, 31)) or hour not in ((0, 0), (23, 59)) or moment.year <= _FAR:
        return False
    return not clock.reached(datetime(moment.year - _FAR + 1, 1, 1, tzinfo=UTC))


def _hidden_by_name(article: Article, options: Options) -> Iterator[Problem]:
    """A file without a date of its own, whose name has one that lies ahead."""
    name = article.path.rpartition("/")[2]
    if (
        article.block is None
        or not name[:1].isdecimal()
        or article.context.clock.long_past(name[:10])
    ):
        return
    page = article.generator.page(article)
    if page is None or page.draft or article.generator.shows_future is not False:
        return
    dates = dict(page.dates)
    text = dates.get("publishdate") or dates.get("date")
    if text and article.context.clock.is_ahead(datetime.fromisoformat(text), options.grace):
        what = f"the date in the name of {shorten(name)} is in the future"
        what += ", so the page is not published now"
        yield Problem(article.block.opening, what, advice="check that this is intended")


def _shown_from(article: Article) -> Field | None:
    """The field whose date the target goes by."""
    for role in article.generator.shown_from:
        field = article.get(role)
        if field is not None and not field.empty:
            return field
    return None


def _is_overruled(article: Article, field: Field) -> bool:
    """True where the site supplies a date that counts before this one, or may."""
    roles = article.generator.shown_from
    before = takewhile(lambda role: article.get(role) is not field, roles)
    return article.inherits(*before) is not False


def _is_draft(article: Article) -> bool:
    """True for a draft, and where the site supplies that flag and it is not known."""
    draft = article.get("draft")
    if draft is not None and draft.scalar is not None and draft.scalar.text.lower() == "true":
        return True
    published = article.get("published")
    if published is not None and (published.text or "").lower() == "false":
        return True
    given = article.inherits("draft", "published")
    page = article.generator.page(article) if given else None
    return given is None or (page is not None and page.draft)


def _long_ago(field: Field, clock: Clock) -> bool:
    """True when the text alone shows that the date is past, in every zone."""
    scalar = field.scalar
    return scalar is not None and clock.long_past(scalar.text[:10])


def _moment(article: Article, field: Field) -> datetime | None:
    value = field.value
    if not isinstance(value, Scalar):
        return None
    reading = article.generator.date(value, article.context.timezone)
    return reading.moment if reading is not None else None


def _hidden(article: Article, field: Field, fault: str, shows: bool | None) -> Iterator[Problem]:
    if shows or _is_draft(article) or not article.generator.goes_by_date(article):
        return
    text = field.scalar.text if field.scalar is not None else ""
    result = "so the page is not published now"
    if shows is None:
        result = f"but {article.generator.title or 'a site'} may show the page anyway"
    what = f"{field.key} {shorten(text)} {fault}, {result}"
    yield Problem(field.value.span, what, field.key, advice="check that this is intended")


RULE = Rule(
    code="DAT008",
    name="date-hidden",
    severity="info",
    preset="default",
    precision=Precision("very-high", note="asked of the real program"),
    check=check,
    options=Options,
    examples=(
        Example(
            note="Tomorrow, in another zone, with a comment",
            front="""\
title: Überschwemmung
date: '2026-02-01T00:30:00+05:30' # Mumbai
expiryDate: 2026-01-01
""",
            found=(
                (
                    "3:7-3:34",
                    (
                        "date `2026-02-01T00:30:00+05:30` is in the future, so the page is "
                        "not published now; check that this is intended"
                    ),
                ),
                (
                    "4:13-4:23",
                    (
                        "expiryDate `2026-01-01` has passed, so the page is not published "
                        "now; check that this is intended"
                    ),
                ),
            ),
            options={"expired": True},
        ),
        Example(
            note="A lastmod alone is the page's date",
            front="""\
title: A
lastmod: 2030-01-02
""",
            found=(
                (
                    "3:10-3:20",
                    (
                        "lastmod `2030-01-02` is in the future, so the page is not "
                        "published now; check that this is intended"
                    ),
                ),
            ),
        ),
        Example(
            note="The publishDate decides, not the date",
            front="""\
title: A
date: 2030-01-02
publishDate: 2026-01-31T11:59:59Z
lastmod: 2030-01-02
expiryDate: 2026-02-01
""",
        ),
        Example(
            note="Within the hours of grace",
            front="""\
title: A
date: 2026-01-31T13:30:00Z
""",
            options={"grace": 2},
        ),
        Example(
            note="A post of Jekyll",
            front="""\
title: 洪水
date: 2030-01-02
""",
            found=(
                (
                    "3:7-3:17",
                    (
                        "date `2030-01-02` is in the future, so the page is not published "
                        "now; check that this is intended"
                    ),
                ),
            ),
            target="jekyll",
            path="_posts/2030-01-02-a.md",
        ),
        Example(
            note="A post of Jekyll that has its date from its name",
            front="""\
title: 洪水
""",
            found=(
                (
                    "1:1-1:4",
                    (
                        "the date in the name of `2030-01-02-a.md` is in the future, so the page "
                        "is not published now; check that this is intended"
                    ),
                ),
            ),
            target="jekyll",
            path="_posts/2030-01-02-a.md",
        ),
        Example(
            note="A page of Jekyll is no post, and a draft is hidden anyway",
            front="""\
title: A
date: 2030-01-02
""",
            target="jekyll",
            path="about.md",
        ),
        Example(
            note="Hexo shows it",
            front="""\
title: A
date: 2030-01-02 10:00:00
""",
            target="hexo",
            path="source/_posts/a.md",
        ),
        Example(
            note="Zola shows it",
            before="""+++
title = "Flood"
date = 2030-01-02 # by mistake
+++
Body.
""",
            found=(
                (
                    "3:8-3:18",
                    (
                        "date `2030-01-02` is in the future, but Zola may show the page "
                        "anyway; check that this is intended"
                    ),
                ),
            ),
            target="zola",
            options={"shown": True},
        ),
        Example(
            note="A site of events that builds what lies ahead and what has passed",
            front="""\
title: A
date: 2030-01-02
expiryDate: 2026-01-01
""",
            site={"buildFuture": True, "buildExpired": True},
        ),
        Example(
            note="A site of Jekyll that builds what lies ahead",
            front="""\
title: A
date: 2030-01-02
""",
            target="jekyll",
            path="_posts/2030-01-02-a.md",
            site={"future": "true"},
        ),
        Example(
            note="It was set to expire, and did",
            front="""\
title: Ankündigung
date: 2025-12-31
expiryDate: 2026-01-15
""",
        ),
        Example(
            note="The first day of a far year stands for never",
            front="""\
title: قريبا
publishDate: 2030-01-01
lastmod: 2099-12-31T23:59:59Z
""",
        ),
        Example(
            note="The flag is a text, which is another mistake",
            front="""\
title: 신문
date: 2030-11-06 22:31:32
published: "false"
""",
            target="jekyll",
            path="_posts/2030-11-06-news.md",
        ),
        Example(
            note="A slip of the year, on New Year's Day",
            front="""\
title: С Новым годом
date: 2052-01-01T09:30:00+03:00
""",
            found=(
                (
                    "3:7-3:32",
                    (
                        "date `2052-01-01T09:30:00+03:00` is in the future, so the page is "
                        "not published now; check that this is intended"
                    ),
                ),
            ),
        ),
        Example(
            note="A draft is not meant to be seen",
            front="""\
title: A
date: 2030-01-02
draft: true
""",
        ),
    ),
)
