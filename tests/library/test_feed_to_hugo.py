"""The example that turns a feed into articles: what Hugo reads is what the feed said."""

# ruff: noqa: E501  # many titles

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from pathlib import Path
from xml.sax.saxutils import escape

import pytest

from tests.support.command import ROOT, environment
from tests.support.hugo_program import needs_hugo, run_hugo, write_site

SCRIPT = ROOT / "examples/feed-to-hugo/feed_to_hugo.py"

TITLES = [
    'He said "hi"', "It's Ana's", "\"both\" 'kinds'", '""', "'", '"', "Rain: flood", "a: b: c",
    "Tag #1", "# heading", "a #b", "C:\\new\\table", "ends in \\", "\\x41 \\u0041", "😀 done 👩‍👩‍👧",
    "فيضان: في الوادي", "עברית - test", "洪水「今日」", "- dash", "-", "--- x", "---", "+++", "@ana writes",
    "%d percent", "% x", "& more", "*bold*", "!tag", "!!str x", "| pipe", "> quote", "? what", "` tick",
    "{braces}", "[brackets]", "{{ .Title }}", "{% raw %}", ", comma", "a, b", "yes", "No", "on", "OFF",
    "y", "true", "False", "null", "~", "Null", "2024-01-01", "2024-01-01T10:00:00Z", "12:30:45", "1e3",
    "1", "007", "0x1F", "0b11", "0o7", "1_000", "1.5", ".5", "-1", "+1", ".inf", "-.INF", ".nan", "<<", "=",
    "two\nlines", "\nlead", "para\n\ngraphs\n", "tab\tin", "\tlead", "trailing  ", "  leading", " ", "nbsp\xa0",
    "del\x7f", "c1 \x85\x9f", "line\u2028sep\u2029", "bom \ufeff", "zero\u200bwidth", "\u202ertl", "x" * 5000,
    "word " * 800, "<b>bold</b> &amp;", "e\u0301", "\ue000", "\U0010fffd", "key: [a, {b: c}] # d", "title: x",
    "a\r\nb", "a\rb", "50% off: \"it's\" #1 \\ {x} [y]",
]  # fmt: skip


def feed(titles: list[str]) -> str:
    """An RSS file; what XML would read as another character is written as a reference."""

    def text(value: str) -> str:
        return escape(value, {"\r": "&#13;", "\n": "&#10;", "\t": "&#9;"})

    items = "".join(
        f"<item><title>{text(title)}</title><link>https://example.org/{number}?a=1&amp;b=2</link>"
        f"<guid>{number}</guid><pubDate>Fri, 30 Jan 2026 10:00:00 +0530</pubDate>"
        f"<category>{text(title)}</category><category>rain</category>"
        f"<description>{text('---' + chr(10) + title)}</description></item>"
        for number, title in enumerate(titles)
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel>'
        f'<title>The "Valley": Post</title>{items}</channel></rss>'
    )


HOME = """
{{- range site.RegularPages }}
{{ dict "name" .File.BaseFileName "title" .Title "params" .Params | jsonify | safeHTML }}
{{- end }}
"""


@needs_hugo
@pytest.mark.slow
def test_hugo_reads_what_the_feed_said(tmp_path: Path) -> None:
    layouts = {"layouts/home.html": HOME, "layouts/all.html": "x", "content/news/_index.md": ""}
    write_site(tmp_path, "disableKinds = ['taxonomy', 'term', 'rss', 'sitemap']\n", layouts)
    (tmp_path / "feed.xml").write_text(feed(TITLES), encoding="utf-8", newline="")
    command = [sys.executable, str(SCRIPT), "feed.xml", "content/news"]
    for _ in range(2):  # a second run leaves everything as it is
        subprocess.run(command, cwd=tmp_path, env=environment(), check=True)
    done = run_hugo(tmp_path, "--buildFuture")
    assert done.returncode == 0, done.stdout + done.stderr
    lines = (tmp_path / "public/index.html").read_text(encoding="utf-8").split("\n")
    pages = {page["name"]: page for page in (json.loads(line) for line in lines if line.strip())}
    assert len(pages) == len(TITLES)
    for number, title in enumerate(TITLES):
        page = pages[hashlib.sha256(str(number).encode()).hexdigest()[:16]]
        params = page["params"]
        assert (page["title"], params["title"], params["tags"]) == (title, title, [title, "rain"])
        assert params["link"] == f"https://example.org/{number}?a=1&b=2"
        assert params["source"] == 'The "Valley": Post'
        assert params["date"] == "2026-01-30T10:00:00+05:30"


def test_the_script_is_short() -> None:
    lines = SCRIPT.read_text(encoding="utf-8").splitlines()
    assert len([line for line in lines if line.strip()]) <= 40
