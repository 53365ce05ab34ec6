"""Every form of fence in every generator: who reads it, who misses it, who stops.

Measured with Hugo 0.168, Jekyll 4.3.1 (posts), Eleventy 3.1.2, Astro 5.18.2 and Hexo 8.1.2; Zola is
what its source says. The last column is python-frontmatter, which is asked here.
"""

from __future__ import annotations

import frontmatter
import pytest
import yaml
from frontmatter.default_handlers import YAMLHandler
from hypothesis import given
from hypothesis import strategies as st

from newslint.lint import fix as engine
from newslint.model.faults import FenceShape
from tests.support.command import CORPORA
from tests.support.each import each
from tests.support.faults import find_block, form, name, place, what
from tests.support.setting import settings, source

COLUMNS = ("hugo", "jekyll", "eleventy", "astro", "hexo", "zola", "python-frontmatter")
TARGETS = COLUMNS[:-1]

READ, MISSED, STOPS = "✓", "∅", "✗"

# One character for each column, in their order.
TABLE = {
    "--- \ntitle: T\n---\nBody.\n": "✓✓✓✓∅✗✓",
    "---\t\ntitle: T\n---\nBody.\n": "✓✓✓✓∅✗✓",
    "---\ntitle: T\n---  \nBody.\n": "✓✓✓✓✓✓✓",
    "\n---\ntitle: T\n---\nBody.\n": "✓∅∅✓✓✓✓",
    "\r\n---\r\ntitle: T\r\n---\r\nBody.\r\n": "✓∅∅✓✓✓✓",
    "\n\n---\ntitle: T\n---\nBody.\n": "✓∅∅✓∅✓✓",
    " ---\ntitle: T\n---\nBody.\n": "✓∅∅∅✗✓✓",
    "\u200b---\ntitle: T\n---\nBody.\n": "∅∅∅∅✗✗∅",
    "<!-- c -->\n---\ntitle: T\n---\nBody.\n": "∅∅∅∅∅✗∅",
    "Text.\n---\ntitle: T\n---\nBody.\n": "∅∅∅∅∅✗∅",
    "—\ntitle: T\n—\nBody.\n": "∅∅∅∅∅✗∅",
    "----\ntitle: T\n----\nBody.\n": "✗∅∅✗✓✗✓",
    "----\ntitle: T\n---\nBody.\n": "✗∅∅✗∅✗✓",
    "---\ntitle: T\n----\nBody.\n": "✓∅✓✓✓✗✓",
    "---\ntitle: T\n---B\nBody.\n": "✓∅✓✓✓✗∅",
    "---\ntitle: T\n...\nBody.\n": "✗✓✗∅∅✗∅",
    "---\ntitle: T\n ---\nBody.\n": "✗∅✗∅∅✓∅",
    "---\ntitle: T\n--\nBody.\n": "✗∅✗∅∅✗∅",
    "---\ntitle: T\nBody.\n": "✗∅✗∅∅✗∅",
    "---\rtitle: T\r---\rBody.\r": "✓∅∅∅∅✗∅",
    "--- # c\ntitle: T\n---\nBody.\n": "✓∅✗✓∅✗∅",
    "--- title: T\n---\nBody.\n": "✓∅∅✓∅✗∅",
    "---yaml\ntitle: T\n---\nBody.\n": "✗∅✓✗∅✗∅",
    "title: T\n---\nBody.\n": "∅∅∅∅✓✗∅",
    "---\ntitle: T\n---": "✓✓✓✓✓✓✓",
    "---\ntitle: T\n---\nBody.\n\n---\n": "✓✓✓✓✓✓✓",
    "---\r\ntitle: T\r\n---\r\nBody.\r\n": "✓✓✓✓✓✓✓",
    '+++\ntitle = "T"\n+++\nBody.\n': "✓∅∅✓∅✓",
    '+++ \ntitle = "T"\n+++\nBody.\n': "✓∅∅✓∅✗",
    '{"title": "T"}\nBody.\n': "✓∅∅∅∅✗",
}
CELLS = [(text, target) for text in TABLE for target in TARGETS]


def _cell(text: str, column: str) -> str:
    return TABLE[text][COLUMNS.index(column)]


def _name(value: str) -> str:
    return ascii(value)[1:28]


@each(("text", "target"), CELLS, ids=_name)
def test_a_form_in_a_generator(text: str, target: str) -> None:
    _a_block_is_what_the_generator_reads(text, target)
    _what_is_read_is_no_error_and_the_rest_is(text, target)
    _fixed_fences_are_plain_everywhere(text, target)
    _safe_fixes_never_touch_a_page_that_is_there(text, target)


def _a_block_is_what_the_generator_reads(text: str, target: str) -> None:
    block, faults = find_block(text, target)
    cell = _cell(text, target)
    assert (block is not None) == (cell == READ)
    if block is not None:
        assert "title" in text[slice(*block.content)]
        assert text[block.body :].strip("- \r\n\t") in ("Body.", "B\nBody.", "")
    for fault in faults:
        if isinstance(fault, FenceShape) and target != "hugo" and block is None:
            missed = fault.effect.endswith(" does not see the front matter")
            assert missed or fault.effect.endswith(" stops there") or fault.form == "opening-text"


def _what_is_read_is_no_error_and_the_rest_is(text: str, target: str) -> None:
    set_up = settings({"select": ["FMT001", "FMT002", "FMT003"]}, generator=target)
    found = engine.check(source(text), "content/a.md", "a.md", set_up)
    severities = {diagnostic.severity for diagnostic in found if diagnostic.code[:3] == "FMT"}
    if _cell(text, target) == READ:
        assert severities <= {"info", "warning"}
    else:
        assert severities == {"error"}


def _fixed_fences_are_plain_everywhere(text: str, target: str) -> None:
    made = engine.fix(source(text), "content/a.md", "a.md", settings(generator=target), unsafe=True)
    assert not [d for d in made.left if d.code == "RUN004"]
    assert not [d for d in made.left if d.code in ("FMT002", "FMT003") and d.fix is not None]
    if made.text == text:
        return
    assert find_block(made.text, target)[1] == ()
    if text.startswith(("---", " ", "\n", "\r", "title")):
        for other in TARGETS:
            block, faults = find_block(made.text, other)
            assert block is not None
            assert faults == ()


def _safe_fixes_never_touch_a_page_that_is_there(text: str, target: str) -> None:
    made = engine.fix(
        source(text), "content/a.md", "a.md", settings(generator=target), unsafe=False
    )
    if target not in ("hugo", "generic") and _cell(text, target) != STOPS:
        assert made.text == text


@each("text", [text for text in TABLE if text[:1] not in "+{"], ids=_name)
def test_python_frontmatter(text: str) -> None:
    try:
        read = frontmatter.loads(text).metadata.get("title") == "T"
    except yaml.YAMLError:
        read = False
    assert read == (_cell(text, "python-frontmatter") == READ)


def test_where_python_frontmatter_and_generic_differ() -> None:
    differ = {
        text
        for text in TABLE
        if text[:1] not in "+{"
        and (find_block(text, "generic")[0] is not None)
        != (_cell(text, "python-frontmatter") == READ)
    }
    assert differ == {
        "----\ntitle: T\n----\nBody.\n",  # any number of dashes is a fence to it
        "----\ntitle: T\n---\nBody.\n",
        "---\ntitle: T\n---B\nBody.\n",  # and nothing but blanks may follow
        "--- # c\ntitle: T\n---\nBody.\n",
        "--- title: T\n---\nBody.\n",
        "---\rtitle: T\r---\rBody.\r",  # a bare carriage return ends no line
    }


LINES = st.sampled_from(
    ["title: T", "x: 1", "# c", "", "tags:", "- a", "  ---", "text: |", "a --- b", "+++", "--", "é"]
)


@given(st.lists(LINES, max_size=6), st.lists(LINES, max_size=4), st.sampled_from(["\n", "\r\n"]))
def test_what_no_fault_is_said_of_is_split_alike(
    block_lines: list[str], body_lines: list[str], ending: str
) -> None:
    text = ending.join(["---", *block_lines, "---", *body_lines, ""])
    block, faults = find_block(text, "generic")
    assert block is not None
    assert faults == ()
    content, body = YAMLHandler().split(text.strip())
    assert text[slice(*block.content)].strip() == content.strip()
    assert text[block.body :].strip() == body.strip()


@pytest.mark.skipif(not CORPORA.is_dir(), reason="../shared/corpora is not there")
def test_real_articles_are_split_alike() -> None:
    counted = 0
    for path in CORPORA.glob("*/**/*.md"):
        if "broken" in path.parts:
            continue
        text = path.read_bytes().decode("utf-8", "replace").removeprefix("\ufeff")
        block, faults = find_block(text, "generic")
        if block is None or block.format != "yaml" or faults:
            continue
        content, body = YAMLHandler().split(text.strip())
        assert text[slice(*block.content)].strip() == content.strip(), path
        assert text[block.body :].strip() == body.strip(), path
        counted += 1
    assert counted > 900


# the byte order mark, which is taken off before


@pytest.mark.parametrize(
    ("target", "path", "severity"),
    [
        ("jekyll", "_posts/2025-12-31-a.md", "info"),
        ("jekyll", "_news/a.md", "error"),
        ("eleventy", "a.md", "info"),
        ("astro", "src/content/a.md", "info"),
        ("hexo", "source/_posts/a.md", "info"),
        ("zola", "content/a.md", "info"),
        ("hugo", "content/a.md", "info"),
    ],
)
def test_a_byte_order_mark(target: str, path: str, severity: str) -> None:
    text = "\ufeff---\ntitle: T\n---\nBody.\n"
    set_up = settings({"preset": "news", "select": ["FMT003"]}, generator=target)
    (found,) = engine.check(source(text), path, path, set_up)
    assert (found.code, found.severity) == ("FMT003", severity)


# forms that one generator alone reads


def _parts(text: str, target: str) -> tuple[str, str, str, str, list[str]]:
    block, faults = find_block(text, target)
    assert block is not None
    opening, content, closing = (
        text[slice(*span)] for span in (block.opening, block.content, block.closing)
    )
    return opening, content, closing, text[block.body :], [form(fault) for fault in faults]


@pytest.mark.parametrize(
    ("target", "text", "parts"),
    [
        ("hexo", "title: T\n---\nBody.\n", ("", "title: T\n", "---", "Body.\n")),
        ("hexo", "\ntitle: T\n----\nBody.\n", ("", "\ntitle: T\n", "----", "Body.\n")),
        ("hexo", "-----\nx: 1\n-----\nBody.\n", ("-----", "x: 1\n", "-----", "Body.\n")),
        ("hexo", "----\nx: 1\n---\ny: 2\n----B\n", ("----", "x: 1\n---\ny: 2\n", "----", "B\n")),
        ("jekyll", "---\nx: 1\n... \nBody.\n---\n", ("---", "x: 1\n", "... ", "Body.\n---\n")),
        ("jekyll", "---\nx: 1\n...\n---\nBody.\n", ("---", "x: 1\n", "...", "---\nBody.\n")),
        ("jekyll", "---\nx: |\n  ...\n---\nBody.\n", ("---", "x: |\n  ...\n", "---", "Body.\n")),
        ("zola", "---\nx: 1\n ---\nBody.\n---\n", ("---", "x: 1\n", " ---", "Body.\n---\n")),
        ("zola", "+++\nx = 1\n\t+++ \nBody.\n", ("+++", "x = 1\n", "\t+++ ", "Body.\n")),
        ("eleventy", "--- yml\nx: 1\n---\nBody.\n", ("--- yml", "x: 1\n", "---", "Body.\n")),
        ("eleventy", '---json\n{"x": 1}\n---\nB\n', ("---json", '{"x": 1}', "---", "B\n")),
    ],
)
def test_forms_of_one_generator(target: str, text: str, parts: tuple[str, str, str, str]) -> None:
    opening, content, closing, body, notes = _parts(text, target)
    assert (opening, content, closing.lstrip(), body.lstrip(" \n")) == (
        parts[0],
        parts[1],
        parts[2].lstrip(),
        parts[3].lstrip(" \n"),
    )
    assert len(notes) == (0 if "|" in text or target == "eleventy" else 1)


@pytest.mark.parametrize(
    ("target", "text", "kind", "words"),
    [
        ("hexo", ';;;\n"x": 1\n;;;\nBody.\n', "FormatNotRead", "JSON front matter with `;;;`"),
        ("hexo", '"x": 1\n;;;\nBody.\n', "FormatNotRead", "JSON front matter with `;;;`"),
        ("hexo", "---\n\n---\nBody.\n", "FrontMatterMissing", "the front matter is empty, and"),
        ("hexo", "Some words\n---\nBody.\n", "FrontMatterMissing", "the file has no front"),
        ("eleventy", "---js\n{x: 1}\n---\n", "FormatNotRead", "front matter in `js` is not read"),
        ("eleventy", "---toml\nx = 1\n---\n", "FormatNotRead", "front matter in `toml`"),
        (
            "eleventy",
            "---foo\nx: 1\n---\n",
            "FenceShape",
            "text after the opening delimiter: `foo`",
        ),
        ("jekyll", "+++\nx = 1\n+++\n", "FrontMatterMissing", "the front matter is TOML, which"),
        ("zola", '{"x": 1}\n', "FrontMatterMissing", "the front matter is JSON, which Zola does"),
        ("zola", "---\nx: a ---\ny: 1\n---\n", "FenceShape", "`---` at the end of a line closes"),
        ("zola", "---\nx: 1\n\t---\nB\n", "FenceShape", "whitespace before the closing delimiter"),
        ("zola", "+++\nx = 1\n++++\n", "FenceShape", "the closing delimiter has 4 plus signs"),
        ("hugo", "++++\nx = 1\n++++\n", "FenceShape", "the opening delimiter is `++++`, not `+++`"),
        ("astro", "#+TITLE: A\n", "FrontMatterMissing", "the file has no front matter"),
    ],
)
def test_forms_that_are_not_read(target: str, text: str, kind: str, words: str) -> None:
    block, faults = find_block(text, target)
    assert block is None
    assert [(name(fault), what(fault)[: len(words)]) for fault in faults] == [(kind, words)]


def test_a_place_for_a_fence_is_certain_only_where_nothing_is_built() -> None:
    text = "---\ntitle: T\n\n<p>Body.</p>\n"
    notes = {target: place(find_block(text, target)[1][0]) for target in TARGETS}
    assert notes == {
        "hugo": "14 certain",
        "jekyll": "14",
        "eleventy": "14 certain",
        "astro": "14",
        "hexo": "14",
        "zola": "14 certain",
    }


@given(
    st.lists(
        st.sampled_from(
            ["---", "+++", "...", "\n", "\n", "\r", "a: b", " ", "-", "{", "}", ";;;", "js", "# c"]
        ),
        max_size=14,
    ),
    st.sampled_from(TARGETS),
)
def test_spans_are_in_order(parts: list[str], target: str) -> None:
    text = "".join(parts)
    block, faults = find_block(text, target)
    assert block or faults
    for fault in faults:
        assert 0 <= fault.span.start <= fault.span.end <= len(text)
    if block:
        marks = (0, *block.opening, block.content.start, block.content.end, block.body, len(text))
        if block.format == "yaml":
            assert list(marks) == sorted(marks)
        assert block.content.end <= block.body
