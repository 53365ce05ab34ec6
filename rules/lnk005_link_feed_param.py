"""link-feed-param (LNK005): the link carries what the publisher's feed added to it.

## What it does

Reports parameters that a publisher's feed puts on its links and that are in no list of tracking
parameters: `partner=rss` on nytimes.com, `maca=en-rss-…` on dw.com. On other hosts it reports a
value that says so itself: `rss`, `rss-…`, `xx-rss-…`.

## Why it matters

The site counts every reader as one of the feed, and two links to one article differ.

## Fix

Removes exactly these parameters; order, encoding and everything else of the address stay. Safe for
a name that the table holds for the host, unsafe for one that only its value betrays.

## Options

- `table` (default none): host -> further names that its feed adds.

## Source

The table `newslint/data/tracking.yaml`, part `feeds`, made from links in real feeds.
"""

from collections.abc import Callable, Mapping

from newslint.rule import (
    Article,
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
from newslint.text.tracking import below, looks_like_feed_mark, of_host
from newslint.text.urls import cut_pairs, host_of


class Options(NamedTuple):
    """`table`: host without `www.` -> names of parameters."""

    table: Mapping[str, tuple[str, ...]] = {}


_WHY = "the server may need the parameter"


def check(article: Article, options: Options) -> Iterator[Problem]:
    """Yield up to two problems for each link: known marks, and what looks like one."""
    for field, scalar in article.scalars("link"):
        if "=" in scalar.text:
            yield from _marked(scalar, field.key, options)


def _marked(scalar: Scalar, key: str, options: Options) -> Iterator[Problem]:
    host = host_of(scalar.text)
    if not host:
        return
    known = of_host(host)
    marks = known.feeds | below(options.table, host) if options.table else known.feeds

    def likely(name: str, value: str) -> bool:
        settled = name in marks or name in known.tracks or name in known.unlocks
        return looks_like_feed_mark(name, value) and not settled

    if marks:
        noun = "feed-tracking parameter"
        yield from _found(scalar, key, noun, lambda name, _: name in marks, safe=True)
    if "rss" in scalar.text.lower():
        yield from _found(scalar, key, "likely feed-tracking parameter", likely, safe=False)


def _found(
    scalar: Scalar, key: str, noun: str, wanted: Callable[[str, str], bool], *, safe: bool
) -> Iterator[Problem]:
    text, gone = cut_pairs(scalar.text, wanted)
    if gone:
        fix = Fix(f"Remove {', '.join(gone)}", (SetScalar(scalar, text),), safe, why=_WHY)
        one = len(gone) == 1
        what = f"{key} contains {f'a {noun}' if one else f'{noun}s'}: {shorten(', '.join(gone))}"
        yield Problem(scalar.span, what, key, fix, advice="remove it" if one else "remove them")


RULE = Rule(
    code="LNK005",
    name="link-feed-param",
    severity="warning",
    preset="default",
    precision=Precision("very-high", note="none wrong on 21 other sites"),
    fields=("link",),
    check=check,
    suspects="=",
    options=Options,
    examples=(
        Example(
            note="the marks of a publisher's own feed",
            front="""\
title: A
link: 'https://www.nytimes.com/2026/a.html?partner=rss&emc=rss' # from the feed
""",
            found=(
                ("3:7-3:64", "link contains feed-tracking parameters: `partner, emc`; remove them"),
            ),
            front_after="""\
title: A
link: 'https://www.nytimes.com/2026/a.html' # from the feed
""",
        ),
        Example(
            note="on an unknown host only the value tells",
            front="""\
title: संसद
link: https://example.in/संसद?id=5&src=rss_home
""",
            found=(
                ("3:7-3:48", "link contains a likely feed-tracking parameter: `src`; remove it"),
            ),
            front_after="""\
title: संसद
link: https://example.in/संसद?id=5
""",
            unsafe=True,
        ),
        Example(
            note="a search for RSS, the address of a feed, and a name that tracks anyway",
            front="""\
title: A
link: https://example.org/a?q=rss&format=rss&partner=5&utm_source=rss
""",
        ),
        Example(
            note="a host of one's own",
            front="""\
title: A
link: https://news.example.org/a?from=feed&x=1
""",
            found=(("3:7-3:47", "link contains a feed-tracking parameter: `from`; remove it"),),
            front_after="""\
title: A
link: https://news.example.org/a?x=1
""",
            options={"table": {"example.org": ["from"]}},
        ),
    ),
)
