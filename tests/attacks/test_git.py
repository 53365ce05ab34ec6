"""A `.git` that came with the files: no program that it names runs, and git has an end."""

from __future__ import annotations

import os
import subprocess
import time
from contextlib import suppress
from pathlib import Path

import pytest

from newslint.files import git_call
from newslint.files.git import changed_files
from newslint.model.errors import NewslintError
from tests.support.command import started

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(os.name == "nt", reason="needs POSIX files"),
]

ARTICLE = b"---\ntitle: A\nlink: https://example.org/a?utm_source=rss\n---\nText.\n"


@pytest.fixture(autouse=True)
def no_git_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", os.devnull)
    for name in ("GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE"):
        monkeypatch.delenv(name, raising=False)


def _git(folder: Path, *arguments: str) -> str:
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    command = ("git", "-C", str(folder), *who, *arguments)
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A repository with a changed file of the same size, and one that was only touched: to tell
    these apart git has to read them."""
    folder = tmp_path / "site"
    (folder / "sub").mkdir(parents=True)
    _git(folder, "init", "-q")
    for name in ("a.md", "same.md", "sub/b.md"):
        (folder / name).write_bytes(ARTICLE)
    _git(folder, "add", ".")
    _git(folder, "commit", "-qm", "one")
    (folder / "a.md").write_bytes(ARTICLE.replace(b"Text", b"Mine"))
    os.utime(folder / "same.md", (1, 1))
    return folder


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """A program that leaves a trace, `it-ran` beside it."""
    path = tmp_path / "program"
    path.write_text(f"#!/bin/sh\ntouch '{tmp_path}/it-ran'\ncat\n")
    path.chmod(0o755)
    return path


FILTERS = ("x", "x.clean", "a b", 'with "quotes"', "Größe", "X")


@pytest.mark.parametrize("name", FILTERS)
@pytest.mark.parametrize("key", ["clean", "smudge", "process"])
@pytest.mark.parametrize("place", [".gitattributes", "sub/.gitattributes", ".git/info/attributes"])
def test_no_filter_runs(site: Path, program: Path, place: str, key: str, name: str) -> None:
    _git(site, "config", f"filter.{name}.{key}", str(program))
    _git(site, "config", f"filter.{name}.required", "true")
    path = site / place
    path.parent.mkdir(exist_ok=True)
    path.write_text("".join(f"*.md filter={one}\n" for one in (name, name.split()[0])))
    os.utime(site / "sub" / "b.md", (1, 1))
    for since in (None, "HEAD"):
        names = {one.name for one in changed_files(site, since)}
        assert {"a.md"} <= names <= {"a.md", ".gitattributes"}
    assert not (program.parent / "it-ran").exists()


def test_a_filter_runs_without_the_options(site: Path, program: Path) -> None:
    """What the others try is possible: git itself runs it."""
    _git(site, "config", "filter.x.clean", str(program))
    (site / ".gitattributes").write_text("*.md filter=x\n")
    _git(site, "diff", "--name-only")
    assert (program.parent / "it-ran").exists()


def test_a_filter_that_no_option_can_name_ends_the_run(site: Path, program: Path) -> None:
    with (site / ".git" / "config").open("a") as config:
        config.write(f'[filter "a=b"]\nclean = {program}\n')
    (site / ".gitattributes").write_text("*.md filter=a=b\n")
    done = started("check", "--changed", folder=site)
    assert (done.code, done.out) == (2, "")
    said = "git's config has a filter with `=` in its name: filter.a=b"
    assert done.err == f"newslint: --changed: {said}\n"
    assert not (program.parent / "it-ran").exists()


@pytest.mark.parametrize("new_git", [True, False])
@pytest.mark.parametrize(
    ("url", "key"),
    [
        ("{folder}/nowhere", "remote.origin.uploadpack"),
        ("ext::{program}", "remote.origin.url"),
        ("ssh://example.org/x", "core.sshCommand"),
        ("git://example.org/x", "core.gitProxy"),
        ("file://{folder}/nowhere", "remote.origin.uploadpack"),
    ],
)
def test_a_partial_clone_fetches_nothing(
    site: Path, program: Path, monkeypatch: pytest.MonkeyPatch, url: str, key: str, new_git: bool
) -> None:
    if not new_git:  # that does not know the variable
        monkeypatch.delitem(git_call._NOTHING_IS_FETCHED, "GIT_NO_LAZY_FETCH")
    settings = {
        key: str(program),
        "core.repositoryformatversion": "1",
        "extensions.partialClone": "origin",
        "remote.origin.promisor": "true",
        "remote.origin.url": url.format(folder=site.parent, program=program),
        "protocol.allow": "always",
    }
    for name, value in settings.items():
        _git(site, "config", name, value)
    tree = _git(site, "rev-parse", "HEAD^{tree}")
    (site / ".git" / "objects" / tree[:2] / tree[2:]).unlink()
    for since in (None, "HEAD"):
        with pytest.raises(NewslintError, match="--changed: git in"):
            changed_files(site, since)
    assert not (program.parent / "it-ran").exists()


GIT_READS = (
    ".git/HEAD", ".git/config", ".git/index", ".git/packed-refs", ".git/commondir", ".git/shallow",
    ".git/info/exclude", ".git/info/attributes", ".git/objects/info/alternates",
    ".gitattributes", ".gitignore", "sub/.gitignore",
)  # fmt: skip


def _ends(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody knows what git makes of it; it comes to an end."""
    monkeypatch.setattr(git_call, "SECONDS", 1.0)
    before = time.monotonic()
    with suppress(NewslintError):
        changed_files(site)
    assert time.monotonic() - before < 20


@pytest.mark.parametrize("place", GIT_READS)
def test_a_pipe_in_the_place_of_a_file(
    site: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    path = site / place
    path.parent.mkdir(exist_ok=True)
    path.unlink(missing_ok=True)
    os.mkfifo(path)
    _ends(site, monkeypatch)


@pytest.mark.parametrize("place", GIT_READS)
def test_a_device_in_the_place_of_a_file(
    site: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    path = site / place
    path.parent.mkdir(exist_ok=True)
    path.unlink(missing_ok=True)
    path.symlink_to("/dev/zero")
    monkeypatch.setattr(git_call, "MEMORY", 256 * 1024**2)
    _ends(site, monkeypatch)


@pytest.mark.parametrize("kind", ["pipe", "zero", "circle"])
@pytest.mark.parametrize(
    "key", ["core.excludesFile", "core.attributesFile", "diff.orderFile", "include.path"]
)
def test_a_setting_that_names_a_file(
    site: Path, monkeypatch: pytest.MonkeyPatch, key: str, kind: str
) -> None:
    os.mkfifo(site.parent / "pipe")
    places = {"pipe": str(site.parent / "pipe"), "zero": "/dev/zero", "circle": "config"}
    _git(site, "config", key, places[kind])
    monkeypatch.setattr(git_call, "MEMORY", 256 * 1024**2)
    _ends(site, monkeypatch)


def test_nothing_that_git_started_is_left(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A git that has started others is ended with them."""
    fake = tmp_path / "bin" / "git"
    fake.parent.mkdir()
    fake.write_text(f"#!/bin/sh\n(sleep 3; touch '{tmp_path}/still-there') &\nsleep 30\n")
    fake.chmod(0o755)
    monkeypatch.setenv("PATH", f"{fake.parent}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setattr(git_call, "SECONDS", 1.0)
    with pytest.raises(NewslintError, match="no answer in 1 s"):
        changed_files(site)
    time.sleep(3)
    assert not (tmp_path / "still-there").exists()
