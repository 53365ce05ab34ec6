"""What copies of the process make side by side, once there is all that it is made of.

A copy has what the process has: nothing is handed over to it, and only bytes come back. It writes
nothing else and ends at any moment. What it does not make the process makes itself.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from typing import IO, TypeVar

from newslint.files.ask import number_asked
from newslint.model.records import NamedTuple

_Part = TypeVar("_Part")

WORTH = 600
"""Of fewer articles than this all is made in one process."""

ENOUGH = 300
"""Articles for which a copy more is worth it."""

MOST = 8
"""Copies: each takes some memory of its own."""

TOGETHER = 100
"""Articles of which it is made at a time."""

_SIZE = 8
"""Bytes in which a length is written."""


def copies(articles: int, jobs: int | None) -> int:
    """How many copies are worth it: one is none. With other threads the process is not copied,
    since a copy has none of them, and elsewhere than on Linux libraries forbid it."""
    if articles < WORTH or sys.platform != "linux":
        return 1
    import threading  # most runs have few articles

    processors = os.cpu_count() or 1
    wanted = min(jobs or processors, processors, articles // ENOUGH, MOST)
    return 1 if threading.active_count() > 1 else wanted


def ranges(number: int) -> list[range]:
    """The indices of so many articles, in parts."""
    starts = range(0, number, TOGETHER)
    return [range(start, min(start + TOGETHER, number)) for start in starts]


def texts(parts: Sequence[_Part], make: Callable[[_Part], str], number: int) -> Iterator[str]:
    """The text that `make` makes of each part, in order, by as many copies. Raises what `make`
    raises."""
    for made, part in zip(each(parts, lambda p: _encoded(make(p)), number), parts, strict=True):
        yield make(part) if made is None else made.decode("utf-8", "surrogatepass")


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def each(
    parts: Sequence[_Part], make: Callable[[_Part], bytes], number: int
) -> Iterator[bytes | None]:
    """What `make` makes of each part, in order, by as many copies; None of a part on which a copy
    has ended, and of those after it, as where it raises: they are to be done here."""
    begun: list[_Copy] = []
    try:
        with suppress(OSError):  # there may be no more processes, or no more open files
            for at in range(number):
                begun.append(_copy(parts[at::number], make, begun))
        for at in range(len(parts)):
            yield _read(begun[at % number]) if at % number < len(begun) else None
    finally:
        for one in begun:
            _end(one)


class _Copy(NamedTuple):
    """A copy of the process, and what it tells."""

    process: int
    told: IO[bytes]


def _copy(parts: Sequence[_Part], make: Callable[[_Part], bytes], others: Sequence[_Copy]) -> _Copy:
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


def _end(copy: _Copy) -> None:
    copy.told.close()
    with suppress(ChildProcessError):  # SIGCHLD may be ignored: then none waits to be waited for
        if os.waitpid(copy.process, os.WNOHANG) == (0, 0):
            os.kill(copy.process, signal.SIGKILL)
            os.waitpid(copy.process, 0)


def _tell(parts: Sequence[_Part], make: Callable[[_Part], bytes], told: IO[bytes]) -> None:
    """What is made of each part, with its length. Nothing more once a file was looked at, of which
    the process would not know that the run rests on it."""
    asked = number_asked()
    for part in parts:
        data = make(part)
        if number_asked() != asked:
            return
        told.write(len(data).to_bytes(_SIZE, "big"))
        told.write(data)
        told.flush()


def _read(copy: _Copy) -> bytes | None:
    """The next that a copy tells; None where it has ended."""
    with suppress(OSError):
        size = copy.told.read(_SIZE)
        length = int.from_bytes(size, "big")
        data = copy.told.read(length) if len(size) == _SIZE else b""
        if len(size) == _SIZE and len(data) == length:
            return data
    return None
