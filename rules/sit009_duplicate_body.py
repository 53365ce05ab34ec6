"""duplicate-body (SIT009): two articles have the same body.

## What it does

Reports each of several articles whose body is the same to the letter, but for spaces and line ends.
Bodies that say little (below 120 letters without tags, links and code of templates) do not count,
nor do drafts, lists of pages and pages that lead elsewhere; languages and versions of a
documentation are kept apart. Of a body that more than five articles have, nothing is said: it is a
template. Nor is it where dates differ, unless just two articles have the body under two titles: an
event that comes back is announced in the same words. Where the titles agree as well,
duplicate-title speaks.

## Why it matters

A title that is edited in a CMS leaves the article under its old name, too: readers find it twice,
and of the next correction one of the two hears nothing.

## Fix

None: only the author knows which of the two is meant. Delete the other one and keep the aliases of
both, which would be lost with it; where both are wanted, name one as canonical.

## Options

None.

## Source

Two sites of 1,000 articles have none.
"""

from __future__ import annotations

from newslint.rule import (
    Facts,
    Iterator,
    NoOptions,
    Precision,
    Sequence,
    SiteExample,
    SiteProblem,
    SiteRule,
    beside,
    days_apart,
    named_others,
)

_MOST = 5
"""Articles with one body above which it is a template."""

_ADVICE = "delete one of them and keep the aliases of both, or name one as canonical"


def shared(one: Facts, options: NoOptions) -> Iterator[str]:
    """Yield the body."""
    if one.body and not one.draft:
        yield f"{one.language}\0{one.edition}\0{one.body}"


def across(facts: Sequence[Facts], options: NoOptions) -> Iterator[SiteProblem]:
    """Yield a problem for each article whose body another one has, too."""
    groups: dict[tuple[str, str, str], list[Facts]] = {}
    for one in facts:
        if one.body and not one.draft:
            groups.setdefault((one.language, one.edition, one.body), []).append(one)
    for several in groups.values():
        if 1 < len(several) <= _MOST:
            yield from _same(several)


def _same(several: list[Facts]) -> Iterator[SiteProblem]:
    """Those of one body, each beside the others that are taken for the same article."""
    for one in several:
        others = [other for other in several if _is_copy(one, other, len(several))]
        if first := beside(one, others):
            yield SiteProblem(
                at=one,
                place=one.head,
                what=f"body is also that of {named_others(first, len(others))}",
                others=tuple((other, other.head) for other in first),
                advice=_ADVICE,
            )


def _is_copy(one: Facts, other: Facts, number: int) -> bool:
    """True for another article that is taken for the same one."""
    if one is other:
        return False
    apart = days_apart(one, other)
    titles = {said.key if said else "" for said in (one.title, other.title)}
    if len(titles) == 1 and titles != {""}:
        return apart is None and one.folder != other.folder
    return not apart or number == 2


_BODY = (
    "The price of kelp rose again in January, and farmers in the north say that they cannot keep "
    "up. A storm in November took half of the ropes. Buyers now look to the Faroe Islands, where "
    "the harvest begins in March, and to the coast of Maine.\n"
)
_HAI = (
    "一月份海藻价格再次上涨,北方养殖户表示供不应求。十一月的风暴摧毁了一半的绳索。买家现在把目光投向"
    "三月开始收获的法罗群岛和缅因州海岸。专家认为,价格要到夏天才会回落。\n"
)


def _article(front: str, body: str = _BODY) -> str:
    return f"---\n{front}---\n{body}"


_A, _B = "content/news/a.md", "content/news/b.md"

RULE = SiteRule(
    code="SIT009",
    name="duplicate-body",
    severity="warning",
    preset="default",
    precision=Precision("very-high", note="none on two sites of 1,000 articles"),
    examples=(),
    across=across,
    shared=shared,
    sites=(
        SiteExample(
            note="an edited title, spaces at line ends, and Chinese",
            files={
                _A: _article("title: Kelp prices rise\nslug: old\naliases: [/x/]\n"),
                _B: _article("title: Kelp costs more\n", "\n" + _BODY.replace(". ", ".  \n")),
                "content/news/c.md": _article("date: 2025-01-02\ntitle: 海藻\n", _HAI),
                "content/news/d.md": _article("date: 2025-01-03\ntitle: 海藻价格\n", _HAI),
            },
            found=(
                (_A, "1:1-1:4", f"body is also that of `{_B}`; {_ADVICE}"),
                (_B, "1:1-1:4", f"body is also that of `{_A}`; {_ADVICE}"),
                (
                    "content/news/c.md",
                    "1:1-1:4",
                    f"body is also that of `content/news/d.md`; {_ADVICE}",
                ),
                (
                    "content/news/d.md",
                    "1:1-1:4",
                    f"body is also that of `content/news/c.md`; {_ADVICE}",
                ),
            ),
        ),
        SiteExample(
            note="an event that comes back, no body, one of code and links alone, a short one",
            files={
                _A: _article("date: 2025-01-02\ntitle: Kelp call\n"),
                _B: _article("date: 2025-02-02\ntitle: Kelp call\n"),
                "content/news/c.md": _article("date: 2025-03-02\ntitle: Kelp call in March\n"),
                "content/news/d.md": _article("title: D\n", ""),
                "content/news/e.md": _article("title: E\n", ""),
                "content/news/f.md": _article("title: F\n", "Coming soon.\n"),
                "content/news/g.md": _article("title: G\n", "Coming soon.\n"),
                "content/news/h.md": _article("title: H\n", '{{< list x="1" >}}\n' * 20),
                "content/news/i.md": _article("title: I\n", '{{< list x="1" >}}\n' * 20),
                "content/news/j.md": _article("title: J\n", '<iframe src="/x"></iframe>\n' * 20),
                "content/news/k.md": _article("title: K\n", '<iframe src="/x"></iframe>\n' * 20),
            },
        ),
        SiteExample(
            note="a draft, a translation, a version, a page that leads elsewhere, the same title",
            files={
                _A: _article("title: Kelp\n"),
                _B: _article("title: Kelp!\n"),
                "content/news/c.md": _article("title: Kelp prices\ndraft: true\n"),
                "content/news/a.de.md": _article("title: Seetang\n"),
                "content/docs/v1.0/d.md": _article("title: Kelp prices\n"),
                "content/news/e.md": _article("title: Kelp prices\nredirect_to: /news/a/\n"),
                "content/news/_index.md": _article("title: Kelp prices\n"),
            },
        ),
        SiteExample(
            note="a template that many articles have",
            files={f"content/news/{n}.md": _article(f"title: Kelp {n}\n") for n in range(6)},
        ),
    ),
)
