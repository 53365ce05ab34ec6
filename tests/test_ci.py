"""What a CI server reads: exit codes, paths, encodings, and what no file name may do to a log."""

from __future__ import annotations

from pathlib import Path

import pytest

from newslint import cli
from newslint.cli import lint
from newslint.diagnostic import Diagnostic, FileResult, Position
from tests.command import newslint

DIRTY = """---
title: "Flood  in the valley"
date: 2025-12-31T10:00:00Z
link: "https://example.org/a?utm_source=rss&id=1"
---
Text.
"""
PATCH = "--- a/a.md\n+++ b/a.md\n@@ "


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one article that `fix` would change; no site, no repository."""
    (tmp_path / "a.md").write_text(DIRTY)
    return tmp_path


def test_a_diff_goes_to_the_output_file(folder: Path) -> None:
    done = newslint("fix", "--diff", "--output-file", "out/x.patch", "a.md", folder=folder)
    assert (done.code, done.out) == (1, "")
    assert (folder / "out" / "x.patch").read_text().startswith(PATCH)
    assert (folder / "a.md").read_text() == DIRTY


@pytest.mark.parametrize("command", ["fix", "check"])
def test_a_diff_honours_exit_zero(folder: Path, command: str) -> None:
    done = newslint(command, "--diff", "--exit-zero", "a.md", folder=folder)
    assert done.code == 0
    assert done.out.startswith(PATCH)


CRASHED = Diagnostic(
    "a.md",
    "RUN003",
    "rule-crashed",
    "error",
    "rule TAG001 crashed on this file: ValueError: no; report it",
    "",
    Position(1, 1),
    Position(1, 1),
)


@pytest.mark.parametrize("flags", [(), ("--exit-zero",)])
@pytest.mark.parametrize("mode", [("fix", "--diff"), ("fix",), ("check",)], ids=" ".join)
def test_a_crash_is_exit_2_in_every_mode(
    folder: Path, monkeypatch: pytest.MonkeyPatch, mode: tuple[str, ...], flags: tuple[str, ...]
) -> None:
    monkeypatch.chdir(folder)
    result = FileResult("a.md", (CRASHED,), "a\n", "b\n", changed=True)
    monkeypatch.setattr(lint, "run", lambda *_, **__: iter((result,)))
    assert cli.run([*mode, *flags, "a.md"]) == 2


def test_a_path_that_is_not_there_is_exit_2_in_a_diff(folder: Path) -> None:
    done = newslint("fix", "--diff", "--exit-zero", "a.md", "gone.md", folder=folder)
    assert done.code == 2
    assert done.out.startswith(PATCH)
