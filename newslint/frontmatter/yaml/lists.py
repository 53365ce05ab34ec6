"""Changes of lists -> edits: whole lines in block lists, items and their commas in flow lists."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.frontmatter.contract import CannotRender
from newslint.frontmatter.flow_lists import delete_flow, insert_flow
from newslint.frontmatter.yaml.places import Layout, anchors_used
from newslint.frontmatter.yaml.quoting import Habits
from newslint.model.changes import InsertItem
from newslint.model.spans import Edit, Span
from newslint.model.values import ListValue
from newslint.text.regex import regex

_TO_LIST = regex(
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
    """` []` after the colon of a block list all of whose items go."""
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
