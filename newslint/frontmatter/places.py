"""Where things stand in a text: lines, and what lies between values."""

from __future__ import annotations

import re
from typing import ClassVar

from newslint.frontmatter.contract import CannotRender
from newslint.model.spans import Span
from newslint.site_article import Article
from newslint.text.line_ends import line_ending
from newslint.text.regex import regex

LONGEST = 100
"""Characters that a line may have once a list stands on it."""

_REST = regex(r"[ \t]*(?:#[^\r\n]*)?\r?(?:\n|\Z)")
_GAP = regex(r"(?:[ \t\r\n]|#[^\r\n]*)*")


class TextLayout:
    """Questions about the places in an article's front matter. Offsets are those of the text."""

    indentation: ClassVar[str] = " \t"
    """What may stand before the first value of a line."""

    rest: ClassVar[re.Pattern[str]] = _REST
    """What may stand after its last one: blanks, a comment and the line's end."""

    def __init__(self, article: Article) -> None:
        assert article.block is not None
        self.text = article.text
        self.fields = article.fields
        self.content = article.block.content
        self._line = Span(0, 0)

    def line_start(self, offset: int) -> int:
        return self.text.rfind("\n", 0, offset) + 1

    def line_end(self, offset: int) -> int:
        """After the line end of the line that holds `offset`; the last answer is kept."""
        start, end = self._line
        if not start <= offset < end:
            found = self.text.find("\n", offset)
            end = len(self.text) if found < 0 else found + 1
            self._line = Span(offset, end)
        return end

    def comment_above(self, start: int) -> int:
        """Where the lines of nothing but a comment begin that end right before a line's start."""
        while start > self.content.start:
            above = self.line_start(start - 1)
            if above < self.content.start or self.text[above:start].lstrip(" \t")[:1] != "#":
                break
            start = above
        return start

    def newline_before(self, end: int) -> str:
        """The line end that stands before `end`."""
        return line_ending(self.text, end - 1)

    def behind_gap(self, offset: int) -> int:
        """The next place that is not in blanks, line ends and comments."""
        match = _GAP.match(self.text, offset)
        assert match is not None
        return match.end()

    def has_comment(self, start: int, end: int) -> bool:
        """True when there is a comment between two values (of which none is in the span)."""
        return "#" in self.text[start:end]

    def lines(self, start: int, end: int) -> Span:
        """The whole lines of `start` to `end`, with the comment after.

        Raises CannotRender when anything else stands on them.
        """
        first = self.line_start(start)
        if self.text[first:start].strip(self.indentation) or first < self.content.start:
            raise CannotRender("something stands before it on its first line")
        rest = self.rest.match(self.text, end)
        if rest is None:
            raise CannotRender("something stands behind it on its last line")
        return Span(first, rest.end())
