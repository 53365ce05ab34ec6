"""A site's own schema, as `[[overrides]]` of a newslint.toml: JSON Schema into fields."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from newslint.generators.answers import OwnSchema
from newslint.learn.draft import Line, Part, is_writable

_TYPES = {
    "string": "string",
    "integer": "integer",
    "number": "number",
    "boolean": "boolean",
}
_LIMITS = {
    "minLength": "min-length",
    "maxLength": "max-length",
    "minItems": "min-items",
    "maxItems": "max-items",
}
_MOST_FIELDS = 100


def schema_parts(schemas: Iterable[OwnSchema]) -> Iterator[Part]:
    """One table for each schema that asks for something."""
    for schema in schemas:
        lines = tuple(_lines(schema.data))
        plain = schema.folder.isprintable() and not set(schema.folder) & set("*?[]!\\")
        if lines and plain:
            yield Part((f"/{schema.folder}/**",), f"from {schema.file}", lines)


def _lines(data: Mapping[str, Any]) -> Iterator[Line]:
    schema = _followed(data, data)
    asked = schema.get("required")
    required = {key for key in asked if isinstance(key, str)} if isinstance(asked, list) else set()
    properties = schema.get("properties")
    if not isinstance(properties, dict):
        return
    for key, given in list(properties.items())[:_MOST_FIELDS]:
        if isinstance(key, str) and is_writable(key) and "." not in key and key[:1] != "$":
            spec = _spec(_followed(given, data))
            if key in required:
                spec["required"] = True
            if spec:
                yield Line(f"fields.{key}", {"key": key, **spec})


def _followed(given: Any, whole: Mapping[str, Any]) -> Mapping[str, Any]:
    """A schema, or the definition in the same file to which it refers."""
    for _ in range(10):
        if not isinstance(given, dict):
            return {}
        reference = given.get("$ref")
        if not isinstance(reference, str) or not reference.startswith("#/"):
            return given
        given = whole
        for part in reference[2:].split("/"):
            given = given.get(part) if isinstance(given, dict) else None
    return {}


def _spec(given: Mapping[str, Any]) -> dict[str, Any]:
    """What a FieldSpec can say of it; what it cannot is left out."""
    found: dict[str, Any] = {}
    kind = _type(given)
    if kind:
        found["type"] = kind
    choices = given.get("enum")
    if isinstance(choices, list) and choices and all(map(_is_choice, choices)):
        found["one-of"] = choices
    for name, key in _LIMITS.items():
        number = given.get(name)
        fits = kind == "string" if "length" in key else kind in ("list", "strings")
        if fits and isinstance(number, int) and not isinstance(number, bool) and number >= 0:
            found[key] = number
    return found


def _is_choice(one: object) -> bool:
    return isinstance(one, str) and bool(one) and one.isprintable()


def _type(given: Mapping[str, Any]) -> str:
    kind = given.get("type")
    if kind == "array":
        items = given.get("items")
        texts = isinstance(items, dict) and items.get("type") == "string"
        return "strings" if texts else "list"
    if isinstance(kind, str) and kind in _TYPES:
        dated = kind == "string" and given.get("format") in ("date", "date-time")
        return "date" if dated else _TYPES[kind]
    return "date" if _are_dates(given.get("anyOf")) else ""


def _are_dates(ways: object) -> bool:
    """True for several ways of which each is a date."""
    if not isinstance(ways, list) or not ways or not all(isinstance(one, dict) for one in ways):
        return False
    return {one.get("format") for one in ways} <= _DATES


_DATES = {"date", "date-time", "unix-time"}
