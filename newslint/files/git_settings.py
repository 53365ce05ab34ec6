"""What git itself is asked about what it ignores: where the user's own file is, and which ignored
files it knows all the same.

Both are asked only where there may be something to hear, so that most runs start no program. Where
git is absent, refuses or is late, the answer is what holds without one.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

from newslint.files.git_call import run
from newslint.files.setup import read_bytes
from newslint.model.errors import NewslintError

SECONDS = 5.0
"""A run does not wait longer for what git says of ignored files."""

_SAYS = (b"excludesfile", b"[include", b"worktreeconfig")
_FROM_OUTSIDE = ("GIT_CONFIG", "GIT_CONFIG_COUNT", "GIT_CONFIG_PARAMETERS", "GIT_CONFIG_SYSTEM")


def excludes_files(top: str) -> tuple[Path, Path]:
    """What the user's own file and `info/exclude` are called, of a repository by its top."""
    own = _usual()
    if any(_may_say(path) for path in _configs(top)) or any(map(os.environ.get, _FROM_OUTSIDE)):
        own = _asked(top, "config", "--path", "--get", "core.excludesFile") or own
    inside = Path(top, ".git", "info", "exclude")
    if not _is_folder(Path(top, ".git")):  # a worktree, or a submodule
        inside = _asked(top, "rev-parse", "--git-path", "info/exclude") or inside
    return Path(os.path.realpath(own)), inside  # a link of the user's is their own affair


def _home() -> str:
    return os.environ.get("XDG_CONFIG_HOME") or os.path.expanduser("~/.config")  # noqa: PTH111


def _usual() -> Path:
    return Path(_home(), "git", "ignore")


def _configs(top: str) -> Iterator[Path]:
    """The files in which git looks for its settings, where they usually are."""
    yield Path(top, ".git", "config")
    if named := os.environ.get("GIT_CONFIG_GLOBAL"):
        yield Path(named)
    else:
        yield Path(_home(), "git", "config")
        yield Path(os.path.expanduser("~/.gitconfig"))  # noqa: PTH111
    yield Path("/etc/gitconfig")


def _may_say(path: Path) -> bool:
    data = read_bytes(path) if path.is_file() else b""
    return isinstance(data, bytes) and any(word in data.lower() for word in _SAYS)


def _is_folder(path: Path) -> bool:
    try:
        return stat.S_ISDIR(path.lstat().st_mode)
    except OSError:
        return False


def _asked(top: str, *words: str) -> Path | None:
    """The path that git answers with; None where it has none or does not answer."""
    said = _answer(top, *words).split(b"\n")[0]
    return Path(top, os.fsdecode(said)) if said else None


def _answer(top: str, *words: str) -> bytes:
    """What git says; nothing where it is absent, refuses or is late."""
    try:
        answer = run(Path(top), words, seconds=SECONDS)
    except NewslintError:
        return b""
    return b"" if answer.returncode else answer.stdout


class Known:
    """The files of a repository that a pattern names and that git knows all the same: what is in
    its index is not ignored. They are asked for when the first file would be skipped."""

    def __init__(self, top: str) -> None:
        self._top = top.rstrip("/")

    @cached_property
    def _paths(self) -> frozenset[str]:
        words = ("ls-files", "-z", "--cached", "--ignored", "--exclude-standard", "--")
        names = _answer(self._top, *words).split(b"\0")
        return frozenset(f"{self._top}/{os.fsdecode(name)}" for name in names if name)

    @cached_property
    def _folders(self) -> frozenset[str]:
        found: set[str] = set()
        for path in self._paths:
            while (path := path.rpartition("/")[0]) and path not in found:
                found.add(path)
        return frozenset(found)

    def file(self, path: str) -> bool | None:
        """As patterns say it: False, not ignored, for a file that git knows; True for another."""
        return path not in self._paths

    def folder(self, path: str) -> bool | None:
        """The same of a folder: False where such a file lies in it."""
        return path not in self._folders
