"""Where the front matter of a text begins and ends, as the target sees it.

The forms are Hugo's own, measured with Hugo 0.168: blanks and empty lines before the opening fence
are passed over (U+00A0, U+0085 and a BOM are not); the fence is `---`, and what follows on its line
belongs to the YAML; any line that starts with `---` closes. A line ends at a line feed, a carriage
return or both, and nowhere else. `generic` reads the same forms; there the faults say which
generators do not.

The faults: "front-matter-missing"; "fence-unclosed" (`note`: the offset where a closing fence
belongs, followed by " certain" when nothing else is possible; empty when no place is likely);
"fence-shape" (`span`: what is wrong with the fence; `note`: the form's name, followed by " certain"
or " likely" where something is known of its repair, see `newslint.fence_repair`);
"replacement-char" (U+FFFD before the body); "format-not-read" (one that `Block` cannot name).
"""

from __future__ import annotations

from newslint.article import Block, Fault, Span
from newslint.fence_shape import BLANK, line_break, line_end, shape

Found = tuple[Block | None, tuple[Fault, ...]]

_LONGEST_JSON = 1024 * 1024
"""Characters of a JSON block that are looked through; more than a whole block may have."""


def find_block(text: str, target: str) -> Found:
    """The block of the front matter, or None with the fault that says why there is none."""
    if plain := _plain(text):
        return plain
    start = len(text) - len(text.lstrip(BLANK))
    if text.startswith("---", start):
        found = _yaml(text, start, target)
    elif text.startswith("+++", start):
        found = _toml(text, start)
    elif text.startswith("{", start) and not text.startswith(("{{", "{%", "{#"), start):
        found = _json(text, start)
    else:
        return None, (_missing(text, start),)
    block, faults = found
    if block and text.find("\ufffd", 0, block.body) >= 0:
        return block, (*faults, *_replacement_characters(text, block.body))
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


def _yaml(text: str, start: int, target: str) -> Found:
    behind = start + 3
    end = behind if text[behind : behind + 1] in ("\n", "\r") else line_end(text, behind)
    close = _closing(text, end, "\n---", "\r---")
    if end > behind:
        return _odd_opening(text, start, end, close, target)
    opening = Span(start, end)
    return _closed(text, opening, end + line_break(text, end), close, target)


def _closing(text: str, at: int, feed: str, carriage: str) -> int:
    """The offset of the first line that starts with a fence, behind `at`; -1: there is none."""
    found = text.find(feed, at)
    other = text.find(carriage, at, len(text) if found < 0 else found)
    if other >= 0:
        return other + 1
    return found + 1 if found >= 0 else -1


def _closed(text: str, opening: Span, content: int, close: int, target: str) -> Found:
    """The block from a good opening fence to the closing one at `close` (-1: there is none)."""
    if close < 0:
        from newslint.fence_repair import unclosed

        return None, (unclosed(text, opening, content),)
    faults: tuple[Fault, ...] = ()
    if opening.start:
        faults = (_before_opening(text, opening.start, target),)
    if text.find("\n...", content - 1, close) >= 0:
        from newslint.fence_repair import end_mark

        fault, ends = end_mark(text, content, close)
        if ends:
            return None, (*faults, *fault)
        faults += fault
    if text.startswith("\r", opening.end) and not text.startswith("\n", opening.end + 1):
        words = "the lines end with a bare carriage return"
        faults += (shape("bare-cr", opening, words, target),)
    closing, body, tail = _tail(text, close, target)
    block = Block("yaml", opening, Span(content, close), closing, body)
    return block, (*faults, tail) if tail else faults


def _tail(text: str, close: int, target: str) -> tuple[Span, int, Fault | None]:
    """The closing fence, the body's start, and what is wrong with the rest of the fence's line."""
    behind = close + 3
    if text[behind : behind + 1] in ("\n", "\r", ""):
        return Span(close, behind), behind + line_break(text, behind), None
    end = line_end(text, behind)
    tail = text[behind:end]
    if not tail.strip(BLANK):
        fault = shape("closing-space", Span(behind, end), "blanks behind the closing fence")
        return Span(close, end), end + line_break(text, end), fault
    if tail[0] == "-":
        dashes = len(tail) - len(tail.lstrip("-"))
        words = f"the closing fence has {3 + dashes} dashes, all but 3 are body text"
        fault = shape("closing-long", Span(behind, behind + dashes), words, target)
    else:
        fault = shape("closing-text", Span(behind, end), "text behind the closing fence", target)
    return Span(close, behind), behind, fault


def _odd_opening(text: str, start: int, end: int, close: int, target: str) -> Found:
    """An opening fence whose line goes on behind the third dash."""
    rest, span, content = text[start + 3 : end], Span(start + 3, end), end + line_break(text, end)
    opening, words = Span(start, end), rest.strip(BLANK)
    if not words:
        fault = shape("opening-space", span, "blanks behind the opening fence", target)
    elif words[0] == "#" and rest[0] in BLANK:
        fault = shape("opening-comment", span, "a comment behind the opening fence", target)
    elif rest[0] == "-":
        from newslint.fence_repair import long_opening

        return None, (long_opening(text, opening, content, close),)
    else:
        from newslint.fence_repair import is_mapping

        seen = f"text behind the opening fence: `{words[:20]}`"
        if not is_mapping(f"{words}\n{text[content:close] if close >= 0 else ''}"):
            return None, (shape("opening-text", span, seen),)
        fault = shape("opening-text", span, seen, target, "certain")
        opening, content = Span(start, start + 3), start + 3
    block, faults = _closed(text, opening, content, close, target)
    return block, (fault, *faults) if block else faults


def _before_opening(text: str, start: int, target: str) -> Fault:
    lines = "\n" in text[:start] or "\r" in text[:start]
    words = f"{'empty lines' if lines else 'blanks'} before the opening fence"
    return shape("before-opening", Span(0, start), words, target)


def _toml(text: str, start: int) -> Found:
    end = line_end(text, start)
    close = _closing(text, end, "\n+++", "\r+++")
    if close < 0:
        words = "the front matter that `+++` opens is never closed"
        return None, (Fault("fence-unclosed", Span(start, end), words),)
    content = Span(end + line_break(text, end), close)
    closing, body, _ = _tail(text, close, "hugo")
    return Block("toml", Span(start, end), content, closing, body), ()


def _json(text: str, start: int) -> Found:
    """From the `{` to its `}`: the braces are content and fences at once."""
    end = _brace(text, start)
    if end < 0:
        end = len(text)
        words = "the front matter that `{` opens is never closed"
        fault = (Fault("fence-unclosed", Span(start, start + 1), words),)
        return Block("json", Span(start, start + 1), Span(start, end), Span(end, end), end), fault
    closing, body = Span(end - 1, end), end + (line_break(text, end) if text[end:] else 0)
    if text[end : end + 1] not in ("\n", "\r"):
        body = end
    return Block("json", Span(start, start + 1), Span(start, end), closing, body), ()


def _brace(text: str, start: int) -> int:
    """Behind the brace that closes the one at `start`, strings passed over as Hugo does; or -1."""
    import re

    level, quoted = 0, False
    for token in re.compile(r'\\.|["{}]', re.S).finditer(text, start, start + _LONGEST_JSON):
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


def _missing(text: str, start: int) -> Fault:
    """Why no front matter was recognised: what stands where its fence should."""
    end = line_end(text, start)
    line, span = text[start:end].rstrip(BLANK), Span(start, end)
    if not line:
        words = "the file holds only blanks" if text else "the file is empty"
        return Fault("front-matter-missing", Span(0, 0), words)
    if line.startswith("#+") and ":" in line:
        return Fault("format-not-read", span, "Org mode front matter is not read yet", note="org")
    return Fault("front-matter-missing", span, _instead(text, start, line))


def _instead(text: str, start: int, line: str) -> str:
    seen = line.lstrip("\u200b\u200c\u200d\u2060\ufeff\u00a0\u0085\0")
    if seen != line and seen.startswith(("---", "+++", "{")):
        return f"an invisible U+{ord(line[0]):04X} stands before the opening fence"
    if line.strip("-—–―−=_*~") == "":
        return f"the file starts with `{line[:20]}`, which is no fence"
    if text.startswith("<!--", start) and "\n---" in text[start : start + 4096]:
        return "an HTML comment stands before the opening fence"
    key, colon, rest = line.partition(":")
    if colon and rest[:1] in ("", " ") and "\n---" in text and _is_key(key):
        return f"the opening fence is missing above `{key}:`"
    if text.startswith(("{{", "{%", "{#"), start):
        return "the file starts with template code, without front matter"
    return "the file has no front matter"


def _is_key(word: str) -> bool:
    return word != "" and all(c.isalnum() or c in "_-." for c in word)


def _replacement_characters(text: str, end: int) -> tuple[Fault, ...]:
    """One fault for each run of U+FFFD before `end`."""
    import re

    words = "U+FFFD stands where a character was lost"
    runs = re.compile("\ufffd+").finditer(text, 0, end)
    return tuple(Fault("replacement-char", Span(*run.span()), words) for run in runs)
