"""Items of lists in brackets (`[a, b]`) come and go, with their commas, comments and lines.

YAML, TOML and JSON have them; the pairs of a JSON object come and go in the same way.
"""

from __future__ import annotations

from collections.abc import Iterator

from newslint.frontmatter.contract import CannotRender
from newslint.frontmatter.places import TextLayout
from newslint.model.spans import Edit, Span
from newslint.model.values import ListValue
from newslint.text.regex import regex

_REST = regex(r"[ \t]*(?:,[ \t]*)?(?:#[^\r\n]*)?\r?\n")


def own_place(layout: TextLayout, items: ListValue, index: int) -> None:
    """Refuse an item with an anchor or a tag: what stands before it is not a comma or the `[`."""
    before = layout.behind_gap(items.items[index - 1].span.end) if index else items.span.start
    if layout.behind_gap(before + 1) != items.items[index].span.start:
        raise CannotRender("the item has a form of its own")


def comments_between(layout: TextLayout, items: ListValue) -> bool:
    """True when a comment stands in the list."""
    ends = [items.span.start, *(item.span.end for item in items.items)]
    starts = [*(item.span.start for item in items.items), items.span.end]
    return any(layout.has_comment(*gap) for gap in zip(ends, starts, strict=True))


def delete_flow(layout: TextLayout, items: ListValue, gone: list[int]) -> Iterator[Edit]:
    """Remove the items at these indexes (sorted). Raises CannotRender."""
    if len(gone) == len(items.items):
        if comments_between(layout, items):
            raise CannotRender("a comment stands in the list")
        yield Edit(items.span, "[]")
        return
    first, going = gone[0], set(gone)
    for index in gone:
        own_place(layout, items, index)
        if index - 1 not in going:
            first = index
        if index + 1 not in going:
            yield from _delete_run(layout, items, first, index)


def _delete_run(layout: TextLayout, items: ListValue, first: int, last: int) -> Iterator[Edit]:
    """Remove the items `first` to `last`, which are not all there are."""
    end = items.items[last].span.end
    lines = [_line(layout, item.span) for item in items.items[first : last + 1]]
    if not all(lines):
        yield _delete_between(layout, items, first, last)
        return
    for line in lines:
        assert line is not None
        yield Edit(line, "")
    if last + 1 == len(items.items) and layout.text[layout.behind_gap(end)] != ",":
        # the item above is the last one now, and a last item has no comma here
        comma = layout.behind_gap(items.items[first - 1].span.end if first else 0)
        yield Edit(Span(comma, comma + 1), "")


def _delete_between(layout: TextLayout, items: ListValue, first: int, last: int) -> Edit:
    """Remove items that share their lines with others, with the comma on one side of them."""
    parts = items.items
    start, end = parts[first].span.start, parts[last].span.end
    before = Span(parts[first - 1].span.end, end) if first else None
    behind = Span(start, parts[last + 1].span.start) if last + 1 < len(parts) else None
    if before and (behind is None or "\n" in layout.text[end : behind.end]):
        chosen, gaps = before, range(first, last + 1)
    else:
        assert behind is not None
        chosen, gaps = behind, range(first + 1, last + 2)
    if any(layout.has_comment(parts[at - 1].span.end, parts[at].span.start) for at in gaps):
        raise CannotRender("a comment stands between the items")
    return Edit(chosen, "")


def _line(layout: TextLayout, item: Span) -> Span | None:
    """The whole lines of an item that shares them with nothing but its comma and a comment."""
    start = layout.line_start(item.start)
    rest = _REST.match(layout.text, item.end)
    if rest is None or layout.text[start : item.start].strip(" \t"):
        return None
    behind = layout.behind_gap(item.end)
    if behind >= rest.end() and layout.text[behind] == ",":
        return None  # the commas stand at the start of the lines
    return Span(start, rest.end())


def insert_flow(layout: TextLayout, items: ListValue, index: int, made: str) -> Iterator[Edit]:
    """Put an item, as it is to be written, before the one at an index. Raises CannotRender."""
    parts = items.items
    if not parts:
        if layout.text[items.span.start + 1 : items.span.end - 1].strip():
            raise CannotRender("a comment stands in the list")
        yield Edit(items.span, f"[{made}]")
        return
    near = max(index - 1, 0)
    own_place(layout, items, near)
    beside = parts[near].span
    line = _line(layout, beside)
    if line is None:
        at = beside.start if index == 0 else beside.end
        yield Edit(Span(at, at), f"{made}, " if index == 0 else f", {made}")
        return
    indent = layout.text[line.start : beside.start]
    newline = layout.newline_before(line.end)
    comma = layout.text[layout.behind_gap(beside.end)] == ","
    if index and not comma:
        yield Edit(Span(beside.end, beside.end), ",")
    at = line.end if index else line.start
    yield Edit(Span(at, at), f"{indent}{made}{',' if comma or not index else ''}{newline}")
