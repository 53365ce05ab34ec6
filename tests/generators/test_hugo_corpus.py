"""A real site's articles, foretold and compared with what the real Hugo lists.

The articles are not part of the project: they are looked for in `../shared`.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.support.command import CORPORA
from tests.support.hugo_program import (
    foretell,
    foretold_row,
    list_all,
    listed_row,
    needs_hugo,
    run_hugo,
    write_site,
)

pytestmark = pytest.mark.slow

CORPUS = CORPORA / "digitalgov"
BLOCK = re.compile(r"---[ \t]*\n(.*?\n)---[ \t]*(?:\n|\Z)", re.DOTALL)
CONFIG = """
timeZone = "America/New_York"
removePathAccents = true
[frontmatter]
date = [":filename", ":default"]
[permalinks]
news = "/:year/:month/:day/:slug/"
events = "/e/:slugorfilename/"
[taxonomies]
topic = "topics"
author = "authors"
"""


def articles() -> dict[str, str]:
    """The front matter of each article, with a body that needs nothing of the site."""
    found = {}
    for path in sorted(CORPUS.glob("content/**/*.md")):
        text = path.read_text(encoding="utf-8-sig", errors="replace").replace("\r\n", "\n")
        block = BLOCK.match(text)
        if block:
            name = path.relative_to(CORPUS).as_posix()
            found[name] = f"---\n{block[1]}---\nx\n"
    return found


@needs_hugo
@pytest.mark.skipif(not CORPUS.is_dir(), reason="the folder ../shared/corpora is not there")
@pytest.mark.parametrize("config", ["", CONFIG])
def test_real_articles_are_where_hugo_puts_them(config: str, tmp_path: Path) -> None:
    files = articles()
    write_site(tmp_path, config, files)
    while refused := _refused(tmp_path):
        for name in refused:
            (tmp_path / name).unlink()
            del files[name]
    listed = list_all(tmp_path)
    pages = foretell(tmp_path, files)
    assert len(files) > 600
    ours = [foretold_row(path, pages[path], listed[path]) for path in sorted(pages)]
    assert ours == [listed_row(listed[path]) for path in sorted(pages)]


def _refused(folder: Path) -> set[str]:
    """The files that make Hugo stop, as far as it got."""
    done = run_hugo(folder, "list", "all")
    said = done.stdout + done.stderr if done.returncode else ""
    return {f"content/{name}" for name in re.findall(r"/content/([^\"\s:]+\.md)", said)}
