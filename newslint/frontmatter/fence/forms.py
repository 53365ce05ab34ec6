"""The forms of front matter that few generators read, as their `FencePolicy` says.

`----` at both ends, no opening delimiter at all, the name of a language after the opening one,
`...` for the closing one, a closing one at the end of any line. Imported only for the few files
that need it.
"""

from __future__ import annotations

import re

from newslint.frontmatter.fence.repair import is_mapping
from newslint.frontmatter.fence.shape import (
    BLANK,
    Found,
    before_opening,
    line_break,
    line_end,
    shape,
)
from newslint.generators.fences import FencePolicy
from newslint.model.article import Block
from newslint.model.faults import Fault, FenceShape, FormatNotRead
from newslint.model.spans import Span


def own_opening(
    text: str, opening: Span, content: int, close: int, policy: FencePolicy
) -> Found | None:
    """An opening delimiter with more on its line that the generator reads as its own."""
    if policy.long:
        return _long(text, opening, content)
    return _language(text, opening, content, close)


def closed_early(
    text: str, opening: Span, content: int, close: int, policy: FencePolicy
) -> Found | None:
    """A block that ends before a line that starts with a delimiter does."""
    if policy.dots_close:
        return _closed_by_dots(text, opening, content, close, policy)
    return _closed_anywhere(text, opening, content, close, policy)


def without_opening(text: str) -> Found | None:
    """A mapping from the first character on, which a line of dashes ends; None for other texts."""
    close = text.find("\n---") + 1
    semicolons = text.find("\n;;;") + 1
    if text.startswith(";;;") or (semicolons and not 0 < close < semicolons):
        if text.startswith((";;;", '"')):
            end = line_end(text, 0)
            words = "JSON front matter with `;;;` is not read yet"
            return None, (FormatNotRead(Span(0, end), words, "json"),)
        return None
    spaced = re.sub(r"(?m)^\t+", lambda tabs: "  " * len(tabs.group()), text[:close])
    if not close or not is_mapping(spaced):  # who needs no opening delimiter reads tabs, too
        return None
    end = _run(text, close, "-")
    opening = Span(0, 0)
    fault = shape("opening-missing", opening, "the opening delimiter is missing")
    return _block(text, opening, 0, Span(close, end)), (fault,)


def _long(text: str, opening: Span, content: int) -> Found | None:
    """More than three dashes, and as many at the start of a later line; None without these."""
    fence = text[opening.start : opening.end]
    close = text.find(f"\n{fence}", opening.end) + 1
    if fence.strip("-") or not close or not text[content:close].strip(BLANK):
        return None
    words = f"the delimiters are `{fence[:20]}`, not `---`"
    extra, closing = Span(opening.start + 3, opening.end), Span(close, close + len(fence))
    more = Span(close + 3, closing.end)
    fault = FenceShape(extra, "fences-long", words, repair="certain", more=more)
    return _block(text, opening, content, closing), (fault,)


def _language(text: str, opening: Span, content: int, close: int) -> Found | None:
    """YAML and JSON after `---yaml` and `---json`; None for what is no name of a language."""
    name = text[opening.start + 3 : opening.end].strip(BLANK).lower()
    if not (name.isascii() and name.isalnum()):
        return None
    if name not in ("yaml", "yml", "json"):
        words = f"front matter in `{name}` is not read"
        known = name in ("js", "javascript", "toml")
        return (None, (FormatNotRead(opening, words, name),)) if known else None
    if close < 0:
        return None
    closing = Span(close, close + 3)
    block = _block(text, opening, content, closing)
    if name == "json":
        inner = text[content:close]
        start = content + len(inner) - len(inner.lstrip(BLANK))
        end = max(start, content + len(inner.rstrip(BLANK)))
        block = block._replace(format="json", content=Span(start, end))
    return block, ()


def _closed_by_dots(
    text: str, opening: Span, content: int, close: int, policy: FencePolicy
) -> Found | None:
    """Closed by a line `...` before any `---`."""
    at, limit = content, len(text) if close < 0 else close
    while at < limit:
        end = line_end(text, at)
        if text.startswith("...", at) and not text[at + 3 : end].strip(BLANK):
            closing = Span(at, end)
            words = f"the closing delimiter is `{text[at:end].strip(BLANK)}`, not `---`"
            fault = shape("closing-dots", closing, words)
            before = _before(text, opening, policy)
            return _block(text, opening, content, closing), (*before, fault)
        at = text.find("\n", end, limit) + 1 or limit
    return None


def _before(text: str, opening: Span, policy: FencePolicy) -> tuple[Fault, ...]:
    """Empty lines or blanks before the opening fence, as the general case words them."""
    return (before_opening(text, opening.start, policy),) if opening.start else ()


def _closed_anywhere(
    text: str, opening: Span, content: int, close: int, policy: FencePolicy
) -> Found | None:
    """Closed by a fence that ends a line without starting it."""
    mark = text[opening.start : opening.start + 3]
    limit = len(text) if close < 0 else close
    at = text.find(mark, content, limit)
    while at >= 0 and text[at + 3 : line_end(text, at + 3)].strip(BLANK):
        at = text.find(mark, at + 1, limit)
    if at < 0:
        return None
    start = max(text.rfind("\n", 0, at) + 1, content)
    if text[start:at].strip(BLANK):
        words = f"`{mark}` at the end of a line closes the front matter"
        return None, (shape("closing-inline", Span(at, at + 3), words),)
    end = line_end(text, at)
    fault = shape(
        "closing-indented", Span(start, at + 3), "whitespace before the closing delimiter"
    )
    if mark == "---" and "\t" in text[start:at]:
        return None, (fault,)  # to Zola the tab is part of the YAML, where none may stand
    block = _block(text, opening, content, Span(at, end))
    block = block._replace(content=Span(content, start))
    if mark == "+++":
        block = block._replace(format="toml")
    return block, (*_before(text, opening, policy), fault)


def _run(text: str, at: int, char: str) -> int:
    while text.startswith(char, at):
        at += 1
    return at


def _block(text: str, opening: Span, content: int, closing: Span) -> Block:
    body = closing.end
    if text[body : body + 1] in ("\n", "\r"):
        body += line_break(text, body)
    return Block("yaml", opening, Span(content, closing.start), closing, body)
