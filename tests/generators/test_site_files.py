"""Rules that ask whether the site has a file, in a real folder: pictures and shortcodes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.support.command import newslint
from tests.support.hugo_program import needs_hugo, run_hugo, write_site

ARTICLE = """---
title: A
images: [/img/there.jpg, /img/gone.jpg, cover.png, /elsewhere/x.jpg]
---
{{< Note >}} {{% gone %}} {{< figure src="/img/there.jpg" >}}
"""
FILES = {
    "content/news/a/index.md": ARTICLE,
    "static/img/there.jpg": "",
    "layouts/_shortcodes/note.html": "",
}


def _found(folder: Path, *options: str) -> list[str]:
    given = ("--select", "IMG002,BDY002", "--output-format", "json")
    done = newslint("check", *given, *options, "content", folder=folder)
    return [
        f"{found['code']} {found['message']}; {found['advice']}" for found in json.loads(done.out)
    ]


def test_what_is_missing(tmp_path: Path) -> None:
    write_site(tmp_path, "", FILES)
    assert _found(tmp_path) == [
        "IMG002 images `/img/gone.jpg` does not exist; add the file or correct the path",
        "IMG002 images `cover.png` does not exist; add the file or correct the path",
        "BDY002 the site has no shortcode `gone`; escape it or add it",
    ]


def test_a_theme_may_bring_it(tmp_path: Path) -> None:
    write_site(tmp_path, "", {**FILES, "themes/a/theme.toml": ""})
    assert [found[:6] for found in _found(tmp_path)] == ["IMG002", "IMG002"]


def test_silent_where_no_site_is_known(tmp_path: Path) -> None:
    write_site(tmp_path, "", FILES)
    (tmp_path / "hugo.toml").unlink()
    assert _found(tmp_path, "--target", "hugo") == []


@pytest.mark.slow
@needs_hugo
def test_hugo_stops_at_what_is_reported(tmp_path: Path) -> None:
    write_site(tmp_path, "", {**FILES, "layouts/all.html": "{{ .Content }}"})
    done = run_hugo(tmp_path)
    assert done.returncode == 1
    assert 'template for shortcode "gone" not found' in done.stdout + done.stderr
    newslint("fix", "--select", "BDY002", "--unsafe-fixes", "content", folder=tmp_path)
    text = (tmp_path / "content/news/a/index.md").read_text(encoding="utf-8")
    assert text == ARTICLE.replace("{{% gone %}}", "{{%/* gone */%}}")
    assert run_hugo(tmp_path).returncode == 0
    page = (tmp_path / "public/news/a/index.html").read_text(encoding="utf-8")
    assert "{{% gone %}}" in page


@pytest.mark.slow
@needs_hugo
@pytest.mark.parametrize(
    "body", ["a {{<", "a {{< >}}", "a {{% %}}", "a {{<\n", "a {{< b {{< c >}}"]
)
def test_hugo_stops_at_what_is_not_closed(body: str, tmp_path: Path) -> None:
    write_site(tmp_path, "", {"content/a.md": f"---\ntitle: A\n---\n{body}"})
    assert run_hugo(tmp_path).returncode == 1
    assert _found(tmp_path)[0].startswith("BDY002 the shortcode ")
