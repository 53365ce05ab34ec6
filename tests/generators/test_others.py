"""What each generator makes of values and articles, and which one a folder belongs to."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC
from pathlib import Path
from typing import Any

import pytest

from newslint import cli, generators
from newslint.config.command_line import CommandLine
from newslint.config.project import Project
from newslint.frontmatter.read import read_article
from newslint.generators.base import Generator
from newslint.model.article import Page
from newslint.model.spans import Span
from newslint.model.values import Scalar
from newslint.site_article import Article
from newslint.text.dates import rfc3339
from tests.support.each import each
from tests.support.setting import settings, source
from tests.support.site_folder import codes, found

OTHERS = ("jekyll", "eleventy", "astro", "hexo", "zola")
ZONE = "America/New_York"


def scalar(made: Generator, text: str, *, quoted: bool = False) -> Scalar:
    """A value as the target's parser types it."""
    kind = "string" if quoted else made.kind(text)
    return Scalar(Span(0, len(text)), text, kind, "double" if quoted else "plain")


# dates


def _rows() -> list[tuple[str, bool, str, str]]:
    """(text, quoted, target, the moment in UTC) of every cell of the table.

    Measured with Jekyll 4.3.1, Eleventy 3.1.2, Astro 5.18.2 (`z.coerce.date()`) and Hexo 8.1.2 on a
    machine in New York; Zola as its source has it. `-`: not read; `now`: the file's own time.
    """
    path = Path(__file__).parent / "dates_elsewhere.tsv"
    head, *lines = path.read_text(encoding="utf-8").splitlines()
    names = head.split("\t")[2:]
    rows = []
    for line in lines:
        text, style, *cells = line.split("\t")
        for quoted in {"both": (False, True), "plain": (False,), "quoted": (True,)}[style]:
            rows += [(text, quoted, name, cell) for name, cell in zip(names, cells, strict=True)]
    return rows


ROWS = _rows()


def test_the_table_of_dates_is_whole() -> None:
    assert len(ROWS) == 990
    assert {name for _, _, name, _ in ROWS} == set(OTHERS)


@pytest.mark.parametrize("name", OTHERS)
def test_every_row_of_the_table_of_dates(name: str) -> None:
    made = generators.load(name)
    wrong = []
    for text, quoted, column, expected in ROWS:
        if column != name:
            continue
        reading = made.date(scalar(made, text, quoted=quoted), ZONE)
        seen = "-"
        if reading is not None:
            seen = f"{reading.moment.astimezone(UTC):%Y-%m-%dT%H:%M:%S}"
            seen = seen if reading.layout else "now"
        if seen != expected:
            wrong.append((text, quoted, seen, expected))
    assert wrong == []


PORTABLE = ("2025-12-31T10:00:00+02:00", "2025-12-31T10:00:00Z")


@pytest.mark.parametrize("text", PORTABLE)
@pytest.mark.parametrize("quoted", [False, True])
def test_one_form_is_the_same_instant_everywhere_but_for_hexo(text: str, quoted: bool) -> None:
    moments = {}
    for name in (*OTHERS, "hugo", "generic"):
        made = generators.load(name)
        reading = made.date(scalar(made, text, quoted=quoted), ZONE)
        assert reading is not None
        moments[name] = reading.moment
    if not quoted:
        moments.pop("hexo")  # it forgets the zone of an unquoted date
    assert len(set(moments.values())) == 1


@each("name", ["jekyll", "eleventy", "astro", "hexo", "zola"])
@each("text", ["2025-02-30", "2025-13-01", "10:30AM", "true", "", "99999-01-01"])
def test_what_is_no_day_is_not_read(name: str, text: str) -> None:
    # JavaScript and Ruby count 30 February on into March; it is meant by nobody.
    made = generators.load(name)
    assert made.date(scalar(made, text), ZONE) is None
    assert made.date(scalar(made, text, quoted=True), ZONE) is None


def test_readings_say_how_they_were_read() -> None:
    hexo, jekyll, astro = (
        generators.load("hexo"),
        generators.load("jekyll"),
        generators.load("astro"),
    )
    zoned = hexo.date(scalar(hexo, "2025-12-31T10:00:00+02:00"), "Asia/Tokyo")
    assert zoned is not None
    assert (rfc3339(zoned), zoned.zoned) == ("2025-12-31T08:00:00+09:00", True)
    named = jekyll.date(scalar(jekyll, "Wed, 31 Dec 2025 10:00:00 CEST"), "")
    assert named is not None
    assert (named.zone_name, named.zoned, named.date_only) == ("CEST", False, False)
    number = astro.date(scalar(astro, "1767175200000"), "")
    assert number is not None
    assert (number.numeric, rfc3339(number)) == (True, "2025-12-31T10:00:00Z")
    day = jekyll.date(scalar(jekyll, "20251231"), "")
    assert day is not None
    assert (day.numeric, day.date_only) == (True, True)


def test_a_site_with_a_zone_of_its_own() -> None:
    for name in ("jekyll", "hexo"):
        made = generators.load(name, site={"timezone": "Asia/Tokyo"})
        assert made.timezone == "Asia/Tokyo"
        reading = made.date(scalar(made, "2025-12-31 10:00", quoted=True), "")
        assert reading is not None
        assert rfc3339(reading) == "2025-12-31T10:00:00+09:00"


# types

# Each text with one letter for each target: String, Bool, Int, Float, Null, Date.
KINDS = {
    #          jekyll, eleventy, astro, hexo, zola, generic
    "yes": "BSSSSB",
    "NO": "BSSSSB",
    "on": "BSSSSB",
    "y": "SSSSSS",
    "yEs": "BSSSSS",
    "True": "BBBBBB",
    "tRUE": "BSSSSS",
    "~": "NNNNNN",
    "": "NNNNNN",
    "nULL": "NSSSSS",
    "12:30": "IISSSI",
    "10:30:00": "IISSSI",
    "1:30:00.5": "FFSSSF",
    "0123": "IIIISI",
    "08": "SIIISS",
    "0o17": "SIIIIS",
    "0b11": "IIIIII",
    "0x1F": "IIIIII",
    "1_000": "IISSSI",
    "1,000": "ISSSSS",
    "1e3": "SFFFFS",
    "1.10": "FFFFFF",
    ".5": "FFFFFF",
    "-.5": "FSSSFS",
    ".inf": "FFFFFF",
    "2025-12-31": "DDDDSD",
    "2025-1-5": "DSSSSS",
    "2025-12-31T10:00:00Z": "DDDDSD",
    "2025-12-31 10:00:00 +02:00": "DDDDSD",
    "2025-12-31 10:00:00 +0200": "DSSSSS",
    "2025-12-31T10:00": "SSSSSS",
    "1.2.3": "SSSSSS",
    "مرحبا": "SSSSSS",
    "新闻": "SSSSSS",
    "Norway": "SSSSSS",
    "1 first": "SSSSSS",
}


@each("text", KINDS)
def test_plain_scalars(text: str) -> None:
    letters = "".join(generators.load(name).kind(text)[0].upper() for name in (*OTHERS, "generic"))
    assert letters == KINDS[text]


# articles


def article(name: str, path: str, text: str, site: Mapping[str, Any] | None = None) -> Article:
    """An article of a site with this config."""
    set_up = settings(generator=name, site=site, known_site=site is not None)
    return read_article(source(text), path, set_up)


def page(name: str, path: str, text: str, site: Mapping[str, Any] | None = None) -> Page:
    """What the target makes of it."""
    made = article(name, path, text, site)
    found = made.context.generator.page(made)
    assert found is not None
    return found


def front(*lines: str) -> str:
    return "\n".join(("---", *lines, "---", "Body.", ""))


def test_pages() -> None:
    text = front("title: T", "date: 2025-12-31T10:00:00Z", "tags: [b, A, '']", "draft: true")
    when = ("date", "2025-12-31T10:00:00Z")
    terms = (("tags", "b"), ("tags", "A"))
    first = (("tags", "b"),)
    for name in ("eleventy", "astro", "hexo", "jekyll"):
        found = page(name, "news/a.md", text)
        assert (found.url, found.dates, found.terms, found.first) == (None, (when,), terms, first)
        assert found.draft == (name == "astro")


def test_pages_of_zola() -> None:
    text = front("title: T", "draft: true", "taxonomies:", "  tags: [b, A]", "updated: 2025-12-31")
    found = page("zola", "content/2025-12-30-a/index.md", text)
    assert found == Page(
        url=None,
        draft=True,
        dates=(("date", "2025-12-30T00:00:00Z"), ("lastmod", "2025-12-31T00:00:00Z")),
        terms=(("tags", "b"), ("tags", "A")),
        first=(("tags", "b"),),
    )
    assert not page("zola", "content/a.md", front("draft: 'true'")).draft


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("jekyll", "_posts/2025-1-5-a.md"),
        ("eleventy", "news/2025-01-05/a.md"),
        ("zola", "content/2025-01-05-a.md"),
    ],
)
def test_a_date_in_the_path(name: str, path: str) -> None:
    assert page(name, path, front("title: T")).dates == (("date", "2025-01-05T00:00:00Z"),)
    dated = page(name, path, front("date: 2025-12-31"))
    assert dated.dates == (("date", "2025-12-31T00:00:00Z"),)
    assert page(name, path, front("date: TBD")).dates == ()


def test_the_name_of_a_file_dates_a_post_where_the_config_of_hexo_says_so() -> None:
    path, text = "source/_posts/2025-01-05-a.md", front("title: T")
    assert page("hexo", path, text).dates == ()
    named = page("hexo", path, text, {"new_post_name": ":year-:month-:day-:title.md"})
    assert named.dates == (("date", "2025-01-05T00:00:00Z"),)


def test_what_is_not_certain_is_not_said() -> None:
    assert page("eleventy", "a.md", front("date: created")).dates == ()
    lost = article("jekyll", "_posts/2025-01-05-a.md", front("categories: 5"), None)
    assert lost.generator.page(lost) is None


@pytest.mark.parametrize(
    ("name", "line", "terms"),
    [
        ("jekyll", "tags: New York", ["New", "York"]),
        ("jekyll", "tag: New York", ["New York"]),
        ("jekyll", "tags: [New York, '']", ["New York"]),
        ("eleventy", "tags: New York", ["New York"]),
        ("jekyll", "tags: 5", []),
        ("eleventy", "tags: a, b", ["a", " b"]),
        ("eleventy", "tags: [a, null, a]", ["a", "null"]),
        ("eleventy", "tags: null", []),
        ("hexo", "tags: a, b", ["a, b"]),
        ("hexo", "categories: [[a, b], [a]]", ["a", "b", "a"]),
        ("hexo", "tag: [a, b]", ["a", "b"]),
        ("astro", "tags: [नमस्ते, 新闻]", ["नमस्ते", "新闻"]),
        ("zola", "tags: [a]", []),
    ],
)
def test_terms(name: str, line: str, terms: list[str]) -> None:
    assert [term for _, term in page(name, "a.md", front(line)).terms] == terms


@each(
    ("name", "path", "line", "hidden"),
    [
        ("jekyll", "_posts/2025-01-05-a.md", "published: false", True),
        ("jekyll", "_posts/2025-01-05-a.md", "published: no", True),
        ("jekyll", "_posts/2025-01-05-a.md", "published: 'false'", False),
        ("jekyll", "_posts/2025-01-05-a.md", "draft: true", False),
        ("jekyll", "_drafts/a.md", "title: T", True),
        ("hexo", "source/_drafts/a.md", "title: T", True),
        ("hexo", "source/_posts/a.md", "published: false", True),
        ("hexo", "source/_posts/a.md", "published: no", False),
        ("hexo", "source/_posts/a.md", "published: 'false'", True),
        ("hexo", "source/_posts/a.md", "published: 0", True),
        ("hexo", "source/_posts/a.md", "published: '0'", True),
        ("hexo", "source/_posts/a.md", "published: ''", True),
        ("hexo", "source/_posts/a.md", "published: 1", False),
        ("hexo", "source/_posts/a.md", "published:", False),
        ("jekyll", "_posts/2025-01-05-a.md", "published:", True),
        ("jekyll", "_posts/2025-01-05-a.md", "published: null", True),
        ("jekyll", "_posts/2025-01-05-a.md", "published: 0", False),
        ("jekyll", "_posts/2025-01-05-a.md", "published: ''", False),
        ("astro", "src/content/a.md", "draft: true", True),
        ("astro", "src/content/a.md", "draft: yes", False),
        ("eleventy", "a.md", "draft: true", False),
    ],
)
def test_drafts(name: str, path: str, line: str, hidden: bool) -> None:
    assert page(name, path, front(line)).draft == hidden


# (permalink, zone, path, lines of front matter, URL): compared with Jekyll 4.3.1.
POSTS: list[tuple[str, str, str, list[str], str | None]] = [
    ("", "", "_posts/2025-12-31-A-Title.md", [], "/2025/12/31/A-Title.html"),
    ("date", "", "_posts/sub/2025-1-5-a.html", [], "/2025/01/05/a.html"),
    ("pretty", "", "news/_posts/2025-12-31-a.md", [], "/news/2025/12/31/a/"),
    ("none", "", "_posts/2025-12-31-a.md", ["categories: World News"], "/world/news/a.html"),
    ("ordinal", "", "_posts/2025-12-31-a.md", [], "/2025/365/a.html"),
    ("weekdate", "", "_posts/2025-12-31-a.md", [], "/2025/W01/Wed/a.html"),
    ("/:year/:slug", "", "_posts/2025-12-31-It’s-Ünï.md", [], "/2025/it-s-%C3%BCn%C3%AF"),
    ("/x/:title/", "", "_posts/2025-12-31-a.md", ["slug: b.c"], "/x/b.c/"),
    ("/x/:title/", "", "_posts/2025-12-31-a.md", ["permalink: /own/:slug.html"], "/own/a.html"),
    ("date", "", "_posts/2025-12-31-a.md", ["date: 2025-06-01"], "/2025/06/01/a.html"),
    ("date", "", "_posts/2025-12-31-a.md", ["date: '2025-06-01 23:00'"], "/2025/06/01/a.html"),
    ("date", "", "_posts/2025-12-31-a.md", ["date: 2025-06-01T23:00:00Z"], None),
    ("date", "", "_posts/2025-12-31-a.md", ["date: 2025-06-01 23:00:00"], None),
    (
        "date",
        "Asia/Tokyo",
        "_posts/2025-12-31-a.md",
        ["date: 2025-06-01T23:00:00Z"],
        "/2025/06/02/a.html",
    ),
    ("none", "", "_posts/2025-12-31-a.md", ["date: 2025-06-01T23:00:00Z"], "/a.html"),
    ("/:nothing", "", "_posts/2025-12-31-a.md", [], None),
    ("date", "", "_posts/2025-12-31-a.txt", [], None),
    ("date", "", "_drafts/a.md", [], None),
    ("date", "", "about.md", [], None),
]


@pytest.mark.parametrize(("permalink", "zone", "path", "lines", "url"), POSTS)
def test_urls_of_jekyll(
    permalink: str, zone: str, path: str, lines: list[str], url: str | None
) -> None:
    site = {"permalink": permalink, "timezone": zone}
    assert page("jekyll", path, front("title: T", *lines), site).url == url


@pytest.mark.parametrize(
    "site",
    [
        {"defaults": [{"scope": {"path": ""}, "values": {"permalink": "/x/:title"}}]},
        {"defaults": [{"scope": {"path": ""}, "values": {"categories": "a"}}]},
        {"collections_dir": "collections"},
        {"source": "src"},
    ],
)
def test_settings_that_may_move_posts(site: Mapping[str, Any]) -> None:
    path = "_posts/2025-12-31-a.md"
    assert page("jekyll", path, front("title: T"), site).url is None
    assert page("jekyll", path, front("title: T"), None).url is None
    harmless = {"defaults": [{"scope": {"path": ""}, "values": {"layout": "post"}}]}
    assert page("jekyll", path, front("title: T"), harmless).url == "/2025/12/31/a.html"


@pytest.mark.parametrize("name", OTHERS)
def test_what_a_target_says_of_itself(name: str) -> None:
    made = generators.load(name)
    assert made.name == name
    assert made.slug("A B") is None
    assert made.term_path("A B") is None
    roles = made.role_keys
    assert {"title", "date", "lastmod", "link", "tags"} <= set(roles)
    assert {key for keys in roles.values() for key in keys if key != key.lower()} == set()
    assert {key for key in made.known_keys if key != key.lower()} == set()
    assert "title" in made.known_keys


ROLES = [
    ("jekyll", "last_modified_at: 2025-12-31", "lastmod"),
    ("jekyll", "permalink: /a/", "url"),
    ("eleventy", "date: Last Modified", "date"),
    ("astro", "pubDate: 2025-12-31", "date"),
    ("astro", "updatedDate: 2025-12-31", "lastmod"),
    ("astro", "heroImage: a.png", "image"),
    ("hexo", "updated: 2025-12-31", "lastmod"),
    ("hexo", "permalink: /a/", "url"),
    ("zola", "updated: 2025-12-31", "lastmod"),
    ("zola", "path: a", "url"),
]


@pytest.mark.parametrize(("name", "line", "role"), ROLES)
def test_keys_of_roles(name: str, line: str, role: str) -> None:
    (field,) = article(name, "a.md", front(line)).fields
    assert field.role == role


def test_published_is_no_date_where_it_hides_a_page() -> None:
    for name in ("jekyll", "hexo"):
        (field,) = article(name, "a.md", front("published: true")).fields
        assert field.role == "published"


# which generator a folder belongs to


def make(root: Path, files: Mapping[str, str]) -> None:
    """Files with their texts below a folder; names that end in `/` are folders."""
    for name, text in files.items():
        path = root / name
        (path if name.endswith("/") else path.parent).mkdir(parents=True, exist_ok=True)
        if not name.endswith("/"):
            path.write_text(text, encoding="utf-8")


HEXO_PACKAGE = json.dumps({"hexo": {"version": "8.1.2"}, "dependencies": {"hexo": "^8.0.0"}})

SITES: list[tuple[str, str, dict[str, str]]] = [
    ("hugo", "hugo.toml", {"hugo.toml": ""}),
    ("hugo", "hugo.yaml", {"hugo.yaml": "", "package.json": "{}", "content/": ""}),
    ("hugo", "config.toml", {"config.toml": 'baseURL = "https://a.b"', "content/": ""}),
    ("hugo", "config.yaml", {"config.yaml": "baseURL: https://a.b", "archetypes/": ""}),
    ("hugo", "config/_default", {"config/_default/hugo.toml": "", "themes/": ""}),
    ("jekyll", "_config.yml", {"_config.yml": "title: A", "_posts/": ""}),
    ("jekyll", "_config.yml", {"_config.yml": "title: A", "Gemfile": ""}),
    ("jekyll", "_config.yml", {"_config.yml": "title: A", "_layouts/": "", "package.json": "{}"}),
    ("jekyll", "_config.yaml", {"_config.yaml": "plugins:\n- jekyll-feed\n", "index.md": ""}),
    ("jekyll", "_config.yml", {"_config.yml": "remote_theme: a/b\n"}),
    ("hexo", "_config.yml", {"_config.yml": "title: A", "package.json": HEXO_PACKAGE}),
    ("hexo", "_config.yml", {"_config.yml": "theme: a", "scaffolds/": "", "source/_posts/": ""}),
    ("hexo", "_config.yml", {"_config.yml": "theme: a", "source/_posts/a.md": ""}),
    ("hexo", "_config.yml", {"_config.yml": "title: A\nnew_post_name: :title.md\n"}),
    ("hexo", "_config.yml", {"_config.yml": "", "package.json": HEXO_PACKAGE, "_data/": ""}),
    ("astro", "astro.config.mjs", {"astro.config.mjs": "", "src/content/": ""}),
    ("astro", "astro.config.ts", {"astro.config.ts": "", "package.json": "{}"}),
    ("eleventy", "eleventy.config.js", {"eleventy.config.js": "", "content/": ""}),
    ("eleventy", ".eleventy.js", {".eleventy.js": "", "_config.yml": "title: A", "_data/": ""}),
    ("eleventy", "eleventy.config.mjs", {"eleventy.config.mjs": ""}),
    ("zola", "zola.toml", {"zola.toml": ""}),
    ("zola", "config.toml", {"config.toml": 'base_url = "https://a.b"', "content/": ""}),
    ("zola", "config.toml", {"config.toml": 'base_url = "/"\n[extra]\nx = 1', "templates/": ""}),
]


@pytest.mark.parametrize(("name", "sign", "files"), SITES)
def test_a_site_is_recognised(name: str, sign: str, files: dict[str, str], tmp_path: Path) -> None:
    make(tmp_path, {**files, "deep/er/a.md": ""})
    assert generators.recognise(tmp_path) == (name, sign, False)
    site = Project(CommandLine()).site(tmp_path / "deep" / "er")
    assert (site.generator.name, site.root) == (name, tmp_path)


NO_SITES: list[dict[str, str]] = [
    {},
    {"README.md": "", "src/": "", "package.json": "{}"},
    {"_config.yml": "title: A\nauthor: B\n", "_toc.yml": "root: intro\n", "intro.md": ""},
    {"_config.yml": "execute:\n  timeout: 30\ntheme: x\n", "_toc.yml": "root: intro\n"},
    {"config.toml": "[build]\n", "src/": ""},
    {"config.toml": 'base_url = "x"'},
    {"astro.config.mjs/": "", "_config.yml/": "", "_posts/": ""},
    {"content/": "", "themes/": ""},
    {"config.yml": "", "content": ""},
]


@pytest.mark.parametrize("files", NO_SITES)
def test_no_site_is_recognised(files: dict[str, str], tmp_path: Path) -> None:
    make(tmp_path, files)
    assert generators.recognise(tmp_path) is None


def test_the_nearest_site_counts(tmp_path: Path) -> None:
    make(tmp_path, {"_config.yml": "", "_posts/": "", "docs/zola.toml": "", "docs/content/a/": ""})
    project = Project(CommandLine())
    assert project.site(tmp_path / "docs" / "content" / "a").generator.name == "zola"
    assert project.site(tmp_path / "_posts").generator.name == "jekyll"


def test_a_folder_that_may_not_be_read_is_no_site(tmp_path: Path) -> None:
    assert generators.recognise(tmp_path / "none") is None


# where the articles lie


@pytest.mark.parametrize(
    ("name", "files", "content"),
    [
        (
            "jekyll",
            {"_config.yml": "collections: [news]", "_posts/": "", "blog/_posts/": "", "x/y/": ""},
            ("_posts", "_news", "_drafts", "blog/_posts"),
        ),
        (
            "jekyll",
            {
                "_config.yml": "source: src\ncollections_dir: all\ncollections:\n  faq:\n",
                "src/": "",
            },
            ("src/all/_posts", "src/all/_faq", "src/_drafts", "src/all/_drafts"),
        ),
        ("hexo", {"_config.yml": "theme: a"}, ("source/_posts", "source/_drafts")),
        ("hexo", {"_config.yml": "source_dir: src"}, ("src/_posts", "src/_drafts")),
        ("zola", {"zola.toml": ""}, ("content",)),
        ("eleventy", {".eleventy.js": ""}, ()),
        ("astro", {"astro.config.mjs": ""}, ("src/content", "src/pages")),
        (
            "astro",
            {"src/content.config.ts": 'glob({ pattern: "*", base: "./src/data/blog" })'},
            ("src/content", "src/pages", "src/data/blog"),
        ),
    ],
)
def test_content_folders(
    name: str, files: dict[str, str], content: tuple[str, ...], tmp_path: Path
) -> None:
    make(tmp_path, files)
    assert generators.load(name, tmp_path).content == content


def test_articles_are_found_in_the_content_folders(tmp_path: Path) -> None:
    article = "---\ntitle: T\n---\n"
    make(tmp_path, {"_config.yml": "plugins: []", "_posts/2025-12-31-a.md": article})
    make(tmp_path, {"README.md": "# Hello\n", "about.md": article})
    site = Project(CommandLine()).site(tmp_path)
    assert site.content() == (tmp_path / "_posts", tmp_path / "_drafts")
    make(tmp_path / "e", {".eleventy.js": "", "README.md": "# Hello\n", "posts/a.md": article})
    assert Project(CommandLine()).site(tmp_path / "e").content() is None


@pytest.mark.parametrize("name", ["jekyll", "hexo"])
def test_a_config_that_cannot_be_read(name: str, tmp_path: Path) -> None:
    make(tmp_path, {"_config.yml": "title: [\n"})
    with pytest.raises(ValueError, match=r"_config\.yml: cannot be read as the site's config"):
        generators.load(name, tmp_path)


# the command line


def test_every_target_has_its_name_in_the_config() -> None:
    assert set(generators.NAMES) >= {"hugo", "generic", *OTHERS}
    for name in generators.NAMES:
        assert generators.load(name).name == name


@pytest.mark.parametrize("name", generators.NAMES)
def test_config_takes_every_name(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert cli.run(["config", "--target", name]) == 0
    said = f'target = "{name}"  # from the command line'
    assert said in capsys.readouterr().out.splitlines()
    (tmp_path / "newslint.toml").write_text(f'target = "{name}"\n')
    assert cli.run(["config"]) == 0
    said = f'target = "{name}"  # from newslint.toml'
    assert said in capsys.readouterr().out.splitlines()


@pytest.mark.parametrize(
    ("files", "line"),
    [
        ({".eleventy.js": ""}, 'target = "eleventy"  # from .eleventy.js'),
        ({"_config.yml": "", "_posts/": ""}, 'target = "jekyll"  # from _config.yml'),
        ({"astro.config.mjs": ""}, 'target = "astro"  # from astro.config.mjs'),
        ({"config/_default/a.toml": "", "themes/": ""}, 'target = "hugo"  # from config/_def'),
        ({}, 'target = "generic"  # from the defaults'),
    ],
)
def test_config_says_where_the_target_comes_from(
    files: dict[str, str],
    line: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    make(tmp_path, files)
    monkeypatch.chdir(tmp_path)
    assert cli.run(["config"]) == 0
    assert f"\n{line}" in capsys.readouterr().out


@pytest.mark.parametrize("quote", ["", "'"])
@pytest.mark.parametrize(
    ("name", "path", "said"),
    [
        ("hugo", "content/news/a.md", "error DAT001"),
        ("jekyll", "_posts/2018-06-30-a.md", "warning DAT001"),
        ("hexo", "source/_posts/a.md", "warning DAT001"),
        ("eleventy", "posts/a.md", "warning DAT001"),
        ("astro", "src/content/blog/a.md", "warning DAT001"),
    ],
)
def test_a_day_that_is_read_as_another_stops_nothing(
    name: str, path: str, said: str, quote: str
) -> None:
    text = f"---\ntitle: Flood\ndate: {quote}2018-06-31{quote}\n---\n"
    assert [one for one in codes(found(name, path, text)) if "DAT001" in one] == [said]


def test_a_date_that_jekyll_guesses() -> None:
    text = "---\ntitle: Flood\ndate: 3rd of May, 2024\n---\n"
    (one,) = found("jekyll", "_posts/2024-05-03-a.md", text)
    assert (one.severity, one.message) == (
        "warning",
        "date `3rd of May, 2024` is in no form of a date, and Jekyll guesses one",
    )
