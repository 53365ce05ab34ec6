"""What a repository's `.git/info/exclude` and the user's own file ignore, as git says it."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from newslint.config.project import Project
from newslint.config.settings import CommandLine
from newslint.files.discover import discover

ARTICLE = "---\ntitle: A\n---\nText.\n"
NAMES = ("a.md", "private.md", "kept.md", "drafts/a.md", "sub/drafts/a.md", "sub/old.md")


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "home"))
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
