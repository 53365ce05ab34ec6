"""Values as TOML has them, on one line: whatever they hold, what is written is valid TOML."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from newslint.text.regex import regex

_BARE = regex(r"[A-Za-z0-9_-]+", re.ASCII)
_SHORT = {"\\": "\\\\", '"': '\\"', "\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r"}


def toml_string(text: str) -> str:
    """A basic string; what cannot be seen is escaped.

    Raises ValueError for a lone surrogate, which no TOML can hold.
    """
    if text.isprintable() and '"' not in text and "\\" not in text:
        return f'"{text}"'
    return f'"{"".join(map(_escaped, text))}"'


def _escaped(char: str) -> str:
    if char in _SHORT:
        return _SHORT[char]
    if char.isprintable():
        return char
    number = ord(char)
    if 0xD800 <= number <= 0xDFFF:
        raise ValueError(f"TOML cannot hold the character U+{number:04X}")
    return f"\\u{number:04X}" if number < 0x10000 else f"\\U{number:08X}"


def toml_key(key: str) -> str:
    """A key: bare where it may be. Raises ValueError as `toml_string`."""
    return key if _BARE.fullmatch(key) else toml_string(key)


def toml_value(value: object) -> str:
    """A text, a number, a boolean, a date, a list or an inline table.

    Raises ValueError as `toml_string`, and TypeError for what TOML has no form for.
    """
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return toml_string(value)
    if isinstance(value, int | float):
        return repr(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(toml_value, value))}]"
    if isinstance(value, Mapping):
        inside = ", ".join(f"{toml_key(key)} = {toml_value(one)}" for key, one in value.items())
        return f"{{ {inside} }}" if inside else "{}"
    raise TypeError(f"TOML has no form for {type(value).__name__}")


def toml_comment(text: str) -> str:
    """A comment, on one line: what cannot be seen is a space."""
    words = "".join(char if char.isprintable() else " " for char in text)
    return f"# {' '.join(words.split())}".rstrip()
