"""What an unquoted YAML scalar is to the parser in Hugo: goccy/go-yaml, YAML 1.2 in its own way.

Measured with Hugo 0.168: `0123`, `0o17` and `1_000` are numbers, `08`, `1e3` and `0X1F` are
strings, and a number that does not fit into 64 bits is a string.
"""

from __future__ import annotations

from newslint.model.values import Kind

_WORDS: dict[str, Kind] = {
    **dict.fromkeys(("", "null", "Null", "NULL", "~"), "null"),
    **dict.fromkeys(("true", "True", "TRUE", "false", "False", "FALSE"), "bool"),
    **dict.fromkeys((".inf", ".Inf", ".INF", "-.inf", "-.Inf", "-.INF"), "float"),
    **dict.fromkeys((".nan", ".NaN", ".NAN"), "float"),
}
_FIRST_OF_WORD = frozenset("nN~tTfF")
_FIRST_OF_NUMBER = frozenset("0123456789+-.")
_FIRST_OF_FLOAT = frozenset("0123456789.")
_BASES = {"0x": 16, "0o": 8, "0b": 2}


def hugo_kind(plain: str) -> Kind:
    """What Hugo makes of a plain scalar. Dates are strings to its parser."""
    first = plain[:1]
    if first in _FIRST_OF_NUMBER:
        return _number_kind(plain)
    if not first or first in _FIRST_OF_WORD:
        return _WORDS.get(plain, "string")
    return "string"


def hugo_int(plain: str) -> int | None:
    """The whole number that Hugo makes of a plain scalar; None when it makes something else."""
    if "." in plain:
        return None
    negative = plain.startswith("-")
    digits = plain.removeprefix("+").removeprefix("-").replace("_", "")
    base = _BASES.get(digits[:2], 10)
    if base != 10:
        digits = digits[2:]
    elif len(digits) > 1 and digits[0] == "0":
        base = 8
    if not digits.isascii() or not (digits.isdigit() or (base == 16 and digits.isalnum())):
        return None
    if base == 16 and digits[1:2] in ("x", "X"):
        return None
    try:
        value = int(digits, base)
    except ValueError:
        return None
    return _fitting(-value if negative else value)


def _fitting(value: int) -> int | None:
    return value if -(2**63) <= value < 2**64 else None


def _number_kind(plain: str) -> Kind:
    if plain in _WORDS:
        return _WORDS[plain]
    if hugo_int(plain) is not None:
        return "int"
    return "float" if _is_float(plain) else "string"


def _is_float(plain: str) -> bool:
    digits = plain.removeprefix("+").removeprefix("-").replace("_", "")
    if plain.count(".") != 1 or not digits.isascii() or digits[:1] not in _FIRST_OF_FLOAT:
        return False
    try:
        return abs(float(digits)) != float("inf")
    except ValueError:
        return False
