"""Writing to the terminal: the only place that does."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable, Container, Iterable, Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from pathlib import Path
from typing import TextIO

from newslint.files.names import EXTENSIONS, suffix
from newslint.model.errors import NewslintError
from newslint.report.summary import harmless, no_commands, printable

_PLAIN = {"…": "~", "×": "x", "·": ".", "✖": "x", "▲": "!", "●": "i", "✔": "+"}
"""What the reports draw with, as one character each that every terminal has."""


_OBEYED = frozenset(("GITHUB_ACTIONS", "TF_BUILD", "TEAMCITY_VERSION"))
"""What CI services set whose runners obey commands in a log."""


Listener = Callable[[int, bytes], None]
"""Is told what goes to standard output (0) or standard error (1), as bytes."""

_LISTENER: ContextVar[Listener | None] = ContextVar("_LISTENER", default=None)


@contextmanager
def heard(listener: Listener) -> Iterator[None]:
    """Tell a listener meanwhile of all that is printed."""
    before = _LISTENER.set(listener)
    try:
        yield
    finally:
        _LISTENER.reset(before)


def _tell(text: str, stream: TextIO) -> None:
    if (listener := _LISTENER.get()) is not None:
        data = text.encode(stream.encoding or "utf-8", stream.errors or "backslashreplace")
        listener(int(stream is sys.stderr), data)


def for_log(patch: str) -> str:
    """A patch that goes to standard output, so that no line of an article is a command there.

    It stays a patch: what stands before and after one is no part of it. GitHub's runner is told to
    obey nothing meanwhile; other services know no such word, and their commands are escaped.
    """
    with suppress(OSError, ValueError):  # a stream that is no file of the system
        if stat.S_ISREG(os.fstat(sys.stdout.fileno()).st_mode):
            return patch
    if os.environ.get("GITHUB_ACTIONS") and ("::" in patch or "##" in patch):
        word = os.urandom(16).hex()
        return f"::stop-commands::{word}\n{patch}::{word}::\n"
    return no_commands(patch) if any(map(os.environ.get, _OBEYED)) else patch


def emit(text: str, *, exact: bool = False, errors: bool = False, styled: bool = False) -> None:
    """Write to standard output, or with `errors` to standard error.

    `exact` is for data: UTF-8 without a change whatever the locale says. The rest is for people: on
    a terminal that has less than it needs in plain characters, and no text of an article drives it
    or the log of a CI service. `styled`: it has the colors and links of newslint's own, as it has
    wherever `color` says so. A reader that has closed the pipe is no error. Raises NewslintError
    for a full disk.
    """
    stream = sys.stderr if errors else sys.stdout
    if exact:
        emit_bytes(text.encode("utf-8", "backslashreplace"), errors=errors)
        return
    with _pipe_may_close(stream):
        worded = _worded(text, stream, styled=styled)
        _tell(worded, stream)
        stream.write(worded)
        stream.flush()


def emit_bytes(data: bytes, *, errors: bool = False) -> None:
    """Write these very bytes; else as `emit`."""
    stream = sys.stderr if errors else sys.stdout
    if (listener := _LISTENER.get()) is not None:
        listener(int(errors), data)
    with _pipe_may_close(stream):
        stream.flush()
        stream.buffer.write(data)
        stream.buffer.flush()


def _worded(text: str, stream: TextIO, *, styled: bool) -> str:
    text = harmless(text, styled=styled or color())
    if any(map(os.environ.get, _OBEYED)):
        text = no_commands(text)
    for char, plain in _PLAIN.items():
        if char in text and not _has(stream, char):
            text = text.replace(char, plain)
    return text


def _has(stream: TextIO, char: str) -> bool:
    try:
        char.encode(stream.encoding or "utf-8")
    except UnicodeEncodeError:
        return False
    return True


@contextmanager
def _pipe_may_close(stream: TextIO) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        # what is still buffered must not raise once more when Python ends
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
        if not isinstance(error, BrokenPipeError):
            raise NewslintError(f"standard output cannot be written: {error.strerror}") from None


def notice(text: str) -> None:
    """Write one line to standard error, whatever names and keys it quotes."""
    line = _worded(f"newslint: {printable(text)}", sys.stderr, styled=False)
    _tell(f"{line}\n", sys.stderr)
    print(line, file=sys.stderr)


def refuse_article(path: Path, also: Container[str] = ()) -> None:
    """Raise NewslintError for an `--output-file` that is there and that no report may replace.

    That is an article by its name (`also` are suffixes besides the usual ones), a symbolic link,
    and what lies after one that leads out: where a link leads is the word of whoever made it.
    """
    if path.is_symlink() and not _is_stream(path):
        raise NewslintError(f"--output-file {path}: is a symbolic link; name the file itself")
    if _leads_out(path):
        raise NewslintError(
            f"--output-file {path}: a symbolic link in its path leads out of the current folder"
        )
    end = suffix(path.name)
    if (end in EXTENSIONS or end in also) and os.path.lexists(path):
        raise NewslintError(
            f"--output-file {path}: an article of that name exists; choose another name"
        )


def _leads_out(path: Path) -> bool:
    """True for a path that seems to lie below the current folder, and does not."""
    here, folder = os.getcwd(), os.path.dirname(os.path.abspath(path))  # noqa: PTH100, PTH109, PTH120
    real = os.path.realpath(here)
    seems = Path(folder).is_relative_to(here)
    return seems and not Path(os.path.realpath(folder)).is_relative_to(real)


def notices(text: str) -> None:
    """Write each line of a text to standard error."""
    for line in text.splitlines():
        notice(line)


def save(text: Iterable[str], path: Path) -> None:
    """Write a report, whose pieces are made as they are written, to a file: whole, or not at all.

    A terminal, `/dev/null` and a pipe that somebody reads are written to as they are. Raises
    NewslintError where it cannot be written.
    """
    refuse_article(path)
    data = (piece.encode("utf-8", "backslashreplace") for piece in text)
    try:
        mode = path.stat().st_mode if path.exists() else None
        if _is_stream(path) or (mode and (stat.S_ISCHR(mode) or stat.S_ISFIFO(mode))):
            _pour(data, path)
        elif mode is None or (stat.S_ISREG(mode) and os.access(path, os.W_OK)):
            from newslint.files.put import replace_file

            replace_file(path, data, mode)
        else:
            raise NewslintError(f"--output-file {path}: not a regular file that can be written")
    except OSError as error:
        raise NewslintError(f"--output-file {path}: {error.strerror}") from None


def _is_stream(path: Path) -> bool:
    """True for `/dev/stdout` and the like: links that the system itself made."""
    return path.is_absolute() and path.parts[1:2] == ("dev",)


def _pour(data: Iterable[bytes], path: Path) -> None:
    """Write to what is no file on a disk; a pipe that nobody reads is an error, not a wait."""
    handle = os.open(path, os.O_WRONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0))
    with open(handle, "wb") as file:
        if hasattr(os, "set_blocking"):
            os.set_blocking(handle, True)
        for piece in data:
            file.write(piece)


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
    given = os.environ.get("COLUMNS", "")
    if given.isascii() and given.isdecimal() and int(given):
        return int(given)
    try:
        return os.get_terminal_size(sys.__stdout__.fileno()).columns or 80  # type: ignore[union-attr]
    except (AttributeError, ValueError, OSError):
        return 80


def color(when: str = "auto") -> bool:
    """What `--color` says; of "auto" True on a terminal, unless NO_COLOR is set, and always with
    FORCE_COLOR."""
    if when != "auto":
        return when == "always"
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
