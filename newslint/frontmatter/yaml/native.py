"""A YAML block as Python values, as PyYAML's safe loader gives them to python-frontmatter.

What that loader cannot make a value of (a day that does not exist, an unknown tag) is the text that
stands there, or the list or mapping without its tag: the rest of the block is read all the same.
"""

from __future__ import annotations

from typing import Any

from yaml import MappingNode, Node, ScalarNode, SequenceNode
from yaml._yaml import CParser
from yaml.constructor import ConstructorError, SafeConstructor
from yaml.resolver import Resolver

from newslint.frontmatter.native_values import MERGED, Bound, Pair, leaf
from newslint.frontmatter.yaml.compose import with_surrogates, without_surrogates
from newslint.model.values import Field, ListValue, Table, Value

UNMADE = (ValueError, OverflowError, LookupError, AttributeError, ConstructorError)
"""What PyYAML raises for a text its tag does not fit: `!!bool x`, `!!int ''`, `!!timestamp x`."""


class _Loader(CParser, SafeConstructor, Resolver):
    """PyYAML's `CSafeLoader`, lenient in what it cannot make a value of."""

    def __init__(self, content: str) -> None:
        shown = without_surrogates(content)
        CParser.__init__(self, shown)
        SafeConstructor.__init__(self)
        Resolver.__init__(self)
        self.stand_ins = shown is not content

    def construct_scalar(self, node: Any) -> Any:
        text = super().construct_scalar(node)
        return with_surrogates(text) if self.stand_ins else text

    def construct_object(self, node: Any, deep: bool = False) -> Any:
        try:
            return super().construct_object(node, deep=deep)
        except UNMADE:
            if not isinstance(node, ScalarNode):
                raise
            self.recursive_objects.pop(node, None)
            made = self.constructed_objects[node] = self.construct_scalar(node)
            return made


def _untagged(loader: Any, node: Node) -> Any:
    if isinstance(node, ScalarNode):
        return loader.construct_scalar(node)
    if isinstance(node, SequenceNode):
        return loader.construct_sequence(node, deep=True)
    return loader.construct_mapping(node, deep=True)


_Loader.add_constructor(None, _untagged)


def bind(content: str, fields: tuple[Field, ...]) -> Bound:
    """The values of a block that could be parsed, beside its fields.

    Raises YAMLError where PyYAML reads no mapping in it.
    """
    loader = _Loader(content.removeprefix("\ufeff"))
    node = loader.get_single_node()
    if node is None:
        return Bound(None, {})
    pairs = list(node.value) if isinstance(node, MappingNode) else []
    shape = _shape(node)
    whole = loader.construct_document(node)
    if not isinstance(whole, dict):
        raise ConstructorError(None, None, "it is no mapping", node.start_mark)
    return Bound(None, whole, _pairs(loader, pairs, shape, fields, whole))


_Shape = dict[int, list[Any]]


def _shape(node: Node) -> _Shape:
    """The children of every node as written: merging changes them while values are made."""
    found: _Shape = {}
    waiting = [node]
    while waiting:
        one = waiting.pop()
        if isinstance(one, MappingNode | SequenceNode) and id(one) not in found:
            found[id(one)] = list(one.value)
            nested = one.value if isinstance(one, SequenceNode) else [v for _, v in one.value]
            waiting += nested
    return found


def _pairs(
    loader: _Loader,
    nodes: list[Any],
    shape: _Shape,
    fields: tuple[Field, ...],
    whole: dict[Any, Any],
) -> tuple[Pair, ...]:
    made = []
    for (key_node, node), field in zip(nodes, fields, strict=True):
        if key_node.tag == "tag:yaml.org,2002:merge":
            made.append(Pair(MERGED, field, leaf(field.value, None)))
            continue
        key = loader.construct_object(key_node, deep=True)
        made.append(Pair(key, field, _bound(loader, node, shape, field.value, whole.get(key))))
    return tuple(made)


def _bound(loader: _Loader, node: Node, shape: _Shape, value: Value, native: Any) -> Bound:
    if isinstance(value, Table) and isinstance(node, MappingNode) and type(native) is dict:
        nodes = shape[id(node)]
        if len(nodes) == len(value.fields):
            return Bound(value, native, _pairs(loader, nodes, shape, value.fields, native))
    if isinstance(value, ListValue) and isinstance(node, SequenceNode) and type(native) is list:
        nodes = shape[id(node)]
        if len(nodes) == len(value.items) == len(native):
            parts = zip(nodes, value.items, native, strict=True)
            return Bound(
                value, native, items=tuple(_bound(loader, n, shape, v, x) for n, v, x in parts)
            )
    return leaf(value, native)
