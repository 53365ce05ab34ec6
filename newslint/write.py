"""A mended text onto the disk: the whole new file or the whole old one, never a part.

The new bytes go to a hidden file in the same folder, which then takes the place of the old one.
What would not be the same file afterwards is refused and left as it was: one that changed since it
was read, one that is read-only, one with several hard links (the other names would keep the old
text), and a symbolic link whose target lies outside the paths that the user named.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from newslint.article import Fault
from newslint.source import START, describe


def write(path: Path, before: bytes, data: bytes, allowed: Sequence[Path]) -> Fault | None:
    """Put `data` in the place of a file that held `before`; the fault says why it was not done.

    `allowed` are the files and folders that the user named. Mode, owner, group and extended
    attributes stay as far as the system lets them.
    """
    try:
        target = _target(path, allowed)
        if target is None:
            return _refused("it is a symbolic link to a file outside the paths that were named")
        status = target.stat()
        reason = _reason(target, status, before)
        if reason:
            return _refused(reason)
        _replace(target, status, data)
    except OSError as error:
        return _refused(describe(error).replace("read it", "write it"))
    return None


def _target(path: Path, allowed: Sequence[Path]) -> Path | None:
    """The file to replace: the path itself, or what a symbolic link leads to when that lies in a
    folder that was named, or is a file that was named. A link that was named allows only itself.
    """
    if not path.is_symlink():
        return path
    target = Path(os.path.realpath(path, strict=True))
    roots = (root.resolve() for root in allowed if root.is_dir() or not root.is_symlink())
    return target if any(target.is_relative_to(root) for root in roots) else None


def _reason(target: Path, status: os.stat_result, before: bytes) -> str:
    if not stat.S_ISREG(status.st_mode):
        return "it is no regular file"
    if not status.st_mode & 0o222 or not os.access(target, os.W_OK):
        return "it is read-only"
    if status.st_nlink > 1:
        return f"it has {status.st_nlink} hard links, and only one of them would change"
    if status.st_size != len(before) or target.read_bytes() != before:
        return "it changed on disk since it was read"
    return ""


def _replace(target: Path, status: os.stat_result, data: bytes) -> None:
    name = target.with_name(f".newslint-{os.urandom(8).hex()}.tmp")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    handle = os.open(name, flags, 0o600)
    try:
        with open(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        _keep(target, name, status)
        name.replace(target)
    except BaseException:  # Ctrl-C too: no temporary file is left behind
        with suppress(OSError):
            name.unlink()
        raise


def _keep(target: Path, name: Path, status: os.stat_result) -> None:
    """Give the new file what the old one had. The mode comes last: `chown` may clear bits of it."""
    if hasattr(os, "chown"):
        own = name.stat()
        if (own.st_uid, own.st_gid) != (status.st_uid, status.st_gid):
            with suppress(OSError):
                os.chown(name, status.st_uid, status.st_gid)
    if hasattr(os, "listxattr"):
        with suppress(OSError):
            for attribute in os.listxattr(target):
                os.setxattr(name, attribute, os.getxattr(target, attribute))
    name.chmod(stat.S_IMODE(status.st_mode))


def _refused(reason: str) -> Fault:
    return Fault("fix-refused", START, reason)
