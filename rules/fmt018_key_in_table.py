"""key-in-table (FMT018): a key of the page stands after a table header and belongs to that table.

## What it does

Reports, in TOML, keys of the page (`draft`, `date`, `title` and the like) that stand below a header
such as `[params]`, `[menu.main]`, `[[resources]]` or `[taxonomies]` and not at the top level. In a
table that may have such a key itself, or that the site has made up, only a `draft`, or several of
these keys together, are surely meant for the page. Keys in braces or with dots are meant as they
stand, and so is everything below `[cascade]`.

## Why it matters

In TOML every key after a header belongs to that table, whatever the lines are indented like. Hugo
publishes a page whose `draft = true` is in a table, without its title and dated to the year 1. Zola
takes `date` below `[taxonomies]` for a taxonomy, and stops.

## Fix

The key moves above the first table, with the comment above it. Unsafe: the page gets another date,
another title, or is not published any more.

## Options

None.

## Source

TOML 1.0, Table; measured with Hugo 0.168; Zola, components/content/src/front_matter/page.rs.
"""

from newslint.rule import (
    Article,
    Example,
    Field,
    Fix,
    Iterator,
    ListValue,
    MoveUp,
    NamedTuple,
    NoOptions,
    Precision,
    Problem,
    Rule,
    Scalar,
    Table,
    Value,
)

_PAGE = frozenset(("title", "date", "draft", "slug", "lastmod", "updated", "aliases"))
"""Keys of which two in one table are meant for the page."""


class _Inner(NamedTuple):
    """A table that a header opens: its name, as it stands in the header, and its fields."""

    name: str
    fields: tuple[Field, ...]


def check(article: Article, options: NoOptions) -> Iterator[Problem]:
    """One problem for each key of the page in a table of TOML."""
    if not article.generator.top_keys or not article.block or article.block.format != "toml":
        return
    there = {field.key.lower() for field in article.fields}
    for field in article.fields:
        for table in _tables(article, field.key, field.value):
            lost = [one for one in table.fields if _is_of_page(article, table, one)]
            for inner in _certain(article, table, lost, there):
                yield _problem(article, table.name, inner, there)


def concerns(article: Article, options: NoOptions) -> bool:
    """False for formats in which no key falls into a table."""
    toml = article.block is not None and article.block.format == "toml"
    return toml and bool(article.generator.top_keys)


def _tables(article: Article, name: str, value: Value) -> Iterator[_Inner]:
    """The tables with headers of their own in a value, however deep."""
    if isinstance(value, ListValue) and not value.flow:
        for item in value.items:
            yield from _tables(article, name, item)
    elif isinstance(value, Table) and not value.flow:
        yield _Inner(name, tuple(one for one in value.fields if _stands_alone(article, one)))
        for field in value.fields:
            yield from _tables(article, f"{name}.{field.key}", field.value)


def _stands_alone(article: Article, field: Field) -> bool:
    """True for a key that begins its line: no part of a dotted key, of a header or of braces."""
    start = field.key_span.start
    return not article.text[article.text.rfind("\n", 0, start) + 1 : start].strip(" \t\"'")


def _is_of_page(article: Article, table: _Inner, field: Field) -> bool:
    key = field.key.lower()
    if key not in article.generator.top_keys or isinstance(field.value, Table):
        return False
    return key != "draft" or (field.scalar is not None and field.scalar.kind == "bool")


def _certain(
    article: Article, table: _Inner, lost: list[Field], there: set[str]
) -> Iterator[Field]:
    """Those of the keys that can only be meant for the page."""
    own = _own(article, table.name)
    if own is None:
        return
    missing = {field.key.lower() for field in lost} & _PAGE - there
    dated = bool(own) and _is_dated(article)
    for field in lost:
        key = field.key.lower()
        if key in there:
            wrong = not own and isinstance(field.value, Scalar)
        elif key in own:
            wrong = key in missing and len(missing) > 1
        else:
            wrong = key != "date" or not dated
        if wrong:
            yield field


def _own(article: Article, name: str) -> frozenset[str] | None:
    """The keys of the page that a table may have itself; None: any.

    In what the site has made up, below a table of the generator's too, that is all but a draft.
    """
    first = name.partition(".")[0].lower()
    tables = article.generator.own_tables
    if first in tables and tables[first] is None:
        return None
    made_up = _PAGE - {"draft"}
    return tables.get(name.lower(), tables.get(f"{first}.*", made_up) if "." in name else made_up)


def _is_dated(article: Article) -> bool:
    """True where the page has a date from elsewhere, or needs none."""
    page = article.generator.page(article)
    section = article.path.rpartition("/")[2].startswith("_index.")
    return section or (page is not None and any(role == "date" for role, _ in page.dates))


def _problem(article: Article, table: str, field: Field, there: set[str]) -> Problem:
    title = article.generator.title
    effect = "does not hide the page" if field.key.lower() == "draft" else "is not the page's own"
    what = f"{field.key} belongs to the table `{table}` and {effect} in {title}"
    if field.key.lower() in there:
        advice = f"remove it, as {field.key} is at the top level, too"
        return Problem(field.key_span, what, field.key, advice=advice)
    index = next(
        (at for at, one in enumerate(article.fields) if not _stands_alone(article, one)), None
    )
    fix = None
    if index is not None:
        why = "the page is published, dated or called differently then"
        fix = Fix("Move it above the first table", (MoveUp(field, index),), safe=False, why=why)
    return Problem(field.key_span, what, field.key, fix, advice="move it above the first table")


RULE = Rule(
    code="FMT018",
    name="key-in-table",
    severity="error",
    preset="default",
    precision=Precision("very-high", note="asked of the real program"),
    check=check,
    concerns=concerns,
    examples=(
        Example(
            "A draft that Hugo publishes, dated to the year 1",
            """\
+++
title = "Überflutung"

# what the theme wants
[params]
  color = 'blue'
  # not yet
  draft = true # desk
  date = 2025-12-31
+++
Text.
""",
            (
                (
                    "8:3-8:8",
                    (
                        "draft belongs to the table `params` and does not hide the page in Hugo; "
                        "move it above the first table"
                    ),
                ),
                (
                    "9:3-9:7",
                    (
                        "date belongs to the table `params` and is not the page's own in Hugo; "
                        "move it above the first table"
                    ),
                ),
            ),
            """\
+++
title = "Überflutung"
# not yet
draft = true # desk
date = 2025-12-31

# what the theme wants
[params]
  color = 'blue'
+++
Text.
""",
            unsafe=True,
        ),
        Example(
            "Everything after a menu's table, and nothing before it",
            """\
+++
[menu.main]
weight = 5
title = '洪水'
date = 2025-12-31
+++
Text.
""",
            (
                (
                    "4:1-4:6",
                    (
                        "title belongs to the table `menu.main` and is not the page's own in "
                        "Hugo; move it above the first table"
                    ),
                ),
                (
                    "5:1-5:5",
                    (
                        "date belongs to the table `menu.main` and is not the page's own in "
                        "Hugo; move it above the first table"
                    ),
                ),
            ),
            """\
+++
title = '洪水'
date = 2025-12-31
[menu.main]
weight = 5
+++
Text.
""",
            unsafe=True,
        ),
        Example(
            "A date among the taxonomies of Zola",
            """\
+++
title = "Наводнение"
[taxonomies]
tags = ["b"]
date = 2020-01-01
+++
Text.
""",
            (
                (
                    "5:1-5:5",
                    (
                        "date belongs to the table `taxonomies` and is not the page's own in "
                        "Zola; move it above the first table"
                    ),
                ),
            ),
            """\
+++
title = "Наводнение"
date = 2020-01-01
[taxonomies]
tags = ["b"]
+++
Text.
""",
            unsafe=True,
            target="zola",
        ),
        Example(
            "A list of tables",
            """\
+++
title = "Flood"
date = 2025-12-31
[[resources]]
src = "a.jpg"

# not yet
draft = true
[[resources]]
src = "b.jpg"
+++
Text.
""",
            (
                (
                    "8:1-8:6",
                    (
                        "draft belongs to the table `resources` and does not hide the page in "
                        "Hugo; move it above the first table"
                    ),
                ),
            ),
            """\
+++
title = "Flood"
date = 2025-12-31
# not yet
draft = true
[[resources]]
src = "a.jpg"

[[resources]]
src = "b.jpg"
+++
Text.
""",
            unsafe=True,
        ),
        Example(
            "Keys that tables have themselves",
            """\
+++
title = "Flood"
date = 2025-12-31
params.date = "2025"
event = { date = "2025", draft = true }
[menu.main]
title = "Fluten"
weight = 5
[[resources]]
src = "a.jpg"
title = "The river"
[params]
title = "Another one"
tags = ["a"]
[params.author]
title = "Dr"
[conference]
date = 2026-05-01
[[cascade]]
draft = true
date = 2020-01-01
+++
Text.
""",
        ),
        Example(
            "The date is there, and what Zola keeps in `extra`",
            """\
+++
title = "Flood"
date = 2025-12-31
[taxonomies]
tags = ["a"]
authors = ["Ann"]
[extra]
date = "a text"
title = "Another"
description = "x"
+++
Text.
""",
            target="zola",
        ),
    ),
)
