"""The tables of a TOML document as its statements fill them, and what may not be said twice.

The rules are those of TOML 1.1 as Hugo 0.168 (go-toml) applies them: a table is opened once, a
dotted key adds only to tables that dotted keys have made, `[a.b]` may come before `[a]`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

from newslint.frontmatter.contract import ParsingStopped, refused
from newslint.frontmatter.toml.statements import Key, Statement
from newslint.model.spans import Span
from newslint.model.values import Field, ListValue, Table, Value

Made = Literal["implied", "opened", "dotted"]


class Node:
    """A table that can still grow. `made`: by a longer header, by its own, or by a dotted key."""

    __slots__ = ("children", "made", "place")

    def __init__(self, made: Made, place: int = 0) -> None:
        self.made: Made = made
        self.place = place
        self.children: dict[str, tuple[Key, Value | Node | list[Node]]] = {}

    def put(self, path: tuple[Key, ...], value: Value, text: str) -> None:
        """Set a key. Raises ParsingStopped where the same is set already."""
        node = self
        for key in path[:-1]:
            _, child = node.children.setdefault(key.name, (key, Node("dotted")))
            if not isinstance(child, Node) or child.made != "dotted":
                raise _set_already(key, node, text)
            node = child
        key = path[-1]
        if key.name in node.children:
            raise _set_already(key, node, text)
        node.children[key.name] = (key, value)

    def open(self, statement: Statement, text: str) -> Node:
        """The table that a header opens below this one. Raises ParsingStopped."""
        node = self
        for key in statement.path[:-1]:
            _, child = node.children.setdefault(key.name, (key, Node("implied", statement.end)))
            if isinstance(child, list):
                child = child[-1]
            if not isinstance(child, Node):
                raise _set_already(key, node, text)
            node = child
        key = statement.path[-1]
        known = node.children.get(key.name)
        made = Node("opened", statement.end)
        if statement.form == "element":
            if known is None:
                node.children[key.name] = (key, [made])
            elif isinstance(known[1], list):
                known[1].append(made)
            else:
                raise _set_already(key, node, text)
        elif known is None:
            node.children[key.name] = (key, made)
        elif isinstance(known[1], Node) and known[1].made == "implied":
            made = known[1]
            made.made = "opened"
        else:
            raise _set_already(key, node, text)
        return made

    def fields(self, role_of: Mapping[str, str]) -> tuple[Field, ...]:
        """The keys in the order of their first appearance."""
        made = []
        for key, child in self.children.values():
            value: Value
            if isinstance(child, Node):
                value = child.table(role_of)
            elif isinstance(child, list):
                tables = tuple(node.table(role_of) for node in child)
                value = ListValue(_around(table.span for table in tables), tables, False)
            else:
                value = child
            folded = key.name.lower()
            made.append(Field(key.name, role_of.get(folded, folded), key.span, value))
        return tuple(made)

    def table(self, role_of: Mapping[str, str]) -> Table:
        """The table, from its first key to its last value; empty, it stands after its header."""
        fields = self.fields(role_of)
        if not fields:
            return Table(Span(self.place, self.place), (), False)
        return Table(_around(field.span for field in fields), fields, False)


def _around(spans: Iterable[Span]) -> Span:
    starts, ends = zip(*spans, strict=True)
    return Span(min(starts), max(ends))


def _set_already(key: Key, node: Node, text: str) -> ParsingStopped:
    first, _ = node.children[key.name]
    row = text.count("\n", 0, first.span.start) + 1
    what = f"`{key.name[:40]}` is already set in line {row}"
    return refused(*key.span, what, "duplicate", "keep one of them")
