"""Hugo, and how its sites are told."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from newslint.generators.base import Generator
from newslint.generators.signs import CERTAIN, Folder, Registration, Sign

_EXTENSIONS = ("toml", "yaml", "yml", "json")
_OWN = tuple(f"hugo.{ext}" for ext in _EXTENSIONS)
_OLD = tuple(f"config.{ext}" for ext in _EXTENSIONS)
_FOLDERS = frozenset(("content", "archetypes", "layouts", "themes"))


def recognise(folder: Folder) -> Sign | None:
    """By `hugo.toml` and its like: whatever that name is, Hugo tries to read it.

    `config.toml` and its like and `config/_default`, which other programs may have too, count only
    beside a folder that such sites have.
    """
    own = next((name for name in _OWN if name in folder.names), None)
    if own:
        return Sign(own, CERTAIN)
    beside = folder.names & _FOLDERS
    if not beside or not any(map(folder.is_folder, beside)):
        return None
    old = folder.first_file(_OLD)
    if old:
        return Sign(old, 10)
    default = "config" in folder.names and folder.is_folder("config/_default")
    return Sign("config/_default", 10) if default else None


def load(root: Path | None, site: Mapping[str, Any] | None) -> Generator:
    """Hugo for a site; raises SiteConfigError for a config that cannot be read."""
    from newslint.generators.hugo.program import with_site

    if site is not None:
        from newslint.generators.hugo.config import from_mapping

        return with_site(from_mapping(site))
    if root is None:
        return with_site(None)
    from newslint.generators.hugo.config_files import read_site

    return with_site(read_site(root))


GENERATOR = Registration(load, recognise, (*_OWN, *_OLD, *_FOLDERS, "config"))
