"""Changes -> edits: what is alike in every format of front matter."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from typing import Self

from newslint.frontmatter.contract import CannotRender
from newslint.model.changes import (
    Change,
    DeleteItem,
    DeleteKey,
    DropBom,
    InsertItem,
    InsertKey,
    MoveUp,
    Quote,
    Reencode,
    RenameKey,
    ReorderKeys,
    ReplaceText,
    Requote,
    RestyleList,
    SetList,
    SetScalar,
)
from newslint.model.spans import Edit, Span
from newslint.model.values import Field, ListValue, Scalar, Table, Value
from newslint.site_article import Article

ListChange = DeleteItem | InsertItem


def all_edits(
    changes: Iterable[Change], render: Callable[[Sequence[Change]], Iterable[Edit]]
) -> list[Edit]:
    """The edits of all changes in one text; `render` makes those of values, where there are any.

    Raises CannotRender when two of them meet in one place.
    """
    changes = tuple(changes)
    if len(changes) == 1 and isinstance(changes[0], SetScalar | DeleteKey):
        alone = list(render(changes))
        if len(alone) == 1:
            return alone
    if any(isinstance(change, Reencode) for change in changes):
        if len(changes) > 1:
            raise CannotRender("what is re-encoded is read anew before anything else")
        return []
    edits = [
        Edit(change.span, change.text) for change in changes if isinstance(change, ReplaceText)
    ]
    values = [change for change in changes if not isinstance(change, ReplaceText | DropBom)]
    if values:
        edits += render(values)
    _refuse_meeting(edits)
    return edits


def _refuse_meeting(edits: Iterable[Edit]) -> None:
    at = 0
    for edit in sorted(edits, key=lambda edit: edit.span):
        if edit.span.start < at:
            raise CannotRender("two changes meet in one place")
        at = edit.span.end


def _changed(change: SetScalar | Quote | Requote | SetList | RestyleList) -> Value:
    """The value that a change is about."""
    if isinstance(change, SetList | RestyleList):
        return change.field.value
    return change.scalar


def _around(fields: tuple[Field, ...], wanted: Field) -> Table | None:
    waiting: list[Value] = [field.value for field in fields]
    while waiting:
        value = waiting.pop()
        if isinstance(value, ListValue):
            waiting += value.items
        elif isinstance(value, Table) and value.editable:
            if any(inner.key_span == wanted.key_span for inner in value.fields):
                return value
            waiting += [field.value for field in value.fields]
    return None


class Renderer(ABC):
    """Makes the edits of one article. Every method raises CannotRender for what is not exact."""

    def __init__(self, article: Article) -> None:
        if article.block is None or article.broken:
            raise CannotRender("there are no values")
        self.article = article
        self.text = article.text
        self.set: dict[SetScalar, Edit | str] = {}

    @classmethod
    def of(cls, article: Article) -> Self:
        """The renderer of an article; the last one's is kept, as each fix asks for it."""
        known = cls.__dict__.get("_last")
        if known is None or known.article is not article:
            known = cls(article)
            setattr(cls, "_last", known)  # noqa: B010  # of this class, not of a subclass
        last: Self = known
        return last

    def edits(self, changes: Sequence[Change]) -> Iterator[Edit]:
        if len(changes) == 1 and isinstance(changes[0], SetScalar):
            yield self.set_once(changes[0])
            return
        if len(changes) == 1 and isinstance(changes[0], DeleteKey):
            yield from self.delete_keys([changes[0].field])
            return
        self.refuse_contradictions(changes)
        if len(changes) == 1 and isinstance(changes[0], ReorderKeys):
            yield from self.reorder_keys(changes[0].order)
            return
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
        taken: dict[Span, set[str]] = {}
        for change in changes:
            if isinstance(change, SetScalar | Quote | Requote | SetList | RestyleList):
                span = _changed(change).span
                if span in places:
                    raise CannotRender("the same value twice")
                places.add(span)
            elif isinstance(change, InsertKey | RenameKey):
                self.take_key(change, gone, taken)
            elif isinstance(change, MoveUp):
                self.refuse_key(change.field.key)

    def refuse_key(self, key: str) -> None:
        """No top-level key has this name."""
        if any(field.key.lower() == key.lower() for field in self.article.fields):
            raise CannotRender("the key is there already")

    def take_key(
        self, change: InsertKey | RenameKey, gone: set[Span], taken: dict[Span, set[str]]
    ) -> None:
        """Note that a key comes to stand in its mapping. Raises CannotRender where it is there.

        `gone` are the keys that go, `taken` the names in each mapping, by its first key.
        """
        fields = self.siblings(change.after if isinstance(change, InsertKey) else change.field)
        there = {field.key.lower() for field in fields if field.key_span not in gone}
        keys = taken.setdefault(fields[0].key_span, there)
        if change.key.lower() in keys:
            raise CannotRender("the key is there already")
        keys.add(change.key.lower())

    def edit(self, change: Change) -> Iterable[Edit]:
        match change:
            case SetScalar():
                return [self.set_once(change)]
            case Quote():
                return [self.quote(change.scalar)]
            case Requote():
                return [self.requote(change)]
            case RestyleList():
                return self.restyle_list(change)
            case SetList():
                return [self.set_list(change)]
            case RenameKey():
                return self.rename(change)
            case InsertKey():
                return self.insert_key(change)
            case MoveUp():
                return self.move_up(change)
        raise CannotRender("no such change of a value")

    def set_once(self, change: SetScalar) -> Edit:
        """The edit of one value: asked for alone, with others of its rule, and to be proved."""
        made = self.set.get(change)
        if made is None:
            try:
                made = self.set_scalar(change)
            except CannotRender as why:
                made = str(why)
            self.set[change] = made
        if isinstance(made, str):
            raise CannotRender(made)
        return made

    def list_edits(self, changes: Sequence[ListChange]) -> Iterable[Edit]:
        """The edits of one list."""
        items = changes[0].items
        if not items.editable:
            raise CannotRender("the list cannot be changed here")
        gone = sorted({change.index for change in changes if isinstance(change, DeleteItem)})
        added = [change for change in changes if isinstance(change, InsertItem)]
        if len(changes) > 1 and len(added) == len(changes):
            return self.insert_items(added)
        if len(changes) > 1 and not all(isinstance(change, DeleteItem) for change in changes):
            raise CannotRender("two changes of one list at once")
        if gone:
            if gone[0] < 0 or gone[-1] >= len(items.items):
                raise CannotRender("there is no such item")
            return self.delete_items(items, gone)
        if not 0 <= added[0].index <= len(items.items):
            raise CannotRender("there is no such place in the list")
        return self.insert_item(added[0])

    def insert_items(self, changes: Sequence[InsertItem]) -> Iterator[Edit]:
        """Several items before others that are there, in the order given; one after the last."""
        inside = range(len(changes[0].items.items))
        last = [change.index for change in changes if change.index not in inside]
        if last not in ([], [len(inside)]):
            raise CannotRender("two changes of one list at once")
        for change in sorted(changes, key=lambda change: change.index):
            yield from self.insert_item(change)

    def top_level(self, field: Field) -> int:
        """The index of a top-level field. Raises CannotRender for any other."""
        for index, other in enumerate(self.article.fields):
            if other.key_span == field.key_span:
                return index
        raise CannotRender("only keys of the top level can be changed")

    def siblings(self, field: Field) -> tuple[Field, ...]:
        """The fields of the mapping that a field stands in, top-level or not."""
        table = self.table_of(field)
        return self.article.fields if table is None else table.fields

    def pairs_of(self, field: Field, whole: Span) -> tuple[ListValue, int]:
        """The pairs of the mapping that a field stands in, as a list, and its index among them.

        `whole` is the span of the top-level mapping.
        """
        table = self.table_of(field)
        fields = self.article.fields if table is None else table.fields
        pairs = tuple(Table(other.span, (), True) for other in fields)
        index = next(at for at, other in enumerate(fields) if other.key_span == field.key_span)
        return ListValue(table.span if table else whole, pairs, True), index

    @cached_property
    def _top(self) -> frozenset[Span]:
        """Where the keys of the top level stand: asked for each change of thousands."""
        return frozenset(field.key_span for field in self.article.fields)

    def table_of(self, field: Field) -> Table | None:
        """The table that a field stands in; None at the top level."""
        if field.key_span in self._top:
            return None
        found = _around(self.article.fields, field)
        if found is None:
            raise CannotRender("there is no such key")
        return found

    def requote(self, change: Requote) -> Edit:
        raise CannotRender("there is one form of quotes in this format")

    def restyle_list(self, change: RestyleList) -> Iterable[Edit]:
        raise CannotRender("there is one form of lists in this format")

    def move_up(self, change: MoveUp) -> Iterable[Edit]:
        raise CannotRender("no table takes in a key in this format")

    def reorder_keys(self, order: tuple[int, ...]) -> Iterable[Edit]:
        raise CannotRender("keys keep their order in this format")

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
    def delete_items(self, items: ListValue, gone: list[int]) -> Iterable[Edit]: ...

    @abstractmethod
    def insert_item(self, change: InsertItem) -> Iterable[Edit]: ...


class BracketRenderer(Renderer):
    """A renderer of a format in which every text has quotes and every list has brackets."""

    def quote(self, old: Scalar) -> Edit:
        if old.style != "plain":
            raise CannotRender("it stands between quotes already")
        return Edit(old.span, self.string(old.text))

    def set_list(self, change: SetList) -> Edit:
        value = change.field.value
        if not isinstance(value, Scalar | ListValue):
            raise CannotRender("a table is no list")
        if isinstance(value, ListValue) and not value.flow:
            raise CannotRender("a list of many lines is changed item by item")
        return Edit(value.span, self.array(change.items))

    @abstractmethod
    def string(self, text: str) -> str:
        """A text between quotes, as the article writes them."""

    def array(self, texts: Sequence[str]) -> str:
        return "[" + ", ".join(map(self.string, texts)) + "]"
