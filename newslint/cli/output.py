"""Writing to the terminal: the only place that does."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from newslint.errors import NewslintError


def emit(text: str) -> None:
    """Write to standard output. A reader that has closed the pipe is no error.

    Raises NewslintError for a full disk.
    """
    with _pipe_may_close():
        sys.stdout.write(text)
        sys.stdout.flush()


def emit_bytes(data: bytes) -> None:
    """Write a file's very bytes to standard output; else as `emit`."""
    with _pipe_may_close():
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()


@contextmanager
def _pipe_may_close() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        # what is still buffered must not raise once more when Python ends
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if not isinstance(error, BrokenPipeError):
            raise NewslintError(f"standard output cannot be written: {error.strerror}") from None


def notice(text: str) -> None:
    """Write one line to standard error."""
    print(f"newslint: {text}", file=sys.stderr)


def save(text: str, path: Path) -> None:
    """Write a report to a file. Raises NewslintError when that is not possible."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", errors="backslashreplace", newline="")
    except OSError as error:
        raise NewslintError(f"--output-file {path}: {error.strerror}") from None


def prepare_streams() -> None:
    """File names that are no UTF-8, a terminal that is none, a stream that was closed before the
    start: none of them must end the run."""
    for name in ("stdin", "stdout", "stderr"):
        if getattr(sys, name) is None:
            mode = "r" if name == "stdin" else "w"
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(errors="backslashreplace")


def width() -> int:
    """Columns of the terminal; 80 where there is none."""
    return shutil.get_terminal_size((80, 24)).columns


def color() -> bool:
    """True on a terminal, unless NO_COLOR is set; always with FORCE_COLOR."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def emit_markdown(text: str) -> None:
    """Write Markdown: laid out on a terminal, as it is elsewhere."""
    if not sys.stdout.isatty():
        emit(text)
        return
    from rich.console import Console
    from rich.markdown import Markdown

    console = Console(width=width(), no_color=not color())
    with console.capture() as captured:
        console.print(Markdown(text))
    emit(captured.get())
