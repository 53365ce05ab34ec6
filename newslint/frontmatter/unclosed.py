"""Front matter whose closing fence is missing or wrong and whose lines do not parse either.

Neither can be fixed alone. Where every broken line has a repair, both are offered together, and
never as certain: that the lines end where the fence seems to belong is a guess by then.
"""

from __future__ import annotations

from collections.abc import Iterator

from newslint import frontmatter
from newslint.frontmatter.fence.repair import likely_end
from newslint.frontmatter.fence.shape import BLANK, line_break, line_end
from newslint.model.article import Block
from newslint.model.faults import Fault, FenceShape, FenceUnclosed, Repairable
from newslint.model.spans import Span
from newslint.model.value import replaced

_WRONG_CLOSING = ("closing-dots", "closing-dashes", "closing-indented")


def with_repairs(
    text: str, faults: tuple[Fault, ...], reading: frontmatter.ParseOptions
) -> tuple[Fault, ...]:
    """The faults of a fence, with those of the lines above the place where it belongs."""
    return tuple(one for fault in faults for one in _both(text, fault, reading))


def _both(text: str, fault: Fault, reading: frontmatter.ParseOptions) -> Iterator[Fault]:
    block = _block(text, fault)
    found = frontmatter.parse(text, block, reading).faults if block else ()
    lines = [line for line in found if isinstance(line, Repairable) and line.edits]
    if block is None or not lines or len(lines) < len(found):
        yield fault
        return
    if isinstance(fault, FenceUnclosed):
        yield replaced(fault, place=block.closing.start)
    elif isinstance(fault, FenceShape):
        yield replaced(fault, repair="likely")
    for line in lines:
        yield replaced(line, certain=False)


def _block(text: str, fault: Fault) -> Block | None:
    """The block from the opening fence to the place of the closing one, where that is likely."""
    start = len(text) - len(text.lstrip(BLANK))
    if not text.startswith("---", start):
        return None
    end = line_end(text, start)
    content = end + line_break(text, end)
    place: int | None = None
    if isinstance(fault, FenceUnclosed) and fault.place is None:
        place = likely_end(text, content)
    elif isinstance(fault, FenceShape) and fault.form in _WRONG_CLOSING and not fault.repair:
        place = fault.span.start
    if place is None or place < content:
        return None
    return Block("yaml", Span(start, end), Span(content, place), Span(place, place), place)
