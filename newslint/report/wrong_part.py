"""Which part of a place is wrong: the query of a link, not the whole link."""

from __future__ import annotations

from itertools import takewhile

from newslint.model.diagnostics import Diagnostic
from newslint.model.records import NamedTuple
from newslint.text.regex import regex

_VALUE = regex(r"`([^`]+)`")


class Part(NamedTuple):
    """Characters of a line, the end excluded."""

    start: int
    end: int


def wrong_part(one: Diagnostic, line: str) -> Part:
    """What the fix would take away, else the one value that the message names, else all.

    A fix that leaves less than half as it is says nothing of a part.
    """
    start = one.start.column - 1
    end = one.end.column - 1 if one.end.row == one.start.row else len(line)
    whole = Part(start, end)
    return _fixed_part(one, line, whole) or _named_part(one, line, whole) or whole


def _fixed_part(one: Diagnostic, line: str, whole: Part) -> Part | None:
    edits = one.fix.edits if one.fix else ()
    if len(edits) != 1 or edits[0].start.row != one.start.row or edits[0].end.row != one.start.row:
        return None
    old = line[edits[0].start.column - 1 : edits[0].end.column - 1]
    new = edits[0].edit.text
    before = _common(old, new)
    after = _common(old[before:][::-1], new[before:][::-1])
    start = edits[0].start.column - 1 + before
    part = Part(start, start + len(old) - before - after)
    kept = (before + after) * 2 >= len(old)
    inside = whole.start <= part.start < part.end <= whole.end
    return part if kept and inside else None


def _common(one: str, other: str) -> int:
    """How many characters two texts begin with alike."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _named_part(one: Diagnostic, line: str, whole: Part) -> Part | None:
    text = line[whole.start : whole.end]
    values = {value for value in _VALUE.findall(one.message) if text.count(value) == 1}
    if len(values) != 1:
        return None
    (value,) = values
    start = whole.start + text.index(value)
    return Part(start, start + len(value))
