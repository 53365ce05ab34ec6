"""Hexo, and how its sites are told."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from newslint.generators.base import Generator
from newslint.generators.signs import Folder, Registration, Sign

_CONFIGS = ("_config.yml", "_config.yaml", "_config.toml", "_config.json")
_KEYS = r"(?m)^(?:source_dir|public_dir|new_post_name|skip_render|post_asset_folder|render_drafts):"
_PACKAGE = r'"hexo"\s*:'


def recognise(folder: Folder) -> Sign | None:
    """By its config, the name of which is that of others: what is beside it and in it tells."""
    config = folder.first_file(_CONFIGS)
    if not config:
        return None
    if "package.json" in folder.names and folder.says("package.json", _PACKAGE):
        return Sign(config, 80)
    if "scaffolds" in folder.names:
        return Sign(config, 70)
    if folder.is_folder("source/_posts"):
        return Sign(config, 50)
    return Sign(config, 40) if folder.says(config, _KEYS) else None


def load(root: Path | None, site: Mapping[str, Any] | None) -> Generator:
    """Hexo for a site; raises SiteConfigError for a config that cannot be read."""
    from newslint.generators.hexo.program import Hexo, from_mapping, read_site

    if site is not None:
        return from_mapping(site)
    return read_site(root) if root is not None else Hexo()


GENERATOR = Registration(load, recognise, (*_CONFIGS, "package.json", "scaffolds"))
