"""Text -> TOML string, in the quotes of the value that it replaces.

What of a value stays the same keeps its very bytes: escapes, line ends. Whatever is written is read
back before it is given out.
"""

from __future__ import annotations

import re

from newslint.frontmatter.contract import ParseOptions, ParsingStopped
from newslint.frontmatter.segments import Unit, hunks, patched
from newslint.frontmatter.toml.scan import Scanner
from newslint.frontmatter.toml.segments import units
from newslint.frontmatter.toml.tokens import BARE_KEY, PLAIN, impossible
from newslint.model.values import Scalar, Style
from newslint.text.regex import regex

_SHORT = {"\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r"}
_CONTROL = regex("[\x00-\x08\x0a-\x1f\x7f]")
_WITHOUT_SECONDS = regex(r"(?:^|[Tt ])[0-9]{2}:[0-9]{2}(?!:)")
_READING = ParseOptions(lambda _: "string", {}, 0, 1)


def quote(text: str, style: Style) -> str:
    """The text between the quotes of the style, on one line; double where single cannot hold it."""
    if style == "single" and literal_holds(text):
        return f"'{text}'"
    return '"' + escape(text) + '"'


def preferred(text: str, style: Style) -> Style:
    """The quotes to use for a text where `style` is the habit: none that would need escapes."""
    if style == "single" or ('"' in text or "\\" in text):
        return "single" if literal_holds(text) else "double"
    return "double"


def literal_holds(text: str) -> bool:
    """True when single quotes can hold the text."""
    return "'" not in text and not _CONTROL.search(text)


def escape(text: str) -> str:
    """The text as it stands between double quotes."""
    text = text.replace("\\", "\\\\").replace('"', '\\"')
    return _CONTROL.sub(lambda match: _escaped(match[0]), text)


def _escaped(character: str) -> str:
    return _SHORT.get(character) or f"\\u{ord(character):04X}"


def key(name: str, style: Style) -> str:
    """A key, bare where it can be."""
    return name if BARE_KEY.fullmatch(name) else quote(name, preferred(name, style))


def bare(text: str) -> bool:
    """True when every TOML parser reads the bare text as a value."""
    match = PLAIN.fullmatch(text)
    if match is None or impossible(match):
        return False
    return match.lastgroup != "date" or not _WITHOUT_SECONDS.search(text)


def scalar(old: Scalar, raw: str, text: str, habit: Style, newline: str) -> str:
    """What stands in the place of `raw`, the old value, so that it reads `text`."""
    if old.style == "plain":
        return quote(text, preferred(text, habit))
    size = 3 if old.style == "literal" else 1
    inner, escapes = raw[size:-size], raw[0] == '"'
    if old.style != "literal" and (not escapes or escape(inner) == inner):
        made = f"{raw[0]}{escape(text) if escapes else text}{raw[0]}"
        return made if reads(made) == text else quote(text, old.style)
    kept = _in_part(old.style, raw, text, newline)
    if kept is not None:
        return kept
    return quote(text, "double" if old.style == "literal" else old.style)


def _in_part(style: Style, raw: str, text: str, newline: str) -> str | None:
    """`raw` with only what differs written anew; None when no way of writing it reads `text`."""
    size, escapes = 3 if style == "literal" else 1, raw[0] == '"'
    match = re.match(r"\r?\n", raw[size:-size]) if style == "literal" else None
    start = size + len(match[0]) if match else size
    pieces = [Unit(*unit) for unit in units(raw[start:-size], escapes=escapes)]
    value = "".join(piece.value for piece in pieces)
    for write in _writers(style, escapes, newline):
        made = raw[:start] + patched(pieces, hunks(value, text), write) + raw[:size]
        if reads(made) == text:
            return made
    return None


def _writers(style: Style, escapes: bool, newline: str):  # type: ignore[no-untyped-def]
    if style != "literal":
        return [escape if escapes else str]

    def lines(text: str) -> str:
        return text.replace("\n", newline)

    def escaped_lines(text: str) -> str:
        return newline.join(map(escape, text.split("\n")))

    def few_escapes(text: str) -> str:
        return escaped_lines(text).replace('\\"', '"')

    return [few_escapes, escaped_lines] if escapes else [lines]


def reads(raw: str) -> str | None:
    """The text that a string in its quotes reads as; None when it is no single string."""
    try:
        made = Scanner(raw, 0, _READING).string(0)
    except (ParsingStopped, IndexError):
        return None
    return made.text if made.span.end == len(raw) else None
