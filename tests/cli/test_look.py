"""Options that say what is printed and how: colors, files, the version, and completion."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from newslint import __version__
from tests.support.command import environment, newslint
from tests.support.quick import one_in

ARTICLE = "---\ntitle: Flood  rises\n---\nBody.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.md").write_text(ARTICLE)
    (tmp_path / "b c.md").write_text(ARTICLE)
    return tmp_path


@pytest.mark.parametrize("line", ["--version", "-V", "check --version", "fix -V"])
def test_the_version(folder: Path, line: str) -> None:
    done = newslint(*line.split(), folder=folder)
    assert (done.code, done.out, done.err) == (0, f"newslint {__version__}\n", "")


def test_the_help_names_the_version_and_no_types_of_flags(folder: Path) -> None:
    assert "--version" in newslint("--help", folder=folder).out
    for line in ("--help", "check --help", "rule --help", "clean --help", "init --help"):
        assert "<bool>" not in newslint(*line.split(), folder=folder).out


@pytest.mark.parametrize("form", one_in(3, ["table", "concise", "full"]))
def test_color(folder: Path, form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    line = ("check", "a.md", "--output-format", form)
    assert "\x1b" not in newslint(*line, folder=folder).out
    assert "\x1b[" in newslint(*line, "--color", "always", folder=folder).out
    newslint(*line, "--color", "always", "-o", "report.txt", folder=folder)
    assert "\x1b[" in (folder / "report.txt").read_text()
    newslint(*line, "-o", "report.txt", folder=folder)
    assert "\x1b" not in (folder / "report.txt").read_text()
    forced = subprocess.run(
        [sys.executable, "-m", "newslint", *line, "--color", "never"],
        cwd=folder,
        env=environment() | {"FORCE_COLOR": "1"},
        capture_output=True,
        check=False,
    )
    assert b"\x1b" not in forced.stdout


def test_color_has_three_values(folder: Path) -> None:
    done = newslint("check", "--color", "sometimes", folder=folder)
    assert done.code == 2
    assert "'sometimes' is not one of 'auto', 'always', 'never'" in " ".join(done.err.split())


def test_show_files_lists_them_and_checks_none(folder: Path) -> None:
    done = newslint("check", "--show-files", folder=folder)
    assert (done.code, done.out, done.err) == (0, "a.md\nb c.md\n", "")
    missing = newslint("check", "--show-files", "a.md", "gone.md", folder=folder)
    assert (missing.code, missing.out) == (2, "a.md\n")
    stdin = newslint("check", "--show-files", "-", folder=folder)
    assert (stdin.code, stdin.out) == (2, "")


def test_short_forms(folder: Path) -> None:
    done = newslint("check", "-qe", "-o", "x.txt", "a.md", folder=folder)
    assert (done.code, done.out) == (0, "")
    assert "TXT001" in (folder / "x.txt").read_text()


@pytest.mark.parametrize(
    ("typed", "words"),
    one_in(
        4,
        [
            ("newslint ch", {"check"}),
            ("newslint check --output-fo", {"--output-format"}),
            ("newslint check --output-format g", {"github", "gitlab"}),
            ("newslint fix --preset s", {"strict"}),
        ],
    ),
)
def test_a_shell_completes(folder: Path, typed: str, words: set[str]) -> None:
    asked = {
        "_NEWSLINT_COMPLETE": "complete_bash",
        "COMP_WORDS": typed,
        "COMP_CWORD": str(len(typed.split()) - 1),
    }
    done = subprocess.run(
        [sys.executable, "-m", "newslint"],
        cwd=folder,
        env=os.environ | asked,
        capture_output=True,
        text=True,
        check=False,
    )
    assert set(done.stdout.split()) == words


def test_short_forms_of_ruff(folder: Path) -> None:
    cache = folder / "cache"
    for name in range(60):
        (folder / f"n{name}.md").write_text(ARTICLE)
    newslint("check", "-nqe", "--cache-dir", str(cache), folder=folder)
    assert not cache.exists()
    done = newslint("check", "-w", "--diff", folder=folder)
    assert (done.code, "--watch" in done.err) == (2, True)
