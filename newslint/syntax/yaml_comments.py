"""Comments in YAML front matter: only looked for where an article speaks to newslint."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.article import Comment, Field, Items, Scalar, Span, Table, Value

_HASH = re.compile(r"(?:^|(?<=[ \t]))#[^\r\n]*", re.MULTILINE)


def comments(text: str, content: Span, fields: tuple[Field, ...]) -> tuple[Comment, ...]:
    """The comments of a block, in their order; a `#` inside a value is none."""
    values = sorted(span for field in fields for span in _scalars(field))
    found = []
    for match in _HASH.finditer(text, content.start, content.end):
        start, end = match.span()
        if any(span.start <= start < span.end for span in values):
            continue
        line = text.rfind("\n", 0, start) + 1
        found.append(Comment(Span(start, end), match.group(), not text[line:start].strip()))
    return tuple(found)


def _scalars(field: Field) -> Iterator[Span]:
    yield field.key_span
    yield from _inside(field.value)


def _inside(value: Value) -> Iterator[Span]:
    if isinstance(value, Scalar):
        yield value.span
    elif isinstance(value, Items):
        for item in value.items:
            yield from _inside(item)
    elif isinstance(value, Table):
        for field in value.fields:
            yield from _scalars(field)
