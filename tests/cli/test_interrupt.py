"""Ctrl-C and signals in real processes: one line, exit code 130, no write after it, no orphans."""

from __future__ import annotations

import os
import random
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.command import TIMEOUT, environment, tree

pytestmark = [pytest.mark.slow, pytest.mark.skipif(os.name == "nt", reason="signals are POSIX's")]

TEXT = b"---\ntitle: A\nlink: https://valley.example/a?utm_source=rss\n---\nText.\n"
MANY = 1500
SAID = b"newslint: interrupted\n"

SLOW = """
import os, sys, time
from pathlib import Path
import newslint.files.read as source
real = source.file_bytes
def slowly(path, *more):
    Path({log!r}, str(os.getpid())).touch()
    time.sleep(0.02)
    return real(path, *more)
source.file_bytes = slowly
from newslint.__main__ import main
sys.argv[1:] = {arguments!r}
sys.exit(main())
"""
"""The command with files that take their time; each process leaves its number in a folder."""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    folder.mkdir()
    for number in range(MANY):
        (folder / f"a{number:04}.md").write_bytes(TEXT)
    (tmp_path / "log").mkdir()
    return folder


def _start(site: Path, *arguments: str) -> subprocess.Popen[bytes]:
    program = SLOW.format(log=str(site.parent / "log"), arguments=list(arguments))
    return subprocess.Popen(
        [sys.executable, "-c", program],
        cwd=site,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )


def _until(true: Callable[[], bool], within: float = TIMEOUT) -> None:
    end = time.monotonic() + within
    while not true():
        assert time.monotonic() < end, "it did not happen"
        time.sleep(0.01)


def _changed(site: Path) -> int:
    return sum(data != TEXT for data in tree(site).values())


def _workers(site: Path, parent: int) -> list[int]:
    return [int(path.name) for path in (site.parent / "log").iterdir() if int(path.name) != parent]


def _alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    status = Path(f"/proc/{process}/stat")
    return not (status.exists() and status.read_text().rpartition(")")[2].split()[0] == "Z")


LINES = [
    ("check", "."),
    ("check", ".", "--preset", "strict"),
    ("check", ".", "--output-format", "json", "--jobs", "1"),
    ("check", "--jobs", "2"),
    ("fix", "."),
    ("fix", "--preset", "strict"),
    ("fix", "--diff", "--select", "LNK004"),
    ("fix", "--jobs", "2"),
]


@pytest.mark.parametrize("arguments", LINES, ids=" ".join)
@pytest.mark.parametrize("group", [False, True], ids=["parent", "group"])
def test_ctrl_c(arguments: tuple[str, ...], group: bool, site: Path) -> None:
    running = _start(site, *arguments)
    log = site.parent / "log"
    writes = arguments[0] == "fix" and "--diff" not in arguments
    _until(lambda: _changed(site) > 0 if writes else any(log.iterdir()))
    (os.killpg if group else os.kill)(running.pid, signal.SIGINT)
    out, err = running.communicate(timeout=TIMEOUT)
    after = tree(site)
    assert (running.returncode, out, err) == (130, b"", SAID)
    assert not [name for name in after if not name.endswith(".md")]
    assert sum(data != TEXT for data in after.values()) < MANY
    assert not any(map(_alive, _workers(site, running.pid)))
    assert tree(site) == after


def test_ctrl_c_stops_workers_between_two_files(site: Path) -> None:
    running = _start(site, "fix", "--jobs", "2")
    _until(lambda: _changed(site) > 0)
    os.kill(running.pid, signal.SIGINT)
    _, err = running.communicate(timeout=TIMEOUT)
    assert err == SAID
    assert _changed(site) < 200  # less than the share of a single worker


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL, signal.SIGHUP])
@pytest.mark.parametrize("command", ["check", "fix"])
def test_no_worker_outlives_its_parent(number: signal.Signals, command: str, site: Path) -> None:
    running = _start(site, command, "--jobs", "2")
    _until(lambda: len(_workers(site, running.pid)) == 2)
    if command == "fix":
        _until(lambda: _changed(site) > 0)
    os.kill(running.pid, number)
    running.wait(TIMEOUT)
    workers = _workers(site, running.pid)
    _until(lambda: not any(map(_alive, workers)), within=1.0)
    after = tree(site)
    assert sum(data != TEXT for data in after.values()) < 200
    assert not [name for name in after if not name.endswith(".md")]
    running.communicate()


@pytest.mark.parametrize("command", ["check", "fix"])
def test_a_worker_that_is_killed(command: str, site: Path) -> None:
    running = _start(site, command, "--jobs", "2", "--exit-zero", "--output-format", "concise")
    _until(lambda: len(_workers(site, running.pid)) == 2)
    os.kill(_workers(site, running.pid)[0], signal.SIGKILL)
    out, err = running.communicate(timeout=TIMEOUT)
    assert running.returncode == 2
    assert err.startswith(b"newslint: a worker process died, ")
    assert re.search(rb"died, [0-9]+ files are not reported: (a[0-9]{4}\.md, ){2}", err)
    assert err.count(b"\n") == 1
    assert b"Traceback" not in out
    assert set(tree(site).values()) <= {TEXT, TEXT.replace(b"?utm_source=rss", b"")}


def test_ctrl_c_at_any_moment_of_the_start(tmp_path: Path) -> None:
    """From the first line of the program on: before it, Python itself is starting."""
    for number in range(3):
        (tmp_path / f"a{number}.md").write_bytes(TEXT)
    program = (
        "import sys; sys.stdout.write('.'); sys.stdout.flush()\n"
        "from newslint.__main__ import main\n"
        "sys.stdout.write('.'); sys.stdout.flush()\n"
        "sys.exit(main())\n"
    )
    chance = random.Random(8)
    codes = []
    for turn in range(24):
        more = ("--preset", "strict") if turn % 2 else ()
        running = subprocess.Popen(
            [sys.executable, "-c", program, "check", "--exit-zero", *more],
            cwd=tmp_path,
            env=environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        assert running.stdout is not None
        running.stdout.read(2)
        time.sleep(chance.uniform(0, 0.15))
        running.send_signal(signal.SIGINT)
        _, err = running.communicate(timeout=TIMEOUT)
        codes.append(running.returncode)
        said = SAID if running.returncode == 130 else b""
        ended = (0, 130, -signal.SIGINT)  # the last: all is done, and Python is taking itself down
        assert (running.returncode in ended, err) == (True, said), (turn, running.returncode)
    assert 130 in codes


SWALLOWED = """
import os, signal, sys, weakref
class Import:
    pass
def callback(_):
    os.kill(os.getpid(), signal.SIGINT)
    for _ in range(1000):
        pass
class Finder:
    def find_spec(self, name, *more):
        if name == {name!r}:
            there = Import()
            reference = weakref.ref(there, callback)
            del there
sys.meta_path.insert(0, Finder())
sys.argv[1:] = ["check", "--exit-zero"]
from newslint.__main__ import main
sys.exit(main())
"""
"""Ctrl-C in a callback, where Python prints the exception and goes on, while a module is imported.
"""


@pytest.mark.parametrize(
    "name", ["newslint.cli", "newslint.run", "newslint.rules.lnk004_link_tracking"]
)
def test_ctrl_c_where_python_swallows_it(name: str, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(TEXT)
    done = subprocess.run(
        [sys.executable, "-c", SWALLOWED.format(name=name)],
        cwd=tmp_path,
        env=environment(),
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (130, b"", SAID)
