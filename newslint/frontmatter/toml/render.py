"""Changes -> edits of TOML text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise

from newslint.frontmatter import toml
from newslint.frontmatter.bracket_lists import restyled
from newslint.frontmatter.contract import CannotRender
from newslint.frontmatter.flow_lists import delete_flow, insert_flow
from newslint.frontmatter.places import TextLayout
from newslint.frontmatter.quote_style import Habits, requoted, style_like
from newslint.frontmatter.renderer import BracketRenderer, all_edits
from newslint.frontmatter.toml import keys as toml_keys
from newslint.frontmatter.toml import scalars as toml_text
from newslint.frontmatter.toml.statements import Statement
from newslint.model.changes import (
    Change,
    InsertItem,
    InsertKey,
    MoveUp,
    RenameKey,
    Requote,
    RestyleList,
    SetScalar,
)
from newslint.model.records import NamedTuple
from newslint.model.spans import Edit, Span
from newslint.model.values import Field, ListValue
from newslint.site_article import Article


def render(article: Article, changes: Iterable[Change]) -> list[Edit]:
    """The edits that make the changes, all in one text.

    Raises CannotRender when one of them cannot be made exactly: in a list of tables, after the
    first table, or because two of them contradict each other.
    """
    return all_edits(changes, lambda values: _Renderer.of(article).edits(values))


class _Owned(NamedTuple):
    """A statement and the top-level key that it is about; `named`: its own path starts there."""

    key: str
    statement: Statement
    named: bool


class _Renderer(BracketRenderer):
    def __init__(self, article: Article) -> None:
        super().__init__(article)
        self.layout = TextLayout(article)
        self.habits = Habits.of(article)

    # values

    def set_scalar(self, change: SetScalar) -> Edit:
        old = change.scalar
        if change.literal and toml_text.bare(change.text):
            return Edit(old.span, change.text)
        raw = self.text[old.span.start : old.span.end]
        newline = self.layout.newline_before(self.layout.line_end(old.span.start))
        made = toml_text.scalar(old, raw, change.text, self.habits.quotes, newline)
        return Edit(old.span, made)

    def string(self, text: str) -> str:
        return toml_text.quote(text, toml_text.preferred(text, self.habits.quotes))

    def requote(self, change: Requote) -> Edit:
        if change.style == "plain":
            raise CannotRender("a text has quotes in TOML")
        raw = self.text[change.scalar.span.start : change.scalar.span.end]
        return Edit(change.scalar.span, requoted(raw, change.scalar.text, change.style))

    # keys

    def rename(self, change: RenameKey) -> Iterable[Edit]:
        self.top_level(change.field)
        owned = [part for run in self.runs(change.field) for part in run]
        for key in (part.statement.path[0] for part in owned if part.named):
            first = self.text[key.span.start]
            made = toml_text.key(change.key, self.habits.quotes)
            if first in "\"'":
                made = toml_text.quote(change.key, "double" if first == '"' else "single")
            yield Edit(key.span, made)

    def delete_keys(self, fields: Sequence[Field]) -> Iterable[Edit]:
        inner = [field for field in fields if self.siblings(field) is not self.article.fields]
        going = {field.key_span for field in inner}
        for field in inner:
            if all(other.key_span in going for other in self.siblings(field)):
                raise CannotRender("nothing would be left of the table")
            statement, _ = self.last_of(field)
            yield Edit(self.layout.lines(statement.start, statement.end), "")
        if len(inner) < len(fields):
            yield from self.delete_tops([field for field in fields if field not in inner])

    def delete_tops(self, fields: Sequence[Field]) -> Iterable[Edit]:
        """Remove top-level keys with all their tables."""
        gone = {self.article.fields[self.top_level(field)].key for field in fields}
        runs = [(key, list(run)) for key, run in groupby(self.owned(), key=lambda part: part.key)]
        kept = [key for key, _ in runs if key not in gone]
        if any(one == other for one, other in pairwise(kept)):
            raise CannotRender("the parts of another table would come together")
        if sum(key in gone for key, _ in runs) > len(gone):
            raise CannotRender("the parts of the table stand apart")
        for key, run in runs:
            if key in gone:
                lines = self.layout.lines(run[0].statement.start, run[-1].statement.end)
                yield Edit(lines, "")

    def reorder_keys(self, order: tuple[int, ...]) -> Iterable[Edit]:
        statements = toml.scan(self.text, self.layout.content)[0]
        return toml_keys.reorder_keys(self.layout, statements, order)

    def insert_key(self, change: InsertKey) -> Iterable[Edit]:
        last, path = self.last_of(change.after)
        lines = self.layout.lines(last.start, last.end)
        lead = self.text[lines.start : last.start] + path + self.key_like(change.key, last, path)
        newline = self.layout.newline_before(lines.end)
        yield Edit(Span(lines.end, lines.end), f"{lead}{self.inserted(change)}{newline}")

    def move_up(self, change: MoveUp) -> Iterable[Edit]:
        statement = self.statement_of(change.field)
        if len(statement.path) > 1 or change.index >= len(self.article.fields):
            raise CannotRender("a part of a dotted key cannot be moved")
        lines = self.layout.lines(statement.start, statement.end)
        above = self.layout.comment_above(lines.start)
        comment = re.sub(r"(?m)^[ \t]+", "", self.text[above : lines.start])
        header = self.article.fields[change.index].key_span.start
        place = self.layout.comment_above(self.layout.line_start(header))
        if change.index:
            last = self.runs(self.article.fields[change.index - 1])[-1][-1].statement
            place = self.layout.lines(last.start, last.end).end
        yield Edit(Span(place, place), comment + self.text[statement.start : lines.end])
        yield Edit(Span(above, lines.end), "")

    def statement_of(self, field: Field) -> Statement:
        """The statement that a key inside a table begins, in a list of tables as well."""
        for statement in toml.scan(self.text, self.layout.content)[0]:
            if statement.path[-1].span == field.key_span and statement.value is not None:
                return statement
        raise CannotRender("the table stands on one line, or the key has a table of its own")

    def inserted(self, change: InsertKey) -> str:
        if change.items is not None:
            return self.array(change.items)
        if change.literal and toml_text.bare(change.text):
            return change.text
        style = style_like(change.after)
        style = style if style != "plain" else self.habits.quotes
        return toml_text.quote(change.text, toml_text.preferred(change.text, style))

    def last_of(self, field: Field) -> tuple[Statement, str]:
        """The statement that a field ends with, and the path before its own key (`extra.`)."""
        if self.siblings(field) is self.article.fields:
            run = self.runs(field)[0]
            last = run[-1].statement
            if run[0].statement.value is None or last.value is None:
                raise CannotRender("a key behind a table would belong to that table")
            return last, ""
        statement = self.statement_of(field)
        return statement, self.text[statement.start : statement.path[-1].span.start]

    def key_like(self, name: str, statement: Statement, path: str) -> str:
        """A key and its `=`, spaced as in a statement, the `=` below its `=` where that fits."""
        assert statement.value is not None
        start, end = statement.start + len(path), statement.path[-1].span.end
        before, _, behind = self.text[end : statement.value.span.start].partition("=")
        made = toml_text.key(name, self.habits.quotes)
        if len(before) > 1:
            return f"{made.ljust(end - start + len(before) - 1)} ={behind}"
        return f"{made}{before}={behind}"

    def runs(self, field: Field) -> list[list[_Owned]]:
        """The statements that make up a top-level key, in runs with nothing else between them."""
        owned = groupby(self.owned(), key=lambda part: part.key == field.key)
        return [list(run) for mine, run in owned if mine]

    def owned(self) -> Iterator[_Owned]:
        table, top = "", True
        for statement in toml.scan(self.text, self.layout.content)[0]:
            name = statement.path[0].name
            if statement.value is None:
                table, top = name, False
                yield _Owned(name, statement, True)
            elif top:
                yield _Owned(name, statement, True)
            else:
                yield _Owned(table, statement, False)

    # lists

    def delete_items(self, items: ListValue, gone: list[int]) -> Iterable[Edit]:
        self.refuse_tables(items)
        return delete_flow(self.layout, items, gone)

    def insert_item(self, change: InsertItem) -> Iterable[Edit]:
        self.refuse_tables(change.items)
        style = self.habits.items if self.habits.items != "plain" else self.habits.quotes
        if change.items.items:
            beside = self.habits.style_beside(change.items, max(change.index - 1, 0))
            style = beside if beside != "plain" else style
        made = toml_text.quote(change.text, toml_text.preferred(change.text, style))
        return insert_flow(self.layout, change.items, change.index, made)

    def restyle_list(self, change: RestyleList) -> Iterable[Edit]:
        span = change.field.value.span
        statements = toml.scan(self.text, self.layout.content)[0]
        if not any(made.value is not None and made.value.span == span for made in statements):
            raise CannotRender("it is a list of tables, or stands in a table on one line")
        return [restyled(self.layout, change, last_comma=True)]

    def refuse_tables(self, items: ListValue) -> None:
        if self.text[items.span.start : items.span.start + 1] != "[":
            raise CannotRender("a list of tables cannot be changed here")
