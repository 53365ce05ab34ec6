"""Real articles: read as python-frontmatter reads them, written back byte by byte."""

from __future__ import annotations

from pathlib import Path

import frontmatter
import pytest

import newslint
from newslint.frontmatter.new_values import same
from tests.support.command import CORPORA

SITES = ("18f", "digitalgov")


pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        not all((CORPORA / name).is_dir() for name in SITES),
        reason="../shared/corpora/18f or digitalgov is not there",
    ),
]


def known(path: Path) -> frontmatter.Post | None:
    """What python-frontmatter reads; None where it raises."""
    try:
        return frontmatter.load(str(path))
    except Exception:
        return None


@pytest.mark.parametrize("site", SITES)
def test_articles_of_a_site(site: str, tmp_path: Path) -> None:
    files = sorted((CORPORA / site).rglob("*.md"))
    assert len(files) > 250
    read = changed = 0
    for number, path in enumerate(files):
        try:
            post = newslint.load(path)
        except newslint.NewslintError:
            assert known(path) is None or not known(path).metadata  # type: ignore[union-attr]
            continue
        read += 1
        data = path.read_bytes()
        other = known(path)
        if other is not None and not post.repaired and other.metadata:
            assert same(post.metadata, other.metadata), path
            assert post.content == other.content, path
        copy = tmp_path / f"{number}.md"
        copy.write_bytes(data)
        mine = newslint.load(copy)
        if not post.repaired:
            newslint.dump(mine, copy)
            assert copy.read_bytes() == data
        mine["title"], mine["added"] = "A: #1", ["x", {"y": [1]}]
        newslint.dump(mine, copy)
        again = newslint.load(copy)
        assert same(again.metadata, mine.metadata), path
        assert again.content == post.content, path
        changed += 1
        old, new = data.split(b"\n"), copy.read_bytes().split(b"\n")
        assert len([line for line in old if line not in new]) <= 4 or post.repaired, path
    assert read > len(files) * 0.98
    assert changed == read
