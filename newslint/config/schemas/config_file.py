"""The schema of newslint.toml itself, for editors: made from the sections that read it."""

from __future__ import annotations

import types
import typing
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from pathlib import Path
from typing import Any, Literal, get_args, get_origin, get_type_hints

from newslint import registry
from newslint.config.load import Config, kebab
from newslint.config.schemas.export import DIALECT
from newslint.model.diagnostics import Severity
from newslint.rule import Rule
from newslint.text.vocabulary import Vocabulary

_SIMPLE: Mapping[object, dict[str, Any]] = {
    str: {"type": "string"},
    Path: {"type": "string"},
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    float: {"type": "number"},
    Any: {},
    object: {},
}


def config_schema() -> dict[str, Any]:
    """JSON Schema of a whole config file."""
    schema = _of_section(Config)
    schema["properties"]["overrides"]["items"]["required"] = ["paths"]
    for section in (schema, schema["properties"]["overrides"]["items"]):
        section["properties"] |= {
            "rules": {"$ref": "#/$defs/rules"},
            "style": {"$ref": "#/$defs/style"},
            "severity": {"type": "object", "additionalProperties": _of_type(Severity)},
        }
    return {
        "$schema": DIALECT,
        "title": "newslint.toml",
        "description": "The settings of newslint, which checks the front matter of articles.",
        **schema,
        "$defs": {
            # a rule of one's own may have any table
            "rules": {"type": "object", "properties": _of_rules()},
            "style": _table(_of_style()),
        },
    }


def _of_section(section: type) -> dict[str, Any]:
    hints = get_type_hints(section)
    properties = {}
    for one in fields(section):
        schema = _of_type(hints[one.name])
        option = one.metadata.get("option")
        if option is not None:
            schema = {"description": option.help.rstrip("."), **schema}
            if choices := option.choices():
                schema = {**schema, "enum": [*choices]}
        if one.default is not MISSING and isinstance(one.default, str | bool | int):
            schema = {**schema, "default": one.default}
        properties[kebab(one.name)] = schema
    return _table(properties)


def _table(properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "additionalProperties": False, "properties": properties}


def _of_type(kind: Any) -> dict[str, Any]:
    """The schema of a type that a config's value is read as."""
    if kind in _SIMPLE:
        return dict(_SIMPLE[kind])
    origin, inside = get_origin(kind), get_args(kind)
    if origin is Literal:
        return {"enum": [*inside]}
    if origin in (typing.Union, types.UnionType):
        return _of_union([one for one in inside if one is not type(None)])
    if origin in (tuple, list):
        return {"type": "array", "items": _of_type(inside[0])}
    if kind is Vocabulary:
        return {"type": ["string", "object", "array"]}
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return {"type": "object", "additionalProperties": _of_type(inside[1])}
    if is_dataclass(kind) and isinstance(kind, type):
        return _of_section(kind)
    return {}


def _of_union(kinds: list[Any]) -> dict[str, Any]:
    schemas = [_of_type(one) for one in kinds]
    return schemas[0] if len(schemas) == 1 else {"anyOf": schemas}


def _of_rules() -> dict[str, Any]:
    """The table of each rule, by code and by name."""
    tables: dict[str, Any] = {}
    for rule in registry.all_rules():
        options = {
            "description": registry.documentation(rule).partition("\n")[0].strip(),
            **_table(_options(rule)),
        }
        same = {"$ref": f"#/$defs/rules/properties/{rule.code}"}
        tables |= {rule.code: options, rule.name: same}
    return tables


def _of_style() -> dict[str, Any]:
    found: dict[str, Any] = {}
    for rule in registry.all_rules():
        if rule.style:
            found |= _options(rule)
    return found


def _options(rule: Rule) -> dict[str, Any]:
    hints = get_type_hints(rule.options)
    return {kebab(name): _of_type(hints[name]) for name in rule.option_names}
