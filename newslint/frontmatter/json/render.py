"""Changes -> edits of JSON text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from newslint.frontmatter.bracket_lists import restyled
from newslint.frontmatter.contract import CannotRender
from newslint.frontmatter.flow_lists import delete_flow, insert_flow
from newslint.frontmatter.json import scalars as json_text
from newslint.frontmatter.places import TextLayout
from newslint.frontmatter.renderer import BracketRenderer, all_edits
from newslint.model.changes import (
    Change,
    DeleteKey,
    InsertItem,
    InsertKey,
    RenameKey,
    RestyleList,
    SetScalar,
)
from newslint.model.spans import Edit, Span
from newslint.model.values import Field, ListValue
from newslint.site_article import Article
from newslint.text.line_ends import line_ending


def render(article: Article, changes: Iterable[Change]) -> list[Edit]:
    """The edits that make the changes, all in one text.

    Raises CannotRender when one of them cannot be made exactly, or when two of them contradict each
    other.
    """
    return all_edits(changes, lambda values: _Renderer.of(article).edits(values))


class _Renderer(BracketRenderer):
    """An object is a list of its pairs to it: they come and go as items do."""

    def __init__(self, article: Article) -> None:
        super().__init__(article)
        self.layout = TextLayout(article)
        block = self.text[self.layout.content.start : self.layout.content.end]
        self.ascii_only = "\\u" in block and block.isascii()

    def edits(self, changes: Sequence[Change]) -> Iterator[Edit]:
        """Of changes that fight for one comma only one kind is made at once."""
        added = [
            self.pairs_of(c.after, self.layout.content) for c in changes if isinstance(c, InsertKey)
        ]
        deletes = any(isinstance(change, DeleteKey) for change in changes)
        last = [pairs.span for pairs, index in added if index == len(pairs.items) - 1]
        if added and (deletes or len(set(last)) < len(last)):
            raise CannotRender("the same comma comes and goes")
        return super().edits(changes)

    # values

    def set_scalar(self, change: SetScalar) -> Edit:
        old = change.scalar
        if change.literal and json_text.bare(change.text):
            return Edit(old.span, change.text)
        if old.style == "plain":
            return Edit(old.span, self.string(change.text))
        raw = self.text[old.span.start : old.span.end]
        made = json_text.string(raw, change.text, ascii_only=self.ascii_only)
        return Edit(old.span, made)

    def string(self, text: str) -> str:
        return json_text.quote(text, ascii_only=self.ascii_only)

    # keys

    def rename(self, change: RenameKey) -> Iterable[Edit]:
        self.top_level(change.field)
        return [Edit(change.field.key_span, self.string(change.key))]

    def delete_keys(self, fields: Sequence[Field]) -> Iterable[Edit]:
        objects: dict[Span, tuple[ListValue, set[int]]] = {}
        for field in fields:
            pairs, index = self.pairs_of(field, self.layout.content)
            objects.setdefault(pairs.span, (pairs, set()))[1].add(index)
        for pairs, gone in objects.values():
            if len(gone) < len(pairs.items):
                yield from delete_flow(self.layout, pairs, sorted(gone))
            elif pairs.span == self.layout.content:
                yield Edit(pairs.span, "{}")
            else:
                raise CannotRender("nothing would be left of the object")

    def insert_key(self, change: InsertKey) -> Iterable[Edit]:
        (pairs, index), after = self.pairs_of(change.after, self.layout.content), change.after
        colon = self.text[after.key_span.end : after.value.span.start]
        colon = colon if colon.strip(" \t") == ":" else ": "
        value = self.string(change.text)
        if change.items is not None:
            value = self.array(change.items)
        elif change.literal and json_text.bare(change.text):
            value = change.text
        made = f"{self.string(change.key)}{colon}{value}"
        return insert_flow(self.layout, pairs, index + 1, made)

    def reorder_keys(self, order: tuple[int, ...]) -> Iterator[Edit]:
        """The pairs change places; what stands between them, commas and blanks, stays."""
        fields = self.article.fields
        if sorted(order) != list(range(len(fields))):
            raise CannotRender("the order does not hold each key once")
        moved = [(fields[at].span, fields[old].span) for at, old in enumerate(order) if at != old]
        ends = {line_ending(self.text, place.end) for place, _ in moved}
        if len(ends) > 1:
            raise CannotRender("the lines end in different ways")
        for place, wanted in moved:
            yield Edit(place, self.text[slice(*wanted)])

    # lists

    def delete_items(self, items: ListValue, gone: list[int]) -> Iterable[Edit]:
        return delete_flow(self.layout, items, gone)

    def insert_item(self, change: InsertItem) -> Iterable[Edit]:
        return insert_flow(self.layout, change.items, change.index, self.string(change.text))

    def restyle_list(self, change: RestyleList) -> Iterable[Edit]:
        start = change.field.key_span.start
        if not change.flow and self.text[self.layout.line_start(start) : start].strip(" \t"):
            raise CannotRender("the key does not begin its line")
        return [restyled(self.layout, change, last_comma=False)]
