"""Runs with and without a store, in this process, and what they say."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from newslint import cli, packed
from newslint.cli import start
from newslint.config.options import Options
from newslint.config.project import Project
from newslint.run import Job
from newslint.site import record
from newslint.site.cache_folder import VARIABLE
from newslint.site.lot import Lot

NOW = "2026-01-31T12:00:00Z"


def write(top: Path, files: Mapping[str, str]) -> None:
    """Write texts below a folder, their line ends as they are."""
    for name, text in files.items():
        path = top / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")


class Runs:
    """Runs over a site in the current folder; `judged` are the files the last one looked at.

    `begun` counts the runs that were not answered by what was kept of a whole run.
    """

    def __init__(self, patch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self.judged: list[str] = []
        self.err = ""
        self._capsys = capsys
        self.begun = 0
        original, begin = packed.noted, start.start

        def counted(files: Sequence[Path], project: Project, job: Job) -> list[Lot | record.Kept]:
            self.judged += [path.as_posix() for path in files]
            return original(files, project, job)

        def begun(given: Options) -> int:
            self.begun += 1
            return begin(given)

        patch.setattr(packed, "noted", counted)
        patch.setattr(start, "start", begun)
        patch.setattr("newslint.cli.lint.STORE_FROM", 0)

    def kept(self, *words: str) -> str:
        """What a run with the store prints; its exit code is at the end."""
        self.judged.clear()
        return self._said(*words)

    def plain(self, *words: str) -> str:
        """What a run without it prints."""
        return self._said("--no-cache", *words)

    def _said(self, *words: str) -> str:
        return self.said_of((".",), *words, now="--now" not in words)

    def said_of(self, paths: tuple[str, ...], *words: str, now: bool = True) -> str:
        """What a run over these paths prints; with `now` at a moment of its own."""
        form = () if "--output-format" in words else ("--output-format", "json")
        code = cli.run(["check", *paths, *form, *(("--now", NOW) if now else ()), *words])
        out, self.err = self._capsys.readouterr()
        return f"{out}{code}\n"


@pytest.fixture
def runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Runs:
    """In an empty folder, with a store of its own beside it, of files that are never too young.

    The answers of whole runs are not kept, so that the store is asked each time.
    """
    monkeypatch.setattr("newslint.cli.kept.place", lambda _: None)
    return made_runs(tmp_path, monkeypatch, capsys)


@pytest.fixture
def answers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Runs:
    """The same, and the answers are kept."""
    return made_runs(tmp_path, monkeypatch, capsys)


def made_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Runs:
    """Runs in a folder of their own."""
    monkeypatch.setenv(VARIABLE, str(tmp_path / "cache"))
    monkeypatch.setattr(record, "YOUNG", 0)
    (tmp_path / "site").mkdir()
    monkeypatch.chdir(tmp_path / "site")
    return Runs(monkeypatch, capsys)


def stores(cache: Path | None = None) -> list[Path]:
    """The files of all stores."""
    return sorted((cache or Path(os.environ[VARIABLE])).glob("*.sqlite*"))
