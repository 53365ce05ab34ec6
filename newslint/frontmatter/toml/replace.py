"""Tables come into lists of tables, and what is a table of its own goes."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from newslint.frontmatter import toml
from newslint.frontmatter.contract import CannotRender
from newslint.frontmatter.places import TextLayout
from newslint.frontmatter.toml import emit
from newslint.frontmatter.toml.statements import Statement
from newslint.model.spans import Edit, Span
from newslint.model.values import ListValue
from newslint.site_article import Article


def appended(article: Article, items: ListValue, new: Any) -> list[Edit]:
    """The edit that puts a table after the last one, under a header like that one's."""
    text, layout = article.text, TextLayout(article)
    if not isinstance(new, dict) or not items.items or text[items.span.start] == "[":
        raise CannotRender("it is no list of tables")
    start, end = items.items[-1].span
    statements = [one for one in toml.scan(text, layout.content)[0] if one.start < end]
    headers = [one for one in statements if one.form == "element" and one.start < start]
    if not headers:
        raise CannotRender("the list of tables has no header")
    lines, header = layout.lines(statements[-1].start, statements[-1].end), headers[-1]
    newline = layout.newline_before(lines.end)
    apart = text[: layout.line_start(header.start)].endswith(newline * 2)
    made = [text[header.start : header.end], *emit.lines(new)]
    place = Span(lines.end, lines.end)
    return [Edit(place, newline * apart + "".join(line + newline for line in made))]


def removed(article: Article, paths: Collection[tuple[str, ...]]) -> list[Edit]:
    """The edits that remove keys with all that belongs to them: lines, headers and their lines.

    A path leads to a key through mappings alone. Raises CannotRender.
    """
    layout = TextLayout(article)
    edits: list[Edit] = []
    header: tuple[str, ...] = ()
    for statement in toml.scan(article.text, layout.content)[0]:
        names = tuple(key.name for key in statement.path)
        if statement.value is None:
            header = names
        whole = header if statement.value is None else (*header, *names)
        if any(whole[: len(path)] == path for path in paths):
            edits.append(Edit(layout.lines(statement.start, statement.end), ""))
    return edits


def without_tables(article: Article, items: ListValue, gone: Collection[int]) -> list[Edit]:
    """The edits that remove tables of a list of tables, each with its header and all below it."""
    layout = TextLayout(article)
    statements = list(toml.scan(article.text, layout.content)[0])
    start = items.items[0].span.start
    headers = [one for one in statements if one.form == "element" and one.start < start]
    if not headers:
        raise CannotRender("the list of tables has no header")
    of_list = [one for one in statements if one.start >= headers[-1].start]
    going = (one for index, one in _numbered(of_list) if index in gone)
    return [Edit(layout.lines(one.start, one.end), "") for one in going]


def _numbered(statements: list[Statement]) -> Iterator[tuple[int, Statement]]:
    """The statements of a list of tables, which begins with the first, each with its index in it;
    those of other tables have -1."""
    name = [key.name for key in statements[0].path]
    index, inside = -1, False
    for statement in statements:
        names = [key.name for key in statement.path]
        if statement.value is None:
            inside = names[: len(name)] == name
            index += statement.form == "element" and names == name
        yield (index if inside else -1), statement
