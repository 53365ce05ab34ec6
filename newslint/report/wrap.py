"""Where a line of a report may be broken, in every script.

At spaces, where that is possible. A word longer than a line is broken after a mark that joins parts
of an address, else between two Chinese, Japanese or Korean characters or, last, between any two
that a reader sees: never inside one, such as a letter and its vowel sign or the parts of an emoji.
"""

from __future__ import annotations

from collections.abc import Iterator
from unicodedata import category, east_asian_width

from rich.cells import cell_len

from newslint.text.regex import regex
from newslint.text.seen_characters import may_part

_WORD = regex(r"[^ ]+ *| +")
_JOINTS = frozenset("/?&=-_,;|+#،؛、。，；：")


def breaks(text: str, width: int) -> list[int]:
    """The offsets at which a new line begins so that each has at most `width` cells.

    Spaces before such an offset count as none. A character that is wider than `width` stays whole.
    """
    found: list[int] = []
    used = 0
    for match in _WORD.finditer(text):
        word = match[0].rstrip(" ")
        cells = cell_len(word)
        if used + cells > width and used and match.start():
            found.append(match.start())
            used = 0
        if cells > width:
            inside = list(_inside(word, width))
            found += (match.start() + offset for offset in inside)
            cells = cell_len(word[inside[-1] :]) if inside else cells
        used += cells + len(match[0]) - len(word)
    return found


def _inside(word: str, width: int) -> Iterator[int]:
    """Where a word that is longer than a line is broken."""
    start = 0
    while cell_len(word[start:]) > width:
        end = _fitting(word, start, width)
        start = _best(word, start, end)
        yield start


def _fitting(word: str, start: int, width: int) -> int:
    """The end of the longest part that fits and splits no character that a reader sees."""
    ends = [at for at in range(start + 1, len(word)) if may_part(word, at)]
    best = ends[0] if ends else len(word)
    cells, last = 0, start
    for end in ends:
        cells += cell_len(word[last:end])
        if cells > width:
            break
        best, last = end, end
    return best


def _best(word: str, start: int, end: int) -> int:
    """A better place in the second half of a part than its end, where there is one."""
    for at in range(end, start + (end - start) // 2, -1):
        if may_part(word, at) and (word[at - 1] in _JOINTS or _between_wide(word, at)):
            return at
    return end


def _between_wide(text: str, at: int) -> bool:
    return (
        east_asian_width(text[at - 1]) in "WF"
        and at < len(text)
        and east_asian_width(text[at]) in "WF"
        and category(text[at])[0] != "P"
    )
