"""Quartz, and how its sites are told."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from newslint.generators.base import Generator
from newslint.generators.signs import OWN_NAME, Folder, Registration, Sign

_CONFIGS = ("quartz.config.ts", "quartz.config.yaml", "quartz.config.js")


def recognise(folder: Folder) -> Sign | None:
    """By the name of its config."""
    own = folder.first_file(_CONFIGS)
    return Sign(own, OWN_NAME) if own else None


def load(root: Path | None, site: Mapping[str, Any] | None) -> Generator:
    """What holds for every site; its config is code and is not read."""
    from newslint.generators.quartz.program import Quartz

    return Quartz()


GENERATOR = Registration(load, recognise, _CONFIGS)
