"""alias-invalid (SLG007): an alias does not lead from an address of the site to this page.

## What it does

Reports aliases that are an address with a scheme or a host, or have a query, a fragment or
whitespace around them; that are empty, the site's root or the page's own section; that are twice in
the list. Whether an alias shadows another page is for a rule that sees the whole site.

## Why it matters

Hugo stops at an `http` alias and at the site's root. It writes a file into a folder named `?p=12`
for an alias with a query, which no browser ever asks for. An empty alias and that of the section
replace the page of the section by a redirect.

## Fix

Takes the alias out of the list: unsafe, because only the site knows who still links there.

## Options

- `own` (default false): report an alias that is the page's own URL. It does no harm, as Hugo writes
  the page over it.

## Source

Measured with Hugo 0.168, 31 aliases: one without a slash in front counts from the folder
that the page's URL lies in.
"""

from __future__ import annotations

import posixpath
import re

from newslint.rule import (
    Article,
    Change,
    DeleteItem,
    DeleteKey,
    Example,
    Field,
    Fix,
    Iterator,
    ListValue,
    NamedTuple,
    Precision,
    Problem,
    Rule,
    Scalar,
    SetScalar,
    Severity,
    shorten,
)
from newslint.text.regex import regex

_SCHEME = regex(r"[A-Za-z][A-Za-z0-9+.-]*:(?!\s|$)", re.ASCII)


class Options(NamedTuple):
    """`own`: whether the page's own URL is reported."""

    own: bool = False


def check(article: Article, options: Options) -> Iterator[Problem]:
    """One problem for each alias that is not valid."""
    field = article.get("aliases")
    if field is None or not field.scalars:
        return
    page = article.generator.page(article)
    places = _places(article, None if page is None else page.url)
    seen: set[str] = set()
    for scalar in field.scalars:
        if scalar.kind == "null":
            continue
        path = _plain(scalar.text if scalar.text[:1] == "/" else f"{places.folder}/{scalar.text}")
        words, severity = _what(article.generator.title, scalar.text, path, places, path in seen)
        if options.own and not words and path == places.own:
            words = "which is the page's own URL"
        seen.add(path)
        yield from _problems(field, scalar, words, severity)


def _problems(field: Field, scalar: Scalar, words: str, severity: Severity) -> Iterator[Problem]:
    """The problem of an alias of which `words` say what is wrong, or of whitespace around it."""
    if words:
        shown = shorten(scalar.text) if scalar.text.strip() else "an empty alias"
        what = f"{field.key} contains {shown}, {words}"
        fix = _fix(field, scalar)
        yield Problem(scalar.span, what, field.key, fix, severity, advice="remove it")
    elif scalar.text != scalar.text.strip():
        yield _with_whitespace(field, scalar)


class Places(NamedTuple):
    """Paths without a slash at their ends: the page's own (None: not known), the folder that its
    URL lies in, and that of its section (None: not certain)."""

    own: str | None
    folder: str
    section: str | None


def _places(article: Article, url: str | None) -> Places:
    if url is None:
        return Places(None, "", None)
    folder = url.rstrip("/").rpartition("/")[0]
    below = article.path.rpartition("/")[0].partition("/")[2]
    own_folder = below and folder.strip("/").casefold() == below.casefold()
    section = folder if own_folder and article.generator.sections_are_pages else None
    return Places(_plain(url), folder, section)


def _what(title: str, text: str, path: str, places: Places, repeated: bool) -> tuple[str, Severity]:
    """What is wrong with an alias, and how much; empty when nothing is."""
    if text.startswith(("http://", "https://")):
        return f"which makes {title} stop", "error"
    if text.startswith("//") or _SCHEME.match(text):
        return "which is a URL and not a path", "warning"
    if lost := _replaced(title, text, posixpath.normpath(path), places):
        return lost, "error"
    if "?" in text or "#" in text:
        return "which cannot be requested because of its query or fragment", "warning"
    if repeated:
        return "which is already in the list", "info"
    return "", "info"


def _replaced(title: str, text: str, clean: str, places: Places) -> str:
    """What an alias takes the place of, "" for nothing; `clean` is its path without dots."""
    at_root = clean in ("/", ".") and (text[:1] == "/" or places.own is not None)
    if text == "/" or (text and at_root and not text.endswith("index.html")):
        return f"the site's root, which makes {title} stop"
    if text.strip("./ ") == "" or (places.section and clean == places.section):
        return "which replaces the section's page"
    return "which replaces the home page" if at_root else ""


def _plain(path: str) -> str:
    """A path without its slash at the end and `index.html`."""
    return path.removesuffix("/index.html").rstrip("/")


def _with_whitespace(field: Field, scalar: Scalar) -> Problem:
    plain = scalar.text.strip()
    what = f"{field.key} contains {shorten(plain)} with whitespace around it"
    what += ", which is another address"
    fix = Fix(
        f"Write {shorten(plain)}",
        (SetScalar(scalar, plain),),
        safe=False,
        why="another address may have been meant",
    )
    advice = "remove the whitespace"
    return Problem(scalar.span, what, field.key, fix, "warning", advice=advice)


def _fix(field: Field, scalar: Scalar) -> Fix:
    change: Change = DeleteKey(field)
    if isinstance(field.value, ListValue):
        change = DeleteItem(field.value, field.value.items.index(scalar))
    return Fix("Remove the alias", (change,), safe=False, why="another address may have been meant")


RULE = Rule(
    code="SLG007",
    name="alias-invalid",
    severity="error",
    preset="default",
    precision=Precision("very-high", note="asked of the real program"),
    fields=("aliases",),
    needs=("alias_key",),
    check=check,
    options=Options,
    examples=(
        Example(
            note="An address, with a comment beside it",
            front="""\
title: Élections
aliases:
  - 'https://www.example.org/a' # old site
  - /élections/
""",
            found=(
                (
                    "4:5-4:32",
                    (
                        "aliases contains `https://www.example.org/a`, which makes Hugo stop; "
                        "remove it"
                    ),
                ),
            ),
            front_after="""\
title: Élections
aliases:
  - /élections/
""",
            unsafe=True,
        ),
        Example(
            note="What cannot be requested, and what is already in the list",
            front="""\
title: Flood
aliases: [/?p=12, /old/, "", "/old"]
""",
            found=(
                (
                    "3:11-3:17",
                    (
                        "aliases contains `/?p=12`, which cannot be requested "
                        "because of its query or fragment; remove it"
                    ),
                ),
                (
                    "3:26-3:28",
                    "aliases contains an empty alias, which replaces the section's page; remove it",
                ),
                ("3:30-3:36", "aliases contains `/old`, which is already in the list; remove it"),
            ),
            front_after="""\
title: Flood
aliases: [/old/]
""",
            unsafe=True,
        ),
        Example(
            note="The section's own page, and whitespace",
            front="""\
title: Flood
aliases: [/news/, "/old/ "]
""",
            found=(
                (
                    "3:11-3:17",
                    "aliases contains `/news/`, which replaces the section's page; remove it",
                ),
                (
                    "3:19-3:27",
                    (
                        "aliases contains `/old/` with whitespace around it, which is another "
                        "address; remove the whitespace"
                    ),
                ),
            ),
            front_after="""\
title: Flood
aliases: ["/old/"]
""",
            unsafe=True,
        ),
        Example(
            note="The page's own URL, in one text",
            front="""\
title: Flood
slug: flood
aliases: /news/flood
""",
            found=(
                (
                    "4:10-4:21",
                    "aliases contains `/news/flood`, which is the page's own URL; remove it",
                ),
            ),
            front_after="""\
title: Flood
slug: flood
""",
            unsafe=True,
            options={"own": True},
        ),
        Example(
            note="Paths of the site, from its root and from the page's folder",
            front="""\
title: 洪水
aliases: [/old/, old, ../older.html, /Old/, /a b/]
""",
        ),
    ),
)
