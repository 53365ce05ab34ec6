"""A block that does not parse, cut into what can be read on its own.

An entry is a line at the left margin that begins with a key, with all lines up to the next such
line. Nothing here knows whether a line is right; it only says what it looks like.
"""

from __future__ import annotations

import re
from itertools import pairwise

from newslint.model.records import NamedTuple
from newslint.text.regex import regex

_KEY = (
    r"""(?:"(?:[^"\\\r\n]|\\.)*"|'(?:[^'\r\n]|'')*'"""
    r"""|[^\s\-?:,\[\]{}#&*!|>'"%@`][^\r\n]{0,100}?)"""
)
_STRUCTURE = regex(
    rf"(?P<indent>[ \t]*)(?P<dashes>(?:-(?:[ \t]+|$))*)(?:(?P<key>{_KEY})[ \t]*:(?=[ \t]|$))?[ \t]*"
)
_GLUED = regex(
    r"""(?P<indent>[ \t]*)(?P<dashes>(?:-[ \t]+)*)(?P<key>[^\W\d][\w-]*|"[^"\r\n]*")"""
    r"""(?P<colon>:(?!//)(?=[^ \t])[\xa0\u3000]*|[ \t\u3000]*\uff1a)[ \t]*"""
)
TEMPLATE = regex(r"[ \t]*(?:-[ \t]+)?(?:\{\{|\{%|<%|\$\{)")
_MISTYPED = regex(r"(?P<key>[ \t]*[a-z][\w-]*)(?P<mark>[ \t]*[;=](?=[ \t]|$)[ \t]*)?(?P<rest>.*)")


class Line(NamedTuple):
    """One line, from its first character to its line break (excluded)."""

    start: int
    end: int


class Text(NamedTuple):
    """A block and its lines."""

    content: str
    lines: tuple[Line, ...]

    def line(self, index: int) -> str:
        """The text of a line, without its break."""
        start, end = self.lines[index]
        return self.content[start:end]

    def indent(self, index: int) -> int:
        """The number of blanks and tabs that a line starts with."""
        line = self.line(index)
        return len(line) - len(line.lstrip(" \t"))

    def blank(self, index: int) -> bool:
        """True for a line without text."""
        return not self.line(index).strip(" \t")

    def comment(self, index: int) -> bool:
        """True for a line that holds nothing but a comment."""
        return self.line(index).lstrip(" \t").startswith("#")

    def structure(self, index: int) -> re.Match[str] | None:
        """The dashes and the key that a line begins with; None for a line without either."""
        match = _STRUCTURE.match(self.content, *self.lines[index])
        return match if match and (match["dashes"] or match["key"]) else None

    def glued(self, index: int) -> re.Match[str] | None:
        """The key of a line whose colon lacks its blank, or is another character."""
        return _GLUED.match(self.content, *self.lines[index])

    def template(self, index: int) -> bool:
        """True for a line whose value, or which as a whole, begins with template code."""
        return TEMPLATE.match(self.content, *self.lines[index]) is not None

    def mistyped(self, index: int) -> re.Match[str] | None:
        """A line that would be a key with a colon in the place of `;` or `=` or, above a list, of
        nothing; the groups `key`, `mark` and `rest`."""
        match = _MISTYPED.match(self.content, *self.lines[index])
        if match is None or (match["rest"] and not match["mark"]):
            return None
        below = self.structure(index + 1) if index + 1 < len(self.lines) else None
        return match if match["rest"] or (below and below["dashes"]) else None

    def row(self, offset: int) -> int:
        """The index of the line that holds an offset."""
        low, high = 0, len(self.lines)
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if self.lines[middle].start <= offset else (low, middle)
        return low


def cut(content: str) -> Text:
    """The block with its lines: a line ends at a line feed, a carriage return or both."""
    lines, at = [], 0
    for match in re.finditer(r"\r\n?|\n", content):
        lines.append(Line(at, match.start()))
        at = match.end()
    if at < len(content):
        lines.append(Line(at, len(content)))
    return Text(content, tuple(lines))


def entries(text: Text) -> list[range]:
    """The lines of each entry. The first holds what stands above the first key, where there is."""
    starts = [index for index in range(len(text.lines)) if has_key(text, index)]
    edges = sorted({0, *starts, len(text.lines)})
    return [range(one, other) for one, other in pairwise(edges)]


def has_key(text: Text, index: int) -> bool:
    """True for a line at the left margin that begins with a key, well written or not."""
    start, end = text.lines[index]
    if start == end or text.content[start] in " \t#-":
        return False
    return bool(text.structure(index) or text.glued(index))
