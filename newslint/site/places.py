"""Where the parts of an article's front matter stand, with rows and columns."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from itertools import accumulate, count
from operator import add

from newslint.files.read import position
from newslint.model.facts import Place
from newslint.model.spans import Span, position_at

PlaceOf = Callable[[Span], Place]
"""A span of an article's text as the place that it is."""


def places(text: str, end: int) -> PlaceOf:
    """For many spans of one text, most of which lie before `end`: its rows are counted once."""
    lengths = map(len, text[:end].split("\n"))
    starts = [0, *map(add, accumulate(lengths), count(1))]
    starts[-1] = len(text) + 1  # the row in which `end` lies is the last one

    def place(span: Span) -> Place:
        start, stop = span
        if stop > end:
            return Place(span, position(text, start), position(text, stop))
        row = bisect_right(starts, start)
        column = start - starts[row - 1] + 1
        begin = position_at(row, column)
        if stop < starts[row]:
            return _new(Place, (span, begin, position_at(row, column + stop - start)))
        last = bisect_right(starts, stop)
        return Place(span, begin, position_at(last, stop - starts[last - 1] + 1))

    return place


_new = tuple.__new__
"""As calling the class, in half of the time: there are many places."""
