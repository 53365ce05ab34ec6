"""`--since` means the merge base: what the other branch did meanwhile is no change of ours."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from newslint.files.git import changed_files
from newslint.model.errors import NewslintError
from tests.support.command import newslint

DIRTY = "---\ntitle: The  vote\n---\n"


def git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(
        ["git", "-c", "user.name=a", "-c", "user.email=a@b", *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


def write(folder: Path, name: str, text: str = DIRTY) -> None:
    (folder / name).write_text(text)
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", name)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    git(tmp_path, "init", "-q", "-b", "main")
    write(tmp_path, "first.md")
    git(tmp_path, "checkout", "-qb", "mine")
    write(tmp_path, "mine.md")
    git(tmp_path, "checkout", "-q", "main")
    write(tmp_path, "theirs.md")
    (tmp_path / "first.md").write_text(DIRTY + "More.\n")
    git(tmp_path, "commit", "-qam", "edit")
    git(tmp_path, "checkout", "-q", "mine")
    return tmp_path


def names(paths: frozenset[Path]) -> set[str]:
    return {path.name for path in paths}


def test_only_what_the_branch_changed(repository: Path) -> None:
    assert names(changed_files(repository, "main")) == {"mine.md"}
    base = git(repository, "merge-base", "main", "mine")
    shown = git(repository, "diff", "--name-only", f"{base}")
    assert names(changed_files(repository, "main")) == set(shown.split())


def test_the_command(repository: Path) -> None:
    done = newslint(
        "check", "--changed", "--since", "main", "--output-format", "concise", folder=repository
    )
    assert [line.partition(":")[0] for line in done.out.splitlines()[:-1]] == ["mine.md"]


def test_after_a_merge_only_our_own_is_left(repository: Path) -> None:
    git(repository, "merge", "-q", "--no-edit", "main")
    assert names(changed_files(repository, "main")) == {"mine.md"}


def test_what_is_not_committed_counts(repository: Path) -> None:
    (repository / "untracked.md").write_text(DIRTY)
    (repository / "first.md").write_text(DIRTY + "Mine.\n")
    assert names(changed_files(repository, "main")) == {"mine.md", "untracked.md", "first.md"}


def test_no_common_commit_says_what_to_fetch(repository: Path) -> None:
    git(repository, "checkout", "-q", "--orphan", "other")
    git(repository, "commit", "-qm", "other")
    with pytest.raises(NewslintError, match="fetch more of the history"):
        changed_files(repository, "main")


def test_a_shallow_clone_is_one_line(
    repository: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    clone = tmp_path_factory.mktemp("clone")
    git(clone, "clone", "-q", "--depth", "1", "-b", "mine", f"file://{repository}", "x")
    git(clone / "x", "fetch", "-q", "--depth", "1", "origin", "main:main")
    done = newslint("check", "--changed", "--since", "main", folder=clone / "x")
    assert done.code == 2
    assert "fetch-depth: 0" in done.err
    assert done.err.count("\n") == 1
