"""Control characters in text: which they are, and what stands in their place in clean text."""

from __future__ import annotations

import re

_BLANKS = "\x0b\x0c\x85\u2028\u2029"
_CONTROL = "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029]"


def without_controls(text: str) -> str:
    """The text with every control character but tab and line ends replaced or dropped."""
    return re.sub(_CONTROL, lambda match: instead(match[0]), text)


def instead(character: str) -> str:
    """A blank for what separates words or lines, the sign of Windows-1252 for a C1 code, else
    nothing: C0 codes and DEL are not seen and mean nothing in a text."""
    if character in _BLANKS:
        return " "
    if "\x80" <= character <= "\x9f":
        return bytes((ord(character),)).decode("cp1252", "ignore")
    return ""
