"""MkDocs, and how its sites are told."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from newslint.generators.base import Generator
from newslint.generators.mkdocs.configs import CONFIGS
from newslint.generators.signs import OWN_NAME, Folder, Registration, Sign


def recognise(folder: Folder) -> Sign | None:
    """By the name of its config."""
    own = folder.first_file(CONFIGS)
    return Sign(own, OWN_NAME) if own else None


def load(root: Path | None, site: Mapping[str, Any] | None) -> Generator:
    """MkDocs for a site."""
    from newslint.generators.mkdocs.program import read_site

    return read_site(root)


GENERATOR = Registration(load, recognise, CONFIGS)
