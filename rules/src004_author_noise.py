"""author-noise (SRC004): the author holds more, or less, than a name.

## What it does

Reports an author that is written as feeds do it (`desk@example.org (Ana Pérez)`), one that begins
with "By", a list in quotes (`"['Ana', 'Bo']"`), and what a script left behind (`Array`). An address
alone or after a name is a note. A "By" is reported where the article came from elsewhere and names
its source or link, since an author of one's own may be written as the template prints it; with
`bylines` it always is. With `accounts`, the name of an account (`admin`) is a note, too: on many
sites it is the key of an author's page. Several names in one text are right: templates print the
text as it stands.

Where a whole site does so, a "By" in articles of one's own, an address and an account are each a
habit: its template prints them so, or makes something else of them.

## Why it matters

Templates print "By By Ana Pérez" and the addresses of the desk.

## Fix

Leaves the name: unsafe, because templates print the author, and it may be a term. None for an
account: somebody has to say who it is.

## Options

- `words` (default none): more accounts and placeholders, in lower case.
- `accounts` (default false): report `admin`, `root`, `webmaster` and the like.
- `bylines` (default false, in news true): report a "By" in articles of one's own, too.

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
    Precision,
    Problem,
    Rule,
    Scalar,
    SetList,
    SetScalar,
    shorten,
)
from newslint.text.regex import regex
from newslint.text.written_lists import written_list

_ACCOUNTS = frozenset(
    ("admin", "administrator", "noreply", "no-reply", "root", "unknown", "webmaster", "wordpress")
)
_RESIDUE = frozenset(("array", "n/a", "[object object]", "no author"))
"""What a script leaves where it has no author."""

_ADDRESS = r"[^\s@<>()]+@[^\s@<>()]+\.[^\s@<>()]+"

# `By Ana Pérez`; not `By the Sea Press`, `By Design Studio`, or Danish `By og Havn`, a town
_BY = regex(
    r"(?:by|By|BY)(?:\s*:\s*|\s+)(?=[\"“'«]?[^\W\d_])(?!(?i:the|an?|our|your|my|design|proxy|og|&)\b)"
)


_ELSEWHERE = ("link", "source", "feed")
"""Roles of an article that came from elsewhere."""


class Options(NamedTuple):
    """`words` are no names; `accounts`: whether those of accounts are reported; `bylines`: whether
    a "By" is, in articles of one's own."""

    words: tuple[str, ...] = ()
    accounts: bool = False
    bylines: bool = False


def check(article: Article, options: Options) -> Iterator[Problem]:
    """One problem for each author that is no plain name."""
    own = all(field.empty for field in article.pick(_ELSEWHERE))
    options = options._replace(bylines=options.bylines or not own)
    for field, scalar in article.scalars("author"):
        text = scalar.text.strip()
        if text[:1] == "[" and field.value is scalar and not _is_terms(article, field):
            yield from _list_in_quotes(field, scalar, text)
        elif text and scalar.kind == "string":
            yield from _examined(field, scalar, text, options, own)


def _examined(
    field: Field, scalar: Scalar, text: str, options: Options, own: bool
) -> Iterator[Problem]:
    shown = f"{field.key} {shorten(text)}"
    bare = text.strip("\"'“”‘’ ").lower()
    if bare in _RESIDUE or bare in options.words or (options.accounts and bare in _ACCOUNTS):
        what = f"{shown} is not a person's name"
        problem = Problem(scalar.span, what, field.key, advice="name the author")
        yield _noted(problem, "account") if bare in _ACCOUNTS else _certain(problem, "residue")
    elif "@" in text and (found := _addressed(text)) is not None:
        yield _with_address(field, scalar, found, options)
    elif options.bylines and text[:2].lower() == "by" and (match := _BY.match(text)):
        name = text[match.end() :].strip("\"'“”«» ")
        if text[:2] == "BY" and name != name.upper():
            return  # initials
        what, advice = f"{shown} starts with `{text[:2]}`", f"use only the name {shorten(name)}"
        problem = Problem(scalar.span, what, field.key, _named(scalar, name), advice=advice)
        yield problem._replace(form="byline") if own else _certain(problem, "byline of a source")


def _noted(problem: Problem, form: str) -> Problem:
    """What a site may mean so, as a note."""
    return problem._replace(severity="info", form=form)


def _certain(problem: Problem, form: str) -> Problem:
    """What no site means so."""
    return problem._replace(habit=False, form=form)


def _is_terms(article: Article, field: Field) -> bool:
    """True where authors are terms, whose shape list-shape looks at."""
    return any(other.key_span == field.key_span for other in article.terms())


def _list_in_quotes(field: Field, scalar: Scalar, text: str) -> Iterator[Problem]:
    """Several names, or one in quotes, that a script wrote as the text of a list."""
    names = written_list(text)
    if len(names) > 1 or (names and text[1:].lstrip()[:1] in "\"'"):
        why = "a template may expect the value as it is"
        fix = Fix("Write it as a list", (SetList(field, names),), safe=False, why=why)
        what = f"{field.key} {shorten(text)} is a list in quotes"
        yield _certain(
            Problem(scalar.span, what, field.key, fix, advice="write it as a list"), "list"
        )


def _with_address(field: Field, scalar: Scalar, name: str, options: Options) -> Problem:
    """An e-mail address with a name beside it, or without one (an empty `name`)."""
    text = scalar.text.strip()
    named = bool(name) and name.lower() not in _ACCOUNTS | _RESIDUE | {*options.words}
    fix = _named(scalar, name) if named else None
    advice = f"use only the name {shorten(name)}" if named else "name the author"
    what = f"{field.key} {shorten(text)} {'contains' if name else 'is'} an email address"
    as_feeds_do = text[-1] == ")" and "@" in text.partition("(")[0]
    problem = Problem(scalar.span, what, field.key, fix, advice=advice)
    return _certain(problem, "address of a feed") if as_feeds_do else _noted(problem, "address")


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
    habit=True,
    preset="default",
    precision=Precision(
        "very-high",
        read=8,
        needless=2,
        note="399 unseen sites; 1 more was wrong, initials, and is put right",
    ),
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
link: https://a.example/flood
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
link: https://a.example/flood
""",
            unsafe=True,
        ),
        Example(
            note="On a site of one's own the template may print it so",
            front="""\
title: Sel
author: by various bots and Ayşe Yılmaz
""",
        ),
        Example(
            note="Wherever it stands",
            front="""\
title: Flood
authors: [By Ana Pérez, BY ANA PÉREZ, BY Kim]
""",
            found=(
                (
                    "3:11-3:23",
                    "authors `By Ana Pérez` starts with `By`; use only the name `Ana Pérez`",
                ),
                (
                    "3:25-3:37",
                    "authors `BY ANA PÉREZ` starts with `BY`; use only the name `ANA PÉREZ`",
                ),
            ),
            front_after="""\
title: Flood
authors: [Ana Pérez, ANA PÉREZ, BY Kim]
""",
            unsafe=True,
            options={"bylines": True},
        ),
        Example(
            note="A list that a script wrote as a text",
            front="""\
title: Seçim
author: "['Ayşe Yılmaz', 'Bo Kim']" # from the feed
""",
            found=(
                (
                    "3:9-3:36",
                    "author `['Ayşe Yılmaz', 'Bo Kim']` is a list in quotes; write it as a list",
                ),
            ),
            front_after="""\
title: Seçim
author: ["Ayşe Yılmaz", "Bo Kim"] # from the feed
""",
            unsafe=True,
        ),
        Example(
            note="A nickname in brackets",
            front="""\
title: A
author: "[ghost]"
""",
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
            options={"words": ["the desk"], "accounts": True},
        ),
        Example(
            note="An address after a name",
            front="""\
title: Sel
author: Ayşe Yılmaz <ayse@example.com.tr>
""",
            found=(
                (
                    "3:9-3:42",
                    (
                        "author `Ayşe Yılmaz <ayse@example.com.tr>` contains an email address; "
                        "use only the name `Ayşe Yılmaz`"
                    ),
                ),
            ),
            front_after="""\
title: Sel
author: Ayşe Yılmaz
""",
            unsafe=True,
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
  - admin
  - By og Havn
  - Byung-Chul Han
  - "@ann@mastodon.social"
""",
        ),
    ),
)
