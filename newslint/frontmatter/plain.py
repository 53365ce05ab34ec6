"""Front matter as plain values, for comparing readings: leaves, tuples (lists) and Pairs."""

from __future__ import annotations

from collections.abc import Iterable

from newslint.model.records import dataclass
from newslint.model.values import Field, ListValue, Scalar, Value

TEXT = "string"
"""The kind of a leaf that its reader takes for text."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """A single value's raw text and its kind, in its reader's own words but for TEXT.

    In what a change is to bring about the kind is None where it was not asked for.
    """

    text: str
    kind: str | None


@dataclass(frozen=True, slots=True)
class Pairs:
    """A mapping with its keys in order, duplicates included."""

    pairs: tuple[tuple[str, Tree], ...]


Tree = Leaf | Pairs | tuple["Tree", ...]


def as_pairs(fields: Iterable[Field]) -> Pairs:
    """The fields of an article, or of a table, as plain values."""
    return Pairs(tuple([(field.key, as_tree(field.value)) for field in fields]))


def as_tree(value: Value) -> Tree:
    """A value as a plain one."""
    if isinstance(value, Scalar):
        return Leaf(value.text, value.kind)
    if isinstance(value, ListValue):
        return tuple([as_tree(item) for item in value.items])
    return as_pairs(value.fields)


def agrees(tree: Tree, wanted: Tree) -> bool:
    """True when a reading is what was wanted: the same values, of the kinds that were asked for."""
    if isinstance(wanted, Leaf):
        if not isinstance(tree, Leaf) or tree.text != wanted.text:
            return False
        return wanted.kind is None or tree.kind == wanted.kind
    if isinstance(wanted, Pairs):
        return isinstance(tree, Pairs) and differing_key(tree, wanted) is None
    if not isinstance(tree, tuple) or len(tree) != len(wanted):
        return False
    return all(agrees(one, other) for one, other in zip(tree, wanted, strict=True))


def differing_key(tree: Pairs, wanted: Pairs) -> str | None:
    """The first key in which two mappings differ; None when they agree."""
    for (key, value), (wanted_key, wanted_value) in zip(tree.pairs, wanted.pairs, strict=False):
        if key != wanted_key or not agrees(value, wanted_value):
            return wanted_key
    longer = max(tree.pairs, wanted.pairs, key=len)[min(len(tree.pairs), len(wanted.pairs)) :]
    return longer[0][0] if longer else None
