"""Random schemas and articles: newslint and jsonschema agree, and each place lies in the text."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from newslint.config.schemas.core_values import data_of
from newslint.config.schemas.validate import JsonSchema
from newslint.frontmatter.read import read_article
from newslint.model.faults import OwnSchemaMismatch
from tests.support.setting import settings, source

pytest.importorskip("jsonschema_rs")
pytestmark = pytest.mark.slow

KEYS = ("a", "b", "c", "d")
SCALARS = (
    *(None, True, False, 0, 1, 2, 5, -1, 1.5, 1.0, "", "a", "abc", "ABC", "2026-01-31"),
    *("1", "true", "é日本", "no", "नमस्ते"),
)
TYPES = ("string", "integer", "number", "boolean", "array", "object", "null")
Random = random.Random
Make = Callable[[Random, int], Any]


def _value(dice: Random, depth: int = 0) -> Any:
    kind = dice.random()
    if depth < 3 and kind < 0.2:
        return {dice.choice(KEYS): _value(dice, depth + 1) for _ in range(dice.randint(0, 3))}
    if depth < 3 and kind < 0.4:
        return [_value(dice, depth + 1) for _ in range(dice.randint(0, 3))]
    return dice.choice(SCALARS)


def _named(dice: Random, depth: int) -> Any:
    return {key: _schema(dice, depth + 1) for key in dice.sample(KEYS, dice.randint(1, 3))}


def _several(dice: Random, depth: int) -> Any:
    return [_schema(dice, depth + 1) for _ in range(dice.randint(1, 3))]


def _inside(dice: Random, depth: int) -> Any:
    return _schema(dice, depth + 1)


def _count(dice: Random, _: int) -> Any:
    return dice.randint(0, 3)


_MADE: dict[str, Make] = {
    "type": lambda dice, _: dice.choice((*TYPES, ["string", "null"], ["array", "object"])),
    "enum": lambda dice, _: [_value(dice, 2) for _ in range(3)],
    "const": lambda dice, _: _value(dice, 2),
    "pattern": lambda dice, _: dice.choice(("^a", "[0-9]+", "^[A-Z]*$", "b.c")),
    "uniqueItems": lambda *_: True,
    "multipleOf": lambda dice, _: dice.choice((1, 2, 3)),
    "required": lambda dice, _: dice.sample(KEYS, 2),
    "dependentRequired": lambda *_: {"a": ["b"]},
    "$ref": lambda dice, _: dice.choice(("#/$defs/x", "#/$defs/y")),
    "patternProperties": lambda dice, depth: {"^[ab]": _schema(dice, depth + 1)},
    **dict.fromkeys(("properties", "dependentSchemas"), _named),
    **dict.fromkeys(("anyOf", "oneOf", "allOf", "prefixItems"), _several),
    **dict.fromkeys(("additionalProperties", "items", "not", "contains", "propertyNames"), _inside),
    **dict.fromkeys(("unevaluatedProperties", "unevaluatedItems", "if", "then", "else"), _inside),
    **dict.fromkeys(("minLength", "maxLength", "minItems", "maxItems", "minProperties"), _count),
    **dict.fromkeys(("maxProperties", "minimum", "maximum", "exclusiveMaximum"), _count),
}


def _schema(dice: Random, depth: int = 0) -> Any:
    if depth > 3:
        return dice.choice((True, False, {"type": "string"}, {"type": "integer"}, {}))
    names = dice.sample(sorted(_MADE), dice.randint(1, 3))
    return {name: _MADE[name](dice, depth) for name in names}


def _text(dice: Random, data: dict[str, Any]) -> str:
    if dice.random() < 0.5:
        return json.dumps(data, ensure_ascii=False).replace("{", "{\n", 1)[:-1] + "\n}\nText.\n"
    lines = [f"{key}: {json.dumps(one, ensure_ascii=False)}\n" for key, one in data.items()]
    return f"---\n{''.join(lines)}---\nText.\n"


@pytest.mark.parametrize("seed", range(8))
def test_verdicts_are_those_of_jsonschema(tmp_path: Path, seed: int) -> None:
    dice = Random(seed)
    made = settings({}, generator="generic")
    compared = 0
    for _ in range(60):
        again = {"type": ["string", "array"], "items": {"$ref": "#/$defs/y"}}
        schema = {**_schema(dice), "$defs": {"x": _schema(dice, 1), "y": again}}
        (tmp_path / "s.json").write_text(json.dumps(schema))
        ours, theirs = JsonSchema(tmp_path / "s.json", tmp_path), Draft202012Validator(schema)
        for _ in range(6):
            data = {key: _value(dice) for key in KEYS if dice.random() < 0.7}
            text = _text(dice, data)
            article = read_article(source(text), "a.md", made)
            if article.broken or not article.fields:
                continue
            assert data_of(article) == data
            faults = [*ours.faults(article)]
            try:
                fits = theirs.is_valid(data)
            except RecursionError:  # a schema that is only a way back to itself
                continue
            assert fits is not bool(faults), (schema, data, faults)
            for one in faults:
                assert isinstance(one, OwnSchemaMismatch)
                assert 0 <= one.span.start <= one.span.end <= len(text)
                assert one.what
                assert "\n" not in one.what
            compared += 1
    assert compared > 200
