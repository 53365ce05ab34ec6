"""Where the front matter of a text begins and ends, as the target sees it.

The forms are looked for as Hugo reads them, measured with Hugo 0.168: blanks and empty lines before
the opening fence are passed over (U+00A0, U+0085 and a BOM are not); the fence is `---` or `+++`,
and what follows on its line belongs to the front matter; any line that starts with the fence
closes. A line ends at a line feed, a carriage return or both, and nowhere else. Then the target
decides: there is no block where it does not read one of the forms that were found. `generic` reads
what Hugo does; there the faults say which generators do not.

The faults: "front-matter-missing"; "fence-unclosed" (`note`: the offset where a closing fence
belongs, followed by " certain" when nothing else is possible; empty when no place is likely);
"fence-shape" (`span`: what is wrong with the fence; `note`: the form's name, followed by " certain"
or " likely" where something is known of its repair, see `newslint.frontmatter.fence.repair`);
"replacement-char" (U+FFFD before the body); "format-not-read" (one that `Block` cannot name).
"""

from __future__ import annotations

from newslint.frontmatter.fence.shape import (
    BLANK,
    before_opening,
    line_break,
    line_end,
    refused,
    shape,
    stops,
)
from newslint.model.article import Block, Fault
from newslint.model.values import Span

Found = tuple[Block | None, tuple[Fault, ...]]

_TOML = frozenset(("hugo", "generic", "zola", "astro"))
_JSON = frozenset(("hugo", "generic"))
_CR = frozenset(("hugo", "generic"))
"""Who reads TOML, JSON without fences, and lines that end with a bare carriage return."""


def find_block(text: str, target: str) -> Found:
    """The block of the front matter, or None with the fault that says why there is none."""
    if (plain := _plain(text)) and _is_plain_to(text, plain, target):
        return plain
    start = len(text) - len(text.lstrip(BLANK))
    found = _scan(text, start, target)
    if target not in ("hugo", "generic"):
        found = _judged(text, *found, target)
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


def _is_plain_to(text: str, found: Found, target: str) -> bool:
    """False where one generator has a view of its own of two `---` lines."""
    if target not in ("hexo", "zola") or found[0] is None:
        return True
    content = found[0].content
    if target == "hexo":
        return bool(text[content.start : content.end].strip())
    return text.find("---", *content) < 0


def _scan(text: str, start: int, target: str) -> Found:
    if text.startswith("---", start):
        return _fenced(text, start, target, "---")
    toml = text.startswith("+++", start)
    if toml and target in _TOML:
        return _fenced(text, start, target, "+++")
    json = text.startswith("{", start) and not text.startswith(("{{", "{%", "{#"), start)
    if json and target in _JSON:
        from newslint.frontmatter.fence.json import json_block

        return json_block(text, start)
    if target == "hexo":
        from newslint.frontmatter.fence.forms import hexo_without_opening

        if found := hexo_without_opening(text):
            return found
    from newslint.frontmatter.fence.absent import foreign, missing

    if toml or json:
        return None, (foreign(text, start, "TOML" if toml else "JSON", target),)
    return None, (missing(text, start, target),)


def _judged(text: str, block: Block | None, faults: tuple[Fault, ...], target: str) -> Found:
    """What the target makes of the forms that were found: all are read, or there is no block."""
    lost = [worse for fault in faults if (worse := refused(fault, target))]
    if not lost:
        return block, faults
    if block is not None and block.format == "yaml":
        from newslint.frontmatter.fence.repair import is_mapping

        if is_mapping(text[slice(*block.content)]):
            lost = [_repairable(fault, target) for fault in lost]
    return None, tuple(lost)


def _repairable(fault: Fault, target: str) -> Fault:
    """What stands between good fences is a mapping: then writing these plainly is the repair."""
    if fault.kind != "fence-shape" or " " in fault.note or fault.note == "bare-cr":
        return fault
    return fault._replace(note=f"{fault.note} {'certain' if stops(fault, target) else 'likely'}")


def _fenced(text: str, start: int, target: str, mark: str) -> Found:
    behind = start + 3
    end = behind if text[behind : behind + 1] in ("\n", "\r") else line_end(text, behind)
    close = _closing(text, end, mark, target)
    if end > behind:
        return _odd_opening(text, start, end, close, target)
    return _closed(text, Span(start, end), end + line_break(text, end), close, target)


def _closing(text: str, at: int, mark: str, target: str) -> int:
    """The offset of the first line that starts with a fence, behind `at`; -1: there is none."""
    found = text.find(f"\n{mark}", at)
    if target in _CR:
        other = text.find(f"\r{mark}", at, len(text) if found < 0 else found)
        found = found if other < 0 else other
    return found + 1 if found >= 0 else -1


def _closed(text: str, opening: Span, content: int, close: int, target: str) -> Found:
    """The block from a good opening fence to the closing one at `close` (-1: there is none)."""
    toml = text.startswith("+", opening.start)
    if target in ("jekyll", "zola"):
        from newslint.frontmatter.fence.forms import closed_early

        if early := closed_early(text, opening, content, close, target):
            return early
    faults: tuple[Fault, ...] = ()
    bare = text.startswith("\r", opening.end) and not text.startswith("\n", opening.end + 1)
    if bare:
        words = "the lines end with a bare carriage return"
        faults = (shape("bare-cr", opening, words, target),)
    if close < 0:
        return None, faults if bare and target not in _CR else (_unclosed(text, opening, content),)
    if opening.start:
        faults = (before_opening(text, opening.start, target), *faults)
    if not toml and text.find("\n...", content - 1, close) >= 0:
        from newslint.frontmatter.fence.repair import end_mark

        fault, ends = end_mark(text, content, close)
        if ends:
            return None, (*faults, *fault)
        faults += fault
    if target == "hexo" and not text[content:close].strip(BLANK):
        words = "the front matter is empty, and Hexo shows its fences"
        return None, (Fault("front-matter-missing", opening, words),)
    closing, body, tail = _tail(text, close, target)
    block = Block("toml" if toml else "yaml", opening, Span(content, close), closing, body)
    return block, (*faults, tail) if tail else faults


def _unclosed(text: str, opening: Span, content: int) -> Fault:
    if text.startswith("+", opening.start):
        words = "the front matter that `+++` opens is never closed"
        return Fault("fence-unclosed", opening, words)
    from newslint.frontmatter.fence.repair import unclosed

    return unclosed(text, opening, content)


def _tail(text: str, close: int, target: str) -> tuple[Span, int, Fault | None]:
    """The closing fence, the body's start, and what is wrong with the rest of the fence's line."""
    behind = close + 3
    if text[behind : behind + 1] in ("\n", "\r", ""):
        return Span(close, behind), behind + line_break(text, behind), None
    end = line_end(text, behind)
    tail, char = text[behind:end], text[close]
    if not tail.strip(BLANK):
        fault = shape("closing-space", Span(behind, end), "blanks behind the closing fence")
        return Span(close, end), end + line_break(text, end), fault
    if tail[0] == char:
        more = len(tail) - len(tail.lstrip(char))
        name = "dashes" if char == "-" else "plus signs"
        words = f"the closing fence has {3 + more} {name}, all but 3 are body text"
        fault = shape("closing-long", Span(behind, behind + more), words, target)
    else:
        fault = shape("closing-text", Span(behind, end), "text behind the closing fence", target)
    return Span(close, behind), behind, fault


def _odd_opening(text: str, start: int, end: int, close: int, target: str) -> Found:
    """An opening fence whose line goes on behind its third character."""
    rest, span, content = text[start + 3 : end], Span(start + 3, end), end + line_break(text, end)
    opening, words = Span(start, end), rest.strip(BLANK)
    if target in ("hexo", "eleventy"):
        from newslint.frontmatter.fence.forms import own_opening

        if own := own_opening(text, opening, content, close, target):
            return own
    if not words:
        fault = shape("opening-space", span, "blanks behind the opening fence", target)
    elif words[0] == "#" and rest[0] in BLANK:
        fault = shape("opening-comment", span, "a comment behind the opening fence", target)
    elif rest[0] == text[start]:
        from newslint.frontmatter.fence.repair import long_opening

        return None, (long_opening(text, opening, content, close),)
    else:
        from newslint.frontmatter.fence.repair import is_mapping

        seen = f"text behind the opening fence: `{words[:20]}`"
        inner = f"{words}\n{text[content:close] if close >= 0 else ''}"
        if text[start] == "-" and not is_mapping(inner):
            return None, (shape("opening-text", span, seen),)
        fault = shape("opening-text", span, seen, target, "certain")
        opening, content = Span(start, start + 3), start + 3
    block, faults = _closed(text, opening, content, close, target)
    return block, (fault, *faults) if block else faults
