"""Quarto: documents that end in `.qmd`, dates that are words, code in the front matter."""

from __future__ import annotations

from pathlib import Path

import pytest

from newslint.config.command_line import CommandLine
from newslint.config.project import Project
from newslint.files.discover import discover
from tests.support.site_folder import (
    codes,
    found,
    found_in,
    generator_at,
    make,
    page,
    settings_at,
)

NAME = "quarto"
SITE = {"_quarto.yml": "project:\n  type: website\n"}
ARTICLES = {
    "posts/analyse.qmd": """\
---
title: "Analyse der Pegel"
subtitle: "Ein Versuch"
author:
  - name: Jörg Weiß
    orcid: 0000-0002-1825-0097
    affiliations:
      - ref: uni
date: last-modified
date-format: long
categories: [pegel, "R"]
format:
  html:
    toc: true
    code-fold: true
execute:
  echo: false
bibliography: refs.bib
draft: true
image: pegel.png
---

```{r}
#| label: fig-pegel
plot(1:10)
```

{{< video https://example.org/v.mp4 >}}
""",
    "index.qmd": """\
---
title: "{{< meta site >}}"
listing:
  contents: posts
  sort: "date desc"
about:
  template: jolla
title-block-banner: true
date: today
...

Bienvenue.
""",
    "notes.qmd": """\
## Замечания

Текст без шапки.
""",
    "a.md": """\
---
title: 本日の記録
date: 3/5/2024
author: "山田"
---

本文。
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
    ("front", "said"),
    [
        ("title: a: b", "error FMT008"),
        ("title: 'A\\ndate: today", "error FMT010"),
        ("title: A\\ntitle: Б", "error FMT013"),
    ],
)
def test_faults_are_found(front: str, said: str) -> None:
    assert codes(found(NAME, "posts/a.md", page(front)))[:1] == [said]


def test_qmd_is_an_article_in_its_projects_alone(tmp_path: Path) -> None:
    make(tmp_path, {"_quarto.yml": "", "a/x.qmd": page("title: A"), "a/y.Rmd": page("title: B")})
    make(tmp_path, {"a/z.qmd": "No front matter.\n", "a/data.csv": "a\n"})
    found_there = discover([tmp_path], Project(CommandLine()).folder).files
    assert [path.name for path in found_there] == ["x.qmd", "y.Rmd"]
    named = discover([tmp_path / "a/z.qmd"], Project(CommandLine()).folder)
    assert named.files != ()
    (tmp_path / "_quarto.yml").unlink()
    assert discover([tmp_path / "a/x.qmd"], Project(CommandLine()).folder).files == ()
    assert settings_at(tmp_path, "a/x.qmd").context.generator.name == "generic"


def test_metadata_of_the_folder_is_not_missing(tmp_path: Path) -> None:
    """An author that `_metadata.yml` gives, of this folder or of one above, is there."""
    files = {
        **SITE,
        "posts/_metadata.yml": "author: Jörg Weiß\nimage: pegel.png\n",
        "posts/2025/a.qmd": "---\ntitle: Pegel\n---\nText.\n",
        "about.qmd": "---\ntitle: Über uns\n---\nText.\n",
    }
    generator = generator_at(make(tmp_path, files))
    assert generator.inherited("posts/2025/a.qmd").gives(("author",)) is True
    assert generator.inherited("about.qmd").gives(("author",)) is False


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("posts/_metadata.yml", "author: [\n"),
        ("posts/_metadata.yml", "metadata-files: [more.yml]\n"),
        ("_quarto-print.yml", "author: x\n"),
    ],
)
def test_metadata_that_is_not_known(name: str, text: str, tmp_path: Path) -> None:
    generator = generator_at(make(tmp_path, {**SITE, name: text, "posts/a.qmd": "---\n---\n"}))
    assert generator.inherited("posts/a.qmd").gives(("author",)) is None
