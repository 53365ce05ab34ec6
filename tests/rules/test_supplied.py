"""Rules that speak of an absence, on sites that supply what the article does not say."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from newslint import api
from tests.generators.test_inherited import write

HUGO = "hugo.toml"
POST = "content/news/a.md"


def codes(root: Path, files: Mapping[str, str], name: str, front: str, preset: Any) -> set[str]:
    """The codes that are reported for an article with this front matter."""
    write(root, {**files, name: f"---\n{front}---\nText.\n"})
    now = datetime(2026, 1, 31, tzinfo=UTC)
    results = api.check_paths(root / name, preset=preset, now=now)
    return {found.code for result in results for found in result.diagnostics}


CASES = [
    ("SCH001", "title: A\n", "title: ''\n", "weight: 1\n", "default"),
    ("SRC003", "source: A\n", "source: ''\n", "title: A\nlink: https://a.example/b\n", "strict"),
    ("SRC003", "author: A\n", "author: []\n", "title: A\nlink: https://a.example/b\n", "strict"),
    ("SRC003", "via: A\n", "vias: A\n", "title: A\nlink: https://a.example/b\n", "strict"),
    ("LNK001", "link: https://a.example/b\n", "link: ''\n", "title: A\nsource: A\n", "news"),
    ("TXT010", "description: A\n", "description: ''\n", "title: A\n", "strict"),
    ("TXT010", "summary: A\n", "summary: ''\n", "title: A\n", "strict"),
    ("SCH009", "image: a.jpg\n", "image: ''\n", "title: A\nimage: ''\n", "news"),
    ("SCH009", "image: a.jpg\n", "image: ''\n", "title: A\nimage:\n", "news"),
    ("IMG003", "images: [a.jpg]\n", "images: []\n", "title: A\nimage: b.jpg\n", "strict"),
    (
        "DAT008",
        "publishDate: 2020-01-01\n",
        "weight: 1\n",
        "title: A\ndate: 2026-06-01T10:00:00Z\n",
        "default",
    ),
    (
        "DAT008",
        "draft: true\n",
        "draft: false\n",
        "title: A\ndate: 2026-06-01T10:00:00Z\n",
        "default",
    ),
    (
        "DAT009",
        "publishDate: 2020-01-01\n",
        "weight: 1\n",
        "title: A\ndate: 2025-06-01T10:00:00Z\nexpiryDate: 2025-05-01\n",
        "default",
    ),
]


@pytest.mark.parametrize(("code", "given", "other", "front", "preset"), CASES)
def test_hugo(tmp_path: Path, code: str, given: str, other: str, front: str, preset: str) -> None:
    for number, (cascade, reported) in enumerate(((given, False), (other, True))):
        lines = "".join(f"  {line}\n" for line in cascade.splitlines())
        section = f"---\ntitle: News\ncascade:\n{lines}---\n"
        files = {HUGO: "", "content/news/_index.md": section}
        found = codes(tmp_path / str(number), files, POST, front, preset)
        assert (code in found) is reported


JEKYLL = [("x: 1\n", False), ("title:\n", False), ("title: ''\n", True)]


@pytest.mark.parametrize(("front", "reported"), JEKYLL)
def test_jekyll(tmp_path: Path, front: str, reported: bool) -> None:
    config = "defaults: [{scope: {path: ''}, values: {title: A}}]\n"
    found = codes(tmp_path, {"_config.yml": config}, "_posts/2026-01-01-a.md", front, "default")
    assert ("SCH001" in found) is reported


@pytest.mark.parametrize(
    ("name", "text", "reported"),
    [
        ("posts.json", '{"title": "A"}', False),
        ("posts.json", '{"layout": "a.njk"}', True),
        ("posts.11tydata.js", "export default { layout: 'a' };", False),
    ],
)
def test_eleventy(tmp_path: Path, name: str, text: str, reported: bool) -> None:
    wanted = "fields.title.required = true\n"  # Eleventy itself makes nothing of a title
    files = {"eleventy.config.js": "", f"posts/{name}": text, "newslint.toml": wanted}
    assert ("SCH001" in codes(tmp_path, files, "posts/a.md", "x: 1\n", "default")) is reported


def test_nothing_is_removed_that_keeps_off_a_value(tmp_path: Path) -> None:
    write(tmp_path, {HUGO: "", "content/news/_index.md": "---\ncascade: {image: a.jpg}\n---\n"})
    text = "---\ntitle: A\nimage: ''\n---\nText.\n"
    fixed = api.fix_text(text, tmp_path / POST, unsafe=True, preset="news")
    assert fixed.after is not None
    assert "image: ''" in fixed.after
