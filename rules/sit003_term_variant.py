"""term-variant (SIT003): a term is written in another way in more articles of the site.

## What it does

Reports a term that differs from a more frequent one of the same taxonomy in case, in its separators
(blank, hyphen, underscore) or in how its accents are encoded. The commonest form of the site is
meant; where two are as frequent, nothing is said. A word in capitals beside the same one in small
letters (`IT` and `it`) may be two words. Drafts do not count, and languages are kept apart.

## Why it matters

Readers find one subject under two names, each with a part of the articles.

## Fix

None: rename the term in all articles at once, since readers may have a link to its page.

## Options

None.

## Source

The terms of two real sites: 410 and 548 of them stood in several forms.
"""

from __future__ import annotations

from newslint.rule import (
    Facts,
    Iterator,
    NamedTuple,
    NoOptions,
    Precision,
    Said,
    Sequence,
    SiteExample,
    SiteProblem,
    SiteRule,
    shorten,
)
from newslint.text.same_term import is_acronym_of, same_to_the_eye


class _Use(NamedTuple):
    """A term in an article."""

    by: Facts
    said: Said


def across(facts: Sequence[Facts], options: NoOptions) -> Iterator[SiteProblem]:
    """Yield a problem for each use of a form that is rarer than another one of the term."""
    terms: dict[tuple[str, str, str], dict[str, list[_Use]]] = {}
    for one in facts:
        for said in one.written if not one.draft else ():
            key = (one.language, said.field.lower(), said.key)
            terms.setdefault(key, {}).setdefault(said.text.strip(), []).append(_Use(one, said))
    for forms in terms.values():
        if len(forms) > 1:
            yield from _problems(forms)


def _problems(forms: dict[str, list[_Use]]) -> Iterator[SiteProblem]:
    counts = {form: len({use.by.path for use in uses}) for form, uses in forms.items()}
    best = max(counts, key=lambda form: counts[form])
    if sum(count == counts[best] for count in counts.values()) > 1:
        return
    there = {use.by.path for use in forms[best]}  # both forms in one article: tag-duplicate
    for form, uses in forms.items():
        if form != best and not is_acronym_of(form, best):
            for use in uses:
                if use.by.path not in there:
                    yield _problem(use, best, forms[best])


def _problem(use: _Use, best: str, those: list[_Use]) -> SiteProblem:
    said = use.said
    number = f"in {len({one.by.path for one in those})} articles"
    how = f"written {shorten(best)}{_accents(said.text, best)} {number}"
    return SiteProblem(
        at=use.by,
        place=said.place,
        what=f"{said.field} contains {shorten(said.text)}, {how}",
        field=said.field,
        others=tuple((one.by, one.said.place) for one in those),
        advice=f"write {shorten(best)}",
    )


def _accents(text: str, best: str) -> str:
    """What differs where nobody sees it."""
    if not same_to_the_eye(text, best):
        return ""
    return f" with its accents in {'one character' if len(best) < len(text) else 'two characters'}"


def _article(tags: str) -> str:
    return f"---\ntags: [{tags}]\n---\nBody.\n"


_KELP = "`kelp-farming`"

RULE = SiteRule(
    code="SIT003",
    name="term-variant",
    severity="warning",
    preset="default",
    precision=Precision("very-high", read=3, note="3 reports on a site of 700 articles, right"),
    examples=(),
    across=across,
    sites=(
        SiteExample(
            note="separators, case, and an accent in two characters",
            files={
                "content/news/a.md": _article("kelp-farming, Übersee"),
                "content/news/b.md": _article("kelp-farming, Übersee"),
                "content/news/c.md": _article("'Kelp farming', U\u0308bersee"),
            },
            found=(
                (
                    "content/news/c.md",
                    "2:8-2:22",
                    f"tags contains `Kelp farming`, written {_KELP} in 2 articles; write {_KELP}",
                ),
                (
                    "content/news/c.md",
                    "2:24-2:32",
                    (
                        "tags contains `U\u0308bersee`, written `Übersee` with its accents in one "
                        "character in 2 articles; write `Übersee`"
                    ),
                ),
            ),
        ),
        SiteExample(
            note="as frequent, acronyms, accents, a draft, two taxonomies",
            files={
                "content/news/a.md": _article("kelp, IT, año"),
                "content/news/b.md": _article("Kelp, it, ano"),
                "content/news/c.md": _article("it, ano"),
                "content/news/d.md": "---\ntags: [Kelp, Ano]\ndraft: true\n---\nBody.\n",
                "content/news/e.md": "---\ncategories: [Ano]\n---\nBody.\n",
            },
        ),
    ),
)
