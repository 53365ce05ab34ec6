"""Paths of a config that another one extends: they are meant from the folder of their own file."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any


def placed(data: Mapping[str, Any], folder: Path) -> dict[str, Any]:
    """The data with `schema` and `rule-paths`, those of overrides too, as absolute paths.

    What is not of the type that it must be stays as it is: to say so is the parser's business.
    """
    made = {key: _placed(key, value, folder.absolute()) for key, value in data.items()}
    if isinstance(made.get("overrides"), list):
        made["overrides"] = [
            placed(one, folder) if isinstance(one, dict) else one for one in made["overrides"]
        ]
    return made


def _placed(key: str, value: Any, folder: Path) -> Any:
    if key == "schema" and isinstance(value, str) and value:
        return str(folder / value)
    if key == "rule-paths" and isinstance(value, list):
        return [str(folder / one) if isinstance(one, str) else one for one in value]
    return value
