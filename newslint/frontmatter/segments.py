"""Written values as pieces: what is written, and what of the value it stands for.

A change of a few characters of the value then touches the few characters that were written for
them: escapes, wrapped lines and indentation of the rest stay as they are.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from itertools import accumulate

from newslint.model.records import NamedTuple

_MOST_PAIRS = 40_000
"""Longer texts are not compared word by word: that takes time by the square, or worse."""


class Unit(NamedTuple):
    """A piece of a scalar: `raw` as written, `value` what it stands for."""

    raw: str
    value: str


class Hunk(NamedTuple):
    """Characters `start` to `stop` of the old value become `text`."""

    start: int
    stop: int
    text: str


def hunks(old: str, new: str) -> list[Hunk]:
    """What to replace in `old` to get `new`: words, each cut to the characters that differ."""
    start, stop = _alike_words(old, new)
    one, two = old[start : len(old) - stop], new[start : len(new) - stop]
    words, others = re.findall(r"\S+\s*|\s+", one), re.findall(r"\S+\s*|\s+", two)
    if not one or not two or len(words) * len(others) > _MOST_PAIRS:
        return [Hunk(start, start + len(one), two)] if one != two else []
    found = []
    places = [start, *accumulate(map(len, words), initial=start)][1:]
    from difflib import SequenceMatcher

    for tag, a, b, c, d in SequenceMatcher(None, words, others, autojunk=False).get_opcodes():
        if tag != "equal":
            gone, made = "".join(words[a:b]), "".join(others[c:d])
            head, tail = _alike(gone, made)
            at = places[a]
            found.append(Hunk(at + head, at + len(gone) - tail, made[head : len(made) - tail]))
    return found


def _alike_words(one: str, two: str) -> tuple[int, int]:
    """Lengths of the common start and end, both cut to whole words of the first text."""
    start, stop = _alike(one, two)
    while start and not one[start - 1].isspace():
        start -= 1
    while stop and not one[len(one) - stop - 1 : len(one) - stop].isspace():
        stop -= 1
    return start, stop


def _alike(one: str, two: str) -> tuple[int, int]:
    """Lengths of the common start and the common end, which do not overlap."""
    limit = min(len(one), len(two))
    start = 0
    while start < limit and one[start] == two[start]:
        start += 1
    stop = 0
    while stop < limit - start and one[-1 - stop] == two[-1 - stop]:
        stop += 1
    return start, stop


def patched(units: list[Unit], changes: list[Hunk], write: Callable[[str], str]) -> str:
    """The written form with the changes made; `write` says how new text is written here."""
    starts = [0, *accumulate(len(unit.value) for unit in units)]
    raws = [unit.raw for unit in units]
    for hunk in reversed(changes):
        start, stop = _off_breaks(hunk, units, starts)
        head = bisect_right(starts, start) - 1
        tail = bisect_left(starts, stop) if stop > start else head
        if head == tail and starts[head] < start:
            tail += 1  # an insertion in the middle of a piece
        lead = units[head].value[: start - starts[head]] if head < tail else ""
        rest = units[tail - 1].value[stop - starts[tail - 1] :] if head < tail else ""
        raws[head:tail] = [write(lead + hunk.text + rest)]
    return "".join(raws)


def _off_breaks(hunk: Hunk, units: list[Unit], starts: list[int]) -> tuple[int, int]:
    """The hunk's place; a word that is dropped at a line's end takes the blank before it along,
    not the line break after it."""
    start, stop, text = hunk
    if text or stop <= start or not start:
        return start, stop
    last, before = (units[bisect_right(starts, at - 1) - 1] for at in (stop, start))
    if last.value == before.value == " " and "\n" in last.raw and "\n" not in before.raw:
        return start - 1, stop - 1
    return start, stop
