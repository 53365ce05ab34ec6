"""One question to git: it runs no program that the repository names, and it has an end.

A repository is a stranger's, and so may its `.git` be, which came in an archive: filters, hooks, a
file-system monitor, and what a partial clone fetches with are programs that its config names. A
pipe or a device in the place of one of git's own files keeps git waiting or reading for ever.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from newslint.model.errors import NewslintError

if TYPE_CHECKING:
    import subprocess

SECONDS = 60.0
"""After these git is ended."""

MEMORY = 2 * 1024**3
"""Bytes that git may hold where the system knows such a limit; packs on the disk do not count."""

_NOTHING_RUNS = (
    "--no-pager",
    *("-c", "safe.bareRepository=explicit"),
    *("-c", "core.fsmonitor=false"),
    *("-c", f"core.hooksPath={os.devnull}"),
)
"""A bare repository may lie among committed files, with a config of its own; a git before 2.38 does
not know that setting."""

_NOTHING_IS_FETCHED = {
    "GIT_ALLOW_PROTOCOL": "none",  # a partial clone fetches what is missing, by a program
    "GIT_NO_LAZY_FETCH": "1",  # the same, from git 2.45 on
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_OPTIONAL_LOCKS": "0",  # a read-only question does not rewrite the index
}

_FILTER_KEYS = r"^filter\..*\.(clean|smudge|process|required)$"


def no_filters(folder: Path) -> tuple[str, ...]:
    """Options that switch off the filters of a repository: git runs them to compare a file.

    A file that a filter would change counts as changed once it was touched. Raises NewslintError
    for a filter whose name cannot be written in an option.
    """
    asked = run(folder, ("config", "-z", "--name-only", "--get-regexp", _FILTER_KEYS))
    keys = {os.fsdecode(key) for key in asked.stdout.split(b"\0") if key}
    names = sorted({key.rpartition(".")[0] for key in keys})
    return tuple(_off(names))


def _off(filters: Iterable[str]) -> Iterator[str]:
    for name in filters:
        if "=" in name:
            raise NewslintError(
                f"--changed: git's config has a filter with `=` in its name: {name}"
            )
        for setting in ("clean=", "smudge=", "process=", "required=false"):
            yield from ("-c", f"{name}.{setting}")


def run(
    folder: Path,
    arguments: Iterable[str],
    *,
    options: Iterable[str] = (),
    index: str | None = None,
    seconds: float | None = None,
) -> subprocess.CompletedProcess[bytes]:
    """What git says in a folder. `options` stand before the command, `index` is a file to use as
    the index, `seconds` is how long it may take.

    Raises NewslintError when git cannot be run, and when it gives no answer in time.
    """
    import subprocess  # most runs ask git nothing

    environment = {**os.environ, **_NOTHING_IS_FETCHED}
    if index is not None:
        environment["GIT_INDEX_FILE"] = index
    command = ["git", *_NOTHING_RUNS, *options, "-C", os.fspath(folder), *arguments]
    try:
        process = subprocess.Popen(
            command,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
        )
    except FileNotFoundError:
        raise NewslintError("--changed requires git, which was not found") from None
    except OSError as error:
        raise NewslintError(f"--changed: git cannot be run: {error.strerror}") from None
    return _answer(process, command, folder, SECONDS if seconds is None else seconds)


def _answer(
    process: subprocess.Popen[bytes], command: list[str], folder: Path, seconds: float
) -> subprocess.CompletedProcess[bytes]:
    import subprocess

    with process:
        try:
            _limit(process.pid)
            out, err = process.communicate(timeout=seconds)
        except subprocess.TimeoutExpired:
            _end(process)
            raise NewslintError(
                f"--changed: git in {folder}: no answer in {seconds:.0f} s"
            ) from None
        except BaseException:  # Ctrl-C does not reach a session of its own
            _end(process)
            raise
    return subprocess.CompletedProcess(command, process.returncode, out, err)


def _limit(process: int) -> None:
    with suppress(ImportError, AttributeError, OSError, ValueError):
        import resource

        resource.prlimit(process, resource.RLIMIT_DATA, (MEMORY, MEMORY))


def _end(process: subprocess.Popen[bytes]) -> None:
    """End git and what it has started."""
    if hasattr(os, "killpg"):
        with suppress(OSError):
            os.killpg(process.pid, signal.SIGKILL)
    process.kill()
