"""Which values surely are what an entry of `[fields]` asks for, without pydantic.

To import it takes longer than to check a file. What is not sure here is for pydantic, whose word
counts (`newslint.config.fields_model` says what it is asked).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any, TypeGuard

from newslint.config.field_spec import FieldSpec, ItemSpec
from newslint.model.records import NamedTuple
from newslint.model.values import ListValue, Scalar, Value
from newslint.text.regex import regex


class Misfit(NamedTuple):
    """The kind of a mistake as pydantic calls it, and what it says with it."""

    kind: str
    context: Mapping[str, Any] = {}


_SURROGATE = regex("[\ud800-\udfff]")


def is_plain(spec: FieldSpec) -> bool:
    """True for an entry that is looked at here; for one of a type alone there are other ways."""
    limits = (spec.min_length, spec.max_length, spec.min_items, spec.max_items)
    if any(one is not None and one < 0 for one in limits):
        return False
    return bool(spec.one_of) or _is_of_text(spec) or _is_of_list(spec)


def _is_of_text(spec: FieldSpec) -> bool:
    if (spec.items, spec.min_items, spec.max_items) != (None, None, None):
        return False
    return spec.type == "string" or (spec.type in (None, "any") and _is_limited(spec))


def _is_of_list(spec: FieldSpec) -> bool:
    if _is_limited(spec) or spec.type not in (None, "any", "list", "strings"):
        return False
    items = spec.items
    if items is None:
        said = (spec.min_items, spec.max_items) != (None, None)
        return said or spec.type in ("list", "strings")
    limits = (items.min_length, items.max_length)
    if any(one is not None and one < 0 for one in limits):
        return False
    return items.type in (None, "string") or (items.type == "any" and not _is_limited(items))


def _is_limited(spec: FieldSpec | ItemSpec) -> bool:
    return (spec.pattern, spec.min_length, spec.max_length) != (None, None, None)


def surely_fits(spec: FieldSpec, value: Value) -> bool:
    """True for a value that a plain entry takes."""
    if spec.one_of:
        return _is_one_of(spec.one_of, value)
    if _is_of_text(spec):
        return _is_text_for(spec, value)
    if not isinstance(value, ListValue):
        return False
    strings, number = spec.type == "strings", len(value.items)
    return _is_within(number, spec.min_items, spec.max_items) and all(
        _is_item_for(spec.items, item, strings) for item in value.items
    )


def misfit(spec: FieldSpec, value: Value) -> Misfit | None:
    """What pydantic says of a text that a plain entry does not take; None where it is not sure."""
    if not is_plain(spec) or not _is_text(value):
        return None
    if spec.one_of:
        return Misfit("literal_error")
    if not _is_of_text(spec):
        return Misfit("list_type")
    if spec.max_length is not None and len(value.text) > spec.max_length:
        return Misfit("string_too_long", {"max_length": spec.max_length})
    if spec.min_length is not None and len(value.text) < spec.min_length:
        return Misfit("string_too_short", {"min_length": spec.min_length})
    return Misfit("string_pattern_mismatch", {"pattern": spec.pattern})


def _is_item_for(spec: ItemSpec | None, item: Value, strings: bool) -> bool:
    if spec is None:
        return not strings or _is_text_for(ItemSpec(), item)
    if spec.one_of:
        return _is_one_of(spec.one_of, item)
    is_any = spec.type == "any" or (spec.type is None and not strings and not _is_limited(spec))
    return is_any or _is_text_for(spec, item)


def _is_one_of(words: tuple[str, ...], value: Value) -> bool:
    return _is_text(value) and value.text in words


def _is_text_for(spec: FieldSpec | ItemSpec, value: Value) -> bool:
    if not _is_text(value) or not _is_within(len(value.text), spec.min_length, spec.max_length):
        return False
    return spec.pattern is None or matcher(spec.pattern)(value.text)


def _is_text(value: Value) -> TypeGuard[Scalar]:
    """True for a text that is one for pydantic, too: numbers it may take for texts as well."""
    if not isinstance(value, Scalar) or value.kind in ("bool", "null", "int", "float"):
        return False
    return value.text.isascii() or not _SURROGATE.search(value.text)


def _is_within(number: int, least: int | None, most: int | None) -> bool:
    return (least is None or number >= least) and (most is None or number <= most)


@cache
def matcher(pattern: str) -> Callable[[str], bool]:
    """Whether a text matches, by pydantic's own engine. Raises its SchemaError for no pattern."""
    from pydantic_core import SchemaValidator, core_schema

    return SchemaValidator(core_schema.str_schema(pattern=pattern)).isinstance_python


def are_sound(specs: Iterable[FieldSpec]) -> bool:
    """True where pydantic surely makes a model of them; their patterns are compiled for that."""
    from pydantic_core import SchemaError

    specs = tuple(specs)
    if not all(spec.simple or is_plain(spec) for spec in specs):
        return False
    try:
        return all(map(matcher, (one for spec in specs for one in spec.patterns)))
    except SchemaError:
        return False
