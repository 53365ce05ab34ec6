"""Folders and configs that raise where nobody looks for it: one clear line, or the right answer."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from newslint import check_paths
from tests.support.command import ROOT, environment, newslint

pytestmark = pytest.mark.slow

GOOD = b"---\ntitle: Good\nlink: https://example.org/a?utm_source=rss\n---\nBody.\n"
FOUND = "LNK004"
NOBODY = 65534

as_root = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can become another user"
)


def _extend(folder: Path, steps: int) -> None:
    (folder / "newslint.toml").write_text('extend = "0.toml"\n')
    for n in range(steps):
        (folder / f"{n}.toml").write_text(f'extend = "{n + 1}.toml"\n')
    (folder / f"{steps}.toml").write_text("")


@pytest.mark.parametrize(
    ("name", "text", "error"),
    [
        (
            "newslint.toml",
            f"a = {'[' * 3000}{']' * 3000}",
            "invalid TOML: tables are nested too deeply",
        ),
        (
            "pyproject.toml",
            f"tool.newslint.a = {'[' * 3000}",
            "invalid TOML: tables are nested too deeply",
        ),
        ("newslint.toml", 'extend = "a\\u0000b"', "does not exist"),
        ("newslint.toml", f'extend = "{"a" * 5000}"', "does not exist"),
        ("newslint.toml", f'extend = "{"a/" * 3000}b"', "does not exist"),
    ],
)
def test_a_config_that_raises(name: str, text: str, error: str, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(GOOD)
    (tmp_path / name).write_text(text)
    done = newslint("check", "a.md", folder=tmp_path)
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
    assert done.err.startswith("newslint: ")
    assert error in done.err


def test_a_chain_of_configs_without_an_end(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(GOOD)
    _extend(tmp_path, 1500)
    done = newslint("check", "a.md", folder=tmp_path)
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
    assert "`extend` chain longer than 100 files" in done.err


def test_tables_that_are_merged_too_deep(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(GOOD)
    keys = ".".join(["a"] * 900)
    (tmp_path / "below.toml").write_text(f"rules.{keys} = 1\n")
    (tmp_path / "newslint.toml").write_text(f'extend = "below.toml"\nrules.{keys} = 1\n')
    done = newslint("check", "a.md", folder=tmp_path)
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1), done.err[-300:]


def test_a_vocabulary_that_is_too_deep(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(GOOD)
    (tmp_path / "tags.yaml").write_text("[" * 900 + "]" * 900)
    (tmp_path / "newslint.toml").write_text('rules.TAG007.vocabulary = "tags.yaml"\n')
    done = newslint("check", "a.md", "--select", "TAG007", folder=tmp_path)
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1), done.err[-300:]


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps a folder that somebody is in")
@pytest.mark.parametrize("arguments", [("check",), ("fix", "--preset", "strict"), ("config",)])
def test_the_current_folder_is_gone(arguments: tuple[str, ...], tmp_path: Path) -> None:
    folder = tmp_path / "gone"
    folder.mkdir()
    program = 'rmdir "$PWD" && exec "$@"'
    done = subprocess.run(
        ["sh", "-c", program, "sh", sys.executable, "-m", "newslint", *arguments],
        cwd=folder,
        env=environment() | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    said = "newslint: the current folder no longer exists\n"
    assert (done.returncode, done.stdout, done.stderr) == (2, "", said)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such paths")
def test_folders_deeper_than_python_calls(tmp_path: Path) -> None:
    (tmp_path / "newslint.toml").write_text('include = ["d/**/*.md"]\n')
    (tmp_path / "good.md").write_bytes(GOOD)
    here = Path.cwd()
    try:
        os.chdir(tmp_path)
        for _ in range(1500):
            os.mkdir("d")  # noqa: PTH102
            os.chdir("d")
        Path("a.md").write_bytes(GOOD)
    finally:
        os.chdir(here)
    try:
        done = newslint("check", "d", "good.md", folder=tmp_path)
    finally:  # rmtree, which pytest uses, calls itself
        subprocess.run(["rm", "-r", tmp_path / "d"], check=True)
    assert done.code == 1, done
    assert sorted(line.count("d/") for line in done.out.splitlines() if FOUND in line) == [0, 1500]
    assert done.err == ""


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such paths")
def test_a_path_that_is_too_long(tmp_path: Path) -> None:
    (tmp_path / "good.md").write_bytes(GOOD)
    name = "d" * 200
    here = Path.cwd()
    try:
        os.chdir(tmp_path)
        for _ in range(25):
            os.mkdir(name)  # noqa: PTH102
            os.chdir(name)
        Path("a.md").write_bytes(GOOD)
    finally:
        os.chdir(here)
    done = newslint("check", ".", folder=tmp_path)
    assert (done.code, FOUND in done.out) == (2, True), done
    assert done.err.count("\n") == 1
    assert done.err.endswith("the folder cannot be read: its name is too long\n")


@as_root
@pytest.mark.parametrize("mode", [0o000, 0o400, 0o100])
def test_a_folder_that_may_not_be_entered(mode: int, tmp_path: Path) -> None:
    site = tmp_path / "site"
    (site / "shut").mkdir(parents=True)
    (site / "shut" / "a.md").write_bytes(GOOD)
    (site / "good.md").write_bytes(GOOD)
    (site / "shut").chmod(mode)
    done = _as_nobody(site, "check", ".")
    assert (done.returncode, "good.md:3:7: warning LNK004" in done.stdout) == (2, True), done
    assert "Traceback" not in done.stderr
    assert "shut" in done.stdout + done.stderr
    assert len(done.stderr.splitlines()) <= 1


@as_root
def test_a_folder_above_that_may_not_be_entered(tmp_path: Path) -> None:
    site = tmp_path / "shut" / "site"
    site.mkdir(parents=True)
    (site / "good.md").write_bytes(GOOD)
    (tmp_path / "shut").chmod(0o700)
    done = _as_nobody(site, "check", "good.md")
    assert (done.returncode, "good.md:3:7: warning LNK004" in done.stdout) == (1, True), done
    assert done.stderr == ""


@as_root
def test_a_config_that_may_not_be_read(tmp_path: Path) -> None:
    (tmp_path / "good.md").write_bytes(GOOD)
    (tmp_path / "pyproject.toml").write_text("[tool.newslint]\n")
    (tmp_path / "pyproject.toml").chmod(0o000)
    done = _as_nobody(tmp_path, "check", "good.md")
    assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (2, "", 1)
    assert "pyproject.toml: cannot be read: no permission to read it" in done.stderr


def _as_nobody(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """A run by another user: one who may not read Python's own files, so a first run imports."""
    for place in (folder, *folder.parents):
        if place.name.startswith(("pytest-", "popen-", "test_")):
            place.chmod(place.stat().st_mode | 0o755)
    program = (
        "import contextlib, io, os, sys\n"
        "from newslint.cli import run\n"
        "with contextlib.redirect_stdout(io.StringIO()):\n"
        "    run(['check', '--isolated', '.'])\n"
        f"os.setgroups([]); os.setgid({NOBODY}); os.setuid({NOBODY})\n"
        f"sys.exit(run({list(arguments)!r}))\n"
    )
    return subprocess.run(
        [sys.executable, "-c", program],
        cwd=folder,
        env=environment() | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_glob_with_many_stars_ends(tmp_path: Path) -> None:
    """With an engine that backtracks each of these takes minutes for one long name."""
    stars = "*a" * 14 + "*b.md"
    article = tmp_path / f"{'a' * 200}.md"
    article.write_text("---\ntitle: A\n---\n")
    for config in (
        f'exclude = ["{stars}"]',
        f'include = ["*.md", "!{stars}"]',
        f'[[overrides]]\npaths = ["{stars}"]\nignore = ["TAG"]',
    ):
        (tmp_path / "newslint.toml").write_text(config)
        assert [result.path for result in check_paths(tmp_path)] == [str(article)]
    (tmp_path / "newslint.toml").unlink()
    (tmp_path / ".git").mkdir()
    (tmp_path / ".gitignore").write_text(f"{stars}\n**/**{stars}\n")
    assert [result.path for result in check_paths(tmp_path)] == [str(article)]
