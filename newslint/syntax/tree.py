"""Front matter as plain values, for comparing readings: leaves, tuples (lists) and Pairs."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Leaf:
    """A single value's raw text, and whether its reader takes it for text.

    `wanted` stands on values that a change has made: true, it must read as text; None, its type
    was not asked for.
    """

    text: str
    is_text: bool
    wanted: bool | None = None


@dataclass(frozen=True, slots=True)
class Pairs:
    """A mapping with its keys in order, duplicates included."""

    pairs: tuple[tuple[str, Tree], ...]


Tree = Leaf | Pairs | tuple["Tree", ...]
