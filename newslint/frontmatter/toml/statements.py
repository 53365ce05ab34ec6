"""What a line of TOML says: a key with its value, or the header of a table."""

from __future__ import annotations

from typing import Literal

from newslint.model.records import NamedTuple
from newslint.model.spans import Span
from newslint.model.values import Value


class Key(NamedTuple):
    """One part of a key: its name, and where it stands with its quotes."""

    name: str
    span: Span


class Statement(NamedTuple):
    """A `key = value` (`pair`), a `[table]` or an element of a `[[list]]` of tables.

    `start` is where its key or bracket begins, `end` where its value or bracket ends.
    """

    form: Literal["pair", "table", "element"]
    path: tuple[Key, ...]
    value: Value | None
    start: int
    end: int
