"""What a run that was killed leaves in a folder: the next one of the same user removes it."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from newslint.files import write as write_module
from newslint.files.write import LEFT_AFTER, OWNER, real_roots, write
from tests.support.command import ROOT, TIMEOUT, environment, started, tree

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(os.name == "nt", reason="needs POSIX files"),
]

ARTICLE = b"---\ntitle: A\nlink: https://example.org/a?utm_source=rss\n---\nText.\n"
FIXED = b"---\ntitle: A\nlink: https://example.org/a\n---\nText.\n"

LEFT = ".newslint-0123456789abcdef.tmp"
OTHERS = (
    ".newslint-0123456789abcde.tmp",
    ".newslint-0123456789abcdef.tmp2",
    ".newslint-0123456789ABCDEF.tmp",
    "x.newslint-0123456789abcdef.tmp",
    ".newslint-notes.tmp",
    "newslint-0123456789abcdef.tmp",
)


def _old(path: Path, data: bytes = b"---\n") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    _age(path)
    return path


def _age(path: Path) -> None:
    then = time.time() - LEFT_AFTER - 60
    os.utime(path, (then, then), follow_symlinks=False)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "a.md").write_bytes(ARTICLE)
    return tmp_path


def test_what_is_left_goes(site: Path) -> None:
    _old(site / LEFT)
    assert started("fix", ".", folder=site).code == 0
    assert tree(site) == {"a.md": FIXED}


def test_what_another_run_is_writing_stays(site: Path) -> None:
    (site / LEFT).write_bytes(b"---\n")
    later = time.time() + 3600
    (site / LEFT.replace("0", "1")).write_bytes(b"---\n")
    os.utime(site / LEFT.replace("0", "1"), (later, later))
    assert started("fix", ".", folder=site).code == 0
    assert sorted(tree(site)) == sorted([LEFT, LEFT.replace("0", "1"), "a.md"])


@pytest.mark.parametrize("name", OTHERS)
def test_other_names_stay(site: Path, name: str) -> None:
    _old(site / name)
    assert started("fix", ".", folder=site).code == 0
    assert name in tree(site)


def test_what_is_no_file_stays(site: Path) -> None:
    (site / "victim").write_bytes(b"x")
    (site / LEFT).symlink_to("victim")
    (site / LEFT.replace("0", "1")).mkdir()
    os.mkfifo(site / LEFT.replace("0", "2"))
    for name in (LEFT, LEFT.replace("0", "1"), LEFT.replace("0", "2")):
        _age(site / name)
    assert started("fix", ".", folder=site).code == 0
    assert len(list(site.iterdir())) == 5


def test_only_where_it_writes(site: Path) -> None:
    """Neither `check`, nor a `fix` with nothing to do, nor another folder."""
    (site / "good" / "deep").mkdir(parents=True)
    (site / "good" / "b.md").write_bytes(FIXED)
    left = [_old(site / "good" / LEFT), _old(site / "good" / "deep" / LEFT)]
    started("check", ".", folder=site)
    started("fix", ".", folder=site)
    assert all(path.exists() for path in left)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="needs root")
def test_what_others_left_stays(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.chown(_old(site / LEFT), 1234, -1)
    monkeypatch.setattr(write_module, "_TIDIED", set())
    assert write(site / "a.md", ARTICLE, FIXED, real_roots([site])) is None
    assert (site / LEFT).exists()


_AS_NOBODY = """
import contextlib, io, os, sys
from newslint.cli import run
with contextlib.redirect_stdout(io.StringIO()):  # all is imported while it may be
    run(["fix", "--diff", "--isolated", "a.md"])
import newslint.files.write
os.setgid(65534); os.setuid(65534)
sys.exit(run(sys.argv[1:]))
"""


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="needs root")
def test_anothers_file_in_a_folder_of_ones_own(site: Path) -> None:
    """It may be written, and could only be replaced by one of another owner."""
    for parent in (site, *(one for one in site.parents if "pytest" in str(one))):
        parent.chmod(0o777)
    (site / "a.md").chmod(0o666)
    done = subprocess.run(
        [sys.executable, "-c", _AS_NOBODY, "fix", "--isolated", "a.md"],
        cwd=site,
        env={**environment(), "PYTHONPATH": os.environ.get("PYTHONPATH", str(ROOT))},
        capture_output=True,
        text=True,
        timeout=TIMEOUT,
        check=False,
    )
    assert OWNER in " ".join(done.stdout.split())
    assert tree(site) == {"a.md": ARTICLE}
    assert (site / "a.md").stat().st_uid == 0


def test_an_endless_standard_input_is_refused(tmp_path: Path) -> None:
    with Path("/dev/zero").open("rb") as endless:
        for command in ("check", "fix"):
            done = subprocess.run(
                [sys.executable, "-m", "newslint", command, "-"],
                cwd=tmp_path,
                stdin=endless,
                capture_output=True,
                timeout=TIMEOUT,
                env=environment(),
                check=False,
            )
            assert (done.returncode, done.stdout) == (2, b"")
            said = b"newslint: standard input has more than 10,485,760 bytes, the limit"
            assert done.stderr == said + b" (`max-bytes`)\n"
