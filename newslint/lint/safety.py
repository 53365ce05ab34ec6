"""What keeps a fix from being safe, whatever its rule says of it.

A safe fix loses nothing that someone wrote (a key, an item, a comment), leaves each value its type
as a template sees it, and does not contradict a field beside it. Where the page goes is for the
target to say; that is not looked at here.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from newslint import frontmatter
from newslint.frontmatter.plain import as_tree
from newslint.model.article import Article
from newslint.model.changes import (
    Change,
    DeleteItem,
    DeleteKey,
    InsertItem,
    InsertKey,
    Quote,
    RenameKey,
    ReorderKeys,
    ReplaceText,
    Requote,
    RestyleList,
    SetScalar,
)
from newslint.model.spans import Span
from newslint.model.values import Field, ListValue, Scalar, Table, Value, every_field
from newslint.text.copies import copied

_DIRECTIVE = r"#\s*newslint:\s*(?:ignore-file|ignore)(?:\s*\[[^\]]*\][^#]*)?\s*"
"""A comment that speaks to newslint, with the reason that it gives, up to another comment."""

_LEAST_COPIED = 8
"""Characters of a text of which another field may be a digest: of shorter ones nobody makes any."""


def harm(
    before: Article, after: Article, changes: Iterable[Change], free: Iterable[Change] = ()
) -> str | None:
    """Why changes of an article that was read are not safe; None when nothing speaks against them.

    `after` is the article with the changes made, read anew; `free` are those of the changes that
    may give a value another type: the target builds nothing of it as it is.
    """
    changes = tuple(changes)
    if after.broken:
        return "the result cannot be read"
    return (
        lost(before, changes)
        or retyped(before, after, changes, free)
        or uncommented(before, after, changes)
    )


def lost(article: Article, changes: Iterable[Change]) -> str | None:
    """The key, item or text that the changes would take away, or contradict, in words."""
    changes = tuple(changes)
    for change in changes:
        match change:
            case RenameKey():
                return f"the key `{change.field.key}` would be lost"
            case DeleteKey() if not _is_repeated(article, change.field):
                return f"the key `{change.field.key}` would be lost"
            case SetScalar() if change.scalar.text.strip() and not change.text.strip():
                return "a text would be lost"
            case SetScalar() if key := _copy(article, change):
                return f"`{key}` holds a copy of the value"
    return _lost_item(changes)


def _is_repeated(article: Article, field: Field) -> bool:
    """True when the same key with the same value stands somewhere else in the article."""
    return any(
        other.key == field.key
        and other.key_span != field.key_span
        and as_tree(other.value) == as_tree(field.value)
        for other in every_field(article.fields)
    )


def _lost_item(changes: tuple[Change, ...]) -> str | None:
    """An item that goes is nothing, or one that stays says the same; and no list gets empty."""
    gone: dict[Span, tuple[ListValue, set[int]]] = {}
    for change in changes:
        if isinstance(change, DeleteItem):
            gone.setdefault(change.items.span, (change.items, set()))[1].add(change.index)
    for items, indexes in gone.values():
        staying = [item for at, item in enumerate(items.items) if at not in indexes]
        left = [as_tree(item) for item in staying]
        if all(map(_is_nothing, staying)):
            return "a list would be empty"
        if any(
            not _is_nothing(items.items[at]) and as_tree(items.items[at]) not in left
            for at in indexes
        ):
            return "an item would be lost"
    return None


def _is_nothing(value: Value) -> bool:
    return isinstance(value, Scalar) and (value.kind == "null" or not value.text)


def _copy(article: Article, change: SetScalar) -> str:
    """The key of a field that holds a digest or a part of the old text; empty when none does.

    What says the same in the same top-level field is no copy: the rule looks at it too.
    """
    old = change.scalar
    if len(old.text) < _LEAST_COPIED:
        return ""
    own = next(
        (f.span for f in article.fields if f.span.start <= old.span.start < f.span.end), None
    )
    for field in every_field(article.fields):
        for value in _own(field):
            same = own and value.text == old.text and own.start <= value.span.start < own.end
            if same or value.span == old.span:
                continue
            if copied(field.key, value.text, old.text, change.text):
                return field.key
    return ""


def _own(field: Field) -> Iterator[Scalar]:
    """The single values of a field that no inner key has."""
    values = [field.value]
    while values:
        value = values.pop()
        if isinstance(value, Scalar):
            yield value
        elif isinstance(value, ListValue):
            values += value.items


def may_retype(changes: Iterable[Change]) -> bool:
    """False for changes that leave a text a text, and touch nothing else: no need to read anew."""
    return not all(map(_leaves_text, changes))


def _leaves_text(change: Change) -> bool:
    if isinstance(change, SetScalar):
        return not change.literal and change.scalar.kind == "string"
    return isinstance(change, Requote | RestyleList)  # the proof compares all values


def retyped(
    before: Article, after: Article, changes: Iterable[Change], free: Iterable[Change] = ()
) -> str | None:
    """In words, the first value that would be of another type as the target reads it.

    The types are text, number, boolean, date, list, table and nothing.
    """
    changes = tuple(changes)
    spans = {change.scalar.span for change in free if isinstance(change, SetScalar | Quote)}
    later = in_old_order(after.fields, changes)
    key = _Types(changes, spans).differing(before.fields, later)
    return None if key is None else f"`{key}` would be of another type"


class _Types:
    """The types of two readings, of which the later has some changes made."""

    def __init__(self, changes: tuple[Change, ...], free: set[Span]) -> None:
        self.free = free
        self.keys = {c.field.key_span for c in changes if isinstance(c, DeleteKey)}
        self.added = [c.after.key_span for c in changes if isinstance(c, InsertKey)]
        self.items = {
            (c.items.span, c.index) for c in changes if isinstance(c, DeleteItem)
        }  # fmt: skip
        self.moved = {c.items.span for c in changes if isinstance(c, InsertItem)}

    def differing(self, fields: Iterable[Field], others: Iterable[Field]) -> str | None:
        """The first key whose value is of another type in the later reading."""
        later = iter(others)
        for field in fields:
            if field.key_span not in self.keys:
                other = next(later, None)
                if other is None or not self.alike(field.value, other.value):
                    return field.key
            for _ in range(self.added.count(field.key_span)):
                next(later, None)
        return None

    def alike(self, one: Value, other: Value) -> bool:
        if isinstance(one, Scalar):
            same = isinstance(other, Scalar) and _type(one) == _type(other)
            return same or one.span in self.free
        if isinstance(one, ListValue):
            return isinstance(other, ListValue) and self.alike_items(one, other)
        return isinstance(other, Table) and self.differing(one.fields, other.fields) is None

    def alike_items(self, one: ListValue, other: ListValue) -> bool:
        kept = [item for at, item in enumerate(one.items) if (one.span, at) not in self.items]
        if one.span in self.moved:
            return True  # which item is which is for the proof of the values
        return len(kept) == len(other.items) and all(map(self.alike, kept, other.items))


def _type(value: Scalar) -> str:
    return "number" if value.kind in ("int", "float") else value.kind


def in_old_order(fields: tuple[Field, ...], changes: Iterable[Change]) -> list[Field]:
    """The fields as they stood before their keys were put in another order."""
    for change in changes:
        if isinstance(change, ReorderKeys):
            places = sorted(range(len(fields)), key=lambda place: change.order[place])
            return [fields[place] for place in places]
    return list(fields)


def uncommented(before: Article, after: Article, changes: Iterable[Change]) -> str | None:
    """Says that a comment would be lost, but for one to newslint that a change is about."""
    splices = [change for change in changes if isinstance(change, ReplaceText)]
    gone = Counter(comments_of(before).values()) - Counter(comments_of(after).values())
    for start, text in comments_of(before).items():
        if gone[text] and _is_about(splices, start, text):
            gone[text] -= 1
    return "a comment would be lost" if +gone else None


def _is_about(splices: Iterable[ReplaceText], start: int, text: str) -> bool:
    """True for a comment to newslint that a change takes out, or names fewer rules in; another one
    behind it stays."""
    directive = re.match(_DIRECTIVE, text)
    rest = text[directive.end() :] if directive else text
    return directive is not None and any(
        splice.span.start <= start < splice.span.end and splice.text.rstrip().endswith(rest)
        for splice in splices
    )


def comments_of(article: Article) -> dict[int, str]:
    """The comments by their places, without blanks behind them."""
    if article.block is None:
        return {}
    found = frontmatter.comments(article.text, article.block, article.fields)
    return {comment.span.start: comment.text.rstrip() for comment in found}
