"""What the config says of one field: an entry of `[fields]`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

FieldType = Literal["any", "string", "integer", "number", "boolean", "date", "list", "strings"]


@dataclass(frozen=True)
class FieldSpec:
    """One entry of `[fields]` in the config: a role, the key it has, and what it must be.

    None is what the entry does not say: there the layer below holds.
    """

    key: str | None = None
    required: bool | None = None
    type: FieldType | None = None
    one_of: tuple[str, ...] | None = None
    pattern: str | None = None
    min_length: int | None = None
    max_length: int | None = None
    min_items: int | None = None
    max_items: int | None = None

    def over(self, below: FieldSpec) -> FieldSpec:
        """The entry with what it leaves unsaid taken from the one below."""
        return FieldSpec(**(vars(below) | {k: v for k, v in vars(self).items() if v is not None}))

    @property
    def simple(self) -> bool:
        """True when nothing but the type is asked for."""
        return all(value is None for value in list(vars(self).values())[3:])
