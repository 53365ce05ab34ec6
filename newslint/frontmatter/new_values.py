"""Python values that can be written as front matter, and how single ones are written."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any, Literal

from newslint.model.records import NamedTuple
from newslint.text.regex import regex

Form = Literal["yaml", "toml", "json"]


class Written(NamedTuple):
    """A value as it stands in the text already, among new ones."""

    text: str


_HALF = regex("[\ud800-\udfff]")


def plain(value: object, form: Form, key: str) -> Any:
    """The value in Python's own types: dict, list, str, bool, int, float, date, datetime, None.

    In JSON a date is a text. Raises TypeError, naming the key, for what is no JSON value, date or
    datetime, and for null in TOML.
    """
    return _Plain(form, ()).value(value, key)


class _Plain:
    """`around` are the ids of the values around the one in hand: none can be in itself."""

    def __init__(self, form: Form, around: tuple[int, ...]) -> None:
        self.form = form
        self.around = around

    def value(self, value: object, key: str) -> Any:
        if isinstance(value, Mapping | list | tuple):
            return self.nested(value, key)
        if isinstance(value, str):
            return _text(str.__str__(value), key)
        if value is None and self.form == "toml":
            raise TypeError(f"`{key}` is None, which TOML cannot hold")
        if value is None or isinstance(value, bool):
            return value
        if isinstance(value, date):
            return _date(value, key) if self.form != "json" else moment(value)
        if isinstance(value, int):
            return int(value)
        if isinstance(value, float):
            return _float(value, key)
        raise TypeError(f"`{key}` is of type {type(value).__name__}, {_WANTED}")

    def nested(self, value: Mapping[Any, Any] | list[Any] | tuple[Any, ...], key: str) -> Any:
        if id(value) in self.around:
            raise TypeError(f"`{key}` holds itself")
        inside = _Plain(self.form, (*self.around, id(value)))
        if isinstance(value, Mapping):
            return {
                key_text(name, key): inside.value(item, f"{key}.{name}" if key else str(name))
                for name, item in value.items()
            }
        return [inside.value(item, f"{key}[{index}]") for index, item in enumerate(value)]


_WANTED = "not a text, number, boolean, list, mapping, date or datetime"


def key_text(name: object, around: str = "") -> str:
    """A new key. Raises TypeError for what is no text; `around` is the key that it is in."""
    shown = f"{around}.{name}" if around else f"{name}"
    if not isinstance(name, str):
        raise TypeError(f"the key `{shown}` is of type {type(name).__name__}, not a text")
    return _text(str.__str__(name), shown)


def _text(text: str, key: str) -> str:
    if not text.isascii() and _HALF.search(text):
        raise TypeError(f"`{key}` holds half of a surrogate pair, which is no character")
    return text


def _float(value: float, key: str) -> float:
    number = float(value)
    if number != number or number in (float("inf"), float("-inf")):
        raise TypeError(f"`{key}` is {number}, which JSON and most readers do not know")
    return number


def _date(value: date, key: str) -> date:
    offset = value.utcoffset() if isinstance(value, datetime) else None
    if offset is not None and offset % timedelta(minutes=1):
        raise TypeError(f"`{key}` has an offset that is no whole number of minutes")
    return value.replace(fold=0) if isinstance(value, datetime) else value


def moment(value: date, like: str = "") -> str:
    """A date or a datetime as RFC 3339, or in the form of an old one."""
    made = value.isoformat()
    if not isinstance(value, datetime):
        return made
    if made.endswith("+00:00") and not like.endswith("+00:00"):
        made = f"{made[:-6]}Z"
    return made.replace("T", " ", 1) if re.match("[0-9-]{10} [0-9]", like) else made


def literal(value: Any, like: str = "") -> str:
    """A number, boolean, null or date as every format writes it; `like` is an old text."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return moment(value, like)
    if isinstance(value, float):
        made = repr(value)
        head, sign, power = made.partition("e")
        return f"{head}.0{sign}{power}" if "." not in head else made
    return str(value)


def same(one: Any, other: Any) -> bool:
    """True for equal values of equal types, however deep; `nan` is the same as `nan`."""
    if type(one) is not type(other):
        return False
    if isinstance(one, dict):
        return len(one) == len(other) and all(
            key in other and same(value, other[key]) for key, value in one.items()
        )
    if isinstance(one, list | tuple):
        return len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, datetime):
        return bool(one == other) and one.utcoffset() == other.utcoffset()
    return bool(one == other) or (one != one and other != other)
