"""Standards alone, for sites whose generator is not known."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from newslint.generators.base import Generator
from newslint.generators.signs import Folder, Registration, Sign


def recognise(folder: Folder) -> Sign | None:
    """No folder is a site of this."""
    return None


def load(root: Path | None, site: Mapping[str, Any] | None) -> Generator:
    """What holds without any site."""
    from newslint.generators.generic.program import Generic

    return Generic()


GENERATOR = Registration(load, recognise, ())
