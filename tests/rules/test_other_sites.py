"""What the default preset says of sites unlike one another: only what an editor would act on."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from newslint import check_paths
from tests.support.other_sites import SITES

NOW = datetime(2026, 11, 1, tzinfo=UTC)
FOUND = {
    "garden_11ty": (
        "src/site/notes/primer.md:3 DAT001",
        "src/site/notes/uncertain.md:2 SCH008",
    ),
    "linkblog_jekyll": ("_posts/2024-03-03-review.md:4 LNK004",),
    "newsroom_hugo": (
        "content/world/a.md:5 LNK004",
        "content/world/a.md:7 SRC004",
        "content/world/a.md:8 TAG004",
        "content/world/a.md:10 TXT012",
    ),
    "qiita": ("articles/c.md:2 FMT008",),
    "planet_jekyll": ("_posts/2022-08-24-offsec.md:2 TXT002",),
}
"""All that is said, by site: path, row and code. Of the other sites nothing is said."""


@pytest.mark.parametrize("name", SITES)
def test_what_is_said(name: str, tmp_path: Path) -> None:
    for path, text in SITES[name].items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    results = check_paths(tmp_path, now=NOW)
    articles = [path for path in SITES[name] if path.endswith((".md", ".markdown", ".html"))]
    said = [
        f"{Path(result.path).relative_to(tmp_path).as_posix()}:{one.start.row} {one.code}"
        for result in results
        for one in result.diagnostics
        if one.severity != "info"
    ]
    assert tuple(said) == FOUND.get(name, ())
    assert results
    assert len(results) <= len(articles)
