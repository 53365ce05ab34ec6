"""What the rules call an error stops the real Hugo or loses the page; the rest does not stop it."""

from __future__ import annotations

from pathlib import Path

import pytest

from newslint.lint import fix as engine
from tests.support.hugo_program import list_all, needs_hugo, run_hugo, write_site
from tests.support.setting import settings, source

pytestmark = pytest.mark.slow

ERRORS = """published: true
published: "false"
url: https://example.org/a
params: []
build: never
cascade: x
sites: x
_build: {list: never}
markup: mmark
outputs: [html, app]
outputs: html, rss
aliases: [https://example.org/a]
aliases: [/]"""
OTHERS = """publishDate: 2025-12-31\\npublished: true
sitemap: false
resources: x
aliases: ["/?p=1"]
aliases: [/old/, /old]
aliases: ["//example.org/a"]
published: 2025-12-31"""
CHECKED = settings({"select": ["SCH006", "SCH007", "SLG007"]})


def _text(key: str) -> str:
    lines = key.replace("\\n", "\n")
    return f"---\ntitle: A\n{lines}\n---\nText.\n"


def _severities(text: str) -> set[str]:
    found = engine.check(source(text), "content/news/a.md", "a.md", CHECKED)
    return {diagnostic.severity for diagnostic in found}


@needs_hugo
@pytest.mark.parametrize("key", ERRORS.split("\n"))
def test_errors_stop_hugo(key: str, tmp_path: Path) -> None:
    write_site(tmp_path, "", {"content/news/a.md": _text(key)})
    assert run_hugo(tmp_path).returncode != 0
    assert _severities(_text(key)) == {"error"}


@needs_hugo
def test_the_others_do_not(tmp_path: Path) -> None:
    keys = OTHERS.split("\n")
    files = {f"content/news/{n}.md": _text(key) for n, key in enumerate(keys)}
    write_site(tmp_path, "", {**files, "layouts/all.html": ""})
    assert run_hugo(tmp_path).returncode == 0
    assert [_severities(_text(key)) for key in keys] == [
        {"warning"},
        {"warning"},
        {"warning"},
        {"warning"},
        {"info"},
        {"warning"},
        set(),
    ]


@needs_hugo
def test_an_empty_published_makes_a_draft(tmp_path: Path) -> None:
    text = _text("published:")
    write_site(tmp_path, "", {"content/news/a.md": text, "layouts/all.html": ""})
    assert list_all(tmp_path)["content/news/a.md"]["draft"] == "true"
    assert _severities(text) == {"error"}


@needs_hugo
def test_an_empty_alias_takes_the_place_of_the_section(tmp_path: Path) -> None:
    text = _text("aliases: ['']")
    write_site(tmp_path, "", {"content/news/a.md": text, "layouts/all.html": "all"})
    assert run_hugo(tmp_path).returncode == 0
    page = (tmp_path / "public/news/index.html").read_text(encoding="utf-8")
    assert 'http-equiv="refresh"' in page
    assert _severities(text) == {"error"}
