"""What pydantic says of a config's value, in words of TOML."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

_TYPES = {
    "bool_parsing": "true or false",
    "bool_type": "true or false",
    "dataclass_type": "a table: `{ ... }`",
    "dict_type": "a table: `{ ... }`",
    "float_parsing": "a number",
    "float_type": "a number",
    "int_from_float": "a whole number",
    "int_parsing": "a whole number",
    "int_type": "a whole number",
    "list_type": "a list: `[ ... ]`",
    "mapping_type": "a table: `{ ... }`",
    "string_type": 'a string: `"..."`',
    "tuple_type": "a list: `[ ... ]`",
}
"""pydantic's type of error -> what TOML calls the type that is wanted."""


def mistake(detail: Mapping[str, Any]) -> str:
    """What follows the key: ` must be …`, or `: …` where pydantic's own words are the best.

    `detail` is one of `ValidationError.errors()`.
    """
    if detail["type"] == "literal_error":
        return f" must be {detail['ctx']['expected']}".replace("'", '"')
    if detail["type"] in ("tuple_type", "list_type") and isinstance(detail["input"], str):
        return f' must be a list: `["{detail["input"]}"]`'
    if detail["type"] == "dataclass_type" and isinstance(detail["input"], str):
        return f' must be a table: `{{ key = "{detail["input"]}" }}`'
    if wanted := _TYPES.get(detail["type"]):
        return f" must be {wanted}"
    return f": {detail['msg'][:1].lower()}{detail['msg'][1:]}"
