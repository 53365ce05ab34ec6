"""What a validator of JSON Schema says of a value, in a person's words and at its place."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from newslint.model.records import NamedTuple

if TYPE_CHECKING:
    from jsonschema_rs import ValidationError

_TYPES = {
    "string": "text",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
    "array": "a list",
    "object": "a mapping",
    "null": "empty",
}

Path = tuple[str | int, ...]


class Mistake(NamedTuple):
    """What is wrong at a path: `said` follows the name of the field.

    `missing` is the key that is not there, `key` one that should not be; `every_key`: so is each of
    the mapping there.
    """

    path: Path
    said: str
    missing: str = ""
    key: str = ""
    every_key: bool = False


def mistakes(error: ValidationError) -> Iterator[Mistake]:
    """What one error amounts to; of several forms that were possible, the nearest one."""
    kind: Any = error.kind
    path = tuple(error.instance_path)
    name = type(kind).__name__
    if name == "Required":
        yield Mistake(path, "is missing but required", missing=kind.property)
    elif name in ("AnyOf", "OneOfNotValid"):
        yield from _nearest(error, kind.context)
    elif name in ("AdditionalProperties", "UnevaluatedProperties"):
        yield from (Mistake(path, _NOT_ALLOWED, key=key) for key in kind.unexpected)
    elif name == "PropertyNames":
        yield Mistake(path, "has a key of another form than", key=str(kind.error.instance))
    elif name == "FalseSchema" and error.schema_path[-1:] == ["additionalProperties"]:
        yield Mistake(path, _NOT_ALLOWED, every_key=True)
    else:
        yield Mistake(path, _WORDS.get(name, _other)(kind, error.instance))


_NOT_ALLOWED = "is not allowed"


def _nearest(
    error: ValidationError, branches: Sequence[Sequence[ValidationError]]
) -> Iterator[Mistake]:
    """The errors of the branch that the value is nearest to.

    Where none takes a value of its type, the types of all of them.
    """
    path = tuple(error.instance_path)
    ranked = sorted((branch for branch in branches if branch), key=lambda one: _rank(one, path))
    if not ranked:
        yield Mistake(path, _other(error.kind, error.instance))
        return
    if _rank(ranked[0], path)[0]:
        types = [name for branch in branches for name in _types_at(branch, path)]
        if types:
            yield Mistake(path, _should_be(types, error.instance))
            return
    values = [value for branch in branches for value in _values_at(branch, path)]
    if len(values) > 1 and len(values) >= len(branches):
        yield Mistake(path, _is_none_of(values, error.instance))
        return
    for one in ranked[0]:
        yield from mistakes(one)


def _rank(branch: Sequence[ValidationError], path: Path) -> tuple[bool, int, int]:
    """Less is nearer: of the right type, told apart by no fixed value, with few errors."""
    wrong_type = any(_types_at(branch, path))
    fixed = sum(type(one.kind).__name__ in ("Constant", "Enum") for one in branch)
    return wrong_type, fixed, len(branch)


def _types_at(branch: Sequence[ValidationError], path: Path) -> list[str]:
    return [
        name
        for one in branch
        if type(one.kind).__name__ == "Type" and tuple(one.instance_path) == path
        for name in _types(one.kind)
    ]


def _values_at(branch: Sequence[ValidationError], path: Path) -> list[Any]:
    """The fixed values that a branch would take at the path."""
    found: list[Any] = []
    for one in branch:
        kind: Any = one.kind
        if tuple(one.instance_path) == path and type(kind).__name__ == "Constant":
            found.append(kind.expected_value)
        elif tuple(one.instance_path) == path and type(kind).__name__ == "Enum":
            found += kind.options
    return found


def _types(kind: Any) -> list[str]:
    return sorted(kind.types, key=lambda name: name == "null")


def _should_be(types: Sequence[str], value: Any) -> str:
    words = [_TYPES.get(name, name) for name in dict.fromkeys(types)]
    wanted = " or ".join(filter(None, (", ".join(words[:-1]), words[-1])))
    return f"should be {wanted}, not {'empty' if value is None else shown(value)}"


def _is_none_of(values: Sequence[Any], value: Any) -> str:
    allowed = ", ".join(_plain(one) for one in values[:_MOST_SHOWN])
    more = f" and {len(values) - _MOST_SHOWN} more" if len(values) > _MOST_SHOWN else ""
    return f"{shown(value)} is none of: {allowed}{more}"


_MOST_SHOWN = 20
_LONGEST = 60


def shown(value: Any) -> str:
    """A value for a message, on one line; lists and mappings are only called so."""
    if isinstance(value, dict):
        return "a mapping"
    return "a list" if isinstance(value, list) else f"`{_plain(value)}`"


def _plain(value: Any) -> str:
    names = {True: "true", False: "false", None: "null"}
    text = names[value] if value is None or isinstance(value, bool) else str(value)
    flat = " ".join(text.split())
    return flat if len(flat) <= _LONGEST else f"{flat[: _LONGEST - 1]}…"


def _counted(number: int, unit: str) -> str:
    return f"{number} {unit}" if number == 1 else f"{number} {unit}s"


def _other(kind: Any, value: Any) -> str:
    return f"does not fit the schema (`{_plain(kind.name)}`)"


_WORDS: dict[str, Callable[[Any, Any], str]] = {
    "Type": lambda kind, value: _should_be(_types(kind), value),
    "Enum": lambda kind, value: _is_none_of(kind.options, value),
    "Constant": lambda kind, value: f"{shown(value)} should be {shown(kind.expected_value)}",
    "Pattern": lambda kind, value: f"does not match the pattern {_plain(kind.pattern)}",
    "Format": lambda kind, value: f"{shown(value)} is not of the format {_plain(kind.format)}",
    "MinLength": lambda kind, _: f"has fewer than {_counted(kind.limit, 'character')}",
    "MaxLength": lambda kind, _: f"has more than {_counted(kind.limit, 'character')}",
    "MinItems": lambda kind, _: f"has fewer than {_counted(kind.limit, 'item')}",
    "MaxItems": lambda kind, _: f"has more than {_counted(kind.limit, 'item')}",
    "AdditionalItems": lambda kind, _: f"has more than {_counted(kind.limit, 'item')}",
    "MinProperties": lambda kind, _: f"has fewer than {_counted(kind.limit, 'key')}",
    "MaxProperties": lambda kind, _: f"has more than {_counted(kind.limit, 'key')}",
    "Minimum": lambda kind, value: f"{shown(value)} is less than {kind.limit}",
    "Maximum": lambda kind, value: f"{shown(value)} is more than {kind.limit}",
    "ExclusiveMinimum": lambda kind, value: f"{shown(value)} is not more than {kind.limit}",
    "ExclusiveMaximum": lambda kind, value: f"{shown(value)} is not less than {kind.limit}",
    "MultipleOf": lambda kind, value: f"{shown(value)} is not a multiple of {kind.multiple_of}",
    "UniqueItems": lambda *_: "repeats an item",
    "UnevaluatedItems": lambda *_: "has items that the schema does not allow",
    "Contains": lambda *_: "has no item of the kind that the schema asks for",
    "FalseSchema": lambda *_: _NOT_ALLOWED,
    "Not": lambda *_: "is what the schema rules out",
    "OneOfMultipleValid": lambda *_: "fits several forms of which the schema allows one",
}
