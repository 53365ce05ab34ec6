"""Obsidian, and how its vaults are told."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from newslint.generators.base import Generator
from newslint.generators.signs import VAULT, Folder, Registration, Sign

_FOLDER = ".obsidian"


def recognise(folder: Folder) -> Sign | None:
    """By the folder of the vault's settings."""
    found = _FOLDER in folder.names and folder.is_folder(_FOLDER)
    return Sign(_FOLDER, VAULT) if found else None


def load(root: Path | None, site: Mapping[str, Any] | None) -> Generator:
    """What holds for every vault."""
    from newslint.generators.obsidian.program import Obsidian

    return Obsidian()


GENERATOR = Registration(load, recognise, (_FOLDER,))
