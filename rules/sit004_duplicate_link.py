"""duplicate-link (SIT004): two articles link to the same article elsewhere.

## What it does

Reports each of several articles whose `link` is the same once tracking parameters, the scheme,
`www.`, a slash at the end, AMP, the order of parameters, the encoding of letters and the fragment
are set aside. Two fragments that differ are two places. Drafts, and articles of different
languages, do not count beside each other, nor does a link to the first page of a site.

## Why it matters

Readers get the same story twice, as when two feeds carry it, or one feed changes its addresses.

## Fix

None: only the author knows which of the two to keep. Delete one, and keep the aliases of both.

## Options

- `window`: days that may lie between the dates of the two; 0 for any number (default: 0).

## Source

Of the articles of one news aggregator, 197 shared 81 titles: feeds that carry a story again.
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


class Options(NamedTuple):
    """`window`: days that may lie between the dates of two articles; 0: any number."""

    window: int = 0


_Linked = tuple[Facts, Said]

_COMPARED = 25
"""Articles with one link on either side of one with which it is compared, in the order of days."""


def shared(one: Facts, options: Options) -> Iterator[str]:
    """Yield the page to which the article links."""
    if one.link is not None and not one.draft:
        page = one.link.key.partition("#")[0]
        yield f"{one.language}\0{page}"


def across(facts: Sequence[Facts], options: Options) -> Iterator[SiteProblem]:
    """Yield a problem for each article whose link another one has, too."""
    groups: dict[tuple[str, str], list[_Linked]] = {}
    for one in facts:
        if one.link is not None and not one.draft:
            page = one.link.key.partition("#")[0]
            groups.setdefault((one.language, page), []).append((one, one.link))
    for several in groups.values():
        if len(several) > 1:
            yield from _problems(several, options.window)


def _problems(several: list[_Linked], window: int) -> Iterator[SiteProblem]:
    alike = window <= 0 and len({link.key for _, link in several}) == 1
    if not alike:
        several = sorted(several, key=lambda linked: linked[0].day or 0)
    for at, linked in enumerate(several):
        near = several[max(at - _COMPARED, 0) : at + 1 + _COMPARED]
        others = several if alike else [one for one in near if _is_rival(linked, one, window)]
        if first := beside(linked, others):
            yield _problem(linked, first, len(several) - 1 if alike else len(others))


def _problem(linked: _Linked, first: list[_Linked], number: int) -> SiteProblem:
    one, link = linked
    names = named_others([other for other, _ in first], number)
    return SiteProblem(
        at=one,
        place=link.place,
        what=f"{link.field} {shorten(link.text)} is also that of {names}",
        field=link.field,
        others=tuple((other, said.place) for other, said in first),
        advice="delete one of them and keep the aliases of both",
    )


def _is_rival(linked: _Linked, other: _Linked, window: int) -> bool:
    (one, link), (two, said) = linked, other
    return one is not two and _same_place(link, said) and _near(one, two, window)


def _same_place(one: Said, other: Said) -> bool:
    """False for two different fragments."""
    first, second = (said.key.partition("#")[2] for said in (one, other))
    return first == second or not (first and second)


def _near(one: Facts, other: Facts, window: int) -> bool:
    if window <= 0:
        return True
    return one.day is not None and other.day is not None and abs(one.day - other.day) <= window


def _article(front: str) -> str:
    return f"---\n{front}---\nBody.\n"


_ADVICE = "delete one of them and keep the aliases of both"
_TRACKED = "`https://www.example.org/kelp/?utm_source=x`"
_PLAIN = "`http://example.org/kelp#top`"

RULE = SiteRule(
    code="SIT004",
    name="duplicate-link",
    severity="warning",
    preset="default",
    precision=Precision("very-high", note="none on a site of 700 articles"),
    examples=(),
    across=across,
    shared=shared,
    options=Options,
    sites=(
        SiteExample(
            note="tracking, scheme, www, slash and fragment are set aside",
            files={
                "content/news/a.md": _article("link: https://www.example.org/kelp/?utm_source=x\n"),
                "content/news/b.md": _article("link: 'http://example.org/kelp#top' # again\n"),
                "content/news/c.md": _article("link: https://example.org/kelp?id=2\n"),
            },
            found=(
                (
                    "content/news/a.md",
                    "2:7-2:49",
                    f"link {_TRACKED} is also that of `content/news/b.md`; {_ADVICE}",
                ),
                (
                    "content/news/b.md",
                    "2:7-2:36",
                    f"link {_PLAIN} is also that of `content/news/a.md`; {_ADVICE}",
                ),
            ),
        ),
        SiteExample(
            note="letters that are encoded, the order of parameters, words that are marked",
            files={
                "content/news/a.md": _article("link: https://münchen.example/kälte?a=1&b=2\n"),
                "content/news/b.md": _article(
                    "link: https://xn--mnchen-3ya.example/k%c3%a4lte?b=2&a=1#:~:text=x\n"
                ),
                "content/news/c.md": _article("link: https://münchen.example/kälte?a=1&b=3\n"),
                "content/news/d.md": _article("link: https://münchen.example/k%2Fz\n"),
                "content/news/e.md": _article("link: https://münchen.example/k/z\n"),
            },
            found=(
                (
                    "content/news/a.md",
                    "2:7-2:44",
                    (
                        "link `https://münchen.example/kälte?a=1&b=2` is also that of "
                        f"`content/news/b.md`; {_ADVICE}"
                    ),
                ),
                (
                    "content/news/b.md",
                    "2:7-2:66",
                    (
                        "link `https://xn--mnchen-3ya.example/k%c3%a4lte?b=2&a=1#:~:text=x` is "
                        f"also that of `content/news/a.md`; {_ADVICE}"
                    ),
                ),
            ),
        ),
        SiteExample(
            note="days that lie too far apart, and one without a date",
            options={"window": 7},
            files={
                "content/news/a.md": _article("date: 2025-01-01\nlink: https://a.example/kelp\n"),
                "content/news/b.md": _article("date: 2025-02-01\nlink: https://a.example/kelp\n"),
                "content/news/c.md": _article("link: https://a.example/kelp\n"),
            },
        ),
        SiteExample(
            note="a draft, another language, other fragments, the first page of a site",
            files={
                "content/news/a.md": _article("link: https://a.example/kelp\n"),
                "content/news/b.md": _article("link: https://a.example/kelp\ndraft: true\n"),
                "content/news/a.de.md": _article("link: https://a.example/kelp\n"),
                "content/news/d.md": _article("link: https://b.example/\n"),
                "content/news/e.md": _article("link: https://b.example\n"),
                "content/news/f.md": _article("link: https://b.example/log#v1\n"),
                "content/news/g.md": _article("link: https://b.example/log#v2\n"),
            },
        ),
    ),
)
