"""The keys before the first table of a TOML block in another order -> edits: lines change places.

A key after a header belongs to that table, so nothing is moved across one, and no table is moved.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, takewhile

from newslint.frontmatter.contract import CannotRender
from newslint.frontmatter.places import TextLayout
from newslint.frontmatter.toml.statements import Statement
from newslint.model.spans import Edit, Span


def reorder_keys(
    layout: TextLayout, statements: Sequence[Statement], order: tuple[int, ...]
) -> Iterator[Edit]:
    """Put the keys in an order that holds each old index once. Raises CannotRender.

    Comments above a key go with it. Where it is not certain to what a comment or an empty line
    belongs, nothing is moved.
    """
    if sorted(order) != list(range(len(layout.fields))):
        raise CannotRender("the order does not hold each key once")
    movable = list(takewhile(lambda one: one.form == "pair", statements))
    places = _places(layout, movable, order)
    headers = {made.path[0].name for made in statements if made.form != "pair"}
    moved = [at for at, source in enumerate(order) if at != source]
    if any(at >= len(places) or layout.fields[at].key in headers for at in moved):
        raise CannotRender("a table stays where it is")
    _refuse_doubt_below(layout, places)
    for at in moved:
        place, wanted = places[at], places[order[at]]
        yield Edit(place, layout.text[slice(*wanted)])


def _places(
    layout: TextLayout, statements: Sequence[Statement], order: tuple[int, ...]
) -> list[Span]:
    """The lines of each key, with the comments above it; a key may have several statements."""
    places: list[Span] = []
    names = set()
    start = layout.content.start
    for name, run in groupby(statements, key=lambda made: made.path[0].name):
        if name in names:
            raise CannotRender("the parts of a table stand apart")
        names.add(name)
        parts = list(run)
        first = layout.lines(parts[0].start, parts[0].end).start
        end = layout.lines(parts[-1].start, parts[-1].end).end
        above = layout.text[start:first].split("\n")[:-1]
        if not all(_is_comment(line) for line in above):
            raise CannotRender("it is not certain what an empty line belongs to")
        if above and not places and order[0] != 0:
            raise CannotRender("the first comment may be about the whole file")
        places.append(Span(start, end))
        start = end
    return places


def _refuse_doubt_below(layout: TextLayout, places: Sequence[Span]) -> None:
    """Refuse comments below the last key that may be its own: none above a header right below."""
    end = places[-1].end if places else layout.content.start
    below = layout.text[end : layout.content.end].split("\n")
    lines = list(takewhile(lambda line: _is_comment(line) or not line.strip(), below))
    first = next((at for at, line in enumerate(lines) if line.strip()), None)
    closed = len(lines) < len(below) and all(line.strip() for line in lines[first:])
    if first is not None and not closed:
        raise CannotRender("it is not certain what the comment below the last key belongs to")


def _is_comment(line: str) -> bool:
    return line.lstrip(" \t").startswith("#")
