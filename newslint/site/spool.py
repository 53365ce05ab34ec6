"""Bytes that a run needs again only later: they lie in a file without a name."""

from __future__ import annotations

import os
import tempfile
import weakref
from collections.abc import Sequence
from typing import Any, Protocol

from newslint.model.records import NamedTuple


class Source(Protocol):
    """Where bytes lie."""

    def get(self, place: int, length: int) -> bytes | None:
        """Those at a place; None where they are lost."""


class Lying(NamedTuple):
    """Bytes that lie somewhere: `place` and `length` are in the words of the source."""

    source: Source
    place: int
    length: int = 0

    def get(self) -> bytes | None:
        """The bytes; None where they are lost."""
        return self.source.get(self.place, self.length)


class Several(NamedTuple):
    """Bytes of several articles in one source: as in `Lying`."""

    source: Source
    places: Sequence[int]
    lengths: Sequence[int]


class Spool:
    """A temporary file; on a full disk what is put there stays in memory."""

    def __init__(self) -> None:
        self._owner = os.getpid()
        self._file: Any = None
        self._end = 0
        self._memory: bytearray | None = None
        self._in_file = 0

    def put(self, data: bytes) -> Lying:
        """Keep some bytes; any part of them may be asked for.

        Raises ValueError in a copy of the process, which would write where others do.
        """
        if os.getpid() != self._owner:
            raise ValueError("it is not the spool of this process")
        place = self._end
        if self._memory is None:
            try:
                self._written(data, place)
            except OSError:
                self._memory, self._in_file = bytearray(), place
        if self._memory is not None:
            self._memory += data
        self._end += len(data)
        return Lying(self, place, len(data))

    def get(self, place: int, length: int) -> bytes | None:
        """The bytes at a place; None where the file cannot be read."""
        if self._memory is not None and place >= self._in_file:
            start = place - self._in_file
            return bytes(self._memory[start : start + length])
        if not length:
            return b""
        try:
            data = _read_at(self._file.fileno(), length, place)
        except OSError:
            return None
        return data if len(data) == length else None

    def _written(self, data: bytes, place: int) -> None:
        if self._file is None:
            self._file = tempfile.TemporaryFile(buffering=0, prefix="newslint-")  # noqa: SIM115
            weakref.finalize(self, self._file.close)
        self._file.seek(place)
        if self._file.write(data) != len(data):
            raise OSError("the disk is full")


def _read_by_seeking(handle: int, length: int, place: int) -> bytes:
    os.lseek(handle, place, os.SEEK_SET)
    return os.read(handle, length)


_read_at = getattr(os, "pread", _read_by_seeking)
"""Bytes of a file at a place. Copies of the process have one place in common for what they read one
after the other."""


class _Nowhere:
    def get(self, place: int, length: int) -> bytes | None:
        return None


NOWHERE = Lying(_Nowhere(), 0)
"""Of bytes that are lost."""
