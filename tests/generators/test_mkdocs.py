"""MkDocs: pages with and without metadata, and the posts of Material's blog, which are strict."""

from __future__ import annotations

from pathlib import Path

import pytest

from newslint.generators.mkdocs.program import MkDocs
from tests.support.site_folder import codes, found, found_in, generator_at, make, page

NAME = "mkdocs"
CONFIG = "site_name: A\nplugins:\n  - blog\n  - tags\n"
AUTHORS = "authors:\n  ana:\n    name: Ana\n"
SITE = {"mkdocs.yml": CONFIG, "docs/blog/.authors.yml": AUTHORS}
ARTICLES = {
    "docs/index.md": """\
# Willkommen

Eine Seite ohne Metadaten.
""",
    "docs/blog/posts/first.md": """\
---
date:
  created: 2024-03-05
  updated: 2024-04-01
authors:
  - ana
categories:
  - Noticias
draft: true
slug: primera-nota
readtime: 4
pin: true
links:
  - Guía: guide.md
  - https://example.org/x
---

# La primera nota

Texto breve.

<!-- more -->

Y más.
""",
    "docs/guide.md": """\
---
title: Руководство
description: Как начать работу за пять минут
icon: material/book
hide:
  - navigation
  - toc
tags:
  - HTML5
  - CSS
status: new
template: my.html
search:
  exclude: true
comments: yes
...

Текст.
""",
    "docs/macro.md": """\
---
title: دليل
---

{{ version }} و {% if a %}نص{% endif %}
""",
}


@pytest.mark.parametrize("path", ARTICLES)
def test_nothing_is_said_of_what_is_right(path: str, tmp_path: Path) -> None:
    assert found_in(make(tmp_path, SITE), path, ARTICLES[path]) == []


@pytest.mark.parametrize("path", ARTICLES)
def test_nothing_is_an_error_where_no_generator_is_known(path: str) -> None:
    errors = [one for one in found("generic", path, ARTICLES[path]) if one.severity == "error"]
    assert errors == []


def test_it_is_told_by_its_config(tmp_path: Path) -> None:
    make(tmp_path, SITE)
    assert generator_at(tmp_path / "deep/er").name == NAME


STOPS = [
    ("date: today", "error DAT001"),
    ("date: 2024-03-05 10:00", "error DAT001"),
    ("date: '2024-03-05'", "error DAT001"),
    ("date: {updated: 2024-03-05}", "error DAT001"),
    ("date: [2024-03-05]", "error DAT001"),
    ("date: 20240305", "error DAT002"),
    ("date: 2024-03-05\\ndraft: 'true'", "error SCH005"),
    ("date: 2024-03-05\\ndraft: 1", "error SCH005"),
    ("date: 2024-03-05\\ncategories: Новости", "error SCH007"),
    ("date: 2024-03-05\\ncategories:", "error SCH007"),
    ("date: 2024-03-05\\nauthors: ana", "error SCH007"),
    ("date: 2024-03-05\\nauthors: [bo]", "error SCH007"),
    ("date: 2024-03-05\\ntags: 新闻", "error SCH008"),
    ("title: No date", "error SCH001"),
]


@pytest.mark.parametrize(("front", "said"), STOPS)
def test_what_stops_the_build_is_an_error(front: str, said: str, tmp_path: Path) -> None:
    make(tmp_path, {"mkdocs.yml": CONFIG, "docs/blog/.authors.yml": AUTHORS})
    assert codes(found_in(tmp_path, "docs/blog/posts/a.md", page(front))) == [said]


def test_a_post_without_metadata(tmp_path: Path) -> None:
    make(tmp_path, {"mkdocs.yml": CONFIG})
    assert codes(found_in(tmp_path, "docs/blog/posts/a.md", "# Só texto\n")) == ["error FMT001"]


@pytest.mark.parametrize(
    "front",
    ["date: today", "draft: maybe", "categories: x", "authors: who", "title: 5", "slug: 5"],
)
def test_what_only_the_blog_reads_is_right_elsewhere(front: str, tmp_path: Path) -> None:
    make(tmp_path, {"mkdocs.yml": CONFIG})
    text = page(f"{front}\ntitle: A" if "title" not in front else front)
    assert [d for d in found_in(tmp_path, "docs/a.md", text) if d.severity == "error"] == []
    (tmp_path / "mkdocs.yml").write_text("site_name: A\n")
    assert found_in(tmp_path, "docs/blog/posts/a.md", text) == []


@pytest.mark.parametrize(
    ("front", "said"),
    [
        ("title: a: b", "error FMT008"),
        ("title: {{ name }}", "error FMT016"),
        ("title: 'a", "error FMT010"),
    ],
)
def test_front_matter_that_is_shown_as_text(front: str, said: str) -> None:
    assert codes(found(NAME, "docs/a.md", page(front))) == [said]


CONFIGS = [
    ("site_name: A\n", ("docs",), ""),
    ("docs_dir: ./pages/\nplugins:\n  - blog\n", ("pages",), "pages/blog/posts"),
    ("plugins:\n- search\n- material/blog:\n    blog_dir: .\n", ("docs",), "docs/posts"),
    ("plugins:\n  blog:\n    post_dir: '{blog}/p'\n", ("docs",), "docs/blog/p"),
    ("plugins:\n  - blog\n  - blog:\n      blog_dir: x\n", ("docs",), ""),
    ("INHERIT: ../base.yml\n", (), ""),
    ("docs_dir: !ENV [D, docs]\nx: !!python/name:a.b\n", (), ""),
    ("docs_dir: ../docs\n", (), ""),
    ("nav:\n  - blog:\n    - a.md\n", ("docs",), ""),
]


@pytest.mark.parametrize(("config", "content", "posts"), CONFIGS)
def test_configs(config: str, content: tuple[str, ...], posts: str, tmp_path: Path) -> None:
    made = generator_at(make(tmp_path, {"mkdocs.yaml": config}))
    assert isinstance(made, MkDocs)
    assert (made.content, made.posts) == (content, posts)


FENCES = {
    "--- \ntitle: T\n---\t\nBody.\n": True,
    "---\ntitle: T\n...\nBody.\n": True,
    "---\r\ntitle: T\r\n---\r\nBody.\r\n": True,
    "---\rtitle: T\r---\rBody.\r": True,
    "\ufeff---\ntitle: T\n---\nBody.\n": True,
    "\n---\ntitle: T\n---\nBody.\n": False,
    " ---\ntitle: T\n---\nBody.\n": False,
    "----\ntitle: T\n----\nBody.\n": False,
    "---\ntitle: T\n----\nBody.\n": False,
    "---\ntitle: T\n---B\nBody.\n": False,
    "---\ntitle: T\n ---\nBody.\n": False,
    "---\ntitle: T\n--\nBody.\n": False,
    "---\ntitle: T\nBody.\n": False,
    "--- # c\ntitle: T\n---\nBody.\n": False,
    "--- title: T\n---\nBody.\n": False,
    "---yaml\ntitle: T\n---\nBody.\n": False,
    "+++\ntitle = 'T'\n+++\nBody.\n": False,
    '{"title": "T"}\nBody.\n': False,
    "---\n---\nBody.\n": False,
}
"""A text -> whether MkDocs 1.6.1 reads its title."""


@pytest.mark.parametrize(("text", "read"), FENCES.items())
def test_delimiters(text: str, read: bool) -> None:
    said = found(NAME, "docs/a.md", text)
    assert [one.code for one in said if one.severity == "error"] == [] or not read
    assert read or codes(said)[0].startswith("error FMT00")
