"""The values in the lines of an entry, each with the lines that it is wrapped over.

A unit is one value: that of a key, or of an item of a list.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from newslint.frontmatter.yaml.repair.lines import Text
from newslint.model.records import NamedTuple
from newslint.text.regex import regex

_HEADER = regex(r"[|>][-+0-9]{0,2}[ \t]*(?:#.*)?$")
_NOTHING = regex(r"[ \t]*(?:[ \t]#.*)?")
_CLOSED = {
    '"': re.compile(r'"(?:[^"\\]|\\.)*"'),
    "'": re.compile(r"'(?:[^']|'')*'"),
}
_MOST_WRAPPED = 60
_WORD_KEY = regex(r"""[a-z_][\w-]*|"[\w-]+"|'[\w-]+'""")


class Unit(NamedTuple):
    """One value and what it belongs to, in offsets of the block.

    `head` is where the key begins, or the dash of an item without key, and `column` its distance
    from the line's start; `item`: a dash stands before it. The value runs from `value` to `end`,
    over the lines `first` to `last` (excluded). `glued`: no blank stands between colon and value.
    """

    head: int
    column: int
    key: str
    item: bool
    value: int
    end: int
    first: int
    last: int
    glued: bool = False


def units(text: Text, rows: range) -> list[Unit]:
    """The values in the lines `rows`, in their order. Lines that belong to none are left out."""
    found, row = [], rows.start
    while row < rows.stop:
        unit = None if text.blank(row) or text.comment(row) else _unit(text, row, rows.stop)
        if unit:
            found.append(unit)
        row = unit.last if unit else row + 1
    return found


def _unit(text: Text, row: int, stop: int) -> Unit | None:
    start = text.lines[row].start
    match, glued = text.structure(row), False
    if match is None:
        match, glued = text.glued(row), True
    if match is None:
        return None
    key = match["key"] or ""
    head = match.start("key") if key else start + text.line(row).rindex("-", 0, match.end() - start)
    last = _behind(text, row, head - start, match.end(), stop)
    end = _end(text, match.end(), last - 1)
    value = min(match.end(), max(end, match.end("colon") if glued else 0))
    item = bool(match["dashes"])
    return Unit(head, head - start, key, item, value, max(value, end), row, last, glued)


def _end(text: Text, start: int, row: int) -> int:
    """After the last character of a value that ends on a line; a comment after quotes is none."""
    end = text.lines[row].start + len(text.line(row).rstrip(" \t"))
    mark = text.content[start : start + 1]
    closed = _CLOSED[mark].match(text.content, start, end) if mark in _CLOSED else None
    if closed and closed.end() < end and _NOTHING.fullmatch(text.content, closed.end(), end):
        return closed.end()
    return end


def _behind(text: Text, row: int, column: int, at: int, stop: int) -> int:
    """The index of the line after those that a value spreads over."""
    value = text.content[at : text.lines[row].end]
    if not value or value[0] == "#":
        return row + 1
    if _HEADER.match(value):
        return _end_of_block_scalar(text, row, column, stop)
    if value[0] in "\"'":
        closed = _CLOSED[value[0]].match(value)
        if closed is None:
            return _end_of_quotes(text, row, column, value[0], stop)
        if _NOTHING.fullmatch(value, closed.end()):
            return row + 1
    if value[0] in "[{":
        return _end_of_brackets(text, row, column, value, stop)
    return _end_of_words(text, row, column, stop)


def _end_of_block_scalar(text: Text, row: int, column: int, stop: int) -> int:
    last = row
    for index in range(row + 1, stop):
        if text.blank(index):
            continue
        if text.indent(index) <= column:
            break
        last = index
    return last + 1


def _end_of_quotes(text: Text, row: int, column: int, quote: str, stop: int) -> int:
    """Up to the line that ends with the quote, or that cannot belong to the value."""
    last = row
    for index in range(row + 1, stop):
        if text.blank(index):
            continue
        if text.comment(index) or (text.indent(index) <= column and text.structure(index)):
            break
        last = index
        if text.line(index).rstrip(" \t").endswith(quote):
            break
    return last + 1


def _end_of_brackets(text: Text, row: int, column: int, value: str, stop: int) -> int:
    """Up to the line that closes the brackets; the value's own line where none does."""
    depth = _depth(value)
    index = row
    while depth > 0:
        index += 1
        if index >= min(stop, row + _MOST_WRAPPED) or (
            text.indent(index) <= column and text.structure(index)
        ):
            return _end_of_words(text, row, column, stop)
        depth += _depth(text.line(index))
    return index + 1 if index > row else _end_of_words(text, row, column, stop)


def _depth(line: str) -> int:
    return sum(line.count(mark) for mark in "[{") - sum(line.count(mark) for mark in "]}")


def _end_of_words(text: Text, row: int, column: int, stop: int) -> int:
    """A bare value goes on over lines that are no key and no item; in a list only when indented."""
    last, empty = row, False
    inside_list = text.line(row).lstrip(" ").startswith("-")
    for index in range(row + 1, stop):
        if text.blank(index):
            empty = True
            continue
        goes_on = last > row and not empty and text.indent(index) == text.indent(last)
        if text.comment(index) or (_is_new(text, index) and not goes_on):
            break
        if text.indent(index) <= column and (
            inside_list or text.template(index) or text.mistyped(index)
        ):
            break
        last = index
    return last + 1


def _is_new(text: Text, index: int) -> bool:
    """True for a line that begins a value of its own: with a dash, or with a key of one word."""
    match = text.structure(index)
    return bool(match and (match["dashes"] or _WORD_KEY.fullmatch(match["key"])))


def pieces(raw: str) -> Sequence[str]:
    """The lines of a value, without the blanks around them."""
    return [piece.strip(" \t") for piece in re.split(r"\r\n?|\n", raw)]


def fold(lines: Sequence[str]) -> str:
    """The text of a wrapped value: line breaks are blanks, empty lines are line breaks."""
    made, empty = lines[0], 0
    for line in lines[1:]:
        if not line:
            empty += 1
            continue
        made += ("\n" * empty if empty else " ") + line
        empty = 0
    return made
