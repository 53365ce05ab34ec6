"""link-amp (LNK006): the link points to an AMP or Turbo copy of the article.

## What it does

Reports links into the caches of Google AMP and Yandex Turbo, and links to a publisher's own AMP
page: host `amp.`, `/amp` before or after an article in the path, parameter `amp`. A site or a page
of that name (`amp.com.au`, `/wiki/amp`) is right.

## Why it matters

Readers get a stripped copy, often on somebody else's host, and two links to one article differ.

## Fix

Writes the publisher's address that stands in the cache's: safe. Removes the marks of an AMP page:
unsafe, the page may have another address.

## Options

- `hosts` (default none): hosts whose addresses are left as they are.

## Source

Forms of the cache addresses: AMP documentation, "AMP Cache URL format"; addresses in feeds.
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
from newslint.text.redirects import out_of_cache, without_amp
from newslint.text.urls import host_of


class Options(NamedTuple):
    """`hosts`: left alone, with all hosts below them."""

    hosts: tuple[str, ...] = ()


_MARKS = ("/amp", "amp.", "?amp", "&amp", "=amp", ".ampproject.", "turbopages")


def check(article: Article, options: Options) -> Iterator[Problem]:
    """Yield one problem for each link to a copy."""
    for field, scalar in article.scalars("link"):
        lower = scalar.text.lower()
        if not any(mark in lower for mark in _MARKS):
            continue
        host = host_of(scalar.text)
        if not host or any(site in options.hosts for site in suffixes(host)):
            continue
        original = out_of_cache(scalar.text)
        text = original or without_amp(scalar.text)
        if text != scalar.text:
            kind = "Turbo" if "turbopages" in lower else "AMP"
            what = f"{field.key} points to the {kind} version of the article"
            fix = Fix(
                "Link to the article",
                (SetScalar(scalar, text),),
                safe=bool(original),
                why="the site may have no page at this address",
            )
            advice = f"link to {shorten(text)}"
            yield Problem(scalar.span, what, field.key, fix, advice=advice)


def suspects(scalar: Scalar, options: Options, context: Context) -> bool:
    """True for what may hold one of the marks."""
    lower = scalar.text.lower()
    return "amp" in lower or "turbopages" in lower


RULE = Rule(
    code="LNK006",
    name="link-amp",
    severity="warning",
    preset="default",
    precision=Precision("very-high", note="none wrong on 21 other sites"),
    fields=("link",),
    check=check,
    suspects=suspects,
    options=Options,
    examples=(
        Example(
            note="a copy in a cache names the article",
            front="""\
title: A
link: 'https://www.google.com/amp/s/example.org/a' # from the feed
""",
            found=(
                (
                    "3:7-3:51",
                    (
                        "link points to the AMP version of the article; link to "
                        "`https://example.org/a`"
                    ),
                ),
            ),
            front_after="""\
title: A
link: 'https://example.org/a' # from the feed
""",
        ),
        Example(
            note="a publisher's own AMP page",
            front="""\
title: समाचार
link: https://a.in/समाचार/amp/?b&amp=1
""",
            found=(
                (
                    "3:7-3:39",
                    (
                        "link points to the AMP version of the article; link to "
                        "`https://a.in/समाचार/?b`"
                    ),
                ),
            ),
            front_after="""\
title: समाचार
link: https://a.in/समाचार/?b
""",
            unsafe=True,
        ),
        Example(
            note="words with these letters, and the site of AMP itself",
            front="""\
title: A
link: https://amp.dev/camping/lamp?champ=amp&a=1
""",
        ),
        Example(
            note="a site of that name",
            front="""\
title: A
link: https://amp.com.au/news/a-year-of-growth
""",
        ),
        Example(
            note="a folder of that name",
            front="""\
title: A
link: https://www.example.org/amp/index.php
""",
        ),
        Example(
            note="a host that is left alone",
            front="""\
title: A
link: https://guitars.example.org/model-2/amp
""",
            options={"hosts": ["guitars.example.org"]},
        ),
    ),
)
