"""How the lines of a text end: LF, CRLF or a lone CR, and whitespace before it.

Spans are `(start, end)` in the text's characters, the end excluded.
"""

from __future__ import annotations

from collections.abc import Iterator

from newslint.model.records import NamedTuple
from newslint.text.regex import regex

_LINE_END = regex(r"\r\n|\r|\n")
_BREAK = regex(r"(?<!\r)\r*\n")


def line_ending(text: str, at: int = 0) -> str:
    """The ending of the line that holds an offset, to write another line like it.

    A last line without one goes by the line before it, a text of one line has LF.
    """
    if text[max(at - 1, 0) : at + 1] == "\r\n":
        return "\r\n"
    match = _LINE_END.search(text, at)
    if match:
        return match[0]
    last = max(text.rfind("\n", 0, at), text.rfind("\r", 0, at))
    return line_ending(text, last) if last >= 0 else "\n"


class LineEnds(NamedTuple):
    """The line ends of a text that differ from those of most lines: none where all are alike.

    `usual` is how most lines end; LF where as many end in CRLF.
    """

    odd: tuple[tuple[int, int], ...]
    usual: str
    lines: int


def line_ends(text: str, start: int, end: int) -> LineEnds:
    """How the lines in a part of a text end."""
    ends = [(start + m.start(), start + m.end()) for m in _BREAK.finditer(text[start:end])]
    carriage = sum(text[one] == "\r" for one, _ in ends)
    usual = "\r\n" if carriage * 2 > len(ends) else "\n"
    if carriage in (0, len(ends)):
        return LineEnds((), usual, len(ends))
    odd = tuple(span for span in ends if text[slice(*span)] != usual)
    return LineEnds(odd, usual, len(ends))


def trailing_whitespace(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The spaces and tabs at the ends of lines that hold something else too."""
    for at, bare in _lines(text, start, end):
        words = bare.rstrip(" \t")
        if words and len(words) < len(bare):
            yield at + len(words), at + len(bare)


def empty_lines(text: str, start: int, end: int) -> Iterator[tuple[int, int, int]]:
    """Runs of lines that hold nothing or only whitespace: start, end (their last line end
    included) and the number of lines."""
    first, rows = start, 0
    for at, bare in _lines(text, start, end):
        if not bare.strip(" \t"):
            first = first if rows else at
            rows += 1
        elif rows:
            yield first, at, rows
            rows = 0
    if rows:
        yield first, text.rfind("\n", start, end) + 1, rows


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    """The lines that end in a line feed: where each starts, and what it holds without its end."""
    for line in text[start:end].split("\n")[:-1]:
        yield start, line.removesuffix("\r")
        start += len(line) + 1
