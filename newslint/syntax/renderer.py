"""Changes -> edits: what is alike in every format of front matter."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator, Sequence

from newslint.article import Article, Field, Items, Scalar, Span, Value
from newslint.edit import (
    Change,
    DeleteItem,
    DeleteKey,
    DropBom,
    Edit,
    InsertItem,
    InsertKey,
    Quote,
    RenameKey,
    ReorderItems,
    SetList,
    SetScalar,
    Splice,
)
from newslint.syntax.rendering import CannotRender

ListChange = DeleteItem | InsertItem | ReorderItems


def all_edits(
    changes: Iterable[Change], render: Callable[[Sequence[Change]], Iterable[Edit]]
) -> list[Edit]:
    """The edits of all changes in one text; `render` makes those of values, where there are any.

    Raises CannotRender when two of them meet in one place.
    """
    changes = tuple(changes)
    edits = [Edit(change.span, change.text) for change in changes if isinstance(change, Splice)]
    values = [change for change in changes if not isinstance(change, Splice | DropBom)]
    if values:
        edits += render(values)
    at = 0
    for edit in sorted(edits, key=lambda edit: edit.span):
        if edit.span.start < at:
            raise CannotRender("two changes meet in one place")
        at = edit.span.end
    return edits


class Renderer(ABC):
    """Makes the edits of one article. Every method raises CannotRender for what is not exact."""

    def __init__(self, article: Article) -> None:
        if article.block is None or article.broken:
            raise CannotRender("there are no values")
        self.article = article
        self.text = article.text

    def edits(self, changes: Sequence[Change]) -> Iterator[Edit]:
        self.refuse_contradictions(changes)
        lists: dict[Span, list[ListChange]] = {}
        deleted: list[Field] = []
        for change in changes:
            if isinstance(change, ListChange):
                lists.setdefault(change.items.span, []).append(change)
            elif isinstance(change, DeleteKey):
                deleted.append(change.field)
            else:
                yield from self.edit(change)
        if deleted:
            yield from self.delete_keys(deleted)
        for grouped in lists.values():
            yield from self.list_edits(grouped)

    def refuse_contradictions(self, changes: Sequence[Change]) -> None:
        """No value is set twice, and no key comes to stand twice."""
        places: set[Span] = set()
        gone = {c.field.key_span for c in changes if isinstance(c, DeleteKey | RenameKey)}
        keys = {f.key.lower() for f in self.article.fields if f.key_span not in gone}
        for change in changes:
            if isinstance(change, SetScalar | Quote | SetList):
                value: Value = change.field.value if isinstance(change, SetList) else change.scalar
                if value.span in places:
                    raise CannotRender("the same value twice")
                places.add(value.span)
            elif isinstance(change, InsertKey | RenameKey):
                if change.key.lower() in keys:
                    raise CannotRender("the key is there already")
                keys.add(change.key.lower())

    def edit(self, change: Change) -> Iterable[Edit]:
        match change:
            case SetScalar():
                return [self.set_scalar(change)]
            case Quote():
                return [self.quote(change.scalar)]
            case SetList():
                return [self.set_list(change)]
            case RenameKey():
                return self.rename(change)
            case InsertKey():
                return self.insert_key(change)
        raise CannotRender("no such change of a value")

    def list_edits(self, changes: Sequence[ListChange]) -> Iterable[Edit]:
        """The edits of one list."""
        items, first = changes[0].items, changes[0]
        if not items.editable:
            raise CannotRender("the list cannot be changed here")
        gone = sorted({change.index for change in changes if isinstance(change, DeleteItem)})
        if len(changes) > 1 and not all(isinstance(change, DeleteItem) for change in changes):
            raise CannotRender("two changes of one list at once")
        if gone:
            if gone[0] < 0 or gone[-1] >= len(items.items):
                raise CannotRender("there is no such item")
            return self.delete_items(items, gone)
        if isinstance(first, InsertItem):
            if not 0 <= first.index <= len(items.items):
                raise CannotRender("there is no such place in the list")
            return self.insert_item(first)
        assert isinstance(first, ReorderItems)
        if sorted(first.order) != list(range(len(items.items))):
            raise CannotRender("the order does not hold each item once")
        return self.reorder(items, first.order)

    def top_level(self, field: Field) -> int:
        """The index of a top-level field. Raises CannotRender for any other."""
        for index, other in enumerate(self.article.fields):
            if other.key_span == field.key_span:
                return index
        raise CannotRender("only keys of the top level can be changed")

    # what each format has its own way for

    @abstractmethod
    def set_scalar(self, change: SetScalar) -> Edit: ...

    @abstractmethod
    def quote(self, old: Scalar) -> Edit: ...

    @abstractmethod
    def set_list(self, change: SetList) -> Edit: ...

    @abstractmethod
    def rename(self, change: RenameKey) -> Iterable[Edit]: ...

    @abstractmethod
    def delete_keys(self, fields: Sequence[Field]) -> Iterable[Edit]: ...

    @abstractmethod
    def insert_key(self, change: InsertKey) -> Iterable[Edit]: ...

    @abstractmethod
    def delete_items(self, items: Items, gone: list[int]) -> Iterable[Edit]: ...

    @abstractmethod
    def insert_item(self, change: InsertItem) -> Iterable[Edit]: ...

    @abstractmethod
    def reorder(self, items: Items, order: tuple[int, ...]) -> Iterable[Edit]: ...
