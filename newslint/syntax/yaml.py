"""YAML front matter -> fields with exact spans, through libyaml's C parser.

`compose` gives nodes whose marks count characters; what is odd about them is mended here, in one
place: properties (`&anchor`, `!!tag`) are cut off the front of a span, block scalars lose the blank
lines behind them, a block list ends at its last item, an alias points at its own `*name`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from yaml import CollectionNode, MappingNode, Node, ScalarNode, SequenceNode
from yaml._yaml import CParser
from yaml.error import MarkedYAMLError, YAMLError
from yaml.reader import ReaderError

from newslint.article import Fault, Field, Items, Kind, Scalar, Span, Style, Table, Value
from newslint.syntax.parsed import Parsed, Reading

MAX_VALUES = 10_000
"""Values that aliases may expand to: far beyond any article, far below what an alias bomb needs."""

_STYLES: dict[str | None, Style] = {
    None: "plain",
    "": "plain",
    "'": "single",
    '"': "double",
    "|": "literal",
    ">": "folded",
}
_TAGS: dict[str, Kind] = {
    "tag:yaml.org,2002:str": "string",
    "tag:yaml.org,2002:int": "int",
    "tag:yaml.org,2002:float": "float",
    "tag:yaml.org,2002:bool": "bool",
    "tag:yaml.org,2002:null": "null",
    "tag:yaml.org,2002:timestamp": "date",
}
_PROPERTIES = re.compile(r"(?:[&!][^\s,\[\]{}]*(?:\s+|$))+")
_BLANK_LINES = re.compile(r"(?:\r?\n[ \t]*)+\Z")
_ALIAS = re.compile(r"\*[^\s,\[\]{}]+")
_DEEP_LINE = re.compile(r"^[ \t]*(?:[-?:][ \t]+|[ \t]){40,}", re.MULTILINE)
_PAIR = re.compile(r"\\u[dD]([89abAB][0-9a-fA-F]{2})\\u[dD]([c-fC-F][0-9a-fA-F]{2})")
_STAND_IN = re.compile("([\ue000-\ue3ff])([\ue400-\ue7ff])")


class _Composer(CParser):
    """libyaml without PyYAML's resolver: what a plain scalar means is the target's business."""

    def resolve(self, kind: Any, value: Any, implicit: Any) -> str:
        return ""

    def descend_resolver(self, parent: Any, index: Any) -> None: ...

    def ascend_resolver(self) -> None: ...

    def check_resolver_prefix(
        self, depth: Any, path: Any, kind: Any, node: Any, index: Any
    ) -> bool:
        return False


def parse(content: str, offset: int, reading: Reading) -> Parsed:
    """The fields of a block that starts at `offset` of the text, or the fault that it has.

    Never raises for what stands in the block. Limits on nesting and on keys are tested before the
    C parser, which ends the process at about 25,000 levels.
    """
    fault = _too_deep(content, offset, reading.max_depth)
    if fault:
        return Parsed((), (fault,))
    try:
        root = _Composer(_without_surrogates(content)).get_single_node()
    except YAMLError as error:
        return Parsed((), (_syntax_fault(error, content, offset),))
    if root is None:
        return Parsed((), ())
    if not isinstance(root, MappingNode):
        start = _first_text(content, offset)
        shape = "a list" if isinstance(root, SequenceNode) else "plain text"
        return Parsed((), (Fault("syntax", start, f"it is {shape}, not `key: value` lines"),))
    return _build(root, content, offset, reading)


def _build(root: MappingNode, content: str, offset: int, reading: Reading) -> Parsed:
    if len(root.value) > reading.max_keys:
        text = f"it has {len(root.value)} keys, the limit is {reading.max_keys}"
        return Parsed((), (Fault("too-large", _first_text(content, offset), text),))
    shared: frozenset[int] = frozenset()
    if "*" in content:
        shared, fault = _aliases(root, content, offset)
        if fault:
            return Parsed((), (fault,))
    builder = _Builder(content, offset, reading.kind, reading.role_of, shared, {})
    try:
        return Parsed(builder.fields(root), ())
    except _OddKeyError as odd:
        span = Span(odd.index + offset, odd.index + offset + 1)
        return Parsed((), (Fault("syntax", span, "a list or a mapping stands where a key must"),))


class _OddKeyError(Exception):
    def __init__(self, index: int) -> None:
        self.index = index


@dataclass(frozen=True, slots=True)
class _Builder:
    """Nodes -> values. `done` holds the shared nodes already met: the next time is an alias."""

    content: str
    offset: int
    kind: Callable[[str], Kind]
    role_of: Mapping[str, str]
    shared: frozenset[int]
    done: dict[int, Value]

    def fields(self, node: MappingNode) -> tuple[Field, ...]:
        return tuple(self.field(key, value) for key, value in node.value)

    def field(self, key: Node, value: Node) -> Field:
        if not isinstance(key, ScalarNode):
            raise _OddKeyError(key.start_mark.index)
        if id(key) in self.done:  # an alias as a key: its own place is not known
            raise _OddKeyError(self.done[id(key)].span.start - self.offset)
        end: int = key.end_mark.index
        if id(key) in self.shared:
            self.done[id(key)] = self.scalar(key)
        start = self.start_of(key)
        text = key.value
        at = self.offset
        folded = text.lower()
        role = self.role_of.get(folded, folded)
        return Field(text, role, Span(at + start, at + end), self.value(value, end))

    def value(self, node: Node, after: int) -> Value:
        """The value of a node that stands behind `after` (an offset in the content)."""
        if id(node) in self.shared:
            known = self.done.get(id(node))
            if known is not None:
                return _aliased(known, self.alias_span(after))
            made = _locked(self.fresh(node))
            self.done[id(node)] = made
            return made
        return self.fresh(node)

    def fresh(self, node: Node) -> Value:
        if isinstance(node, ScalarNode):
            return self.scalar(node)
        if isinstance(node, SequenceNode):
            return self.items(node)
        assert isinstance(node, MappingNode)
        return self.table(node)

    def scalar(self, node: ScalarNode) -> Scalar:
        start: int = node.start_mark.index
        end: int = node.end_mark.index
        style = _STYLES[node.style]
        text: str = node.value
        content = self.content
        if start < end and content[start] in "&!":
            start = self.start_of(node)
        if style == "plain":
            kind = self.kind(text) if not node.tag else _TAGS.get(node.tag, "string")
            if start >= end:
                style, kind, start = "empty", "null" if not node.tag else "string", end
        else:
            kind = "string"
            if style in ("literal", "folded"):
                end = start + len(_BLANK_LINES.sub("", content[start:end]))
            elif max(text, default="") >= "\ue000" and "\\u" in content[start:end]:
                text = _STAND_IN.sub(_join_pair, text)
        at = self.offset
        return Scalar(Span(at + start, at + end), text, kind, style)

    def items(self, node: SequenceNode) -> Items:
        made: list[Value] = []
        last: int = self.start_of(node)
        for child in node.value:
            value = self.value(child, last)
            made.append(value)
            last = max(last, value.span.end - self.offset)
        span = self.span(node, made, "-")
        return Items(span, tuple(made), bool(node.flow_style))

    def table(self, node: MappingNode) -> Table:
        fields = self.fields(node)
        span = self.span(node, [field.value for field in fields], "")
        return Table(span, fields, bool(node.flow_style))

    def span(self, node: CollectionNode, values: list[Value], dash: str) -> Span:
        """Flow: to the bracket. Block: from the first dash or key to the last value's end."""
        at = self.offset
        if node.flow_style or not values:
            return Span(at + self.start_of(node), at + node.end_mark.index)
        start = self.start_of(node)
        if dash:
            start = self.content.rfind(dash, 0, max(values[0].span.start - at, start + 1))
        return Span(at + start, max(at + start, values[-1].span.end))

    def start_of(self, node: Node) -> int:
        """Where a node starts behind its anchor and tag, in the content."""
        start: int = node.start_mark.index
        if self.content[start : start + 1] in ("&", "!"):
            match = _PROPERTIES.match(self.content, start)
            return match.end() if match else start
        return start

    def alias_span(self, after: int) -> Span:
        match = _ALIAS.search(self.content, after)
        start, end = match.span() if match else (after, after)
        return Span(self.offset + start, self.offset + end)


def _locked(value: Value) -> Value:
    """An anchored value that is used elsewhere too: a change would reach further than it shows."""
    if isinstance(value, Scalar):
        return value._replace(editable=False)
    if isinstance(value, Items):
        return value._replace(items=tuple(map(_locked, value.items)), editable=False)
    fields = tuple(field._replace(value=_locked(field.value)) for field in value.fields)
    return value._replace(fields=fields, editable=False)


def _aliased(value: Value, span: Span) -> Value:
    """A value met again through an alias: all of it lies at the `*name`."""
    if isinstance(value, Scalar):
        return value._replace(span=span, editable=False)
    if isinstance(value, Items):
        items = tuple(_aliased(item, span) for item in value.items)
        return value._replace(span=span, items=items, editable=False)
    fields = tuple(
        field._replace(key_span=span, value=_aliased(field.value, span)) for field in value.fields
    )
    return value._replace(span=span, fields=fields, editable=False)


def _aliases(root: Node, content: str, offset: int) -> tuple[frozenset[int], Fault | None]:
    """Ids of the nodes met more than once; a fault for a cycle or for too many values."""
    sizes: dict[int, int] = {}
    shared: set[int] = set()
    open_nodes: set[int] = set()

    def size(node: Node) -> int:
        if id(node) in open_nodes:
            raise _OddKeyError(node.start_mark.index)
        if id(node) in sizes:
            shared.add(id(node))
            return sizes[id(node)]
        open_nodes.add(id(node))
        total = 1
        for child in _children(node):
            total += size(child)
        open_nodes.discard(id(node))
        sizes[id(node)] = total
        return total

    try:
        total = size(root)
    except _OddKeyError as cycle:
        span = Span(cycle.index + offset, cycle.index + offset + 1)
        return frozenset(), Fault("syntax", span, "an alias stands inside the value it refers to")
    if total > MAX_VALUES:
        text = f"its aliases expand to more than {MAX_VALUES} values"
        return frozenset(), Fault("too-large", _first_text(content, offset), text)
    return frozenset(shared), None


def _children(node: Node) -> list[Node]:
    if isinstance(node, MappingNode):
        return [part for pair in node.value for part in pair]
    return list(node.value) if isinstance(node, SequenceNode) else []


def _too_deep(content: str, offset: int, limit: int) -> Fault | None:
    """A fault when the block nests deeper than `limit`.

    The nesting of flow values is at most the number of brackets; that of block values shows as a
    line that starts far to the right. Only a block that is suspicious in one of these ways is read
    for its events, which libyaml gives without recursion, and only up to the limit.
    """
    flow = content.count("[") + content.count("{")
    if flow <= limit and not _DEEP_LINE.search(content):
        return None
    from yaml import events

    reader = _Composer(content)
    depth = 0
    try:
        while True:
            event = reader.get_event()
            if event is None or isinstance(event, events.StreamEndEvent):
                return None
            if isinstance(event, events.CollectionStartEvent):
                depth += 1
            elif isinstance(event, events.CollectionEndEvent):
                depth -= 1
            if depth > limit:
                start = offset + getattr(event.start_mark, "index", 0)
                text = f"its values are nested more than {limit} deep"
                return Fault("too-large", Span(start, start + 1), text)
    except YAMLError:
        return None


def _without_surrogates(content: str) -> str:
    """`\\ud83d\\ude00` (as JSON writers emit it) under stand-ins of the same length.

    Hugo, PyYAML's and ruamel's own parsers read such a pair, libyaml refuses it.
    """
    if "\\ud8" not in content.lower() and not _PAIR.search(content):
        return content
    if re.search("[\ue000-\ue7ff]|\\\\u[eE][0-7]", content):
        return content

    def stand_in(match: re.Match[str]) -> str:
        high, low = (int("d" + part, 16) - 0xD800 + 0xE000 for part in match.groups())
        return f"\\u{high:04x}\\u{low:04x}"

    return _PAIR.sub(stand_in, content)


def _join_pair(match: re.Match[str]) -> str:
    high, low = (ord(part) - 0xE000 for part in match.groups())
    return chr(0x10000 + (high << 10) + (low - 0x400))


def _first_text(content: str, offset: int) -> Span:
    """The first line of the block that holds something."""
    start = offset + len(content) - len(content.lstrip())
    end = content.find("\n", start - offset)
    stop = offset + (end if end >= 0 else len(content))
    return Span(start, max(start, stop - (content[stop - offset - 1 : stop - offset] == "\r")))


def _syntax_fault(error: YAMLError, content: str, offset: int) -> Fault:
    if isinstance(error, ReaderError):
        at = len(content.encode()[: error.position].decode(errors="ignore"))
        character = content[at : at + 1]
        text = f"the character U+{ord(character or ' '):04X} is not allowed in YAML"
        return Fault("syntax", Span(offset + at, offset + at + 1), text, note="character")
    if isinstance(error, MarkedYAMLError):
        mark = error.problem_mark or error.context_mark
        at = min(getattr(mark, "index", 0), len(content))
        text = " ".join(part for part in (error.context, error.problem) if part)
        return Fault("syntax", Span(offset + at, offset + at + 1), text)
    return Fault("syntax", Span(offset, offset), str(error))
