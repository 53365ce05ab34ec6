"""Which target holds where, and site configs that cannot be read."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from newslint.config.command_line import CommandLine
from newslint.config.project import Project
from newslint.generators import load


def make(root: Path, *names: str, text: str = "") -> None:
    """Empty files (or with this text) below a folder; names that end in `/` are folders."""
    for name in names:
        path = root / name
        (path if name.endswith("/") else path.parent).mkdir(parents=True, exist_ok=True)
        if not name.endswith("/"):
            path.write_text(text, encoding="utf-8")


def detect(folder: Path) -> tuple[str, Path | None]:
    """Name and root of the site that a folder belongs to."""
    site = Project(CommandLine()).site(folder)
    return site.generator.name, site.root


@pytest.mark.parametrize("name", ["hugo.toml", "hugo.yaml", "hugo.yml", "hugo.json"])
def test_a_hugo_config_is_a_site(name: str, tmp_path: Path) -> None:
    make(tmp_path, name, "content/news/a.md")
    assert detect(tmp_path) == ("hugo", tmp_path)
    assert detect(tmp_path / "content/news") == ("hugo", tmp_path)
    assert detect(tmp_path / "content/not/there") == ("hugo", tmp_path)


@pytest.mark.parametrize("name", ["config.toml", "config.yml", "config/_default/params.toml"])
def test_another_config_is_one_beside_a_folder_of_hugo(name: str, tmp_path: Path) -> None:
    make(tmp_path, name, "src/a.md")
    assert detect(tmp_path / "src") == ("generic", None)
    make(tmp_path, "content/")
    assert detect(tmp_path / "src") == ("hugo", tmp_path)


def test_the_nearest_site_counts(tmp_path: Path) -> None:
    make(tmp_path, "hugo.toml", "docs/hugo.yaml", "docs/content/a.md")
    assert detect(tmp_path / "docs/content") == ("hugo", tmp_path / "docs")


def test_targets_by_name(tmp_path: Path) -> None:
    make(tmp_path, "hugo.toml", text='timeZone = "Asia/Tokyo"\n')
    assert load("hugo", tmp_path).timezone == "Asia/Tokyo"
    assert (load("hugo").timezone, load("generic", tmp_path).name) == ("", "generic")
    with pytest.raises(ValueError, match=r"^no target is called 'jekyl': there are astro, "):
        load("jekyl")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("hugo.toml", "title = \n"),
        ("hugo.yaml", "title: [\n"),
        ("config.json", "{\n"),
        ("hugo.yaml", "- a\n"),
        ("config/_default/permalinks.toml", "x\n"),
        ("hugo.toml", "title = '\udcff'\n"),
    ],
)
def test_a_broken_config_is_named_in_one_line(name: str, text: str, tmp_path: Path) -> None:
    make(tmp_path, name)
    (tmp_path / name).write_bytes(text.encode(errors="surrogateescape"))
    with pytest.raises(ValueError, match=f"^{re.escape(str(tmp_path / name))}: [^\n]+$"):
        load("hugo", tmp_path)


def test_an_empty_config_and_none_are_the_usual_ones(tmp_path: Path) -> None:
    assert load("hugo", tmp_path).taxonomies == ("categories", "tags")
    make(tmp_path, "hugo.yaml")
    assert load("hugo", tmp_path).content == ("content",)
