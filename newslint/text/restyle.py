"""The same front matter in another style: quotes, lists, line ends, stray blanks.

A change of a text is `(start, end, new)` in its characters, the end excluded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

Span = tuple[int, int]
Splices = tuple[tuple[int, int, str], ...]

LONGEST = 100
"""Characters that a line may have once a list stands on it."""

_MARKS = {"single": "'", "double": '"'}
_NOT_IN_BRACKETS = frozenset(",[]{}")


def blank_places(text: str, start: int, end: int) -> Iterator[tuple[int, int, int]]:
    """Where blanks stand at the ends of lines (with 0), and runs of empty lines (their number).

    Each is `(start, end, rows)`: the blanks without the line end, the empty lines with theirs.
    """
    at = first = start
    rows = 0
    for line in text[start:end].split("\n")[:-1]:
        bare = line.removesuffix("\r")
        words = bare.rstrip(" \t")
        if words and rows:
            yield first, at, rows
        rows = 0 if words else rows + 1
        if words and len(words) < len(bare):
            yield at + len(words), at + len(bare), 0
        at += len(line) + 1
        first = at if words else first
    if rows:
        yield first, at, rows


def odd_line_ends(text: str, start: int, end: int) -> tuple[list[Span], str, int]:
    """The line ends that differ from those of most lines, what these are, how many lines there are.

    None differs where no line, or every one, has a carriage return.
    """
    breaks = re.finditer(r"(?<!\r)\r*\n", text[start:end])
    ends = [(start + match.start(), match.group()) for match in breaks]
    carriage = sum("\r" in found for _, found in ends)
    usual = "\r\n" if carriage * 2 > len(ends) else "\n"
    if carriage in (0, len(ends)):
        return [], usual, len(ends)
    return [(at, at + len(found)) for at, found in ends if found != usual], usual, len(ends)


def requoted(raw: str, text: str, style: str) -> str | None:
    """A quoted text between the other quotes; None where that would need escapes, or is so.

    `raw` is the text with its quotes, as it is written.
    """
    mark = _MARKS[style]
    inner = raw[1:-1].replace("''", "'") if raw[:1] == "'" else raw[1:-1]
    if raw[:1] == mark or inner != text or not text.isprintable():
        return None
    return None if mark in text or "\\" in text else f"{mark}{text}{mark}"


def to_brackets(text: str, key: Span, items: Sequence[Span]) -> Splices:
    """A block list of YAML in brackets behind its key; () where it is to stay as it is.

    It stays where it has comments, items that brackets could not hold as they are, or no room.
    """
    start, end = key[1] + 1, items[-1][1]
    raws = [text[one:two] for one, two in items]
    gaps = [text[one:two] for one, two in _gaps(start, items)]
    if text[start - 1] != ":" or any("#" in gap for gap in gaps) or _rest(text, end).strip():
        return ()
    made = f" [{', '.join(raws)}]"
    if start - key[0] + len(made) > LONGEST or not all(map(_fits_brackets, raws)):
        return ()
    return ((start, end, made),)


def to_lines(text: str, key: Span, items: Sequence[Span], end: int, indent: str) -> Splices:
    """A list in brackets on lines below its key; () where it stays as it is.

    `end` is behind the closing bracket. It stays where it is on several lines.
    """
    start, rest = key[1] + 1, _rest(text, end)
    raws = [text[one:two] for one, two in items]
    before = text[start : items[0][0]].strip()
    if text[start - 1] != ":" or before != "[" or "\n" in text[start:end]:
        return ()
    if rest.strip()[:1] not in ("", "#"):
        return ()
    newline = "\r\n" if text.startswith("\r\n", end + len(rest)) else "\n"
    lines = "".join(f"{newline}{indent}- {raw}" for raw in raws)
    return ((start, end, ""), (end + len(rest), end + len(rest), lines))


def _gaps(start: int, items: Sequence[Span]) -> list[Span]:
    """What stands before and between the items."""
    starts = [start, *(end for _, end in items[:-1])]
    return list(zip(starts, (begin for begin, _ in items), strict=True))


def _rest(text: str, at: int) -> str:
    """What stands behind a place on its line."""
    end = text.find("\n", at)
    return text[at : end if end >= 0 else len(text)].removesuffix("\r")


def _fits_brackets(raw: str) -> bool:
    plain = raw[:1] not in ("'", '"')
    return "\n" not in raw and not (plain and not _NOT_IN_BRACKETS.isdisjoint(raw))
