"""VitePress, and how its sites are told."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from newslint.generators.base import Generator
from newslint.generators.signs import OWN_NAME, Folder, Registration, Sign

_CONFIGS = tuple(f".vitepress/config.{ext}" for ext in ("js", "ts", "mjs", "mts", "cjs", "cts"))
_FOLDER = ".vitepress"


def recognise(folder: Folder) -> Sign | None:
    """By its config in the folder `.vitepress`, which may be a folder of its own."""
    if _FOLDER not in folder.names:
        return None
    found = next((name for name in _CONFIGS if folder.is_file(name)), "")
    if not found and folder.is_folder(f"{_FOLDER}/config"):
        found = f"{_FOLDER}/config"
    return Sign(found, OWN_NAME) if found else None


def load(root: Path | None, site: Mapping[str, Any] | None) -> Generator:
    """What holds for every site; its config is code and is not read."""
    from newslint.generators.vitepress.program import VitePress

    return VitePress()


GENERATOR = Registration(load, recognise, (_FOLDER,))
