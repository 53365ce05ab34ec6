"""reserved-misuse (SCH007): a key that means something to the generator has a value it cannot use.

## What it does

Hugo: reports a `url` with a scheme or a host; `params`, `build`, `cascade` and `sites` that are not
a mapping; `_build`; a `markup` that Hugo has no reader for; names of output formats that the site
does not have; and, as a warning, a `sitemap` or `resources` that Hugo skips because of its
shape. What `aliases` contains is another rule's. In Docusaurus, and in a post of Material for
MkDocs, keys without a value or with one of another type, and authors that the site does not list.

Zola: reports values of another type than the key has (`weight = "5"`, `aliases = "old"`), an empty
`slug` or `path`, a taxonomy that the site's config does not define, and in `_index.md` keys that a
section does not have, such as `date`.

## Why it matters

Hugo stops at most of these, and Zola at all of them: one article takes the whole site down. Scripts
that write the address of the source into `url`, which is the page's own path in Hugo, do it with
every article.

## Fix

None: where the value belongs is for the site to say.

## Options

None.

## Source

Measured with Hugo 0.168, each of them. `url: HTTPS://…` and `url: ftp://…` do not stop it: the page
is published in a folder of that name. Zola, components/content/src/front_matter/page.rs and
section.rs.
"""

from collections.abc import Callable

from newslint.rule import (
    Article,
    Example,
    Field,
    Iterator,
    ListValue,
    NoOptions,
    Precision,
    Problem,
    ReservedKey,
    Rule,
    Scalar,
    SchemaMismatch,
    Severity,
    Span,
    Table,
    shorten,
)


def check(article: Article, options: NoOptions) -> Iterator[Problem]:
    """One problem for each misused key."""
    generator = article.generator
    reserved, only = generator.reserved(article), generator.only_keys(article.path)
    said = {fault.key for fault in article.faults if isinstance(fault, SchemaMismatch)}
    for field, name in zip(article.fields, _compared(article), strict=True):
        key = reserved.get(name)
        if only is not None and name not in only:
            yield _denied(generator.title, field)
        elif key is not None and field.key not in said:
            yield from _misuse(generator.title, field, key)


def concerns(article: Article, options: NoOptions) -> bool:
    """False where none of the keys is reserved."""
    generator = article.generator
    reserved = generator.reserved(article).keys()
    return generator.reserves_by_path or not reserved.isdisjoint(_compared(article))


def _compared(article: Article) -> list[str]:
    """The keys as the generator compares them."""
    exact = article.generator.ignores_key_case is False
    return [field.key if exact else field.key.lower() for field in article.fields]


def _misuse(title: str, field: Field, key: ReservedKey) -> Iterator[Problem]:
    if _is_refused(field, key):
        what = f"{field.key} is empty, at which {title} stops"
        yield Problem(field.key_span, what, field.key, advice="give it a value or remove it")
    else:
        yield from _TESTS[key.takes](title, field, key)


def _is_refused(field: Field, key: ReservedKey) -> bool:
    """True for no value where the generator cannot do without."""
    if not key.refuses or not field.empty:
        return False
    return key.refuses == "empty" or _is_null(field)


def _denied(title: str, field: Field) -> Problem:
    what = f"{field.key} is not a key of a section and stops {title}"
    return Problem(field.key_span, what, field.key, advice="remove it or put it into `extra`")


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


def _typed(title: str, field: Field, key: ReservedKey) -> Iterator[Problem]:
    """A value that must be of one type, or is no value at all."""
    value = field.scalar
    if _is_null(field):
        return
    if value is not None and key.takes == "some text" and value.text == "":
        what = f"{field.key} is empty, at which {title} stops"
        yield Problem(field.key_span, what, field.key, advice="give it a value or remove it")
    elif value is None or not _FITS[key.takes](value):
        shown = f" {shorten(value.text)}" if value else ""
        what = f"{field.key}{shown} is not {_NAMES[key.takes]} and stops {title}"
        yield Problem(_span(field), what, field.key, advice=_ORDERS[key.takes])


def _flag(title: str, field: Field, key: ReservedKey) -> Iterator[Problem]:
    """A boolean; of a `draft` that is none another rule speaks."""
    value = field.scalar
    if field.role != "draft" or (value is not None and value.kind == "null"):
        yield from _typed(title, field, key)


def _texts(title: str, field: Field, key: ReservedKey) -> Iterator[Problem]:
    if _is_null(field):
        return  # it counts as a list without items
    if not isinstance(field.value, ListValue):
        what = f"{field.key} is not a list and stops {title}"
        yield Problem(_span(field), what, field.key, advice="write a list of texts")
        return
    for item in field.value.items:
        if not isinstance(item, Scalar) or item.kind != "string":
            what = f"{field.key} has an item that is not text and stops {title}"
            yield Problem(item.span, what, field.key, advice="put it in quotes")


def _terms(title: str, field: Field, key: ReservedKey) -> Iterator[Problem]:
    """A mapping of terms: what their lists contain is another rule's."""
    if _is_null(field):
        return
    if not isinstance(field.value, Table):
        what = f"{field.key} is not a mapping and stops {title}"
        yield Problem(_span(field), what, field.key, advice="write a mapping of lists")
        return
    for inner in field.value.fields:
        known = key.names is None or _folded(inner.key) in {_folded(name) for name in key.names}
        if not known and isinstance(inner.value, ListValue):
            what = f"{field.key} has `{inner.key}`, which the site's config does not define"
            advice = "define it there or remove it"
            yield Problem(inner.key_span, what, inner.key, advice=advice)


def _folded(name: str) -> str:
    return name.lower().replace(" ", "-").replace("_", "-")


def _is_whole(value: Scalar) -> bool:
    return value.kind == "int" and not value.text.startswith("-")


_FITS: dict[str, Callable[[Scalar], bool]] = {
    "string": lambda value: value.kind == "string",
    "some text": lambda value: value.kind == "string" and value.text != "",
    "boolean": lambda value: value.kind == "bool",
    "whole number": _is_whole,
}
_NAMES = {
    "string": "text",
    "some text": "text",
    "boolean": "a boolean",
    "whole number": "a whole number",
}
_ORDERS = {
    "string": "put it in quotes",
    "some text": "write a text or remove it",
    "boolean": "set it to true or false",
    "whole number": "write a whole number from 0 on without quotes",
}


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
    "string": _typed,
    "some text": _typed,
    "boolean": _flag,
    "whole number": _typed,
    "texts": _texts,
    "terms": _terms,
}

RULE = Rule(
    code="SCH007",
    name="reserved-misuse",
    severity="error",
    preset="default",
    precision=Precision("very-high", read=3, note="33 unseen sites"),
    needs=("reserved_keys",),
    check=check,
    concerns=concerns,
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
            "Zola: values of other types, and a taxonomy that the site does not have",
            """\
+++
title = 1984
slug = "" # later
weight = "5"
aliases = "old"
render = "no"
[taxonomies]
tags = ["Überflutung"]
topics = ["洪水"]
+++
Text.
""",
            (
                ("2:9-2:13", "title `1984` is not text and stops Zola; put it in quotes"),
                ("3:1-3:5", "slug is empty, at which Zola stops; give it a value or remove it"),
                (
                    "4:10-4:13",
                    (
                        "weight `5` is not a whole number and stops Zola; write a whole number "
                        "from 0 on without quotes"
                    ),
                ),
                ("5:11-5:16", "aliases is not a list and stops Zola; write a list of texts"),
                (
                    "6:10-6:14",
                    "render `no` is not a boolean and stops Zola; set it to true or false",
                ),
                (
                    "9:1-9:7",
                    (
                        "taxonomies has `topics`, which the site's config does not define; "
                        "define it there or remove it"
                    ),
                ),
            ),
            target="zola",
            site={"taxonomies": [{"name": "tags"}]},
        ),
        Example(
            "Zola: a section has no date",
            "+++\ntitle = 'Новости'\ndate = 2025-12-31\nsort_by = 'date'\n[extra]\na = 1\n+++\n",
            (
                (
                    "3:1-3:5",
                    (
                        "date is not a key of a section and stops Zola; "
                        "remove it or put it into `extra`"
                    ),
                ),
            ),
            target="zola",
            path="content/news/_index.md",
        ),
        Example(
            "Zola: all of it in its right form",
            """\
+++
title = "1984"
slug = "überflutung"
weight = 5
aliases = ["old"]
authors = []
own = 1
[taxonomies]
tags = ["a"]
+++
Text.
""",
            target="zola",
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
