"""Files that are named are judged as parts of their site."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.site.test_habits import DAY, TIME, article, check, found, site, some
from tests.support.quick import one_in

TAGGED = "date: 2025-12-30T10:00:00Z\ntags: [Kelp, Reef]\n"
ALONE = "said-once = false\n"


def objects(root: Path, *words: str) -> list[dict[str, Any]]:
    """The JSON report of a run."""
    return list(found(root, *words))


def mixed() -> dict[str, str]:
    """Articles with habits, collisions, variants, a lacking field and plain faults."""
    every: dict[str, str] = some(42, DAY) | some(4, TIME, at=50, folder="world")
    every |= some(3, TAGGED, at=70, folder="world")
    every["world/b1.md"] = article(90, f"{TAGGED}slug: kelp\n")
    every["world/b2.md"] = article(91, f"{TIME}slug: kelp\ntags: [kelp]\nlink: example\n")
    every["news/b3.md"] = article(1, f"{TIME}draft: 'false'\n")
    return every


@pytest.mark.parametrize("config", one_in(2, [ALONE, ALONE + "habits = false\n"]))
def test_says_of_a_file_what_a_run_of_all_says(tmp_path: Path, config: str) -> None:
    root = site(tmp_path, mixed(), config)
    every = objects(root)
    assert {"SIT001", "SIT003", "SIT005", "DAT006"} <= {one["code"] for one in every}
    for name in ("news/a00.md", "news/b3.md", "world/b1.md", "world/b2.md", "world/a50.md"):
        path = f"content/{name}"
        assert objects(root, path) == [one for one in every if one["filename"] == path], name


def test_habits_hold_for_a_file(tmp_path: Path) -> None:
    root = site(tmp_path, some(25, "date: 2025-12-30T10:00:00\n"))
    (one,) = objects(root, "content/news/a03.md")
    assert (one["code"], one["severity"]) == ("DAT005", "info")
    assert check(root, "content/news/a03.md").code == 0
    (alone,) = objects(root, "--no-site", "content/news/a03.md")
    assert alone["severity"] == "warning"


def test_what_is_no_habit_is_shown_for_itself(tmp_path: Path) -> None:
    root = site(tmp_path, some(25, "date: 2025-12-30T10:00:00Z\ntags: [a, a]\n"))
    (one,) = objects(root, "content/news/a03.md")
    assert (one["code"], one["severity"]) == ("TAG001", "warning")


def test_fix_leaves_a_habit(tmp_path: Path) -> None:
    mark = "\ufeff"
    root = site(
        tmp_path, some(24, TIME, mark=mark) | some(1, f"{TIME}tags: [a, a]\n", at=40, mark=mark)
    )
    path = root / "content/news/a40.md"
    check(root, "--unsafe-fixes", "content/news/a40.md", command="fix")
    assert path.read_text(encoding="utf-8").startswith(mark)
    assert "tags: [a]" in path.read_text(encoding="utf-8")
    check(root, "--no-site", "content/news/a40.md", command="fix")
    assert not path.read_text(encoding="utf-8").startswith(mark)


def test_a_file_that_a_search_skips_stands_alone(tmp_path: Path) -> None:
    config = 'exclude = ["content/old/**"]\n'
    every = some(1, f"{TIME}slug: kelp\n") | {"old/a.md": article(60, f"{TIME}slug: kelp\n")}
    root = site(tmp_path, every, config)
    assert objects(root, "content/old/a.md") == []
    assert objects(root, "content/news/a00.md") == []


def test_a_file_of_no_site_stands_alone(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.md").write_text(article(1, TIME), encoding="utf-8")
    assert objects(tmp_path, "a.md") == []
    (tmp_path / "newslint.toml").write_text("", encoding="utf-8")
    assert [one["code"] for one in objects(tmp_path, "a.md")] == ["SIT005"]


def test_changed_files_see_their_site(tmp_path: Path) -> None:
    root = site(tmp_path, some(2, TIME))
    git = ("git", "-c", "user.name=a", "-c", "user.email=a@example.org")
    for words in (("init", "-q"), ("add", "."), ("commit", "-qm", "first")):
        subprocess.run([*git, *words], cwd=root, check=True)
    new = root / "content/world/new.md"
    new.parent.mkdir()
    new.write_text(article(1, TIME), encoding="utf-8")
    (one,) = objects(root, "--changed")
    assert (one["code"], one["filename"]) == ("SIT005", "content/world/new.md")
    assert one["related"]


def test_the_others_come_from_the_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSLINT_CACHE_DIR", str(tmp_path / "cache"))
    root = site(tmp_path / "site", mixed(), ALONE)
    path = "content/world/b2.md"
    first = check(root, "--output-format", "json", path)
    assert list((tmp_path / "cache").iterdir())
    again = check(root, "--output-format", "json", path)
    other = root / "content/world/b1.md"
    other.write_text(other.read_text(encoding="utf-8").replace("kelp", "reef"), encoding="utf-8")
    later = check(root, "--output-format", "json", path)
    assert first == again
    assert "SIT001" in first.out
    assert "SIT001" not in later.out
    assert later == check(root, "--no-cache", "--output-format", "json", path)
    assert json.loads(later.out)
