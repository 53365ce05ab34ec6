"""Which layouts print a summary as it is written, and which as Markdown, beside the real Hugo."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from time import process_time

import pytest

from newslint.generators import load
from tests.support.hugo_program import needs_hugo, run_hugo, write_site
from tests.support.site_folder import make

MARKDOWN = [
    "{{ .Summary }}",
    "{{ .Summary | plainify | truncate 40 }}",
    "{{ .Summary | jsonify }}",
    '<a title="{{ .Summary }}">',
    "{{- .Params.summary | markdownify -}}",
    "{{ .Params.Summary | markdownify | emojify }}",
    "{{ markdownify .Params.summary }}",
    "{{ (.Params.summary | markdownify) }}",
    "{{ .RenderString .Params.summary }}",
    "{{ .Page.RenderString (.Params.summary) }}",
    "{{ $.Params.summary | default site.Title | markdownify }}",
    "{{ $.Params.summary | default `x` | chomp | markdownify }}",
    '{{ .Param "summary" | markdownify }}',
    "{{ $text := .Params.summary | markdownify }}{{ print $text `/` | safeHTML }}",
    "{{ with .Params.summary | markdownify }}{{ . }}{{ end }}",
    "{{ with .Summary }}{{ . | plainify }}{{ end }}",
    "{{ if .Params.summary }}{{ .Summary }}{{ end }}",
    '{{ if (isset .Params "summary") }}{{ .Params.summary | markdownify }}{{ end }}',
    "{{ if .Draft }}d{{ else if .Params.summary }}{{ .Summary }}{{ end }}",
    '{{ .Summary }}<meta content="summary_large_image">{{ "summary_large_image" }}',
    "{{ .Summary }}{{/* .Params.summary | truncate 3 {{ */}}",
    '{{ .Summary }}{{ .Param "icon" }}{{ .Params.icon }}{{ site.Params.summary }}',
    "{{ .Summary }}{{ `` | default (T `summary`) }}",
    '{{ .Summary }}{{ $key := "icon" }}{{ .Param $key }}{{ index .Params $key }}',
    '{{ .Summary }}{{ index .Params "icon" }}',
    "{{ .Summary }}{{ if .Params | len | eq 2 }}x{{ end }}{{ len .Params }}",
]
"""Layouts that make the same of a reference and of its character."""

ADDRESS = '{{ .Summary }}<a href="https://share.example/?text={{ .Params.summary | urlize }}">'
"""A layout that makes another address of it, which nobody reads."""

RAW = [
    "{{ .Params.summary }}",
    "{{ .Params.summary | safeHTML }}",
    "{{ .Params.summary | truncate 7 | markdownify }}",
    "{{ with .Params.summary }}{{ . }}{{ end }}",
    "{{ $text := .Params.summary }}{{ $text }}",
    "{{ if $text := .Params.summary }}{{ $text }}{{ end }}",
    '{{ .Param "summary" }}',
    '{{ index .Params "summary" }}',
    "{{ range site.RegularPages }}{{ .Page.Params.summary }}{{ end }}",
    "{{ (index site.RegularPages 0).Params.summary }}",
    '{{ $key := "summary" }}{{ .Param $key }}',
    '{{ $key := "icon" }}{{ $key = "summary" }}{{ .Param $key }}',
    '{{ $key := "icon" }}{{ range slice "summary" }}{{ $key = . }}{{ end }}{{ .Param $key }}',
    "{{ range $key, $value := .Params }}{{ $value }}{{ end }}",
    "{{ .Params | jsonify }}",
    "{{ with .Params }}{{ .summary }}{{ end }}",
    "{{ (.Params).summary }}",
    "{{ .Params.summary | default `x` }} {{ .Summary }}",
    "{{ print .Params.summary | upper }}",
    "{{ with dict `summary` .Params.summary }}{{ .summary }}{{ end }}",
]
"""Layouts that print the text as it is written."""

NOT_KNOWN = [
    "Nothing of the kind.",
    "{{ .Summary",
    '{{ .Summary }}{{ "unclosed }}',
    "{{ .Summary }}{{/* no end }}",
    "{{ .Summary }}{{ site.Home.Params.summary }}",
    '{{ .Summary }}{{ where site.Pages "Params.summary" "!=" nil | len }}',
    '{{ $css := resources.Get "a.css" | resources.ExecuteAsTemplate "a.css" . }}{{ .Summary }}',
]


def is_markdown(root: Path, files: Mapping[str, str]) -> bool:
    """Whether Hugo, of this site, says that a summary is read as Markdown."""
    said = load("hugo", make(root, dict(files))).printed_raw("summary")
    assert said in (False, None)
    return said is False


def site(layout: str, *, config: str = "") -> dict[str, str]:
    """A site of this layout."""
    return {"hugo.toml": config, "layouts/_default/single.html": layout}


@pytest.mark.parametrize("layout", [*MARKDOWN, ADDRESS])
def test_every_layout_reads_markdown(tmp_path: Path, layout: str) -> None:
    assert is_markdown(tmp_path, site(layout))


@pytest.mark.parametrize("layout", [*RAW, *NOT_KNOWN])
def test_some_layout_may_print_it_raw(tmp_path: Path, layout: str) -> None:
    assert not is_markdown(tmp_path, site(layout))
    both = site("{{ .Summary }}") | {"layouts/partials/a/b.html": layout}
    if layout not in NOT_KNOWN[:1]:
        assert not is_markdown(tmp_path / "both", both)


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({}, True),
        ({"layouts/.DS_Store": "\0"}, True),
        ({"hugo.toml": "theme = 'a'"}, False),
        ({"hugo.toml": "theme = 'a'", "themes/a/layouts/b.html": "{{ .Summary }}"}, True),
        ({"hugo.toml": "theme = 'a'", "themes/a/layouts/b.xml": RAW[0]}, False),
        ({"hugo.toml": "theme = ['a', 'c']", "themes/a/layouts/b.html": "{{ .Summary }}"}, False),
        (
            {
                "hugo.toml": "theme = 'a'\nthemesDir = './t'",
                "t/a/layouts/b.html": "{{ .Summary }}",
                "t/a/theme.toml": "name = 'A'",
                "t/a/hugo.toml": "[params]\nx = 1",
            },
            True,
        ),
        (
            {
                "hugo.toml": "theme = 'a'",
                "themes/a/layouts/b.html": "{{ .Summary }}",
                "themes/a/hugo.toml": "theme = 'c'",
            },
            False,
        ),
        ({"hugo.toml": "theme = 'a'\nthemesDir = '../t'"}, False),
        ({"hugo.toml": "[markup]\ndefaultMarkdownHandler = 'blackfriday'"}, True),
        ({"hugo.toml": "[markup]\ndefaultMarkdownHandler = 'org'"}, False),
        ({"hugo.toml": "layoutDir = 'l'"}, False),
        ({"hugo.toml": "layoutDir = 'l'", "l/a.html": "{{ .Summary }}"}, True),
        ({"hugo.toml": "[[module.imports]]\npath = 'example.org/a'"}, False),
        ({"hugo.toml": "[[module.mounts]]\nsource = 'l'\ntarget = 'layouts'"}, False),
        ({"config/staging/hugo.toml": "theme = 'a'"}, False),
    ],
)
def test_all_layouts_must_be_there(tmp_path: Path, files: dict[str, str], said: bool) -> None:
    assert is_markdown(tmp_path, site("{{ .Summary }}") | files) is said


def test_without_a_site_nothing_is_known() -> None:
    assert load("hugo", None).printed_raw("summary") is None


def test_other_keys_are_not_known(tmp_path: Path) -> None:
    generator = load("hugo", make(tmp_path, site("{{ .Summary }}{{ .Title | markdownify }}")))
    assert generator.printed_raw("title") is None


def test_a_layout_that_leads_out_is_not_read(tmp_path: Path) -> None:
    make(tmp_path / "out", {"a.html": "{{ .Summary }}"})
    root = make(tmp_path / "in", site("{{ .Summary }}"))
    (root / "layouts/partials").symlink_to(tmp_path / "out")
    assert load("hugo", root).printed_raw("summary") is None


def test_no_folder_outside_is_listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(tmp_path / "out", {"deep/a.html": "{{ .Summary }}"})
    root = make(tmp_path / "in", {"hugo.toml": ""})
    (root / "layouts").symlink_to(tmp_path / "out")
    monkeypatch.setattr("newslint.files.ask.entries", lambda *_: pytest.fail("it is listed"))
    assert load("hugo", root).printed_raw("summary") is None


@pytest.mark.parametrize("piece", ["{{", '{{"', '{{"\\"', "{{`", "{{/*", "{{ .Params.summary | ("])
def test_a_hostile_layout_is_read_in_one_pass(tmp_path: Path, piece: str) -> None:
    root = make(tmp_path, site("{{ .Summary }}" + piece * (500_000 // len(piece))))
    start = process_time()
    assert load("hugo", root).printed_raw("summary") is None
    assert process_time() - start < 3


WRITTEN = (
    "Don&#8217;t &mdash; &ldquo;a&rdquo; R&amp;D &#46; &#40;b&#41; caf&eacute; &hellip; &reg; "
    "1&#58; c &#43; d&#63; &nbsp;e 洪水 &Uuml;ber &#1055;"
)
PLAIN = "Don’t — “a” R&D . (b) café … ® 1: c + d? \u00a0e 洪水 Über П"


def built(folder: Path, layouts: list[str], summary: str) -> list[str]:
    """What Hugo writes for articles with this summary: a page and its cards for each of the
    layouts, then lists and feeds."""
    cards = "".join(
        f'{{{{ template "_internal/{name}.html" . }}}}'
        for name in ("opengraph", "twitter_cards", "schema")
    )
    files = {"layouts/_default/list.html": "{{ range site.RegularPages }}{{ .Summary }}{{ end }}"}
    for number, layout in enumerate(layouts):
        front = f'title: A\ndate: 2025-12-30\nlayout: l{number}\nsummary: "{summary}"\n'
        files[f"content/p{number}.md"] = f"---\n{front}---\nText.\n"
        files[f"layouts/_default/l{number}.html"] = cards + layout
    write_site(folder, "", files)
    done = run_hugo(folder)
    assert done.returncode == 0, done.stdout + done.stderr
    public = folder / "public"
    pages = [public / f"p{number}/index.html" for number in range(len(layouts))]
    others = (public / "index.html", public / "index.xml")
    return [path.read_text(encoding="utf-8") for path in (*pages, *others)]


@needs_hugo
@pytest.mark.slow
def test_hugo_writes_the_same_bytes(tmp_path: Path) -> None:
    """Embedded templates, lists and feeds are among them."""
    with_references = built(tmp_path / "a", MARKDOWN, WRITTEN)
    assert with_references == built(tmp_path / "b", MARKDOWN, PLAIN)


@needs_hugo
@pytest.mark.slow
def test_hugo_writes_other_bytes(tmp_path: Path) -> None:
    both = zip(built(tmp_path / "a", RAW, WRITTEN), built(tmp_path / "b", RAW, PLAIN), strict=True)
    differ = [page != other for page, other in both]
    assert differ == [*(True for _ in RAW), False, False]
