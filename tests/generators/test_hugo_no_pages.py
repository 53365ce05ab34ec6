"""Files of which Hugo makes no page: nothing of a page is missing there."""

from __future__ import annotations

from pathlib import Path

import pytest

from newslint import check_paths

FILES = {
    "hugo.toml": "baseURL = 'https://example.org/'\n[languages.hi]\n[languages.en]\n",
    "content/listen/index.hi.md": "---\nheadless: true\npodcasts: {a: b}\n---\n",
    "content/parts/index.md": "---\nbuild: {render: never, list: never}\n---\n",
    "content/c/index.md": "---\ntitle: C\n---\nText.\n",
    "content/c/part.md": "---\nweight: 1\n---\nText.\n",
    "content/c/deep/part.md": "Only text.\n",
    "content/d/index.en.md": "---\ntitle: D\n---\nText.\n",
    "content/d/part.en.md": "Only text.\n",
}


def test_nothing_is_missing(tmp_path: Path) -> None:
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    found = [one for result in check_paths(tmp_path) for one in result.diagnostics]
    assert [one for one in found if one.code in ("SCH001", "FMT001")] == []


@pytest.mark.parametrize("name", ["content/c/part.md", "content/listen/x.md"])
def test_a_page_beside_no_bundle_is_one(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.parent.mkdir(parents=True)
    (tmp_path / "hugo.toml").write_text(FILES["hugo.toml"])
    path.write_text("---\nweight: 1\n---\nText.\n")
    assert "SCH001" in [one.code for one in check_paths(tmp_path)[0].diagnostics]
