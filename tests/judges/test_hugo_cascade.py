"""What the real Hugo hands down to a page, beside what newslint says it does."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from newslint import generators
from tests.support.hugo_program import program, run_hugo, write_site

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(program() is None, reason="Hugo is not installed"),
]

CONFIG = """disableKinds = ["taxonomy", "term", "rss", "sitemap", "404"]
[languages.en]
weight = 1
[languages.tr]
weight = 2
[cascade]
title = "of the config"
zone = "config"
[cascade.params]
author = "of the config"
"""
HOME = """---
title: Home
cascade:
- image: home.jpg
- target: {environment: production}
  production: 1
- target: {environment: development}
  development: 1
- target: {kind: "{page,section}"}
  kinds: 1
- target: {path: "/Posts/*"}
  level: 1
- target: {path: "{/posts/**,/x}"}
  deep: 1
- target: {path: "posts/**"}
  bare: 1
- target: {path: "**"}
  all: 1
---
"""
POSTS = """---
title: P
CASCADE:
- image: ""
  author: posts
- image: second.jpg
  second: 1
---
"""
FILES = {
    "layouts/home.html": """{{ range site.RegularPages }}{{ with .File }}{{ .Path }}{{ end }}|\
{{ jsonify .Params }}
{{ end }}""".replace("\\\n", ""),
    "layouts/all.html": "",
    "content/_index.md": HOME,
    "content/_index.tr.md": HOME.replace("home.jpg", "ev.jpg"),
    "content/posts/_index.md": POSTS,
    "content/posts/deep/_index.md": '{"title": "D", "cascade": {"zone": "deep", "draft": false}}\n',
    "content/draft/_index.md": "+++\ntitle='D'\ndraft=true\n[cascade]\nzone='draft'\n+++\n",
    **{
        f"content/{name}.md": "---\nown: 1\n---\nText.\n"
        for name in ("posts/a", "posts/a.tr", "posts/deep/b", "posts/c/index", "draft/d", "e")
    },
}
SET_BY_HUGO = {"own", "iscjklanguage", "draft"}


def test_pages_have_what_is_handed_down(tmp_path: Path) -> None:
    write_site(tmp_path, CONFIG, FILES)
    done = run_hugo(tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    hugo = generators.load("hugo", tmp_path)
    pages = 0
    for folder in ("public", "public/tr"):
        text = (tmp_path / folder / "index.html").read_text(encoding="utf-8")
        for line in filter(str.strip, text.splitlines()):
            path, _, values = line.partition("|")
            inherited = hugo.inherited(f"content/{path}").values
            mine = {k: v for k, v in inherited.items() if "." not in k and k != "params"}
            real = {k: v for k, v in json.loads(values).items() if k not in SET_BY_HUGO}
            assert {k: v for k, v in mine.items() if k not in SET_BY_HUGO} == real, path
            pages += 1
    assert pages == 6
