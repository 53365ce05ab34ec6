"""Tables that people maintain: one YAML file each; its first comment says how to add to it."""

from __future__ import annotations

from pathlib import Path
from typing import Any


def load(name: str) -> dict[str, Any]:
    """The table `name`.yaml of this package, as it stands there.

    The caller keeps what it makes of it: this reads and parses the file every time.
    """
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    text = Path(__file__).with_name(f"{name}.yaml").read_text(encoding="utf-8")
    table: dict[str, Any] = yaml.load(text, Loader=loader)
    return table
