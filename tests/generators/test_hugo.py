"""URLs, dates and drafts, foretold and compared with what the real Hugo lists."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.support.hugo_program import (
    foretell,
    foretold_row,
    list_all,
    listed_row,
    needs_hugo,
    page_text,
    pieces,
    quoted,
    write_site,
)


def compare(folder: Path, config: str, files: Mapping[str, str]) -> None:
    """Every page has the URL, the dates and the draft state that Hugo gives it."""
    write_site(folder, config, files)
    listed = list_all(folder)
    pages = foretell(folder, files)
    assert sorted(listed) == sorted(files)
    ours = [foretold_row(path, pages[path], listed[path]) for path in sorted(pages)]
    assert ours == [listed_row(listed[path]) for path in sorted(pages)]


ODD = pieces(
    "../x|a//b|/abs|a/|./a|.|..|a/..|index|Index|—|a.html|index.html|a/index|a?b|a#b|#a|a#|a%20b|"
    "%41b|a+b|-a-|--|- a|a -|_index|a\\b|a:b|a/../../../q|a/./b|é|%zz|a%|a%2fb|...|.x|x.| lead|"
    "trail |two  spaces|It’s|R&D|Straße|İstanbul|ΑΣ|日本 語|हिन्दी|نبأ عاجل|Ünïcödé|e\u0301te\u0301|"
    "🚀 go|nb\u00a0sp|½ ٣|ﬁn|ǅ"
)
"""Slugs and titles with every oddity that was ever seen in one."""

TOKENS = pieces(
    ":year|:month|:monthname|:day|:weekday|:weekdayname|:yearday|:section|:sections|:sections[0]|"
    ":sections[1:]|:sections[:1]|:sections[last]|:sections[0:2]|:sections[7]|:title|:slug|"
    ":slugorfilename|:filename|:contentbasename|:slugorcontentbasename|:06|:2006|:01|:1|:02|:2|:_2|"
    ":002|:__2|:Jan|:January|:Mon|:Monday|:15|:03|:3|:04|:4|:05|:5|:20060102|:Jan02|"
    ":year-:month\\:x|:title.html|x-:sections-y|fixed"
)
"""A pattern for each token that Hugo knows."""


def odd_files(folder: str = "content/news") -> dict[str, str]:
    """A page for each odd slug and one for each odd title."""
    files = {}
    for at, text in enumerate(ODD):
        slugged = page_text(title="T", slug=quoted(text), date="2025-01-02")
        files[f"{folder}/s{at:02}.md"] = slugged
        files[f"{folder}/t{at:02}.md"] = page_text(title=quoted(text), date="2025-01-02")
    return files


def token_site() -> tuple[str, dict[str, str]]:
    """A site with a section for each token."""
    config = ["[permalinks.page]"]
    files = {}
    for at, token in enumerate(TOKENS):
        section = f"s{at:02}"
        config.append(f'{section} = "/p/{json.dumps(token)[1:-1]}/{section}"')
        date = "2025-03-09T09:05:07-05:00"
        full = page_text(title="Ä Title", slug="Some Slug", date=date)
        files[f"content/{section}/A File.md"] = full
        files[f"content/{section}/sub/deep/b.md"] = page_text(title="B/b")
        files[f"content/{section}/bun dle/index.md"] = page_text(title="C", date="2024-02-29")
        files[f"content/{section}/sub/_index.md"] = page_text(title="Sub")
    return "\n".join(config), files


A_PAGE = page_text(title="A", date="2025-12-31T23:30:00-05:00")
LANGUAGES = 'defaultContentLanguage = "de"\n[languages.de]\n[languages.en]\n[languages.zh-tw]\n'
TRANSLATED = {
    "content/news/a.de.md": A_PAGE,
    "content/news/a.en.md": page_text(title="A", url="/own/a"),
    "content/news/b.zh-tw.md": page_text(title="A", url="own/b"),
    "content/news/c.zh-TW.md": A_PAGE,
    "content/news/d.fr.md": A_PAGE,
    "content/news/e.md": A_PAGE,
    "content/news/e.en.md": A_PAGE,
    "content/news/_index.en.md": page_text(title="News", slug="messages"),
    "content/news/deep/f/index.en.md": A_PAGE,
    "content/_index.en.md": page_text(title="Home"),
}
SECTIONS = {
    "content/_index.md": page_text(title="Home", slug="no", url="/no/"),
    "content/top.md": A_PAGE,
    "content/news/_index.md": page_text(title="News", slug="Neuigkeiten"),
    "content/news/a.md": A_PAGE,
    "content/news/sub/_index.md": page_text(title="Sub", slug="'unter -'"),
    "content/news/sub/b.md": page_text(title="B", slug="b b"),
    "content/news/plain/er/c.md": A_PAGE,
    "content/blog/_index.md": page_text(title="Blog", url="/The Blog"),
    "content/blog/d.md": A_PAGE,
    "content/bundle/index.md": page_text(title="E", slug="e"),
    "content/News Room/Big File.md": A_PAGE,
    "content/News Room/A Bundle/index.md": A_PAGE,
    "content/tags/_index.md": page_text(title="Tags", slug="themes"),
    "content/tags/foo/_index.md": page_text(title="Foo", slug="fooo"),
}
URLS = pieces(
    "/a b/C|foo|foo.html|/foo/index.html|/x/:year/:slug/|/a?b|/é|//x/y|../up|/a/../b|:title|/a//b/|"
    "index.html|/|/x.y/z|x/|/:slug\\:x|/-/"
)
RETYPED = pieces(
    "1.10|007|0x1F|true|null|~|[a, b]|1e3|1_000|12:30|2025-12-31|'  Foo  '|\"\"|1.0|1e21|1.5e21|.5|"
    "-0.0|123456789012.0|0.1e-7|.inf|{a: b}|-5|+5|1.|0b11|08|yes"
)
DRAFTS = pieces(
    "true|false|yes|1|0|2|-1|1.5|0.0|'true'|'TRUE'|'t'|'1'|'0'|'2'|' true'|'tRue'|null|[true]|"
    "{a: b}|True|0x1|on|1_0"
)
NAMES = pieces(
    "2025-01-02-foo|2025-01-02-foo.en|2025-01-02|2025-01-02foo|2025-01-02--_foo- |"
    "2025-01-02T10-11-12-foo|2025-01-02 10-11-12-foo|2025-01-02-10-11-12-foo|2025-01-02-10-11-foo|"
    "2025-01-02-99-11-12-foo|2025-13-02-foo|20250102-foo|2025-01-02-f.oo|2025-01-02x10-11-12-foo|"
    "2025-01-02-Foo Bar|2025-01-0210-11-12-a"
)
CHAINS = {
    "content/n/lastmod.md": page_text(title="T", lastmod="2025-02-02"),
    "content/n/modified.md": page_text(title="T", modified="2025-02-02"),
    "content/n/pubdate.md": page_text(title="T", pubDate="2025-03-03"),
    "content/n/published.md": page_text(title="T", published="2025-03-04"),
    "content/n/expiry.md": page_text(title="T", unpublishdate="2026-01-01T10:00:00+02:00"),
    "content/n/empty.md": page_text(title="T", date='""', lastmod="2025-02-02"),
    "content/n/null.md": page_text(title="T", date="", publishDate="2025-02-02"),
    "content/n/updated.md": page_text(title="T", updated="2025-02-02"),
    "content/n/all.md": page_text(
        date="2025-01-01", lastmod="2025-02-02", publishdate="2024-12-01"
    ),
    "content/n/number.md": page_text(date="1767175200"),
    "content/n/own.md": page_text(myDate="2023-05-05", date="2025-01-01"),
    "content/n/2022-02-02-name.md": page_text(date="2025-01-01"),
    "content/n/params.md": "---\ntitle: T\nparams:\n  date: 2025-01-01\n  slug: no\n---\n",
}
EVERYWHERE = {
    "content/news/a.md": A_PAGE,
    "content/News/B b.md": A_PAGE,
    "content/other/_index.md": page_text(title="O"),
    "content/other/c/index.md": A_PAGE,
}

BY_LANGUAGE = """
[languages.en]
contentDir = "content/en"
[languages.de]
contentDir = "content/de"
timeZone = "Europe/Berlin"
removePathAccents = true
uglyURLs = true
[languages.de.permalinks]
n = "/Ä/:filename"
"""
LISTED = """
[[permalinks]]
pattern = "/n/:slug/"
[permalinks.target]
kind = "page"
path = "{/news,/news/**}"
[[permalinks]]
pattern = "/o/:year/:title"
"""
MOUNTS = """
[[module.mounts]]
source = "articles"
target = "content/news"
[[module.mounts]]
source = "pages"
target = "content"
"""
PATTERNS = '[permalinks]\nnews = "/:year/:slug/"\n'
SITES: Mapping[str, tuple[str, dict[str, str]]] = {
    "slugs": ("", odd_files()),
    "slugs in a pattern": (PATTERNS, odd_files()),
    "slugs, ugly URLs": ("uglyURLs = true\n", odd_files()),
    "slugs in a pattern, ugly URLs": (f"uglyURLs = true\n{PATTERNS}", odd_files()),
    "slugs, case kept": (f"disablePathToLower = true\n{PATTERNS}", odd_files("content/News")),
    "slugs, no accents": ("removePathAccents = true\n", odd_files("content/Ünï")),
    "tokens": token_site(),
    "languages": (LANGUAGES, TRANSLATED),
    "languages in folders": (f"defaultContentLanguageInSubdir = true\n{LANGUAGES}", TRANSLATED),
    "one language in a folder": ("defaultContentLanguageInSubdir = true\n", EVERYWHERE),
    "content by language": (
        BY_LANGUAGE,
        {
            "content/en/n/a.md": page_text(date="2025-01-01"),
            "content/de/n/a.md": page_text(date="2025-01-01"),
            "content/en/n/b.de.md": page_text(date="2025-01-01"),
        },
    ),
    "sections": ("", SECTIONS),
    "sections, case kept": ("disablePathToLower = true\n", SECTIONS),
    "sections, ugly URLs": ("uglyURLs = true\n", SECTIONS),
    "sections, some ugly": ("[uglyURLs]\nnews = true\n", SECTIONS),
    "sections in a pattern": ('[permalinks.section]\nnews = "/:sections/:title/s"\n', SECTIONS),
    "urls": (
        "",
        {
            f"content/n/{i:02}.md": page_text(title="Tt", url=quoted(u), date="2025-01-01")
            for i, u in enumerate(URLS)
        },
    ),
    "retyped slugs": (
        "",
        {f"content/n/{i:02}.md": page_text(slug=t) for i, t in enumerate(RETYPED)},
    ),
    "retyped titles": (
        '[permalinks]\nn = "/n/:title/x"\n',
        {f"content/n/{i:02}.md": page_text(title=t) for i, t in enumerate(RETYPED)},
    ),
    "drafts": ("", {f"content/n/{i:02}.md": page_text(draft=t) for i, t in enumerate(DRAFTS)}),
    "dates": ('timeZone = "America/New_York"\n', CHAINS),
    "dates, own key": ('[frontmatter]\ndate = ["myDate", ":default"]\n', CHAINS),
    "dates, file name last": ('[frontmatter]\ndate = [":default", ":filename"]\n', CHAINS),
    "dates, published by name": (
        '[frontmatter]\npublishDate = [":filename", ":default"]\n',
        CHAINS,
    ),
    "dates in file names": (
        '[frontmatter]\ndate = [":filename", ":default"]\n',
        {f"content/n{i:02}/{name}.md": page_text(title="T") for i, name in enumerate(NAMES)}
        | {"content/n/2025-01-02-a.b/index.md": page_text(title="T")},
    ),
    "root pages": ('[permalinks]\n"/" = "/top/:slug/"\n', SECTIONS),
    "listed patterns": (
        LISTED,
        {"content/news/a.md": A_PAGE, "content/c.md": A_PAGE, "content/news/x/d.md": A_PAGE},
    ),
    "own folder": ('contentDir = "articles/all"\n', {"articles/all/news/a.md": A_PAGE}),
    "mounts": (
        MOUNTS,
        {"articles/a.md": A_PAGE, "pages/b.md": A_PAGE, "pages/news/d.md": A_PAGE},
    ),
}


@pytest.mark.slow
@needs_hugo
@pytest.mark.parametrize("name", SITES)
def test_pages_are_where_hugo_puts_them(name: str, tmp_path: Path) -> None:
    compare(tmp_path, *SITES[name])
