"""JSON front matter: an object that is its own fence, or between fences of its own."""

from __future__ import annotations

from newslint.frontmatter.fence.shape import line_break
from newslint.model.article import Block
from newslint.model.faults import Fault, FenceUnclosed
from newslint.model.spans import Span

_LONGEST = 1024 * 1024
"""Characters of a JSON block that are looked through; more than a whole block may have."""


def json_block(text: str, start: int) -> tuple[Block | None, tuple[Fault, ...]]:
    """From the `{` to its `}`: the braces are content and fences at once."""
    end = _brace(text, start)
    if end < 0:
        end = len(text)
        words = "the front matter that `{` opens is never closed"
        fault = (FenceUnclosed(Span(start, start + 1), words),)
        return Block("json", Span(start, start + 1), Span(start, end), Span(end, end), end), fault
    closing, body = Span(end - 1, end), end + (line_break(text, end) if text[end:] else 0)
    if text[end : end + 1] not in ("\n", "\r"):
        body = end
    return Block("json", Span(start, start + 1), Span(start, end), closing, body), ()


def _brace(text: str, start: int) -> int:
    """After the brace that closes the one at `start`, strings skipped as Hugo does; or -1."""
    import re

    level, quoted = 0, False
    for token in re.compile(r'\\.|["{}]', re.S).finditer(text, start, start + _LONGEST):
        match token[0]:
            case '"':
                quoted = not quoted
            case "{" if not quoted:
                level += 1
            case "}" if not quoted:
                level -= 1
                if not level:
                    return token.end()
    return -1
