"""libyaml's nodes -> values with exact spans.

What is odd about the nodes' marks is fixed here and nowhere else: properties (`&anchor`, `!!tag`)
are cut off the front of a span, block scalars lose the empty lines after them, block lists and
mappings end where their last value ends (libyaml: at the next key), `a: b` in a flow list ends
before its comma, an empty value stands after its colon (libyaml: somewhere after it), and an
alias at its own `*name` (libyaml: at its anchor).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from yaml import MappingNode, Node, ScalarNode, SequenceNode

from newslint.frontmatter.contract import ParseOptions
from newslint.frontmatter.yaml.compose import with_surrogates
from newslint.frontmatter.yaml.properties import GAP, PROPERTIES
from newslint.model.spans import Span
from newslint.model.values import Field, Kind, ListValue, Scalar, Style, Table, Value

_STYLES: dict[str, Style] = {
    "": "plain",
    "'": "single",
    '"': "double",
    "|": "literal",
    ">": "folded",
}
_BLOCK_STYLES = ("|", ">")
_PROPERTY = ("&", "!")
_KINDS: dict[str, Kind] = {
    "tag:yaml.org,2002:int": "int",
    "tag:yaml.org,2002:float": "float",
    "tag:yaml.org,2002:bool": "bool",
    "tag:yaml.org,2002:null": "null",
    "tag:yaml.org,2002:timestamp": "date",
}
_COLON = rf"{GAP}:"  # rarely needed: compiled when it is


class OddKeyError(Exception):
    """A list or a mapping stands where a key must; `index` is its place in the block."""

    def __init__(self, index: int) -> None:
        self.index = index


class Builder:
    """Makes values of the nodes of one block, in the order of its text.

    `content` is the block's text and `offset` where it starts. `shared` are the ids of the nodes
    that aliases stand for, `aliases` the places of the aliases in their order. `stand_ins` says
    that the nodes are of a text with stand-ins for surrogates.
    """

    def __init__(self, content: str, offset: int, reading: ParseOptions, stand_ins: bool) -> None:
        self.content = content
        self.offset = offset
        self.kind = reading.kind
        self.role_of = reading.role_of
        self.stand_ins = stand_ins
        self.properties = "&" in content or "!" in content
        self.shared: frozenset[int] = frozenset()
        self.aliases: Iterator[Span] = iter(())
        self.done: dict[int, Value] = {}

    def fields(self, node: MappingNode) -> tuple[Field, ...]:
        """The fields of a mapping. Raises OddKeyError."""
        return tuple([self.field(key, value) for key, value in node.value])

    def field(self, key: Node, value: Node) -> Field:
        text, span = self.key(key)
        folded = text.lower()
        role = self.role_of.get(folded, folded)
        return Field(text, role, span, self.value(value, span.end - self.offset))

    def key(self, node: Node) -> tuple[str, Span]:
        start, end = node.start_mark.index, node.end_mark.index
        plain = isinstance(node, ScalarNode) and node.style not in _BLOCK_STYLES
        rare = self.shared or self.stand_ins or self.content[start : start + 1] in _PROPERTY
        if rare or not plain:
            name = self.value(node, start)
            if not isinstance(name, Scalar):
                raise OddKeyError(name.span.start - self.offset)
            return name.text, name.span
        return node.value, Span(start + self.offset, end + self.offset)

    def value(self, node: Node, after: int) -> Value:
        """The value of a node; `after` is where that ends which stands before it."""
        if id(node) not in self.shared:
            return self.fresh(node, after)
        known = self.done.get(id(node))
        if known is not None:
            return _aliased(known, next(self.aliases))
        made = self.done[id(node)] = _locked(self.fresh(node, after))
        return made

    def fresh(self, node: Node, after: int) -> Value:
        if isinstance(node, ScalarNode):
            return self.scalar(node, after)
        if isinstance(node, SequenceNode):
            return self.items(node)
        assert isinstance(node, MappingNode)
        return self.table(node)

    def scalar(self, node: ScalarNode, after: int) -> Scalar:
        start, end, text = node.start_mark.index, node.end_mark.index, node.value
        style = _STYLES[node.style]
        tagged = False
        if style == "plain" and start == end:
            start = end = self.place_of_nothing(end, after)
        elif self.properties and self.content[start : start + 1] in _PROPERTY:
            start, tagged = self.behind_properties(start, end)
        kind: Kind = "string"
        if style == "plain":
            kind = self.kind(text)
            style = "plain" if start < end else "empty"
        elif node.style in _BLOCK_STYLES:
            end = self.block_end(start, end)
        if tagged:
            kind = _KINDS.get(node.tag, "string")
        if self.stand_ins:
            text = with_surrogates(text)
        return Scalar(Span(start + self.offset, end + self.offset), text, kind, style)

    def items(self, node: SequenceNode) -> ListValue:
        made = tuple([self.value(child, child.start_mark.index) for child in node.value])
        start, end = node.start_mark.index, node.end_mark.index
        if self.properties:
            start, _ = self.behind_properties(start, end)
        stop = end + self.offset if node.flow_style else made[-1].span.end
        return ListValue(Span(start + self.offset, stop), made, bool(node.flow_style))

    def table(self, node: MappingNode) -> Table:
        fields = self.fields(node)
        start, end = node.start_mark.index, node.end_mark.index
        if self.properties:
            start, _ = self.behind_properties(start, end)
        if self.content[start] == "{":
            span = Span(start + self.offset, end + self.offset)
        else:  # a block mapping, or `a: b` in a flow list: without brackets it is never empty
            span = Span(fields[0].key_span.start, fields[-1].value.span.end)
        return Table(span, fields, bool(node.flow_style))

    def behind_properties(self, start: int, end: int) -> tuple[int, bool]:
        """Where a node starts after its anchor and tag, and whether it has a tag."""
        if self.content[start : start + 1] not in _PROPERTY:
            return start, False
        match = re.compile(PROPERTIES).match(self.content, start, end)
        assert match is not None
        return match.end(), match[1] is not None

    def place_of_nothing(self, end: int, after: int) -> int:
        """Right after the colon or the dash of an empty value; else after its key."""
        if end == after or self.content[after : after + 1] == ":":
            return min(end, after + 1)
        colon = re.compile(_COLON).match(self.content, after, end)
        return colon.end() if colon else after

    def block_end(self, start: int, end: int) -> int:
        """The end of the last line of a block scalar that holds something."""
        shown = self.content[start:end].rstrip(" \t\r\n")
        stop = start + len(shown)
        while "\n" in shown and self.content[stop : stop + 1] in (" ", "\t"):
            stop += 1
        return stop


def _locked(value: Value) -> Value:
    """An anchored value that is used elsewhere too: a change would reach further than it shows."""
    if isinstance(value, Scalar):
        return value._replace(editable=False)
    if isinstance(value, ListValue):
        return value._replace(items=tuple(map(_locked, value.items)), editable=False)
    fields = tuple(field._replace(value=_locked(field.value)) for field in value.fields)
    return value._replace(fields=fields, editable=False)


def _aliased(value: Value, span: Span) -> Value:
    """A value met again through an alias: all of it lies at the `*name`."""
    if isinstance(value, Scalar):
        return value._replace(span=span, editable=False)
    if isinstance(value, ListValue):
        items = tuple(_aliased(item, span) for item in value.items)
        return value._replace(span=span, items=items, editable=False)
    fields = tuple(
        field._replace(key_span=span, value=_aliased(field.value, span)) for field in value.fields
    )
    return value._replace(span=span, fields=fields, editable=False)
