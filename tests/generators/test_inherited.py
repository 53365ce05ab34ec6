"""What articles have from elsewhere, on small sites of every generator that hands values down."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

import pytest

from newslint import generators
from newslint.files.ask import content
from newslint.generators.inherited import NOTHING, UNKNOWN, Inherited, Layer, layered
from newslint.model.faults import TooLarge, Unreadable
from newslint.model.limits import Limits

HUGO = {"hugo.toml": ""}
JEKYLL = "_config.yml"
ELEVENTY = {"eleventy.config.js": "export default c => ({ dir: { input: 'src' } });"}


def write(root: Path, files: Mapping[str, str]) -> None:
    """Write these files below a folder."""
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def inherited(root: Path, files: Mapping[str, str], name: str, path: str) -> Inherited:
    """What the article with that path has from elsewhere on a site of these files."""
    write(root, files)
    return generators.load(name, root).inherited(path)


def _index(cascade: str) -> str:
    return f"---\ntitle: Section\ncascade:\n{cascade}---\nText about cascades.\n"


A = "content/news/2026/a.md"

HUGO_SITES: list[tuple[str, dict[str, str], str, dict[str, bool | None]]] = [
    ("config", {"hugo.toml": "[cascade]\nTitle = 'x'\n"}, A, {"title": True, "image": False}),
    (
        "params of the config",
        {"hugo.yaml": "cascade:\n  params:\n    image: a.jpg\n"},
        A,
        {"image": True, "params.image": True, "author": False},
    ),
    (
        "a list of the config with kinds",
        {"hugo.toml": "[[cascade]]\na=1\n[cascade.target]\nkind='Section'\n[[cascade]]\nb=1\n"},
        A,
        {"a": False, "b": True},
    ),
    (
        "section",
        {**HUGO, "content/news/_index.md": _index("  author: بشير\n")},
        A,
        {"author": True},
    ),
    ("home", {**HUGO, "content/_index.md": _index("  author: 王\n")}, A, {"author": True}),
    (
        "the nearer section keeps off the farther one",
        {
            **HUGO,
            "content/news/_index.md": _index("  image: a.jpg\n"),
            "content/news/2026/_index.md": _index("  image: ''\n"),
        },
        A,
        {"image": False},
    ),
    (
        "the first entry of a list wins",
        {**HUGO, "content/news/_index.md": _index("  - image: ''\n  - image: a.jpg\n    b: 1\n")},
        A,
        {"image": False, "b": True},
    ),
    (
        "another section",
        {**HUGO, "content/blog/_index.md": _index("  image: a.jpg\n")},
        A,
        {"image": False},
    ),
    (
        "TOML",
        {**HUGO, "content/news/_index.md": "+++\n[[cascade]]\nimage='a'\n+++\n"},
        A,
        {"image": True},
    ),
    (
        "JSON",
        {**HUGO, "content/news/_index.md": '{"cascade": {"image": "a"}}\nText'},
        A,
        {"image": True},
    ),
    (
        "path",
        {
            **HUGO,
            "content/_index.md": _index("  - target: {path: '{/news/**,/x}'}\n    image: a\n"),
        },
        A,
        {"image": True},
    ),
    (
        "path of one level",
        {**HUGO, "content/_index.md": _index("  - target: {path: '/news/*'}\n    image: a\n")},
        A,
        {"image": False},
    ),
    (
        "a class of characters is not understood",
        {**HUGO, "content/_index.md": _index("  - target: {path: '/[a-n]*/**'}\n    image: a\n")},
        A,
        {"image": None, "author": False},
    ),
    (
        "sites are not understood",
        {**HUGO, "content/_index.md": _index("  - target: {sites: {matrix: 1}}\n    image: a\n")},
        A,
        {"image": None},
    ),
    (
        "another environment",
        {**HUGO, "content/_index.md": _index("  - target: {environment: dev}\n    image: a\n")},
        A,
        {"image": False},
    ),
    (
        "another language",
        {
            "hugo.toml": "[languages.en]\nweight=1\n[languages.tr]\nweight=2\n",
            "content/news/_index.tr.md": _index("  image: a\n"),
        },
        A,
        {"image": False},
    ),
    (
        "its own language",
        {
            "hugo.toml": "[languages.en]\nweight=1\n[languages.tr]\nweight=2\n",
            "content/news/_index.tr.md": _index("  image: a\n"),
        },
        "content/news/2026/a.tr.md",
        {"image": True},
    ),
    (
        "content of a language apart",
        {
            "hugo.toml": "[languages.en]\ncontentDir='english'\n[languages.ko]\ncontentDir='ko'\n",
            "ko/news/_index.md": _index("  image: a\n"),
        },
        "ko/news/a.md",
        {"image": True},
    ),
    (
        "broken",
        {**HUGO, "content/news/_index.md": "---\ncascade: [\n---\n"},
        A,
        {"image": None},
    ),
    (
        "never closed",
        {**HUGO, "content/news/_index.md": "---\ncascade: {a: b}\n"},
        A,
        {"image": None},
    ),
    ("a text", {**HUGO, "content/news/_index.md": "---\ncascade: yes\n---\n"}, A, {"image": None}),
    (
        "a bundle",
        {**HUGO, "content/b/_index.md": _index("  x: 1\n")},
        "content/b/c/index.md",
        {"x": True},
    ),
    (
        "Windows line ends",
        {**HUGO, "content/news/_index.md": "---\r\ncascade:\r\n  x: 1\r\n---\r\n"},
        A,
        {"x": True},
    ),
]


@pytest.mark.parametrize(
    ("files", "path", "wanted"), [pytest.param(*site[1:], id=site[0]) for site in HUGO_SITES]
)
def test_hugo(
    tmp_path: Path, files: dict[str, str], path: str, wanted: dict[str, bool | None]
) -> None:
    found = inherited(tmp_path, files, "hugo", path)
    assert {key: found.gives((key,)) for key in wanted} == wanted


def _scope(scope: str, values: str = "image: a") -> str:
    return f"- {{scope: {{{scope}}}, values: {{{values}}}}}\n"


POST = "_posts/2026-01-01-a.md"
JEKYLL_SITES: list[tuple[str, str, str, bool | None]] = [
    ("everything", _scope("path: ''"), POST, True),
    ("no path", _scope("type: posts"), POST, True),
    ("posts are no pages", _scope("path: '', type: pages"), POST, False),
    ("a page", _scope("path: '', type: pages"), "about/a.md", True),
    ("the old name of a type", _scope("path: '', type: post"), POST, True),
    ("drafts are posts", _scope("path: '', type: drafts"), "_drafts/a.md", False),
    ("a draft", _scope("path: '', type: posts"), "_drafts/a.md", True),
    ("a collection", _scope("path: '', type: recipes"), "_recipes/a.md", True),
    ("no such collection", _scope("path: '', type: stories"), "_stories/a.md", False),
    ("the start of a path", _scope("path: _pos"), POST, True),
    ("a slash before it", _scope("path: /_posts"), POST, False),
    ("a folder", _scope("path: news"), "news/_posts/2026-01-01-a.md", True),
    ("stars", _scope("path: 'section/*'"), "section/one/a.md", True),
    ("stars for any depth", _scope("path: 'section/**/*.md'"), "section/a/b/c.md", True),
    ("a star that ends elsewhere", _scope("path: 'section/*/b.md'"), "section/one/a.md", False),
    (
        "the longer path",
        _scope("path: _posts", "image: ''") + _scope("path: ''"),
        POST,
        False,
    ),
    (
        "a type before none",
        _scope("path: '', type: posts", "image: ''") + _scope("path: ''"),
        POST,
        False,
    ),
    ("the later one", _scope("path: ''", "image: ''") + _scope("path: ''"), POST, True),
    ("null is nothing", _scope("path: ''") + _scope("path: _posts", "image: ~"), POST, True),
    ("no values", "- {scope: {path: ''}}\n", POST, False),
]


@pytest.mark.parametrize(
    ("defaults", "path", "wanted"), [pytest.param(*site[1:], id=site[0]) for site in JEKYLL_SITES]
)
def test_jekyll(tmp_path: Path, defaults: str, path: str, wanted: bool | None) -> None:
    config = f"collections: {{recipes: {{output: true}}}}\ndefaults:\n{defaults}"
    found = inherited(tmp_path, {JEKYLL: config}, "jekyll", path)
    assert found.gives(("image",)) is wanted


def test_jekyll_folders_of_its_own(tmp_path: Path) -> None:
    config = "source: docs\ncollections_dir: all\ncollections: [tales]\ndefaults:\n"
    config += _scope("path: all/_tales") + _scope("path: 'all/_t*', type: tales", "author: a")
    found = inherited(tmp_path, {JEKYLL: config}, "jekyll", "docs/all/_tales/a.md")
    assert found.gives(("image",)) is True
    assert found.gives(("author",)) is True


B = "src/posts/2026/b.md"
ELEVENTY_SITES: list[tuple[str, dict[str, str], dict[str, bool | None]]] = [
    ("nothing", {}, {"author": False}),
    ("its folder", {"src/posts/2026/2026.json": '{"author": "안"}'}, {"author": True}),
    ("above", {"src/posts/posts.11tydata.json": '{"author": "a"}'}, {"author": True}),
    ("the root of the input", {"src/src.json": '{"author": "a"}'}, {"author": True}),
    ("another folder", {"src/news/news.json": '{"author": "a"}'}, {"author": False}),
    ("another name", {"src/posts/news.json": '{"author": "a"}'}, {"author": False}),
    ("its own", {"src/posts/2026/b.json": '{"author": "a"}'}, {"author": True}),
    (
        "the nearer one",
        {"src/posts/posts.json": '{"author": "a"}', "src/posts/2026/2026.json": '{"author": ""}'},
        {"author": False},
    ),
    ("code", {"src/posts/posts.11tydata.js": "export default {}"}, {"author": None}),
    ("code of its own", {"src/posts/2026/b.11tydata.cjs": ""}, {"author": None}),
    ("no data", {"src/posts/posts.js": ""}, {"author": False}),
    ("broken", {"src/posts/posts.json": "{"}, {"author": None}),
    ("a list", {"src/posts/posts.json": "[]"}, {"author": None}),
    ("global data", {"src/_data/author.json": '"a"'}, {"author": None, "image": False}),
    ("a layout", {"src/_includes/l.njk": "---\nauthor: a\n---\n"}, {"author": None}),
    (
        "computed",
        {"src/posts/posts.json": '{"eleventyComputed": {"author": "{{ a }}"}}'},
        {"author": True},
    ),
    ("computed by code", {"src/_data/eleventyComputed.js": ""}, {"author": None}),
    (
        "of the config",
        {"eleventy.config.js": "c.addGlobalData('author', 'a')"},
        {"author": None, "image": False},
    ),
    (
        "YAML",
        {"eleventy.config.js": "c.addDataExtension('yaml', y)", "src/posts/posts.yaml": ""},
        {"author": None},
    ),
]


@pytest.mark.parametrize(
    ("files", "wanted"), [pytest.param(*site[1:], id=site[0]) for site in ELEVENTY_SITES]
)
def test_eleventy(tmp_path: Path, files: dict[str, str], wanted: dict[str, bool | None]) -> None:
    found = inherited(tmp_path, ELEVENTY | files, "eleventy", B)
    assert {key: found.gives((key,)) for key in wanted} == wanted


def test_computed_values_count_before_all(tmp_path: Path) -> None:
    data = '{"eleventyComputed": {"author": "x"}, "image": "a.jpg"}'
    found = inherited(tmp_path, {**ELEVENTY, "src/posts/posts.json": data}, "eleventy", B)
    assert found.replaces(("author",))
    assert not found.replaces(("image",))


ASTRO = """const blog = defineCollection({
  loader: glob({ base: './src/content/blog' }),
  schema: ({ image }) => z.object({
    title: z.string(),
    draft: z.boolean().default(false),
    author: z
      .object({ name: z.string(), more: z.array(z.string()) })
      .optional()
      .default({ name: 'Ann' }),
    'hero': image().optional(),
  }),
});"""


def test_astro(tmp_path: Path) -> None:
    found = inherited(tmp_path, {"src/content.config.ts": ASTRO}, "astro", "src/content/blog/a.md")
    keys = ("title", "draft", "author", "name", "hero")
    assert [found.gives((key,)) for key in keys] == [False, None, None, False, False]


@pytest.mark.parametrize("more", [".transform((data) => data)", ".pipe(other)"])
def test_astro_schema_that_makes_anything(tmp_path: Path, more: str) -> None:
    config = ASTRO.replace("  }),\n});", f"  }}){more},\n}});")
    files = {"src/content.config.ts": config}
    assert inherited(tmp_path, files, "astro", "src/content/blog/a.md") == UNKNOWN


PELICAN: list[tuple[str, str, dict[str, bool | None]]] = [
    ("SITENAME = 'A'\n", "a.md", {"author": False, "category": None, "date": False}),
    ("AUTHOR = 'A'\n", "a.md", {"author": None, "title": False}),
    ("# AUTHOR = 'A'\n", "a.md", {"author": False}),
    ("DEFAULT_METADATA = {}\n", "a.md", {"title": None}),
    ("from base import *\n", "a.md", {"title": None}),
    ("", "2026-01-01-a.md", {"date": None}),
]


@pytest.mark.parametrize(("settings", "path", "wanted"), PELICAN)
def test_pelican(tmp_path: Path, settings: str, path: str, wanted: dict[str, bool | None]) -> None:
    found = inherited(tmp_path, {"pelicanconf.py": settings}, "pelican", path)
    assert {key: found.gives((key,)) for key in wanted} == wanted


HOSTILE = [
    ("hugo", HUGO, "content/news/_index.md", A),
    ("eleventy", ELEVENTY, "src/posts/posts.json", B),
]


@pytest.mark.parametrize(("name", "files", "place", "path"), HOSTILE)
@pytest.mark.parametrize("kind", ["link out", "pipe", "folder", "deep", "huge", "bomb", "binary"])
def test_what_cannot_be_read_is_unknown(
    tmp_path: Path, name: str, files: dict[str, str], place: str, path: str, kind: str
) -> None:
    site = tmp_path / "site"
    write(site, files)
    target = site / place
    target.parent.mkdir(parents=True)
    secret = tmp_path / "secret.json"
    secret.write_text('{"cascade": {"image": "a"}, "image": "a"}', encoding="utf-8")
    if kind == "link out":
        target.symlink_to(secret)
    elif kind == "pipe":
        os.mkfifo(target)
    elif kind == "folder":
        target.mkdir()
    elif kind == "deep":
        target.write_text('{"cascade": ' + "[" * 50_000, encoding="utf-8")
    elif kind == "huge":
        target.write_text('{"cascade": "' + "a" * 2_000_000 + '"}', encoding="utf-8")
    elif kind == "bomb":
        names = "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 20))
        target.write_text(f"---\na0: &a0 x\n{names}cascade: *a19\n---\n", encoding="utf-8")
    else:
        target.write_bytes(b"{\x00cascade\xff\xfe" * 50)
    found = generators.load(name, site).inherited(path)
    assert found.gives(("image",)) is None


@pytest.mark.parametrize(("name", "files", "place", "path"), HOSTILE)
def test_folders_that_lead_out_are_unknown(
    tmp_path: Path, name: str, files: dict[str, str], place: str, path: str
) -> None:
    site, outside = tmp_path / "site", tmp_path / "outside"
    write(site, files)
    write(outside, {Path(place).name: '{"cascade": {"image": "a"}, "image": "a"}'})
    folder = (site / place).parent
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.symlink_to(outside)
    assert generators.load(name, site).inherited(path) == UNKNOWN


@pytest.mark.parametrize("name", ["hugo", "eleventy", "jekyll"])
@pytest.mark.parametrize("path", ["../a.md", "/etc/a.md", "a" + "/b" * 500 + ".md", "", "a.md"])
def test_odd_paths(tmp_path: Path, name: str, path: str) -> None:
    assert not generators.load(name, tmp_path).inherited(path).gives(("image",))


def test_patterns_do_not_hang(tmp_path: Path) -> None:
    pattern = "/" + "*a" * 200 + "b"
    cascade = f"  - target: {{path: '{pattern}'}}\n    image: a\n"
    files = {**HUGO, "content/_index.md": _index(cascade)}
    found = inherited(tmp_path, files, "hugo", f"content/{'a' * 200}.md")
    assert found.gives(("image",)) is False


def test_every_file_is_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, {**HUGO, "content/news/_index.md": _index("  image: a.jpg\n")})
    hugo, seen = generators.load("hugo", tmp_path), []

    def counted(path: Path, limits: Limits) -> bytes | Unreadable | TooLarge:
        seen.append(path)
        return content(path, limits)

    monkeypatch.setattr("newslint.files.ask.content", counted)
    for number in range(50):
        assert hugo.inherited(f"content/news/{number}.md").gives(("image",))
    assert len(seen) == 1


def test_generators_without_such_data() -> None:
    assert generators.load("zola").inherited("content/a.md") == NOTHING
    assert generators.load("generic").inherited("a.md") == NOTHING


def test_layers() -> None:
    found = layered([Layer({"a": 1, "B": {"C": ""}}), Layer({"a": "", "d": 1}, certain=False)])
    keys = ("a", "b", "b.c", "d", "e")
    assert [found.gives((key,)) for key in keys] == [None, True, False, None, False]
    assert layered([Layer({"a": 1}), None]) == UNKNOWN
    assert found.gives(("d", "b")) is True
