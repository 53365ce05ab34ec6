"""A YAML value of any shape in the place of another."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from newslint.frontmatter.contract import CannotRender
from newslint.frontmatter.yaml import emit
from newslint.frontmatter.yaml.places import Layout
from newslint.frontmatter.yaml.quoting import Habits
from newslint.model.spans import Edit, Span
from newslint.model.values import Field, ListValue, Scalar, Table, Value, every_field
from newslint.site_article import Article
from newslint.text.regex import regex

_BLANKS_AT_END = regex(r"[ \t]*(?=\r?\n|[,}\]]|\Z)")


def replacements(article: Article, old: Value, new: Any) -> Iterator[list[Edit]]:
    """The ways to write a new value in the place of an old one."""
    yield from _Place(article, old).ways(new)


class _Place:
    """Where an old value stands."""

    def __init__(self, article: Article, old: Value) -> None:
        self.article = article
        self.text = article.text
        self.old = old
        self.layout = Layout(article)
        self.habits = Habits.of(article)
        self.field: Field | None = self.layout.field_of(old.span)

    def ways(self, new: Any) -> Iterator[list[Edit]]:
        nested = isinstance(new, dict | list) and bool(new)
        if nested and not self.layout.flow(self.old.span) and self.wants_lines(new):
            made = self.on_lines(new)
            if made is not None:
                yield [made]
        inline = emit.flow(new, self.write)
        yield self.inline(inline)
        if self.field is not None:  # with the anchor or the tag before the old value
            colon = self.layout.colon(self.field)
            yield [Edit(Span(colon, self.old.span.end), f" {inline}")]

    def write(self, text: str) -> str:
        """A text in the style that the values of the article have."""
        style = self.habits.items if isinstance(self.old, ListValue) else self.habits.quotes
        return self.habits.value(text, style)

    def wants_lines(self, new: Any) -> bool:
        """True where a list or mapping is to stand on lines of its own."""
        if isinstance(self.old, ListValue | Table) and self.old_is_on_lines:
            return True
        if isinstance(new, dict):
            return not (isinstance(self.old, Table) and self.old.flow)
        if isinstance(self.old, ListValue):
            return not self.old.flow
        values = [field.value for field in every_field(self.article.fields)]
        lists = [value for value in values if isinstance(value, ListValue) and value.items]
        return not lists or any(not value.flow for value in lists)

    @property
    def old_is_on_lines(self) -> bool:
        return isinstance(self.old, ListValue | Table) and not self.old.flow

    def on_lines(self, new: Any) -> Edit | None:
        """The new value on lines of its own; None where a comment is in the way."""
        lines = emit.block(new, self.write)
        start, end = self.old.span
        newline = self.layout.newline_before(self.layout.line_end(start))
        rest = self.text[end : self.layout.line_end(end)]
        if self.field is None:
            blank = isinstance(self.old, Scalar) and self.old.style == "empty"
            column = self.column(start) + blank
            made = (newline + " " * column).join(lines)
            return None if "#" in rest else Edit(self.old.span, " " * blank + made)
        colon = self.layout.colon(self.field)
        if "#" in self.text[colon:start] or ("#" in rest and not self.old_is_on_lines):
            return None
        column = self.indentation(isinstance(new, dict))
        made = "".join(f"{newline}{' ' * column}{line}" for line in lines)
        blanks = _BLANKS_AT_END.match(self.text, end)
        return Edit(Span(colon, blanks.end() if blanks else end), made)

    def indentation(self, mapping: bool) -> int:
        """The column of the new lines: that of the old ones where they can stay there."""
        assert self.field is not None
        outer = self.column(self.field.key_span.start)
        if self.old_is_on_lines:
            inner = self.column(self.old.span.start)
            if inner > outer or not mapping:
                return inner
        return outer + 2

    def column(self, offset: int) -> int:
        start = self.layout.line_start(offset)
        lead = self.text[start:offset]
        if "\t" in lead:
            raise CannotRender("a tab stands before it")
        return len(lead)

    def inline(self, made: str) -> list[Edit]:
        """The new value on the line of its key or dash."""
        start, end = self.old.span
        if isinstance(self.old, Scalar) and self.old.style == "empty":
            blanks = _BLANKS_AT_END.match(self.text, end)
            return [Edit(Span(start, blanks.end() if blanks else end), f" {made}")]
        if self.field is None or not self.old_is_on_lines:
            return [Edit(self.old.span, made)]
        colon = self.layout.colon(self.field)
        line = self.layout.line_end(colon)
        if line > start:
            return [Edit(Span(colon, end), f" {made}")]
        last = line - len(self.layout.newline_before(line))  # the comment after the colon stays
        return [Edit(Span(colon, colon), f" {made}"), Edit(Span(last, end), "")]
