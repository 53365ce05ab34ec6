"""Where things stand in a YAML block: lines, gaps between values, what encloses a value."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from newslint.frontmatter.contract import CannotRender
from newslint.frontmatter.places import TextLayout
from newslint.frontmatter.yaml.properties import PROPERTIES
from newslint.model.spans import Span
from newslint.model.values import Field, ListValue, Scalar, Table, Value
from newslint.site_article import Article
from newslint.text.regex import regex

_KEY_TO_VALUE = regex(r"[ \t]*:")


class Layout(TextLayout):
    """Questions about the places in an article's front matter. Offsets are those of the text."""

    indentation = " "
    rest = regex(r"[ \t]*(?:#[^\r\n\x85\u2028\u2029]*)?\r?(?:\n|\Z)")

    def __init__(self, article: Article) -> None:
        super().__init__(article)
        self._starts: dict[int, list[int]] = {}
        start = _behind_properties(self.text, self.behind_gap(self.content.start))
        self.flow_root = self.text.startswith("{", start)

    def colon(self, field: Field) -> int:
        """Right after the colon of a key. Raises CannotRender when it is not where it should."""
        match = _KEY_TO_VALUE.match(self.text, field.key_span.end)
        if match is None or self.text[field.key_span.start : field.key_span.start + 1] == "*":
            raise CannotRender("the key has a form of its own")
        return match.end()

    def flow(self, span: Span) -> bool:
        """True when a value stands between brackets."""
        return self.flow_root or any(
            isinstance(value, ListValue | Table) and value.flow and value.span != span
            for _, value in self.path(span)
        )

    def field_of(self, span: Span) -> Field | None:
        """The field whose whole value has this span; None for an item of a list."""
        return next((field for field, value in self.path(span) if value.span == span), None)

    def path(self, span: Span) -> Iterator[tuple[Field | None, Value]]:
        """The values around a value and itself, from the outside, with their fields."""
        inside: Sequence[Field | Value] = self.fields
        while inside:
            index = bisect_right(self.starts_of(inside), span.start) - 1
            found = inside[max(index, 0)]
            value = found.value if isinstance(found, Field) else found
            if not value.span.start <= span.start or not span.end <= value.span.end:
                return
            yield found if isinstance(found, Field) else None, value
            inside = value.items if isinstance(value, ListValue) else ()
            inside = value.fields if isinstance(value, Table) else inside

    def starts_of(self, inside: Sequence[Field | Value]) -> list[int]:
        """Where the parts of one value of the article begin: looked up once."""
        starts = self._starts.get(id(inside))
        if starts is None:
            starts = self._starts[id(inside)] = [
                one.key_span.start if isinstance(one, Field) else one.span.start for one in inside
            ]
        return starts

    def swallows(self, above: Value | None, end: int) -> bool:
        """True when a block scalar that ends `above` would take in what follows at `end`: a comment
        or blanks on a line of their own, and empty lines where it keeps them."""
        last = last_scalar(above)
        if last is None or last.style not in ("literal", "folded"):
            return False
        following = self.text[end : self.content.end]
        *blank, rest = following[: len(following) - len(following.lstrip(" \t\r\n"))].split("\n")
        if any(line.strip("\r") for line in blank) or (blank and self.keeps_lines(last)):
            return True
        return bool(rest) and following.lstrip(" \t\r\n").startswith("#")

    def keeps_lines(self, scalar: Scalar) -> bool:
        """True for a block scalar that has the empty lines after it in its value (`|+`)."""
        block = scalar.style in ("literal", "folded")
        return block and "+" in self.text[scalar.span.start : scalar.span.start + 3]

    def end_of(self, value: Value, lines: Span) -> int:
        """Where a line can be inserted after a value: after the empty lines that belong to it."""
        last, end = last_scalar(value), lines.end
        while last and self.keeps_lines(last) and end < self.content.end:
            following = self.line_end(end)
            if self.text[end:following].strip():
                break
            end = following
        return end


def _behind_properties(text: str, start: int) -> int:
    if text[start : start + 1].isalnum():
        return start
    properties = re.compile(PROPERTIES).match(text, start)
    return properties.end() if properties else start


def anchors_used(value: Value, text: str) -> bool:
    """True when an alias elsewhere stands for this value, or for one in it."""
    if not value.editable:
        return text[value.span.start : value.span.start + 1] != "*"
    if isinstance(value, ListValue):
        return any(anchors_used(item, text) for item in value.items)
    return isinstance(value, Table) and any(anchors_used(f.value, text) for f in value.fields)


def last_scalar(value: Value | None) -> Scalar | None:
    """The single value that a value in block style ends with."""
    while isinstance(value, ListValue | Table) and not value.flow:
        value = value.items[-1] if isinstance(value, ListValue) else value.fields[-1].value
    return value if isinstance(value, Scalar) else None
