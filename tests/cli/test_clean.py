"""`newslint clean`, and where what is kept lies."""

from __future__ import annotations

from pathlib import Path

import pytest

from newslint import cli
from newslint.site.cache_folder import VARIABLE, cache_folder

NAME = "0123456789abcdef0123456789abcdef"
SITE = {f"{number}.md": "---\ntitle: A  b\n---\n" for number in range(45)}


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "cache"
    monkeypatch.setenv(VARIABLE, str(folder))
    (tmp_path / "site").mkdir()
    monkeypatch.chdir(tmp_path / "site")
    for name, text in SITE.items():
        Path(name).write_text(text, encoding="utf-8")
    return folder


def test_it_removes_the_stores_alone(cache: Path, capsys: pytest.CaptureFixture[str]) -> None:
    cli.run(["check", "."])
    (cache / "mine.sqlite").touch()
    (cache / f"{NAME}.sqlite-journal").touch()
    (cache / f"{NAME}.sqlite").write_bytes(b"")
    capsys.readouterr()
    assert cli.run(["clean"]) == 0
    assert capsys.readouterr().out.startswith(f"2 stores removed from {cache}, 0.")
    assert [path.name for path in cache.iterdir()] == ["mine.sqlite"]
    (cache / "mine.sqlite").unlink()
    assert cli.run(["clean"]) == 0
    assert not cache.exists()
    assert cli.run(["clean"]) == 0


def test_an_option_places_it(cache: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    cli.run(["check", ".", "--cache-dir", str(other)])
    assert len(list(other.glob("*.sqlite"))) == 1
    assert not cache.exists()
    cli.run(["clean", "--cache-dir", str(other)])
    assert not other.exists()


@pytest.mark.parametrize(
    "words", [["--no-cache"], ["--fix"], ["--diff"], ["--output-format", "full"]]
)
def test_what_keeps_nothing(cache: Path, words: list[str]) -> None:
    cli.run(["check", ".", *words])
    assert not cache.exists()


def test_few_files_are_not_kept(cache: Path) -> None:
    cli.run(["check", "1.md", "2.md"])
    assert not cache.exists()


def test_no_config_places_it(cache: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("newslint.toml").write_text('cache-dir = "x"\n', encoding="utf-8")
    assert cli.run(["check", "."]) == 2
    assert "cache-dir" in capsys.readouterr().err


def test_it_lies_in_the_users_own_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv(VARIABLE)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert "newslint" in cache_folder(None).parts
    assert cache_folder(Path("a")) == Path.cwd() / "a"


def test_only_their_owner_sees_it(cache: Path) -> None:
    cli.run(["check", "."])
    assert cache.stat().st_mode & 0o777 == 0o700
