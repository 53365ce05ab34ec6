"""term-variant (SIT003): a term is written in another way in more articles of the site.

## What it does

Reports a term that differs from a more frequent one of the same taxonomy in case, in its separators
(blank, hyphen, underscore) or in how its accents are encoded. The form in the vocabulary is meant,
else the commonest one of the site; where two are as frequent, nothing is said. A word in capitals
beside the same one in small letters (`IT` and `it`) may be two words, unless the vocabulary has one
of them. Drafts do not count, and languages are kept apart.

## Why it matters

Readers find one subject under two names, each with a part of the articles.

## Fix

None: rename the term in all articles at once, since readers may have a link to its page.

## Options

- `vocabulary` (default: that of tag-vocabulary): a file or a table as that rule has it.
- `accents` (default false, in strict true): take terms for one that differ in accents; in many
  languages they are two words (`año` and `ano`).
- `plural` (default false): take an English plural for a form of the singular.

## Source

The terms of two real sites: 410 and 548 of them stood in several forms.
"""

from __future__ import annotations

from newslint.rule import (
    SHOWN_OTHERS,
    Facts,
    Iterator,
    NamedTuple,
    Precision,
    Said,
    Sequence,
    SiteExample,
    SiteProblem,
    SiteRule,
    shorten,
)
from newslint.text.accents import strip_accents
from newslint.text.same_term import is_acronym_of, same_to_the_eye, without_plural
from newslint.text.vocabulary import Vocabulary, folded


class Options(NamedTuple):
    """The site's terms, and what is set aside besides case and separators."""

    vocabulary: Vocabulary = Vocabulary()
    accents: bool = False
    plural: bool = False


class _Use(NamedTuple):
    """A term in an article."""

    by: Facts
    said: Said


def shared(one: Facts, options: Options) -> Iterator[tuple[str, str]]:
    """Yield what the forms of each term have in common, with the form."""
    for said in one.written if not one.draft else ():
        key = _key(said.key, options)
        yield f"{one.language}\0{said.field.lower()}\0{key}", said.text.strip()


def across(facts: Sequence[Facts], options: Options) -> Iterator[SiteProblem]:
    """Yield a problem for each use of a form that is not the one that is meant."""
    terms: dict[tuple[str, str, str], dict[str, list[_Use]]] = {}
    for one in facts:
        for said in one.written if not one.draft else ():
            key = (one.language, said.field.lower(), _key(said.key, options))
            terms.setdefault(key, {}).setdefault(said.text.strip(), []).append(_Use(one, said))
    for forms in terms.values():
        if len(forms) > 1:
            yield from _problems(forms, options.vocabulary)


def _key(key: str, options: Options) -> str:
    if options.accents:
        key = strip_accents(key)
    return without_plural(key) if options.plural else key


def _problems(forms: dict[str, list[_Use]], vocabulary: Vocabulary) -> Iterator[SiteProblem]:
    known = next(filter(None, (vocabulary.spellings.get(folded(form)) for form in forms)), None)
    best = known or _commonest(forms)
    if best is None:
        return
    those = forms.get(best, [])
    there = {use.by.path for use in those}  # both forms in one article: tag-duplicate
    number = f"in {len(there)} articles"
    how = f"{shorten(best)} in the vocabulary" if known else f"written {shorten(best)}"
    for form, uses in forms.items():
        if form != best and (known or not is_acronym_of(form, best)):
            said = how if known else f"{how}{_accents(form, best)} {number}"
            yield from (
                _problem(use, best, said, those) for use in uses if use.by.path not in there
            )


def _commonest(forms: dict[str, list[_Use]]) -> str | None:
    """The form that most articles have; None where two are as frequent."""
    counts = {form: len({use.by.path for use in uses}) for form, uses in forms.items()}
    most = max(counts.values())
    first, *others = (form for form, count in counts.items() if count == most)
    return None if others else first


def _problem(use: _Use, best: str, how: str, those: list[_Use]) -> SiteProblem:
    said = use.said
    return SiteProblem(
        at=use.by,
        place=said.place,
        what=f"{said.field} contains {shorten(said.text)}, {how}",
        field=said.field,
        others=tuple((one.by, one.said.place) for one in those[:SHOWN_OTHERS]),
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
    shared=shared,
    options=Options,
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
        SiteExample(
            note="the form in the vocabulary, however rare it is",
            options={"vocabulary": {"terms": ["Kelp farming", "IT"]}},
            files={
                "content/news/a.md": _article("kelp-farming, it"),
                "content/news/b.md": _article("kelp-farming, it"),
                "content/news/c.md": _article("Kelp farming, IT"),
            },
            found=tuple(
                (f"content/news/{name}.md", place, f"tags contains {said}")
                for name in "ab"
                for place, said in (
                    (
                        "2:8-2:20",
                        "`kelp-farming`, `Kelp farming` in the vocabulary; write `Kelp farming`",
                    ),
                    ("2:22-2:24", "`it`, `IT` in the vocabulary; write `IT`"),
                )
            ),
        ),
        SiteExample(
            note="accents and plurals, where they are asked for",
            options={"accents": True, "plural": True},
            files={
                "content/news/a.md": _article("Montréal, kelp farms, news, Kelly, class, bus"),
                "content/news/b.md": _article("Montréal, kelp farms, new, Kellies, clas, bu"),
                "content/news/c.md": _article("Montreal, kelp farm"),
            },
            found=(
                (
                    "content/news/c.md",
                    "2:8-2:16",
                    "tags contains `Montreal`, written `Montréal` in 2 articles; write `Montréal`",
                ),
                (
                    "content/news/c.md",
                    "2:18-2:27",
                    (
                        "tags contains `kelp farm`, written `kelp farms` in 2 articles; "
                        "write `kelp farms`"
                    ),
                ),
            ),
        ),
    ),
)
