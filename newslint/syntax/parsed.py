"""What a format's parser is given and what it gives back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from newslint.article import Fault, Field, Kind


@dataclass(frozen=True, slots=True)
class Reading:
    """How to read a block: the target's idea of a plain scalar, the roles by key, the limits."""

    kind: Callable[[str], Kind]
    role_of: Mapping[str, str]
    max_keys: int
    max_depth: int


@dataclass(frozen=True, slots=True)
class Parsed:
    """The top-level fields in their order, and the faults; a fault means that no field is known."""

    fields: tuple[Field, ...]
    faults: tuple[Fault, ...]
