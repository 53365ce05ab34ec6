"""The pydantic model of a schema: imported only for articles that may not fit it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StrictBool, create_model

from newslint.config.field_spec import FieldSpec, FieldType, ItemSpec

_PYTHON: dict[FieldType | None, Any] = {
    None: Any,
    "any": Any,
    "date": Any,
    "string": str,
    "integer": int,
    "number": float,
    "boolean": StrictBool,
    "list": list[Any],
    "strings": list[str],
}


def build(specs: Mapping[str, FieldSpec]) -> type[BaseModel]:
    """A model with an optional field for every role.

    Numbers count as text where text is asked for, as in the generators. Raises an exception of
    pydantic's when a pattern does not compile.
    """
    definitions: dict[str, Any] = {role: (_annotation(spec), None) for role, spec in specs.items()}
    made: type[BaseModel] = create_model(
        "Article", __config__=ConfigDict(coerce_numbers_to_str=True), **definitions
    )
    return made


def _annotation(spec: FieldSpec) -> Any:
    if spec.one_of:
        return Literal[spec.one_of]
    annotation = _PYTHON[spec.type]
    lengths = (spec.min_length, spec.max_length)
    counts = (spec.min_items, spec.max_items)
    if spec.items is not None:
        annotation = list[_of_item(spec.items, spec.type)]  # type: ignore[misc]
    elif annotation is Any and (spec.pattern or lengths != (None, None)):
        annotation = str
    elif annotation is Any and counts != (None, None):
        annotation = list[Any]
    least = spec.min_length if spec.min_length is not None else spec.min_items
    most = spec.max_length if spec.max_length is not None else spec.max_items
    return _limited(annotation, least, most, spec.pattern)


def _of_item(spec: ItemSpec, around: FieldType | None) -> Any:
    if spec.one_of:
        return Literal[spec.one_of]
    limited = (spec.pattern, spec.min_length, spec.max_length) != (None, None, None)
    is_text = around == "strings" or limited
    annotation = _PYTHON[spec.type or ("string" if is_text else "any")]
    return _limited(annotation, spec.min_length, spec.max_length, spec.pattern)


def _limited(annotation: Any, least: int | None, most: int | None, pattern: str | None) -> Any:
    constraints = {"min_length": least, "max_length": most, "pattern": pattern}
    given: dict[str, Any] = {name: one for name, one in constraints.items() if one is not None}
    return Annotated[annotation, Field(**given)] if given else annotation
