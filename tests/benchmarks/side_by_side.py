"""Commands that are timed in turns, so that a busy machine slows all of them."""

from __future__ import annotations

import statistics
import subprocess
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple, Protocol

from tests.benchmarks.memory import peak
from tests.support.command import environment


class Once(NamedTuple):
    """What one run took; no memory was looked at where it is 0."""

    seconds: float
    memory: int = 0


class Taken(NamedTuple):
    """What one side took: the median of its seconds, and the most bytes that were seen."""

    name: str
    seconds: float
    memory: int


class Side(Protocol):
    """What is timed."""

    @property
    def name(self) -> str:
        """What a reader calls it."""

    def run(self, *, watched: bool) -> Once:
        """Run it once. Looking at its memory takes time of its own."""


def _nothing() -> None:
    pass


class Program(NamedTuple):
    """A command that is run in a folder, its output written to a file.

    `before` and `after` are called around each run and not timed. Exit codes other than those that
    are accepted raise RuntimeError.
    """

    name: str
    command: Sequence[str]
    folder: Path
    output: Path
    before: Callable[[], object] = _nothing
    after: Callable[[], object] = _nothing
    accepted: tuple[int, ...] = (0,)

    def run(self, *, watched: bool) -> Once:
        """Run the command once."""
        self.before()
        self.output.unlink(missing_ok=True)
        complaints = self.output.with_suffix(".err")
        with self.output.open("wb") as out, complaints.open("wb") as err:
            start = time.perf_counter()
            process = subprocess.Popen(
                self.command, cwd=self.folder, env=variables(), stdout=out, stderr=err
            )
            memory = peak(process) if watched else 0
            code = process.wait()
            seconds = time.perf_counter() - start
        if code not in self.accepted:
            raise RuntimeError(f"{self.name}: exit code {code}: {complaints.read_text()}")
        self.after()
        return Once(seconds, memory)


class BareWrite(NamedTuple):
    """Writing the bytes of a file that is there by then to another one, from memory."""

    name: str
    source: Path
    target: Path

    def run(self, *, watched: bool) -> Once:
        """Write it once; its memory is not looked at."""
        data = self.source.read_bytes()
        self.target.unlink(missing_ok=True)
        start = time.perf_counter()
        with self.target.open("wb", buffering=0) as file:
            file.write(data)
        return Once(time.perf_counter() - start)


def variables() -> dict[str, str]:
    """The environment of a run: byte code is kept, as on any user's machine."""
    return {k: v for k, v in environment().items() if k != "PYTHONDONTWRITEBYTECODE"}


def in_turns(sides: Sequence[Side], runs: int) -> list[Taken]:
    """What each took: one run in which its memory is looked at, then those that are timed."""
    memory = [side.run(watched=True).memory for side in sides]
    rounds = [[side.run(watched=False).seconds for side in sides] for _ in range(runs)]
    medians = map(statistics.median, zip(*rounds, strict=True))
    return [Taken(side.name, *both) for side, *both in zip(sides, medians, memory, strict=True)]
