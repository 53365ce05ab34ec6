"""Pages of Hugo sites that are lost, or only seem to be: each case was asked of Hugo 0.168."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from newslint import check_paths
from tests.support.hugo_program import write_site

NOW = datetime(2026, 1, 31, 12, tzinfo=UTC)
LANGUAGES = "[languages.en]\nweight = 1\n[languages.de]\nweight = 2\n"
MOUNTS = """
[[module.mounts]]
source = "extra"
target = "content/news"
[[module.mounts]]
source = "content"
target = "content"
"""
CODES = ("SIT001", "SIT002", "SIT008")

LOST = {
    "an alias": (
        "",
        ("content/news/a.md|aliases: [/news/b/]", "content/news/b.md|"),
        ("SIT008 content/news/a.md",),
    ),
    "two terms": (
        "",
        ("content/news/a.md|tags: ['R&D']", "content/news/b.md|tags: [RD]"),
        ("SIT002 content/news/a.md", "SIT002 content/news/b.md"),
    ),
    "a section of a draft": (
        "",
        ("content/blog/a.md|draft: true", "content/news/b.md|url: /blog/"),
        ("SIT001 content/news/b.md",),
    ),
    "a section of a page without HTML": (
        LANGUAGES,
        ("content/blog/a.de.md|outputs: [json]", "content/news/b.md|url: /de/blog/"),
        ("SIT001 content/news/b.md",),
    ),
    "the JSON of a page without HTML": (
        "",
        (
            "content/news/a.md|outputs: [json]\nurl: /kelp.txt\naliases: [/news/c/]",
            "content/news/b.md|url: /kelp.txt",
            "content/news/c.md|url: /kelp/index.json",
            "content/news/d.md|slug: e\noutputs: [json]",
            "content/news/e.md|outputs: [json]",
        ),
        tuple(f"SIT001 content/news/{name}.md" for name in "abde"),
    ),
    "a term of a page without HTML": (
        '[outputs]\npage = ["json"]\n',
        ("content/news/a.md|tags: [kelp]", "content/news/b.md|url: /tags/kelp/\noutputs: [HTML]"),
        ("SIT001 content/news/b.md",),
    ),
    "one of two files of a place, whose terms, alias and URL then count for nothing": (
        "",
        (
            "content/news/a.md|tags: [RD]",
            "content/news/kelp/index.md|slug: algae",
            "content/news/kelp.md|tags: ['R&D']\nslug: weed\naliases: [/news/a/]",
            "content/news/c.md|slug: weed",
        ),
        ("SIT001 content/news/kelp.md", "SIT001 content/news/kelp/index.md"),
    ),
    "a section whose `_index` file lies in a folder of another spelling": (
        "",
        (
            "content/News/_index.md|slug: latest",
            "content/news/a.md|",
            "content/blog/b.md|url: /latest/a/",
        ),
        ("SIT001 content/blog/b.md", "SIT001 content/news/a.md"),
    ),
    "a term whose folder has a blank": (
        "",
        (
            "content/tags/New York/_index.md|slug: nyc",
            "content/news/a.md|tags: [New York]",
            "content/news/b.md|url: /tags/nyc/",
        ),
        ("SIT001 content/news/b.md", "SIT001 content/tags/New York/_index.md"),
    ),
    "a section in the form of its first page": (
        "disablePathToLower = true\n",
        ("content/News/a.md|", "content/news/b.md|", "content/tide/c.md|url: /News/"),
        ("SIT001 content/tide/c.md",),
    ),
    "a term of a page that has only links": (
        "",
        ("content/news/a.md|tags: [kelp]\nbuild: {render: link}", "content/b.md|url: /tags/kelp/"),
        ("SIT001 content/b.md",),
    ),
    "a taxonomy with a pattern": (
        '[permalinks.taxonomy]\ntags = "/news/"\ncategories = "/c/:title/"\n',
        ("content/b.md|url: /news/", "content/c.md|url: /c/categories/"),
        ("SIT001 content/b.md", "SIT001 content/c.md"),
    ),
    "a section with a pattern": (
        '[permalinks.section]\nnews = "/s/:sections[last]/"\n',
        ("content/news/b.md|url: /s/news/",),
        ("SIT001 content/news/b.md",),
    ),
    "a home page with the name of a file, over which a redirect to itself is written": (
        f"uglyURLs = true\ndefaultContentLanguageInSubdir = true\n{LANGUAGES}",
        ("content/_index.md|", "content/a.md|url: /"),
        ("SIT001 content/_index.md", "SIT001 content/a.md"),
    ),
    "a page with the name of a file, over which its own JSON is written": (
        "",
        ("content/news/a.md|url: /kelp/index.html\noutputs: [json, html]",),
        ("SIT001 content/news/a.md",),
    ),
    "the JSON of pages that are files": (
        "uglyURLs = true\n",
        (
            "content/news/a.md|outputs: [json, html]",
            "content/b.md|url: /news/a.json",
            "content/news/d.md|outputs: [json]",
            "content/e.md|url: /news/d.json",
        ),
        ("SIT001 content/b.md", "SIT001 content/e.md", "SIT001 content/news/d.md"),
    ),
    "a draft that hides a page, and a third file": (
        "",
        (
            "content/news/kelp prices.md|date: 2999-01-01",
            "content/news/kelp-prices.md|",
            "content/news/kelp-prices/index.md|draft: true",
        ),
        ("SIT001 content/news/kelp-prices.md",),
    ),
    "a page that is handed down what leaves it where it is": (
        "",
        (
            "content/news/_index.md|cascade: {build: {list: never}, outputs: [html, json]}",
            "content/news/a.md|",
            "content/b.md|url: /news/a/",
            "content/c.md|url: /news/a/index.json",
        ),
        ("SIT001 content/b.md", "SIT001 content/c.md", "SIT001 content/news/a.md"),
    ),
    "a term that is no list": (
        "",
        ("content/news/a.md|tags: New York", "content/b.md|url: /tags/new-york/"),
        ("SIT001 content/b.md",),
    ),
    "an alias of a page that is a file": (
        "",
        ("content/news/a.md|url: /kelp.html\naliases: [/b/]", "content/b.md|"),
        ("SIT008 content/news/a.md",),
    ),
    "a section whose folder is mounted": (
        MOUNTS,
        ("extra/a.md|", "content/b.md|url: /news/"),
        ("SIT001 content/b.md",),
    ),
    "a draft in a folder with a blank": (
        "",
        ("content/news/a b/index.md|", "content/news/a-b/index.md|draft: true\nslug: x"),
        ("SIT001 content/news/a b/index.md",),
    ),
    "a folder in two forms": (
        "disablePathToLower = true\n",
        (
            "content/News/b.md|",
            "content/news/a/index.md|",
            "content/c.md|url: /news/News/b/",
            "content/d.md|url: /news/a/",
            "content/Tide/b.md|",
            "content/tide/_index.md|slug: low",
            "content/e.md|url: /low/Tide/b/",
        ),
        tuple(
            f"SIT001 content/{name}"
            for name in ("News/b.md", "Tide/b.md", "c.md", "d.md", "e.md", "news/a/index.md")
        ),
    ),
}
"""Config, files with what their front matter says, and what is reported."""

SOUND = {
    "an alias of a site that wants no redirects": (
        "disableAliases = true\n",
        ("content/news/a.md|aliases: [/news/b/]", "content/news/b.md|"),
    ),
    "two terms of a site without their pages": (
        'disableKinds = ["term"]\n',
        ("content/news/a.md|tags: ['R&D']", "content/news/b.md|tags: [RD]"),
    ),
    "a section whose own page is a draft, and none of another language": (
        LANGUAGES,
        (
            "content/blog/_index.md|draft: true",
            "content/blog/a.md|",
            "content/tide/a.md|",
            "content/news/b.md|url: /blog/",
            "content/news/c.md|url: /de/tide/",
        ),
    ),
    "no section where another language has a page, or a bundle": (
        LANGUAGES,
        (
            "content/news/a.md|",
            "content/news.de.md|",
            "content/blog/a.md|draft: true",
            "content/blog/index.de.md|",
            "content/tide/b.md|url: /news/",
            "content/tide/c.md|url: /blog/",
        ),
    ),
    "terms of a page that is never rendered": (
        "",
        (
            "content/news/a.md|tags: [kelp]\nbuild: {render: never}",
            "content/news/c.md|tags: [kelp]\nheadless: true",
            "content/news/d.md|tags: [kelp]\ndraft: true",
            "content/b.md|url: /tags/kelp/",
        ),
    ),
    "no redirect from the folder of the default language": (
        f"uglyURLs = true\n{LANGUAGES}",
        ("content/_index.md|", "content/a.md|url: /en/"),
    ),
    "a term of which it is not known in which form Hugo has it": (
        "disablePathToLower = true\n",
        (
            "content/news/a.md|tags: [Kelp]",
            "content/news/b.md|tags: [kelp]",
            "content/c.md|url: /tags/kelp/",
        ),
    ),
    "a page that is handed down that it is none": (
        "",
        (
            "content/news/_index.md|cascade: {build: {render: never}}",
            "content/news/a.md|",
            "content/b.md|url: /news/a/",
            "content/blog/_index.md|cascade: {draft: true}",
            "content/blog/a.md|",
            "content/c.md|url: /blog/a/",
            "content/tide/_index.md|cascade: {outputs: [json]}",
            "content/tide/a.md|",
            "content/d.md|url: /tide/a/",
        ),
    ),
    "lists that are handed down that they are none": (
        "",
        (
            "content/tags/_index.md|cascade: {draft: true}",
            "content/_index.md|cascade: {target: {path: /news}, build: {render: never}}",
            "content/news/a.md|tags: ['R&D', kelp]",
            "content/blog/b.md|tags: [RD]",
            "content/b.md|url: /tags/kelp/",
            "content/c.md|url: /news/",
        ),
    ),
    "a page without a known URL, which is kept": (
        "disablePathToLower = true\n",
        (
            "content/News/two/Index.md|",
            "content/news/two.md|url: /en/",
            "content/news/_index.md|",
        ),
    ),
    "a file that is mounted into a bundle": (
        MOUNTS,
        ("content/news/index.md|", "extra/a.md|", "content/b.md|aliases: [/news/a/]"),
    ),
}
"""Config and files of which all are built, and none is written over another."""


def _reported(folder: Path, config: str, files: tuple[str, ...]) -> tuple[str, ...]:
    """Code and path of each report, sorted."""
    fronts = dict(file.split("|", 1) for file in files)
    texts = {path: f"---\ntitle: Of {path}\n{front}\n---\n" for path, front in fronts.items()}
    layouts = {"layouts/all.html": "{{ .Title }}\n", "layouts/all.json": "{}\n"}
    write_site(folder, config, texts | layouts)
    return tuple(
        sorted(
            f"{one.code} {Path(result.path).relative_to(folder).as_posix()}"
            for result in check_paths(folder, now=NOW)
            for one in result.diagnostics
            if one.code in CODES
        )
    )


@pytest.mark.parametrize("name", LOST)
def test_a_lost_page_is_reported(name: str, tmp_path: Path) -> None:
    config, files, expected = LOST[name]
    assert _reported(tmp_path, config, files) == expected


@pytest.mark.parametrize("name", SOUND)
def test_a_page_that_is_built_is_not(name: str, tmp_path: Path) -> None:
    config, files = SOUND[name]
    assert _reported(tmp_path, config, files) == ()
