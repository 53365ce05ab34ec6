"""Astro, and how its sites are told."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from newslint.generators.base import Generator
from newslint.generators.signs import OWN_NAME, Folder, Registration, Sign

_OWN = tuple(f"astro.config.{ext}" for ext in ("mjs", "js", "ts", "mts", "cjs", "cts"))


def recognise(folder: Folder) -> Sign | None:
    """By the name of its config."""
    own = folder.first_file(_OWN)
    return Sign(own, OWN_NAME) if own else None


def load(root: Path | None, site: Mapping[str, Any] | None) -> Generator:
    """Astro for a site; raises SiteConfigError for a content config that cannot be read."""
    from newslint.generators.astro.program import read_site

    return read_site(root)


GENERATOR = Registration(load, recognise, _OWN)
