"""What Zola's config says of taxonomies: of all languages together, or nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from newslint import generators
from newslint.frontmatter.read import read_article
from newslint.generators.site_config import SiteConfigError
from tests.support.setting import settings, source

ARTICLE = read_article(source("+++\n+++\n"), "content/a.md", settings())


@pytest.mark.parametrize(
    ("name", "config", "terms"),
    [
        ("zola.toml", '[[taxonomies]]\nname = "Tags"\n', {"tags"}),
        ("config.toml", 'taxonomies = [{name = "tags", feed = true}]\n', {"tags"}),
        (
            "zola.toml",
            '[[taxonomies]]\nname = "tags"\n[languages.de]\ntaxonomies = [{name = "orte"}]\n',
            {"tags", "orte"},
        ),
        ("zola.toml", 'base_url = "https://a.example"\n', set()),
        ("zola.toml", "", None),
    ],
)
def test_taxonomies(tmp_path: Path, name: str, config: str, terms: set[str] | None) -> None:
    (tmp_path / name).write_text(config, encoding="utf-8")
    reserved = generators.load("zola", tmp_path).reserved(ARTICLE)
    assert reserved["taxonomies"].names == terms


def test_without_a_config_nothing_is_known(tmp_path: Path) -> None:
    assert generators.load("zola", tmp_path).reserved(ARTICLE)["taxonomies"].names is None


def test_a_config_that_cannot_be_read_is_said(tmp_path: Path) -> None:
    (tmp_path / "zola.toml").write_text("a = [", encoding="utf-8")
    with pytest.raises(SiteConfigError):
        generators.load("zola", tmp_path)
