"""The normalizer and the real Hugo: it reads the same before and after, in every format."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from newslint import registry
from newslint.lint import fix as engine
from tests.support.hugo_program import needs_hugo, run_hugo, write_site
from tests.support.setting import settings, source

pytestmark = pytest.mark.slow

HOME = """
{{- range site.RegularPages }}
  {{- dict "page" (dict "date" .Date "lastmod" .Lastmod "publish" .PublishDate
      "expiry" .ExpiryDate "draft" .Draft "tags" (apply (.GetTerms "tags") "print" ".")
      "url" (path.Base .RelPermalink) "weight" .Weight "title" .Title)
      "file" .File.Path "params" .Params | jsonify | safeHTML }}
{{ end -}}
"""
"""A line of JSON for each page; its file is `before/<number>.md` or `after/<number>.md`."""

DATES = ("date", "lastmod", "publishdate", "expirydate")
"""Their texts in `.Params` change with their form; `page` has the moments."""

TOML = """+++
# file
title = "Über"
weight = 5
# of tags
tags = ["b", 'a', "C d"] # t
date = 2025-12-31 10:00:00+01:00
lastmod = 2026-01-01 10:00:00
publishDate = 'Wed, 31 Dec 2025 08:00:00 +0000'
x.y = [
  1,
  2
]

# params
[params]
list = ["a"]
[[params.deep]]
z = ['q', "r"]
+++
Body.
"""
JSON = """{
  "weight": 5,
  "tags": ["b", "a", "C d"],

  "title": "\\u00dcber",
  "date": "2025-12-31 10:00:00 +0100",
  "params": {
    "list": ["a", 1.5, null]
  }
}
Body.
"""
YAML = """---
weight: 5
# of title
title: 'Über'
tags: [b, a, "C d"] # t
date: 31 Dec 2025
lastmod: Thu, 01 Jan 2026 10:00:00 -0500
expiryDate: "2099-12-31 9:00:00 +0200"
---
Body.
"""
STYLES = (
    {"lists": "block", "quotes": "single", "key-order": ["date", "tags", "title"]},
    {"lists": "flow", "quotes": "double", "key-order": ["title", "weight", "date"]},
)


def pairs() -> list[tuple[str, str]]:
    """Texts before and after: those here in every style, and the examples of the rules."""
    texts = [
        example.before
        for rule in registry.all_rules()
        if rule.code.startswith("STY")
        for example in rule.examples
        if example.target == "hugo" and not example.site
    ]
    made = []
    for text in (TOML, JSON, YAML, *texts):
        for style in STYLES:
            using = settings({"select": ["STY"], "style": style})
            for ending in ("\n", "\r\n"):
                before = text.replace("\n", ending)
                outcome = engine.fix(source(before), "content/a.md", "a.md", using, unsafe=False)
                if outcome.text != before:
                    made.append((before, outcome.text))
    return made


def built(folder: Path, files: dict[str, str]) -> dict[str, object]:
    """What Hugo makes of each file."""
    write_site(folder, "disableKinds = ['rss', 'sitemap']\n", files)
    (folder / "layouts").mkdir()
    (folder / "layouts/all.html").write_text("", encoding="utf-8")
    (folder / "layouts/home.html").write_text(HOME, encoding="utf-8")
    done = run_hugo(folder, "--destination", "public", "-D", "-E", "-F")
    assert done.returncode == 0, done.stdout + done.stderr
    lines = (folder / "public/index.html").read_text(encoding="utf-8").splitlines()
    pages = [json.loads(line) for line in lines if line.strip()]
    for page in pages:
        page["params"] = {k: v for k, v in page["params"].items() if k not in DATES}
    return {page.pop("file"): page for page in pages}


@needs_hugo
def test_hugo_reads_the_same(tmp_path: Path) -> None:
    made = pairs()
    files: dict[str, str] = {}
    for number, (before, after) in enumerate(made):
        files |= {f"content/before/{number}.md": before, f"content/after/{number}.md": after}
    pages = built(tmp_path, files)
    assert len(pages) == len(files) > 100
    for number, (before, after) in enumerate(made):
        assert pages[f"after/{number}.md"] == pages[f"before/{number}.md"], (before, after)
