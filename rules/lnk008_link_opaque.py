"""link-opaque (LNK008): the link is a short or coded URL that hides its target.

## What it does

Reports links of shorteners (`bit.ly`), of feed services (`feedproxy.google.com/~r/…`) and of Google
News, whose target only the network knows.

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

from newslint.rule import Article, Example, Iterator, NamedTuple, Problem, Rule, shorten
from newslint.text.hosts import is_aggregator, is_proxy
from newslint.text.redirects import is_opaque
from newslint.text.urls import host_of


class Options(NamedTuple):
    """`table`: hosts, without `www.`."""

    table: tuple[str, ...] = ()


def check(article: Article, options: Options) -> Iterator[Problem]:
    """Yield one problem for each link that hides its target."""
    for field, scalar in article.scalars("link"):
        if scalar.text and is_opaque(scalar.text, options.table):
            what = f"{field.key} {shorten(scalar.text)} {_way(host_of(scalar.text))}"
            yield Problem(scalar.span, what, field.key, advice="link to the article directly")


def _way(host: str) -> str:
    """How such a link hides its target, in words."""
    if is_proxy(host):
        return "goes through a feed service"
    return "goes through an aggregator" if is_aggregator(host) else "uses a URL shortener"


RULE = Rule(
    code="LNK008",
    name="link-opaque",
    severity="warning",
    presets=("default", "news"),
    fields=("link",),
    check=check,
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
            note="an article about one, and the service's own page",
            front="""\
title: A
link: [https://example.org/bit.ly/3xyz, https://bit.ly/, https://notbit.ly/a]
""",
        ),
    ),
)
