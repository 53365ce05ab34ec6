"""Where the front matter of a text begins and ends, as the target sees it.

The forms are looked for as Hugo reads them, measured with Hugo 0.168: blanks and empty lines before
the opening fence are skipped (U+00A0, U+0085 and a BOM are not); the fence is `---` or `+++`,
and what follows on its line belongs to the front matter; any line that starts with the fence
closes. A line ends at a line feed, a carriage return or both, and nowhere else. Then the policy of
the generator decides: there is no block where it does not read one of the forms that were found.
"""

from __future__ import annotations

import re

from newslint.frontmatter.fence.shape import (
    BLANK,
    Found,
    before_opening,
    line_break,
    line_end,
    refused,
    shape,
)
from newslint.generators.fences import FencePolicy
from newslint.model.article import Block
from newslint.model.faults import Fault, FenceShape, FenceUnclosed, Form, FrontMatterMissing
from newslint.model.records import NamedTuple
from newslint.model.spans import Span
from newslint.model.value import replaced


class _Reader(NamedTuple):
    """The generator that reads the front matter: its policy, and its name for messages."""

    policy: FencePolicy
    title: str


def find_block(text: str, policy: FencePolicy, title: str) -> Found:
    """The block of the front matter, or None with the fault that says why there is none.

    `policy` is the generator's, `title` its name for messages.
    """
    if (plain := _plain(text)) and _is_plain_to(text, plain, policy):
        return plain
    start = len(text) - len(text.lstrip(BLANK))
    reader = _Reader(policy, title)
    found = _scan(text, start, reader)
    if not policy.reference:
        found = _judged(text, *found, reader)
    block, faults = found
    if block and text.find("\ufffd", 0, block.body) >= 0:
        from newslint.frontmatter.fence.absent import replacement_characters

        return block, (*faults, *replacement_characters(text, block.body))
    return found


def _plain(text: str) -> Found | None:
    """The block of a file as nearly all are: two `---` lines, line ends alike, nothing odd."""
    if text.startswith("---\n"):
        content = 4
    elif text.startswith("---\r\n"):
        content = 5
    else:
        return None
    close = text.find("\n---", content - 1) + 1
    behind = close + 3
    if text.startswith("\n", behind):
        body = behind + 1
    elif text.startswith("\r\n", behind):
        body = behind + 2
    else:
        return None
    if (
        not close
        or (text.find("\r", content, close) >= 0 and text.find("\r---", content, close) >= 0)
        or text.find("\n...", content - 1, close) >= 0
        or text.find("\ufffd", 0, close) >= 0
    ):
        return None
    return Block("yaml", Span(0, 3), Span(content, close), Span(close, behind), body), ()


def _is_plain_to(text: str, found: Found, policy: FencePolicy) -> bool:
    """False where one generator has a view of its own of two `---` lines."""
    if found[0] is None:
        return True
    content = found[0].content
    if policy.empty_is_text and not text[content.start : content.end].strip():
        return False
    return not policy.closes_anywhere or text.find("---", *content) < 0


_NO_JSON = ("{{", "{%", "{#")


def _is_brace(text: str, start: int, policy: FencePolicy) -> bool:
    """True for a brace that opens JSON: no template code, and no comment of MDX."""
    if policy.several and text.startswith("{/*", start):
        return False
    return text.startswith("{", start) and not text.startswith(_NO_JSON, start)


def _scan(text: str, start: int, reader: _Reader) -> Found:
    policy = reader.policy
    if text.startswith("---", start):
        return _fenced(text, start, reader, "---")
    toml = text.startswith("+++", start)
    if toml and policy.toml:
        return _fenced(text, start, reader, "+++")
    json = _is_brace(text, start, policy)
    if json and policy.json:
        from newslint.frontmatter.fence.json import json_block

        return json_block(text, start)
    if policy.opening_optional:
        from newslint.frontmatter.fence.forms import without_opening

        if found := without_opening(text):
            return found
    from newslint.frontmatter.fence.absent import foreign, missing

    if toml or (json and text[start + 1 :].lstrip()[:1] in ('"', "}")):
        return None, (foreign(text, start, "TOML" if toml else "JSON", reader.title),)
    return None, (missing(text, start, policy),)


def _judged(text: str, block: Block | None, faults: tuple[Fault, ...], reader: _Reader) -> Found:
    """What the generator makes of the forms that were found: all are read, or there is no block."""
    lost = [worse for fault in faults if (worse := refused(fault, *reader))]
    if not lost:
        return block, faults
    if block is not None and block.format == "yaml":
        from newslint.frontmatter.fence.repair import is_mapping

        if is_mapping(text[slice(*block.content)]):
            lost = [_repairable(text, block, fault, reader.policy) for fault in lost]
    return None, tuple(lost)


_WITH_MORE: tuple[Form, ...] = ("closing-text", "closing-long")
"""A closing delimiter that has more on its line: one without may follow."""


def _repairable(text: str, block: Block, fault: Fault, policy: FencePolicy) -> Fault:
    """What stands between good fences is a mapping: then writing these plainly is the repair."""
    if not isinstance(fault, FenceShape) or fault.repair or fault.form == "bare-cr":
        return fault
    certain = fault.form in policy.stops
    if fault.form in _WITH_MORE and _alone(text, block.closing.start) >= 0:
        certain = False
    return replaced(fault, repair="certain" if certain else "likely")


def _alone(text: str, close: int) -> int:
    """The offset of the next closing delimiter after `close` with nothing else on its line, or
    -1."""
    pattern = rf"^{re.escape(text[close : close + 3])}[ \t]*\r?$"
    found = re.compile(pattern, re.MULTILINE).search(text, close)
    return found.start() if found else -1


def _seen(text: str, content: int, close: int, policy: FencePolicy) -> int:
    """The closing delimiter that the generator sees: to some it stands alone on its line.

    What stands above that one is the front matter where it is a mapping. Where it is none the
    first one was meant, and is to be repaired.
    """
    if close < 0 or not policy.refuses("closing-text"):
        return close
    rest = text[close + 3 : line_end(text, close + 3)]
    if not rest.strip(BLANK) or (rest[0] == text[close] and policy.closes_anywhere):
        return close
    alone = _alone(text, close)
    if alone < 0:
        return close
    from newslint.frontmatter.fence.repair import is_mapping

    return alone if text[close] == "-" and is_mapping(text[content:alone]) else close


def _fenced(text: str, start: int, reader: _Reader, mark: str) -> Found:
    behind = start + 3
    end = behind if text[behind : behind + 1] in ("\n", "\r") else line_end(text, behind)
    close = _closing(text, end, mark, reader.policy)
    if end > behind:
        return _odd_opening(text, start, end, close, reader)
    return _closed(text, Span(start, end), end + line_break(text, end), close, reader)


def _closing(text: str, at: int, mark: str, policy: FencePolicy) -> int:
    """The offset of the first line that starts with a fence, after `at`; -1: there is none."""
    found = text.find(f"\n{mark}", at)
    if policy.carriage_return:
        other = text.find(f"\r{mark}", at, len(text) if found < 0 else found)
        found = found if other < 0 else other
    return found + 1 if found >= 0 else -1


def _closed(text: str, opening: Span, content: int, close: int, reader: _Reader) -> Found:
    """The block from a good opening fence to the closing one at `close` (-1: there is none)."""
    policy, title = reader
    close = _seen(text, content, close, policy)
    if policy.dots_close or policy.closes_anywhere:
        from newslint.frontmatter.fence.forms import closed_early

        if early := closed_early(text, opening, content, close, policy):
            return early
    faults = _bare_returns(text, opening, policy)
    if close < 0:
        if faults and not policy.carriage_return:
            return None, faults
        return None, (_unclosed(text, opening, content),)
    faults = (*_before(text, opening, policy), *faults)
    toml = text.startswith("+", opening.start)
    if not toml and text.find("\n...", content - 1, close) >= 0:
        from newslint.frontmatter.fence.repair import end_mark

        marks, ends = end_mark(text, content, close)
        faults = (*faults, *marks)
        if ends:
            return None, faults
    if policy.empty_is_text and not text[content:close].strip(BLANK):
        words = f"the front matter is empty, and {title} shows its fences"
        return None, (FrontMatterMissing(opening, words, attempted=True),)
    closing, body, tail = _tail(text, close, policy)
    block = Block("toml" if toml else "yaml", opening, Span(content, close), closing, body)
    return block, (*faults, *tail)


def _before(text: str, opening: Span, policy: FencePolicy) -> tuple[Fault, ...]:
    """The fault of what stands before the opening delimiter."""
    return (before_opening(text, opening.start, policy),) if opening.start else ()


def _bare_returns(text: str, opening: Span, policy: FencePolicy) -> tuple[Fault, ...]:
    """The fault of lines that end in a carriage return alone, by the opening delimiter's own."""
    if not text.startswith("\r", opening.end) or text.startswith("\n", opening.end + 1):
        return ()
    return (shape("bare-cr", opening, "the lines end with a bare carriage return", policy),)


def _unclosed(text: str, opening: Span, content: int) -> Fault:
    if text.startswith("+", opening.start):
        words = "the front matter that `+++` opens is never closed"
        return FenceUnclosed(opening, words)
    from newslint.frontmatter.fence.repair import unclosed

    return unclosed(text, opening, content)


def _tail(text: str, close: int, policy: FencePolicy) -> tuple[Span, int, tuple[Fault, ...]]:
    """The closing fence, the body's start, and what is wrong with the rest of the fence's line."""
    behind = close + 3
    if text[behind : behind + 1] in ("\n", "\r", ""):
        return Span(close, behind), behind + line_break(text, behind), ()
    end = line_end(text, behind)
    tail, char = text[behind:end], text[close]
    if not tail.strip(BLANK):
        fault = shape("closing-space", Span(behind, end), "whitespace after the closing delimiter")
        return Span(close, end), end + line_break(text, end), (fault,)
    if tail[0] == char:
        more = len(tail) - len(tail.lstrip(char))
        name = "dashes" if char == "-" else "plus signs"
        words = f"the closing delimiter has {3 + more} {name}, of which all but 3 are body text"
        fault = shape("closing-long", Span(behind, behind + more), words, policy)
    else:
        fault = shape("closing-text", Span(behind, end), "text after the closing delimiter", policy)
    return Span(close, behind), behind, (fault,)


def _odd_opening(text: str, start: int, end: int, close: int, reader: _Reader) -> Found:
    """An opening fence whose line goes on after its third character."""
    policy = reader.policy
    rest, span, content = text[start + 3 : end], Span(start + 3, end), end + line_break(text, end)
    opening, words = Span(start, end), rest.strip(BLANK)
    if policy.own_opening:
        from newslint.frontmatter.fence.forms import own_opening

        if own := own_opening(text, opening, content, close, policy):
            return own
    if not words:
        fault = shape("opening-space", span, "whitespace after the opening delimiter", policy)
    elif words[0] == "#" and rest[0] in BLANK:
        fault = shape("opening-comment", span, "a comment after the opening delimiter", policy)
    elif rest[0] == text[start]:
        from newslint.frontmatter.fence.repair import long_opening

        return None, (long_opening(text, opening, content, close),)
    else:
        from newslint.frontmatter.fence.repair import is_mapping

        seen = f"text after the opening delimiter: `{words[:20]}`"
        inner = f"{words}\n{text[content:close] if close >= 0 else ''}"
        if text[start] == "-" and not is_mapping(inner):
            return None, (shape("opening-text", span, seen),)
        fault = shape("opening-text", span, seen, policy, "certain")
        opening, content = Span(start, start + 3), start + 3
    block, faults = _closed(text, opening, content, close, reader)
    return block, (fault, *faults) if block else faults
