"""link-redirector (LNK007): the link leads through a redirector that shows its target.

## What it does

Reports addresses such as `https://www.google.com/url?url=…` and `https://l.facebook.com/l.php?u=…`
whose target can be read in them.

## Why it matters

The redirector counts the readers, warns them or one day answers no more; the article's own address
is right there.

## Fix

Writes the target, when it is a whole http or https address. Safe; unsafe where the target is not
encoded, has a query and has more pairs after it: they may be its own.

## Options

- `table` (default none): further redirectors, host with path -> the parameter with the target.

## Source

The table `newslint/data/redirects.yaml`, made from addresses in feeds and alerts.
"""

from collections.abc import Mapping

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
from newslint.text.redirects import target
from newslint.text.urls import host_of, inner_goes_on


class Options(NamedTuple):
    """`table`: `host/path` -> name of a parameter."""

    table: Mapping[str, str] = {}


def check(article: Article, options: Options) -> Iterator[Problem]:
    """Yield one problem for each link through a redirector."""
    for field, scalar in article.scalars("link"):
        text = scalar.text
        if text.find("http", 4) < 0:
            continue
        found = target(text, options.table)
        if found:
            what = f"{field.key} goes through the redirector {shorten(host_of(text) or text)}"
            safe = not inner_goes_on(text)
            fix = Fix(
                "Link to the target",
                (SetScalar(scalar, found),),
                safe,
                why="where the address inside ends is not certain",
            )
            advice = f"link to {shorten(found)}"
            yield Problem(scalar.span, what, field.key, fix, advice=advice)


def suspects(scalar: Scalar, options: Options, context: Context) -> bool:
    """True for an address with another one inside."""
    return scalar.text.find("http", 4) >= 0


RULE = Rule(
    code="LNK007",
    name="link-redirector",
    severity="warning",
    preset="default",
    precision=Precision("very-high", note="none wrong on 21 other sites"),
    fields=("link",),
    check=check,
    suspects=suspects,
    options=Options,
    examples=(
        Example(
            note="an alert's link",
            front="""\
title: A
link: "https://www.google.com/url?rct=j&url=https://example.org/a%3Fb%3D1&ct=ga" # c
""",
            found=(
                (
                    "3:7-3:81",
                    (
                        "link goes through the redirector `www.google.com`; link to "
                        "`https://example.org/a?b=1`"
                    ),
                ),
            ),
            front_after="""\
title: A
link: "https://example.org/a?b=1" # c
""",
        ),
        Example(
            note="a whole percent-encoded address",
            front="""\
title: Öl
link: https://l.facebook.com/l.php?u=https%3A%2F%2Fexample.org%2F%C3%B6l&h=AT
""",
            found=(
                (
                    "3:7-3:78",
                    (
                        "link goes through the redirector `l.facebook.com`; link to "
                        "`https://example.org/öl`"
                    ),
                ),
            ),
            front_after="""\
title: Öl
link: https://example.org/öl
""",
        ),
        Example(
            note="a mail program's check of links",
            front="""\
title: 洪水
link: https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.org%2Fa&data=05
""",
            found=(
                (
                    "3:7-3:96",
                    (
                        "link goes through the redirector "
                        "`eur01.safelinks.protection.outlook.com`; link to `https://example.org/a`"
                    ),
                ),
            ),
            front_after="""\
title: 洪水
link: https://example.org/a
""",
        ),
        Example(
            note="an address in a parameter of an article is no target",
            front="""\
title: A
link: https://example.org/share?url=https://example.org/a
""",
        ),
        Example(
            note="a redirector of one's own",
            front="""\
title: A
link: https://go.example.org/out?to=https://example.net/a
""",
            found=(
                (
                    "3:7-3:58",
                    (
                        "link goes through the redirector `go.example.org`; link to "
                        "`https://example.net/a`"
                    ),
                ),
            ),
            front_after="""\
title: A
link: https://example.net/a
""",
            options={"table": {"go.example.org/out": "to"}},
        ),
    ),
)
