"""Text -> JSON string. What of an old value stays the same keeps its very bytes."""

from __future__ import annotations

import re
from json import JSONDecodeError, decoder

from newslint.frontmatter.segments import Unit, hunks, patched
from newslint.text.regex import regex

_scan_string = decoder.scanstring  # type: ignore[attr-defined]
_PIECES = regex(
    r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\.|.", re.DOTALL
)
_PLAIN = regex(r"true|false|null|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?")
_SHORT = {
    "\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r", '"': '\\"', "\\": "\\\\",
}  # fmt: skip
_NEEDS_ESCAPE = regex('[\x00-\x1f"\\\\\ud800-\udfff]')
_NOT_ASCII = regex("[^\x20-\x7e]")
_LONE = regex("[\ud800-\udfff]")


def quote(text: str, *, ascii_only: bool = False) -> str:
    """The text as a JSON string; with `ascii_only` everything else is written as `\\uXXXX`."""
    return f'"{escape(text, ascii_only=ascii_only)}"'


def escape(text: str, *, ascii_only: bool = False) -> str:
    """The text as it stands between the quotes."""
    made = _NEEDS_ESCAPE.sub(lambda match: _escaped(match[0]), text)
    return _NOT_ASCII.sub(lambda match: _escaped(match[0]), made) if ascii_only else made


def _escaped(character: str) -> str:
    short = _SHORT.get(character)
    if short:
        return short
    units = character.encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))


def string(raw: str, text: str, *, ascii_only: bool = False) -> str:
    """What stands in the place of `raw`, a string in its quotes, so that it reads `text`."""
    inner = raw[1:-1]
    if escape(inner, ascii_only=ascii_only) == inner:  # each character stands for itself
        return quote(text, ascii_only=ascii_only)
    pieces = [Unit(piece, reads(f'"{piece}"') or "") for piece in _PIECES.findall(inner)]
    changes = hunks("".join(piece.value for piece in pieces), text)
    made = patched(pieces, changes, lambda part: escape(part, ascii_only=ascii_only))
    made = f'"{made}"'
    return made if reads(made) == text else quote(text, ascii_only=ascii_only)


def reads(raw: str) -> str | None:
    """The text that a string in its quotes reads as, None when it is no single string.

    A lone surrogate reads as U+FFFD, as Go reads it.
    """
    if raw[:1] != '"':
        return None
    try:
        text, end = _scan_string(raw, 1, True)
    except JSONDecodeError:
        return None
    return _LONE.sub("\ufffd", text) if end == len(raw) else None


def bare(text: str) -> bool:
    """True when the text is a number, true, false or null."""
    return _PLAIN.fullmatch(text) is not None and abs(float(_number(text))) != float("inf")


def _number(text: str) -> str:
    return text if text[-1].isdigit() else "0"
