"""The real MkDocs with Material, and what newslint says of the same front matter.

Measured with MkDocs 1.6.1, Material for MkDocs 9.8.2 and PyYAML 6.0.4: a site is built for each of
59 cases, a post of the blog or a page beside it.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.support.hugo_program import article
from tests.support.node_programs import needs
from tests.support.site_folder import found_in, generator_at, make, page

pytestmark = pytest.mark.slow

PROGRAM = shutil.which(os.environ.get("NEWSLINT_MKDOCS", "mkdocs"))
needs_mkdocs = needs(PROGRAM, "MkDocs", "NEWSLINT_MKDOCS")

SITE = {
    "mkdocs.yml": "site_name: T\ntheme:\n  name: material\nplugins:\n  - blog\n  - tags\n",
    "docs/index.md": "# Home\n",
    "docs/blog/index.md": "# Blog\n",
    "docs/blog/.authors.yml": "authors:\n  ana: {name: Ana, description: x, avatar: y}\n",
}

POST = r"""date: 2024-03-05|date: 2024-03-05 10:00:00|date: 2024-03-05T10:00:00+02:00|date:
date: 2024-03-05 10:00|date: "2024-03-05"|date: today|title: x|date: 20240305|date: 2024-02-30
date: {created: 2024-03-05}|date: {created: 2024-03-05, updated: 2024-03-06T10:00:00Z}
date: {updated: 2024-03-05}|date: [2024-03-05]|date: {}"""
DATED = r"""draft: yes|draft: true|draft: "true"|draft: 1|draft:|draft: false|categories: News
categories:|categories: []|categories: [Новости]|authors: ana|authors: [ana]|authors: [bo]|authors:
tags: news|tags: [a1, 2]|tags:|slug: a/b|slug: ""|slug: [a]|pin:|pin: true|title: [a]|title: 洪水
x: {{ a }}|title: a: b|title: 'a|title: A\ntitle: B|weight: heavy|slug: /x"""
PAGE = r"""title: 5|title: A|tags: news|tags: [a1, 1]|date: today\ndraft: maybe|draft: yes|date:
categories: x|authors: bo|slug: 5|date: [a]|status: new|hide: toc|weight: heavy"""

SHOWN = ("title: a: b", "x: {{ a }}", "title: 'a")
"""Front matter that stops no page, and all of which is shown as text."""

NOT_SEEN: set[tuple[str, str]] = set()
"""At these MkDocs stops and newslint says nothing."""

ELSEWHERE = {("docs/blog/posts/a.md", r"date: 2024-03-05\ntitle: A\ntitle: B")}
"""This MkDocs reads, and newslint calls it an error: one of the titles is lost."""


def _pieces(text: str) -> list[str]:
    return [piece for line in text.splitlines() for piece in line.split("|")]


CASES = [
    *(("docs/blog/posts/a.md", front) for front in _pieces(POST)),
    *(("docs/blog/posts/a.md", rf"date: 2024-03-05\n{front}") for front in _pieces(DATED)),
    *(("docs/p.md", front) for front in _pieces(PAGE)),
]


def _build(folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [PROGRAM or "mkdocs", "build", "-q"],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, "TZ": "UTC", "DISABLE_MKDOCS_2_WARNING": "true"},
    )


@needs_mkdocs
def test_newslint_says_what_mkdocs_does(tmp_path: Path) -> None:
    missed, wrong, drafts = set(), set(), {}
    for number, (path, front) in enumerate(CASES):
        text = page(front, "# Head\n\nText.\n")
        folder = make(tmp_path / str(number), {**SITE, path: text})
        done = _build(folder)
        if "No module named 'material'" in done.stderr or "'material'" in done.stderr:
            pytest.skip("Material for MkDocs is not installed beside MkDocs")
        errors = [one.code for one in found_in(folder, path, text) if one.severity == "error"]
        if done.returncode and not errors:
            missed.add((path, front))
        elif errors and not done.returncode:
            wrong.add((path, front))
        elif not errors and "posts" in path:
            made = generator_at(folder)
            foretold = made.page(article(path, text, made))
            posts = list(folder.glob("site/blog/2024/**/*.html"))
            drafts[path, front] = (foretold is not None and foretold.draft, not posts)
    assert (missed, wrong) == (NOT_SEEN, ELSEWHERE)
    assert len(drafts) > 15
    assert {case for case, (mine, theirs) in drafts.items() if mine != theirs} == set()


@needs_mkdocs
@pytest.mark.parametrize("front", SHOWN)
def test_front_matter_that_cannot_be_read_is_shown(front: str, tmp_path: Path) -> None:
    folder = make(tmp_path, {**SITE, "docs/p.md": page(front)})
    assert _build(folder).returncode == 0
    shown = (folder / "site/p/index.html").read_text(encoding="utf-8")
    assert re.search(r"<h2[^>]*>(?:title|x): ", shown)
    errors = found_in(folder, "docs/p.md", page(front))
    assert {one.severity for one in errors} == {"error"}
