"""TOML front matter -> fields with exact spans."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from newslint.frontmatter.contract import ParseOptions, ParseResult, ParsingStopped, too_many
from newslint.frontmatter.toml.build import Node
from newslint.frontmatter.toml.scan import Scanner
from newslint.frontmatter.toml.statements import Statement
from newslint.model.article import Comment
from newslint.model.faults import Broken, Fault
from newslint.model.spans import Span
from newslint.model.values import Field, ListValue, Table, Value


def parse(text: str, content: Span, reading: ParseOptions) -> ParseResult:
    """The fields of a block, or the faults that it has. Never raises for what stands in it.

    A `[table]` and a dotted key `table.key` are one field, `table`, where they stand first; its
    value spans from its first key to its last value before another top-level key.
    """
    whole = text[: content.end]
    root = _tree(whole, content.start, reading)
    if isinstance(root, Broken):
        return ParseResult((), _repaired(whole, content.start, reading, root))
    keys = len(root.children)
    if keys > reading.max_keys:
        return ParseResult((), (too_many(_first_line(text, content), keys, reading.max_keys),))
    return ParseResult(_apart(root.fields(reading.role_of)), ())


def comments(text: str, content: Span) -> tuple[Comment, ...]:
    """The comments of a block that can be read, in their order."""
    found = []
    for span in scan(text, content)[1]:
        line = text.rfind("\n", 0, span.start) + 1
        alone = not text[line : span.start].strip(" \t")
        found.append(Comment(span, text[span.start : span.end], alone))
    return tuple(found)


def scan(text: str, content: Span) -> tuple[list[Statement], list[Span]]:
    """The statements and the comments of a block that can be read. Raises ParsingStopped."""
    reading = ParseOptions(lambda _: "string", {}, 0, len(text))
    scanner = Scanner(text[: content.end], content.start, reading)
    return list(scanner.statements()), scanner.comments


def _tree(text: str, start: int, reading: ParseOptions) -> Node | Broken:
    scanner = Scanner(text, start, reading)
    root = table = Node("opened")
    try:
        for statement in scanner.statements():
            if statement.value is None:
                table = root.open(statement, text)
            else:
                table.put(statement.path, statement.value, text)
    except ParsingStopped as stopped:
        return stopped.fault
    return root


def _repaired(text: str, start: int, reading: ParseOptions, fault: Broken) -> tuple[Fault, ...]:
    """The faults with their repairs."""
    from newslint.frontmatter.line_repair import repairs
    from newslint.frontmatter.toml import repair as toml_repair

    def read(whole: str) -> Broken | None:
        root = _tree(whole, start, reading)
        return root if isinstance(root, Broken) else None

    return tuple(repairs(text, start, fault, read, toml_repair.propose))


def _apart(fields: tuple[Field, ...]) -> tuple[Field, ...]:
    """The fields with spans that do not overlap, though a table's parts may lie far apart."""
    starts = sorted(field.key_span.start for field in fields)
    made = []
    for field in fields:
        span = field.value.span
        place = bisect_right(starts, field.key_span.start)
        if place < len(starts) and span.end > starts[place]:
            ends = [end for start, end in _leaves(field.value) if start < starts[place]]
            end = max(ends, default=field.key_span.end)
            own = Span(min(span.start, end), end)
            field = field._replace(value=field.value._replace(span=own))
        made.append(field)
    return tuple(made)


def _leaves(value: Value) -> Iterator[Span]:
    """The spans of what the statements of a table say, and of its empty tables."""
    parts: tuple[Value, ...] = ()
    if isinstance(value, Table) and not value.flow:
        parts = tuple(field.value for field in value.fields)
    elif isinstance(value, ListValue) and not value.flow:
        parts = tuple(item for item in value.items if isinstance(item, Table) and not item.flow)
    if not parts:
        yield value.span
    for part in parts:
        yield from _leaves(part)


def _first_line(text: str, content: Span) -> Span:
    """The first line of the block that holds something."""
    start = content.end - len(text[content.start : content.end].lstrip())
    end = text.find("\n", start, content.end)
    end = content.end if end < 0 else end
    return Span(start, end - (text[end - 1 : end] == "\r"))
