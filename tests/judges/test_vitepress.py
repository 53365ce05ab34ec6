"""The real VitePress, and what newslint says of the same files.

Measured with VitePress 1.6.4 and Node 20: its own renderer reads each of 44 files, and one site of
them that can be read is built, with its titles.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.frontmatter.test_fence_matrix import TABLE
from tests.support.node_programs import folder_of, needs, run_node
from tests.support.site_folder import found_in, make, page

pytestmark = pytest.mark.slow

PROGRAM = folder_of("NEWSLINT_VITEPRESS", "vitepress")
needs_vitepress = needs(PROGRAM, "VitePress", "NEWSLINT_VITEPRESS")

SITE = {".vitepress/config.mjs": "export default {title: 'T'}\n"}

SCRIPT = r"""
import fs from 'node:fs';
import {createMarkdownRenderer} from 'vitepress';
const texts = JSON.parse(fs.readFileSync(0, 'utf8'));
const md = await createMarkdownRenderer('.');
const results = [];
for (const text of texts) {
  const env = {path: '/x/a.md', relativePath: 'a.md', cleanUrls: false};
  try {
    await (md.renderAsync ?? md.render).call(md, text, env);
    results.push({read: 'title' in (env.frontmatter ?? {})});
  } catch (error) { results.push({stops: String(error.message).split('\n')[0]}); }
}
process.stdout.write('\n@@' + JSON.stringify(results));
process.exit(0);
"""

FRONTS = r"""title: a: b|title: A\ntitle: B|title: 'a|title: !x T|title: |# c\n  T|title: [a]
title: 5
title: T\nhero: {name: a}|title: T\nlastUpdated: false|title: T\ndate: Jan 5, 2024
title: T\ndraft: yes|title: T\ntags: a, b|title: 洪水|title: "T"\n<<: a"""

TITLES = {
    "a.md": ("# Başlık\n\nText.\n", "Başlık"),
    "b.md": (page("title: 洪水"), "洪水"),
    "c.md": (page("description: x", "## Zwei\n"), "T"),
    "d.md": (page("layout: home\nhero:\n  name: K", ""), "T"),
    "e.md": (page("title: ''", "# Überschrift\n"), "T"),
    "f.md": (page("title: [a]", "# Заголовок\n"), "Заголовок"),
    "g.md": (page("title:", "# Kop\n"), "Kop"),
}


ELSEWHERE = {
    page("title: [a]"): "the heading is taken in the place of a title that is a list",
}
"""Files that newslint says something else of, and why."""


def _texts() -> list[str]:
    fronts = FRONTS.replace("|# c", "\0# c")
    pieces = [piece.replace("\0", "|") for line in fronts.splitlines() for piece in line.split("|")]
    return [*TABLE, *map(page, pieces)]


@needs_vitepress
def test_newslint_says_what_vitepress_does(tmp_path: Path) -> None:
    assert PROGRAM is not None
    texts = _texts()
    results: list[dict[str, Any]] = run_node(PROGRAM, SCRIPT, texts, "--input-type=module")
    make(tmp_path, SITE)
    other = set()
    for text, real in zip(texts, results, strict=True):
        errors = [one.code for one in found_in(tmp_path, "a.md", text) if one.severity == "error"]
        lost = "stops" in real or not real["read"]
        if lost != bool(errors):
            other.add(text)
    assert other == set(ELSEWHERE)


@needs_vitepress
def test_titles_come_from_elsewhere(tmp_path: Path) -> None:
    assert PROGRAM is not None
    files = {name: text for name, (text, _) in TITLES.items()}
    make(tmp_path, {**SITE, **files})
    (tmp_path / "node_modules").symlink_to(PROGRAM / "node_modules")
    done = subprocess.run(
        [shutil.which("node") or "node", "node_modules/vitepress/bin/vitepress.js", "build"],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        check=False,
        env=os.environ,
    )
    assert done.returncode == 0, done.stderr
    for name, (text, title) in TITLES.items():
        built = tmp_path / ".vitepress/dist" / name.replace(".md", ".html")
        seen = re.search("<title>(.*?)</title>", built.read_text(encoding="utf-8"))
        assert seen is not None
        assert seen[1].split(" | ")[0] == title
        assert [one for one in found_in(tmp_path, name, text) if one.code == "SCH001"] == []
