"""The numbers in the last lines are those of what the command named there prints."""

from __future__ import annotations

import re
from pathlib import Path

from tests.support.command import newslint


def test_the_number_of_places_is_that_of_the_list(tmp_path: Path) -> None:
    (tmp_path / "hugo.toml").write_text('title = "A"\n')
    blog = tmp_path / "content"
    blog.mkdir()
    for number in range(90):
        gap = "  " if number % 3 else " "
        text = (
            f"title: Flood{gap}{number} rises\ndate: 2026-01-{number % 28 + 1:02}\nslug: p{number}"
        )
        (blog / f"{number}.md").write_text(f"---\n{text}\n---\nText {number}.\n")
    line = ("check", "--preset", "news", "--select", "TXT001,DAT", "--fail-on", "info")
    table = newslint(*line, "--output-format", "table", folder=tmp_path).out
    listed = newslint(*line, "--output-format", "concise", folder=tmp_path).out.splitlines()
    places = [one for one in listed if re.match(r"content/\d+\.md:\d+:\d+: ", one)]
    assert [one for one in listed if one.startswith("whole site")]
    assert f"  lists all {len(places)} others\n" in table


def test_what_is_capped_in_a_file_is_not_called_all(tmp_path: Path) -> None:
    tags = "\n".join(f"- 'high  water {number}'\n- b{number}" for number in range(200))
    for name in ("a.md", "b.md", "c.md"):
        (tmp_path / name).write_text(f"---\ntitle: A\ntags:\n{tags}\n---\nText.\n")
    line = ("check", "--select", "TAG002")
    table = newslint(*line, "--output-format", "table", folder=tmp_path).out
    listed = newslint(*line, "--output-format", "concise", folder=tmp_path).out.splitlines()
    assert len(listed) == 3 * 51 + 1
    assert "  lists 153 of 600\n" in table


def test_the_severities_are_in_the_last_line_of_a_list(tmp_path: Path) -> None:
    article = tmp_path / "a.md"
    article.write_text("---\ntitle: Flood  rises\ndate: 2026-01-01\n---\nText.\n")
    line = ("--target", "hugo", "--select", "DAT006,TXT001", "--output-format", "concise")
    done = newslint("check", *line, folder=tmp_path)
    assert done.out.splitlines()[-1].startswith("Found 1 warning, 1 info (")
    left = newslint("fix", *line, folder=tmp_path)
    assert left.out.splitlines()[-1].startswith(
        "Found 2 problems (0 fixed, 2 remaining: 1 warning, 1 info; "
    )
