"""Values of any shape in the place of others, as the edits of one text.

What a rule wants to change is one scalar, item or key (`newslint.frontmatter.render`); here a list
or a mapping may come where a text stood. Several ways are tried, the nearest to the old text first:
who asks takes the first that reads as it should.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from newslint.frontmatter.contract import CannotRender
from newslint.frontmatter.new_values import Form
from newslint.frontmatter.places import TextLayout
from newslint.model.spans import Edit, Span
from newslint.model.values import ListValue, Scalar, Table, Value, every_field
from newslint.site_article import Article

Edits = list[Edit]


def replacements(article: Article, old: Value, new: Any) -> Iterator[Edits]:
    """The ways to write a new value in the place of an old one. Raises CannotRender."""
    if not old.editable:
        raise CannotRender("it is shared through an alias")
    assert article.block is not None
    if article.block.format == "yaml":
        from newslint.frontmatter.yaml.replace import replacements as yaml_replacements

        yield from yaml_replacements(article, old, new)
    elif article.block.format == "toml":
        from newslint.frontmatter.toml import emit as toml_emit

        if not isinstance(old, Scalar) and article.text[old.span.start] not in "[{":
            raise CannotRender("a table of its own is no value on one line")
        yield [Edit(old.span, toml_emit.inline(new))]
    else:
        yield [Edit(old.span, _json(article, old, new))]


def written_key(article: Article, name: str) -> str:
    """A new key as it is written in an article."""
    assert article.block is not None
    if article.block.format == "yaml":
        from newslint.frontmatter.yaml import emit as yaml_emit

        return yaml_emit.key(name)
    if article.block.format == "toml":
        from newslint.frontmatter.toml import emit as toml_emit

        return toml_emit.key(name)
    from newslint.frontmatter.json import emit as json_emit

    return json_emit.text(name)


def filled(article: Article, values: dict[str, Any]) -> Edits:
    """The keys of a block that has none. Raises CannotRender."""
    assert article.block is not None
    block = article.block
    content = article.text[slice(*block.content)]
    newline = "\r\n" if "\r\n" in article.text[: block.body] else "\n"
    lines = front_matter(values, block.format)
    if block.format == "json":
        return [Edit(block.content, newline.join(lines))]
    made = "".join(line + newline for line in lines)
    if content.strip() == "{}" and block.format == "yaml":
        return [Edit(block.content, made)]
    if content and not content.endswith("\n"):
        raise CannotRender("the front matter does not end with its line")
    return [Edit(Span(block.content.end, block.content.end), made)]


def front_matter(values: dict[str, Any], form: Form) -> list[str]:
    """The lines of new front matter, without delimiters, as every parser reads it alike."""
    if form == "yaml":
        from newslint.frontmatter.yaml import emit as yaml_emit

        return yaml_emit.lines(values)
    if form == "toml":
        from newslint.frontmatter.toml import emit as toml_emit

        return toml_emit.lines(values)
    from newslint.frontmatter.json import emit as json_emit

    return json_emit.text(values, indent=2).split("\n")


def _json(article: Article, old: Value, new: Any) -> str:
    from newslint.frontmatter.json import emit as json_emit

    layout = TextLayout(article)
    content = article.text[slice(*layout.content)]
    ascii_only = "\\u" in content and content.isascii()
    indent = None
    in_line = _around_is_flow(article, old)
    if isinstance(new, dict | list) and not in_line and _many_lines(article, old, new):
        first = article.fields[0].key_span.start
        unit = article.text[layout.line_start(first) : first]
        indent = unit if unit.strip(" \t") == "" else None
    made = json_emit.text(new, indent=indent, ascii_only=ascii_only)
    if indent is None:
        return made
    start = layout.line_start(old.span.start)
    line = article.text[start : old.span.start]
    lead = line[: len(line) - len(line.lstrip(" \t"))]
    return made.replace("\n", layout.newline_before(layout.line_end(start)) + lead)


def _around_is_flow(article: Article, old: Value) -> bool:
    """True for a value in a list or mapping that stands on one line."""
    start, end = old.span
    values = (field.value for field in every_field(article.fields))
    nested = (value for value in values if not isinstance(value, Scalar) and value.flow)
    return any(value.span.start < start and end < value.span.end for value in nested)


def _many_lines(article: Article, old: Value, new: Any) -> bool:
    """True where the article has its lists or mappings, or this one, on several lines."""
    if isinstance(old, ListValue | Table):
        return not old.flow
    shape = ListValue if isinstance(new, list) else Table
    nested = [f.value for f in every_field(article.fields) if isinstance(f.value, shape)]
    return any(not value.flow for value in nested if isinstance(value, ListValue | Table))


def appended(article: Article, items: ListValue, new: Any) -> Edits:
    """Another table after the last of a list of tables. Raises CannotRender for any other list."""
    if article.block is None or article.block.format != "toml":
        raise CannotRender("it is no list of tables")
    from newslint.frontmatter.toml.replace import appended as toml_appended

    return toml_appended(article, items, new)


def removed(article: Article, paths: Collection[tuple[str, ...]]) -> Edits:
    """Keys with all that belongs to them, wherever it stands. Raises CannotRender."""
    if article.block is None or article.block.format != "toml":
        raise CannotRender("the parts of a mapping stand together")
    from newslint.frontmatter.toml.replace import removed as toml_removed

    return toml_removed(article, paths)


def without_items(article: Article, items: ListValue, gone: Collection[int]) -> Edits:
    """Items of a list in brackets go with one comma each, tables of a list with their headers.

    What else stands around them stays. Raises CannotRender.
    """
    if article.block and article.block.format == "toml" and article.text[items.span.start] != "[":
        from newslint.frontmatter.toml.replace import without_tables

        return without_tables(article, items, gone)
    layout = TextLayout(article)
    staying = [at for at in range(len(items.items)) if at not in gone]
    if not items.flow and article.text[items.span.start] != "[":
        raise CannotRender("the items stand on lines")
    edits = [Edit(items.items[at].span, "") for at in gone]
    for at in gone:  # the comma after it; after those at the end that before the first of them
        last = bool(staying) and at > staying[-1]
        comma = layout.behind_gap(items.items[at - 1 if last else at].span.end)
        if article.text[comma] == ",":
            edits.append(Edit(Span(comma, comma + 1), ""))
    return edits
