"""What the config says of one field: an entry of `[fields]`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from newslint.model.records import dataclass

FieldType = Literal["any", "string", "integer", "number", "boolean", "date", "list", "strings"]
ItemType = Literal["any", "string", "integer", "number", "boolean"]
Given = str | bool | int | float
"""A value that a condition names."""


@dataclass(frozen=True)
class ItemSpec:
    """What each item of a list must be: `items` of an entry of `[fields]`."""

    type: ItemType | None = None
    one_of: tuple[str, ...] | None = None
    pattern: str | None = None
    min_length: int | None = None
    max_length: int | None = None


@dataclass(frozen=True)
class FieldSpec:
    """One entry of `[fields]` in the config: a role, the key it has, and what it must be.

    None is what the entry does not say: there the layer below holds. `required_when` names other
    roles and the values, one or several of each, with which the field is required.
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
    items: ItemSpec | None = None
    required_when: Mapping[str, Given | tuple[Given, ...]] | None = None

    def over(self, below: FieldSpec) -> FieldSpec:
        """The entry with what it leaves unsaid taken from the one below."""
        return FieldSpec(**(vars(below) | {k: v for k, v in vars(self).items() if v is not None}))

    @property
    def contradiction(self) -> tuple[str, str] | None:
        """The keys of two limits between which nothing is; None for none."""
        items = self.items or ItemSpec()
        limits = (
            ("min-length", self.min_length, "max-length", self.max_length),
            ("min-items", self.min_items, "max-items", self.max_items),
            ("items.min-length", items.min_length, "items.max-length", items.max_length),
        )
        for low, least, high, most in limits:
            if least is not None and most is not None and least > most:
                return low, high
        return None

    @property
    def simple(self) -> bool:
        """True when nothing but the type is asked for."""
        said = {name for name, value in vars(self).items() if value is not None}
        return said <= {"key", "required", "type", "required_when"}

    @property
    def patterns(self) -> tuple[str, ...]:
        """The patterns of the value and of its items."""
        found = (self.pattern, self.items.pattern if self.items else None)
        return tuple(one for one in found if one is not None)
