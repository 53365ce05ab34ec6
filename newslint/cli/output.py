"""Writing to the terminal: the only place that does."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

from newslint.errors import NewslintError


def emit(text: str) -> None:
    """Write to standard output. A reader that has closed the pipe is no error."""
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        # what is still buffered must not raise once more when Python ends
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def emit_bytes(data: bytes) -> None:
    """Write a file's very bytes to standard output."""
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


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


def tolerate_any_text() -> None:
    """File names that are no UTF-8, or a terminal that is none, must not end the run."""
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
