"""What Hugo's conversions (spf13/cast) make of front matter values. Measured with Hugo 0.168."""

from __future__ import annotations

from newslint.generators.hugo.scalars import hugo_int
from newslint.model.values import ListValue, Scalar, Table, Value
from newslint.text.dates import with_seconds

_TRUE = ("1", "t", "T", "TRUE", "true", "True")


def to_string(value: Value | None) -> str:
    """`cast.ToString`: `1.10` is "1.1", `007` is "7"; null, lists and tables are empty.

    Hugo's YAML parser drops the tabs of a text without quotes.
    """
    if not isinstance(value, Scalar):
        return ""
    if value.kind == "string":
        return value.text.replace("\t", "") if value.style == "plain" else value.text
    if value.kind == "date":
        return _date_text(value.text)
    if value.kind == "bool":
        return value.text.lower()
    if value.kind == "int":
        number = hugo_int(value.text)
        return value.text if number is None else str(number)
    return _float_text(value.text) if value.kind == "float" else ""


def to_bool(value: Value | None) -> bool:
    """`cast.ToBool`: the words of Go's `strconv.ParseBool` and numbers other than zero."""
    if not isinstance(value, Scalar):
        return False
    if value.kind == "bool":
        return value.text.lower() == "true"
    if value.kind == "string":
        return value.text in _TRUE
    if value.kind == "int":
        return bool(hugo_int(value.text))
    return value.kind == "float" and _float_text(value.text) not in ("0", "-0")


def to_terms(value: Value | None) -> list[str]:
    """The terms in a taxonomy's value, empty ones left out.

    A list that holds a list or a table has no terms at all.
    """
    if isinstance(value, ListValue):
        if any(not isinstance(item, Scalar) for item in value.items):
            return []
        return [text for text in map(to_string, value.items) if text]
    text = to_string(value)
    return [text] if text else []


def is_unset(value: Value) -> bool:
    """True for what a date's chain skips: null and the empty string."""
    if isinstance(value, Table | ListValue):
        return False
    return value.kind == "null" or (value.kind == "string" and not value.text)


def _float_text(plain: str) -> str:
    """Go's `strconv.FormatFloat(f, 'f', -1, 64)`."""
    digits = plain.replace("_", "").lower()
    if "nan" in digits:
        return "NaN"
    if "inf" in digits:
        return "-Inf" if digits[0] == "-" else "+Inf"
    from decimal import Decimal

    text = f"{Decimal(repr(float(digits))):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _date_text(plain: str) -> str:
    """A date of TOML as Go prints it: `2025-12-31 10:00:00 +0200 +0200` for one with an offset."""
    if plain[2:3] == ":":
        return plain if plain.count(":") == 2 else f"{plain}:00"
    text = with_seconds(plain).replace(" ", "T")
    offset = "+00:00" if text[-1] == "Z" else text[-6:]
    if offset[0] not in "+-" or len(text) < 16:
        return text
    day, _, clock = text[: -1 if text[-1] == "Z" else -6].partition("T")
    clock = clock.rstrip("0").rstrip(".") if "." in clock else clock
    number = offset.replace(":", "")
    return f"{day} {clock} {number} {'UTC' if number[1:] == '0000' else number}"
