"""With the store and without it the answer is the same, whatever has changed since."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from tests.site.kept import NOW, Runs, runs, write
from tests.support.quick import one_in

__all__ = ["runs"]


def article(title: str = "A title", *more: str, body: str = "Body.") -> str:
    lines = (f"title: {title}", "date: 2025-01-02T00:00:00Z", *more)
    return "---\n" + "".join(f"{line}\n" for line in lines) + f"---\n{body}\n"


HUGO = {
    "hugo.toml": 'baseURL = "https://example.org/"\n',
    "newslint.toml": 'preset = "strict"\n[rules.TAG007]\nvocabulary = "terms.yaml"\n'
    '[[overrides]]\npaths = ["content/old/**"]\nignore = ["TXT001"]\n',
    "terms.yaml": "terms: [Kelp, Reef]\n",
    "content/news/a.md": article("A  title", "tags: [kelp]", "slug: one"),
    "content/news/b.md": article("Another", "image: /img/b.png", "slug: one"),
    "content/news/c.md": article("Third", "tags: [Other]", body="{{< chart >}}"),
    "content/news/d.md": article("Fourth", "expiryDate: 2026-03-01T00:00:00Z"),
    "content/news/e.md": article("Fifth").replace("2025-01-02", "2026-05-06"),
    "content/old/f.md": article("Old  title", "image: pics/f.png"),
    "content/old/g.md": "---\ntitle: [broken\n---\n",
    "content/old/pics/other.png": "",
    "static/img/other.png": "",
}

Change = Callable[[Path], object]


def put(name: str, text: str) -> Change:
    return lambda top: write(top, {name: text})


def gone(name: str) -> Change:
    def change(top: Path) -> None:
        if (top / name).is_dir():
            shutil.rmtree(top / name)
        else:
            (top / name).unlink()

    return change


def same_size_and_time(top: Path) -> None:
    """An edit that leaves size and time of change as they were."""
    path = top / "content/news/a.md"
    status = path.stat()
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("A  title", "A titles"), encoding="utf-8", newline="")
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert path.stat().st_size == status.st_size


def renamed(top: Path) -> None:
    (top / "content/news/a.md").rename(top / "content/news/z.md")


def swapped(top: Path) -> None:
    one, two = (top / f"content/news/{name}.md" for name in "ac")
    one.rename(top / "x")
    two.rename(one)
    (top / "x").rename(two)


def folder_renamed(top: Path) -> None:
    (top / "content/news").rename(top / "content/views")


def linked(top: Path) -> None:
    """The folder of pictures is a link now, to one that has another."""
    shutil.rmtree(top / "static/img")
    write(top, {"elsewhere/b.png": ""})
    (top / "static/img").symlink_to(top / "elsewhere")


CHANGES: dict[str, Change] = {
    "edited": put("content/news/a.md", article("A title")),
    "same size and time": same_size_and_time,
    "renamed": renamed,
    "swapped": swapped,
    "folder renamed": folder_renamed,
    "deleted": gone("content/news/b.md"),
    "new": put("content/news/new.md", article("New", "slug: one")),
    "emptied": put("content/news/a.md", ""),
    "no text any more": put("content/news/a.md", "\0\1\2\3" * 40),
    "config": put("newslint.toml", 'preset = "news"\n'),
    "config gone": gone("newslint.toml"),
    "config of a folder": put("content/news/newslint.toml", 'preset = "default"\n'),
    "config before the other": put("content/.newslint.toml", 'ignore = ["TXT"]\n'),
    "pyproject": put("content/pyproject.toml", '[tool.newslint]\nignore = ["TXT"]\n'),
    "override": put("newslint.toml", HUGO["newslint.toml"].replace("old/**", "news/**")),
    "vocabulary": put("terms.yaml", "terms: [Other]\n"),
    "site config": put("hugo.toml", 'baseURL = "https://example.org/"\nbuildFuture = true\n'),
    "site config gone": gone("hugo.toml"),
    "more site config": put("config/_default/hugo.toml", "buildFuture = true\n"),
    "site config broken": put("hugo.toml", "= ="),
    "site below": put("content/news/_config.yml", "title: x\nplugins: []\n"),
    "cascade": put("content/news/_index.md", "---\ncascade:\n  image: /a/b.png\n---\n"),
    "cascade above": put("content/_index.md", "---\ncascade:\n  draft: true\n---\n"),
    "layout": put("layouts/shortcodes/chart.html", ""),
    "layout of a section": put("layouts/news/shortcodes/chart.html", ""),
    "theme": put("themes/x/theme.toml", ""),
    "picture": put("static/img/b.png", ""),
    "picture beside": put("content/old/pics/f.png", ""),
    "folder of pictures gone": gone("static/img"),
    "folder of pictures linked": linked,
    "bundle": put("content/news/index.md", article("Index")),
}


@pytest.mark.parametrize("name", one_in(3, CHANGES))
def test_after_a_change(runs: Runs, name: str) -> None:
    here = Path.cwd()
    write(here, HUGO)
    before = runs.plain()
    assert runs.kept() == before
    assert runs.kept() == before
    assert (runs.judged, runs.err) == ([], "")
    CHANGES[name](here)
    after = runs.plain()
    assert after != before
    assert runs.kept() == after
    assert runs.kept() == after
    assert runs.judged == []


@pytest.mark.parametrize("name", one_in(5, CHANGES))
def test_after_a_change_and_back(runs: Runs, tmp_path: Path, name: str) -> None:
    here = Path.cwd()
    write(here, HUGO)
    before = runs.kept()
    CHANGES[name](here)
    runs.kept()
    for path in (*here.iterdir(),):
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    write(here, HUGO)
    assert runs.kept() == before


def test_only_what_changed_is_looked_at(runs: Runs) -> None:
    write(Path.cwd(), HUGO)
    runs.kept()
    write(Path.cwd(), {"content/news/a.md": article(), "content/news/new.md": article()})
    assert runs.kept() == runs.plain()
    assert runs.judged == ["content/news/a.md", "content/news/new.md"]


def test_a_touched_file_is_read_and_not_judged(runs: Runs) -> None:
    write(Path.cwd(), HUGO)
    before = runs.kept()
    for path in Path.cwd().rglob("*"):
        os.utime(path, (1, 1))
    assert runs.kept() == before
    assert runs.judged == []


def test_a_file_that_was_young_is_read_again(runs: Runs, monkeypatch: pytest.MonkeyPatch) -> None:
    write(Path.cwd(), HUGO)
    monkeypatch.setattr("newslint.site.record.YOUNG", 10**12)
    before = runs.kept()
    read: list[Path] = []
    from newslint.files.read import file_bytes

    def seen(path: Path, limits: object) -> object:
        read.append(path)
        return file_bytes(path, limits)  # type: ignore[arg-type]

    monkeypatch.setattr("newslint.site.store.file_bytes", seen)
    assert runs.kept() == before
    assert len(read) == 7
    monkeypatch.setattr("newslint.site.record.YOUNG", 0)
    runs.kept()
    read.clear()
    assert runs.kept() == before
    assert (read, runs.judged) == ([], [])


MOMENTS = (
    "2024-01-01T00:00:00Z",
    "2025-01-01T23:59:59Z",
    "2025-01-02T00:00:00Z",
    "2025-01-04T23:59:59Z",
    "2025-01-05T00:00:00Z",
    NOW,
    "2026-02-28T23:59:59Z",
    "2026-03-01T00:00:00Z",
    "2026-03-01T00:00:01Z",
    "2026-05-06T00:00:00Z",
    "2030-01-01T00:00:00+05:00",
)


@pytest.mark.parametrize("order", one_in(2, [1, -1]))
def test_the_clock(runs: Runs, order: int) -> None:
    write(Path.cwd(), HUGO)
    said = set()
    for moment in MOMENTS[::order]:
        plain = runs.plain("--now", moment)
        assert runs.kept("--now", moment) == plain, moment
        assert runs.kept("--now", moment) == plain, moment
        assert runs.judged == []
        said.add(plain)
    assert len(said) > 3


@pytest.mark.slow
def test_the_command_line(runs: Runs) -> None:
    write(Path.cwd(), HUGO)
    lines: tuple[list[str], ...] = (
        ["--preset", "default"],
        ["--ignore", "TXT"],
        ["--select", "TXT"],
        ["--target", "jekyll"],
        ["--isolated"],
        ["--no-site"],
        [],
    )
    for _ in range(2):
        for words in lines:
            assert runs.kept(*words) == runs.plain(*words)
            assert runs.err == ""


def test_four_settings_stay_side_by_side(runs: Runs) -> None:
    write(Path.cwd(), HUGO)
    lines = [["--ignore", name] for name in ("TXT", "TAG", "LNK", "DAT", "SLG")]
    for words in lines:
        runs.kept(*words)
    for words in lines[1:]:
        runs.kept(*words)
        assert runs.judged == []
    runs.kept(*lines[0])
    assert len(runs.judged) == 7


def test_from_another_folder(runs: Runs, monkeypatch: pytest.MonkeyPatch) -> None:
    write(Path.cwd(), HUGO)
    runs.kept()
    monkeypatch.chdir("content")
    assert runs.kept() == runs.plain()
    assert "old/f.md" in runs.kept()
    assert runs.judged == []


@pytest.mark.parametrize(
    "form", one_in(3, ["concise", "table", "full", "sarif", "rdjson", "github", "junit"])
)
def test_every_format(runs: Runs, form: str) -> None:
    write(Path.cwd(), HUGO)
    words = ("--output-format", form)
    assert runs.kept(*words) == runs.plain(*words) == runs.kept(*words)


def test_fix_does_not_write_from_it(runs: Runs, capsys: pytest.CaptureFixture[str]) -> None:
    from newslint import cli

    write(Path.cwd(), HUGO)
    runs.kept()
    write(Path.cwd(), {"content/news/a.md": article("B  title")})
    cli.run(["fix", ".", "--now", NOW])
    capsys.readouterr()
    assert "B title" in Path("content/news/a.md").read_text(encoding="utf-8")
    assert runs.kept() == runs.plain()


OTHERS: dict[str, tuple[dict[str, str], list[tuple[str, str]]]] = {
    "jekyll": (
        {"_config.yml": "title: x\n", "_posts/2025-01-02-a.md": article("A", "author: Nn")},
        [
            ("_config.yml", "title: x\ndefaults:\n- values: {image: /x.png, draft: true}\n"),
            ("_data/authors.yml", "nora: {name: Nora}\n"),
            ("_plugins/a.rb", "Jekyll::Reader\n"),
            ("news/_posts/2025-01-02-b.md", article("B")),
            ("_post/2025-01-02-c.md", article("C")),
        ],
    ),
    "eleventy": (
        {"eleventy.config.js": "", "posts/a.md": article("A"), "posts/b.md": "---\ntags: x\n---\n"},
        [
            ("posts/posts.json", '{"image": "/x.png", "title": "T"}'),
            ("posts/b.json", '{"title": "B"}'),
            ("posts/posts.11tydata.js", ""),
            ("_data/eleventyComputed.json", '{"title": "x"}'),
            ("eleventy.config.js", "addGlobalData(x, 1)"),
        ],
    ),
    "quarto": (
        {"_quarto.yml": "project: {type: website}\n", "posts/a.md": "---\ndate: 2025-01-02\n---\n"},
        [
            ("posts/_metadata.yml", "title: x\nauthor: y\n"),
            ("_quarto-web.yml", ""),
            ("_quarto.yml", "project: {type: website}\ntitle: x\n"),
        ],
    ),
    "docusaurus": (
        {
            "docusaurus.config.js": "baseUrl: '/',\n",
            "blog/a.md": article("A", "authors: [nn]", "tags: [zz]"),
        },
        [
            ("blog/authors.yml", "nora: {name: Nora}\n"),
            ("blog/tags.yml", "kelp: {label: Kelp}\n"),
            ("docusaurus.config.js", "baseUrl: '/', routeBasePath: 'x',\n"),
        ],
    ),
    "mkdocs": (
        {
            "mkdocs.yml": "site_name: x\nplugins:\n  - blog\n",
            "docs/blog/posts/a.md": article("A", "authors: [nn]"),
        },
        [
            ("docs/blog/.authors.yml", "authors:\n  nora: {name: Nora}\n"),
            ("mkdocs.yml", "site_name: x\nplugins:\n  - blog:\n      post_dir: .\n"),
        ],
    ),
    "astro": (
        {"astro.config.mjs": "", "src/content/blog/a.md": article("A", "pubDate: x")},
        [
            ("src/content.config.ts", "base: './src/news'"),
            ("src/news/b.md", article("B  b")),
        ],
    ),
    "zola": (
        {"zola.toml": "base_url = 'x'\n", "content/a.md": "+++\ntitle = 'A  a'\n+++\n"},
        [("zola.toml", "base_url = 'x'\ntaxonomies = [{name='tags'}]\n")],
    ),
    "pelican": (
        {"pelicanconf.py": "", "content/a.md": "Title: A  a\nDate: 2025-01-02\n\nBody\n"},
        [("pelicanconf.py", "PATH = 'x'\nUSE_FOLDER_AS_CATEGORY = False\n")],
    ),
    "generic": (
        {"a.md": article("A  a", "image: b/c.png"), "b/x.md": article("B")},
        [("b/c.png", ""), ("hugo.toml", ""), ("newslint.toml", "preset = 'strict'\n")],
    ),
}


@pytest.mark.parametrize("name", one_in(2, OTHERS))
def test_other_sites(runs: Runs, name: str) -> None:
    files, changes = OTHERS[name]
    here = Path.cwd()
    write(here, files)
    look = partial(runs.kept, "--preset", "strict")
    plain = partial(runs.plain, "--preset", "strict")
    assert look() == plain()
    assert look() == plain()
    assert runs.judged == []
    for file, text in changes:
        old = (here / file).read_text(encoding="utf-8") if (here / file).exists() else None
        write(here, {file: text})
        assert look() == plain(), file
        if old is None:
            (here / file).unlink()
            assert look() == plain(), file
        assert look() == plain(), file
        assert runs.judged == []
