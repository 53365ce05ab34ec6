"""A new file onto the disk: the whole of it or none, and never in the place of another."""

from __future__ import annotations

import errno
import os
from contextlib import suppress
from pathlib import Path

from newslint.files.read import START, describe
from newslint.model.faults import WriteRefused

EXISTS = "it exists already"


def create(path: Path, data: bytes) -> WriteRefused | None:
    """Make a file that holds `data`; the fault says why it was not done.

    The bytes go to a hidden file in the same folder first, which then gets the name.
    """
    name = path.with_name(f".newslint-{os.urandom(8).hex()}.tmp")
    try:
        _write(name, data)
        _name(name, path)
    except FileExistsError:
        return WriteRefused(START, EXISTS)
    except OSError as error:
        said = describe(error).replace("read it", "write it")
        missing = error.errno == errno.ENOENT
        return WriteRefused(START, "its folder does not exist" if missing else said)
    finally:
        with suppress(OSError):
            name.unlink()
    return None


def _write(name: Path, data: bytes) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    with open(os.open(name, flags, 0o666), "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _name(name: Path, path: Path) -> None:
    """Give the file its name. Raises FileExistsError where another has it."""
    try:
        os.link(name, path)
    except FileExistsError:
        raise
    except OSError:  # a disk without hard links
        if os.path.lexists(path):
            raise FileExistsError from None
        name.rename(path)
