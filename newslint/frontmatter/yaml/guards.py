"""What is tested before the C parser and before the values are built, so that both stay small.

The composer of libyaml 0.2.5 ends the process at about 25,000 levels of nesting (1,547 in a small
thread), that of 0.2.6 refuses 1,000, and a few lines of aliases stand for billions of values.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from yaml import MappingNode, Node, SequenceNode, events
from yaml.error import YAMLError

from newslint.frontmatter.contract import MAX_DEPTH
from newslint.frontmatter.yaml.compose import Composer
from newslint.model.faults import Broken, Syntax, TooLarge
from newslint.model.spans import Span
from newslint.text.plain_data import deeper, within_libyaml

MAX_VALUES = 10_000
"""Values that aliases may add: far beyond any article, far below what an alias bomb needs."""


def too_deep(content: str, offset: int, limit: int) -> TooLarge | None:
    """A fault when the block nests deeper than `limit`.

    A bracket opens at most two levels (`[a: b]`), and so does a character of the blanks, dashes and
    question marks that a line starts with. Only a block with many of either is read for its events,
    which libyaml gives without recursion, and only up to the limit.
    """
    limit = min(limit, MAX_DEPTH)
    few = limit // 4
    brackets = content.count("[") + content.count("{")
    if brackets < few and not _lead(few, _breaks(content)).search("\n" + content):
        return None
    index = deeper(content, limit)
    if index is None:
        return None
    start = offset + index
    return TooLarge(Span(start, start + 1), f"its values are nested more than {limit} deep")


def _breaks(content: str) -> str:
    """What ends a line for libyaml; a line feed alone is found much faster than any of five."""
    odd = "\r" in content or "\x85" in content or "\u2028" in content or "\u2029" in content
    return "[\n\r\x85\u2028\u2029]" if odd else "\n"


@cache
def _lead(length: int, breaks: str) -> re.Pattern[str]:
    return re.compile(f"{breaks}[-?: \t]{{{length}}}")


def _events(content: str) -> Iterator[events.Event]:
    """The events up to the end of the block or to its first mistake."""
    try:
        yield from iter(Composer(content).get_event, None)
    except YAMLError:
        return


def compose(content: str) -> Node | None:
    """The block's node. Raises YAMLError: where libyaml 0.2.6 refuses levels that 0.2.5 does not
    get to, that of the mistake before them."""
    try:
        return Composer(content).get_single_node()
    except YAMLError as error:
        borne = within_libyaml(content, error)
        if borne is None:
            raise
        Composer(borne).get_single_node()
        raise


def alias_places(content: str, offset: int) -> Iterator[Span]:
    """The places of the `*name`s, in their order: their nodes only know the anchor's."""
    for event in _events(content):
        if isinstance(event, events.AliasEvent):
            yield Span(offset + _index(event.start_mark), offset + _index(event.end_mark))


def _index(mark: Any) -> int:
    place: int = mark.index  # events always have marks, their type says maybe
    return place


def shared_nodes(root: Node, offset: int, limit: int) -> frozenset[int] | Broken:
    """Ids of the nodes that aliases stand for; a fault for a cycle, and for too many values."""
    walk = _Walk()
    try:
        size, depth = walk.measure(root)
    except _CycleError as cycle:
        span = Span(cycle.index + offset, cycle.index + offset + 1)
        return Syntax(span, "an alias refers to a value that contains it")
    start = Span(offset, offset + 1)
    if size - len(walk.measured) > MAX_VALUES:
        return TooLarge(start, f"its aliases expand to more than {MAX_VALUES} values")
    if depth > min(limit, MAX_DEPTH) + 1:
        return TooLarge(start, f"its aliases nest values more than {limit} deep")
    return frozenset(walk.shared)


class _CycleError(Exception):
    def __init__(self, index: int) -> None:
        self.index = index


class _Walk:
    """Measures nodes, each once."""

    def __init__(self) -> None:
        self.measured: dict[int, tuple[int, int]] = {}
        self.shared: set[int] = set()
        self.open: set[int] = set()

    def measure(self, node: Node) -> tuple[int, int]:
        """Values in a node, itself included, and levels of nesting, aliases written out."""
        name = id(node)
        if name in self.open:
            raise _CycleError(node.start_mark.index)
        if name in self.measured:
            self.shared.add(name)
            return self.measured[name]
        self.open.add(name)
        parts = [self.measure(child) for child in _children(node)]
        self.open.discard(name)
        size = 1 + sum(size for size, _ in parts)
        self.measured[name] = made = (size, 1 + max((depth for _, depth in parts), default=0))
        return made


def _children(node: Node) -> list[Node]:
    if isinstance(node, MappingNode):
        return [part for pair in node.value for part in pair]
    return list(node.value) if isinstance(node, SequenceNode) else []
