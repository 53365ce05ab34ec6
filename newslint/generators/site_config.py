"""The config files of sites: read with bounds; what keeps one from being read is one line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from newslint.files import ask
from newslint.files.read import position
from newslint.files.setup import read_setup
from newslint.model.faults import NotUtf8
from newslint.text import plain_data


class SiteConfigError(ValueError):
    """A site's config that cannot be read: the file, why in one line, and its row (0: unknown)."""

    def __init__(self, path: Path, reason: str, row: int = 0) -> None:
        super().__init__(f"{path}: cannot be read as the site's config: {reason}")
        self.path = path
        self.reason = reason
        self.row = row


def read_data(path: Path, root: Path | None = None, *, texts: bool = False) -> Mapping[str, Any]:
    """What a TOML, YAML or JSON file says; with `texts` all single values of YAML are texts.

    `root` is the site's folder where that is not the file's own. Raises SiteConfigError. Never
    waits for a pipe or a device.
    """
    source = read_setup(path, root)
    if source.fault is not None:
        if not isinstance(source.fault, NotUtf8):
            raise SiteConfigError(path, source.fault.what)
        row = position(source.text, source.fault.span.start).row
        raise SiteConfigError(path, f"it is not UTF-8 (at line {row})", row)
    form: Any = path.suffix[1:].lower()
    try:
        data = plain_data.read(source.text, form, texts=texts)
    except plain_data.NotPlainError as error:
        raise SiteConfigError(path, str(error), error.row) from None
    if data is None:
        return {}
    if not isinstance(data, dict):
        raise SiteConfigError(path, "it is not a table of keys and values")
    return data


def read_yaml(root: Path, names: Iterable[str]) -> Mapping[str, Any]:
    """What the first of these files that is there says; all single values are texts.

    Raises SiteConfigError, a ValueError that names the file, when it cannot be read.
    """
    paths = (root / name for name in names)
    path = next((path for path in paths if ask.is_file(path)), None)
    return {} if path is None else read_data(path, texts=True)


def text_of(path: Path, root: Path) -> str:
    """The text of a config that is a program, in whatever encoding; empty where there is none.

    Raises SiteConfigError.
    """
    if not ask.is_there(path) or ask.is_folder(path):
        return ""
    source = read_setup(path, root)
    if source.fault is not None and not isinstance(source.fault, NotUtf8):
        raise SiteConfigError(path, source.fault.what)
    return source.text


def text_in(config: Mapping[str, Any], key: str) -> str:
    """A single value of a config as text; empty when it is none."""
    value = config.get(key)
    return value if isinstance(value, str) else ""
