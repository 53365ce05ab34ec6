"""Completion in the shells themselves: what stands on the line after Tab."""

from __future__ import annotations

import os
import select
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.support.command import environment

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminal"),
]

START = {
    "bash": ("bash", "--norc", "--noprofile", "-i"),
    "zsh": ("zsh", "-f", "-i"),
    "fish": ("fish", "--no-config", "-i"),
}
BEFORE = {"bash": "", "zsh": "autoload -U compinit; compinit -u -D", "fish": ""}
SECONDS = 60.0


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a program of the name, which says what it was called with."""
    program = tmp_path / "bin" / "newslint"
    program.parent.mkdir()
    program.write_text(
        f'#!/bin/sh\n[ -n "$_NEWSLINT_COMPLETE" ] && exec {sys.executable} -m newslint "$@"\n'
        'printf "RAN<%s>\\n" "$*"\n'
    )
    program.chmod(0o755)
    return tmp_path


def script(folder: Path, shell: str) -> str:
    """What `--show-completion` prints in that shell."""
    done = subprocess.run(
        [folder / "bin" / "newslint"],
        env=environment() | {"_NEWSLINT_COMPLETE": f"source_{shell}"},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


class Terminal:
    """A shell on a terminal."""

    def __init__(self, folder: Path, shell: str) -> None:
        import pty

        self.seen = ""
        pid, self.end = pty.fork()
        if not pid:
            os.chdir(folder)
            path = f"{folder / 'bin'}:{os.environ['PATH']}"
            more = {"PATH": path, "TERM": "dumb", "HOME": str(folder), "PS1": "$ "}
            os.execvpe(START[shell][0], START[shell], environment() | more)
        self.pid = pid

    def type(self, text: str) -> None:
        os.write(self.end, text.encode())

    def wait(self, text: str) -> bool:
        """Whether the text is seen in time."""
        until = time.monotonic() + SECONDS
        while text not in self.seen and time.monotonic() < until:
            ready, _, _ = select.select([self.end], [], [], 0.2)
            try:
                self.seen += os.read(self.end, 65536).decode(errors="replace") if ready else ""
            except OSError:  # the shell has ended
                break
        return text in self.seen

    def close(self) -> None:
        os.close(self.end)
        os.waitpid(self.pid, 0)


@pytest.mark.parametrize(
    ("typed", "ran"),
    [
        ("check --output-format githu", "check --output-format github"),
        ("fix --preset str", "fix --preset strict"),
        ("basel", "baseline"),
        ("check --exit-ze", "check --exit-zero"),
    ],
)
@pytest.mark.parametrize("shell", sorted(START))
def test_tab_completes(folder: Path, shell: str, typed: str, ran: str) -> None:
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed")
    (folder / "complete").write_text(script(folder, shell))
    terminal = Terminal(folder, shell)
    try:
        for line in (BEFORE[shell], "source ./complete", "echo rea''dy"):
            terminal.type(f"{line}\n" if line else "")
        assert terminal.wait("ready"), terminal.seen
        terminal.type(f"newslint {typed}\t")
        time.sleep(2.5)  # a shell throws away what is typed while it completes
        terminal.type("\n")
        assert terminal.wait("RAN<"), terminal.seen
        assert terminal.wait(f"RAN<{ran}"), terminal.seen
    finally:
        terminal.close()
