"""What a repository's `.git/info/exclude` and the user's own file ignore, as git says it."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from newslint.config.command_line import CommandLine
from newslint.config.project import Project
from newslint.files import git_settings
from newslint.files.discover import discover

ARTICLE = "---\ntitle: A\n---\nText.\n"
NAMES = ("a.md", "private.md", "kept.md", "drafts/a.md", "sub/drafts/a.md", "sub/old.md")


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("HOME", str(tmp_path / "user"))
    root = tmp_path / "site"
    for name in NAMES:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(ARTICLE)
    subprocess.run(["git", "init", "-q"], cwd=root, check=True)
    return root


def found(folder: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    monkeypatch.chdir(folder)
    return [path.as_posix() for path in discover(["."], Project(CommandLine()).folder).files]


def by_git(folder: Path) -> list[str]:
    words = ["git", "ls-files", "--others", "--exclude-standard"]
    done = subprocess.run(words, cwd=folder, capture_output=True, text=True, check=True)
    return sorted(name for name in done.stdout.split("\n") if name.endswith(".md"))


@pytest.mark.parametrize(
    ("exclude", "own", "below"),
    [
        ("private.md\n", "", ""),
        ("", "drafts/\n", ""),
        ("/drafts/\nold.md\n", "private.md\n", ""),
        ("private.md\nkept.md\n", "*.md\n", "!kept.md\n"),
        ("!private.md\n", "private.md\n", ""),
        ("sub/*\n!sub/old.md\n", "", ""),
    ],
)
@pytest.mark.parametrize("start", ["", "sub"])
def test_as_git_says(
    repository: Path,
    monkeypatch: pytest.MonkeyPatch,
    exclude: str,
    own: str,
    below: str,
    start: str,
) -> None:
    (repository / ".git" / "info" / "exclude").write_text(exclude)
    if own:
        place = repository.parent / "home" / "git" / "ignore"
        place.parent.mkdir(parents=True)
        place.write_text(own)
    if below:
        (repository / ".gitignore").write_text(below)
    folder = repository / start
    assert found(folder, monkeypatch) == by_git(folder)


def test_a_repository_inside_another_has_its_own(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (repository / ".git" / "info" / "exclude").write_text("*.md\n")
    subprocess.run(["git", "init", "-q"], cwd=repository / "sub", check=True)
    assert found(repository, monkeypatch) == ["sub/drafts/a.md", "sub/old.md"]


def test_where_git_is_told_to_look(
    repository: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The user's own file is where `core.excludesFile` says, in whatever config that stands."""
    own, other = tmp_path / "own", tmp_path / "other"
    own.write_text("private.md\n")
    other.write_text("drafts/\n")
    git = tmp_path / "home" / "git"
    git.mkdir(parents=True)
    (git / "ignore").write_text("kept.md\n")
    assert found(repository, monkeypatch) == by_git(repository)
    (git / "config").write_text(f"[core]\n\texcludesfile = {own}\n")
    assert "private.md" not in found(repository, monkeypatch)
    assert found(repository, monkeypatch) == by_git(repository)
    (git / "more").write_text(f"[core]\nEXCLUDESFILE = {other}\n")
    (git / "config").write_text("[include]\npath = more\n")
    assert "drafts/a.md" not in found(repository, monkeypatch)
    assert found(repository, monkeypatch) == by_git(repository)
    (git / "config").unlink()
    subprocess.run(["git", "config", "core.excludesFile", own], cwd=repository, check=True)
    assert found(repository, monkeypatch) == by_git(repository)
    monkeypatch.setenv("GIT_CONFIG_COUNT", "1")
    monkeypatch.setenv("GIT_CONFIG_KEY_0", "core.excludesFile")
    monkeypatch.setenv("GIT_CONFIG_VALUE_0", str(other))
    assert found(repository, monkeypatch) == by_git(repository)


def test_no_program_runs_where_there_is_nothing_to_hear(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (repository / ".gitignore").write_text("drafts/\n")
    monkeypatch.setattr(git_settings, "run", lambda *_, **__: pytest.fail("git was asked"))
    git_settings.excludes_files(str(repository))


@pytest.mark.parametrize("git", ["absent", "late", "refuses"])
def test_without_an_answer_our_own_reading_holds(
    repository: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, git: str
) -> None:
    home = tmp_path / "home" / "git"
    home.mkdir(parents=True)
    (home / "config").write_text("[core]\n\texcludesFile = /nowhere\n")
    (home / "ignore").write_text("private.md\n")
    (repository / ".gitignore").write_text("drafts/\n")
    programs = tmp_path / "programs"
    programs.mkdir()
    words = {"late": "sleep 60", "refuses": "exit 128"}
    if git in words:
        (programs / "git").write_text(f"#!/bin/sh\n{words[git]}\n")
        (programs / "git").chmod(0o755)
        monkeypatch.setenv("PATH", f"{programs}:{os.environ['PATH']}")
    else:
        monkeypatch.setenv("PATH", str(programs))
    monkeypatch.setattr(git_settings, "SECONDS", 0.2)
    assert found(repository, monkeypatch) == ["a.md", "kept.md", "sub/old.md"]


@pytest.mark.parametrize("start", ["", "sub"])
def test_what_git_knows_is_not_ignored(
    repository: Path, monkeypatch: pytest.MonkeyPatch, start: str
) -> None:
    """Files that were added with --force, in an ignored folder, too; the others there are not."""
    (repository / ".gitignore").write_text("drafts/\n*.md\n!a.md\n")
    (repository / "drafts" / "b.md").write_text(ARTICLE)
    added = ["kept.md", "drafts/a.md", "sub/drafts/a.md"]
    subprocess.run(["git", "add", "--force", *added], cwd=repository, check=True)
    folder = repository / start
    words = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    done = subprocess.run(words, cwd=folder, capture_output=True, text=True, check=True)
    wanted = sorted(name for name in done.stdout.split("\n") if name.endswith(".md"))
    assert found(folder, monkeypatch) == wanted
    assert len(wanted) == (1 if start else 4)


def test_a_worktree_has_the_exclude_of_its_repository(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = ["-c", "user.name=a", "-c", "user.email=a@b.c"]
    subprocess.run(
        ["git", *name, "commit", "-qm", "a", "--allow-empty"], cwd=repository, check=True
    )
    tree = repository.parent / "tree"
    subprocess.run(["git", "worktree", "add", "-q", tree], cwd=repository, check=True)
    for path in ("a.md", "private.md"):
        (tree / path).write_text(ARTICLE)
    (repository / ".git" / "info" / "exclude").write_text("private.md\n")
    assert found(tree, monkeypatch) == ["a.md"]


def test_a_config_can_switch_it_off(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (repository / ".gitignore").write_text("private.md\ndrafts/\n")
    assert "private.md" not in found(repository, monkeypatch)
    (repository / "newslint.toml").write_text("respect-gitignore = false\n")
    assert found(repository, monkeypatch) == sorted(NAMES)
    assert found(repository / "sub", monkeypatch) == ["drafts/a.md", "old.md"]
    (repository / "newslint.toml").write_text("")
    (repository / "sub" / "newslint.toml").write_text("respect-gitignore = false\n")
    assert found(repository, monkeypatch) == ["a.md", "kept.md", "sub/drafts/a.md", "sub/old.md"]
