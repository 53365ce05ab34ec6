"""Changes -> edits of YAML text: whole lines for block lists and keys, commas for flow lists."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from newslint.article import Article, Field, Items, Scalar, Span, Style
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
from newslint.syntax.yaml_text import plain_is_safe, preferred, quote, scalar

_ListChange = DeleteItem | InsertItem | ReorderItems
_OneEdit = SetScalar | Quote | SetList | RenameKey | DeleteKey | InsertKey | Splice


def render(article: Article, changes: Iterable[Change]) -> list[Edit]:
    """The edits that make the changes, all in one text.

    Raises CannotRender when one of them cannot be made exactly: through an alias, in a layout that
    is too unusual, or because two of them contradict each other.
    """
    return list(_Renderer(article).edits(tuple(changes)))


class _Renderer:
    def __init__(self, article: Article) -> None:
        self.article = article
        self.text = article.text

    def edits(self, changes: tuple[Change, ...]) -> Iterator[Edit]:
        lists: dict[Span, list[_ListChange]] = {}
        inserted: set[str] = set()
        for change in changes:
            if isinstance(change, _ListChange):
                lists.setdefault(change.items.span, []).append(change)
                continue
            if isinstance(change, InsertKey):
                if change.key in inserted:
                    raise CannotRender("the same key twice")
                inserted.add(change.key)
            if not isinstance(change, DropBom):
                yield self.edit(change)
        for grouped in lists.values():
            yield from self.list_edits(grouped)

    def edit(self, change: _OneEdit) -> Edit:
        match change:
            case SetScalar():
                return self.set_scalar(change)
            case Quote():
                return self.quote(change.scalar)
            case SetList():
                return self.set_list(change)
            case RenameKey():
                return self.rename(change)
            case DeleteKey():
                return self.delete_key(change.field)
            case InsertKey():
                return self.insert_key(change)
            case Splice():
                return Edit(change.span, change.text)

    # single values

    def set_scalar(self, change: SetScalar) -> Edit:
        old = change.scalar
        if not old.editable:
            raise CannotRender("the value is shared through an alias")
        if old.style == "empty":
            return self.fill(old, change)
        raw = self.text[old.span.start : old.span.end]
        if change.literal:
            return Edit(old.span, change.text)
        if old.style == "plain" and old.kind != "string":
            # it was a number, a date, a boolean: written as text it needs quotes, unless it reads
            # as a string by itself
            made = change.text if self.reads_as_text(change.text) else self.quoted(change.text)
            return Edit(old.span, made)
        indent, newline = self.block_layout(old)
        return Edit(old.span, scalar(old, raw, change.text, self.habit(), indent, newline))

    def fill(self, old: Scalar, change: SetScalar) -> Edit:
        before = self.text[old.span.start - 1 : old.span.start]
        if before not in (":", "-"):
            raise CannotRender("the place of the empty value is not certain")
        made = change.text if change.literal else self.emit(change.text, self.habit())
        return Edit(Span(old.span.start, old.span.start), " " + made)

    def quote(self, old: Scalar) -> Edit:
        if not old.editable or old.style != "plain":
            raise CannotRender("only a plain value of its own can be quoted")
        return Edit(old.span, self.quoted(old.text))

    def set_list(self, change: SetList) -> Edit:
        value = change.field.value
        if not value.editable:
            raise CannotRender("the value is shared through an alias")
        style = value.style if isinstance(value, Scalar) else self.habit()
        made = "[" + ", ".join(self.item_text(item, style) for item in change.items) + "]"
        if isinstance(value, Scalar) and value.style == "empty":
            made = " " + made
        elif not isinstance(value, Scalar) and not value.flow:
            raise CannotRender("a block list is changed item by item")
        return Edit(value.span, made)

    # keys

    def rename(self, change: RenameKey) -> Edit:
        span = change.field.key_span
        first = self.text[span.start]
        if first in "\"'":
            style: Style = "double" if first == '"' else "single"
            return Edit(span, quote(change.key, style))
        if first in "*&!?" or not plain_is_safe(change.key):
            raise CannotRender("the key has a form of its own")
        return Edit(span, change.key)

    def delete_key(self, field: Field) -> Edit:
        return Edit(self.lines_of(field), "")

    def insert_key(self, change: InsertKey) -> Edit:
        lines = self.lines_of(change.after)
        indent = self.text[lines.start : change.after.key_span.start]
        if change.items is not None:
            style = self.list_habit()
            value = "[" + ", ".join(self.item_text(item, style) for item in change.items) + "]"
        elif change.literal:
            value = change.text
        else:
            value = self.emit(change.text, self.style_like(change.after))
        newline = self.newline_at(lines.end)
        return Edit(Span(lines.end, lines.end), f"{indent}{change.key}: {value}{newline}")

    def lines_of(self, field: Field) -> Span:
        """The whole lines of a top-level key, the comment behind its value included."""
        start = self.line_start(field.key_span.start)
        lead = self.text[start : field.key_span.start]
        if lead.strip(" "):
            raise CannotRender("the key does not start its line")
        end = self.line_end(field.value.span.end)
        behind = self.text[field.value.span.end : end].strip()
        if behind and not behind.startswith("#"):
            raise CannotRender("something else stands on the key's last line")
        return Span(start, end)

    # lists

    def list_edits(self, changes: list[_ListChange]) -> Iterator[Edit]:
        items = changes[0].items
        if not items.editable:
            raise CannotRender("the list is shared through an alias")
        kinds = {type(change) for change in changes}
        if kinds == {DeleteItem}:
            gone = sorted({c.index for c in changes if isinstance(c, DeleteItem)})
            yield from (
                self.delete_flow(items, gone) if items.flow else self.delete_block(items, gone)
            )
        elif len(changes) > 1:
            raise CannotRender("two changes of one list at once")
        elif isinstance(changes[0], InsertItem):
            yield self.insert_flow(changes[0]) if items.flow else self.insert_block(changes[0])
        elif isinstance(changes[0], ReorderItems):
            yield from self.reorder(items, changes[0].order)

    def delete_block(self, items: Items, gone: list[int]) -> Iterator[Edit]:
        if len(gone) == len(items.items):
            colon = self.text.rfind(":", 0, items.span.start)
            between = self.text[colon + 1 : self.line_start(items.span.start)]
            if between.split("#", 1)[0].strip():
                raise CannotRender("the list has a form of its own")
            yield Edit(Span(colon + 1, colon + 1), " []")
        for index in gone:
            yield Edit(self.item_lines(items, index), "")

    def delete_flow(self, items: Items, gone: list[int]) -> Iterator[Edit]:
        all_items = items.items
        if len(gone) == len(all_items):
            yield Edit(items.span, "[]")
            return
        last_kept = max(set(range(len(all_items))) - set(gone))
        for index in gone:
            self.own_item(items, index)
            if index < last_kept:
                yield Edit(Span(all_items[index].span.start, all_items[index + 1].span.start), "")
            else:
                yield Edit(Span(all_items[index - 1].span.end, all_items[index].span.end), "")

    def insert_block(self, change: InsertItem) -> Edit:
        items = change.items
        if not items.items:
            raise CannotRender("an empty block list")
        near = min(change.index, len(items.items) - 1)
        lines = self.item_lines(items, near)
        lead = self.text[lines.start : items.items[near].span.start]
        made = self.item_text(change.text, self.item_style(items, near))
        at = lines.start if change.index < len(items.items) else lines.end
        return Edit(Span(at, at), lead + made + self.newline_at(lines.end))

    def insert_flow(self, change: InsertItem) -> Edit:
        items = change.items
        if not items.items:
            made = self.item_text(change.text, self.list_habit())
            return Edit(items.span, f"[{made}]")
        near = min(change.index, len(items.items) - 1)
        made = self.item_text(change.text, self.item_style(items, near))
        span = items.items[near].span
        if change.index < len(items.items):
            return Edit(Span(span.start, span.start), made + ", ")
        return Edit(Span(span.end, span.end), ", " + made)

    def reorder(self, items: Items, order: tuple[int, ...]) -> Iterator[Edit]:
        if sorted(order) != list(range(len(items.items))):
            raise CannotRender("the order does not hold each item once")
        places = [self.item_place(items, index) for index in range(len(items.items))]
        for place, source in zip(places, order, strict=True):
            if place != places[source]:
                wanted = places[source]
                yield Edit(place, self.text[wanted.start : wanted.end])

    def item_place(self, items: Items, index: int) -> Span:
        """What moves with an item: in a block list the rest of its line, comment included."""
        self.own_item(items, index)
        span = items.items[index].span
        if items.flow:
            return span
        return Span(
            span.start, self.line_end(span.end) - len(self.newline_at(self.line_end(span.end)))
        )

    def item_lines(self, items: Items, index: int) -> Span:
        """The whole lines of an item of a block list."""
        self.own_item(items, index)
        span = items.items[index].span
        dash = self.text.rfind("-", 0, max(span.start, 1))
        start = self.line_start(dash)
        if self.text[start:dash].strip(" "):
            raise CannotRender("the item shares its line")
        end = self.line_end(span.end)
        behind = self.text[span.end : end].strip()
        if behind and not behind.startswith("#"):
            raise CannotRender("something else stands on the item's last line")
        return Span(start, end)

    def own_item(self, items: Items, index: int) -> None:
        """An item with an anchor, a tag or an alias is left alone."""
        item = items.items[index]
        lead = self.text[: item.span.start].rstrip()[-1:]
        if not item.editable or lead not in ("-", ",", "["):
            raise CannotRender("the item has a form of its own")

    # how things are written here

    def emit(self, text: str, style: Style) -> str:
        if style == "plain" and plain_is_safe(text):
            return text
        return self.quoted(text) if style == "plain" else quote(text, preferred(text, style))

    def item_text(self, text: str, style: Style) -> str:
        return self.emit(text, style if style in ("plain", "single", "double") else self.habit())

    def item_style(self, items: Items, index: int) -> Style:
        item = items.items[index]
        return item.style if isinstance(item, Scalar) else "plain"

    def style_like(self, field: Field) -> Style:
        value = field.value
        if isinstance(value, Scalar) and value.style in ("single", "double"):
            return value.style
        return "plain"

    def quoted(self, text: str) -> str:
        return quote(text, preferred(text, self.habit()))

    def habit(self) -> Style:
        """The quotes that most of this article's values have; double ones where none has any."""
        styles = [s.style for field in self.article.fields for s in field.scalars]
        return "single" if styles.count("single") > styles.count("double") else "double"

    def list_habit(self) -> Style:
        """The style that the items of this article's lists have most often."""
        styles = [
            item.style
            for field in self.article.fields
            if isinstance(field.value, Items)
            for item in field.scalars
        ]
        return max(("plain", "double", "single"), key=styles.count) if styles else self.habit()

    def reads_as_text(self, text: str) -> bool:
        return plain_is_safe(text) and self.article.context.target.kind(text) == "string"

    def block_layout(self, old: Scalar) -> tuple[str, str]:
        """Indentation and line end of a block scalar's first line."""
        if old.style not in ("literal", "folded"):
            return "", "\n"
        raw = self.text[old.span.start : old.span.end]
        match = re.search(r"(\r?\n)(?:[ \t]*\r?\n)*([ ]*)\S", raw)
        return (match.group(2), match.group(1)) if match else ("  ", "\n")

    def line_start(self, offset: int) -> int:
        return self.text.rfind("\n", 0, offset) + 1

    def line_end(self, offset: int) -> int:
        """Behind the line end of the line that holds `offset`."""
        end = self.text.find("\n", offset)
        return len(self.text) if end < 0 else end + 1

    def newline_at(self, end: int) -> str:
        """The line end that stands before `end`."""
        return "\r\n" if self.text[end - 2 : end] == "\r\n" else "\n"
