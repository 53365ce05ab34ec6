"""reserved-misuse (SCH007): a key that means something to Hugo holds what Hugo cannot use.

## What it does

Reports a `url` with a scheme or a host; `params`, `build`, `cascade` and `sites` that are no
mapping; `_build`; a `markup` that Hugo has no reader for; names of output formats that the site
does not have; and, as a warning, a `sitemap` or `resources` that Hugo passes over because of its
shape. What stands in `aliases` is another rule's.

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
    reserved = article.generator.reserved_keys or {}
    for field in article.fields:
        key = reserved.get(field.key.lower())
        if key is not None:
            yield from _TESTS[key.takes](article.generator.title, field, key)


def _path(title: str, field: Field, key: ReservedKey) -> Iterator[Problem]:
    text = field.text or ""
    scheme, colon, _ = text.partition(":")
    if text.startswith("//") or (colon and scheme.isascii() and scheme.isalpha()):
        message = f"{field.key} {shorten(text)} is an address, write the page's own path"
        yield Problem(field.value.span, message, field.key)


def _mapping_or_list(title: str, field: Field, key: ReservedKey) -> Iterator[Problem]:
    if isinstance(field.value, Scalar) and not _is_null(field):
        message = f"{field.key} is neither a mapping nor a list, write one or remove it"
        yield Problem(_span(field), message, field.key)


def _removed(title: str, field: Field, key: ReservedKey) -> Iterator[Problem]:
    message = f"{field.key} was removed from {title}, write {key.instead}"
    yield Problem(field.key_span, message, field.key)


def _name(title: str, field: Field, key: ReservedKey) -> Iterator[Problem]:
    scalar = field.scalar
    if scalar is None or scalar.kind == "null" or key.names is None:
        return
    if scalar.text.lower() not in key.names:
        message = f"{field.key} {shorten(scalar.text)} is not known to {title}, write {key.instead}"
        yield Problem(scalar.span, message, field.key)


def _names(title: str, field: Field, key: ReservedKey) -> Iterator[Problem]:
    if key.names is None:
        return
    for scalar in field.scalars:
        # a text is split at its blanks
        names = scalar.text.split() if scalar is field.value else [scalar.text]
        wrong = [name for name in names if name.lower() not in key.names]
        if wrong and scalar.kind != "null":
            message = f"{field.key} names {shorten(wrong[0])}, which is no output format"
            yield Problem(scalar.span, f"{message} of the site, remove it", field.key)


def _shape(title: str, field: Field, key: ReservedKey) -> Iterator[Problem]:
    wanted = Table if key.takes == "mapping" else ListValue
    if isinstance(field.value, wanted) or _is_null(field):
        return
    effect = f", {title} passes it over" if key.ignored else ""
    message = f"{field.key} is no {key.takes}{effect}, write one or remove it"
    severity: Severity | None = "warning" if key.ignored else None
    yield Problem(_span(field), message, field.key, severity=severity)


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
    "nothing": _removed,
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
            note="The address of the source as the page's own path",
            before="""---
title: Élections
url: 'https://www.example.org/a' # from the feed
---
Body.
""",
            found=(
                (
                    "3:6-3:33 url `https://www.example.org/a` is an address, "
                    "write the page's own path"
                ),
            ),
        ),
        Example(
            note="No mappings",
            before="""---
title: Flood
params: []
build: never
cascade: x
sitemap: false
_build:
  list: never
---
Body.
""",
            found=(
                "3:1-3:7 params is no mapping, write one or remove it",
                "4:8-4:13 build is no mapping, write one or remove it",
                "5:10-5:11 cascade is neither a mapping nor a list, write one or remove it",
                ("6:10-6:15 sitemap is no mapping, Hugo passes it over, write one or remove it"),
                "7:1-7:7 _build was removed from Hugo, write build",
            ),
        ),
        Example(
            note="Names that Hugo does not know",
            before="""---
title: Flood
markup: mmark
outputs: [HTML, app]
---
Body.
""",
            found=(
                "3:9-3:14 markup `mmark` is not known to Hugo, write markdown",
                ("4:17-4:20 outputs names `app`, which is no output format of the site, remove it"),
            ),
        ),
        Example(
            note="All of it in its right form",
            before="""---
title: Flood
url: /2025/flood: a report/
params: {a: 1}
build:
cascade: [{target: {}}]
markup: Markdown
outputs: html app
sitemap: {priority: 0.5}
resources: []
---
Body.
""",
            site={"outputFormats": {"App": {"mediaType": "text/plain"}}},
        ),
    ),
)
