"""What the site's config says of HTML in Markdown and of output formats, beside the real Hugo."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from newslint.generators import load
from newslint.generators.hugo.program import Hugo
from tests.support.hugo_program import needs_hugo, run_hugo, write_site

UNSAFE = "[markup.goldmark.renderer]\nunsafe = true\n"
LAYOUTS = {
    "layouts/home.html": "{{ range site.RegularPages }}{{ .Content }}{{ end }}",
    "layouts/all.html": "{{ .Title }}",
}


def _target(folder: Path) -> Hugo:
    target = load("hugo", folder)
    assert isinstance(target, Hugo)
    return target


@pytest.mark.slow
@needs_hugo
@pytest.mark.parametrize(
    ("config", "files", "said"),
    [
        ("", {}, False),
        (UNSAFE, {}, True),
        (UNSAFE.replace("true", "false"), {}, False),
        ("[languages.en]\n[languages.en.markup.goldmark.renderer]\nunsafe = true\n", {}, True),
        ("", {"config/_default/markup.toml": UNSAFE.replace("markup.", "")}, True),
        ('theme = "t"\n', {"themes/t/hugo.toml": UNSAFE}, False),
        ('theme = "t"\n[markup]\n_merge = "deep"\n', {"themes/t/hugo.toml": UNSAFE}, None),
        ('theme = "t"\n_merge = "deep"\n', {"themes/t/hugo.toml": UNSAFE}, None),
    ],
)
def test_raw_html(config: str, files: dict[str, str], said: bool | None, tmp_path: Path) -> None:
    article = {"content/a.md": "---\ntitle: A\n---\n<p>x</p>\n"}
    write_site(tmp_path, config, {**LAYOUTS, **article, **files})
    assert run_hugo(tmp_path).returncode == 0
    rendered = "<p>x</p>" in (tmp_path / "public/index.html").read_text(encoding="utf-8")
    assert _target(tmp_path).raw_html is said
    assert said is None or rendered is said


@pytest.mark.parametrize(
    ("markup", "said"),
    [
        ({"defaultMarkdownHandler": "Goldmark"}, False),
        ({"defaultMarkdownHandler": "blackFriday"}, True),
        ({"defaultMarkdownHandler": "blackfriday", "blackFriday": {"skipHTML": True}}, None),
        ({"defaultMarkdownHandler": "pandoc"}, None),
        ({"defaultMarkdownHandler": "?", "goldmark": {"renderer": {"unsafe": False}}}, None),
    ],
)
def test_what_reads_markdown(markup: dict[str, object], said: bool | None) -> None:
    """Blackfriday, of Hugo up to 0.99, renders HTML; the setting is Goldmark's alone."""
    target = load("hugo", site={"markup": markup})
    assert isinstance(target, Hugo)
    assert target.raw_html is said
    both = load("hugo", site={"languages": {"en": {"markup": markup}, "fr": {}}})
    assert isinstance(both, Hugo)
    assert both.raw_html is (None if said is not False else False)


def test_unknown_without_a_config() -> None:
    target = load("hugo")
    assert isinstance(target, Hugo)
    assert (target.raw_html, target.outputs) == (None, None)


def test_languages_that_differ() -> None:
    site = {"languages": {"en": {"weight": 1}, "fr": {"markup": _unsafe(), "weight": 2}}}
    target = load("hugo", site=site)
    assert isinstance(target, Hugo)
    assert target.raw_html is None


def _unsafe() -> dict[str, object]:
    return {"goldmark": {"renderer": {"unsafe": True}}}


@pytest.mark.slow
@needs_hugo
def test_output_formats(tmp_path: Path) -> None:
    config = '[outputFormats.App]\nmediaType = "text/plain"\nbaseName = "x"\n'
    write_site(tmp_path, config, LAYOUTS)
    known = _target(tmp_path).outputs
    assert known is not None
    assert "app" in known
    assert _stops_at(tmp_path, config, known - {"sitemapindex"}) is False  # Hugo panics at that one
    for name in ("text", "xml", "md"):
        assert _stops_at(tmp_path, config, {name}) is (name not in known) is True


def _stops_at(folder: Path, config: str, names: Iterable[str]) -> bool:
    outputs = ", ".join(f"'{name.upper()}'" for name in names)
    page = f"---\ntitle: A\noutputs: [html, {outputs}]\n---\n"
    write_site(folder, config, {"content/a.md": page})
    return run_hugo(folder).returncode != 0


def test_a_theme_may_have_more() -> None:
    target = load("hugo", site={"theme": "t"})
    assert isinstance(target, Hugo)
    assert target.outputs is None
