"""reserved-misuse (SCH007): a key that means something to the target has a value it cannot use.

## What it does

Reports a `url` with a scheme or a host; `params`, `build`, `cascade` and `sites` that are not a
mapping; `_build`; a `markup` that Hugo has no reader for; names of output formats that the site
does not have; and, as a warning, a `sitemap` or `resources` that Hugo skips because of its
shape. What `aliases` contains is another rule's. In Docusaurus, and in a post of Material for
MkDocs, keys without a value or with one of another type, and authors that the site does not list.

## Why it matters

Hugo stops at most of these: one article takes the whole site down. Scripts that write the address
of the source into `url`, which is the page's own path in Hugo, do it with every article.

## Fix

None: where the value belongs is for the site to say.

## Options

None.

## Source

Measured with Hugo 0.168, each of them. `url: HTTPS://…` and `url: ftp://…` do not stop it: the page
is published in a folder of that name.
"""

from collections.abc import Callable

from newslint.rule import (
    Article,
    Example,
    Field,
    Iterator,
    ListValue,
    NoOptions,
    Problem,
    ReservedKey,
    Rule,
    Scalar,
    Severity,
    Span,
    Table,
    shorten,
)


def check(article: Article, options: NoOptions) -> Iterator[Problem]:
    """One problem for each misused key."""
    generator = article.generator
    reserved = generator.reserved(article)
    for field in article.fields:
        exact = generator.ignores_key_case is False
        key = reserved.get(field.key if exact else field.key.lower())
        if key is None:
            continue
        if _is_refused(field, key):
            what = f"{field.key} is empty, at which {generator.title} stops"
            yield Problem(field.key_span, what, field.key, advice="give it a value or remove it")
        else:
            yield from _TESTS[key.takes](generator.title, field, key)


def _is_refused(field: Field, key: ReservedKey) -> bool:
    """True for no value where the generator cannot do without."""
    return field.empty and (key.refuses == "empty" or (key.refuses == "null" and _is_null(field)))


def _path(title: str, field: Field, key: ReservedKey) -> Iterator[Problem]:
    text = field.text or ""
    scheme, colon, _ = text.partition(":")
    if text.startswith("//") or (colon and scheme.isascii() and scheme.isalpha()):
        what, advice = f"{field.key} {shorten(text)} is an address", "write the page's own path"
        yield Problem(field.value.span, what, field.key, advice=advice)


def _mapping_or_list(title: str, field: Field, key: ReservedKey) -> Iterator[Problem]:
    if isinstance(field.value, Scalar) and not _is_null(field):
        what = f"{field.key} is neither a mapping nor a list"
        yield Problem(_span(field), what, field.key, advice="write one or remove it")


def _removed(title: str, field: Field, key: ReservedKey) -> Iterator[Problem]:
    what, advice = f"{field.key} was removed from {title}", f"use `{key.instead}`"
    yield Problem(field.key_span, what, field.key, advice=advice)


def _name(title: str, field: Field, key: ReservedKey) -> Iterator[Problem]:
    scalar = field.scalar
    if scalar is None or scalar.kind == "null" or key.names is None:
        return
    if scalar.text.lower() not in key.names:
        what = f"{field.key} {shorten(scalar.text)} is not known to {title}"
        yield Problem(scalar.span, what, field.key, advice=f"use `{key.instead}`")


def _names(title: str, field: Field, key: ReservedKey) -> Iterator[Problem]:
    if key.names is None:
        return
    for scalar in field.scalars:
        # a text is split at its whitespace
        whole = scalar is not field.value or not key.splits
        names = [scalar.text] if whole else scalar.text.split()
        wrong = [name for name in names if key.names.isdisjoint((name, name.lower()))]
        if wrong and scalar.kind != "null":
            what = f"{field.key} contains {shorten(wrong[0])}, which is not {key.noun}"
            severity: Severity | None = "warning" if key.ignored else None
            advice = key.instead or "remove it"
            yield Problem(scalar.span, what, field.key, severity=severity, advice=advice)


def _list_of_names(title: str, field: Field, key: ReservedKey) -> Iterator[Problem]:
    yield from (_names if isinstance(field.value, ListValue) else _shape)(title, field, key)


def _text(title: str, field: Field, key: ReservedKey) -> Iterator[Problem]:
    scalar = field.scalar
    if scalar is None or scalar.kind == "bool":
        kind = "a boolean" if scalar is not None else "a list or a mapping"
        what = f"{field.key} is {kind}, at which {title} stops"
        yield Problem(_span(field), what, field.key, advice="write a text")


def _any(title: str, field: Field, key: ReservedKey) -> Iterator[Problem]:
    return iter(())


def _shape(title: str, field: Field, key: ReservedKey) -> Iterator[Problem]:
    wanted = Table if key.takes == "mapping" else ListValue
    if isinstance(field.value, wanted) or _is_null(field):
        return
    effect = f" and is skipped by {title}" if key.ignored else ""
    kind = key.takes.removesuffix(" of names")
    what, advice = f"{field.key} is not a {kind}{effect}", "write one or remove it"
    severity: Severity | None = "warning" if key.ignored else None
    yield Problem(_span(field), what, field.key, severity=severity, advice=advice)


def _is_null(field: Field) -> bool:
    return field.scalar is not None and field.scalar.kind == "null"


def _span(field: Field) -> Span:
    return field.value.span if field.scalar is not None else field.key_span


_TESTS: dict[str, Callable[[str, Field, ReservedKey], Iterator[Problem]]] = {
    "path": _path,
    "mapping": _shape,
    "list": _shape,
    "mapping or list": _mapping_or_list,
    "name": _name,
    "names": _names,
    "list of names": _list_of_names,
    "nothing": _removed,
    "text": _text,
    "any": _any,
}

RULE = Rule(
    code="SCH007",
    name="reserved-misuse",
    severity="error",
    presets=("default", "news"),
    needs=("reserved_keys",),
    check=check,
    examples=(
        Example(
            note="Nothing where Docusaurus cannot do without",
            before="---\ntitle: # 뒤\nkeywords: 홍수, 불\nlast_update: 2021-02-03\n---\nText.\n",
            found=(
                (
                    "2:1-2:6",
                    "title is empty, at which Docusaurus stops; give it a value or remove it",
                ),
                ("3:11-3:16", "keywords is not a list; write one or remove it"),
                ("4:14-4:24", "last_update is not a mapping; write one or remove it"),
            ),
            target="docusaurus",
            path="docs/a.md",
        ),
        Example(
            note="What Docusaurus does not read in this folder",
            before="---\ntitle: 洪水\ndate:\ntags:\n---\nText.\n",
            target="docusaurus",
            path="src/pages/a.md",
        ),
        Example(
            note="The address of the source as the page's own path",
            front="""\
title: Élections
url: 'https://www.example.org/a' # from the feed
""",
            found=(
                (
                    "3:6-3:33",
                    "url `https://www.example.org/a` is an address; write the page's own path",
                ),
            ),
        ),
        Example(
            note="No mappings",
            front="""\
title: Flood
params: []
build: never
cascade: x
sitemap: false
_build:
  list: never
""",
            found=(
                ("3:1-3:7", "params is not a mapping; write one or remove it"),
                ("4:8-4:13", "build is not a mapping; write one or remove it"),
                ("5:10-5:11", "cascade is neither a mapping nor a list; write one or remove it"),
                (
                    "6:10-6:15",
                    "sitemap is not a mapping and is skipped by Hugo; write one or remove it",
                ),
                ("7:1-7:7", "_build was removed from Hugo; use `build`"),
            ),
        ),
        Example(
            note="Names that Hugo does not know",
            front="""\
title: Flood
markup: mmark
outputs: [HTML, app]
""",
            found=(
                ("3:9-3:14", "markup `mmark` is not known to Hugo; use `markdown`"),
                (
                    "4:17-4:20",
                    "outputs contains `app`, which is not an output format of the site; remove it",
                ),
            ),
        ),
        Example(
            note="All of it in its right form",
            front="""\
title: Flood
url: /2025/flood: a report/
params: {a: 1}
build:
cascade: [{target: {}}]
markup: Markdown
outputs: html app
sitemap: {priority: 0.5}
resources: []
""",
            site={"outputFormats": {"App": {"mediaType": "text/plain"}}},
        ),
    ),
)
