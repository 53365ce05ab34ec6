"""Files of newslint's own, written whole: the new one takes the place of the old one at once."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from newslint.files.read import describe
from newslint.model.errors import NewslintError


def put(path: Path, text: str) -> None:
    """Write a text in UTF-8. Raises NewslintError where that is not possible.

    A symbolic link is refused, where it leads is the word of whoever made it; so is what is no
    regular file, and a file that may not be written.
    """
    try:
        _put(path, text.encode("utf-8"))
    except OSError as error:
        raise NewslintError(f"{path}: cannot be written: {describe(error)}") from None


def _put(path: Path, data: bytes) -> None:
    mode = None
    if os.path.lexists(path):
        mode = path.lstat().st_mode
        if not stat.S_ISREG(mode) or not os.access(path, os.W_OK):
            raise NewslintError(f"{path}: cannot be written: not a regular file, or read-only")
    replace_file(path, [data], mode)


def replace_file(path: Path, data: Iterable[bytes], mode: int | None) -> None:
    """The whole file, or what was there before: the new one takes its place at once.

    The pieces of `data` are written as they come. `mode` is that of the old one, None where there
    was none. Raises OSError.
    """
    name = path.with_name(f".newslint-{os.urandom(8).hex()}.tmp")
    handle = os.open(name, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    try:
        with open(handle, "wb") as file:
            for piece in data:
                file.write(piece)
        if mode is not None:
            name.chmod(stat.S_IMODE(mode))
        name.replace(path)
    finally:
        with suppress(OSError):
            name.unlink()
