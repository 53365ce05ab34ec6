"""What real sites have, class by class: what is broken is found, what is right is left alone.

Each row is one class of what was measured over 24 public sites and 332,325 front matters. A row
names the test that looks at its class more closely, where there is one; `../shared/corpora` has
real files of most of them (tests/lint/test_corpora.py, tests/frontmatter/test_repair_corpora.py).
"""

from __future__ import annotations

from typing import NamedTuple

import pytest

from newslint.config.settings import Settings
from newslint.frontmatter.read import read_article
from newslint.lint import fix as engine
from tests.support.each import each
from tests.support.setting import settings, source


class Row(NamedTuple):
    """A class, an article that has it, and what is said of it (`row:column CODE`).

    `after` is its front matter or text once `newslint fix` (with `unsafe` its unsafe fixes too) was
    there; None: as it was. `also` names a test that covers the class too.
    """

    what: str
    article: str
    found: tuple[str, ...] = ()
    after: str | None = None
    also: str = ""
    preset: str = "default"
    target: str = "hugo"
    path: str = "content/news/a.md"
    unsafe: bool = False


DAY = "date: 2025-12-31T10:00:00Z"


def front(*lines: str) -> str:
    return "---\n" + "".join(f"{line}\n" for line in lines) + "---\nBody.\n"


def titled(*lines: str) -> str:
    return front("title: Flood", DAY, *lines)


REPAIR = "tests/frontmatter/test_repair.py, tests/frontmatter/test_repair_corpora.py"
FENCE = "tests/frontmatter/test_fence.py, tests/frontmatter/test_fence_matrix.py"

BROKEN = [
    Row(
        "a colon in a bare value",
        front("title: Iran: three satellites", DAY),
        ("2:8 FMT008",),
        front('title: "Iran: three satellites"', DAY),
        REPAIR,
    ),
    Row(
        "a colon as one importer escaped it",
        front(r"title: Iran\: three satellites", DAY),
        ("2:8 FMT008",),
        front('title: "Iran: three satellites"', DAY),
    ),
    Row("a key twice", titled("tags: [x]", "tags: [x]"), ("5:1 FMT013",), titled("tags: [x]")),
    Row("a key twice in a mapping", titled("x:", "  a1: 1", "  a1: 2"), ("6:3 FMT013",)),
    Row(
        "no closing fence",
        f"---\ntitle: Flood\n{DAY}\n\nBody.\n",
        ("1:1 FMT002",),
        f"---\ntitle: Flood\n{DAY}\n\n---\nBody.\n",
        FENCE,
    ),
    Row(
        "an indented closing fence",
        f"---\ntitle: Flood\n{DAY}\n ---\nBody.\n",
        ("4:1 FMT003",),
        titled(),
        FENCE,
    ),
    Row(
        "a longer closing fence leaves dashes in the body",
        f"---\ntitle: Flood\n{DAY}\n------\nBody.\n",
        ("4:4 FMT003",),
        titled(),
        FENCE,
        unsafe=True,
    ),
    Row(
        "a reference at the start",
        front("title: &#8220;Iran&#8221; launches", DAY),
        ("2:8 FMT008",),
        front('title: "“Iran” launches"', DAY),
        REPAIR,
    ),
    Row(
        "bold type at the start",
        front("title: **bold** news", DAY),
        ("2:8 FMT008",),
        front('title: "**bold** news"', DAY),
        REPAIR,
    ),
    Row("template code", front("title: {{ title }}", DAY), ("2:8 FMT016",)),
    Row("text behind a list in brackets", titled("tags: [x] y"), ("4:11 FMT006",)),
    Row(
        "a Markdown link as a value",
        titled("summary: [text](https://a.org)"),
        ("4:10 FMT008",),
        titled('summary: "[text](https://a.org)"'),
        REPAIR,
    ),
    Row(
        "items at different indents",
        titled("tags:", "  - rain", " - wind"),
        ("6:2 FMT012",),
        titled("tags:", "  - rain", "  - wind"),
        REPAIR,
        unsafe=True,
    ),
    Row(
        "a wrapped line",
        front("title: A very", "long title", DAY),
        ("2:8 FMT012",),
        front("title: A very", "  long title", DAY),
        REPAIR,
        unsafe=True,
    ),
    Row(
        "no opening fence: the page is empty",
        f"title: Flood\n{DAY}\n---\nBody.\n",
        ("1:1 FMT001",),
        titled(),
        FENCE,
        unsafe=True,
    ),
    Row(
        "double quotes inside double quotes",
        front('title: "He said "no" today"', DAY),
        ("2:8 FMT007",),
        front("title: 'He said \"no\" today'", DAY),
        REPAIR,
    ),
    Row(
        "single quotes inside single quotes",
        front("title: 'It's late'", DAY),
        ("2:8 FMT007",),
        front('title: "It\'s late"', DAY),
        REPAIR,
    ),
    Row(
        "a comma too many in JSON",
        '{\n"title": "Flood",\n"date": "2025-12-31T10:00:00Z",\n}\nBody.\n',
        ("3:31 FMT010",),
        '{\n"title": "Flood",\n"date": "2025-12-31T10:00:00Z"\n}\nBody.\n',
        "tests/frontmatter/test_json.py",
    ),
    Row(
        "no blank behind the colon",
        front("title:Text", DAY, 'tags:["x"]'),
        ("2:1 FMT011", "4:1 FMT011"),
        front("title: Text", DAY, 'tags: ["x"]'),
        REPAIR,
    ),
    Row("an empty block", "---\n---\nBody.\n", ("1:1 SCH001",), None, FENCE),
    Row("merge markers", front("<<<<<<< HEAD", "title: Flood", DAY), ("2:1 FMT006",)),
    Row(
        "text behind a closing quote",
        front('title: "Flood" today', DAY),
        ("2:8 FMT008",),
        front("title: '\"Flood\" today'", DAY),
        REPAIR,
    ),
    Row(
        "a percent sign first",
        front("title: %d dead", DAY),
        ("2:8 FMT008",),
        front('title: "%d dead"', DAY),
    ),
    Row(
        "an at sign first",
        front("title: @ana says", DAY),
        ("2:8 FMT008",),
        front('title: "@ana says"', DAY),
    ),
    Row(
        "a quote that is not closed",
        front('title: "Flood', DAY),
        ("2:8 FMT010",),
        front('title: "Flood"', DAY),
        REPAIR,
        unsafe=True,
    ),
    Row(
        "a quote that is not closed in TOML",
        '+++\ntitle = "Flood\ndate = 2025-12-31T10:00:00Z\n+++\nBody.\n',
        ("2:9 FMT006",),
        None,
        "tests/frontmatter/test_toml.py",
    ),
    Row("a day that there is not", front("title: Flood", "date: 2025-02-30"), ("3:7 DAT001",)),
    Row(
        "an escape that there is not",
        front(r'title: "a\p"', DAY),
        ("2:8 FMT010",),
        front(r"title: 'a\p'", DAY),
        REPAIR,
        unsafe=True,
    ),
    Row(
        "a tab before an item",
        titled("tags:", "\t- x"),
        ("5:2 FMT011",),
        titled("tags:", "  - x"),
        REPAIR,
    ),
    Row(
        "a list that begins on its key's line",
        titled("authors: - Ana"),
        ("4:10 FMT012",),
        titled("authors:", "  - Ana"),
        REPAIR,
        unsafe=True,
    ),
    Row(
        "the key twice in the value",
        front("title: Flood", "date: date: 2025-12-31"),
        ("3:7 FMT008",),
        front("title: Flood", "date: 2025-12-31"),
        REPAIR,
    ),
]

LOST = [
    Row(
        "an ampersand, read as an anchor",
        front("title: &Juliet review", DAY),
        ("2:8 FMT009",),
        front('title: "&Juliet review"', DAY),
        REPAIR,
        unsafe=True,
    ),
    Row(
        "an exclamation mark, read as a tag",
        front("title: !Important notice", DAY),
        ("2:8 FMT009",),
        front('title: "!Important notice"', DAY),
        unsafe=True,
    ),
    Row(
        "a hash sign, read as a comment",
        front("title: #hashtag wins", DAY),
        ("2:1 SCH001", "2:8 FMT009"),
        front('title: "#hashtag wins"', DAY),
        unsafe=True,
    ),
    Row(
        "text glued to the closing fence",
        f"---\ntitle: Flood\n{DAY}\n---Text\n",
        ("4:4 FMT003",),
        f"---\ntitle: Flood\n{DAY}\n---\nText\n",
        FENCE,
    ),
    Row(
        "a second block below the first",
        f"---\n---\n---\ntitle: Flood\n{DAY}\n---\nBody.\n",
        ("1:1 SCH001", "3:1 FMT019"),
        None,
        "rules/bdy003_empty_body.py",
    ),
    Row(
        "a day as a number",
        front("title: Flood", "date: 20240501"),
        ("3:7 DAT002",),
        front("title: Flood", "date: 2024-05-01"),
        unsafe=True,
    ),
    Row("no date, which is the year 1", front("title: Flood", "date:"), preset="default"),
    Row(
        "a zone that Hugo drops",
        front("title: Flood", "date: Wed, 31 Dec 2025 10:00:00 EST"),
        ("3:7 DAT004",),
        front("title: Flood", "date: 2025-12-31T10:00:00-05:00"),
        "tests/generators/test_dates.py",
        unsafe=True,
    ),
    Row("an address as the page's path", titled("url: https://a.org/b"), ("4:6 SCH007",)),
    Row(
        "published is a date to Hugo",
        titled("published: true"),
        ("4:12 SCH006",),
        titled("draft: false"),
        unsafe=True,
    ),
    Row("an expiry date that there is not", titled('expirydate: "2025-22-01"'), ("4:13 DAT001",)),
    Row(
        "HTML in Markdown, which is left out",
        titled().replace("Body.", "<p>Body</p>"),
        ("5:1 BDY001",),
    ),
    Row("a slug that no file system takes", titled(f"slug: {'x' * 300}"), ("4:7 SLG004",)),
]

RIGHT = [
    Row("a slug with a slash", titled("slug: 2025/12/a-b")),
    Row("a slug with an underscore", titled("slug: a_b")),
    Row("a slug of other letters", titled("slug: 日本-ニュース")),
    Row("a slug with accents", titled("slug: çélà")),
    Row("a joiner in an emoji", front('title: "👩‍🚀 in Köln"', DAY)),
    Row("joiners of Hindi and Persian", front('title: "क्‍ष — می‌خواهم"', DAY)),
    Row("marks in right-to-left text", front('title: "‏إيران‏ تطلق ABC‎"', DAY)),
    Row(
        "comments everywhere",
        front("# desk", "title: Flood # c", f"{DAY} # d", "tags: # t", "  # e", "  - rain # f"),
        also="tests/lint/test_suppress.py, examples of the rules",
    ),
    Row(
        "CRLF on the fences only",
        f"---\r\ntitle: Flood\n{DAY}\n---\r\nBody.\n",
        also="tests/frontmatter/test_style.py",
    ),
    Row("a CRLF body below LF", titled().replace("Body.\n", "Body.\r\nMore.\r\n")),
    Row("no line end at the end", titled()[:-1]),
    Row("no body at all", f"---\ntitle: Flood\n{DAY}\n---"),
    Row(
        "a byte order mark, on 89 % of one site's files: Hugo reads past it",
        "\ufeff" + titled(),
    ),
    Row(
        "values of several lines as PyYAML dumps them",
        front(
            "title: 'A long title: with a colon,",
            "  and more'",
            "summary: 'It''s",
            "",
            "  so'",
            DAY,
        ),
    ),
    Row(
        "folded titles and addresses",
        front(
            "title: >-", "  A title", "  of two lines", "link: >-", "  https://a.org/b?id=1", DAY
        ),
    ),
    Row("a list with mixed quotes", titled("""tags: [flood, "rain", 'river']""")),
    Row(
        "the date of a feed",
        front("title: Flood", "date: Wed, 31 Dec 2025 10:00:00 +0000"),
        also="tests/generators/test_dates.py",
    ),
    Row(
        "the date of a feed in GMT, where the generator is not known",
        front("title: Flood", "date: Wed, 31 Dec 2025 10:00:00 GMT"),
        target="generic",
    ),
    Row("milliseconds", front("title: Flood", "date: 2024-12-12T04:40:27.000Z")),
    Row("a quoted date", front("title: Flood", 'date: "2024-12-12T04:40:27Z"')),
    Row(
        "empty keys of an archetype",
        titled("tags: []", "categories:", "keywords: []", "image: ''", "aliases: []"),
    ),
    Row("a parameter that selects", titled("link: https://a.org/b?source=archive")),
    Row(
        "the same one where it is a mark",
        titled("link: https://medium.com/p/a-1b2c?source=rss-1b2c---4"),
        ("4:7 LNK004",),
        titled("link: https://medium.com/p/a-1b2c"),
    ),
]

ROWS = [*BROKEN, *LOST, *RIGHT]


@each("row", ROWS, ids=lambda row: row.what)
def test_what_is_said(row: Row) -> None:
    made = settings({"preset": row.preset}, generator=row.target, site={})
    found = engine.check(source(row.article), row.path, "a.md", made)
    assert [f"{d.start.row}:{d.start.column} {d.code}" for d in found] == list(row.found)


@each("row", ROWS, ids=lambda row: row.what)
def test_what_is_mended(row: Row) -> None:
    made = settings({"preset": row.preset}, generator=row.target, site={})
    before = source(row.article)
    done = engine.fix(before, row.path, "a.md", made, unsafe=row.unsafe)
    assert done.text == source(row.article if row.after is None else row.after).text
    if row.unsafe:
        safe = engine.fix(before, row.path, "a.md", made, unsafe=False)
        assert safe.text != done.text


# names that the roles have on real sites

ROLES = {
    "link": (
        "link external-url external_url canonical_url sourceUrl source_url news_source_url "
        "original_url from feedlink"
    ),
    "source": "source news_source feed_name publisher",
    "feed": "feed_url feedurl",
    "date": "date pubDate published atomdate",
    "lastmod": "lastmod updated",
}


@each(("role", "key"), [(role, key) for role, keys in ROLES.items() for key in keys.split()])
def test_common_names_of_roles(role: str, key: str) -> None:
    made = settings({}, generator="generic")
    article = read_article(source(f"---\n{key}: x\n---\n"), "a.md", made)
    assert article.by_role[role].key == key


def test_url_is_a_link_but_in_hugo() -> None:
    text = source("---\nurl: https://a.org/b\n---\n")
    assert "link" in read_article(text, "a.md", settings({}, generator="generic")).by_role
    assert "link" not in read_article(text, "a.md", settings({}, generator="hugo")).by_role


# translations

LANGUAGES = {
    "defaultContentLanguage": "en",
    "languages": {"en": {"weight": 1}, "ko": {"weight": 2}, "zh-tw": {"weight": 3}},
}
IN_FOLDERS = {
    "defaultContentLanguage": "en",
    "languages": {
        "en": {"contentDir": "content/en", "weight": 1},
        "ko": {"contentDir": "content/ko", "weight": 2},
    },
}
TRANSLATED = titled("slug: the-flood", "link: https://example.org/a", "tags: [rain]")


def url(path: str, made: Settings) -> str | None:
    page = made.context.generator.page(read_article(source(TRANSLATED), path, made))
    return page.url if page else None


@pytest.mark.parametrize(
    ("site", "path", "wanted"),
    [
        (LANGUAGES, "content/news/a.md", "/news/the-flood/"),
        (LANGUAGES, "content/news/a.en.md", "/news/the-flood/"),
        (LANGUAGES, "content/news/a.ko.md", "/ko/news/the-flood/"),
        (LANGUAGES, "content/news/a.zh-tw.md", "/zh-tw/news/the-flood/"),
        (LANGUAGES, "content/news/a/index.ko.md", "/ko/news/the-flood/"),
        (LANGUAGES, "content/news/a.fr.md", "/news/the-flood/"),
        (IN_FOLDERS, "content/en/news/a.md", "/news/the-flood/"),
        (IN_FOLDERS, "content/ko/news/a.md", "/ko/news/the-flood/"),
    ],
)
def test_translations_have_pages_of_their_own(
    site: dict[str, object], path: str, wanted: str
) -> None:
    """The same slug and link are right in them: each language has its own addresses."""
    assert url(path, settings({}, site=site)) == wanted


@pytest.mark.parametrize("preset", ["default", "news", "strict"])
@pytest.mark.parametrize("target", ["hugo", "eleventy", "astro", "zola", "generic"])
def test_a_language_in_the_path_changes_nothing_that_is_said(preset: str, target: str) -> None:
    made = settings({"preset": preset}, generator=target, site=LANGUAGES)
    names = ("a.md", "a.en.md", "a.ko.md", "a.zh-tw.md", "en/a.md", "zh-tw/a.md", "a/index.ko.md")
    said = {
        name: engine.check(source(TRANSLATED), f"content/news/{name}", "a.md", made)
        for name in names
    }
    assert set(said.values()) == {said["a.md"]}
