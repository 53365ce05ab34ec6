"""What comes in the place of a file, or of a folder, while `fix` or a report is written."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from newslint.files.write import real_roots, write
from tests.support.command import started, tree

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(os.name == "nt", reason="needs POSIX files"),
]

ARTICLE = b"---\ntitle: A\nlink: https://example.org/a?utm_source=rss\n---\nText.\n"
FIXED = b"---\ntitle: A\nlink: https://example.org/a\n---\nText.\n"


def _zero(path: Path) -> None:
    path.symlink_to("/dev/zero")


def _large(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(3 * 1024**3)


def _same_elsewhere(path: Path) -> None:
    path.symlink_to(path.with_name("other.md"))


COMES: dict[str, Callable[[Path], None]] = {
    "pipe": os.mkfifo,
    "device": _zero,
    "large": _large,
    "link-to-the-same": _same_elsewhere,
    "folder": Path.mkdir,
}


@pytest.mark.parametrize("what", COMES)
def test_another_kind_of_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, what: str) -> None:
    path, other = tmp_path / "a.md", tmp_path / "other.md"
    path.write_bytes(ARTICLE)
    other.write_bytes(ARTICLE)

    def replace(_: int) -> None:
        path.unlink()
        COMES[what](path)

    monkeypatch.setattr("newslint.files.write.os.fsync", replace)
    assert write(path, ARTICLE, FIXED, real_roots([tmp_path])) is not None
    assert other.read_bytes() == ARTICLE
    assert sorted(one.name for one in tmp_path.iterdir()) == ["a.md", "other.md"]


def test_a_folder_becomes_a_link_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    here, away = tmp_path / "here", tmp_path / "away"
    for folder in (here / "sub", away):
        folder.mkdir(parents=True)
        (folder / "a.md").write_bytes(ARTICLE)

    def replace(_: int) -> None:
        (here / "sub").rename(here / "was")
        (here / "sub").symlink_to(away)

    monkeypatch.setattr("newslint.files.write.os.fsync", replace)
    assert write(here / "sub" / "a.md", ARTICLE, FIXED, real_roots([here])) is not None
    assert tree(away) == {"a.md": ARTICLE}


@pytest.mark.parametrize("name", ["out/report.json", "out/deep/report.json", "a/out/report.json"])
@pytest.mark.parametrize("command", ["check", "fix"])
def test_no_report_goes_through_a_folder_that_leads_out(
    tmp_path: Path, command: str, name: str
) -> None:
    """The user named a folder of the tree; where it leads is the word of whoever made the link."""
    here, away = tmp_path / "here", tmp_path / "away"
    (away / "deep").mkdir(parents=True)
    (here / "a").mkdir(parents=True)
    (here / "b.md").write_bytes(ARTICLE)
    (here / "out").symlink_to(away)
    (here / "a" / "out").symlink_to("../../away")
    done = started(command, "--output-file", name, "b.md", folder=here)
    said = "a symbolic link in its path leads out of the current folder"
    assert (done.code, done.out, done.err) == (2, "", f"newslint: --output-file {name}: {said}\n")
    assert tree(away) == {}
    assert (here / "b.md").read_bytes() == ARTICLE


def test_where_the_user_wants_a_report_it_goes(tmp_path: Path) -> None:
    """A link within the current folder, a path that leads out by itself, an absolute one."""
    here = tmp_path / "here"
    (here / "real").mkdir(parents=True)
    (here / "b.md").write_bytes(ARTICLE)
    (here / "in").symlink_to("real")
    (tmp_path / "link").symlink_to("here")
    for name in ("in/r.json", "../r.json", str(tmp_path / "s.json"), str(tmp_path / "link/t.json")):
        done = started("check", "--output-file", name, "b.md", folder=here)
        assert (done.code, done.err) == (1, "")
    found = {path.name for path in tmp_path.rglob("*.json")}
    assert found == {"r.json", "s.json", "t.json"}
