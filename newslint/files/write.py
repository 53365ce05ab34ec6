"""A fixed text onto the disk: the whole new file or the whole old one, never a part.

The new bytes go to a hidden file in the same folder, which then takes the place of the old one.
What would not be the same file afterwards is refused and left as it was: one that changed since it
was read, one that is read-only, one with several hard links (the other names would keep the old
text), and one whose owner or group would become another. So is what lies elsewhere than it seems,
after a symbolic link that leads out of the paths that the user named, and what is not an article.
"""

from __future__ import annotations

import os
import re
import stat
import time
from collections.abc import Collection, Iterable
from contextlib import suppress
from pathlib import Path

from newslint.files.names import EXTENSIONS, suffix
from newslint.files.read import OPEN_FLAGS, START, describe
from newslint.model.faults import WriteRefused

CHANGED = "it changed on disk since it was read"
OWNER = "it belongs to another user, and the new file would belong to you"
GROUP = "its group cannot be kept, as you are not in it"

LEFT_AFTER = 600.0
"""Seconds after which a temporary file is nobody's any more: the run that made it was killed."""

_TEMPORARY = r"\.newslint-[0-9a-f]{16}\.tmp"
_TIDIED: set[Path] = set()
"""The folders in which this process has looked for such files."""


def real_roots(named: Iterable[Path]) -> frozenset[Path]:
    """Where the files and folders that the user named really lie: below them a run may write.

    A link to a file allows nothing but itself, and that is no place: to name it names no other.
    """
    places = (path for path in named if os.path.isdir(path) or not os.path.islink(path))  # noqa: PTH112, PTH114  # never raises
    return frozenset(Path(os.path.realpath(path)) for path in places)


def write(
    path: Path,
    before: bytes,
    data: bytes,
    allowed: Collection[Path],
    suffixes: frozenset[str] = EXTENSIONS,
) -> WriteRefused | None:
    """Put `data` in the place of a file that held `before`; the fault says why it was not done.

    `allowed` is what `real_roots` says of the paths that the user named, `suffixes` how names of
    articles end. Mode, owner, group and extended attributes stay as far as the system lets them.
    """
    try:
        target = _target(path)
        status = target.stat()
        reason = _elsewhere(path, target, allowed, suffixes) or _unfit(target, status, before)
        reason = reason or _replace(target, status, before, data)
    except OSError as error:
        return _refused(describe(error).replace("read it", "write it"))
    return _refused(reason) if reason else None


def _target(path: Path) -> Path:
    """The file itself, by a path without any symbolic link."""
    if path.is_symlink():
        return Path(os.path.realpath(path, strict=True))
    return Path(os.path.realpath(path.parent, strict=True), path.name)


def _elsewhere(
    path: Path, target: Path, allowed: Collection[Path], suffixes: frozenset[str]
) -> str:
    """Why a file is none that the user gave into our hands; empty when it is."""
    if not _is_below(os.fspath(target), allowed):
        if path.is_symlink():
            return "it is a symbolic link to a file outside the paths that were named"
        return "a symbolic link in its path leads out of the paths that were named"
    if suffix(target.name) not in suffixes:
        link = "a symbolic link to a file that is " if path.is_symlink() else ""
        return f"it is {link}not an article"
    return ""


def _is_below(target: str, allowed: Collection[Path]) -> bool:
    """True for one of the places, and for what lies below one; all are paths without links."""
    places = {os.path.normcase(place) for place in allowed}
    at = os.path.normcase(target)
    while at not in places:
        above = os.path.dirname(at)  # noqa: PTH120  # a Path takes ten times as long
        if above == at:
            return False
        at = above
    return True


def _unfit(target: Path, status: os.stat_result, before: bytes) -> str:
    if not stat.S_ISREG(status.st_mode):
        return "it is no regular file"
    if not status.st_mode & 0o222 or not os.access(target, os.W_OK):
        return "it is read-only"
    if status.st_nlink > 1:
        return f"it has {status.st_nlink} hard links, and only one of them would change"
    return "" if status.st_size == len(before) else CHANGED


def _replace(target: Path, status: os.stat_result, before: bytes, data: bytes) -> str:
    """Write the new file and put it in the old one's place; why that was not done, or empty.

    Only when the new bytes are on the disk, which takes as long as the disk likes, is the old file
    looked at: between that look and the exchange there is nothing to wait for.
    """
    _tidy(target.parent)
    name = target.with_name(f".newslint-{os.urandom(8).hex()}.tmp")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    handle = os.open(name, flags, 0o600)
    left = True
    try:
        with open(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if reason := _keep(target, name, status):
            return reason
        if not _is_still(target, status, before):
            return CHANGED
        name.replace(target)
        left = False
    finally:  # Ctrl-C too: no temporary file is left after
        if left:
            with suppress(OSError):
                name.unlink()
    return ""


def _is_still(target: Path, status: os.stat_result, before: bytes) -> bool:
    """True where the old file is the one that was looked at, with the bytes that were read.

    A pipe or a device may have come in its place, which gives no bytes or no end of them.
    """
    if _identity(target.lstat()) != _identity(status):
        return False
    with open(os.open(target, OPEN_FLAGS | getattr(os, "O_NOFOLLOW", 0)), "rb") as file:
        same = file.read(len(before) + 1) == before
    return same and _identity(target.lstat()) == _identity(status)


def _identity(status: os.stat_result) -> tuple[int, ...]:
    """What differs when a file was written or replaced."""
    return (status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns)


def _keep(target: Path, name: Path, status: os.stat_result) -> str:
    """Give the new file what the old one had; why that cannot be done, or empty.

    The mode comes last: `chown` may clear bits of it.
    """
    own = name.stat()
    if (own.st_uid, own.st_gid) != (status.st_uid, status.st_gid) and hasattr(os, "chown"):
        try:
            os.chown(name, status.st_uid, status.st_gid)
        except OSError:
            return OWNER if own.st_uid != status.st_uid else GROUP
    if hasattr(os, "listxattr"):
        with suppress(OSError):
            for attribute in os.listxattr(target):
                os.setxattr(name, attribute, os.getxattr(target, attribute))
    name.chmod(stat.S_IMODE(status.st_mode))
    return ""


def _tidy(folder: Path) -> None:
    """Remove what a run of the same user that was killed has left in a folder; once in a process.

    A temporary file lives for as long as the disk takes to write it: another run's is younger.
    """
    if folder in _TIDIED:
        return
    _TIDIED.add(folder)
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if re.fullmatch(_TEMPORARY, entry.name):
                with suppress(OSError):
                    _remove_left(entry)


def _remove_left(entry: os.DirEntry[str]) -> None:
    status = entry.stat(follow_symlinks=False)
    mine = not hasattr(os, "geteuid") or status.st_uid == os.geteuid()
    if mine and stat.S_ISREG(status.st_mode) and time.time() - status.st_mtime > LEFT_AFTER:
        os.unlink(entry.path)  # noqa: PTH108  # a path without a Path


def _refused(reason: str) -> WriteRefused:
    return WriteRefused(START, reason)
