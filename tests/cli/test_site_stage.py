"""When the rules about a whole site run: with folders, and not with files or `--no-site`."""

from __future__ import annotations

from pathlib import Path

import pytest

from newslint import check_paths
from tests.support.command import newslint

TEXT = "---\ntitle: 'T'\nslug: kelp\ndate: 2025-01-02T00:00:00Z\ntags: [A]\n---\nBody.\n"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "hugo.toml").write_text("", encoding="utf-8")
    (tmp_path / "content" / "news").mkdir(parents=True)
    for name in ("a", "b"):
        (tmp_path / "content" / "news" / f"{name}.md").write_text(
            TEXT.replace("'T'", name), encoding="utf-8"
        )
    return tmp_path


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["check", "."], 2),
        (["check", "content/news"], 2),
        (["check", ".", "content/news/a.md"], 2),
        (["check", ".", "-j", "2"], 2),
        (["check", ".", "--ignore", "SIT"], 0),
        (["check", ".", "--no-site"], 0),
        (["check", "content/news/a.md", "content/news/b.md"], 2),
        (["check", "content/news/a.md"], 1),
        (["check", "content/news/a.md", "--no-site"], 0),
    ],
)
def test_sees_the_whole_site(site: Path, words: list[str], found: int) -> None:
    done = newslint(*words, folder=site)
    assert done.out.count("SIT001") == found, done.out
    assert done.code == (1 if found else 0)


@pytest.mark.parametrize("below", ["content", "content/news"])
def test_sees_the_site_from_below(site: Path, below: str) -> None:
    assert newslint("check", ".", folder=site / below).out.count("SIT001") == 2


def test_fix_reports_what_holds_after_the_fixes(site: Path) -> None:
    other = site / "content" / "news" / "b.md"
    other.write_text(TEXT.replace("kelp", '"kelp "').replace("'T'", "'T  U'"), encoding="utf-8")
    done = newslint("fix", ".", folder=site)
    assert "T U" in other.read_text(encoding="utf-8")
    assert done.out.count("SIT001") == newslint("check", ".", folder=site).out.count("SIT001")


def test_the_library_needs_a_folder(site: Path) -> None:
    def codes(paths: list[Path]) -> list[str]:
        return [one.code for result in check_paths(paths) for one in result.diagnostics]

    files = sorted((site / "content" / "news").iterdir())
    assert codes([site]) == ["SIT001", "SIT001"]
    assert codes(files) == []
