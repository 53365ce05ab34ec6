"""With the store the answer follows the layouts that print a summary."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.site.kept import Runs, runs, write
from tests.support.quick import one_in

__all__ = ["runs"]

ARTICLE = "---\ntitle: Flut {n}\ndate: 2025-01-02T00:00:00Z\nsummary: Don&#8217;t {n}\n---\nText.\n"
SITE = {
    "hugo.toml": "theme = 'paper'\n",
    "layouts/_default/single.html": "{{ .Params.summary | markdownify }}",
    "themes/paper/layouts/_default/list.html": "{{ range .Pages }}{{ .Summary }}{{ end }}",
    **{f"content/news/{n}.md": ARTICLE.replace("{n}", str(n)) for n in range(3)},
}
RAW = "{{ .Params.summary }}"


def put(files: Mapping[str, str]) -> Callable[[Path], None]:
    """A change that writes these files."""
    return lambda top: write(top, files)


CHANGES: dict[str, Callable[[Path], object]] = {
    "layout": put({"layouts/_default/single.html": RAW}),
    "new layout": put({"layouts/partials/deep/er/card.html": RAW}),
    "layout of the theme": put({"themes/paper/layouts/_default/list.html": RAW}),
    "new layout of the theme": put({"themes/paper/layouts/index.xml": RAW}),
    "layouts of the theme gone": lambda top: shutil.rmtree(top / "themes"),
    "config of the theme": put({"themes/paper/hugo.toml": "theme = 'other'\n"}),
    "theme of the site": put({"hugo.toml": "theme = ['paper', 'other']\n"}),
    "config of another environment": put({"config/staging/hugo.toml": "theme = 'other'\n"}),
    "linked layout": lambda top: (top / "layouts/partials").symlink_to(top / "themes"),
}


@pytest.mark.parametrize("name", one_in(3, CHANGES))
def test_after_a_change_of_layouts(runs: Runs, name: str) -> None:
    here = Path.cwd()
    write(here, SITE)
    before = runs.plain()
    assert runs.kept() == before
    assert runs.kept() == before
    assert runs.judged == []
    assert "TXT002" not in before
    CHANGES[name](here)
    after = runs.plain()
    assert after.count('"TXT002"') == 3
    assert runs.kept() == after
    assert runs.kept() == after
    assert runs.judged == []
    shutil.rmtree(here / "layouts")
    shutil.rmtree(here / "themes", ignore_errors=True)
    shutil.rmtree(here / "config", ignore_errors=True)
    write(here, SITE)
    assert runs.kept() == before
