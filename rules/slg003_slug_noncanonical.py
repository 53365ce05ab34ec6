"""slug-noncanonical (SLG003): the slug is not what the page's address will show.

## What it does

Compares the slug with the target's own form of it. Hugo writes it in lower case, a hyphen for
whitespace, and drops punctuation: `Moscow–Tehran: ties` becomes `moscowtehran-ties`. The report is
a note, as the page is where it is. Non-ASCII letters, `_` and `/` are right, and so are capitals,
unless `case` is set. What the other options ask for is a warning.

Where a whole site does so, slugs that the target writes in another way are a habit: the house
writes them as words, and leaves the address to the target.

## Why it matters

What is searched for, linked and compared is the slug in the file, and it is not the address.

## Fix

Writes the form that the address has, so that the page stays where it is. Unsafe all the same, as a
template may print the slug or make a link or a name of it; what the options ask for moves the page.

## Options

- `ascii` (default false): ask for ASCII letters; accents go, other letters are left to you.
- `hyphens` (default false): ask for single hyphens between words instead of `_` and `--`.

- `case` (default false, in strict true): report a slug that differs in capitals alone.

## Source

Hugo, `paths.Sanitize`; measured with Hugo 0.168.
"""

from __future__ import annotations

import re

from newslint.rule import (
    Article,
    Context,
    Example,
    Fix,
    Iterator,
    NamedTuple,
    Precision,
    Problem,
    Rule,
    Scalar,
    SetScalar,
    Severity,
    shorten,
)
from newslint.text.accents import strip_accents
from newslint.text.regex import regex
from newslint.text.words import cut_tail, references

_ESCAPE = regex(r"%[0-9A-Fa-f]{2}")


class Options(NamedTuple):
    """A site's own rules for slugs, on top of the target's."""

    ascii: bool = False
    hyphens: bool = False
    case: bool = False


def check(article: Article, options: Options) -> Iterator[Problem]:
    """At most one problem: the target's form first, then the site's own rules."""
    field = article.get("slug")
    scalar = field.scalar if field is not None and field.text else None
    if field is None or scalar is None or _is_more_than_a_name(scalar.text):
        return
    text, tail = cut_tail(scalar.text, scalar.style)
    form = article.generator.slug(text)
    if form == text.lower() and not options.case:
        form = text
    if form is None or form == text:
        form, words, own = _house_form(text, options), "is not in the site's style", False
    else:
        words, own = f"becomes {shorten(form)} in the URL", True
    if form == text or article.generator.slug_vanishes(text):
        return
    advice = f"change it to {shorten(form)}" if form else "use ASCII letters"
    advice = "write it that way" if own else advice
    fix = (
        Fix(
            f"Write {shorten(form)}",
            (SetScalar(scalar, form + tail),),
            False,
            why="a template may print the slug as it is written",
        )
        if form
        else None
    )
    severity: Severity | None = "info" if own else None
    what = f"{field.key} {shorten(text)} {words}"
    problem = Problem(scalar.span, what, field.key, fix, severity, advice=advice)
    yield problem._replace(form="of the target" if own else "of the options", habit=own)


def suspects(scalar: Scalar, options: Options, context: Context) -> bool:
    """False for words of ASCII letters with hyphens, which have that form everywhere."""
    text = scalar.text
    words = text.replace("-", "")
    plain = words.isascii() and words.isalnum() and words == words.lower()
    return not plain or "--" in text or "-" in (text[0], text[-1])


def _is_more_than_a_name(text: str) -> bool:
    """True for what slug-traversal, slug-residue and slug-percent-encoded report."""
    if ".." in text or "\\" in text or "://" in text or _ESCAPE.search(text):
        return True
    return bool(references(text))


def _house_form(text: str, options: Options) -> str:
    """The slug as the options ask for it; empty when they ask for other letters."""
    form = re.sub(r"[-_]{2,}|_", "-", text).strip("-") if options.hyphens else text
    if options.ascii and not form.isascii():
        form = strip_accents(form)
        return form if form.isascii() else ""
    return form


RULE = Rule(
    code="SLG003",
    name="slug-noncanonical",
    severity="warning",
    habit=True,
    preset="default",
    precision=Precision("very-high", note="asked of the real program"),
    fields=("slug",),
    check=check,
    suspects=suspects,
    options=Options,
    examples=(
        Example(
            note="Blanks and punctuation, with a comment",
            front="""\
title: Flood
slug: 'It’s a Flood: São Paulo'  # as typed
""",
            found=(
                (
                    "3:7-3:32",
                    (
                        "slug `It’s a Flood: São Paulo` becomes `its-a-flood-são-paulo` "
                        "in the URL; write it that way"
                    ),
                ),
            ),
            front_after="""\
title: Flood
slug: 'its-a-flood-são-paulo'  # as typed
""",
            unsafe=True,
        ),
        Example(
            note="Capitals alone are no other address",
            front="""\
title: 洪水
slug: Pythonコード片
""",
        ),
        Example(
            note="Where the site's config is not known, its addresses are not either",
            front="""\
title: Flood
slug: Flood in Mumbai
""",
            site=None,
        ),
        Example(
            note="Only the letter case differs",
            front="""\
title: Flood
slug: "Überflutung-2025"
""",
            found=(
                (
                    "3:7-3:25",
                    (
                        "slug `Überflutung-2025` becomes `überflutung-2025` in the URL; "
                        "write it that way"
                    ),
                ),
            ),
            front_after="""\
title: Flood
slug: "überflutung-2025"
""",
            unsafe=True,
            options={"case": True},
        ),
        Example(
            note="Letters of any script, underscores and slashes are right",
            front="""\
title: Flood
slug: "weather/überflutung_मुंबई-台風--2"
""",
        ),
        Example(
            note="A site that keeps capitals",
            front="""\
title: Flood
slug: Flood-Mumbai
""",
            site={"disablePathToLower": True},
        ),
        Example(
            note="A site with rules of its own",
            front="""\
title: Flood
slug: são_paulo--flood
""",
            found=(
                (
                    "3:7-3:23",
                    (
                        "slug `são_paulo--flood` is not in the site's style; "
                        "change it to `sao-paulo-flood`"
                    ),
                ),
            ),
            front_after="""\
title: Flood
slug: sao-paulo-flood
""",
            unsafe=True,
            options={"ascii": True, "hyphens": True},
        ),
    ),
)
