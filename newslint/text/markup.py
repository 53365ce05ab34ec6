"""HTML in Markdown, as CommonMark 0.31 finds it: tags in a line, and blocks of raw HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from newslint.model.records import NamedTuple
from newslint.text.regex import regex

_NAME = r"[A-Za-z][A-Za-z0-9-]*"
_ATTRIBUTE = r"""\s+[a-zA-Z_:][\w:.-]*(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>=`]+))?"""
_TAG = rf"<({_NAME})(?:{_ATTRIBUTE})*\s*/?>|</({_NAME})\s*>"
_OPENING = regex(rf"</?({_NAME})(?=[\s/>]|$)")
_VERBATIM = ("pre", "script", "style", "textarea")
# CommonMark 0.31, section 4.6, start condition 6
_BLOCK_NAMES = """
address article aside base basefont blockquote body caption center col colgroup dd details dialog
dir div dl dt fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr
html iframe legend li link main menu menuitem nav noframes ol optgroup option p param search section
summary table tbody td tfoot th thead title tr track ul
"""
_BLOCKS = frozenset(_BLOCK_NAMES.split())
_SILENT = {"<!--": "-->", "<?": "?>", "<![CDATA[": "]]>", "<!": ">"}
_PARTING = _BLOCKS | {"br", "img"}
_WITHOUT_TEXT = frozenset(_VERBATIM) - {"pre"} | {"iframe", "object", "svg", "form"}


class RawBlock(NamedTuple):
    """A block of raw HTML: offsets of its first tag in the text, and that tag's name."""

    start: int
    end: int
    name: str


class Blocks(NamedTuple):
    """The raw HTML blocks of a Markdown text; `prose`: it holds something else as well."""

    raw: tuple[RawBlock, ...]
    prose: bool


def blocks(text: str, begin: int = 0) -> Blocks:
    """The blocks of a text, from `begin` on, that a Markdown reader takes for HTML. Comments count
    for nothing."""
    raw: list[RawBlock] = []
    prose = paragraph = False
    until = ""  # what ends the block that we are in; "\n" is an empty line
    for start, line in _lines(text, begin):
        if until:
            until = "" if _ends(line, until) else until
            continue
        bare = line.lstrip(" ")
        if not bare or bare.isspace():
            paragraph = False
            continue
        indent = len(line) - len(bare)
        until, name = _opens(bare, paragraph, indent)
        if name:
            end = bare.find(">") + 1 or len(bare.rstrip())
            raw.append(RawBlock(start + indent, start + indent + end, name))
        if until[:1] in ("", "`", "~"):  # prose, or code
            prose = paragraph = True
        elif _ends_at_once(bare, until):
            until = ""
    return Blocks(tuple(raw), prose)


def _ends_at_once(line: str, until: str) -> bool:
    """True when a block of HTML ends on the line that opens it."""
    return until != "\n" and _ends(line, until)


def _lines(text: str, start: int) -> Iterator[tuple[int, str]]:
    """Each line with its offset: a body is long, and not copied as a whole."""
    while (end := text.find("\n", start)) >= 0:
        yield start, text[start:end]
        start = end + 1
    yield start, text[start:]


def _opens(line: str, paragraph: bool, indent: int) -> tuple[str, str]:
    """What ends the block that a line opens, and the name of its tag; both empty for prose.

    `line` is without its `indent` spaces; from four on they make it code or prose.
    """
    if indent >= 4 or line[0] not in "`~<":
        return "", ""
    if line[0] != "<":
        return _code_fence(line), ""
    if line[1:2] in ("!", "?"):
        silent = next((closing for mark, closing in _SILENT.items() if line.startswith(mark)), "")
        return silent, ""
    found = _OPENING.match(line)
    if found is None:
        return "", ""
    name = found.group(1).lower()
    if name in _VERBATIM:
        return (f"</{name}>", name) if line[1] != "/" else ("", "")
    if name in _BLOCKS or (not paragraph and re.fullmatch(rf"(?:{_TAG})\s*", line)):
        return "\n", name
    return "", ""


def _code_fence(line: str) -> str:
    """The fence with which a line opens a block of code; empty for prose."""
    fence = line[: len(line) - len(line.lstrip(line[0]))]
    code = len(fence) >= 3 and (fence[0] == "~" or "`" not in line[len(fence) :])
    return fence if code else ""


def _ends(line: str, until: str) -> bool:
    if until == "\n":
        return not line or line.isspace()
    if until[0] in "`~":
        return line.strip().startswith(until) and not line.strip().strip(until[0])
    return until in line.lower()


@cache
def _tag() -> re.Pattern[str]:
    return re.compile(_TAG)


def tags(text: str) -> list[re.Match[str]]:
    """The HTML tags in a text, those between backticks and after a backslash left out."""
    if "<" not in text or ">" not in text:
        return []
    return [match for match in _tag().finditer(text) if _counts(text, match)]


def _counts(text: str, match: re.Match[str]) -> bool:
    head = text[: match.start()]
    return not head.endswith("\\") and not (head.count("`") % 2 and "`" in text[match.end() :])


def without_tags(text: str) -> str | None:
    """The text without its tags, a blank for those that part lines.

    None where what stands between two tags is no text (a script, a frame).
    """
    out: list[str] = []
    at = 0
    for match in tags(text):
        name = (match.group(1) or match.group(2)).lower()
        if name in _WITHOUT_TEXT:
            return None
        out += (text[at : match.start()], " " if name in _PARTING else "")
        at = match.end()
    return "".join((*out, text[at:]))


def text_starts(text: str, start: int = 0) -> int:
    """The offset of the first thing in a body that readers see; its end when there is none.

    The body begins at `start`. Passed over: blanks, comments, scripts, styles, frames, and tags
    with nothing between them.
    """
    found = _hidden().match(text, start)
    return found.end() if found else start


@cache
def _hidden() -> re.Pattern[str]:
    hidden = (
        r"\s+|<!--.*?-->"
        r"|<(script|style|iframe|noscript|template)\b[^>]*>.*?</\1\s*>"
        r"|<(?!(?:img|picture|video|audio|svg|object|embed|hr|input|source)\b)/?[a-z][^<>]*>"
        r"|&nbsp;"
    )
    return re.compile(rf"(?:{hidden})*", re.IGNORECASE | re.DOTALL)
