"""The site's config in its forms, and what follows from it."""

from __future__ import annotations

import pickle
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

from newslint.generators import load
from newslint.model.article import Page
from tests.support.hugo_program import article, foretell, list_all, needs_hugo, page_text

A_PAGE = page_text(title="A", date="2025-12-31T23:30:00-05:00")
EVERYWHERE = {
    "content/news/a.md": A_PAGE,
    "content/News/B b.md": A_PAGE,
    "content/other/_index.md": page_text(title="O"),
    "content/other/c/index.md": A_PAGE,
}
CONFIGS: Mapping[str, dict[str, str]] = {
    "yaml": {"hugo.yaml": "baseURL: https://example.org/\nPermalinks:\n  news: /:year/:slug\n"},
    "yml": {"config.yml": "baseurl: https://example.org/\npermalinks: {page: {news: /y/:slug}}\n"},
    "json": {"hugo.json": '{"baseURL": "https://example.org/", "uglyURLs": true}'},
    "first of two": {
        "hugo.toml": 'baseURL = "https://example.org/"\n',
        "config.toml": 'contentDir = "x"\n',
    },
    "folder": {
        "config/_default/hugo.toml": 'baseURL = "https://example.org/"\nuglyURLs = true\n',
        "config/_default/permalinks.yaml": "news: /:year/:slug\nother: /o/:slug\n",
        "config/production/config.toml": 'uglyURLs = false\n[permalinks]\nother = "/p/:slug"\n',
        "config/development/config.toml": "disablePathToLower = true\n",
        "config/_default/languages.toml": '[en]\nweight = 1\n[de]\ntimeZone = "Europe/Berlin"\n',
        "config/_default/params.de.toml": "a = 1\n",
    },
}


@pytest.mark.slow
@needs_hugo
@pytest.mark.parametrize("name", CONFIGS)
def test_configs_in_every_form(name: str, tmp_path: Path) -> None:
    for path, text in (EVERYWHERE | CONFIGS[name]).items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    listed = list_all(tmp_path)
    pages = foretell(tmp_path, EVERYWHERE)
    ours = {path: page.url for path, page in pages.items()}
    hugos = {
        p: unquote(r["permalink"].removeprefix("https://example.org")) for p, r in listed.items()
    }
    assert ours == hugos


def page_of(text: str, config: Mapping[str, Any] | None = None) -> Page:
    """The page of a text at content/news/a.md on a site with that config."""
    target = load("hugo", site=config or {})
    page = target.page(article("content/news/a.md", text, target))
    assert page is not None
    return page


def test_first_terms_are_raw() -> None:
    page = page_of(page_text(tags="['', New York, b]", categories="X", topics="[t]"))
    assert page.first == (("categories", "X"), ("tags", "New York"))
    assert page.terms == (
        ("categories", "/categories/x/"),
        ("tags", "/tags/new-york/"),
        ("tags", "/tags/b/"),
    )


def test_the_whole_page_of_a_plain_article() -> None:
    text = page_text(title="A", slug="B b", date="2025-12-31", draft="true", tags="[x]")
    config = {"permalinks": {"news": "/:year/:slug/"}, "timeZone": "Asia/Tokyo"}
    assert page_of(text, config) == Page(
        url="/2025/b-b/",
        draft=True,
        dates=(
            ("date", "2025-12-31T00:00:00+09:00"),
            ("lastmod", "2025-12-31T00:00:00+09:00"),
            ("publishdate", "2025-12-31T00:00:00+09:00"),
        ),
        terms=(("tags", "/tags/x/"),),
        first=(("tags", "x"),),
    )


@pytest.mark.parametrize(
    ("config", "path"),
    [
        ({}, "articles/a.md"),
        ({}, "content/a.mdx"),
        ({}, "content/.a.md"),
        ({}, "content/index.md"),
        ({}, "content/a._language_en_.md"),
        ({"permalinks": {"news": "/:nope/"}}, "content/news/a.md"),
        ({"permalinks": {"news": "/:sectionslug/"}}, "content/news/a.md"),
        ({"permalinks": {"news": "/:Z0700/"}}, "content/news/a.md"),
        ({"permalinks": {"news": "/a", "news/x": "/b"}}, "content/news/x/a.md"),
        ({"permalinks": {"ne[w]s": "/a"}}, "content/news/a.md"),
        ({"permalinks": {"news": 5}}, "content/news/a.md"),
        ({"permalinks": [{"pattern": "/a", "target": {"environment": "x"}}]}, "content/news/a.md"),
        ({"cascade": {"slug": "x"}}, "content/news/a.md"),
        ({"module": {"mounts": [{"source": "c", "target": "content", "files": "x"}]}}, "c/a.md"),
    ],
)
def test_what_is_not_known_has_no_url(config: Mapping[str, Any], path: str) -> None:
    target = load("hugo", site=config)
    page = target.page(article(path, page_text(title="A", date="2025-01-01"), target))
    assert page is not None
    assert (page.url, page.dates[0]) == (None, ("date", "2025-01-01T00:00:00Z"))


@pytest.mark.parametrize(
    "text",
    [
        page_text(url="https://example.org/a"),
        page_text(url="/:nope/"),
        page_text(url="/100%/"),
        page_text(sites="{matrix: {languages: [de]}}"),
        page_text(date="'31/12/2025'", url="/:year/"),
        page_text(date="10:30AM", url="/:year/"),
        page_text(slug="'%ff'", url="/:slug/"),
    ],
)
def test_front_matter_that_decides_nothing_has_no_url(text: str) -> None:
    assert page_of(text).url is None


def test_a_refused_date_is_passed_over() -> None:
    page = page_of(page_text(date="'31/12/2025'", lastmod="2025-01-01"))
    assert page.url == "/news/a/"
    assert page.dates == (
        ("date", "2025-01-01T00:00:00Z"),
        ("lastmod", "2025-01-01T00:00:00Z"),
    )


def test_without_a_site_no_url_is_known() -> None:
    target = load("hugo")
    page = target.page(article("content/news/a.md", page_text(slug="x", tags="[t]"), target))
    assert page == Page(None, False, (), (("tags", "/tags/t/"),), (("tags", "t"),))
    assert (target.slug("A b"), target.term_path("A b"), target.content) == (None, "a-b", ())


def test_slug_and_term_path_follow_the_config() -> None:
    kept = load("hugo", site={"disablePathToLower": True, "removePathAccents": True})
    assert (kept.slug("-Ä B-"), kept.term_path("São  Paulo ")) == ("A-B", "Sao-Paulo")
    plain = load("hugo", site={})
    assert (plain.slug("-Ä B-"), plain.term_path("São  Paulo ")) == ("ä-b", "são--paulo-")


def test_a_target_says_what_its_site_uses() -> None:
    config = {
        "timeZone": "Asia/Tokyo",
        "contentDir": "articles",
        "taxonomies": {"topic": "Topics"},
        "frontmatter": {"date": ["atomDate", ":filename", ":default"]},
    }
    target = load("hugo", site=config)
    assert (target.name, target.timezone, target.content) == ("hugo", "Asia/Tokyo", ("articles",))
    assert target.taxonomies == ("topics",)
    assert target.role_keys["date"] == ("atomdate", "date")
    assert target.role_keys["lastmod"] == ("lastmod", "modified")
    assert {"atomdate", "topics", "topics_weight", "date", "pubdate"} <= target.known_keys


def test_targets_can_be_sent_to_other_processes() -> None:
    target = pickle.loads(pickle.dumps(load("hugo", site={"permalinks": {"news": "/:slug"}})))
    page = target.page(article("content/news/a.md", page_text(slug="B"), target))
    assert page.url == "/b/"


def test_odd_terms_and_section_files_do_no_harm(tmp_path: Path) -> None:
    (tmp_path / "hugo.toml").touch()
    section = tmp_path / "content/news"
    (tmp_path / "content/tags").mkdir(parents=True)
    section.mkdir()
    (section / "_index.md").write_text(f"---\nslug: {'[' * 400}\n---\n", encoding="utf-8")
    target = load("hugo", tmp_path)
    long = "a" * 300
    page = target.page(
        article("content/news/a.md", page_text(tags=f'[.., "a\\0b", {long}, /]'), target)
    )
    assert page is not None
    assert page.url == "/news/a/"
    assert [url for _, url in page.terms] == ["/tags/../", "/tags/ab/", f"/tags/{long}/", "/tags/"]


def test_a_section_file_that_is_no_file_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "hugo.toml").touch()
    (tmp_path / "content/news/_index.md").mkdir(parents=True)
    (tmp_path / "content/news/_index.html").write_text('+++\nslug = "N n"\n+++\n')
    target = load("hugo", tmp_path)
    page = target.page(article("content/news/a.md", page_text(title="A"), target))
    assert page is not None
    assert page.url == "/n-n/a/"
