"""Many files: the same results in the same order, with one process or several."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from newslint.config.command_line import CommandLine
from newslint.config.option_values import moment
from newslint.config.project import Project
from newslint.files.display import display
from newslint.lint import fix as engine
from newslint.model.diagnostics import FileResult, Mode
from newslint.run import Job, run
from tests.support.setting import NOW

ARTICLE = '---\ntitle: "News {n} &amp; more "\ndate: 2025-12-31\ntags: [a{n}, a{n}]\n---\nText.\n'


def _project(base: Path) -> Project:
    return Project(CommandLine(preset="news", now=moment(NOW)))


def _site(folder: Path, count: int) -> list[Path]:
    (folder / "content").mkdir(parents=True)
    (folder / "hugo.toml").write_text('baseURL = "https://valley.example/"\n')
    paths = [folder / "content" / f"a{n:03}.md" for n in range(count)]
    for n, path in enumerate(paths):
        path.write_text(ARTICLE.format(n=n))
    return paths


def _results(paths: list[Path], folder: Path, mode: Mode, jobs: int) -> list[FileResult]:
    job = Job(mode, allowed=(folder,))
    return list(run(paths, partial(_project, folder), job, jobs=jobs))


def test_workers_give_what_one_process_gives(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("newslint.run.SHARE", 7)
    monkeypatch.chdir(tmp_path)
    paths = _site(tmp_path / "one", 30)
    alone = _results(paths, tmp_path, "check", 1)
    assert [result.path for result in alone] == [f"one/content/a{n:03}.md" for n in range(30)]
    assert all(result.diagnostics for result in alone)
    assert _results(paths, tmp_path, "check", 3) == alone


def test_workers_mend_as_one_process_does(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newslint.run.SHARE", 7)
    monkeypatch.chdir(tmp_path)
    one, two = _site(tmp_path / "one", 20), _site(tmp_path / "two", 20)
    alone = _results(one, tmp_path, "fix", 1)
    together = _results(two, tmp_path, "fix", 3)
    assert all(result.changed for result in alone)
    assert [r.path.replace("one/", "two/") for r in alone] == [r.path for r in together]
    assert [path.read_bytes() for path in one] == [path.read_bytes() for path in two]
    assert b"News 3 & more" in one[3].read_bytes()


def test_progress_counts_files(tmp_path: Path) -> None:
    paths = _site(tmp_path, 5)
    seen: list[int] = []
    list(run(paths, partial(_project, tmp_path), Job(), jobs=1, done=seen.append))
    assert seen == [1, 2, 3, 4, 5]


def test_a_file_that_changed_meanwhile_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (path,) = _site(tmp_path, 1)
    real: Callable[..., object] = engine.fix

    def meddling(*args: object, **kwargs: object) -> object:
        path.write_text("someone else was here\n")
        return real(*args, **kwargs)

    monkeypatch.setattr(engine, "fix", meddling)
    (result,) = _results([path], tmp_path, "fix", 1)
    assert path.read_text() == "someone else was here\n"
    assert not result.changed
    assert [d.code for d in result.diagnostics][:1] == ["RUN004"]
    assert not [d for d in result.diagnostics if d.fixed]


def test_paths_are_shown_as_typed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    inner = tmp_path / "a"
    inner.mkdir()
    monkeypatch.chdir(inner)
    assert display(inner / "b" / "c.md") == "b/c.md"
    assert display(Path("b") / "c.md") == "b/c.md"
    assert display(tmp_path / "c.md") == str(tmp_path / "c.md")
    assert display(Path("b/../c.md")) == "c.md"
    assert display(Path(os.fsdecode(b"caf\xe9.md"))) == "caf\\xe9.md"
