"""What git itself is asked about what it ignores: where the user's own file is, and which ignored
files it knows all the same.

Both are asked only where there may be something to hear, so that most runs start no program. Where
git is absent, refuses or is late, the answer is what holds without one.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from functools import cached_property
from pathlib import Path

from newslint.files import ask
from newslint.files.git_call import run
from newslint.files.setup import read_bytes
from newslint.model.errors import NewslintError

SECONDS = 5.0
"""A run does not wait longer for what git says of ignored files."""

_SAYS = b"excludesfile"
_ELSEWHERE = (b"[include", b"worktreeconfig")
"""Where a config has these, files that are not looked at here decide."""
_FROM_OUTSIDE = ("GIT_CONFIG", "GIT_CONFIG_COUNT", "GIT_CONFIG_PARAMETERS", "GIT_CONFIG_SYSTEM")


def excludes_files(top: str) -> tuple[Path, Path]:
    """What the user's own file and `info/exclude` are called, of a repository by its top."""
    own = _usual()
    said = [_may_say(path) for path in _configs(top)]  # each of them is looked at
    if any(said) or _told_from_outside():
        own = _asked(top, "config", "--path", "--get", "core.excludesFile") or own
    inside = Path(top, ".git", "info", "exclude")
    if not _is_folder(Path(top, ".git")):  # a worktree, or a submodule
        ask.unsteady()
        inside = _asked(top, "rev-parse", "--git-path", "info/exclude") or inside
    return Path(ask.real_path(own)), inside  # a link of the user's is their own affair


def _told_from_outside() -> bool:
    """True where variables name settings of git."""
    if not any(map(os.environ.get, _FROM_OUTSIDE)):
        return False
    ask.unsteady()
    return True


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
    data = read_bytes(path) if ask.is_file(path) else b""
    if not isinstance(data, bytes):
        return False
    low = data.lower()
    if any(word in low for word in _ELSEWHERE):
        ask.unsteady()
        return True
    return _SAYS in low


def _is_folder(path: Path) -> bool:
    return ask.is_folder(path) and not ask.is_link(path)


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


@ask.question
def _stamp(path: str | os.PathLike[str]) -> tuple[int, int, int]:
    """What changes with a file's content. Raises OSError."""
    known = os.stat(path)
    return known.st_size, known.st_mtime_ns, known.st_ino


class Known:
    """The files of a repository that a pattern names and that git knows all the same: what is in
    its index is not ignored. They are asked for when the first file would be skipped."""

    def __init__(self, top: str) -> None:
        self._top = top.rstrip("/")

    @cached_property
    def _paths(self) -> frozenset[str]:
        with suppress(OSError):
            _stamp(f"{self._top}/.git/index")
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
