"""Many kills of `fix`, and many saves by an editor meanwhile: nothing torn, lost or left."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from newslint.files.write import LEFT_AFTER
from tests.support.command import TIMEOUT, environment, started

pytestmark = [
    pytest.mark.slow,
    pytest.mark.nightly,
    pytest.mark.skipif(os.name == "nt", reason="signals are POSIX's"),
]

ARTICLE = b"---\ntitle: A\nlink: https://example.org/a?utm_source=rss\n---\nText.\n"
FIXED = b"---\ntitle: A\nlink: https://example.org/a\n---\nText.\n"

KILLS = 300
FILES = 150
SAVES = 1_000
IN_A_RUN = 100
"""Files, and saves of each, in one run of the editor against `fix`."""


@contextmanager
def _fixing(folder: Path, jobs: int) -> Iterator[subprocess.Popen[bytes]]:
    running = subprocess.Popen(
        [sys.executable, "-m", "newslint", "fix", "--jobs", str(jobs), "."],
        cwd=folder,
        env=environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        yield running
    finally:
        running.wait(TIMEOUT)


def _until_written(path: Path, running: subprocess.Popen[bytes]) -> None:
    while running.poll() is None and path.read_bytes() == ARTICLE:
        time.sleep(0.001)


def _settled(folder: Path) -> list[bytes]:
    """All articles, once no worker that lost its parent writes any more (within a second)."""
    time.sleep(0.1)
    return [(folder / f"{number}.md").read_bytes() for number in range(FILES)]


def test_kills(tmp_path: Path) -> None:
    chance = random.Random(11)
    in_the_middle = 0
    for kill in range(KILLS):
        for number in range(FILES):
            (tmp_path / f"{number}.md").write_bytes(ARTICLE)
        with _fixing(tmp_path, 1 + kill % 2) as running:
            _until_written(tmp_path / f"{chance.randrange(FILES)}.md", running)
            time.sleep(chance.uniform(0, 0.005))
            running.send_signal(signal.SIGKILL)
        found = _settled(tmp_path)
        assert set(found) <= {ARTICLE, FIXED}, kill
        in_the_middle += 0 < found.count(FIXED) < FILES
    assert in_the_middle > KILLS // 2
    left = list(tmp_path.glob(".newslint-*"))
    for path in left:
        then = time.time() - LEFT_AFTER - 60
        os.utime(path, (then, then))
    (tmp_path / "0.md").write_bytes(ARTICLE)
    assert started("fix", "--no-site", ".", folder=tmp_path).code == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(
        f"{number}.md" for number in range(FILES)
    )
    assert set(_settled(tmp_path)) == {FIXED}


def _save(path: Path, data: bytes, *, rename: bool) -> None:
    if not rename:
        path.write_bytes(data)
        return
    other = path.with_suffix(".part")
    other.write_bytes(data)
    other.replace(path)


@pytest.mark.parametrize("rename", [True, False], ids=["rename", "in-place"])
def test_saves(tmp_path: Path, rename: bool) -> None:
    """The editor saves what it has, right ahead of `fix`; what it saved is there in the end."""
    saves = 0
    while saves < SAVES // 2:
        for number in range(IN_A_RUN):
            (tmp_path / f"{number:03}.md").write_bytes(ARTICLE)
        with _fixing(tmp_path, 1) as running:
            for number in range(IN_A_RUN):
                if number >= 3:  # `fix` is about to come to this one
                    _until_written(tmp_path / f"{number - 3:03}.md", running)
                mine = ARTICLE.replace(b"Text.", b"Mine %d." % number)
                _save(tmp_path / f"{number:03}.md", mine, rename=rename)
                saves += 1
        for number in range(IN_A_RUN):
            found = (tmp_path / f"{number:03}.md").read_bytes()
            assert found.endswith(b"Mine %d.\n" % number), number
    assert not list(tmp_path.glob(".newslint-*"))
