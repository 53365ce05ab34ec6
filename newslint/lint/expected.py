"""The changes of a fix made on plain values: what the proof expects each parser to read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from newslint.frontmatter.plain import TEXT, Leaf, Pairs, Tree
from newslint.model.changes import (
    Change,
    DeleteItem,
    DeleteKey,
    InsertItem,
    InsertKey,
    MoveUp,
    Quote,
    RenameKey,
    ReorderKeys,
    SetList,
    SetScalar,
)
from newslint.model.records import dataclass
from newslint.model.spans import Span
from newslint.model.values import Field, ListValue, Scalar, Value

_ListChange = DeleteItem | InsertItem
_KeyChange = SetList | RenameKey | DeleteKey | InsertKey | MoveUp


def intended(tree: Pairs, fields: tuple[Field, ...], changes: Iterable[Change]) -> Pairs:
    """A reading of the front matter with the changes made.

    `tree` may be any parser's reading of the very text that the fields were read from: changes are
    found again by their spans in the fields and made at the same place of the tree. Raises
    ValueError when the two do not have the same shape.
    """
    changes = tuple(changes)
    scalars: dict[Span, Leaf] = {}
    lists: dict[Span, list[_ListChange]] = {}
    keys: dict[Span, list[_KeyChange]] = {}
    for change in changes:
        if isinstance(change, SetScalar):
            scalars[change.scalar.span] = _made(change.text, change.literal)
        elif isinstance(change, Quote):
            scalars[change.scalar.span] = Leaf(change.scalar.text, TEXT)
        elif isinstance(change, _ListChange):
            lists.setdefault(change.items.span, []).append(change)
        elif isinstance(change, InsertKey):
            keys.setdefault(change.after.key_span, []).append(change)
        elif isinstance(change, _KeyChange):
            keys.setdefault(change.field.key_span, []).append(change)
    changer = _Changer(scalars, lists, keys, {})
    return _ordered(changer.mapping(tree, fields), changer, changes)


def _ordered(made: Pairs, changer: _Changer, changes: tuple[Change, ...]) -> Pairs:
    """The pairs with those that were moved up, in their new order."""
    moves = [change for change in changes if isinstance(change, MoveUp)]
    for at, move in enumerate(moves):
        place = move.index + at
        pair = changer.moved[move.field.key_span]
        made = Pairs((*made.pairs[:place], pair, *made.pairs[place:]))
    for change in changes:
        if isinstance(change, ReorderKeys):
            made = Pairs(tuple(made.pairs[index] for index in change.order))
    return made


@dataclass(frozen=True, slots=True)
class _Changer:
    """The changes by the span that they bite at, and what was taken out to be moved."""

    scalars: Mapping[Span, Leaf]
    lists: Mapping[Span, list[_ListChange]]
    keys: Mapping[Span, list[_KeyChange]]
    moved: dict[Span, tuple[str, Tree]]

    def mapping(self, tree: Pairs, fields: tuple[Field, ...]) -> Pairs:
        made: list[tuple[str, Tree]] = []
        for (key, node), field in zip(tree.pairs, fields, strict=True):
            made += self.pairs(key, node, field)
        return Pairs(tuple(made))

    def pairs(self, key: str, node: Tree, field: Field) -> list[tuple[str, Tree]]:
        """What becomes of one pair: none, itself, itself and new ones after it."""
        own = [(key, self.value(node, field.value))]
        added: list[tuple[str, Tree]] = []
        for change in self.keys.get(field.key_span, ()):
            match change:
                case SetList():
                    own = [(name, _texts(change.items)) for name, _ in own]
                case RenameKey():
                    own = [(change.key, value) for _, value in own]
                case DeleteKey():
                    own = []
                case MoveUp():
                    self.moved[field.key_span] = own[0]
                    own = []
                case InsertKey():
                    added.append((change.key, _inserted(change)))
        return own + added

    def value(self, node: Tree, value: Value) -> Tree:
        if not value.editable:
            return node
        if isinstance(value, Scalar):
            return self.scalars.get(value.span, node)
        if isinstance(value, ListValue):
            if not isinstance(node, tuple):
                raise ValueError("a list is no list to the other parser")
            items = [self.value(one, item) for one, item in zip(node, value.items, strict=True)]
            return _list(items, self.lists.get(value.span, ()))
        if not isinstance(node, Pairs):
            raise ValueError("a mapping is no mapping to the other parser")
        return self.mapping(node, value.fields)


def _inserted(change: InsertKey) -> Tree:
    if change.items is not None:
        return _texts(change.items)
    return _made(change.text, change.literal)


def _made(text: str, literal: bool) -> Leaf:
    return Leaf(text, None if literal else TEXT)


def _texts(items: Iterable[str]) -> Tree:
    return tuple(Leaf(item, TEXT) for item in items)


def _list(items: list[Tree], changes: Sequence[_ListChange]) -> Tree:
    gone = {change.index for change in changes if isinstance(change, DeleteItem)}
    new = [change for change in changes if isinstance(change, InsertItem)]
    made = list(items)
    # several of them stand in their order before one item
    for added, change in enumerate(sorted(new, key=lambda change: change.index)):
        made.insert(change.index + added, Leaf(change.text, TEXT))
    return tuple(item for index, item in enumerate(made) if index not in gone)
