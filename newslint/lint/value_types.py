"""The types of values, as a template sees them: a safe fix leaves each its own."""

from __future__ import annotations

from collections.abc import Iterable

from newslint.model.changes import (
    Change,
    DeleteItem,
    DeleteKey,
    InsertItem,
    InsertKey,
    MoveUp,
    Quote,
    ReorderKeys,
    Requote,
    RestyleList,
    SetScalar,
)
from newslint.model.spans import Span
from newslint.model.values import Field, ListValue, Scalar, Value
from newslint.site_article import Article

_NAMES = {
    "string": "text",
    "int": "a number",
    "float": "a number",
    "bool": "a boolean",
    "date": "a date",
    "null": "an empty value",
}


def may_change(changes: Iterable[Change]) -> bool:
    """False for changes that leave a text a text, and touch nothing else: no need to read anew."""
    return not all(map(_leaves_text, changes))


def _leaves_text(change: Change) -> bool:
    if isinstance(change, SetScalar):
        return not change.literal and change.scalar.kind == "string"
    return isinstance(change, Requote | RestyleList)  # the proof compares all values


def changed(
    before: Article, after: Article, changes: Iterable[Change], free: Iterable[Change] = ()
) -> str:
    """In words, the first value that would be of another type as the target reads it; else empty.

    The types are text, number, boolean, date, list, table and the empty value. `free` are changes
    that may give a value another one.
    """
    changes = tuple(changes)
    spans = {change.scalar.span for change in free if isinstance(change, SetScalar | Quote)}
    later = in_old_order(after.fields, changes)
    return _Types(changes, spans).of_fields(before.fields, later, "")


class _Types:
    """The types of two readings, of which the later has some changes made."""

    def __init__(self, changes: tuple[Change, ...], free: set[Span]) -> None:
        self.free = free
        self.keys = {c.field.key_span for c in changes if isinstance(c, DeleteKey | MoveUp)}
        self.added = [c.after.key_span for c in changes if isinstance(c, InsertKey)]
        self.items = {
            (c.items.span, c.index) for c in changes if isinstance(c, DeleteItem)
        }  # fmt: skip
        self.moved = {c.items.span for c in changes if isinstance(c, InsertItem)}

    def of_fields(self, fields: Iterable[Field], others: Iterable[Field], outer: str) -> str:
        """What changes in the fields; `outer` is the path of the table that they stand in."""
        later = iter(others)
        for field in fields:
            if field.key_span not in self.keys:
                path = f"{outer}.{field.key}" if outer else field.key
                other = next(later, None)
                if other is None:
                    return f"the key `{path}` would be lost"
                if reason := self.of_value(field.value, other.value, path):
                    return reason
            for _ in range(self.added.count(field.key_span)):
                next(later, None)
        return ""

    def of_value(self, one: Value, other: Value, path: str, part: str = "") -> str:
        """What changes in a value; `part` is put before the path of an item's list."""
        if isinstance(one, Scalar) and one.span in self.free:
            return ""
        old, new = _name(one), _name(other)
        if old != new:
            return f"{part}`{path}` would become {new} instead of {old}"
        if isinstance(one, ListValue) and isinstance(other, ListValue):
            return self.of_items(one, other, path)
        if isinstance(one, Scalar) or isinstance(other, Scalar):
            return ""
        assert not isinstance(one, ListValue)
        assert not isinstance(other, ListValue)
        return self.of_fields(one.fields, other.fields, path)

    def of_items(self, one: ListValue, other: ListValue, path: str) -> str:
        """What changes in the items that stay."""
        if one.span in self.moved:
            return ""  # which item is which is for the proof of the values
        kept = [item for at, item in enumerate(one.items) if (one.span, at) not in self.items]
        if len(kept) != len(other.items):
            return f"`{path}` would have {len(other.items)} items instead of {len(kept)}"
        pairs = zip(kept, other.items, strict=True)
        reasons = (self.of_value(item, new, path, "an item of ") for item, new in pairs)
        return next(filter(None, reasons), "")


def _name(value: Value) -> str:
    if isinstance(value, Scalar):
        return _NAMES[value.kind]
    return "a list" if isinstance(value, ListValue) else "a table"


def in_old_order(fields: tuple[Field, ...], changes: Iterable[Change]) -> list[Field]:
    """The fields as they stood before their keys were put in another order, or came from below."""
    moves = [change.index for change in changes if isinstance(change, MoveUp)]
    if moves:
        return [*fields[: moves[0]], *fields[moves[0] + len(moves) :]]
    for change in changes:
        if isinstance(change, ReorderKeys):
            places = sorted(range(len(fields)), key=lambda place: change.order[place])
            return [fields[place] for place in places]
    return list(fields)
