"""Jekyll, and how its sites are told."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from newslint.generators.base import Generator
from newslint.generators.signs import Folder, Registration, Sign

_CONFIGS = ("_config.yml", "_config.yaml", "_config.toml", "_config.json")
_BESIDE = frozenset(
    ("_posts", "_drafts", "_layouts", "_includes", "_sass", "_data", "_plugins", "Gemfile")
)
_KEYS = r"(?m)^(?:theme|remote_theme|plugins|gems|markdown|kramdown|collections|baseurl|permalink):"


def recognise(folder: Folder) -> Sign | None:
    """By its config, the name of which is that of others: what is beside it and in it tells.

    Jupyter Book has one too, beside its `_toc.yml`.
    """
    config = folder.first_file(_CONFIGS)
    if not config:
        return None
    if folder.names & _BESIDE:
        return Sign(config, 60)
    told = "_toc.yml" not in folder.names and folder.says(config, _KEYS)
    return Sign(config, 30) if told else None


def load(root: Path | None, site: Mapping[str, Any] | None) -> Generator:
    """Jekyll for a site; raises SiteConfigError for a config that cannot be read."""
    from newslint.generators.jekyll.program import Jekyll, from_mapping, read_site

    if site is not None:
        return from_mapping(site)
    return read_site(root) if root is not None else Jekyll()


GENERATOR = Registration(load, recognise, (*_CONFIGS, *_BESIDE, "_toc.yml"))
