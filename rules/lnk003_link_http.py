"""link-http (LNK003): the link is not encrypted.

## What it does

Reports a link that starts with `http:`.

## Why it matters

Readers are sent over an open line, and most sites answer with a redirect anyway.

## Fix

Writes `https:`. Unsafe: a few hosts answer on one of the two only. None for an address with a
port, a number for its host, or a name that is not of the public network (`localhost`, `.onion`).

## Options

- `hosts` (default none): hosts that are known to have no https; the hosts below them as well.

## Source

189 of 895 public feeds have addresses with `http:`.
"""

from newslint.rule import (
    Article,
    Context,
    Example,
    Fix,
    Iterator,
    NamedTuple,
    Precision,
    Problem,
    Rule,
    Scalar,
    SetScalar,
    shorten,
)
from newslint.text.hosts import suffixes
from newslint.text.urls import host_of, may_have_https


class Options(NamedTuple):
    """`hosts`: where `http:` is right."""

    hosts: tuple[str, ...] = ()


def check(article: Article, options: Options) -> Iterator[Problem]:
    """Yield one problem for each link with `http:`."""
    for field, scalar in article.scalars("link"):
        if scalar.text[:7].lower() != "http://" or not (host := host_of(scalar.text)):
            continue
        if not any(site in options.hosts for site in suffixes(host)):
            change = SetScalar(scalar, f"https{scalar.text[4:]}")
            fix = (
                Fix(
                    "Use https",
                    (change,),
                    safe=False,
                    why="whether the server answers on https is not known",
                )
                if may_have_https(scalar.text)
                else None
            )
            what = f"{field.key} {shorten(scalar.text)} uses http"
            yield Problem(scalar.span, what, field.key, fix, advice="use https")


def suspects(scalar: Scalar, options: Options, context: Context) -> bool:
    """False for most links."""
    return scalar.text[:7].lower() == "http://"


RULE = Rule(
    code="LNK003",
    name="link-http",
    severity="info",
    precision=Precision("medium", note="not met on 33 unseen sites"),
    fields=("link",),
    check=check,
    suspects=suspects,
    options=Options,
    examples=(
        Example(
            note="an open line",
            front="""\
title: А
link: "http://пример.рф/а" # from the feed
""",
            found=(("3:7-3:27", "link `http://пример.рф/а` uses http; use https"),),
            front_after="""\
title: А
link: "https://пример.рф/а" # from the feed
""",
            unsafe=True,
        ),
        Example(
            note="a host that has no other",
            front="""\
title: A
link: http://old.example.org/a
""",
            options={"hosts": ["example.org"]},
        ),
        Example(
            note="encrypted",
            front="""\
title: A
link: https://example.org/?u=http://a
""",
        ),
    ),
)
