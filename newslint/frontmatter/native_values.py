"""Front matter as Python values, each beside the place that it was written at."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from newslint.model.records import NamedTuple, dataclass
from newslint.model.values import Field, ListValue, Table, Value

MERGED = object()
"""In the place of the key of a YAML merge (`<<`): its keys are those of another mapping."""


@dataclass(frozen=True, slots=True)
class Bound:
    """A Python value and how it is written.

    `value` is None for the whole front matter. `pairs` are those of a mapping as they are written,
    duplicates included, `items` those of a list; what is of neither is changed as a whole.
    """

    value: Value | None
    native: Any
    pairs: tuple[Pair, ...] = ()
    items: tuple[Bound, ...] = ()

    @property
    def own(self) -> dict[Any, Pair]:
        """The pairs by key: of several with one key the last, which is the one that counts."""
        return {pair.key: pair for pair in self.pairs if pair.key is not MERGED}

    @property
    def is_mapping(self) -> bool:
        """True for a mapping whose keys can be changed one by one."""
        table = self.value is None or isinstance(self.value, Table)
        return table and type(self.native) is dict

    @property
    def is_list(self) -> bool:
        """True for a list whose items can be changed one by one."""
        return (
            isinstance(self.value, ListValue)
            and type(self.native) is list
            and len(self.items) == len(self.native)
        )


class Pair(NamedTuple):
    """A key as Python has it, the field that it is written as, and its value."""

    key: Any
    field: Field
    bound: Bound


def leaf(value: Value, native: Any) -> Bound:
    """A value of which no part has a place of its own."""
    return Bound(value, native)


def bind_by_key(fields: tuple[Field, ...], whole: Mapping[str, Any]) -> Bound:
    """Values whose keys are texts in every reading (TOML, JSON), beside their fields."""
    return Bound(None, dict(whole), _pairs(fields, whole))


def _pairs(fields: tuple[Field, ...], whole: Mapping[str, Any]) -> tuple[Pair, ...]:
    return tuple(
        Pair(field.key, field, _bound(field.value, whole.get(field.key))) for field in fields
    )


def _bound(value: Value, native: Any) -> Bound:
    if isinstance(value, Table) and isinstance(native, dict):
        return Bound(value, native, _pairs(value.fields, native))
    if not isinstance(value, ListValue) or not isinstance(native, list):
        return leaf(value, native)
    items = tuple(_bound(one, other) for one, other in zip(value.items, native, strict=False))
    return Bound(value, native, items=items)


def toml_values(content: str) -> dict[str, Any]:
    """A TOML block as Python values. Raises ValueError where no parser reads it."""
    import tomllib

    try:
        return tomllib.loads(content)
    except (tomllib.TOMLDecodeError, RecursionError):
        import tomlkit  # it reads TOML 1.1
        from tomlkit.exceptions import TOMLKitError

        try:
            made: dict[str, Any] = tomlkit.parse(content).unwrap()
        except TOMLKitError as error:
            raise ValueError(str(error)) from None
        return made


def json_values(content: str) -> dict[str, Any]:
    """A JSON block as Python values. Raises ValueError."""
    made: dict[str, Any] = json.loads(content)
    return made
