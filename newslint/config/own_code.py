"""Code that a config asks for: rules of one's own, plugins, models; and who allowed it.

Configs come with strangers' pull requests, so nothing in the checked tree can allow it: only
`--allow-code`, the environment, and the user's own config, which lists folders.
"""

from __future__ import annotations

import os
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from newslint.files.setup import read_bytes
from newslint.model.spans import Span

if TYPE_CHECKING:
    from newslint.config.load import Config

VARIABLE = "NEWSLINT_ALLOW_CODE"


def keys_for_code(config: Config) -> tuple[str, ...]:
    """The keys of a config that name code."""
    layers = (config, *config.overrides)
    given = {
        "model": any(layer.model for layer in layers),
        "rule-paths": bool(config.rule_paths),
        "plugins": bool(config.plugins),
    }
    return tuple(key for key, is_given in given.items() if is_given)


def is_allowed(folder: Path, *, typed: bool) -> bool:
    """True where code that the config in a folder names may run; `typed`: by `--allow-code`."""
    if typed or os.environ.get(VARIABLE) == "1":
        return True
    real = os.path.realpath(folder)
    return real in _trusted()


def _trusted() -> Iterator[str]:
    """The folders that the user's own config trusts, without links; `~` is the home folder.

    What lies below one is not trusted with it: it may be a theme of somebody else's.
    """
    data = read_bytes(user_config())
    if not isinstance(data, bytes):
        return
    try:
        given = tomllib.loads(data.decode("utf-8-sig")).get("allow-code", [])
    except (ValueError, RecursionError):
        return
    for one in given if isinstance(given, list) else ():
        path = Path(one).expanduser() if isinstance(one, str) and one else None
        if path is not None and path.is_absolute():
            yield os.path.realpath(path)


def user_config() -> Path:
    """The user's own config, which only says which folders are trusted."""
    home = Path(os.path.expanduser("~"))  # noqa: PTH111  # never raises
    if sys.platform == "win32":
        base = Path(os.environ.get("APPDATA") or home)
    elif sys.platform == "darwin":
        base = home / "Library" / "Application Support"
    else:
        given = os.environ.get("XDG_CONFIG_HOME", "")
        base = Path(given) if given.startswith("/") else home / ".config"
    return base / "newslint" / "newslint.toml"


def first_line(text: str, keys: tuple[str, ...]) -> Span:
    """The first line of a config that has one of the keys; its start where none is found."""
    names = "|".join(map(re.escape, keys))
    line = re.search(rf"^[^\S\n]*(?:[\w-]+\.)*(?:{names})[^\S\n]*=[^\n]*", text, re.MULTILINE)
    if line is None:
        return Span(0, 0)
    shown = line[0].rstrip()
    return Span(line.end() - len(line[0].lstrip()), line.start() + len(shown))
