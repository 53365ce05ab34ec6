"""Front matter as JSON has it: the types of YAML 1.2's core schema, dates as they are written.

A schema is one for all programs that read the article, so its types are not those of the one
generator. Of a key that stands twice the last value counts; `<<` is merged, as nearly all readers
do.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from typing import Any

from newslint.config.schemas import SCHEMA_KEY
from newslint.model.records import NamedTuple
from newslint.model.spans import Span
from newslint.model.values import Field, ListValue, Scalar, Table, Value
from newslint.site_article import Article
from newslint.text.regex import regex

_NULLS = ("", "~", "null", "Null", "NULL")
_BOOLEANS = {
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
}  # fmt: skip
_INTEGER = regex(r"[-+]?[0-9]+")
_BASED = regex(r"0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT = regex(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_SPECIAL = regex(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")
_TAG = regex(r"!\S*[ \t]+(?:&\S+[ \t]+)?$")
_MOST_DIGITS = 300
"""Digits of a number; one of more is a text that nobody meant as a number."""


class Place(NamedTuple):
    """A value in an article: `name` is that of its key, with those around it (`author.name`)."""

    name: str
    key: str
    key_span: Span
    value: Value | None

    @property
    def span(self) -> Span:
        """The value's, or its key's where there is none."""
        shown = self.value is not None and self.value.span.end > self.value.span.start
        return self.value.span if shown and self.value is not None else self.key_span


def data_of(article: Article) -> dict[str, Any]:
    """All of an article's front matter but `$schema`."""
    data = _mapping(article.fields, article)
    data.pop(SCHEMA_KEY, None)
    escaped = article.block is not None and "\\u" in article.text[: article.block.body].lower()
    return whole(data) if escaped else data


def whole(value: Any) -> Any:
    """The data without halves of characters (`\\ud83d`), which no UTF-8 has."""
    if isinstance(value, dict):
        return {whole(key): whole(part) for key, part in value.items()}
    if isinstance(value, list):
        return [whole(part) for part in value]
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode()
    return value


def _mapping(fields: Iterable[Field], article: Article) -> dict[str, Any]:
    return {key: _plain(field.value, article) for key, field in _named(fields).items()}


def _named(fields: Iterable[Field]) -> dict[str, Field]:
    """The fields by their keys, with those that `<<` brings in."""
    named: dict[str, Field] = {}
    merged: list[Field] = []
    for field in fields:
        tables = _merged(field)
        if tables is None:
            named[field.key] = field
        else:
            merged += tables
    for field in merged:
        named.setdefault(field.key, field)
    return named


def _merged(field: Field) -> list[Field] | None:
    """The fields that a `<<` brings in; None for any other key."""
    if field.key != "<<":
        return None
    value = field.value
    tables = value.items if isinstance(value, ListValue) else (value,)
    if not all(isinstance(table, Table) for table in tables):
        return None
    return [inner for table in tables for inner in _named(_fields_of(table)).values()]


def _fields_of(value: Value) -> tuple[Field, ...]:
    return value.fields if isinstance(value, Table) else ()


def _plain(value: Value, article: Article) -> Any:
    if isinstance(value, ListValue):
        return [_plain(item, article) for item in value.items]
    if isinstance(value, Table):
        return _mapping(value.fields, article)
    if article.block is None or article.block.format != "yaml":
        return _typed(value)
    if value.style not in ("plain", "empty"):
        return value.text
    start = value.span.start
    if _TAG.search(article.text, article.text.rfind("\n", 0, start) + 1, start):
        return _typed(value)
    return core(value.text)


def core(text: str) -> Any:
    """What the core schema of YAML 1.2 makes of a plain scalar."""
    if text in _NULLS:
        return None
    if text in _BOOLEANS:
        return _BOOLEANS[text]
    if len(text) > _MOST_DIGITS:
        return text
    if _INTEGER.fullmatch(text):
        return int(text)
    if _BASED.fullmatch(text):
        return int(text, 0)
    if _FLOAT.fullmatch(text) or _SPECIAL.fullmatch(text):
        return _float(text)
    return text


def _float(text: str) -> float:
    """A number that JSON can hold: it has no infinite ones."""
    number = float(re.sub(r"^([-+]?)\.(?=[a-zA-Z])", r"\1", text))
    if number != number:
        return 0.0
    return min(max(number, -sys.float_info.max), sys.float_info.max)


def _typed(value: Scalar) -> Any:
    """By the type that the format itself gives: TOML, JSON, and values with a tag."""
    text = value.text.replace("_", "")
    try:
        match value.kind:
            case "bool":
                return value.text.lower() == "true"
            case "null":
                return None
            case "int" if len(text) <= _MOST_DIGITS:
                return int(text, 0) if text.lstrip("+-")[:2] in _PREFIXES else int(text)
            case "float" if len(text) <= _MOST_DIGITS:
                return _float(text)
    except ValueError:
        pass
    return value.text


_PREFIXES = ("0x", "0o", "0b")


def located(article: Article, path: Iterable[str | int]) -> Place | None:
    """The value at a path of keys and positions; None for the whole of the front matter."""
    place: Place | None = None
    fields: Iterable[Field] = article.fields
    for part in path:
        if isinstance(part, str):
            field = _named(fields).get(part)
            if field is None:
                return place
            name = f"{place.name}.{part}" if place else part
            place = Place(name, field.key, field.key_span, field.value)
        elif place is not None and isinstance(place.value, ListValue):
            place = place._replace(value=next(_item(place.value, part), None))
        fields = _fields_of(place.value) if place and place.value else ()
    return place


def _item(value: ListValue, index: int) -> Iterator[Value]:
    if 0 <= index < len(value.items):
        yield value.items[index]
