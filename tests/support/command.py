"""newslint as a user runs it: the command in a process of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.support.fork_server import Run
from tests.support.forked import forked, possible

ROOT = Path(__file__).parents[2]
"""The checkout."""

CORPORA = ROOT.parent / "shared" / "corpora"
"""Real front matter to test on, where it is there."""

TIMEOUT = 120.0
"""Seconds after which a run counts as hanging: no run of these tests takes a tenth of it."""

_DECIDES_THE_LOOK = ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "TERM")


@dataclass(frozen=True, slots=True)
class Done:
    """What a run left: exit code, and both streams as text."""

    code: int
    out: str
    err: str


def newslint(
    *arguments: str | bytes | Path, folder: Path, stdin: bytes = b"", timeout: float = TIMEOUT
) -> Done:
    """Run newslint's command line in a folder, without a terminal, in a process of its own.

    The process is a copy of one that has imported newslint, where that makes no difference.
    Raises subprocess.TimeoutExpired for a run that hangs.
    """
    if not possible(variables := environment()):
        return started(*arguments, folder=folder, stdin=stdin, timeout=timeout)
    run = Run([os.fsdecode(one) for one in arguments], str(folder.absolute()), variables)
    code, out, err = forked(run, stdin, timeout)
    return Done(code, _text(out), _text(err))


def started(
    *arguments: str | bytes | Path, folder: Path, stdin: bytes = b"", timeout: float = TIMEOUT
) -> Done:
    """Run `python -m newslint` in a folder, without a terminal, from its very start.

    Raises subprocess.TimeoutExpired for a run that hangs.
    """
    done = subprocess.run(
        [sys.executable, "-m", "newslint", *arguments],
        cwd=folder,
        input=stdin,
        capture_output=True,
        timeout=timeout,
        check=False,
        env=environment(),
    )
    return Done(done.returncode, _text(done.stdout), _text(done.stderr))


def environment() -> dict[str, str]:
    """That of this process, without what decides how a report looks."""
    return {name: text for name, text in os.environ.items() if name not in _DECIDES_THE_LOOK}


def copy(source: Path, target: Path) -> Path:
    """A copy of a folder that may be written, whatever the original's modes are."""
    shutil.copytree(source, target, copy_function=shutil.copyfile)
    for path in (target, *target.rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)
    return target


def tree(folder: Path) -> dict[str, bytes]:
    """Every regular file below a folder: its path there -> its bytes."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.is_symlink()
    }


def _text(data: bytes) -> str:
    return data.decode("utf-8", "backslashreplace").replace("\r\n", "\n")
