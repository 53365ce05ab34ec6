"""Paths as they are printed."""

from __future__ import annotations

import os
from pathlib import Path


def display(path: Path) -> str:
    """A path as it is printed: below the current folder relative to it, with forward slashes."""
    shown = os.fspath(path)
    if path.is_absolute():
        shown = below(path, os.getcwd()) or shown  # noqa: PTH109
    elif ".." in shown and ".." in path.parts:
        shown = os.path.relpath(path)
    shown = shown.replace(os.sep, "/")
    return shown.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def absolute(path: Path) -> str:
    """The text of `path.absolute()`, in a fifth of the time."""
    shown = os.fspath(path)
    if path.is_absolute():
        return shown
    if shown == "." or os.name == "nt":  # a path of Windows may have a drive, or a root without one
        return os.fspath(path.absolute())
    return f"{os.getcwd().rstrip(os.sep)}{os.sep}{shown}"  # noqa: PTH109


def normal(path: Path) -> str:
    """The text that `os.path.abspath` has for the path, in half of the time."""
    whole = absolute(path)
    return os.path.abspath(whole) if ".." in whole or os.name == "nt" else whole  # noqa: PTH100


def below(path: str | Path, folder: str | Path) -> str | None:
    """A path relative to a folder in which it lies, with forward slashes; None for one elsewhere.

    As `Path.relative_to` has it, in a tenth of the time. A text is that of a `Path`.
    """
    whole, start = os.fspath(path), f"{folder}{os.sep}"
    if whole.startswith(start) and whole[:2] != "//":  # a root of its own
        return whole[len(start) :].replace(os.sep, "/")
    path = Path(path)
    return path.relative_to(folder).as_posix() if path.is_relative_to(folder) else None
