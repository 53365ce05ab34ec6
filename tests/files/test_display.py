"""Paths below a folder, as pathlib has them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from newslint.files.display import absolute, below, display, normal

PATHS = (
    "content/a/b.md", "../x/y.md", "a..b/c.md", "x/../y", "a/./b", ".", "..", "/", "/a", "/a/b",
    "/a/b/", "/a/b/é.md", "/ab/c.md", "/a/../b/c.md", "//a/b/c.md", "//",
)  # fmt: skip


@pytest.mark.parametrize("folder", PATHS)
def test_what_lies_below_a_folder_does_so_for_pathlib(folder: str) -> None:
    for name in PATHS:
        path, base = Path(name), Path(folder)
        inside = path.relative_to(base).as_posix() if path.is_relative_to(base) else None
        assert below(path, base) == below(str(path), base) == inside


def test_paths_are_shown_from_the_current_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert display(tmp_path / "a" / "b.md") == "a/b.md"
    assert display(tmp_path) == "."
    assert display(tmp_path.with_name("other")) == tmp_path.with_name("other").as_posix()
    assert display(Path("a/../b.md")) == "b.md"
    assert display(Path("a..b.md")) == "a..b.md"
    assert display(Path(os.fsdecode(b"a\xff.md"))) == "a\\xff.md"


@pytest.mark.parametrize("name", PATHS)
def test_a_path_is_made_absolute_as_by_pathlib(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for folder in (tmp_path, tmp_path / "a b", Path(tmp_path.anchor)):
        folder.mkdir(exist_ok=True)
        monkeypatch.chdir(folder)
        assert absolute(Path(name)) == str(Path(name).absolute())
        assert normal(Path(name)) == os.path.abspath(Path(name))  # noqa: PTH100
