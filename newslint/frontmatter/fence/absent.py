"""What a file begins with instead of front matter."""

from __future__ import annotations

import re
from typing import Literal

from newslint.frontmatter.fence.shape import BLANK, line_break, line_end
from newslint.generators.fences import FencePolicy
from newslint.model.faults import Fault, FormatNotRead, FrontMatterMissing, ReplacementCharacter
from newslint.model.spans import Span

_LATER = (
    r"(?m)^(?P<mark>---|\+\+\+)[ \t]*\r?\n"
    r"(?=(?:title|date|draft|layout|author|tags)[ \t]*[:=])"
    r"(?P<lines>(?:[^\n]*\n){1,200}?)(?P=mark)[ \t]*\r?$"
)
"""Front matter that does not stand at the start."""

_CODE = r"(?m)^[ \t]*(?:```|~~~)"

_COMMENTS = (
    r"(?:<!--(?:[^-]|-(?!->)){0,4000}+-->|/\*(?:[^*]|\*(?!/)){0,4000}+\*/"
    r"|(?:#|//)[^\r\n]*+|[ \t\r\n]++)++"
    r"(?<=\n)(?=(?:---|\+\+\+)[ \t]*\r?\n[ \t]*[\w\"'#])"
)
"""Comments of any language, and nothing else, before a delimiter and what may be a key."""


def missing(text: str, start: int, policy: FencePolicy) -> Fault:
    """Why no front matter was recognised: what stands where its fence should."""
    end = line_end(text, start)
    line, span = text[start:end].rstrip(BLANK), Span(start, end)
    if not line:
        words = "the file contains only whitespace" if text else "the file is empty"
        return FrontMatterMissing(Span(0, 0), words)
    if line.startswith("#+") and ":" in line and policy.org:
        return FormatNotRead(span, "Org mode front matter is not read yet", "org")
    if before_it := _before_delimiter(text, start, line):
        what, before = before_it
        return FrontMatterMissing(span, what, attempted=True, before=before)
    if not line.strip(_RULERS):
        what = f"the file starts with `{line[:20]}`, which is not a delimiter"
        meant = _is_key(_line_after(text, end).partition(":")[0])
        return FrontMatterMissing(span, what, attempted=meant)
    if found := _keys_without(text, start, policy):
        return found
    if text.startswith(("{{", "{%", "{#"), start):
        what = "the file starts with template code, without front matter"
        stops = policy.json and not policy.several  # it is taken for JSON
        return FrontMatterMissing(span, what, attempted=stops)
    return _later(text) or FrontMatterMissing(span, "the file has no front matter")


def _keys_without(text: str, start: int, policy: FencePolicy) -> Fault | None:
    """The fault of a file that starts with a key instead of a delimiter."""
    end = line_end(text, start)
    key, colon, rest = text[start:end].rstrip(BLANK).partition(":")
    if not colon or not _is_key(key):
        return None
    if policy.bare_lines:
        words = "front matter without delimiters is not read yet"
        return FormatNotRead(Span(start, end), words, "lines")
    if rest[:1] not in ("", " ") or "\n---" not in text:
        return None
    opening: Literal["insert", "lost"] = "insert" if _is_closed(text, start) else "lost"
    what = f"the opening delimiter is missing above `{key}:`"
    return FrontMatterMissing(Span(start, end), what, opening)


def _later(text: str) -> Fault | None:
    """The fault of front matter after a text; a page that shows some as code has none.

    `---` below a text makes a heading of it, so that what follows must be a mapping to the end.
    """
    found = re.search(_LATER, text)
    if found is None or re.search(_CODE, text[: found.start()]):
        return None
    from newslint.frontmatter.fence.repair import is_mapping

    if found["mark"] == "---" and not is_mapping(found["lines"]):
        return None
    span = Span(found.start(), line_end(text, found.start()))
    what = "the front matter is not at the start of the file"
    return FrontMatterMissing(span, what, "later", attempted=True)


_RULERS = "-—–―−=_*~"


def _line_after(text: str, end: int) -> str:
    """The line after the one that ends at an offset."""
    start = end + line_break(text, end)
    return text[start : line_end(text, start)]


def _is_closed(text: str, start: int) -> bool:
    """True when the lines up to the first closing fence are a mapping."""
    from newslint.frontmatter.fence.repair import is_mapping

    return is_mapping(text[start : text.index("\n---", start) + 1])


def foreign(text: str, start: int, name: str, title: str) -> Fault:
    """The fault of front matter in a format that the target does not know."""
    words = f"the front matter is {name}, which {title} does not read"
    return FrontMatterMissing(Span(start, line_end(text, start)), words, attempted=True)


def _before_delimiter(text: str, start: int, line: str) -> tuple[str, Span] | None:
    """What stands before a good delimiter, in words, and where; None where nothing does."""
    seen = line.lstrip("\u200b\u200c\u200d\u2060\ufeff\u00a0\u0085\0")
    if seen != line and seen.startswith(("---", "+++", "{")):
        before = Span(start, start + len(line) - len(seen))
        return f"an invisible U+{ord(line[0]):04X} is before the opening delimiter", before
    comment = re.compile(_COMMENTS).match(text, start)
    if comment is None:
        return None
    name = "an HTML comment" if text.startswith("<", start) else "a comment"
    return f"{name} is before the opening delimiter", Span(start, comment.end())


def _is_key(word: str) -> bool:
    return word != "" and all(c.isalnum() or c in "_-." for c in word)


def replacement_characters(text: str, end: int) -> tuple[Fault, ...]:
    """One fault for each run of U+FFFD before `end`."""
    import re

    runs = re.compile("\ufffd+").finditer(text, 0, end)
    return tuple(ReplacementCharacter(Span(*run.span())) for run in runs)
