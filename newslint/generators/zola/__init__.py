"""Zola, and how its sites are told."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from newslint.files import ask
from newslint.generators.base import Generator
from newslint.generators.signs import OWN_NAME, Folder, Registration, Sign

_FOLDERS = frozenset(("content", "templates", "themes"))
_OLD = "config.toml"
_BASE_URL = r"(?m)^\s*base_url\s*="
_OTHER_URL = r"(?mi)^\s*[\"']?baseurl[\"']?\s*="
"""How other generators write it."""


def recognise(folder: Folder) -> Sign | None:
    """By `zola.toml`, or a `config.toml` with a `base_url` beside a folder that such sites have."""
    if folder.first_file(("zola.toml",)):
        return Sign("zola.toml", OWN_NAME)
    if not folder.names & _FOLDERS or not folder.first_file((_OLD,)):
        return None
    told = folder.says(_OLD, _BASE_URL) and not folder.says(_OLD, _OTHER_URL)
    return Sign(_OLD, 20) if told else None


def load(root: Path | None, site: Mapping[str, Any] | None) -> Generator:
    """Zola for a site; raises SiteConfigError for a config that cannot be read."""
    from newslint.generators.site_config import read_data
    from newslint.generators.zola.program import with_config

    if site is not None or root is None:
        return with_config(site or {})
    path = next((root / name for name in ("zola.toml", _OLD) if ask.is_file(root / name)), None)
    return with_config(read_data(path) if path else {})


GENERATOR = Registration(load, recognise, ("zola.toml", _OLD, *_FOLDERS))
