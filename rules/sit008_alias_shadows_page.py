"""alias-shadows-page (SIT008): an alias is the URL of another article.

## What it does

Reports aliases at which another article of the site has its page. Only articles count of which it
is certain that a page is built, and where. The page's own URL is for alias-invalid.

## Why it matters

One address cannot be both. Hugo writes most often the page over the redirect, and now and then the
redirect over the page, which is then lost.

## Fix

None: remove the alias, or give the other article another URL.

## Options

None.

## Source

Measured with Hugo 0.168 in 20 builds of 5 such aliases: 1 page in 100 was lost, and the other
aliases were. In one more build `--printPathWarnings` named none of them.
"""

from __future__ import annotations

from newslint.rule import (
    SHOWN_OTHERS,
    Facts,
    Iterator,
    NoOptions,
    Precision,
    Published,
    Said,
    Sequence,
    SiteExample,
    SiteProblem,
    SiteRule,
    named_others,
    shorten,
)

_ADVICE = "remove the alias, or give the other article another URL"


def shared(one: Facts, options: NoOptions) -> Iterator[str]:
    """Yield the place of the page, and those of its aliases."""
    if one.published is not None:
        host = one.published.host
        yield f"{host}\0{one.published.url}"
        yield from (f"{host}\0{alias.key}" for alias in one.aliases)


def across(facts: Sequence[Facts], options: NoOptions) -> Iterator[SiteProblem]:
    """Yield a problem for each alias that is the URL of another article."""
    pages = _by_place(facts)
    for one in facts:
        if one.published is not None and not one.lost:
            yield from _problems(one, one.published, pages)


def _problems(
    one: Facts, own: Published, pages: dict[tuple[str, str], list[Facts]]
) -> Iterator[SiteProblem]:
    for alias in one.aliases:
        place = own.host, alias.key
        if place in pages and own.place != place:
            yield _problem(one, alias, pages[place])


def _problem(one: Facts, alias: Said, there: list[Facts]) -> SiteProblem:
    return SiteProblem(
        at=one,
        place=alias.place,
        what=f"{alias.field} contains {shorten(alias.text)}, the URL of {named_others(there)}",
        field=alias.field,
        others=tuple((other, other.head) for other in there[:SHOWN_OTHERS]),
        advice=_ADVICE,
    )


def _by_place(facts: Sequence[Facts]) -> dict[tuple[str, str], list[Facts]]:
    """The pages that are built, by where they are written."""
    pages: dict[tuple[str, str], list[Facts]] = {}
    for one in facts:
        if one.published is not None and not one.lost:
            pages.setdefault(one.published.place, []).append(one)
    return pages


RULE = SiteRule(
    code="SIT008",
    name="alias-shadows-page",
    severity="error",
    preset="default",
    precision=Precision("very-high", note="asked of the real program"),
    examples=(),
    across=across,
    shared=shared,
    sites=(
        SiteExample(
            note="from the site's root, and beside the page",
            files={
                "content/news/a.md": "---\naliases:\n  - /news/b/ # old\n  - 'c'\n---\nBody.\n",
                "content/news/b.md": "---\ntitle: B\n---\nBody.\n",
                "content/news/c.md": "---\ntitle: C\n---\nBody.\n",
            },
            found=(
                (
                    "content/news/a.md",
                    "3:5-3:13",
                    f"aliases contains `/news/b/`, the URL of `content/news/b.md`; {_ADVICE}",
                ),
                (
                    "content/news/a.md",
                    "4:5-4:8",
                    f"aliases contains `c`, the URL of `content/news/c.md`; {_ADVICE}",
                ),
            ),
        ),
        SiteExample(
            note="a draft, its own URL, another language, a page of another name",
            site="[languages.en]\n[languages.de]\nweight = 2\n",
            files={
                "content/news/a.md": "---\naliases: [/news/a/, /news/b, /news/d, /B/]\n---\n.\n",
                "content/news/b.md": "---\ntitle: B\ndraft: true\n---\nBody.\n",
                "content/news/d.de.md": "---\ntitle: D\n---\nBody.\n",
                "content/b.md": "---\ntitle: B\n---\nBody.\n",
            },
        ),
    ),
)
