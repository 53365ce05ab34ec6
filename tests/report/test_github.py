"""GitHub shows ten of each kind: which ones it gets, and that it is told how many there are."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from newslint.files.pull_request import changed_by
from newslint.model.diagnostics import Diagnostic, FileResult, Severity
from newslint.model.spans import Position
from newslint.report import render
from newslint.report.run_report import Report
from tests.support.command import newslint

BAD = "---\ntitle: Flood\nlink: https://example.org/a?utm_source=rss\n---\nBody.\n"


def problem(path: str, severity: Severity) -> Diagnostic:
    at = Position(1, 1)
    return Diagnostic(path, "TXT001", "text-whitespace", severity, "m", "title", at, at)


def files(number: int, *severities: Severity) -> tuple[FileResult, ...]:
    names = [f"{one:03}.md" for one in range(number)]
    return tuple(FileResult(name, tuple(problem(name, s) for s in severities)) for name in names)


def begun(text: str, word: str) -> list[str]:
    return [line for line in text.splitlines() if line.startswith(f"::{word} ")]


def test_ten_of_each_and_the_true_totals() -> None:
    text = render("github", Report(files(25, "warning", "info", "error")))
    assert [len(begun(text, word)) for word in ("error", "warning", "notice")] == [10, 10, 10]
    assert text.startswith("::error ")
    assert text.splitlines()[-1] == (
        "::notice title=newslint::25 files checked, 25 with problems: 25 errors, 25 warnings, "
        "25 info; 46 of them have no annotation"
    )


def test_those_of_changed_files_come_first() -> None:
    changed = frozenset({"020.md", "024.md"})
    text = render("github", Report(files(25, "warning"), changed=changed))
    paths = [line.partition("file=")[2][:6] for line in begun(text, "warning")]
    assert paths == ["020.md", "024.md", *(f"{one:03}.md" for one in range(8))]


def git(folder: Path, *words: str) -> None:
    people = {
        f"GIT_{role}_{what}": f"{what.lower()}@example.org"
        for role in ("AUTHOR", "COMMITTER")
        for what in ("NAME", "EMAIL")
    }
    env = os.environ | people | {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    subprocess.run(["git", *words], cwd=folder, env=env, check=True, capture_output=True)


@pytest.fixture
def merge(tmp_path: Path) -> Path:
    """The checkout of a pull request: twelve old articles, and a new one, `z.md`."""
    git(tmp_path, "init", "--quiet", "--initial-branch", "main")
    for number in range(12):
        (tmp_path / f"{number:02}.md").write_text(BAD)
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "--quiet", "--message", "Old")
    git(tmp_path, "checkout", "--quiet", "-b", "branch")
    (tmp_path / "z.md").write_text(BAD)
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "--quiet", "--message", "New")
    git(tmp_path, "checkout", "--quiet", "-b", "merge", "main")
    git(tmp_path, "merge", "--quiet", "--no-ff", "--no-edit", "branch")
    return tmp_path


@pytest.mark.slow
def test_in_a_pull_request_git_says_which_these_are(
    merge: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_BASE_REF", "main")
    monkeypatch.setenv("GITHUB_WORKSPACE", str(merge.parent))
    out = newslint("check", "--no-site", "--output-format", "github", folder=merge).out
    assert begun(out, "warning")[0].startswith(f"::warning file={merge.name}/z.md,")
    assert "3 of them have no annotation" in out


@pytest.mark.slow
def test_where_git_cannot_tell_none_comes_first(
    tmp_path: Path, merge: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(merge)
    assert changed_by("main", [Path("00.md"), Path("z.md")]) == {Path("z.md")}
    git(merge, "checkout", "--quiet", "branch")
    assert changed_by("main", [Path("00.md"), Path("z.md")]) == frozenset()
    git(merge, "update-ref", "refs/remotes/origin/main", "main")
    assert changed_by("main", [Path("00.md"), Path("z.md")]) == {Path("z.md")}
    monkeypatch.chdir(merge.parent)
    assert changed_by("--output=x", [Path("z.md")]) == frozenset()
