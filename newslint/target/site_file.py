"""The config file of a site, for the targets whose config is a YAML file at the root."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any


def read_yaml(root: Path, names: Iterable[str]) -> Mapping[str, Any]:
    """What the first of these files that is there says; all single values are texts.

    Raises ValueError, naming the file, when it cannot be read.
    """
    path = next((root / name for name in names if (root / name).is_file()), None)
    if path is None:
        return {}
    import yaml

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    try:
        data = yaml.load(path.read_text(encoding="utf-8-sig"), Loader=loader)
    except (yaml.YAMLError, OSError, ValueError) as error:
        reason = " ".join(str(error).split())
        raise ValueError(f"{path}: cannot be read as the site's config: {reason}") from error
    return data if isinstance(data, dict) else {}


def text_in(config: Mapping[str, Any], key: str) -> str:
    """A single value of a config as text; empty when it is none."""
    value = config.get(key)
    return value if isinstance(value, str) else ""
