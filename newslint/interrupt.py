"""Ctrl-C before there is anything to lose: one line, and the process ends on the spot.

While modules are imported KeyboardInterrupt may be raised in a callback where Python prints and
swallows it, so that the run goes on as if nobody had pressed a key.
"""

from __future__ import annotations

import os
import signal
from contextlib import suppress

INTERRUPTED = 130
"""The exit code of a run that was interrupted, as shells have it."""

LINE = "newslint: interrupted\n"


def leave_at_once() -> None:
    """From here on Ctrl-C ends the process, unless the caller has a handler of its own."""
    with suppress(ValueError):  # only the main thread may say so
        if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
            signal.signal(signal.SIGINT, _leave)


def raise_again() -> None:
    """From here on Ctrl-C raises KeyboardInterrupt again."""
    if signal.getsignal(signal.SIGINT) is _leave:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def _leave(*_: object) -> None:
    with suppress(OSError):
        os.write(2, LINE.encode())
    os._exit(INTERRUPTED)
