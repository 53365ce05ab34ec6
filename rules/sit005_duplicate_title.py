"""duplicate-title (SIT005): two articles of the site have the same title.

## What it does

Reports each of several articles whose title is the same once case, spaces, quotes, punctuation and
the encoding of accents are set aside: those whose dates lie near each other, and those without a
date in one folder. A title that comes back is meant: of articles whose dates lie further apart, or
that share it on three days or more, nothing is said. Nor is it of drafts, lists of pages and pages
that lead elsewhere, nor of placeholders, which title-placeholder reports, and languages and
versions of a documentation are kept apart. Where both link to the same article elsewhere,
duplicate-link speaks, and same-story where both link to another site.

## Why it matters

In lists, feeds and results of a search readers cannot tell the two apart, and often the two are
one article that was saved again under another name.

## Fix

None: give one of them another title; where both are the same article, delete one and keep the
aliases of both.

## Options

- `window`: days that may lie between the dates of the two (default: 31).
- `recurring`: report titles that come back, too: on any day, and in any folder (default: false, in
  strict true).
- `near`: report titles that are nearly the same within three days: that differ in one word
  (default: false, in strict true).
- `ratio`: how like two titles are of which `near` speaks, of 100 (default: 92).

## Source

Two sites of 700 and of 300 articles have one such pair each: two events, and a yearly award.
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
    days_apart,
    named_others,
    shorten,
)
from newslint.text.hosts import are_two_sites
from newslint.text.placeholders import is_placeholder
from newslint.text.same_title import likeness, near_keys


class Options(NamedTuple):
    """What counts as the same title, and where."""

    window: int = 31
    recurring: bool = False
    near: bool = False
    ratio: int = 92


_Titled = tuple[Facts, Said]
_NEAR_DAYS = 3
_SERIES = 3
"""Days on which a title stands from which on it is that of a series."""

_COMPARED = 40
"""Articles of one title, or of a few days, that are compared each with each."""

_ADVICE = "give one of them another title, or delete it and keep the aliases of both"


def shared(one: Facts, options: Options) -> Iterator[str]:
    """Yield the title, and what it has in common with titles that are nearly the same."""
    if one.title is None or one.draft or is_placeholder(one.title.text.strip()):
        return
    yield f"{one.language}\0{one.edition}\0{one.title.key}"
    for key in near_keys(one.title.key) if options.near and one.day is not None else ():
        yield f"near\0{one.language}\0{one.edition}\0{key}"


def across(facts: Sequence[Facts], options: Options) -> Iterator[SiteProblem]:
    """Yield a problem for each article whose title another one has, too."""
    groups: dict[tuple[str, str, str], list[_Titled]] = {}
    for one in facts:
        if one.title is not None and not one.draft and not is_placeholder(one.title.text.strip()):
            key = (one.language, one.edition, one.title.key)
            groups.setdefault(key, []).append((one, one.title))
    for several in groups.values():
        if len(several) > 1:
            yield from (_crowd if len(several) > _COMPARED else _same)(several, options)
    if options.near:
        yield from _near(groups, options.ratio)


def _same(several: list[_Titled], options: Options) -> Iterator[SiteProblem]:
    """Those of one title, each beside the others that are taken for the same article."""
    days = {one.day for one, _ in several if one.day is not None}
    most = options.window if len(days) < _SERIES else -1
    for titled in several:
        others = [
            other
            for other in several
            if _is_left(titled[0], other[0])
            and (options.recurring or _is_near(titled[0], other[0], most))
        ]
        if rivals := beside(titled, others):
            yield _problem(titled, rivals, len(others))


def _crowd(several: list[_Titled], options: Options) -> Iterator[SiteProblem]:
    """Those of a title that so many have: with dates it comes back, without it is a placeholder."""
    groups: dict[str, list[_Titled]] = {}
    for titled in several:
        if options.recurring or titled[0].day is None:
            groups.setdefault("" if options.recurring else titled[0].folder, []).append(titled)
    for group in groups.values():
        for titled in group if len(group) > 1 else ():
            yield _problem(titled, beside(titled, group), len(group) - 1)


def _is_near(one: Facts, other: Facts, most: int) -> bool:
    """True for two that stand side by side: in one folder, or on days not further apart."""
    if one is other:
        return False
    apart = days_apart(one, other)
    return one.folder == other.folder if apart is None else apart <= most


def _is_left(one: Facts, other: Facts) -> bool:
    """False for the article itself, and where both have a link, of which other rules speak: the
    same one, or to another site."""
    if one is other:
        return False
    if one.link is None or other.link is None:
        return True
    links = [said.key.partition("#")[0] for said in (one.link, other.link)]
    hosts = [link.partition("/")[0] for link in links]
    return links[0] != links[1] and not are_two_sites(*hosts)


def _near(groups: dict[tuple[str, str, str], list[_Titled]], ratio: int) -> Iterator[SiteProblem]:
    """Those whose titles are nearly the same, on days that lie near."""
    pairs: dict[str, dict[str, tuple[_Titled, _Titled]]] = {}
    for bucket in _buckets(groups):
        for titled, other in _near_pairs(bucket, ratio):
            pairs.setdefault(titled[0].path, {})[other[0].path] = (titled, other)
            pairs.setdefault(other[0].path, {})[titled[0].path] = (other, titled)
    for found in pairs.values():
        titled, other = next(iter(found.values()))
        what = (
            f"{titled[1].field} {shorten(titled[1].text)} is nearly that of "
            f"`{other[0].below}`, {shorten(other[1].text)}"
        )
        yield _problem(titled, [one for _, one in found.values()], len(found), what)


def _buckets(groups: dict[tuple[str, str, str], list[_Titled]]) -> list[list[_Titled]]:
    """Those with a date whose titles have a key in common, each time."""
    buckets: dict[tuple[str, str, str], list[_Titled]] = {}
    for (language, edition, title), several in groups.items():
        dated = [titled for titled in several if titled[0].day is not None]
        for key in near_keys(title) if dated else ():
            buckets.setdefault((language, edition, key), []).extend(dated)
    return list(buckets.values())


def _near_pairs(bucket: list[_Titled], ratio: int) -> Iterator[tuple[_Titled, _Titled]]:
    bucket = sorted(bucket, key=lambda titled: (titled[0].day or 0, titled[0].below))
    for at, titled in enumerate(bucket):
        for other in bucket[at + 1 : at + 1 + _COMPARED]:
            if _is_near(titled[0], other[0], _NEAR_DAYS) and _is_alike(titled, other, ratio):
                yield titled, other


def _is_alike(titled: _Titled, other: _Titled, ratio: int) -> bool:
    one, two = titled[1].key, other[1].key
    return one != two and _is_left(titled[0], other[0]) and likeness(one, two) >= ratio


def _problem(
    titled: _Titled, rivals: Sequence[_Titled], number: int, what: str = ""
) -> SiteProblem:
    one, title = titled
    names = named_others([other for other, _ in rivals], number)
    return SiteProblem(
        at=one,
        place=title.place,
        what=what or f"{title.field} {shorten(title.text)} is also that of {names}",
        field=title.field,
        others=tuple((other, said.place) for other, said in rivals),
        advice=_ADVICE,
    )


def _article(front: str) -> str:
    return f"---\n{front}---\nBody.\n"


RULE = SiteRule(
    code="SIT005",
    name="duplicate-title",
    severity="warning",
    preset="default",
    precision=Precision("very-high", read=2, note="2 reports on a site of 700 articles, right"),
    examples=(),
    across=across,
    shared=shared,
    options=Options,
    sites=(
        SiteExample(
            note="case, punctuation, quotes and the encoding of an accent are set aside",
            files={
                "content/news/a.md": _article(
                    'date: 2025-01-02\ntitle: "Kelp “prices” rise, again" # new\n'
                ),
                "content/news/b.md": _article(
                    "date: 2025-01-09\ntitle: 'Kelp Prices rise again!'\n"
                ),
                "content/news/c.md": _article("title: Algenöl\n"),
                "content/news/d/index.md": _article("title: Algeno\u0308l\n"),
            },
            found=(
                (
                    "content/news/a.md",
                    "3:8-3:35",
                    "title `Kelp “prices” rise, again` is also that of `content/news/b.md`; "
                    + _ADVICE,
                ),
                (
                    "content/news/b.md",
                    "3:8-3:33",
                    "title `Kelp Prices rise again!` is also that of `content/news/a.md`; "
                    + _ADVICE,
                ),
                (
                    "content/news/c.md",
                    "2:8-2:15",
                    "title `Algenöl` is also that of `content/news/d/index.md`; " + _ADVICE,
                ),
                (
                    "content/news/d/index.md",
                    "2:8-2:16",
                    "title `Algeno\u0308l` is also that of `content/news/c.md`; " + _ADVICE,
                ),
            ),
        ),
        SiteExample(
            note="a series, a title of another year, other folders, a number, an accent, a sign",
            files={
                "content/news/a.md": _article("date: 2025-01-03\ntitle: Weekly links\n"),
                "content/news/b.md": _article("date: 2025-01-10\ntitle: Weekly links\n"),
                "content/news/c.md": _article("date: 2025-01-17\ntitle: Weekly links\n"),
                "content/news/d.md": _article("date: 2024-01-01\ntitle: Happy new year\n"),
                "content/news/e.md": _article("date: 2025-01-01\ntitle: Happy new year\n"),
                "content/docs/x/f.md": _article("title: Overview\n"),
                "content/docs/y/g.md": _article("title: Overview\n"),
                "content/docs/x/h.md": _article("title: 'C#, part 1'\n"),
                "content/docs/x/u.md": _article("title: Untitled\n"),
                "content/docs/x/v.md": _article("title: untitled\n"),
                "content/docs/x/i.md": _article("title: C, part 1\n"),
                "content/docs/x/j.md": _article("title: 'C#, part 2'\n"),
                "content/docs/x/k.md": _article("title: El año\n"),
                "content/docs/x/l.md": _article("title: El ano\n"),
                "content/docs/x/m.md": _article("title: '???'\n"),
                "content/docs/x/n.md": _article("title: '!'\n"),
            },
        ),
        SiteExample(
            note="a draft, a translation, a version, a list of pages, a page that leads elsewhere",
            site="[languages.en]\n[languages.de]\nweight = 2\n",
            files={
                "content/news/a.md": _article("title: Kelp\n"),
                "content/news/b.md": _article("title: Kelp\ndraft: true\n"),
                "content/news/a.de.md": _article("title: Kelp\n"),
                "content/news/_index.md": _article("title: Kelp\n"),
                "content/news/c.md": _article("title: Kelp\nredirect_to: /news/a/\n"),
                "content/news/d.md": _article("title: Kelp\nlayout: redirect\n"),
                "content/news/e.md": _article("title: Kelp\nlang: nl\n"),
                "content/news/f/index.md": _article("title: Part\n"),
                "content/news/f/part.md": _article("title: Part\n"),
                "content/docs/v1.0/g.md": _article("date: 2025-01-02\ntitle: Kelp farms\n"),
                "content/docs/v1.1/g.md": _article("date: 2025-01-02\ntitle: Kelp farms\n"),
            },
        ),
        SiteExample(
            note="the same link, and links to two sites, of which other rules speak",
            files={
                "content/news/a.md": _article("title: Kelp\nlink: https://a.example/1\n"),
                "content/news/b.md": _article("title: Kelp\nlink: http://a.example/1\n"),
                "content/news/c.md": _article("title: Kelp\nlink: https://b.example/1\n"),
            },
        ),
        SiteExample(
            note="in strict: a series, and titles that differ in a word",
            options={"near": True, "recurring": True},
            files={
                "content/news/a.md": _article("date: 2024-01-01\ntitle: Happy new year\n"),
                "content/news/b.md": _article("date: 2025-01-01\ntitle: Happy new year\n"),
                "content/news/c.md": _article(
                    "date: 2025-02-01\ntitle: Kelp prices rise sharply in Norway\n"
                ),
                "content/news/d.md": _article(
                    "date: 2025-02-03\ntitle: Kelp price rise sharply in Norway\n"
                ),
                "content/news/e.md": _article(
                    "date: 2025-02-02\ntitle: Kelp prices rise sharply in Norway, part 2\n"
                ),
                "content/news/f.md": _article(
                    "date: 2025-02-02\ntitle: Kelp prices fall sharply in Norway\n"
                ),
            },
            found=(
                (
                    "content/news/a.md",
                    "3:8-3:22",
                    f"title `Happy new year` is also that of `content/news/b.md`; {_ADVICE}",
                ),
                (
                    "content/news/b.md",
                    "3:8-3:22",
                    f"title `Happy new year` is also that of `content/news/a.md`; {_ADVICE}",
                ),
                (
                    "content/news/c.md",
                    "3:8-3:42",
                    (
                        "title `Kelp prices rise sharply in Norway` is nearly that of "
                        f"`content/news/d.md`, `Kelp price rise sharply in Norway`; {_ADVICE}"
                    ),
                ),
                (
                    "content/news/d.md",
                    "3:8-3:41",
                    (
                        "title `Kelp price rise sharply in Norway` is nearly that of "
                        f"`content/news/c.md`, `Kelp prices rise sharply in Norway`; {_ADVICE}"
                    ),
                ),
            ),
        ),
    ),
)
