"""The top-level keys of a YAML block in another order -> edits: whole lines change places."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.frontmatter.contract import CannotRender
from newslint.frontmatter.yaml.places import Layout, last_scalar
from newslint.model.spans import Edit, Span


def reorder_keys(layout: Layout, order: tuple[int, ...]) -> Iterator[Edit]:
    """Put the keys in an order that holds each old index once. Raises CannotRender.

    Comments above a key go with it. Where it is not certain to what a comment or an empty line
    belongs, or whether a value stays the same in another place, nothing is moved.
    """
    if sorted(order) != list(range(len(layout.fields))):
        raise CannotRender("the order does not hold each key once")
    if layout.flow_root:
        raise CannotRender("the front matter stands between braces")
    if not all(field.value.editable for field in layout.fields):
        raise CannotRender("an alias must stand behind its anchor")
    places = _places(layout)
    for place, source in zip(places, order, strict=True):
        wanted = places[source]
        if place != wanted:
            yield Edit(place, layout.text[wanted.start : wanted.end])


def _places(layout: Layout) -> list[Span]:
    """The lines of each key, with the comments above it."""
    places: list[Span] = []
    start = layout.content.start
    for field in layout.fields:
        lines = layout.lines(field.key_span.start, field.value.span.end)
        above = layout.text[start : lines.start].split("\n")[:-1]
        if any(line[:1] != "#" for line in above) or (above and not places):
            raise CannotRender("it is not certain what a comment or an empty line belongs to")
        last = last_scalar(field.value)
        if last is not None and layout.keeps_lines(last):
            raise CannotRender("a block of text takes in the empty lines behind it")
        places.append(Span(start, lines.end))
        start = lines.end
    if layout.text[start : layout.content.end].strip():
        raise CannotRender("a comment stands behind the last key")
    return places
