"""Texts that copies of the process make side by side, once there is all that they are made of.

A copy has what the process has: nothing is handed over to it, and only texts come back. It writes
nothing else and ends at any moment. What it does not make the process makes itself.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from typing import IO, TypeVar

from newslint.files.ask import number_asked
from newslint.model.records import NamedTuple

_Part = TypeVar("_Part")

WORTH = 600
"""Fewer articles than this are told about in one process."""

_SIZE = 8
"""Bytes in which the length of a text is written."""


def copies(articles: int, jobs: int | None) -> int:
    """How many copies are worth it: one is none. With other threads the process is not copied,
    since a copy has none of them, and elsewhere than on Linux libraries forbid it."""
    wanted = min(jobs or os.cpu_count() or 1, os.cpu_count() or 1)
    if articles < WORTH or sys.platform != "linux" or threading.active_count() > 1:
        return 1
    return wanted


def texts(parts: Sequence[_Part], make: Callable[[_Part], str], number: int) -> Iterator[str]:
    """What `make` makes of each part, in order, by as many copies.

    Raises what `make` raises: a part on which a copy ends is done once more, here.
    """
    begun: list[_Copy] = []
    try:
        with suppress(OSError):  # there may be no more processes, or no more open files
            for at in range(number):
                begun.append(_copy(parts[at::number], make, begun))
        for at, part in enumerate(parts):
            text = _read(begun[at % number]) if at % number < len(begun) else None
            yield make(part) if text is None else text
    finally:
        for one in begun:
            one.told.close()
            os.kill(one.process, signal.SIGKILL)
            os.waitpid(one.process, 0)


class _Copy(NamedTuple):
    """A copy of the process, and what it tells."""

    process: int
    told: IO[bytes]


def _copy(parts: Sequence[_Part], make: Callable[[_Part], str], others: Sequence[_Copy]) -> _Copy:
    read, write = os.pipe()
    try:
        process = os.fork()
    except OSError:
        os.close(read)
        os.close(write)
        raise
    if process:
        os.close(write)
        return _Copy(process, open(read, "rb"))
    try:  # Ctrl-C is the business of the process that waits
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        for end in (read, *(one.told.fileno() for one in others)):
            os.close(end)
        with open(write, "wb") as told:
            _tell(parts, make, told)
    finally:
        os._exit(0)


def _tell(parts: Sequence[_Part], make: Callable[[_Part], str], told: IO[bytes]) -> None:
    """Each text with its length. Nothing more once a file was looked at, of which the process would
    not know that the run rests on it."""
    asked = number_asked()
    for part in parts:
        data = make(part).encode("utf-8", "surrogatepass")
        if number_asked() != asked:
            return
        told.write(len(data).to_bytes(_SIZE, "big"))
        told.write(data)
        told.flush()


def _read(copy: _Copy) -> str | None:
    """The next text of a copy; None where it has ended."""
    with suppress(OSError):
        size = copy.told.read(_SIZE)
        length = int.from_bytes(size, "big")
        data = copy.told.read(length) if len(size) == _SIZE else b""
        if len(size) == _SIZE and len(data) == length:
            return data.decode("utf-8", "surrogatepass")
    return None
