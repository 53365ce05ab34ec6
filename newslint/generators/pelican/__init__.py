"""Pelican, and how its sites are told."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from newslint.generators.base import Generator
from newslint.generators.signs import OWN_NAME, Folder, Registration, Sign

_CONFIG = "pelicanconf.py"


def recognise(folder: Folder) -> Sign | None:
    """By the name of its settings."""
    return Sign(_CONFIG, OWN_NAME) if folder.first_file((_CONFIG,)) else None


def load(root: Path | None, site: Mapping[str, Any] | None) -> Generator:
    """What holds for every site, and the text of its settings."""
    from newslint.generators.pelican.program import Pelican
    from newslint.generators.shared.site_files import SiteFiles

    return Pelican(settings=SiteFiles(root).text("", _CONFIG) if root else "")


GENERATOR = Registration(load, recognise, (_CONFIG,))
