"""Quarto, and how its projects are told."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from newslint.generators.base import Generator
from newslint.generators.signs import OWN_NAME, Folder, Registration, Sign

_CONFIGS = ("_quarto.yml", "_quarto.yaml")


def recognise(folder: Folder) -> Sign | None:
    """By the name of its config."""
    own = folder.first_file(_CONFIGS)
    return Sign(own, OWN_NAME) if own else None


def load(root: Path | None, site: Mapping[str, Any] | None) -> Generator:
    """What holds for every project, and what the project's own files give its documents."""
    from newslint.generators.quarto.metadata import SharedMetadata
    from newslint.generators.quarto.program import Quarto

    return Quarto(metadata=SharedMetadata(root) if root else None)


GENERATOR = Registration(load, recognise, _CONFIGS)
