"""link-tracking (LNK004): the link carries parameters that only track its readers.

## What it does

Looks at the link, and at a source that is an address. Reports parameters such as `utm_source` and
`fbclid` on any host, and others on the hosts that are known to use them (`smid` on nytimes.com).
A parameter that may open an article which is closed without it (`shareToken` on thetimes.com) is
reported apart.

## Why it matters

Every reader is counted as a visitor of somebody's newsletter, and two links to one article differ.

## Fix

Removes exactly these parameters; order, encoding and everything else of the address stay. Those of
an address inside another (an archive's copy, `?q=https://…`) are not looked at. Safe; unsafe for a
parameter that may open an article, and beside a field that holds a digest or a part of the link.

## Options

- `add` (default none): further names; one that ends in `*` stands for all that start so.
- `keep` (default none): names that stay, in the same form.

## Source

The table `newslint/data/tracking.yaml`: on every host only names that at least two of the public
lists of ClearURLs, Brave, AdGuard and Firefox remove everywhere, and two that name a reader or a
share and nothing else (`pnespid`, ClearURLs/Rules#112; `sr_share`).
"""

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
from newslint.text.tracking import Names, names, of_host
from newslint.text.urls import cut_pairs, host_of

_Cut = tuple[str, tuple[str, ...]]
"""An address without what is unwanted, and the names of that."""


class Options(NamedTuple):
    """`add` and `keep`: names of parameters, a trailing `*` for all that start so."""

    add: tuple[str, ...] = ()
    keep: tuple[str, ...] = ()


_WHY = "the link may open only with the parameter"


def check(article: Article, options: Options) -> Iterator[Problem]:
    """Yield up to two problems for each link: what can go, and what might be a key."""
    for role in ("link", "source"):
        for field, scalar in article.scalars(role):
            if "=" in scalar.text:
                yield from _tracked(scalar, field.key, options)


def _tracked(scalar: Scalar, key: str, options: Options) -> Iterator[Problem]:
    host = host_of(scalar.text)
    if not host:
        return
    known = of_host(host)
    tracks = known.tracks | names(options.add) if options.add else known.tracks
    keep = names(options.keep)
    tracking = _cut(scalar.text, tracks, keep)
    yield from _found(scalar, key, "tracking parameter", tracking, safe=True)
    if known.unlocks:
        tokens = _cut(scalar.text, known.unlocks, keep)
        yield from _found(scalar, key, "paywall access token", tokens, safe=False)


def _cut(url: str, wanted: Names, keep: Names) -> _Cut:
    return cut_pairs(url, lambda name, _: name in wanted and name not in keep)


def _found(scalar: Scalar, key: str, noun: str, cut: _Cut, *, safe: bool) -> Iterator[Problem]:
    text, gone = cut
    if gone:
        fix = Fix(f"Remove {', '.join(gone)}", (SetScalar(scalar, text),), safe, why=_WHY)
        one = len(gone) == 1
        what = f"{key} contains {f'a {noun}' if one else f'{noun}s'}: {shorten(', '.join(gone))}"
        yield Problem(scalar.span, what, key, fix, advice="remove it" if one else "remove them")


RULE = Rule(
    code="LNK004",
    name="link-tracking",
    severity="warning",
    preset="default",
    precision=Precision("very-high", read=2, note="399 unseen sites; none wrong on 21 other sites"),
    fields=("link", "source"),
    check=check,
    suspects="=",
    options=Options,
    examples=(
        Example(
            note="a source that is the address of the article",
            front="""\
title: A
source: 'https://example.org/a?utm_source=grafana_news&utm_medium=rss'  # clipped
""",
            found=(
                (
                    "3:9-3:71",
                    ("source contains tracking parameters: `utm_source, utm_medium`; remove them"),
                ),
            ),
            front_after="""\
title: A
source: 'https://example.org/a'  # clipped
""",
        ),
        Example(
            note="campaign tags go, the rest keeps its bytes and its order",
            front="""\
title: A
link: "https://example.org/a?utm_source=rss&b=%7e2&utm_medium=feed&a=1#top" # from the feed
""",
            found=(
                (
                    "3:7-3:76",
                    "link contains tracking parameters: `utm_source, utm_medium`; remove them",
                ),
            ),
            front_after="""\
title: A
link: "https://example.org/a?b=%7e2&a=1#top" # from the feed
""",
        ),
        Example(
            note="the question mark goes with the last one; names known for one host",
            front="""\
title: A
link: https://www.nytimes.com/2026/01/01/world/a.html?smid=url-share
""",
            found=(("3:7-3:69", "link contains a tracking parameter: `smid`; remove it"),),
            front_after="""\
title: A
link: https://www.nytimes.com/2026/01/01/world/a.html
""",
        ),
        Example(
            note="the reader of a newsletter, and a share",
            front="""\
title: Köprü
link: https://example.com.tr/haber?id=5&pnespid=xK3_a&sr_share=facebook
""",
            found=(
                ("3:7-3:72", "link contains tracking parameters: `pnespid, sr_share`; remove them"),
            ),
            front_after="""\
title: Köprü
link: https://example.com.tr/haber?id=5
""",
        ),
        Example(
            note="in a fragment that holds nothing else",
            front="""\
title: Élections
link: 'https://www.lemonde.fr/à/a.html#xtor=RSS-3208'
""",
            found=(("3:7-3:54", "link contains a tracking parameter: `xtor`; remove it"),),
            front_after="""\
title: Élections
link: 'https://www.lemonde.fr/à/a.html'
""",
        ),
        Example(
            note="a key to a closed article is only offered",
            front="""\
title: A
link: https://www.thetimes.com/article/a?shareToken=5f
""",
            found=(("3:7-3:55", "link contains a paywall access token: `shareToken`; remove it"),),
            front_after="""\
title: A
link: https://www.thetimes.com/article/a
""",
            unsafe=True,
        ),
        Example(
            note="short names choose the content on other hosts",
            front="""\
title: A
link: https://example.org/a?source=agency&ref=main&s=1&t=2&id=utm_source
""",
        ),
        Example(
            note="the address inside another is not this one's business",
            front="""\
title: A
link: https://web.archive.org/web/2020/https://example.org/x?utm_source=rss
""",
        ),
        Example(
            note="a digest and a copy of the parameters would not fit any more",
            front="""\
title: A
link: https://example.org/x?utm_source=rss&id=5
hash: 00f0cb7f9d8b8a5c0f6b9ff5aa1b5a6e
query: utm_source=rss&id=5
""",
            found=(("3:7-3:48", "link contains a tracking parameter: `utm_source`; remove it"),),
            front_after="""\
title: A
link: https://example.org/x?id=5
hash: 00f0cb7f9d8b8a5c0f6b9ff5aa1b5a6e
query: utm_source=rss&id=5
""",
            unsafe=True,
        ),
        Example(
            note="names of one's own, and one that stays",
            front="""\
title: A
link: https://example.org/a?cmpid=1&xy_from=feed&utm_id=2
""",
            found=(
                ("3:7-3:58", "link contains tracking parameters: `xy_from, utm_id`; remove them"),
            ),
            front_after="""\
title: A
link: https://example.org/a?cmpid=1
""",
            options={"add": ["xy_*"], "keep": ["cmpid"]},
        ),
    ),
)
