"""Which files of `_posts` become posts, and on which day: as the real Jekyll has it."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from newslint.generators import load
from newslint.lint import fix as engine
from tests.support.each import each
from tests.support.hugo_program import article, page_text
from tests.support.setting import settings, source

BUILT = [
    "2024-01-03-ok.md",
    "2024-1-2-x.md",
    "24-01-02-short.md",
    "024-01-02-d.md",
    "2024-01-02-a.b.md",
    "sub/2024-01-02-y.md",
    "2024-01-06-.md",
]
LEFT_OUT = [
    "third.md",
    "index.md",
    "sub/z.md",
    "2024-01-02.md",
    "2024_01_02-u.md",
    "20240102-c.md",
    "2024-01-05_x.md",
    "12024-01-02-e.md",
    "x2024-01-02-f.md",
    "1-1-1-one.md",
    "01-02-2024-us.md",
    "draft-2024-01-02-g.md",
    "2024–01–07-dash.md",
    "２０２４-01-08-full.md",
]
HIDDEN = ["_2024-01-02-h.md", "_u/2024-01-04-h.md", "README.md"]
STOPS = ["2024-13-45-x.md", "2024-00-10-x.md", "2024-01-00-x.md", "2024-01-32-x.md"]

needs_jekyll = pytest.mark.skipif(not shutil.which("jekyll"), reason="jekyll is not installed")


@each("name", [*BUILT, *LEFT_OUT, *HIDDEN])
def test_a_file_that_is_left_out_is_told(name: str) -> None:
    target = load("jekyll", site={})
    found = target.unbuilt(article(f"_posts/{name}", page_text(title="A"), target))
    assert (found is not None) == (name in LEFT_OUT)


@pytest.mark.parametrize("name", STOPS)
def test_a_day_that_does_not_exist_stops_without_a_date(name: str) -> None:
    target = load("jekyll", site={})
    path = f"_posts/{name}"
    found = target.unbuilt(article(path, page_text(title="A"), target))
    assert found is not None
    assert found.stops
    assert target.unbuilt(article(path, page_text(title="A", date="2024-01-05"), target)) is None


@pytest.mark.parametrize(
    ("name", "keys", "wanted"),
    [
        ("third.md", {"date": "2024-05-03"}, "2024-05-03-third.md"),
        ("2024-05-03.md", {}, "2024-05-03-title.md"),
        ("2024_05_03_flood.md", {}, "2024-05-03-flood.md"),
        ("20240503-flood.md", {}, "2024-05-03-flood.md"),
        ("3.5.2024 flood.md", {}, "YYYY-MM-DD-flood.md"),
        ("台風.md", {"date": "2024-05-03 10:00:00 +0900"}, "2024-05-03-台風.md"),
    ],
)
def test_the_name_that_it_needs(name: str, keys: dict[str, str], wanted: str) -> None:
    target = load("jekyll", site={})
    found = target.unbuilt(article(f"_posts/{name}", page_text(title="A", **keys), target))
    assert found is not None
    assert found.instead == wanted


@pytest.mark.parametrize("keys", [{"published": "false"}, {"draft": "true"}])
def test_what_is_hidden_on_purpose_is_left(keys: dict[str, str]) -> None:
    target = load("jekyll", site={})
    assert target.unbuilt(article("_posts/a.md", page_text(title="A", **keys), target)) is None


@pytest.mark.parametrize(
    "config", [{"include": ["_posts/a.md"]}, {"exclude": ["_posts/old"]}, None]
)
def test_a_config_with_a_say_in_it_is_not_second_guessed(config: dict[str, object] | None) -> None:
    target = load("jekyll", site=config)
    assert target.unbuilt(article("_posts/a.md", page_text(title="A"), target)) is None


def test_a_plugin_that_reads_names_is_not_second_guessed(tmp_path: Path) -> None:
    (tmp_path / "_posts").mkdir()
    (tmp_path / "_plugins").mkdir()
    (tmp_path / "_config.yml").write_text("title: A\n")
    plugin = tmp_path / "_plugins" / "own.rb"
    for text, known in (("module Filters\nend\n", True), ("DATE_FILENAME_MATCHER = 1\n", False)):
        plugin.write_text(text)
        target = load("jekyll", tmp_path)
        found = target.unbuilt(article("_posts/a.md", page_text(title="A"), target))
        assert (found is not None) == known


def _build(folder: Path, config: str, files: dict[str, str]) -> set[str]:
    (folder / "_config.yml").write_text(config)
    for name, text in files.items():
        path = folder / "_posts" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    environment = {**os.environ, "TZ": "UTC", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"}
    subprocess.run(
        ["jekyll", "build", "-q", "--disable-disk-cache"],
        cwd=folder,
        env=environment,
        capture_output=True,
        check=False,
    )
    return {path.read_text(encoding="utf-8").strip() for path in folder.glob("_site/**/*.html")}


@needs_jekyll
@pytest.mark.slow
def test_jekyll_leaves_out_the_same(tmp_path: Path) -> None:
    files = {
        name: f"---\ntitle: A\n---\n{{% comment %}}{{% endcomment %}}{name}\n"
        for name in (*BUILT, *LEFT_OUT, *HIDDEN)
    }
    built = _build(tmp_path, "title: A\n", files)
    for name in files:
        assert any(name in text for text in built) == (name in BUILT), name


@needs_jekyll
@pytest.mark.slow
@pytest.mark.parametrize("name", STOPS)
def test_jekyll_stops_at_the_same(tmp_path: Path, name: str) -> None:
    assert not _build(tmp_path, "title: A\n", {name: page_text(title="A")})


DATES = (
    "2024-01-05 23:30:00 -0500",
    "2024-01-05 01:00:00 +0900",
    "2024-01-05 23:30:00",
    '"2024-01-05 23:30:00"',
    "2024-01-05",
    '"2024-01-05"',
    "2024-01-05T00:30:00Z",
    "2024-01-05 09:00 +0800",
)


@needs_jekyll
@pytest.mark.slow
@pytest.mark.parametrize("zone", ["Asia/Tokyo", "America/New_York", "Pacific/Kiritimati", "UTC"])
def test_the_day_in_the_url_is_jekylls(tmp_path: Path, zone: str) -> None:
    config = f"timezone: {zone}\n"
    files = {
        f"2024-01-05-{number}.md": f"---\ntitle: A\ndate: {text}\n---\n{number}={{{{page.url}}}}\n"
        for number, text in enumerate(DATES)
    }
    built = _build(tmp_path, config, files)
    target = load("jekyll", tmp_path)
    for number, (name, text) in enumerate(files.items()):
        post = article(f"_posts/{name}", text, target)
        # the zone that a run takes from the site's config
        post = replace(post, context=replace(post.context, timezone=zone))
        page = target.page_day(post)
        assert page is not None
        wanted = f"{number}=/{page.day:%Y/%m/%d}/{number}.html"
        assert any(wanted in one for one in built), (wanted, built)


@needs_jekyll
@pytest.mark.slow
@pytest.mark.parametrize(
    "slug", ["2025", "007", "1.10", "on", "true", "2024-05-03", "1e3", "flood", '"2025"', "~"]
)
def test_jekyll_stops_at_a_slug_that_is_no_text(tmp_path: Path, slug: str) -> None:
    text = page_text(title="A", slug=slug)
    built = _build(tmp_path, "title: A\n", {"2024-01-02-a.md": text})
    using = settings({"select": ["SLG005"]}, generator="jekyll")
    found = engine.check(source(text), "_posts/2024-01-02-a.md", "a.md", using)
    assert [one.severity for one in found] == ([] if built else ["error"])
