"""What a format's parser is given and what it gives back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from newslint.article import Fault, Field, Kind


class Reading(NamedTuple):
    """How to read a block: the target's idea of a plain scalar, the roles by key, the limits."""

    kind: Callable[[str], Kind]
    role_of: Mapping[str, str]
    max_keys: int
    max_depth: int


class Parsed(NamedTuple):
    """The top-level fields in their order, and the faults; a fault means that no field is known."""

    fields: tuple[Field, ...]
    faults: tuple[Fault, ...]
