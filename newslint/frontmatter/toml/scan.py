"""TOML front matter -> its statements, with exact spans.

Why not a library: tomllib and tomlkit give no places of values (tomlkit's can be had from a private
method, at six times the time that this takes), tomllib and tomlkit before 0.14 refuse what Hugo
0.168 reads (TOML 1.1: `\\e`, `\\x41`, times without seconds, line breaks and a last comma in inline
tables), and none of them says what to do about a mistake. Both are read against this scanner in the
tests, and every fixed block once more before it is written (`frontmatter.toml.crosscheck`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from newslint.frontmatter.contract import MAX_DEPTH, ParseOptions, refused, too_deep
from newslint.frontmatter.toml.build import Node
from newslint.frontmatter.toml.errors import (
    control_character,
    more_on_line,
    no_comma,
    no_equals,
    no_key,
    no_value,
    open_string,
)
from newslint.frontmatter.toml.segments import unescape
from newslint.frontmatter.toml.statements import Key, Statement
from newslint.frontmatter.toml.tokens import (
    BARE_KEY,
    BASIC,
    BLANKS,
    GAP,
    LITERAL,
    LONG_BASIC,
    LONG_LITERAL,
    PLAIN,
    REST,
    SIMPLE,
    impossible,
)
from newslint.model.spans import Span
from newslint.model.values import Field, Kind, ListValue, Scalar, Style, Table, Value


class Scanner:
    """Reads `text` from `at` to its end. `comments` are the spans of those it has passed."""

    def __init__(self, text: str, at: int, reading: ParseOptions) -> None:
        self.text = text
        self.at = at
        self.role_of = reading.role_of
        self.max_depth = min(reading.max_depth, MAX_DEPTH)
        self.comments: list[Span] = []
        self.level = 0  # parts of the name of the table that is open

    def statements(self) -> Iterator[Statement]:
        """The statements in their order. Raises ParsingStopped at the first mistake."""
        text, at, simple, size = self.text, self.at, SIMPLE.match, len(self.text)
        while at < size:
            line = simple(text, at)
            if line is not None:
                yield _simple_pair(line)
                at = line.end()
                continue
            at = self.gap(at)
            if at < size:
                made = self.header(at) if text[at] == "[" else self.pair(at)
                yield made
                at = self.rest_of_line(made)

    # lines

    def pair(self, at: int) -> Statement:
        path, behind = self.path(at)
        if self.text[behind : behind + 1] != "=":
            raise no_equals(self.text, path[-1].name, path[-1].span.end, behind)
        value, end = self.value(self.blanks(behind + 1), self.level + len(path))
        return Statement("pair", path, value, at, end)

    def header(self, at: int) -> Statement:
        double = self.text.startswith("[[", at)
        brackets = "]]" if double else "]"
        path, end = self.path(self.blanks(at + len(brackets)))
        if not self.text.startswith(brackets, end):
            raise refused(end, end + 1, f"`{brackets}` is missing after the table's name")
        self.level = len(path)
        form: Literal["table", "element"] = "element" if double else "table"
        return Statement(form, path, None, at, end + len(brackets))

    def path(self, at: int) -> tuple[tuple[Key, ...], int]:
        """The parts of a key, and the offset of what follows the blanks after it."""
        keys = []
        while True:
            key = self.key(at)
            keys.append(key)
            if len(keys) > self.max_depth:
                raise too_deep(key.span.start, self.max_depth)
            at = self.blanks(key.span.end)
            if self.text[at : at + 1] != ".":
                return tuple(keys), at
            at = self.blanks(at + 1)

    def key(self, at: int) -> Key:
        bare = BARE_KEY.match(self.text, at)
        if bare:
            return Key(bare[0], Span(*bare.span()))
        if self.text[at : at + 1] in ('"', "'") and self.text[at : at + 3] not in ('"""', "'''"):
            name = self.string(at)
            return Key(name.text, name.span)
        raise no_key(self.text, at)

    def rest_of_line(self, made: Statement) -> int:
        """The start of the next line. Raises ParsingStopped when more stands on this one."""
        rest = REST.match(self.text, made.end)
        if rest is None:
            raise more_on_line(self.text, self.blanks(made.end), made.value)
        if rest[1]:
            self.comments.append(Span(*rest.span(1)))
        return rest.end()

    # values

    def value(self, at: int, depth: int) -> tuple[Value, int]:
        """The value at an offset, and where it ends."""
        if depth > self.max_depth:
            raise too_deep(at, self.max_depth)
        first = self.text[at : at + 1]
        if first == '"' or first == "'":
            made = self.string(at)
            return made, made.span.end
        if first == "[":
            return self.array(at, depth)
        if first == "{":
            return self.inline_table(at, depth)
        return self.plain(at)

    def string(self, at: int) -> Scalar:
        quote = self.text[at]
        if self.text.startswith(quote * 3, at):
            return self.long_string(at, quote)
        match = (BASIC if quote == '"' else LITERAL).match(self.text, at)
        assert match is not None
        end = match.end()
        if self.text[end : end + 1] != quote:
            raise open_string(self.text, at, end, quote)
        style: Style = "double" if quote == '"' else "single"
        text = self.unescaped(match, escapes=quote == '"')
        return Scalar(Span(at, end + 1), text, "string", style)

    def long_string(self, at: int, quote: str) -> Scalar:
        match = (LONG_BASIC if quote == '"' else LONG_LITERAL).match(self.text, at)
        assert match is not None
        end = match.end()
        if not self.text.startswith(quote * 3, end):
            raise open_string(self.text, at, end, quote * 3)
        more = 0  # up to two quotes may stand before the three that close
        while more < 2 and self.text[end + 3 + more : end + 4 + more] == quote:
            more += 1
        text = self.unescaped(match, escapes=quote == '"') + quote * more
        return Scalar(Span(at, end + 3 + more), text, "string", "literal")

    def unescaped(self, match: re.Match[str], *, escapes: bool) -> str:
        text = match[1]
        if not escapes or "\\" not in text:
            return text.replace("\r\n", "\n")
        try:
            return unescape(text)
        except ValueError as error:
            at = match.start(1) + int(error.args[0])
            raise refused(at, at + 1, "the escape is not a Unicode character") from None

    def plain(self, at: int) -> tuple[Scalar, int]:
        match = PLAIN.match(self.text, at)
        if match is None:
            raise no_value(self.text, at)
        kind: Kind = match.lastgroup  # type: ignore[assignment]  # the groups have its names
        span, text = Span(*match.span()), match[0]
        if problem := impossible(match):
            advice = "" if kind == "date" else "put it in quotes"
            raise refused(*span, f"`{text[:40]}` {problem}", advice=advice)
        return Scalar(span, text, kind, "plain"), span.end

    def array(self, start: int, depth: int) -> tuple[ListValue, int]:
        text, items = self.text, []
        at = self.gap(start + 1)
        while text[at : at + 1] != "]":
            if at >= len(text):
                raise refused(start, start + 1, "`[` is never closed")
            value, at = self.value(at, depth + 1)
            items.append(value)
            at = self.gap(at)
            if text[at : at + 1] == ",":
                at = self.gap(at + 1)
            elif text[at : at + 1] != "]":
                raise no_comma(self.text, start, at, value, "]")
        span = Span(start, at + 1)
        return ListValue(span, tuple(items), "\n" not in text[start:at]), span.end

    def inline_table(self, start: int, depth: int) -> tuple[Table, int]:
        text, node = self.text, Node("dotted")
        at = self.gap(start + 1)
        while text[at : at + 1] != "}":
            if at >= len(text):
                raise refused(start, start + 1, "`{` is never closed")
            path, at = self.path(at)
            if len(path) + depth > self.max_depth:
                raise too_deep(at, self.max_depth)
            if text[at : at + 1] != "=":
                raise no_equals(self.text, path[-1].name, path[-1].span.end, at)
            value, at = self.value(self.blanks(at + 1), depth + len(path))
            node.put(path, value, text)
            at = self.gap(at)
            if text[at : at + 1] == ",":
                at = self.gap(at + 1)
            elif text[at : at + 1] != "}":
                raise no_comma(self.text, start, at, value, "}")
        fields: tuple[Field, ...] = node.fields(self.role_of)
        return Table(Span(start, at + 1), fields, True), at + 1

    # what stands between

    def blanks(self, at: int) -> int:
        match = BLANKS.match(self.text, at)
        assert match is not None
        return match.end()

    def gap(self, at: int) -> int:
        """The end of the blanks, line ends and comments at an offset."""
        match = GAP.match(self.text, at)
        assert match is not None
        end = match.end()
        if "#" in match[0]:
            found = re.compile(r"#[^\r\n]*").finditer(self.text, at, end)
            self.comments += (Span(*comment.span()) for comment in found)
        if self.text[end : end + 1] in ("#", "\r"):
            raise control_character(self.text, end)
        return end


def _simple_pair(line: re.Match[str]) -> Statement:
    """The statement of a line that SIMPLE matches: a key with a string or a boolean.

    Group 1 is the key, 2 a text between double quotes, 3 one between single quotes.
    """
    found = line.lastindex or 0
    start, end = line.span(found)
    key = Key(line[1], Span(*line.span(1)))
    if found >= 4:
        value = Scalar(Span(start, end), line[found], "bool", "plain")
        return Statement("pair", (key,), value, key.span.start, end)
    style: Style = "double" if found == 2 else "single"
    value = Scalar(Span(start - 1, end + 1), line[found], "string", style)
    return Statement("pair", (key,), value, key.span.start, end + 1)
