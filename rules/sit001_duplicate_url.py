"""duplicate-url (SIT001): two articles are written to one URL, and one of them is lost.

## What it does

Reports each of several articles that the generator writes to the same URL: by their `url`, slug,
title or date, by the site's permalinks, or by names that differ in what the generator drops. Two
files may also stand for one page before URLs are made: `kelp.md` and `kelp/index.md` do, whatever
their slugs are, and then even a draft may take the place of an article. Else only articles count of
which it is certain that a page is built, and where: no drafts, nothing that lies ahead or has
expired, no other outputs, no parts of a bundle.

## Why it matters

One of the two pages is written over the other. Hugo does not stop, says so only with
`--printPathWarnings`, and which page is left may differ from build to build. Jekyll says so in a
warning; only its posts are compared.

## Fix

None: only the author knows which URL readers know. Give all but one another slug or `url`; where
both are the same article, delete one and keep the aliases of both.

## Options

None.

## Source

Measured with Hugo 0.168 (https://gohugo.io/commands/hugo/, `--printPathWarnings`) and with Jekyll
4.3, on made sites of 300 articles: each report loses a page.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from newslint.rule import (
    Facts,
    Iterator,
    NoOptions,
    Placed,
    Precision,
    Sequence,
    SiteExample,
    SiteProblem,
    SiteRule,
    beside,
    is_dropped,
    named_others,
    shorten,
)

_ADVICE = "give one of them another slug, or delete it and keep the aliases of both"
_MOVE = "give it another slug or `url`"
_COMPARED = 40
"""Files of one page with which each is compared; names hardly have so many forms."""

_RENAME = "rename one of them, or delete it and keep the aliases of both"


def shared(one: Facts, options: NoOptions) -> Iterator[str]:
    """Yield the URL and the place in the tree of pages."""
    if one.published is not None:
        yield "\0".join(("url", *one.published.place))
    if one.node is not None:
        yield f"node\0{one.node.key}"


def across(facts: Sequence[Facts], options: NoOptions) -> Iterator[SiteProblem]:
    """Yield a problem for each article whose URL, or whose place, is that of another one."""
    by_url: dict[tuple[str, str], list[Facts]] = {}
    by_node: dict[str, list[Facts]] = {}
    for one in facts:
        if one.published is not None:
            by_url.setdefault(one.published.place, []).append(one)
        if one.node is not None:
            by_node.setdefault(one.node.key, []).append(one)
    for several in _shared(map(_built, by_url.values())):
        for one in several:
            if not one.made:
                yield _same_url(one, beside(one, several), len(several) - 1)
    for several in _shared(by_node.values()):
        yield from _same_node(several)


def _built(several: list[Facts]) -> list[Facts]:
    """Those with one URL, without what may be lost anyway for a file with another URL."""
    if not any(one.lost for one in several):
        return several
    places = Counter(one.node.key for one in several if one.node)
    return [one for one in several if not one.lost or (one.node and places[one.node.key] > 1)]


def _shared(groups: Iterable[list[Facts]]) -> list[list[Facts]]:
    """The groups of more than one."""
    return [several for several in groups if len(several) > 1]


def _same_url(one: Facts, first: list[Facts], number: int) -> SiteProblem:
    said, published = one.url, one.published
    url = published.url.removesuffix("index.html") if published else ""
    return SiteProblem(
        at=one,
        place=said.place if said else one.head,
        what=f"URL {shorten(url)} is also that of {named_others(first, number)}",
        field=said.field if said else "",
        others=tuple((other, other.url.place if other.url else other.head) for other in first),
        advice=_MOVE if all(other.made for other in first) else _ADVICE,
    )


def _same_node(several: list[Facts]) -> Iterator[SiteProblem]:
    """Those that stand for one page, and have no URL in common by which they were found.

    What is not published counts where no third file can make it go first.
    """
    for one in several:
        if one.published is None:
            continue
        others = [
            other
            for other in several[:_COMPARED]
            if _takes_place(other, one) and (other.published or _stays(other, one, several))
        ]
        if others:
            yield _one_page(one, others)


def _stays(other: Facts, one: Facts, several: list[Facts]) -> bool:
    """True for a file that no third one drops which leaves this one alone."""
    mine, rival = _placed(one), _placed(other)
    thirds = (_placed(third) for third in several[:_COMPARED] if third not in (one, other))
    return all(is_dropped(mine, third) or not is_dropped(rival, third) for third in thirds)


def _placed(one: Facts) -> Placed:
    assert one.node is not None
    return Placed(one.below, one.node, _is_kept(one))


def _one_page(one: Facts, others: list[Facts]) -> SiteProblem:
    names = named_others(others)
    which = "one of them" if any(map(_is_kept, others)) else "neither"
    return SiteProblem(
        at=one,
        place=one.head,
        what=f"file stands for the same page as {names}, and {which} is built",
        others=tuple((other, other.head) for other in others),
        advice=_RENAME,
    )


def _is_kept(one: Facts) -> bool:
    return one.published is not None or (one.node is not None and one.node.elsewhere)


def _takes_place(other: Facts, one: Facts) -> bool:
    """True for another file with which one of the two is lost, or `one` is."""
    if other is one or one.published is None or one.node is None or other.node is None:
        return False
    if other.published is not None:
        return other.published.place != one.published.place
    return is_dropped(_placed(one), _placed(other))


def _article(front: str) -> str:
    return f"---\n{front}---\nBody.\n"


RULE = SiteRule(
    code="SIT001",
    name="duplicate-url",
    severity="error",
    preset="default",
    precision=Precision("very-high", note="asked of the real program"),
    examples=(),
    across=across,
    shared=shared,
    sites=(
        SiteExample(
            note="two slugs, and a draft that does not count",
            files={
                "content/news/a.md": _article('title: A\nslug: "kelp" # short\n'),
                "content/news/b.md": _article("title: B\nslug: Kelp\n"),
                "content/news/c.md": _article("title: C\nslug: kelp\ndraft: true\n"),
            },
            found=(
                (
                    "content/news/a.md",
                    "3:7-3:13",
                    f"URL `/news/kelp/` is also that of `content/news/b.md`; {_ADVICE}",
                ),
                (
                    "content/news/b.md",
                    "3:7-3:11",
                    f"URL `/news/kelp/` is also that of `content/news/a.md`; {_ADVICE}",
                ),
            ),
        ),
        SiteExample(
            note="a bundle and a page of its name",
            files={
                "content/news/kelp/index.md": _article("title: A\n"),
                "content/news/kelp.md": _article("title: B\n"),
            },
            found=(
                (
                    "content/news/kelp.md",
                    "1:1-1:4",
                    f"URL `/news/kelp/` is also that of `content/news/kelp/index.md`; {_ADVICE}",
                ),
                (
                    "content/news/kelp/index.md",
                    "1:1-1:4",
                    f"URL `/news/kelp/` is also that of `content/news/kelp.md`; {_ADVICE}",
                ),
            ),
        ),
        SiteExample(
            note="one place, two slugs; and a draft that takes the place of an article",
            files={
                "content/news/kelp/index.md": _article("title: A\nslug: algae\n"),
                "content/news/Kelp.md": _article("title: B\nslug: seaweed\n"),
                "content/news/tide.md": _article("title: C\n"),
                "content/news/tide/index.md": _article("title: D\ndraft: true\n"),
                "content/news/crab.md": _article("title: E\n"),
                "content/news/crab.en.md": _article("title: F\ndraft: true\n"),
            },
            found=(
                (
                    "content/news/Kelp.md",
                    "1:1-1:4",
                    (
                        "file stands for the same page as `content/news/kelp/index.md`, and one of "
                        f"them is built; {_RENAME}"
                    ),
                ),
                (
                    "content/news/crab.md",
                    "1:1-1:4",
                    (
                        "file stands for the same page as `content/news/crab.en.md`, "
                        f"and neither is built; {_RENAME}"
                    ),
                ),
                (
                    "content/news/kelp/index.md",
                    "1:1-1:4",
                    (
                        "file stands for the same page as `content/news/Kelp.md`, "
                        f"and one of them is built; {_RENAME}"
                    ),
                ),
                (
                    "content/news/tide.md",
                    "1:1-1:4",
                    (
                        "file stands for the same page as `content/news/tide/index.md`, "
                        f"and neither is built; {_RENAME}"
                    ),
                ),
            ),
        ),
        SiteExample(
            note="a draft whose place counts after that of the article",
            files={
                "content/news/a.en.md": _article("title: A\n"),
                "content/news/a.md": _article("title: B\ndraft: true\n"),
                "content/news/b/index.md": _article("title: C\n"),
                "content/news/b/_index.md": _article("title: D\ndraft: true\n"),
            },
        ),
        SiteExample(
            note="lists of no file, of which there is none where a file stands in their place",
            files={
                "layouts/all.html": "{{ .Title }}\n",
                "content/news/a.md": _article("title: A\ntags: [kelp]\n"),
                "content/blog/_index.md": _article("title: Blog\n"),
                "content/news/b.md": _article("title: B\nurl: /tags/kelp/ # a list\n"),
                "content/news/c.md": _article("title: C\nurl: /tags/tide/\n"),
                "content/d.md": _article("title: D\nslug: news\n"),
                "content/categories.md": _article("title: E\n"),
                "content/news/f.md": _article("title: F\nurl: /blog/index.xml\n"),
            },
            found=(
                (
                    "content/d.md",
                    "3:7-3:11",
                    f"URL `/news/` is also that of the section news; {_MOVE}",
                ),
                (
                    "content/news/b.md",
                    "3:6-3:17",
                    f"URL `/tags/kelp/` is also that of the list of kelp in tags; {_MOVE}",
                ),
                (
                    "content/news/f.md",
                    "3:6-3:21",
                    (
                        "URL `/blog/index.xml` is also that of another output of "
                        f"`content/blog/_index.md`; {_MOVE}"
                    ),
                ),
            ),
        ),
        SiteExample(
            note="lists that are not made: no layout, or the site wants none",
            site='disableKinds = ["taxonomy", "term"]\n',
            files={
                "content/news/a.md": _article("title: A\ntags: [kelp]\n"),
                "content/news/b.md": _article("title: B\nurl: /tags/\n"),
                "content/news/c.md": _article("title: C\nurl: /tags/kelp/\n"),
                "content/d.md": _article("title: D\nslug: news\n"),
            },
        ),
        SiteExample(
            note="two posts, and those that are not built",
            site="permalink: /:categories/:title/\ntimezone: UTC\n",
            site_file="_config.yml",
            files={
                "_posts/2025-01-02-kelp.md": _article("title: A\ncategories: news\n"),
                "news/_posts/2025-03-04-kelp.markdown": _article("title: B\n"),
                "_posts/2025-01-03-kelp.md": _article("title: C\n"),
                "_posts/2025-01-05-kelp.md": _article("title: D\npublished: false\n"),
                "_posts/2027-01-05-kelp.md": _article("title: E\n"),
                "_posts/2025-01-06-kelp.md": _article("title: F\nlang: de\n"),
                "_drafts/2025-01-06-kelp.md": _article("title: G\n"),
            },
            found=(
                (
                    "_posts/2025-01-02-kelp.md",
                    "1:1-1:4",
                    "URL `/news/kelp/` is also that of `news/_posts/2025-03-04-kelp.markdown`; "
                    + _ADVICE,
                ),
                (
                    "news/_posts/2025-03-04-kelp.markdown",
                    "1:1-1:4",
                    f"URL `/news/kelp/` is also that of `_posts/2025-01-02-kelp.md`; {_ADVICE}",
                ),
            ),
        ),
        SiteExample(
            note="one URL in two languages, which share a host",
            site="[languages.en]\n[languages.de]\nweight = 2\n",
            files={
                "content/news/a.md": _article("title: A\nurl: /kelp/\n"),
                "content/news/b.de.md": _article("title: B\nurl: /kelp/\n"),
            },
            found=(
                (
                    "content/news/a.md",
                    "3:6-3:12",
                    f"URL `/kelp/` is also that of `content/news/b.de.md`; {_ADVICE}",
                ),
                (
                    "content/news/b.de.md",
                    "3:6-3:12",
                    f"URL `/kelp/` is also that of `content/news/a.md`; {_ADVICE}",
                ),
            ),
        ),
        SiteExample(
            note="what has expired is built where the site says so",
            site="buildExpired = true\n",
            files={
                "content/news/a.md": _article("slug: kelp\nexpiryDate: 2020-01-01\n"),
                "content/news/b.md": _article("slug: kelp\n"),
            },
            found=(
                (
                    "content/news/a.md",
                    "2:7-2:11",
                    f"URL `/news/kelp/` is also that of `content/news/b.md`; {_ADVICE}",
                ),
                (
                    "content/news/b.md",
                    "2:7-2:11",
                    f"URL `/news/kelp/` is also that of `content/news/a.md`; {_ADVICE}",
                ),
            ),
        ),
        SiteExample(
            note="one URL at two hosts",
            site='[languages.en]\nbaseURL = "https://en.example.org/"\n'
            '[languages.de]\nweight = 2\nbaseURL = "https://de.example.org/"\n',
            files={
                "content/news/a.md": _article("title: A\nurl: /kelp/\n"),
                "content/news/b.de.md": _article("title: B\nurl: /kelp/\n"),
            },
        ),
        SiteExample(
            note="permalinks of the title",
            site='[permalinks]\nnews = "/:year/:title/"\n',
            files={
                "content/news/a.md": _article("title: 海藻 prices\ndate: 2025-01-02\n"),
                "content/news/b.md": _article("title: 海藻 Prices\ndate: 2025-03-04\n"),
                "content/news/c.md": _article("title: 海藻 prices\ndate: 2024-03-04\n"),
            },
            found=(
                (
                    "content/news/a.md",
                    "1:1-1:4",
                    f"URL `/2025/海藻-prices/` is also that of `content/news/b.md`; {_ADVICE}",
                ),
                (
                    "content/news/b.md",
                    "1:1-1:4",
                    f"URL `/2025/海藻-prices/` is also that of `content/news/a.md`; {_ADVICE}",
                ),
            ),
        ),
        SiteExample(
            note="none collides: languages, parts of a bundle, what lies ahead, other outputs",
            site="[languages.en]\n[languages.de]\nweight = 2\n",
            files={
                "content/news/a.md": _article("title: A\nslug: kelp\n"),
                "content/news/a.de.md": _article("title: A\nslug: kelp\n"),
                "content/news/x/index.md": _article("title: A\n"),
                "content/news/x/part.md": _article("title: A\nurl: /news/kelp/\n"),
                "content/news/d.md": _article("title: A\nslug: kelp\ndate: 2027-01-01\n"),
                "content/news/e.md": _article("title: A\nslug: kelp\nexpiryDate: 2020-01-01\n"),
                "content/news/f.md": _article("title: A\nslug: kelp\noutputs: [json]\n"),
            },
        ),
    ),
)
