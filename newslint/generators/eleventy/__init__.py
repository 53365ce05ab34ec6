"""Eleventy, and how its sites are told."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from newslint.generators.base import Generator
from newslint.generators.signs import OWN_NAME, Folder, Registration, Sign

_OWN = (
    *(f"eleventy.config.{ext}" for ext in ("js", "mjs", "cjs", "ts")),
    ".eleventy.js",
    ".eleventy.cjs",
)


def recognise(folder: Folder) -> Sign | None:
    """By the name of its config."""
    own = folder.first_file(_OWN)
    return Sign(own, OWN_NAME) if own else None


def load(root: Path | None, site: Mapping[str, Any] | None) -> Generator:
    """Eleventy, whose config is code and is not read; only its data files are."""
    from newslint.generators.eleventy.program import Eleventy

    return Eleventy(root=root)


GENERATOR = Registration(load, recognise, _OWN)
