"""What git says has changed, asked of the real git."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from newslint.files.git import changed_files, only_changed
from newslint.model.errors import NewslintError


def _git(folder: Path, *arguments: str) -> None:
    who = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main"]
    subprocess.run(["git", "-C", str(folder), *who, *arguments], check=True, capture_output=True)


def _write(folder: Path, *names: str, text: str = "---\n") -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


@pytest.fixture(autouse=True)
def _no_git_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", os.devnull)
    for name in [name for name in os.environ if name in ("GIT_DIR", "GIT_INDEX_FILE")]:
        monkeypatch.delenv(name)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Two commits, then every kind of change; the folder's path is resolved."""
    folder = tmp_path.resolve() / "repository"
    folder.mkdir()
    _git(folder, "init", "-q")
    _write(folder, "same.md", "edited.md", "staged.md", "gone.md", "old name.md", "sub/same.md")
    _write(folder, ".gitignore", text="ignored.md\n")
    _git(folder, "add", ".")
    _git(folder, "commit", "-qm", "one")
    _git(folder, "tag", "first")
    _write(folder, "committed.md")
    _git(folder, "add", ".")
    _git(folder, "commit", "-qm", "two")
    _write(folder, "edited.md", "staged.md", text="changed\n")
    _git(folder, "add", "staged.md")
    _git(folder, "mv", "old name.md", "sub/new\nnäme.md")
    (folder / "gone.md").unlink()
    _write(folder, "untracked.md", "sub/untracked.md", "ignored.md", os.fsdecode(b"sub/\xff.md"))
    _write(folder, "added.md")
    _git(folder, "add", "added.md")
    return folder


CHANGED = [
    "added.md",
    "edited.md",
    "staged.md",
    "sub/new\nnäme.md",
    "sub/untracked.md",
    os.fsdecode(b"sub/\xff.md"),
    "untracked.md",
]


def _names(folder: Path, paths: frozenset[Path]) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in paths)


def test_from_the_last_commit(repository: Path) -> None:
    assert _names(repository, changed_files(repository)) == sorted(CHANGED)


def test_from_a_folder_below(repository: Path) -> None:
    assert changed_files(repository / "sub") == changed_files(repository)


@pytest.mark.parametrize("since", ["first", "HEAD~1", "main~"])
def test_from_another_commit(repository: Path, since: str) -> None:
    found = changed_files(repository, since)
    assert _names(repository, found) == sorted([*CHANGED, "committed.md"])


def test_settings_of_git_do_not_matter(repository: Path) -> None:
    before = changed_files(repository)
    for name, value in (
        ("diff.noprefix", "true"),
        ("diff.relative", "true"),
        ("diff.renames", "copies"),
        ("core.quotePath", "true"),
        ("color.ui", "always"),
        ("diff.external", "false"),
    ):
        _git(repository, "config", name, value)
    assert changed_files(repository / "sub") == before


def test_before_the_first_commit(tmp_path: Path) -> None:
    folder = tmp_path.resolve()
    _git(folder, "init", "-q")
    _write(folder, "a.md", "b.md")
    _git(folder, "add", "a.md")
    assert _names(folder, changed_files(folder)) == ["a.md", "b.md"]


def test_the_index_is_not_written(repository: Path) -> None:
    index = repository / ".git" / "index"
    os.utime(repository / "same.md")
    before = index.read_bytes(), index.stat().st_mtime_ns
    changed_files(repository)
    assert (index.read_bytes(), index.stat().st_mtime_ns) == before


@pytest.mark.parametrize("since", ["nothing", "HEAD~99", "first:edited.md", "a b", "HEAD^{tree}"])
def test_no_such_commit(repository: Path, since: str) -> None:
    with pytest.raises(NewslintError) as caught:
        changed_files(repository, since)
    assert str(caught.value) == f"--since: unknown commit {since!r} in {repository}"


@pytest.mark.parametrize("since", ["--output=stolen", "-p", "--help", ""])
def test_an_option_is_no_commit(repository: Path, since: str) -> None:
    with pytest.raises(NewslintError) as caught:
        changed_files(repository, since)
    assert str(caught.value) == f"--since: {since!r} is not a valid commit name"
    assert not (repository / "stolen").exists()


def test_no_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(NewslintError, match=r"^--changed: git in .*: fatal: not a git repository"):
        changed_files(tmp_path)
    with pytest.raises(NewslintError, match=r"^--changed: git in "):
        changed_files(tmp_path / "missing")


def test_no_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NewslintError, match=r"^--changed requires git, which was not found$"):
        changed_files(tmp_path)


def test_only_changed(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (repository.parent / "link").symlink_to(repository)
    (repository / "link.md").symlink_to("same.md")
    changed = changed_files(repository)
    monkeypatch.chdir(repository / "sub")
    paths = [
        Path("../edited.md"),
        Path("../same.md"),
        Path("untracked.md"),
        repository.parent / "link" / "staged.md",
        repository / "link.md",
        repository / "ignored.md",
    ]
    assert only_changed(paths, changed) == (paths[0], paths[2], paths[3], paths[4])
