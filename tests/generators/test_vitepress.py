"""VitePress: pages of which nearly everything is optional, and delimiters of gray-matter."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.site_folder import codes, found, found_in, generator_at, make

NAME = "vitepress"
SITE = {".vitepress/config.mts": "export default {}\n"}
ARTICLES = {
    "index.md": """\
---
layout: home

hero:
  name: Kestrel
  text: A small build tool
  tagline: Fast, and easy to read
  image:
    src: /logo.svg
    alt: Kestrel
  actions:
    - theme: brand
      text: Get started
      link: /guide/start
    - theme: alt
      text: GitHub
      link: https://github.com/example/kestrel

features:
  - icon: ⚡️
    title: Fast
    details: Builds a thousand pages a second
  - title: Простой
    details: Один файл настроек
---
""",
    "guide/start.md": """\
# 快速开始

安装之后运行 `kestrel`。{{ $frontmatter.title }}
""",
    "guide/api.md": """\
---
title: Référence
titleTemplate: ':title | Kestrel'
outline: deep
lastUpdated: false
editLink: true
sidebar: false
head:
  - - meta
    - name: description
      content: Toutes les options
prev:
  text: Démarrer
  link: /guide/start
next: false
---

<script setup>
import { ref } from 'vue'
</script>

{{ 1 + 1 }}
""",
    "blog/post.md": """\
---
title: Yağmur
date: Jan 5, 2024
author: Elif
tags: yağmur
draft: yes
---

Bugün yağmur yağdı.
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
        ("---\ntitle: Başlık\ntitle: b\n---\n", "error FMT013"),
        ("\n---\ntitle: A\n---\n", "error FMT003"),
        ("+++\ntitle = 'A'\n+++\n", "error FMT001"),
        ("---\ntitle: A\n...\nText.\n", "error FMT003"),
    ],
)
def test_faults_are_found(text: str, said: str) -> None:
    assert codes(found(NAME, "a.md", text))[:1] == [said]


def test_a_folder_of_settings_is_one(tmp_path: Path) -> None:
    make(tmp_path, {".vitepress/theme/": "", "a.md": ""})
    assert generator_at(tmp_path).name == "generic"
    make(tmp_path, {".vitepress/config/": ""})
    assert generator_at(tmp_path).name == NAME
