"""HTML in Markdown: blocks as Hugo itself finds them, tags, and where a text starts."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from newslint.text.markup import RawBlock, blocks, tags, text_starts, without_tags
from tests.support.hugo_program import needs_hugo, run_hugo, write_site

BODIES = (
    "<p>Hello</p>\n",
    "Hello <b>bold</b> x\n",
    "Text\n\n<div>\nblock\n</div>\n\nmore\n",
    "<b>x</b> y\n",
    "<!-- c -->\n\nText\n",
    "<!-- a\n\nb -->\n<p>x",
    '<a href="x">y</a>\n',
    "<custom-el>\nfoo\n</custom-el>\n",
    "  <p>two</p>\n",
    "    <p>four</p>\n",
    "\t<p>tab</p>\n",
    "\u00a0<p>no-break space",
    "<p>a</p>\nmore text\n\n*next*\n",
    "<p>a\n\n    <p>b",
    "<script>\nalert(1)\n\nx\n</script>\n",
    "<script>x</script> tail\nmore",
    "</script>\nx",
    "<style>p{}</style>",
    "<pre>\n\nx\n</pre>\nafter",
    "<textarea>\n\nx</textarea>",
    '<img src="x">\n',
    "</p>\n",
    "<p>Hi",
    "<P>x</P>\n",
    "<p\nclass=x>a",
    "<br>\n",
    "<https://example.org>\n",
    "<1>",
    "< p>",
    "<Foo>",
    "<foo>x",
    '<foo bar="1" baz>  ',
    "<details>\n<summary>a</summary>\n\ntext\n\n</details>\n",
    "<table><tr><td>\n\n| a |",
    "```\n<p>x</p>\n```\n",
    "~~~html\n<p>x</p>\n\n</p>\n~~~\n<p>y",
    "````\n```\n<p>x</p>\n````\n<p>z",
    "``` a`b\n<p>x",
    "~~~ a`b\n<p>x",
    "- a\n<p>x",
    "# h\n<p>x",
    "> q\n<p>x",
    "text\n<div>x",
    '<iframe src="x"></iframe>\n\n<p>y</p>\n',
    "<p>Überschwemmung</p>\r\n\r\nmehr\r\n",
    "<p>a</p>\n\n<p>b</p>\n",
)


@pytest.mark.slow
@needs_hugo
def test_blocks_are_what_hugo_leaves_out(tmp_path: Path) -> None:
    home = "{{ range site.RegularPages }}@@{{ .File.BaseFileName }}@{{ .Content }}{{ end }}"
    files = {f"content/{n}.md": f"---\ntitle: A\n---\n{body}" for n, body in enumerate(BODIES)}
    layouts = {"layouts/home.html": home, "layouts/all.html": "{{ .Title }}"}
    write_site(tmp_path, "", {**files, **layouts})
    assert run_hugo(tmp_path).returncode == 0
    built = (tmp_path / "public" / "index.html").read_text(encoding="utf-8")
    pages = dict(page.split("@", 1) for page in built.split("@@")[1:])
    for n, body in enumerate(BODIES):
        html = pages[str(n)]
        outside = re.sub(r"<p>.*?</p>", "", html, flags=re.DOTALL)
        left_out = "<!-- raw HTML omitted -->" in outside
        rest = re.sub(r"<!--.*?-->", "", html).strip()
        found = blocks(body)
        assert (body, bool(found.raw), found.prose) == (body, left_out, rest != "")


def test_where_the_blocks_are() -> None:
    text = "Text.\n\n  <div class='a'>\nb\n</div>\n\n<P>x"
    assert blocks(text).raw == (RawBlock(9, 24, "div"), RawBlock(35, 38, "p"))
    assert text[9:24] == "<div class='a'>"


def test_tags() -> None:
    text = "a <b>c</b> `<i>` \\<u> <https://x.org> 1 < 2 > 1 <a href='>'>x</a><br/>"
    assert [tag.group() for tag in tags(text)] == ["<b>", "</b>", "<a href='>'>", "</a>", "<br/>"]


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("<p>The <b>river</b></p><p>rises</p>", " The river  rises "),
        ("a<br>b", "a b"),
        ("<script>x</script>", None),
        ("a <b> c", "a  c"),
        ("no tag", "no tag"),
    ],
)
def test_without_tags(text: str, bare: str | None) -> None:
    assert without_tags(text) == bare


@pytest.mark.parametrize(
    ("body", "start"),
    [
        ("Text", 0),
        ("<p>Text", 3),
        ("<!-- a\nb --><script>x</script> <p>T", 34),
        ("<iframe src='a'>x</iframe>", 26),
        ("<script>never closed", 8),
        ("<div><img src='a'></div>", 5),
        ("<div>&nbsp;</div>\n", 18),
        ("![](a.jpg)", 0),
        ("", 0),
    ],
)
def test_text_starts(body: str, start: int) -> None:
    assert text_starts(body) == start
