"""link-opaque (LNK008): the link is a short or coded URL that hides its target.

## What it does

Reports links of shorteners (`bit.ly`), of feed services (`feedproxy.google.com/~r/…`, `/~r/` on any
host), of a publisher's own host for feeds (`feeds.dzone.com/link/…`) and of Google News, whose
target only the network knows.

## Why it matters

Readers cannot see where they go, the same article cannot be recognised, and such services close:
the links of several are dead.

## Fix

None: the target is not in the address.

## Options

- `table` (default none): further hosts whose addresses hide their target.

## Source

The table `newslint/data/redirects.yaml`, part `opaque`.
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
    shorten,
)
from newslint.text.hosts import is_aggregator, is_proxy
from newslint.text.redirects import is_opaque, leads_through_feed
from newslint.text.urls import host_of


class Options(NamedTuple):
    """`table`: hosts, without `www.`."""

    table: tuple[str, ...] = ()


def check(article: Article, options: Options) -> Iterator[Problem]:
    """Yield one problem for each link that hides its target."""
    for field, scalar in article.scalars("link"):
        if scalar.text and is_opaque(scalar.text, options.table):
            what = f"{field.key} {shorten(scalar.text)} {_way(scalar.text)}"
            yield Problem(scalar.span, what, field.key, advice="link to the article directly")


def suspects(scalar: Scalar, options: Options, context: Context) -> bool:
    """True for a host that hides where it leads."""
    return is_opaque(scalar.text, options.table)


def _way(text: str) -> str:
    """How such a link hides its target, in words."""
    host = host_of(text)
    if is_proxy(host) or leads_through_feed(text):
        return "goes through a feed service"
    return "goes through an aggregator" if is_aggregator(host) else "uses a URL shortener"


RULE = Rule(
    code="LNK008",
    name="link-opaque",
    severity="warning",
    preset="default",
    precision=Precision("very-high", read=3, note="399 unseen sites"),
    fields=("link",),
    check=check,
    suspects=suspects,
    options=Options,
    examples=(
        Example(
            note="a short link",
            front="""\
title: A
link: 'https://bit.ly/3xyz' # from the feed
""",
            found=(
                (
                    "3:7-3:28",
                    "link `https://bit.ly/3xyz` uses a URL shortener; link to the article directly",
                ),
            ),
        ),
        Example(
            note="a publisher's own short links",
            front="""\
title: أ
link: https://nyti.ms/4#أ
""",
            found=(
                (
                    "3:7-3:26",
                    "link `https://nyti.ms/4#أ` uses a URL shortener; link to the article directly",
                ),
            ),
        ),
        Example(
            note="the redirectors of feeds",
            front="""\
title: 洪水
link: [https://feeds.example.org/link/1/2/洪水, http://rss.example.net/~r/world/~3/x/]
""",
            found=(
                (
                    "3:8-3:45",
                    (
                        "link `https://feeds.example.org/link/1/2/洪水` goes through a feed "
                        "service; link to the article directly"
                    ),
                ),
                (
                    "3:47-3:84",
                    (
                        "link `http://rss.example.net/~r/world/~3/x/` goes through a feed service; "
                        "link to the article directly"
                    ),
                ),
            ),
        ),
        Example(
            note="a feed, and a page of a site about feeds",
            front="""\
title: A
link: [https://feeds.example.org/world/rss.xml, https://feeds.pub/about, https://a.org/feeds/x]
""",
        ),
        Example(
            note="an article about one, and the service's own page",
            front="""\
title: A
link: [https://example.org/bit.ly/3xyz, https://bit.ly/, https://notbit.ly/a]
""",
        ),
    ),
)
