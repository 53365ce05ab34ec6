"""duplicate-url (SIT001): two articles are written to one URL, and one of them is lost.

## What it does

Reports each of several articles that the generator writes to the same URL: by their `url`, slug,
title or date, by the site's permalinks, or by names that differ in what the generator drops. Only
articles count of which it is certain that a page is built, and where: no drafts, nothing that lies
ahead or has expired, no other outputs, no parts of a bundle.

## Why it matters

Hugo writes one of the two pages, and which one may differ from build to build. It does not stop,
and says so only with `--printPathWarnings`.

## Fix

None: only the author knows which URL readers know. Give all but one another slug or `url`; where
both are the same article, delete one and keep the aliases of both.

## Options

None.

## Source

Measured with Hugo 0.168: https://gohugo.io/commands/hugo/ (`--printPathWarnings`).
"""

from __future__ import annotations

from newslint.rule import (
    Facts,
    Iterator,
    NoOptions,
    Precision,
    Published,
    Sequence,
    SiteExample,
    SiteProblem,
    SiteRule,
    named_others,
    shorten,
)


def across(facts: Sequence[Facts], options: NoOptions) -> Iterator[SiteProblem]:
    """Yield a problem for each article whose URL is that of another one."""
    by_url: dict[Published, list[Facts]] = {}
    for one in facts:
        if one.published is not None:
            by_url.setdefault(one.published._replace(above=-1), []).append(one)
    for published, several in by_url.items():
        if len(several) > 1:
            url = published.url.removesuffix("index.html")
            for one in several:
                yield _problem(one, [other for other in several if other is not one], url)


def _problem(one: Facts, others: list[Facts], url: str) -> SiteProblem:
    said = one.url
    return SiteProblem(
        at=one,
        place=said.place if said else one.head,
        what=f"URL {shorten(url)} is also that of {named_others(others)}",
        field=said.field if said else "",
        others=tuple((other, other.url.place if other.url else other.head) for other in others),
        advice="give one of them another slug, or delete it and keep the aliases of both",
    )


def _article(front: str) -> str:
    return f"---\n{front}---\nBody.\n"


_ADVICE = "give one of them another slug, or delete it and keep the aliases of both"

RULE = SiteRule(
    code="SIT001",
    name="duplicate-url",
    severity="error",
    preset="default",
    precision=Precision("very-high", note="asked of the real program"),
    examples=(),
    across=across,
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
