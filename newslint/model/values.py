"""The values of front matter and the keys that they stand after, with exact spans.

All offsets are characters of the article's text, start included, end excluded. Nothing here knows
in which format (YAML, TOML, JSON) a value was written.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from newslint.model.records import NamedTuple
from newslint.model.spans import Span

Kind = Literal["string", "bool", "int", "float", "null", "date"]
Style = Literal["plain", "single", "double", "literal", "folded", "empty"]


class Scalar(NamedTuple):
    """One string, number, date, boolean or null.

    `span` covers the value with its quotes, without anchor and tag; for an empty value it is the
    point right after the colon; for an alias it is the `*name`. `text` is the value after
    unquoting. `kind` is what the target's own parser makes of it. `editable` is false where a
    change of the span would change other places too or another place (an alias).
    """

    span: Span
    text: str
    kind: Kind
    style: Style
    editable: bool = True


class ListValue(NamedTuple):
    """A list. `span` runs from the first item's dash or the `[` to the last item's end or `]`."""

    span: Span
    items: tuple[Value, ...]
    flow: bool
    editable: bool = True


class Table(NamedTuple):
    """A mapping inside the front matter."""

    span: Span
    fields: tuple[Field, ...]
    flow: bool
    editable: bool = True


Value = Scalar | ListValue | Table


class Field(NamedTuple):
    """One `key: value`. `key` is as written, `role` what the site uses it for.

    The role of a key that plays none is the key itself in lower case, or empty where that would be
    the name of a date that the target does not read.
    """

    key: str
    role: str
    key_span: Span
    value: Value

    @property
    def span(self) -> Span:
        """From the key's first character to the value's last."""
        return Span(self.key_span.start, self.value.span.end)

    @property
    def scalar(self) -> Scalar | None:
        """The value, when it is a single one."""
        value = self.value
        return value if isinstance(value, Scalar) else None

    @property
    def text(self) -> str | None:
        """The value's text when the target reads it as a string; None for anything else."""
        value = self.value
        if isinstance(value, Scalar) and value.kind == "string":
            return value.text
        return None

    @property
    def scalars(self) -> tuple[Scalar, ...]:
        """The single values in this field: of a list its items that are not lists or tables."""
        value = self.value
        if isinstance(value, Scalar):
            return (value,)
        if isinstance(value, ListValue):
            return tuple([item for item in value.items if isinstance(item, Scalar)])
        return ()

    @property
    def empty(self) -> bool:
        """True for null, an empty string, an empty list and an empty mapping."""
        value = self.value
        if isinstance(value, Scalar):
            if value.kind != "string":
                return value.kind == "null"
            return not value.text or value.text.isspace()
        return not (value.items if isinstance(value, ListValue) else value.fields)


def scalars_in(value: Value) -> Iterator[Scalar]:
    """The single values in a value, however deep, in the order of the text."""
    if isinstance(value, Scalar):
        yield value
    elif isinstance(value, ListValue):
        for item in value.items:
            yield from scalars_in(item)
    else:
        for field in value.fields:
            yield from scalars_in(field.value)


def every_field(fields: Iterable[Field]) -> Iterator[Field]:
    """Each field and those inside its value, however deep, in the order of the text."""
    for field in fields:
        yield field
        if not isinstance(field.value, Scalar):
            yield from _fields_in(field.value)


def _fields_in(value: Value) -> Iterator[Field]:
    if isinstance(value, Table):
        yield from every_field(value.fields)
    elif isinstance(value, ListValue):
        for item in value.items:
            if not isinstance(item, Scalar):
                yield from _fields_in(item)
