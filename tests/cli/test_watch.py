"""`check --watch`, and the line that tells a newcomer of `init`."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from newslint.cli import hint as hints
from newslint.cli.watch import _counts
from newslint.config.command_line import CommandLine
from newslint.config.options import Options
from newslint.config.project import Project
from newslint.site.cache_folder import remove_stores
from tests.support.command import environment, newslint

DIRTY = "---\ntitle: The  vote\n---\nText.\n"


def _wait(path: Path, words: str, number: int) -> str:
    end = time.monotonic() + 60
    while time.monotonic() < end:
        text = path.read_text()
        if text.count(words) >= number:
            return text
        time.sleep(0.1)
    pytest.fail(f"{words!r} did not come {number} times: {path.read_text()}")


def test_it_checks_again_at_every_change(tmp_path: Path) -> None:
    pytest.importorskip("watchfiles")
    site = tmp_path / "site"
    site.mkdir()
    (site / "a.md").write_text(DIRTY)
    out = tmp_path / "out.txt"
    with out.open("w") as file:
        process = subprocess.Popen(
            [sys.executable, "-m", "newslint", "check", "--watch"],
            cwd=site,
            env=environment(),
            stdout=file,
            stderr=subprocess.STDOUT,
        )
        try:
            _wait(out, "waiting for changes", 1)
            time.sleep(0.5)
            (site / "a.md").write_text(DIRTY.replace("  ", " "))
            text = _wait(out, "waiting for changes", 2)
            assert "a.md changed" in text
            assert "1 file checked, no problems." in text
            (site / "newslint.toml").write_text("nothing = 1\n")
            text = _wait(out, "waiting for changes", 3)
            assert "unknown key `nothing`" in text
        finally:
            process.send_signal(signal.SIGINT)
            code = process.wait(30)
    assert code == 130
    assert out.read_text().endswith("newslint: interrupted\n")


def test_without_watchfiles_it_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from newslint import cli

    monkeypatch.chdir(tmp_path)
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    assert cli.run(["check", "--watch"]) == 2
    assert capsys.readouterr().err == (
        "newslint: --watch requires watchfiles: install `newslint[watch]`, "
        "or `pip install watchfiles`\n"
    )


@pytest.mark.parametrize(
    "arguments", [("--diff",), ("-",), ("--add-ignores=x",)], ids=["diff", "stdin", "ignores"]
)
def test_what_has_no_meaning_with_it(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    done = newslint("check", "--watch", *arguments, folder=tmp_path)
    assert (done.code, done.err.count("\n")) == (2, 1)


@pytest.mark.parametrize(
    ("path", "counts"),
    [
        ("/s/a.md", True), ("/s/hugo.toml", True), ("/s/.git/a.md", False), ("/s/a.png", False),
        ("/s/.newslint-0123.tmp", False), ("/s/out.md", False), ("/s/node_modules/a.md", False),
    ],
)  # fmt: skip
def test_which_changes_count(path: str, counts: bool) -> None:
    assert _counts(path, Path("/s/out.md")) is counts


class _Terminal:
    def __init__(self) -> None:
        self.text = ""

    encoding = "utf-8"

    def isatty(self) -> bool:
        return True

    def write(self, text: str) -> int:
        self.text += text
        return len(text)

    def flush(self) -> None:
        pass


@pytest.mark.parametrize(
    ("more", "articles", "variable", "config", "said"),
    [
        ({}, 30, "", False, 1),
        ({}, 3, "", False, 0),
        ({"quiet": True}, 30, "", False, 0),
        ({"isolated": True}, 30, "", False, 0),
        ({"paths": ("a.md",)}, 30, "", False, 0),
        ({}, 30, "CI", False, 0),
        ({}, 30, "PRE_COMMIT", False, 0),
        ({}, 30, "GIT_INDEX_FILE", False, 0),
        ({}, 30, "", True, 0),
    ],
)
def test_a_newcomer_is_told_of_init_once(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    more: dict[str, object],
    articles: int,
    variable: str,
    config: bool,
    said: int,
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in list(os.environ):
        if name in ("CI", "PRE_COMMIT", "GIT_INDEX_FILE", "GITHUB_ACTIONS", "GITLAB_CI"):
            monkeypatch.delenv(name)
    if variable:
        monkeypatch.setenv(variable, "1")
    if config:
        (tmp_path / "newslint.toml").write_text("")
    terminal = _Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    options = Options(**more)  # type: ignore[arg-type]
    monkeypatch.setenv("NEWSLINT_CACHE_DIR", str(tmp_path / "cache"))
    for _ in range(2):
        hints.hint(options, Project(CommandLine()), articles)
    assert terminal.text.count("`newslint init` learns from these 30 articles") == said
    assert terminal.text.count("\n") == said


def test_each_site_is_told_once_and_again_after_clean(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in hints._NOBODY_READS:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("NEWSLINT_CACHE_DIR", str(tmp_path / "cache"))
    terminal = _Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)

    def told(folder: str, **more: object) -> int:
        (tmp_path / folder).mkdir(exist_ok=True)
        monkeypatch.chdir(tmp_path / folder)
        before = terminal.text.count("newslint init")
        hints.hint(Options(**more), Project(CommandLine()), 30)  # type: ignore[arg-type]
        return terminal.text.count("newslint init") - before

    assert [told("a"), told("a"), told("b"), told("b"), told("a")] == [1, 0, 1, 0, 0]
    assert [told("a", no_cache=True), told("a", no_cache=True)] == [1, 1]
    remove_stores(tmp_path / "cache")
    assert not (tmp_path / "cache").exists()
    assert [told("a"), told("a")] == [1, 0]
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("NEWSLINT_CACHE_DIR", str(tmp_path / "file"))
    assert [told("a"), told("a")] == [1, 1]
