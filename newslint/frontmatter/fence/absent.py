"""What a file begins with instead of front matter."""

from __future__ import annotations

from newslint.frontmatter.fence.shape import BLANK, TITLES, line_end
from newslint.model.article import Fault
from newslint.model.values import Span

_LOST = "the opening fence is missing above"


def missing(text: str, start: int, target: str) -> Fault:
    """Why no front matter was recognised: what stands where its fence should."""
    end = line_end(text, start)
    line, span = text[start:end].rstrip(BLANK), Span(start, end)
    if not line:
        words = "the file holds only blanks" if text else "the file is empty"
        return Fault("front-matter-missing", Span(0, 0), words)
    if line.startswith("#+") and ":" in line and target in ("hugo", "generic"):
        return Fault("format-not-read", span, "Org mode front matter is not read yet", note="org")
    words = _instead(text, start, line)
    if not words.startswith(_LOST):
        return Fault("front-matter-missing", span, words)
    note = "opening-lost likely" if _is_closed(text, start) else "opening-lost"
    return Fault("front-matter-missing", span, words, note=note)


def _is_closed(text: str, start: int) -> bool:
    """True when the lines up to the first closing fence are a mapping."""
    from newslint.frontmatter.fence.repair import is_mapping

    return is_mapping(text[start : text.index("\n---", start) + 1])


def foreign(text: str, start: int, name: str, target: str) -> Fault:
    """The fault of front matter in a format that the target does not know."""
    words = f"the front matter is {name}, which {TITLES[target]} does not read"
    return Fault("front-matter-missing", Span(start, line_end(text, start)), words)


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
        return f"{_LOST} `{key}:`"
    if text.startswith(("{{", "{%", "{#"), start):
        return "the file starts with template code, without front matter"
    return "the file has no front matter"


def _is_key(word: str) -> bool:
    return word != "" and all(c.isalnum() or c in "_-." for c in word)


def replacement_characters(text: str, end: int) -> tuple[Fault, ...]:
    """One fault for each run of U+FFFD before `end`."""
    import re

    words = "U+FFFD stands where a character was lost"
    runs = re.compile("\ufffd+").finditer(text, 0, end)
    return tuple(Fault("replacement-char", Span(*run.span()), words) for run in runs)
