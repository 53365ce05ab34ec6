"""Paths of a config that another one extends: they are meant from the folder of their own file."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any


def placed(data: Mapping[str, Any], folder: Path) -> dict[str, Any]:
    """The data with `schema` and `rule-paths`, those of overrides too, as absolute paths.

    What is not of the type that it must be stays as it is: to say so is the parser's business.
    """
    made = dict(data)
    if isinstance(made.get("schema"), str) and made["schema"]:
        made["schema"] = str(folder.absolute() / made["schema"])
    for key, value in made.items():
        if key == "rule-paths" and isinstance(value, list):
            made[key] = [
                str(folder.absolute() / one) if isinstance(one, str) else one for one in value
            ]
        elif key == "overrides" and isinstance(value, list):
            made[key] = [placed(one, folder) if isinstance(one, dict) else one for one in value]
    return made
