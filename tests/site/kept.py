"""Runs with and without a store, in this process, and what they say."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

import pytest

from newslint import cli, run
from newslint.config.project import Project
from newslint.run import Job
from newslint.site import record
from newslint.site.cache_folder import VARIABLE

NOW = "2026-01-31T12:00:00Z"


def write(top: Path, files: Mapping[str, str]) -> None:
    """Write texts below a folder, their line ends as they are."""
    for name, text in files.items():
        path = top / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")


class Runs:
    """Runs over a site in the current folder; `judged` are the files the last one looked at."""

    def __init__(self, patch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self.judged: list[str] = []
        self.err = ""
        self._capsys = capsys
        original = run.noted

        def counted(path: Path, project: Project, job: Job) -> record.Kept:
            self.judged.append(path.as_posix())
            return original(path, project, job)

        patch.setattr(run, "noted", counted)
        patch.setattr("newslint.cli.lint.STORE_FROM", 0)

    def kept(self, *words: str) -> str:
        """What a run with the store prints; its exit code is at the end."""
        self.judged.clear()
        return self._said(*words)

    def plain(self, *words: str) -> str:
        """What a run without it prints."""
        return self._said("--no-cache", *words)

    def _said(self, *words: str) -> str:
        now = () if "--now" in words else ("--now", NOW)
        form = () if "--output-format" in words else ("--output-format", "json")
        code = cli.run(["check", ".", *form, *now, *words])
        out, self.err = self._capsys.readouterr()
        return f"{out}{code}\n"


@pytest.fixture
def runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Runs:
    """In an empty folder, with a store of its own beside it, of files that are never too young."""
    monkeypatch.setenv(VARIABLE, str(tmp_path / "cache"))
    monkeypatch.setattr(record, "YOUNG", 0)
    (tmp_path / "site").mkdir()
    monkeypatch.chdir(tmp_path / "site")
    return Runs(monkeypatch, capsys)


def stores(cache: Path | None = None) -> list[Path]:
    """The files of all stores."""
    return sorted((cache or Path(os.environ[VARIABLE])).glob("*.sqlite*"))
