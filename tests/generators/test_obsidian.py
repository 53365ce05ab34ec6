"""Obsidian: a vault of notes, which is the site's where it lies in one."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.site_folder import codes, found, found_in, generator_at, make

NAME = "obsidian"
SITE = {".obsidian/": ""}
ARTICLES = {
    "daily/2024-03-05.md": """\
---
tags:
  - daily
  - project/alpha
aliases:
  - mardi
cssclasses:
  - wide
date: 2024-03-05T09:30
link: "[[Projet Alpha]]"
source: "[[Lecture]]"
url: "[[x]]"
author: "[[Ann Lee]]"
status: en cours
due: tomorrow
publish: false
---

Notes du jour. {{date}}
""",
    "index.md": """\
Seulement du texte, sans titre.
""",
    "책.md": """\
---
tag: 책
alias: 독서
rating: 4.5
completed: true
created: 2024-03-05 10:00
cover: "![[cover.png]]"
---
[[다른 노트]]
""",
    "read.md": """\
---
title:
author:
date:
tags:
---
Noch leer.
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


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("---\ntitle: a: b\n---\n", "error FMT008"),
        ("---\ntags:\n  - #ไทย\n---\n", "error FMT009"),
        ("—\ntags: a\n—\n", "error FMT001"),
        ("---\ntags: [책, 책]\n---\n", "warning TAG001"),
    ],
)
def test_faults_are_found(text: str, said: str) -> None:
    assert [code[-6:] for code in codes(found(NAME, "a.md", text))][:1] == [said[-6:]]


def test_a_vault_in_a_site_is_the_sites(tmp_path: Path) -> None:
    make(tmp_path, {"hugo.toml": "", "content/.obsidian/": "", "content/a/": ""})
    assert generator_at(tmp_path / "content/a").name == "hugo"
    make(tmp_path, {"content/.obsidian/": "", "content/quartz.config.ts": ""})
    assert generator_at(tmp_path / "content/a").name == "quartz"


def test_a_vault_in_a_vault(tmp_path: Path) -> None:
    make(tmp_path, {".obsidian/": "", "work/.obsidian/": "", "work/x/": ""})
    assert generator_at(tmp_path / "work/x").name == NAME
