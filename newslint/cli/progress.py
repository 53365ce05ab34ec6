"""A progress bar on standard error, on a terminal, for runs that are longer than a second."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

PATIENCE = 1.0
"""Seconds before the bar shows."""


@contextmanager
def progress(total: int) -> Iterator[Callable[[int], None]]:
    """Give a function that is told how many of `total` files are done."""
    if not sys.stderr.isatty() or total < 2:
        yield lambda _: None
        return
    bar = _Bar(total)
    try:
        yield bar.done
    finally:
        bar.close()


class _Bar:
    def __init__(self, total: int) -> None:
        self.total = total
        self.start = time.monotonic()
        self.shown: object = None

    def done(self, count: int) -> None:
        """Show the bar once the run has lasted PATIENCE, then keep it up to date."""
        if self.shown is None:
            if time.monotonic() - self.start < PATIENCE:
                return
            self._open()
        self.bar.update(self.task, completed=count)

    def _open(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

        columns = (TextColumn("checking"), BarColumn(), MofNCompleteColumn(), TextColumn("files"))
        self.bar = Progress(*columns, console=Console(stderr=True), transient=True)
        self.task = self.bar.add_task("", total=self.total)
        self.bar.start()
        self.shown = True

    def close(self) -> None:
        if self.shown is not None:
            self.bar.stop()
