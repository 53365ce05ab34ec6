"""Comments in YAML front matter: only looked for where an article speaks to newslint."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from newslint.model.article import Comment
from newslint.model.spans import Span
from newslint.model.values import Field, ListValue, Scalar, Value

_HASH = r"(?m:^|(?<=[ \t]))#[^\r\n]*"


def comments(text: str, content: Span, fields: tuple[Field, ...]) -> tuple[Comment, ...]:
    """The comments of a block, in their order; a `#` inside a value is none."""
    if text.find("#", *content) < 0:
        return ()
    values = sorted(_in_fields(text, fields))
    found, pattern = [], re.compile(_HASH)
    match = pattern.search(text, *content)
    while match:
        start, end = match.span()
        before = bisect_right(values, (start, len(text))) - 1
        inside = before >= 0 and start < values[before].end
        if not inside:
            line = text.rfind("\n", 0, start) + 1
            found.append(Comment(Span(start, end), match.group(), not text[line:start].strip()))
        match = pattern.search(text, values[before].end if inside else end, content.end)
    return tuple(found)


def _in_fields(text: str, fields: Iterable[Field]) -> Iterator[Span]:
    for field in fields:
        yield field.key_span
        yield from _in_value(text, field.value)


def _in_value(text: str, value: Value) -> Iterator[Span]:
    """Where the text of a value stands, which no comment can be in."""
    if isinstance(value, Scalar):
        start, end = value.span
        if value.style in ("literal", "folded"):
            start = text.find("\n", start, end)  # after `|` and `>` there may be one
        yield Span(start if start >= 0 else end, end)
    elif isinstance(value, ListValue):
        for item in value.items:
            yield from _in_value(text, item)
    else:
        yield from _in_fields(text, value.fields)
