"""Lists in brackets on one line, or with one item a line: TOML and JSON have both forms."""

from __future__ import annotations

from collections.abc import Iterable

from newslint.frontmatter.contract import CannotRender
from newslint.frontmatter.flow_lists import comments_between
from newslint.frontmatter.places import LONGEST, TextLayout
from newslint.model.changes import RestyleList
from newslint.model.spans import Edit
from newslint.model.values import Field, ListValue, Scalar, every_field
from newslint.text.line_ends import line_ending

_DEFAULT_INDENT = "  "


def restyled(layout: TextLayout, change: RestyleList, *, last_comma: bool) -> Edit:
    """A list of single values in the other form, its items as they are. Raises CannotRender.

    `last_comma`: the format has a comma after the last of several lines.
    """
    items = change.field.value
    if not isinstance(items, ListValue) or items.flow == change.flow:
        raise CannotRender("there is no list in the other form")
    raws = [layout.text[slice(*item.span)] for item in items.items if isinstance(item, Scalar)]
    if not raws or len(raws) < len(items.items) or any("\n" in raw for raw in raws):
        raise CannotRender("the items are not all single values on one line")
    if comments_between(layout, items):
        raise CannotRender("a comment stands in the list")
    if change.flow:
        return _on_one_line(layout, items, raws)
    return _on_lines(layout, change.field, raws, last_comma=last_comma)


def _on_one_line(layout: TextLayout, items: ListValue, raws: Iterable[str]) -> Edit:
    made = f"[{', '.join(raws)}]"
    start = items.span.start
    if start - layout.line_start(start) + len(made) > LONGEST:
        raise CannotRender("the line would be too long")
    return Edit(items.span, made)


def _on_lines(layout: TextLayout, field: Field, raws: Iterable[str], *, last_comma: bool) -> Edit:
    span = field.value.span
    newline, margin = line_ending(layout.text, span.end), _margin(layout, span.start)
    indent, habit = _habit(layout)
    lines = f",{newline}".join(f"{margin}{indent}{raw}" for raw in raws)
    comma = "," if last_comma and habit else ""
    return Edit(span, f"[{newline}{lines}{comma}{newline}{margin}]")


def _margin(layout: TextLayout, at: int) -> str:
    """The blanks at the start of the line that holds an offset."""
    line = layout.text[layout.line_start(at) : at]
    return line[: len(line) - len(line.lstrip(" \t"))]


def _habit(layout: TextLayout) -> tuple[str, bool]:
    """The blanks by which items stand further in than their list, and whether a comma is after the
    last one, in the first list with one item a line; else by the first key."""
    for field in every_field(layout.fields):
        items = field.value
        if isinstance(items, ListValue) and items.items and not items.flow:
            step = _step(layout, items)
            if step:
                end = layout.behind_gap(items.items[-1].span.end)
                return step, layout.text[end] == ","
    indents = (_margin(layout, field.key_span.start) for field in layout.fields)
    return next(filter(None, indents), _DEFAULT_INDENT), True


def _step(layout: TextLayout, items: ListValue) -> str:
    """The blanks by which the first item stands further in than its list; empty when it does not,
    and for a list of tables."""
    outer, inner = (_margin(layout, one.span.start) for one in (items, items.items[0]))
    bracket = layout.text[items.span.start] == "["
    return inner.removeprefix(outer) if bracket and inner.startswith(outer) else ""
