"""Changes of lists -> edits: whole lines in block lists, items and their commas in flow lists."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.frontmatter.flow_lists import delete_flow, insert_flow, reorder_flow
from newslint.frontmatter.rendering import CannotRender
from newslint.frontmatter.yaml.places import Layout, anchors_used, last_scalar
from newslint.frontmatter.yaml.quote_style import Habits
from newslint.model.changes import InsertItem
from newslint.model.spans import Edit, Span
from newslint.model.values import ListValue

_TO_LIST = re.compile(
    r"((?:[ \t]+(?:&[\w-]+|![^\s,\[\]{}]*))*)(?:[ \t]*(?=\r?\n)|(?=[ \t]+#))(?:[ \t]*#[^\r\n]*)?"
)


def delete_items(layout: Layout, items: ListValue, gone: list[int]) -> Iterator[Edit]:
    """Remove the items at these indexes (sorted). Raises CannotRender."""
    if any(anchors_used(items.items[index], layout.text) for index in gone):
        raise CannotRender("an alias elsewhere stands for the item")
    if items.flow:
        yield from delete_flow(layout, items, gone)
        return
    if len(gone) == len(items.items):
        yield _emptied(layout, items)
    above, going = None, set(gone)
    for index in gone:
        if index and index - 1 not in going:
            above = items.items[index - 1]
        lines = _lines(layout, items, index)
        if layout.swallows(above, lines.end):
            raise CannotRender("the text above would take in the lines below")
        yield Edit(lines, "")


def _emptied(layout: Layout, items: ListValue) -> Edit:
    """` []` behind the colon of a block list all of whose items go."""
    field = layout.field_of(items.span)
    if field is None:
        raise CannotRender("the list stands in another list")
    colon = layout.colon(field)
    match = _TO_LIST.match(layout.text, colon)
    if match is None or layout.behind_gap(match.end()) != items.span.start:
        raise CannotRender("the list has a form of its own")
    rest = match.end() if "#" not in match[0] else match.end(1)
    return Edit(Span(match.end(1), rest), " []")


def insert_item(layout: Layout, habits: Habits, change: InsertItem) -> Iterator[Edit]:
    """Put an item where the change wants it. Raises CannotRender."""
    items, index = change.items, change.index
    near = max(index - 1, 0)
    style = habits.style_beside(items, near) if items.items else habits.items
    made = habits.value(change.text, style)
    if items.flow:
        yield from insert_flow(layout, items, index, made)
        return
    dash, lines = _dash(layout, items, near), _lines(layout, items, near)
    blanks = layout.text[dash + 1 : items.items[near].span.start]
    blanks = blanks if blanks and not blanks.strip(" ") else " "
    at = layout.end_of(items.items[near], lines) if index else lines.start
    newline = layout.newline_before(lines.end)
    yield Edit(Span(at, at), f"{layout.text[lines.start : dash]}-{blanks}{made}{newline}")


def reorder_items(layout: Layout, items: ListValue, order: tuple[int, ...]) -> Iterator[Edit]:
    """Put the items in another order, their comments with them. Raises CannotRender."""
    if not all(item.editable for item in items.items):
        raise CannotRender("an alias is among the items")
    if items.flow:
        yield from reorder_flow(layout, items, order)
        return
    places = [_whole(layout, items, index) for index in range(len(items.items))]
    _refuse_spreading(layout, items, places, order)
    for place, source in zip(places, order, strict=True):
        wanted = places[source]
        if place != wanted:
            yield Edit(place, layout.text[wanted.start : wanted.end])


def _whole(layout: Layout, items: ListValue, index: int) -> Span:
    """The lines of an item with the comments above it."""
    lines = _lines(layout, items, index)
    start = lines.start
    if index:
        above = layout.line_end(items.items[index - 1].span.end)
        comment = re.compile(r"(?:(?<![ \t])[ \t]+)?#").search(layout.text, above, start)
        start = layout.line_start(comment.end()) if comment else start
    return Span(start, lines.end)


def _refuse_spreading(
    layout: Layout, items: ListValue, places: list[Span], order: tuple[int, ...]
) -> None:
    """Refuse to move what would change its meaning, or part from its comment, by moving."""
    start = places[0].start
    above = layout.text[layout.line_start(start - 1) : start]
    if order[0] != 0 and above.lstrip().startswith("#"):
        raise CannotRender("a comment above the first item may be about it or the list")
    for item in items.items:
        last = last_scalar(item)
        if last is None or last.style not in ("literal", "folded"):
            continue
        if layout.keeps_lines(last) or "#" in layout.text[start : layout.content.end]:
            raise CannotRender("a block of text is among the items")


def _lines(layout: Layout, items: ListValue, index: int) -> Span:
    """The whole lines of an item of a block list."""
    return layout.lines(_dash(layout, items, index), items.items[index].span.end)


def _dash(layout: Layout, items: ListValue, index: int) -> int:
    """The dash of an item. Raises CannotRender for an item with an anchor, a tag or a comment."""
    before = items.items[index - 1].span.end if index else items.span.start
    dash = layout.behind_gap(before) if index else before
    between = layout.text[dash + 1 : items.items[index].span.start]
    if layout.text[dash] != "-" or between.strip(" \t\r\n"):
        raise CannotRender("the item has a form of its own")
    return dash
