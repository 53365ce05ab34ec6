"""term-url-collision (SIT002): two terms have one URL, and the page of one of them is lost.

## What it does

Reports the rarer of two terms of a taxonomy that the generator takes for two and writes to the same
URL, since it drops what differs: `R&D` and `RD`, `what?` and `what`. Of two that are as frequent,
both are reported. Only lists of terms in articles whose page is certainly built count.

## Why it matters

The pages of the two are written one over the other: the articles of one term are on no page.

## Fix

None: write one of the two as the other, or as a term with another URL.

## Options

None.

## Source

Measured with Hugo 0.168, which files a term under its text in lower case with hyphens for spaces,
and drops signs such as `&`, `!` and `?` from its URL.
"""

from __future__ import annotations

from newslint.rule import (
    SHOWN_OTHERS,
    Facts,
    Iterator,
    NamedTuple,
    NoOptions,
    Precision,
    Sequence,
    SiteExample,
    SiteProblem,
    SiteRule,
    Term,
    named_others,
    shorten,
)

_ADVICE = "write both as one term, or give one of them another name"


class _Use(NamedTuple):
    """A term in an article."""

    by: Facts
    term: Term


def shared(one: Facts, options: NoOptions) -> Iterator[tuple[str, str]]:
    """Yield the place of the page of each term, with the term."""
    for term in one.terms if one.published else ():
        language = one.published.language if one.published else ""
        yield f"{language}\0{term.taxonomy}\0{term.path}", term.filed


def across(facts: Sequence[Facts], options: NoOptions) -> Iterator[SiteProblem]:
    """Yield a problem for each article and term that shares its URL with a more frequent one."""
    urls: dict[tuple[str, str, str], dict[str, list[_Use]]] = {}
    for one in facts:
        seen = set()
        for term in one.terms if one.published and not one.lost else ():
            key = (one.published.language if one.published else "", term.taxonomy, term.path)
            if (key, term.filed) not in seen:
                urls.setdefault(key, {}).setdefault(term.filed, []).append(_Use(one, term))
            seen.add((key, term.filed))
    for by_term in urls.values():
        if len(by_term) > 1:
            yield from _problems(list(by_term.values()))


def _problems(terms: list[list[_Use]]) -> Iterator[SiteProblem]:
    most = max(map(len, terms))
    for uses in terms:
        others = [use for other in terms if other is not uses for use in other]
        if len(uses) == most and sum(len(other) == most for other in terms) == 1:
            continue
        names = named_others([use.by for use in others])
        places = tuple((use.by, use.term.said.place) for use in others[:SHOWN_OTHERS])
        rival = max((o for o in terms if o is not uses), key=len)[0].term.said
        for by, term in uses:
            yield SiteProblem(
                at=by,
                place=term.said.place,
                what=f"{term.said.field} {shorten(term.said.text)} has the URL of "
                f"{shorten(rival.text)} in {names}",
                field=term.said.field,
                others=places,
                advice=_ADVICE,
            )


def _article(tags: str) -> str:
    return f"---\ntags: [{tags}]\n---\nBody.\n"


RULE = SiteRule(
    code="SIT002",
    name="term-url-collision",
    severity="error",
    preset="default",
    precision=Precision("very-high", note="asked of the real program"),
    examples=(),
    across=across,
    shared=shared,
    sites=(
        SiteExample(
            note="a sign that is dropped: the rarer term is reported",
            files={
                "content/news/a.md": _article("R&D, kelp"),
                "content/news/b.md": _article("rd"),
                "content/news/c.md": _article("kelp, r&d"),
            },
            found=(
                (
                    "content/news/b.md",
                    "2:8-2:10",
                    "tags `rd` has the URL of `R&D` in `content/news/a.md`, `content/news/c.md`; "
                    + _ADVICE,
                ),
            ),
        ),
        SiteExample(
            note="one term in two forms, two taxonomies, letters that stay, a draft",
            files={
                "content/news/a.md": _article("New York, C, müller, a.b"),
                "content/news/b.md": _article("new-york, C++, muller, ab"),
                "content/news/c.md": "---\ncategories: [C!]\n---\nBody.\n",
                "content/news/d.md": "---\ntags: [C!]\ndraft: true\n---\nBody.\n",
            },
        ),
    ),
)
