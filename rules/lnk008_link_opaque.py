"""link-opaque (LNK008): the link is a short or coded address that hides where it leads.

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
from newslint.text.redirects import is_opaque


class Options(NamedTuple):
    """`table`: hosts, without `www.`."""

    table: tuple[str, ...] = ()


def check(article: Article, options: Options) -> Iterator[Problem]:
    """Yield one problem for each link that hides its target."""
    field = article.get("link")
    if field is None:
        return
    for scalar in field.scalars:
        if scalar.text and is_opaque(scalar.text, options.table):
            message = f"{field.key} {shorten(scalar.text)} hides where it leads"
            yield Problem(scalar.span, f"{message}: link the article itself", field.key)


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
                "3:7-3:28 link `https://bit.ly/3xyz` hides where it leads: link the article itself",
            ),
        ),
        Example(
            note="a publisher's own short links",
            front="""\
title: أ
link: https://nyti.ms/4#أ
""",
            found=(
                "3:7-3:26 link `https://nyti.ms/4#أ` hides where it leads: link the article itself",
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
