"""Where the stores of all sites lie: never in a site, where a pull request could plant one."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path

from newslint.model.digest import blake2b

VARIABLE = "NEWSLINT_CACHE_DIR"

ANSWER = ".answer"
"""How the names of kept answers end."""

_ENDING = ".sqlite"
_TOLD = ".told"


def cache_folder(given: Path | None) -> Path:
    """The folder that was named, else that of the environment, else the user's own for caches."""
    named = given or os.environ.get(VARIABLE)
    if named:
        return Path(named).absolute()
    if sys.platform == "linux":  # as platformdirs has it, which takes longer to import
        named = os.environ.get("XDG_CACHE_HOME", "")
        return Path(named if named[:1] == "/" else os.path.expanduser("~/.cache"), "newslint")  # noqa: PTH111
    from platformdirs import user_cache_path

    return user_cache_path("newslint", appauthor=False)


def store_file(cache: Path, name: str) -> Path:
    """The file of a store."""
    return cache / f"{name}{_ENDING}"


def is_first(cache: Path, folder: str) -> bool:
    """True once for a folder, and wherever that cannot be remembered."""
    name = blake2b(os.fsencode(folder), digest_size=16).hexdigest()
    mark = cache / f"{name}{_TOLD}"
    if os.path.lexists(mark):
        return False
    with suppress(OSError):
        cache.mkdir(mode=0o700, parents=True, exist_ok=True)
        mark.touch(exist_ok=False)
    return True


def remove_stores(cache: Path) -> tuple[int, int]:
    """Remove the stores in a folder, and the answers: how many stores there were, and how many
    bytes in all.

    No other file is touched; the folder goes when it is empty. Raises OSError for a folder that
    cannot be read.
    """
    from newslint.site.table import Table

    size = _remove_answers(cache)
    found = [path for path in cache.glob(f"*{_ENDING}") if _is_ours(path, _ENDING)]
    size += sum(path.lstat().st_size for path in found)
    for path in found:
        Table(path).remove()
    for path in cache.glob(f"*{_TOLD}"):
        if _is_ours(path, _TOLD):
            path.unlink(missing_ok=True)
    left = [path for path in found if os.path.lexists(path)]
    if left:
        raise PermissionError(f"{left[0]} cannot be removed")
    if cache.is_dir() and not any(cache.iterdir()):
        cache.rmdir()
    return len(found), size


def _remove_answers(cache: Path) -> int:
    """Remove all answers, finished or not: how many bytes they had. Raises OSError."""
    size = 0
    for path in cache.iterdir() if cache.is_dir() else ():
        if is_left(path.name) or _is_ours(path, ANSWER):
            size += path.lstat().st_size
            path.unlink()
    return size


def unfinished(word: str) -> str:
    """The name of an answer while it is made."""
    return f".newslint-{word}.tmp"


def is_left(name: str) -> bool:
    """True for the name of an answer that was not finished."""
    return name.startswith(".newslint-") and name.endswith(".tmp")


def _is_ours(path: Path, ending: str) -> bool:
    stem = path.name.removesuffix(ending)
    return stem != path.name and len(stem) == 32 and set(stem) <= set("0123456789abcdef")
