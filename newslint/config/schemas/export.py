"""What holds for the articles at a path, as JSON Schema 2020-12: for editors and other programs.

It judges front matter as `data_of` has it: the types of YAML 1.2, dates as they are written. What
JSON Schema cannot say is left out: the forms of dates that a generator reads, and keys that count
whatever their capitals.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote

from newslint.config.conditions import values
from newslint.config.field_spec import FieldSpec, ItemSpec
from newslint.config.schemas.documents import Documents
from newslint.site_article import Article

DIALECT = "https://json-schema.org/draft/2020-12/schema"

ADDRESS = "https://newslint.invalid/"
"""What files of the site are called inside the schema, so that they can refer to one another."""

_EMPTY = {
    "anyOf": [
        {"enum": [None, [], {}]},
        {"type": "string", "pattern": r"^\s*$"},
    ]
}
_IS_EMPTY = {"$ref": "#/$defs/empty"}
_IS_GIVEN = {"not": _IS_EMPTY}
_WHOLE = r"^\s*[-+]?[0-9][0-9_]*(\.0*)?\s*$"
_DECIMAL = r"^\s*[-+]?([0-9][0-9_]*\.?[0-9]*|\.[0-9]+)([eE][-+]?[0-9]+)?\s*$"

_TYPES: Mapping[str | None, dict[str, Any]] = {
    None: {},
    "any": {},
    "string": {"type": ["string", "number"]},
    "integer": {"anyOf": [{"type": ["integer", "boolean"]}, {"type": "string", "pattern": _WHOLE}]},
    "number": {"anyOf": [{"type": ["number", "boolean"]}, {"type": "string", "pattern": _DECIMAL}]},
    "boolean": {"type": "boolean"},
    "date": {"type": ["string", "number"]},
    "list": {"type": "array"},
    "strings": {"type": "array", "items": {"type": ["string", "number"]}},
}


def of_fields(
    article: Article,
    specs: Mapping[str, FieldSpec],
    checked: Iterable[str],
    required: Iterable[str],
) -> dict[str, Any]:
    """The schema of `[fields]` for the place of an article.

    `checked` are the roles whose values are looked at, `required` those that must be there.
    """
    properties: dict[str, Any] = {}
    for role in checked:
        spec = specs[role]
        for key in _keys(article, role, spec):
            _put(properties, key.split("."), _of_value(spec))
    conditions = [_has(_keys(article, role, specs.get(role))) for role in required]
    conditions += [
        _when(article, specs, role, spec) for role, spec in specs.items() if spec.required_when
    ]
    return {
        "$schema": DIALECT,
        "type": "object",
        "properties": properties,
        **({"allOf": conditions} if conditions else {}),
        "$defs": {"empty": _EMPTY},
    }


def _keys(article: Article, role: str, spec: FieldSpec | None) -> tuple[str, ...]:
    """The keys that may play a role, best first; as the config writes one."""
    if spec is not None and spec.key is not None:
        return (spec.key,)
    return article.context.roles.get(role, (role,))


def _put(properties: dict[str, Any], path: list[str], schema: dict[str, Any]) -> None:
    """Set what a key must be, which may lie inside a table."""
    for name in path[:-1]:
        inside = properties.setdefault(name, {"properties": {}})
        properties = inside.setdefault("properties", {})
    known = properties.get(path[-1])
    properties[path[-1]] = schema | known if known and "properties" in known else schema


def _of_value(spec: FieldSpec) -> dict[str, Any]:
    return {"anyOf": [_of_given(spec), _IS_EMPTY]}


def _of_given(spec: FieldSpec) -> dict[str, Any]:
    if spec.one_of:
        return {"enum": [*spec.one_of]}
    schema = dict(_TYPES[spec.type])
    lengths = (spec.pattern, spec.min_length, spec.max_length)
    counts = (spec.min_items, spec.max_items)
    if spec.items is not None:
        schema = {"type": "array", "items": _of_item(spec.items, spec.type == "strings")}
    elif not spec.type and lengths != (None, None, None):
        schema = dict(_TYPES["string"])
    elif not spec.type and counts != (None, None):
        schema = {"type": "array"}
    is_list = schema.get("type") == "array"
    least = spec.min_length if spec.min_length is not None else spec.min_items
    most = spec.max_length if spec.max_length is not None else spec.max_items
    limits = {
        "minItems" if is_list else "minLength": least,
        "maxItems" if is_list else "maxLength": most,
        "pattern": spec.pattern,
    }
    return schema | {name: limit for name, limit in limits.items() if limit is not None}


def _of_item(spec: ItemSpec, is_text: bool) -> dict[str, Any]:
    if spec.one_of:
        return {"enum": [*spec.one_of]}
    limits = {"pattern": spec.pattern, "minLength": spec.min_length, "maxLength": spec.max_length}
    given = {name: limit for name, limit in limits.items() if limit is not None}
    kind = spec.type or ("string" if given or is_text else None)
    return _TYPES[kind] | given


def _has(keys: Iterable[str]) -> dict[str, Any]:
    """That one of the keys is there and not empty."""
    ways = [_given(key.split(".")) for key in keys]
    return ways[0] if len(ways) == 1 else {"anyOf": ways}


def _given(path: list[str], value: dict[str, Any] = _IS_GIVEN) -> dict[str, Any]:
    name, *rest = path
    inside = {"type": "object", **_given(rest, value)} if rest else value
    return {"required": [name], "properties": {name: inside}}


def _when(
    article: Article, specs: Mapping[str, FieldSpec], role: str, spec: FieldSpec
) -> dict[str, Any]:
    """A field that is required where others have these values."""
    wanted = spec.required_when or {}
    parts = []
    for name, given in wanted.items():
        keys = _keys(article, name, specs.get(name))
        allowed = values(given)
        enum = {"enum": [*allowed]}
        ways = [
            _given(key.split("."), {"anyOf": [enum, {"contains": enum, "type": "array"}]})
            for key in keys
        ]
        if any(one is False for one in allowed):
            ways.append({"not": _has(keys)})
        parts.append({"anyOf": ways})
    return {"if": {"allOf": parts}, "then": _has(_keys(article, role, spec))}


def bundled(documents: Documents, folder: Path) -> tuple[str, dict[str, Any]]:
    """The files of a schema as definitions, and the address of the first one."""
    names = {uri: _address(uri, data, folder) for uri, data in documents.resources.items()}
    definitions = {}
    for uri, data in documents.resources.items():
        inside = data if isinstance(data, dict) else {"allOf": [data]}
        definitions[re.sub(r"[^\w.-]+", "-", names[uri]).strip("-")] = {
            **inside,
            "$id": names[uri],
        }
    return names[documents.uri], definitions


def _address(uri: str, data: Any, folder: Path) -> str:
    own = data.get("$id") if isinstance(data, dict) else None
    if isinstance(own, str) and "://" in own:
        return own.rstrip("#")
    if not uri.startswith("file:"):
        return uri
    below = uri.removeprefix(folder.as_uri().rstrip("/") + "/")
    return ADDRESS + (below if below != uri else quote(uri.rpartition("/")[2]))
