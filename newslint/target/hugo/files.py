"""The config files of a Hugo site: hugo.toml, config.yaml and the folder config/.

Source: Hugo 0.168, config/allconfig: the first file of its kind is taken, what stands in config/
is put over it, that of the environment `production` last.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from newslint.target.hugo.config import SiteConfig, from_mapping, lowered

EXTENSIONS = ("toml", "yaml", "yml", "json")
STEMS = ("hugo", "config")


def read_site(root: Path) -> SiteConfig:
    """Read the config of the site in that folder.

    Raises ValueError, naming the file, when it cannot be read.
    """
    merged: dict[str, Any] = {}
    found = [root / f"{stem}.{ext}" for stem in STEMS for ext in EXTENSIONS]
    main = next((path for path in found if path.is_file()), None)
    if main is not None:
        _merge(merged, _load(main))
    for environment in ("_default", "production"):
        folder = root / "config" / environment
        for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
            if path.suffix[1:] in EXTENSIONS and path.is_file():
                _merge(merged, _placed(path, _load(path)))
    return from_mapping(merged, root)


def _load(path: Path) -> dict[str, Any]:
    try:
        data = _reader(path.suffix[1:])(path.read_text(encoding="utf-8-sig"))
    except Exception as error:
        reason = " ".join(str(error).split())
        raise ValueError(f"{path}: cannot be read as the site's config: {reason}") from error
    if data is None:
        return {}
    if not isinstance(data, dict):
        raise ValueError(f"{path}: the site's config is not a table")
    return dict(lowered(data))


def _reader(extension: str) -> Callable[[str], Any]:
    if extension == "toml":
        import tomllib

        return tomllib.loads
    if extension == "json":
        import json

        return json.loads
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return lambda text: yaml.load(text, Loader=loader)


def _placed(path: Path, data: dict[str, Any]) -> dict[str, Any]:
    """The config of one file in config/: `permalinks.toml` holds the key `permalinks`."""
    name, _, language = path.stem.lower().partition(".")
    if name in STEMS:
        return data
    if not language:
        return {name: data}
    inner = {name: data} if name in ("menu", "menus", "params") else data
    return {"languages": {language: inner}}


def _merge(into: dict[str, Any], other: Mapping[str, Any]) -> None:
    for key, value in other.items():
        mine = into.get(key)
        if isinstance(mine, dict) and isinstance(value, dict):
            _merge(mine, value)
        else:
            into[key] = value
