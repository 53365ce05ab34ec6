"""slug-residue (SLG006): the slug holds what was left of escaped HTML.

## What it does

Reports references that are still whole (`&#8217;`), and `amp`, `8217`, `quot`, `nbsp` and their
like among the words of a slug, numbers also inside one (`it8217s`), when the title does not hold
that word. What may be a word itself (`amp`, `quot`, `39`) counts only when the title holds the
character that it stands for.

## Why it matters

`/tom-amp-jerry/` and `/don-8217-t-look/` are what a script makes of `Tom &amp; Jerry` when it takes
letters and digits out of escaped text.

## Fix

Takes the residue out: unsafe, as the page moves.

## Options

None.

## Source

HTML, section 13.5 (named character references). Measured with Hugo 0.168: the title
`Tom &amp; Jerry` gives `/tom-amp-jerry/`.
"""

from __future__ import annotations

import re

from newslint.rule import (
    Article,
    Context,
    Example,
    Fix,
    Iterator,
    NoOptions,
    Precision,
    Problem,
    Rule,
    Scalar,
    SetScalar,
    shorten,
)
from newslint.text.regex import regex
from newslint.text.words import cut_tail, decode, has_word, references

_QUOTES = regex("8216|8217|8218|[lr]squo|0?39|apos")
_AFTER_QUOTE = regex(r"-?(?:s|t|d|m|re|ve|ll)(?:-|$)")
_NUMBERS = r"(?<![0-9])82(?:1[12678]|2[012]|30)(?![0-9])"
_NAMES = "nbsp|[lr][sd]quo|[mn]dash|hellip"
_WEAK = {"amp": "&", "038": "&", "38": "&", "quot": '"“”', "039": "'’", "39": "'’", "apos": "'’"}
_RESIDUE = regex(rf"{_NUMBERS}|(?<![^-])(?:{_NAMES}|{'|'.join(_WEAK)})(?![^-])")


def check(article: Article, options: NoOptions) -> Iterator[Problem]:
    """At most one problem, with all residues in it."""
    field = article.get("slug")
    scalar = field.scalar if field is not None and field.text else None
    if field is None or scalar is None or not suspects(scalar, options, article.context):
        return
    text, tail = cut_tail(scalar.text, scalar.style)
    found, clean = _cleaned(article, text)
    if not found:
        return
    shown = ", ".join(f"`{residue}`" for residue in found)
    what = f"{field.key} {shorten(text)} contains leftovers of escaped HTML: {shown}"
    if not clean:
        yield Problem(scalar.span, what, field.key, advice="write another slug")
        return
    change, why = SetScalar(scalar, clean + tail), "what is cut off may be part of the slug"
    fix = Fix(f"Write {shorten(clean)}", (change,), safe=False, why=why)
    yield Problem(scalar.span, what, field.key, fix, advice=f"change it to {shorten(clean)}")


def suspects(scalar: Scalar, options: NoOptions, context: Context) -> bool:
    """A cheap test before the patterns."""
    text = scalar.text
    if "82" in text or "amp" in text or "quo" in text or "&" in text or "38" in text:
        return True
    return "39" in text or "nbsp" in text or "dash" in text or "hellip" in text or "apos" in text


def _cleaned(article: Article, text: str) -> tuple[list[str], str]:
    """The residues in a slug, and the slug without them: whole references, or what is left of
    those in the title."""
    found = [match.group() for match in references(text)]
    if found:
        clean = decode(text)
        return found, article.generator.slug(clean) or clean
    title = article.get("title")
    residues = _residues(text, (title.text if title is not None else None) or "")
    return [match.group() for match in residues], _without(text, residues)


def _residues(text: str, title: str) -> list[re.Match[str]]:
    return [match for match in _RESIDUE.finditer(text) if _is_residue(match.group(), title)]


def _is_residue(token: str, title: str) -> bool:
    if has_word(title.replace(f"&{token};", " ").replace(f"&#{token};", " "), token):
        return False
    characters = _WEAK.get(token)
    return characters is None or any(char in title for char in characters)


def _without(text: str, found: list[re.Match[str]]) -> str:
    """The slug without the residues: what an apostrophe parted is one word again."""
    for match in reversed(found):
        head, rest = text[: match.start()], text[match.end() :]
        if _QUOTES.fullmatch(match.group()) and _AFTER_QUOTE.match(rest):
            text = head.rstrip("-") + rest.removeprefix("-")
        else:
            text = "-".join(part for part in (head.rstrip("-"), rest.lstrip("-")) if part)
    return text


RULE = Rule(
    code="SLG006",
    name="slug-residue",
    severity="warning",
    preset="default",
    precision=Precision("very-high", note="not met on 33 unseen sites"),
    fields=("slug",),
    check=check,
    suspects=suspects,
    examples=(
        Example(
            note="An ampersand and an apostrophe, with odd quotes and a comment",
            front="""\
title: Tom & Jerry don’t look
slug: 'tom-amp-jerry-don-8217-t-look'  # made by a script
""",
            found=(
                (
                    "3:7-3:38",
                    (
                        "slug `tom-amp-jerry-don-8217-t-look` contains leftovers of escaped "
                        "HTML: `amp`, `8217`; change it to `tom-jerry-dont-look`"
                    ),
                ),
            ),
            front_after="""\
title: Tom & Jerry don’t look
slug: 'tom-jerry-dont-look'  # made by a script
""",
            unsafe=True,
        ),
        Example(
            note="Inside a word, and a dash at the end",
            front="""\
title: It’s café time –
slug: it8217s-café-time-8211
""",
            found=(
                (
                    "3:7-3:29",
                    (
                        "slug `it8217s-café-time-8211` contains leftovers of escaped HTML: "
                        "`8217`, `8211`; change it to `its-café-time`"
                    ),
                ),
            ),
            front_after="""\
title: It’s café time –
slug: its-café-time
""",
            unsafe=True,
        ),
        Example(
            note="The reference itself",
            front="""\
title: USDA’s café
slug: USDA&#8217;s café
""",
            found=(
                (
                    "3:7-3:24",
                    (
                        "slug `USDA&#8217;s café` contains leftovers of escaped HTML: "
                        "`&#8217;`; change it to `usdas-café`"
                    ),
                ),
            ),
            front_after="""\
title: USDA’s café
slug: usdas-café
""",
            unsafe=True,
        ),
        Example(
            note="Words of the title, and one that nothing speaks against",
            front="""\
title: Room 8217 & the 39 Steps
slug: room-8217-39-steps
""",
        ),
        Example(
            note="A guitar",
            front="""\
title: The best amp
slug: best-amp
""",
        ),
    ),
)
