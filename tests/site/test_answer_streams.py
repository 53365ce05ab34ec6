"""An answer that was kept goes to whatever the output is, as the run's own words did."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.command import environment
from tests.support.type_case import make_site

pytestmark = pytest.mark.skipif(os.name != "posix", reason="no answers are kept elsewhere")

CHECK = [
    sys.executable,
    *["-m", "newslint", "check", "--preset", "news", "--no-habits", "--output-format", "json"],
]


class Site:
    """A site of which an answer is kept: `said` is what a run prints."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "site"
        self.folder.mkdir()
        self.cache = folder / "cache"
        make_site(self.folder, 60)
        self.said = self.ended(subprocess.PIPE)[0]
        assert len(self.said) > 200_000
        assert [one.suffix for one in self.answers] == [".answer"]

    def begun(self, out: int) -> subprocess.Popen[bytes]:
        """A run that prints to an open file."""
        variables = environment() | {"NEWSLINT_CACHE_DIR": str(self.cache)}
        return subprocess.Popen(
            CHECK, cwd=self.folder, env=variables, stdout=out, stderr=subprocess.PIPE
        )

    def ended(self, out: int) -> tuple[bytes, bytes, int]:
        """What such a run printed (where `out` is a pipe), its errors and its exit code."""
        with self.begun(out) as running:
            said, errors = running.communicate()
        return said, errors, running.returncode

    @property
    def answers(self) -> list[Path]:
        return [one for one in self.cache.rglob("*") if one.suffix == ".answer"]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return Site(tmp_path_factory.mktemp("kept"))


@pytest.mark.parametrize("mode", ["wb", "ab"])
def test_a_file(mode: str, site: Site, tmp_path: Path) -> None:
    out = tmp_path / "out"
    before = b"[before]\n" if mode == "ab" else b""
    out.write_bytes(before)
    with out.open(mode) as stream:
        assert site.ended(stream.fileno())[1:] == (b"", 1)
    assert out.read_bytes() == before + site.said


def test_a_pipe(site: Site) -> None:
    assert site.ended(subprocess.PIPE) == (site.said, b"", 1)


def test_a_pipe_that_is_closed(site: Site) -> None:
    read, write = os.pipe()
    with site.begun(write) as running:
        os.close(write)
        assert os.read(read, 100) == site.said[:100]
        os.close(read)
        assert running.communicate()[1] == b""
    assert running.returncode == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk(site: Site) -> None:
    with Path("/dev/full").open("wb") as stream:
        _, errors, code = site.ended(stream.fileno())
    assert code == 2
    assert errors == b"newslint: standard output cannot be written: No space left on device\n"


def test_the_answer_is_what_was_kept(site: Site) -> None:
    """Else the tests above try something else."""
    before = {one: one.stat().st_mtime_ns for one in site.answers}
    test_a_pipe(site)
    assert {one: one.stat().st_mtime_ns for one in site.answers} == before
