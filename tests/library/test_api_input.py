"""The library's arguments: one path or several, and a clear error for what cannot be meant."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

import newslint

ARTICLE = "---\ntitle: A\nlink: https://example.org/a?utm_source=rss\n---\nText.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "posts").mkdir()
    for name in ("a.md", "b.md"):
        (tmp_path / "posts" / name).write_text(ARTICLE)
    monkeypatch.chdir(tmp_path)
    return tmp_path


ALL = ["posts/a.md", "posts/b.md"]


@pytest.mark.parametrize(
    ("paths", "found"),
    [
        ("posts", ALL),
        (".", ALL),
        ("posts/a.md", ALL[:1]),
        (Path("posts"), ALL),
        (Path("posts/b.md"), ALL[1:]),
        (["posts"], ALL),
        (("posts/a.md", Path("posts/b.md")), ALL),
        ({"posts/a.md"}, ALL[:1]),
        ((path for path in ALL), ALL),
        ([], []),
    ],
    ids=range(10),
)
def test_one_path_or_several(paths: Any, found: list[str], folder: Path) -> None:
    assert [result.path for result in newslint.check_paths(paths)] == found


@pytest.mark.parametrize("paths", [None, 7, b"posts", [b"posts"], ["posts", None], [7]])
def test_what_is_no_path(paths: Any, folder: Path) -> None:
    with pytest.raises(TypeError, match=r"^a path is a str or a Path, not (NoneType|int|bytes)$"):
        newslint.check_paths(paths)


def test_a_path_that_does_not_exist(folder: Path) -> None:
    with pytest.raises(newslint.NewslintError, match=r"^post does not exist$"):
        newslint.check_paths("post")


CALLS: list[Callable[..., Any]] = [
    lambda **options: newslint.check_text(ARTICLE, **options),
    lambda **options: newslint.fix_text(ARTICLE, **options),
    lambda **options: newslint.check_paths("posts", **options),
]


@pytest.mark.parametrize("call", CALLS, ids=["check_text", "fix_text", "check_paths"])
def test_options_that_cannot_be_meant(call: Callable[..., Any], folder: Path) -> None:
    with pytest.raises(newslint.NewslintError, match="preset: 'newz' is not one of"):
        call(preset="newz")
    with pytest.raises(newslint.NewslintError, match="target: 'hugoo' is not one of"):
        call(target="hugoo")
    for name in ("preset", "target"):
        with pytest.raises(newslint.NewslintError, match=f"^{name}: 7 is not one of"):
            call(**{name: 7})
    for now in ("2026-01-31", date(2026, 1, 31), 0):
        with pytest.raises(TypeError, match=r"^now is a datetime, not (str|date|int)$"):
            call(now=now)


@pytest.mark.parametrize("call", [newslint.check_text, newslint.fix_text])
@pytest.mark.parametrize("article", [None, b"---\n---\n", 7, Path("a.md")])
def test_what_is_no_text(call: Callable[..., Any], article: Any) -> None:
    with pytest.raises(TypeError, match="text is a str, not"):
        call(article)


def test_a_time_without_a_zone_is_in_utc() -> None:
    text = "---\ntitle: A\ndate: 2026-02-01T00:00:00Z\n---\n"
    naive = datetime(2026, 1, 31, 12)
    zoned = naive.replace(tzinfo=UTC)
    found = newslint.check_text(text, target="hugo", preset="strict", now=naive)
    assert found == newslint.check_text(text, target="hugo", preset="strict", now=zoned)
    assert all(one.code != "RUN003" for one in found)
