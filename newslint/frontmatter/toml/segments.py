"""What stands between the quotes of a TOML string: its pieces and what each means."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.text.regex import regex

_NAMED = {
    "b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r", "e": "\x1b", '"': '"', "\\": "\\",
}  # fmt: skip
_ESCAPE = r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[ \t\r\n]*\n[ \t\r\n]*|.)"
_ESCAPES = regex(rf"{_ESCAPE}|\r\n")
_UNITS = {
    "basic": re.compile(rf"{_ESCAPE}|\r\n|.", re.DOTALL),
    "literal": re.compile(r"\r\n|.", re.DOTALL),
}


def unescape(text: str) -> str:
    """What a basic string with these characters between its quotes reads as; CRLF is one line end.

    Raises ValueError, with the offset in the text, at an escape that is no character of Unicode.
    """
    return _ESCAPES.sub(_escaped, text)


def units(inner: str, *, escapes: bool) -> Iterator[tuple[str, str]]:
    """The (written, read) pieces of the inside of a string, basic (`escapes`) or literal."""
    for match in _UNITS["basic" if escapes else "literal"].finditer(inner):
        written = match[0]
        odd = len(written) > 1  # an escape or CRLF
        yield written, _escaped(match) if odd else written


def _escaped(match: re.Match[str]) -> str:
    escape = match[0]
    if escape == "\r\n":
        return "\n"
    if escape[1] in "xuU":
        code = int(escape[2:], 16)
        if code > 0x10FFFF or 0xD800 <= code < 0xE000:
            raise ValueError(match.start())
        return chr(code)
    return _NAMED.get(escape[1], "")
