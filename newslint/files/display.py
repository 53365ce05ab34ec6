"""Paths as they are printed."""

from __future__ import annotations

import os
from pathlib import Path


def display(path: Path) -> str:
    """A path as it is printed: below the current folder relative to it, with forward slashes."""
    if path.is_absolute():
        here = Path.cwd()
        if path.is_relative_to(here):
            path = path.relative_to(here)
    elif ".." in path.parts:
        path = Path(os.path.relpath(path))
    shown = path.as_posix()
    return shown.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
