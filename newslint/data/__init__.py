"""Tables that people maintain: one YAML file each; its first comment says how to add to it.

The program reads them from `tables.py`, which is made of these files.
"""

from __future__ import annotations

from typing import Any


def load(name: str) -> dict[str, Any]:
    """The table of `name`.yaml, made anew every time: the caller keeps what it makes of it."""
    from newslint.data import tables

    table: dict[str, Any] = getattr(tables, name)()
    return table
