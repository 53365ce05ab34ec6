"""The config files of a Hugo site: hugo.toml, config.yaml and the folder config/.

Source: Hugo 0.168, config/allconfig: the first file of its kind is taken, what stands in config/
is put over it, that of the environment `production` last.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from newslint.files import ask
from newslint.files.read import describe
from newslint.files.setup import LEADS_OUT, TooManyFilesError, files_below, leads_out
from newslint.generators.hugo.config import SiteConfig, from_mapping, lowered, names_theme
from newslint.generators.site_config import SiteConfigError, read_data

EXTENSIONS = ("toml", "yaml", "yml", "json")
STEMS = ("hugo", "config")
_READ = ("_default", "production")
"""The folders in config/ that hold for the published site."""


def read_site(root: Path) -> SiteConfig:
    """Read the config of the site in that folder.

    Raises SiteConfigError, a ValueError that names the file, when it cannot be read.
    """
    merged: dict[str, Any] = {}
    names = [f"{stem}.{ext}" for stem in STEMS for ext in EXTENSIONS]
    main = next((name for name in names if ask.is_there(root / name)), None)
    if main is not None:
        _merge(merged, _load(root / main))  # whatever it is: a folder stops Hugo
    for environment in _READ:
        for path in _files(root / "config" / environment, root):
            if path.suffix[1:] in EXTENSIONS:
                _merge(merged, _placed(path, _load(path)))
    site = from_mapping(merged, root)
    other = any(map(_may_name_theme, _others(root, main)))
    return site._replace(themed=True, layouts=None) if other else site


def _others(root: Path, main: str | None) -> Iterator[Path]:
    """Config files of other environments, and those that `--config` may name."""
    for stem in STEMS:
        names = (name for name in _names(root, stem) if "." in name.removeprefix(stem))
        yield from (root / name for name in names if name != main)
    folder = root / "config"
    for name in ask.names(folder) if ask.is_folder(folder) else ():
        if name not in _READ and ask.is_folder(folder / name):
            yield from _files(folder / name, root)


def _names(folder: Path, start: str) -> tuple[str, ...]:
    try:
        return ask.names(folder, start)
    except OSError:
        return ()


def _may_name_theme(path: Path) -> bool:
    """True for a config file that names a theme, and for one that cannot be read."""
    if path.suffix[1:] not in EXTENSIONS or not ask.is_file(path):
        return False
    try:
        data = _load(path)
    except ValueError:
        return True
    return names_theme(data) or names_theme(_placed(path, data))


def _files(folder: Path, root: Path) -> list[Path]:
    """The files in a folder and those in it, in their order; none where there is no such folder.

    Raises SiteConfigError.
    """
    if leads_out(folder, root):
        raise SiteConfigError(folder, LEADS_OUT)
    try:
        return sorted(path for path in files_below(folder) if ask.is_file(path))
    except (FileNotFoundError, NotADirectoryError):
        return []
    except TooManyFilesError as error:
        raise SiteConfigError(folder, str(error)) from None
    except OSError as error:
        raise SiteConfigError(Path(error.filename), describe(error)) from None


def _load(path: Path) -> dict[str, Any]:
    return dict(lowered(read_data(path)))


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
