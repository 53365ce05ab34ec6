"""shared-description (SIT006): many articles have one description.

## What it does

Reports each article whose description or summary stands in so many articles that it describes none
of them. Spaces and case are set aside; drafts, lists of pages and pages that lead elsewhere do not
count, and languages and versions of a documentation are kept apart.

## Why it matters

Search engines and cards show the same text for every one of them. Most often it is that of the
whole site, or a placeholder that a script or an archetype left.

## Fix

None: only the author can say what the article is about. Where there is nothing to say, leave the
field out: most generators and search engines take the start of the article then.

## Options

- `count`: articles with one description from which on they are reported (default: 3).

## Source

Three sites: 392, 266 and 67 articles with one description.
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
    """`count`: articles with one description from which on they are reported."""

    count: int = 3  # type: ignore[assignment]  # no one counts in the options


_Described = tuple[Facts, Said]


def shared(one: Facts, options: Options) -> Iterator[str]:
    """Yield the texts, each once."""
    for key in dict.fromkeys(said.key for said in one.texts) if not one.draft else ():
        yield f"{one.language}\0{one.edition}\0{key}"


def across(facts: Sequence[Facts], options: Options) -> Iterator[SiteProblem]:
    """Yield a problem for each article whose description so many have."""
    groups: dict[tuple[str, str, str], list[_Described]] = {}
    for one in facts:
        texts = {said.key: said for said in reversed(one.texts)}  # a summary may be the description
        for said in texts.values() if not one.draft else ():
            key = (one.language, one.edition, said.key)
            groups.setdefault(key, []).append((one, said))
    for several in groups.values():
        for described in several if len(several) >= max(options.count, 2) else ():
            yield _problem(described, beside(described, several), len(several) - 1)


def _problem(described: _Described, first: list[_Described], number: int) -> SiteProblem:
    one, said = described
    names = named_others([other for other, _ in first], number)
    return SiteProblem(
        at=one,
        place=said.place,
        what=f"{said.field} {shorten(said.text)} is also that of {names}",
        field=said.field,
        others=tuple((other, text.place) for other, text in first),
        advice=_ADVICE,
    )


_ADVICE = "say what this article is about, or leave the field out"


def _article(front: str) -> str:
    return f"---\n{front}---\nBody.\n"


def _also(names: str) -> str:
    return f"description `News of kelp` is also that of {names}; {_ADVICE}"


RULE = SiteRule(
    code="SIT006",
    name="shared-description",
    severity="info",
    preset="news",
    precision=Precision("high", note="none on two sites of 1,000 articles"),
    examples=(),
    across=across,
    shared=shared,
    options=Options,
    sites=(
        SiteExample(
            note="three articles, in another case and over two lines",
            files={
                "content/news/a.md": _article("description: News of kelp\nsummary: News of kelp\n"),
                "content/news/b.md": _article("description: 'News of Kelp' # all\n"),
                "content/news/c.md": _article("summary: >\n  News of\n  kelp\n"),
            },
            found=(
                (
                    "content/news/a.md",
                    "2:14-2:26",
                    _also("`content/news/b.md`, `content/news/c.md`"),
                ),
                (
                    "content/news/b.md",
                    "2:14-2:28",
                    _also("`content/news/a.md`, `content/news/c.md`").replace("kelp", "Kelp", 1),
                ),
                (
                    "content/news/c.md",
                    "2:10-4:7",
                    _also("`content/news/a.md`, `content/news/b.md`").replace(
                        "description", "summary", 1
                    ),
                ),
            ),
        ),
        SiteExample(
            note="two of a series, a draft, a translation, a list of pages, code of a template",
            files={
                "content/news/a.md": _article("description: Two parts on kelp\n"),
                "content/news/b.md": _article("description: Two parts on kelp\n"),
                "content/news/c.md": _article("description: Two parts on kelp\ndraft: true\n"),
                "content/news/d.de.md": _article("description: Two parts on kelp\n"),
                "content/news/_index.md": _article("description: Two parts on kelp\n"),
                "content/news/e.md": _article("description: '{{ site.text }}'\n"),
                "content/news/f.md": _article("description: '{{ site.text }}'\n"),
                "content/news/g.md": _article("description: '{{ site.text }}'\n"),
                "content/news/h.md": _article("description: ''\n"),
                "content/news/i.md": _article("description: ' '\n"),
                "content/news/j.md": _article("description:\n"),
            },
        ),
        SiteExample(
            note="from two on",
            options={"count": 2},
            files={
                "content/news/a.md": _article("description: News of kelp\n"),
                "content/news/b.md": _article("description: News of kelp\n"),
            },
            found=(
                ("content/news/a.md", "2:14-2:26", _also("`content/news/b.md`")),
                ("content/news/b.md", "2:14-2:26", _also("`content/news/a.md`")),
            ),
        ),
    ),
)
