"""Ctrl-C before there is anything to lose: one line, and the process ends on the spot.

While modules are imported KeyboardInterrupt may be raised in a callback where Python prints and
swallows it, so that the run goes on as if nobody had pressed a key.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

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


@contextmanager
def held_back() -> Iterator[None]:
    """Ctrl-C meanwhile raises KeyboardInterrupt at the end, unless the caller has a handler."""
    pressed: list[object] = []
    if not _hears(lambda *_: pressed.append(None)):
        yield
        return
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    if pressed:
        raise KeyboardInterrupt


def _hears(listener: Callable[..., None]) -> bool:
    """Let a listener have Ctrl-C; False where the caller has a handler, or in another thread."""
    if signal.getsignal(signal.SIGINT) is not signal.default_int_handler:
        return False
    try:
        signal.signal(signal.SIGINT, listener)
    except ValueError:  # only the main thread may say so
        return False
    return True


def _leave(*_: object) -> None:
    with suppress(OSError):
        os.write(2, LINE.encode())
    os._exit(INTERRUPTED)
