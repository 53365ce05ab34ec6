"""Front matter whose closing fence is missing or wrong and whose lines do not parse either.

Neither can be mended alone. Where every broken line has a repair, both are offered together, and
never as certain: that the lines end where the fence seems to belong is a guess by then.
"""

from __future__ import annotations

from collections.abc import Iterator

from newslint import syntax
from newslint.article import Block, Fault, Span
from newslint.fence_repair import BROKEN
from newslint.fence_shape import BLANK, line_break, line_end


def with_repairs(
    text: str, faults: tuple[Fault, ...], reading: syntax.Reading
) -> tuple[Fault, ...]:
    """The faults of a fence, with those of the lines above the place where it belongs."""
    return tuple(one for fault in faults for one in _both(text, fault, reading))


def _both(text: str, fault: Fault, reading: syntax.Reading) -> Iterator[Fault]:
    words = fault.note.split()
    if words[-1:] != [BROKEN]:
        yield fault
        return
    unclosed = fault.kind == "fence-unclosed"
    place = int(words[0]) if unclosed else fault.span.start
    lines = syntax.parse(text, _block(text, place), reading).faults
    if not all(line.edits for line in lines):
        yield fault._replace(note="" if unclosed else words[0])
        return
    yield fault._replace(note=words[0] if unclosed else f"{words[0]} likely")
    for line in lines:
        yield line._replace(certain=False)


def _block(text: str, place: int) -> Block:
    """The block from the opening fence to the place of the closing one."""
    start = len(text) - len(text.lstrip(BLANK))
    end = line_end(text, start)
    content = min(place, end + line_break(text, end))
    return Block("yaml", Span(start, end), Span(content, place), Span(place, place), place)
