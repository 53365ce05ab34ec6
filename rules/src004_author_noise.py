"""author-noise (SRC004): the author holds more, or less, than a name.

## What it does

Reports an author that is written as feeds do it (`desk@example.org (Ana Pérez)`), one that begins
with "By", and one that is an account (`admin`) or what a script left behind (`Array`). Several
names in one text are right: templates print the text as it stands.

## Why it matters

Templates print "By By Ana Pérez" and the addresses of the desk.

## Fix

Leaves the name: unsafe, because templates print the author, and it may be a term. None for an
account: somebody has to say who it is.

## Options

- `words` (default none): more accounts and placeholders, in lower case.

## Source

RSS 2.0, `author`: an address with the name in brackets. Google's guide for article markup: one
author an entry, the name alone.
"""

from __future__ import annotations

import re

from newslint.rule import (
    Article,
    Example,
    Field,
    Fix,
    Iterator,
    NamedTuple,
    Problem,
    Rule,
    Scalar,
    SetScalar,
    shorten,
)

_ACCOUNTS = """admin administrator webmaster root noreply no-reply wordpress wpadmin array unknown
n/a"""
_ACCOUNT_NAMES = frozenset(_ACCOUNTS.split())
_ADDRESS = r"[^\s@<>()]+@[^\s@<>()]+\.[^\s@<>()]+"

# `By Ana Pérez`; not `By the Sea Press` or `By Design Studio`
_BY = re.compile(
    r"by(?:\s*:\s*|\s+)(?=\S)(?!(?:the|an?|our|your|my|design|proxy)\b)", re.IGNORECASE
)


class Options(NamedTuple):
    """`words` are no names."""

    words: tuple[str, ...] = ()


def check(article: Article, options: Options) -> Iterator[Problem]:
    """One problem for each author that is no plain name."""
    for field, scalar in article.scalars("author"):
        text = scalar.text.strip()
        if text and scalar.kind == "string":
            yield from _examined(field, scalar, text, options)


def _examined(field: Field, scalar: Scalar, text: str, options: Options) -> Iterator[Problem]:
    shown = f"{field.key} {shorten(text)}"
    if _is_account(text, options):
        what = f"{shown} is not a person's name"
        yield Problem(scalar.span, what, field.key, advice="name the author")
    elif "@" in text and (found := _addressed(text)) is not None:
        named = bool(found) and not _is_account(found, options)
        fix = _named(scalar, found) if named else None
        advice = f"use only the name {shorten(found)}" if named else "name the author"
        verb = "contains" if found else "is"
        yield Problem(
            scalar.span, f"{shown} {verb} an email address", field.key, fix, advice=advice
        )
    elif text[:2].lower() == "by" and (match := _BY.match(text)):
        name = text[match.end() :]
        what, advice = f"{shown} starts with `{text[:2]}`", f"use only the name {shorten(name)}"
        yield Problem(scalar.span, what, field.key, _named(scalar, name), advice=advice)


def _is_account(text: str, options: Options) -> bool:
    if len(text) > 20 and not options.words:
        return False
    bare = text.strip("\"'“”‘’ ").lower()
    return bare in _ACCOUNT_NAMES or bare in options.words


def _addressed(text: str) -> str | None:
    """The name beside an e-mail address, empty when there is none; None for any other text."""
    found = re.fullmatch(rf"{_ADDRESS}(?:\s*\((.*)\))?|(?:(.*?\S)\s*|\s+)[<(]{_ADDRESS}[>)]", text)
    if found is None:
        return None
    return (found.group(1) or found.group(2) or "").strip(" \"'")


def _named(scalar: Scalar, name: str) -> Fix:
    return Fix(
        f"Write {shorten(name)}",
        (SetScalar(scalar, name),),
        safe=False,
        why="what is cut off may be part of the name",
    )


RULE = Rule(
    code="SRC004",
    name="author-noise",
    severity="warning",
    presets=("default", "news"),
    fields=("author",),
    check=check,
    options=Options,
    examples=(
        Example(
            note="As a feed has it",
            front="""\
title: Élections
author: 'desk@example.org (Ana Pérez)'  # from the feed
""",
            found=(
                (
                    "3:9-3:39",
                    (
                        "author `desk@example.org (Ana Pérez)` contains an email address; "
                        "use only the name `Ana Pérez`"
                    ),
                ),
            ),
            front_after="""\
title: Élections
author: 'Ana Pérez'  # from the feed
""",
            unsafe=True,
        ),
        Example(
            note="The word that the template writes, and two names",
            front="""\
title: Flood
author: "By Anna de Boer and Иван Петров"
""",
            found=(
                (
                    "3:9-3:42",
                    (
                        "author `By Anna de Boer and Иван Петров` starts with `By`; use only "
                        "the name `Anna de Boer and Иван Петров`"
                    ),
                ),
            ),
            front_after="""\
title: Flood
author: "Anna de Boer and Иван Петров"
""",
            unsafe=True,
        ),
        Example(
            note="Accounts and residue",
            front="""\
title: Flood
authors: [admin, “Array”, noreply@blogger.com (Unknown), the desk]
""",
            found=(
                ("3:11-3:16", "authors `admin` is not a person's name; name the author"),
                ("3:18-3:25", "authors `“Array”` is not a person's name; name the author"),
                (
                    "3:27-3:56",
                    (
                        "authors `noreply@blogger.com (Unknown)` contains an email address; "
                        "name the author"
                    ),
                ),
                ("3:58-3:66", "authors `the desk` is not a person's name; name the author"),
            ),
            options={"words": ["the desk"]},
        ),
        Example(
            note="Names of persons and of houses",
            front="""\
title: Flood
authors:
  - Perez, Ana Maria
  - Jane Doe, New York
  - Department of Health and Human Services
  - National Oceanic and Atmospheric Administration
  - Federal Leadership and Professional Development
  - Web Managers & Web Analytics
  - Byron Katz
  - 王小明、李华
  - Ann Lee & Bo Kim, Ana Pérez
  - Ludwig van Beethoven
""",
        ),
    ),
)
