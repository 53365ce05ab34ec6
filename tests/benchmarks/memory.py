"""The memory of a process and of all that it has started, as a sum over all of them.

Memory that processes share is counted once where the system tells it (PSS in Linux's `/proc`);
elsewhere the sum of what each has in memory (RSS) counts it again for each of them.
"""

from __future__ import annotations

import re
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

PROC = Path("/proc")
PAUSE = 0.005
"""Seconds between two looks."""

_PSS = re.compile(rb"^Pss:\s+(\d+) kB", re.MULTILINE)


def peak(process: subprocess.Popen[bytes]) -> int:
    """The most bytes that were seen until the process ended; it is waited for."""
    most = 0
    while process.poll() is None:
        most = max(most, in_use(process.pid))
        time.sleep(PAUSE)
    return most


def in_use(pid: int) -> int:
    """Bytes that a process and all below it have in memory now."""
    own = PROC / str(pid)
    if (own / "smaps_rollup").is_file() and (own / "task" / str(pid) / "children").is_file():
        return sum(map(_pss, _below(pid)))
    return _resident(pid)


def _below(pid: int) -> Iterator[int]:
    """A process and those that its threads have started, and theirs."""
    yield pid
    for listed in PROC.glob(f"{pid}/task/*/children"):
        for child in _read(listed).split():
            yield from _below(int(child))


def _pss(pid: int) -> int:
    found = _PSS.search(_read(PROC / str(pid) / "smaps_rollup"))
    return int(found[1]) * 1024 if found else 0


def _read(path: Path) -> bytes:
    """What a file of `/proc` says; nothing when its process has ended."""
    try:
        return path.read_bytes()
    except OSError:
        return b""


def _resident(pid: int) -> int:
    """The sum by `ps`, which every Unix has."""
    command = ["ps", "-A", "-o", "pid=", "-o", "ppid=", "-o", "rss="]
    listed = subprocess.run(command, capture_output=True, check=True).stdout.split()
    rows = [tuple(map(int, listed[index : index + 3])) for index in range(0, len(listed), 3)]
    tree = {pid}
    while more := {one for one, parent, _ in rows if parent in tree} - tree:
        tree |= more
    return sum(kilobytes for one, _, kilobytes in rows if one in tree) * 1024
