"""same-story (SIT007): two articles link to the same story at two sites.

## What it does

Reports articles with the same title, on days that lie near each other, whose links lead to two
sites. Case, spaces, quotes, punctuation and the encoding of accents are set aside, and a name of a
site after the title (`… - Reuters`). Titles of a word or two, which two stories may have by chance,
do not count, nor do drafts and translations.

## Why it matters

A story of an agency that several publishers carry stands several times in the list.

## Fix

None: only the author knows which publisher readers are to see. Keep one, and keep the aliases of
both; or name the other links in it.

## Options

- `window`: days that may lie between the dates of the two (default: 3).

## Source

Of the articles of one news aggregator, 197 shared 81 titles.
"""

from __future__ import annotations

from newslint.rule import (
    Facts,
    Iterator,
    NamedTuple,
    Precision,
    Said,
    Sequence,
    SiteExample,
    SiteProblem,
    SiteRule,
    beside,
    named_others,
    shorten,
)
from newslint.text.hosts import are_two_sites
from newslint.text.same_title import same_title, says_enough, without_label


class Options(NamedTuple):
    """`window`: days that may lie between the dates of the two."""

    window: int = 3


class _Story(NamedTuple):
    """An article with the day and the host of what it links to."""

    by: Facts
    title: Said
    day: int
    host: str


_COMPARED = 40
"""Articles of one title on either side of one with which it is compared, in the order of days."""

_ADVICE = "keep one of them, with the aliases of both"


def shared(one: Facts, options: Options) -> Iterator[str]:
    """Yield the title of an article that links elsewhere."""
    if one.title is not None and one.link is not None and one.day is not None and not one.draft:
        yield f"{one.language}\0{one.edition}\0{same_title(without_label(one.title.text))}"


def across(facts: Sequence[Facts], options: Options) -> Iterator[SiteProblem]:
    """Yield a problem for each article whose story another one links to at another site."""
    groups: dict[tuple[str, str, str], list[_Story]] = {}
    for one in facts:
        if one.title is None or one.link is None or one.day is None or one.draft:
            continue
        key = same_title(without_label(one.title.text))
        host = one.link.key.partition("#")[0].partition("/")[0]
        story = _Story(one, one.title, one.day, host)
        groups.setdefault((one.language, one.edition, key), []).append(story)
    for (_, _, title), several in groups.items():
        if len(several) > 1 and says_enough(title):
            yield from _problems(sorted(several, key=lambda one: one.day), options.window)


def _problems(several: list[_Story], window: int) -> Iterator[SiteProblem]:
    for at, story in enumerate(several):
        near = several[max(at - _COMPARED, 0) : at + 1 + _COMPARED]
        others = [
            other
            for other in near
            if abs(other.day - story.day) <= window
            and other.host != story.host
            and are_two_sites(other.host, story.host)
        ]
        if first := beside(story, others):
            names = named_others([other.by for other in first], len(others))
            yield SiteProblem(
                at=story.by,
                place=story.title.place,
                what=f"{story.title.field} {shorten(story.title.text)} is also that of {names}, "
                f"which links to {first[0].host}",
                field=story.title.field,
                others=tuple((other.by, other.title.place) for other in first),
                advice=_ADVICE,
            )


def _article(title: str, day: str, link: str, more: str = "") -> str:
    return f"---\ntitle: {title}\ndate: {day}\nlink: {link}\n{more}---\nBody.\n"


_A, _B = "content/news/a.md", "content/news/b.md"

RULE = SiteRule(
    code="SIT007",
    name="same-story",
    severity="info",
    preset="news",
    precision=Precision("high", note="none on two sites of 1,000 articles"),
    examples=(),
    across=across,
    shared=shared,
    options=Options,
    sites=(
        SiteExample(
            note="two publishers, one of which names itself in the title",
            files={
                _A: _article(
                    "Kelp prices rise again in Norway", "2025-01-02", "https://a.example/1"
                ),
                _B: _article(
                    "'Kelp Prices Rise Again in Norway - Tide' # wire",
                    "2025-01-04",
                    "https://tide.example/kelp",
                ),
            },
            found=(
                (
                    _A,
                    "2:8-2:40",
                    (
                        f"title `Kelp prices rise again in Norway` is also that of `{_B}`, "
                        f"which links to tide.example; {_ADVICE}"
                    ),
                ),
                (
                    _B,
                    "2:8-2:49",
                    (
                        f"title `Kelp Prices Rise Again in Norway - Tide` is also that of `{_A}`, "
                        f"which links to a.example; {_ADVICE}"
                    ),
                ),
            ),
        ),
        SiteExample(
            note="one publisher, days far apart, a short title, a draft, a translation, no link",
            files={
                _A: _article(
                    "Kelp prices rise again in Norway", "2025-01-02", "https://a.example/1"
                ),
                _B: _article(
                    "Kelp prices rise again in Norway", "2025-01-02", "https://news.a.example/2"
                ),
                "content/news/c.md": _article(
                    "Kelp prices rise again in Norway", "2025-03-02", "https://b.example/3"
                ),
                "content/news/d.md": _article(
                    "Kelp prices rise again in Norway",
                    "2025-01-02",
                    "https://b.example/4",
                    "draft: true\n",
                ),
                "content/news/e.de.md": _article(
                    "Kelp prices rise again in Norway", "2025-01-02", "https://b.example/5"
                ),
                "content/news/f.md": _article("Live updates", "2025-01-02", "https://a.example/6"),
                "content/news/g.md": _article("Live updates", "2025-01-02", "https://b.example/7"),
                "content/news/h.md": "---\ntitle: Kelp prices rise again in Norway\n---\nBody.\n",
            },
        ),
    ),
)
