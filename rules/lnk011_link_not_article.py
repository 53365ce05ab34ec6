"""link-not-article (LNK011): the link points to a home page, a feed or the site itself.

## What it does

Reports a link without a path (a note where the article names neither source nor feed, as it may be
about that site), the address of a feed (OPML and sitemaps are none), and, where `own-host` is set,
a link to the site itself.

## Why it matters

The reader looks for the article and finds the day's front page, or a page of XML.

## Fix

None: only whoever wrote the article knows its address.

## Options

- `own-host` (default none): hosts of the site itself, without `www.`.

## Source

The table `newslint/data/feeds.yaml` for what a feed's address looks like.
"""

from newslint.rule import (
    Article,
    Context,
    Example,
    Iterator,
    NamedTuple,
    Precision,
    Problem,
    Rule,
    Scalar,
    Severity,
    shorten,
)
from newslint.text.hosts import is_feed_page, without_www
from newslint.text.urls import host_of, split


class Options(NamedTuple):
    """`own_host`: hosts of the site itself."""

    own_host: tuple[str, ...] = ()


_HOME = "a home page"


def check(article: Article, options: Options) -> Iterator[Problem]:
    """Yield one problem for each link that points to no article."""
    for field, scalar in article.scalars("link"):
        text = scalar.text
        if suspects(scalar, options, article.context):
            page = _other_page(text.strip(), options.own_host)
            if page:
                what = f"{field.key} {shorten(text)} points to {page}"
                severity: Severity | None = (
                    "info" if page == _HOME and not _is_news(article) else None
                )
                yield Problem(
                    scalar.span, what, field.key, severity=severity, advice="link to the article"
                )


def suspects(scalar: Scalar, options: Options, context: Context) -> bool:
    """False for most links to articles."""
    text = scalar.text.lower()
    return (
        bool(options.own_host)
        or text[9:].find("/", 0, -1) < 0
        or "feed" in text
        or "rss" in text
        or "xml" in text
        or "rdf" in text
        or "atom" in text
    )


def _is_news(article: Article) -> bool:
    """True for an article that names where it came from."""
    return any(not field.empty for field in article.pick(("source", "feed")))


def _other_page(text: str, own: tuple[str, ...]) -> str:
    """What an address points to when it is no article; "" when it may be one."""
    host, url = host_of(text), split(text)
    if not host:
        return ""
    if not url.path.strip("/") and not url.query and "/" not in (url.fragment or ""):
        return _HOME
    if is_feed_page(text):
        return "a feed"
    return "the site itself" if without_www(host) in own else ""


RULE = Rule(
    code="LNK011",
    name="link-not-article",
    severity="warning",
    preset="news",
    precision=Precision("high", note="not met on 33 unseen sites"),
    fields=("link",),
    check=check,
    suspects=suspects,
    options=Options,
    examples=(
        Example(
            note="the day's front page",
            front="""\
title: A
link: 'https://www.example.org/' # from the feed
""",
            found=(
                (
                    "3:7-3:33",
                    "link `https://www.example.org/` points to a home page; link to the article",
                ),
            ),
        ),
        Example(
            note="the front page of the article's source",
            front="""\
title: Δ
link: https://example.gr
source: Εφημερίδα
""",
            found=(
                (
                    "3:7-3:25",
                    "link `https://example.gr` points to a home page; link to the article",
                ),
            ),
        ),
        Example(
            note="a feed",
            front="""\
title: Δ
link: https://example.gr/νέα/feed/
""",
            found=(
                (
                    "3:7-3:35",
                    "link `https://example.gr/νέα/feed/` points to a feed; link to the article",
                ),
            ),
        ),
        Example(
            note="the site itself",
            front="""\
title: A
link: https://www.a.org/a
""",
            found=(
                (
                    "3:7-3:26",
                    "link `https://www.a.org/a` points to the site itself; link to the article",
                ),
            ),
            options={"own-host": ["a.org"]},
        ),
        Example(
            note="articles, also where the address is a query or a fragment",
            front="""\
title: A
link: [https://example.org/feeding, https://example.org/?p=5, "https://example.org/#/a/b",
  https://example.org/opml.xml, https://example.org/sitemap_news.xml, https://en.wiki.org/wiki/Atom]
""",
        ),
    ),
)
