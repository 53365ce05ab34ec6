"""source-link-mismatch (SRC002): the source and the link are of different sites.

## What it does

Reports a source that is an address or a host when the link points to another site: their
registrable domains differ, also after the domains of one house are taken as one (bbci.co.uk and
bbc.com). Services that serve or list the articles of others may be the source of any link.

## Why it matters

One of the two is wrong, and readers are told that the article is somebody else's.

## Fix

None: only whoever wrote the article knows which of the two is right.

## Options

- `aliases` (default none): registrable domain -> the site whose house it is of.

## Source

Public suffix list (the copy in the package publicsuffixlist, no network); the table
`newslint/data/feeds.yaml`.
"""

from collections.abc import Mapping

from newslint.rule import Article, Example, Iterator, NamedTuple, Precision, Problem, Rule, shorten
from newslint.text.hosts import (
    address_host,
    is_aggregator,
    is_proxy,
    same_site,
    without_www,
)
from newslint.text.redirects import is_opaque
from newslint.text.urls import host_of


class Options(NamedTuple):
    """`aliases`: domain -> site, both without `www.`."""

    aliases: Mapping[str, str] = {}


def check(article: Article, options: Options) -> Iterator[Problem]:
    """Yield one problem for each source that is not the site of the link."""
    source, link = article.get("source"), article.get("link")
    if source is None or link is None:
        return
    for scalar in source.scalars:
        host = address_host(scalar.text.strip())
        if not host:
            continue
        for target in link.scalars:
            leads_to = "" if is_opaque(target.text) else host_of(target.text.strip())
            if leads_to and _differ(host, leads_to, options.aliases):
                place = f"the site that {link.key} points to ({shorten(leads_to)})"
                what = f"{source.key} {shorten(host)} is not {place}"
                advice = "correct one of them"
                yield Problem(scalar.span, what, source.key, advice=advice, beside="link")


def _differ(host: str, target: str, aliases: Mapping[str, str]) -> bool:
    if without_www(host) == without_www(target):
        return False
    if is_proxy(host) or is_aggregator(host) or is_proxy(target):
        return False
    return not same_site(host, target, aliases)


RULE = Rule(
    code="SRC002",
    name="source-link-mismatch",
    severity="warning",
    preset="news",
    precision=Precision("high", note="not met on 33 unseen sites"),
    fields=("source",),
    check=check,
    options=Options,
    examples=(
        Example(
            note="two publishers",
            front="""\
title: A
link: https://example.org/a
source: 'https://rss.other.nz/feed' # from the feed
""",
            found=(
                (
                    "4:9-4:36",
                    (
                        "source `rss.other.nz` is not the site that link points to "
                        "(`example.org`); correct one of them"
                    ),
                ),
            ),
        ),
        Example(
            note="below one public suffix the label before it counts",
            front="""\
title: A
link: https://a.one.co.uk/a
source: two.co.uk
""",
            found=(
                (
                    "4:9-4:18",
                    (
                        "source `two.co.uk` is not the site that link points to "
                        "(`a.one.co.uk`); correct one of them"
                    ),
                ),
            ),
        ),
        Example(
            note="the feed host of one house",
            front="""\
title: A
link: https://www.bbc.com/news/articles/a
source: http://feeds.bbci.co.uk/news/rss.xml
""",
        ),
        Example(
            note="names are not compared, and services list the articles of others",
            front="""\
title: A
link: https://example.org/новости
source: [Node.js, РИА Новости, news.ycombinator.com, https://feeds.feedburner.com/x]
""",
        ),
        Example(
            note="a house of one's own",
            front="""\
title: A
link: https://example.org/a
source: feeds.example-cdn.net
""",
            options={"aliases": {"example-cdn.net": "example.org"}},
        ),
    ),
)
