"""Line ends, byte order marks, comments and what else must survive every change."""

from __future__ import annotations

import pytest

from newslint import frontmatter
from newslint.frontmatter import CannotRender
from newslint.model.changes import DropBom, ReplaceText, SetScalar
from newslint.model.spans import Span, apply_edits
from tests.support.mending import (
    Maker,
    added,
    dropped,
    inserted,
    mended,
    put,
    read,
    renamed,
    swap,
    together,
    without,
)

WHOLE = """\
---
# above
title: "Flood"  # behind
'date' : 2025-12-31

description: >-
  one &amp; two
  three
tags: # tags
  - a # first

  # about b
  - 'b'
# below
weight: 5
---
Body &amp; all.
"""
EVERYTHING = together(
    put("title", "Fire"),
    renamed("date", "when"),
    swap("description", "&amp;", "&"),
    without("tags", 0),
    dropped("weight"),
)
MENDED = """\
---
# above
title: "Fire"  # behind
'when' : 2025-12-31

description: >-
  one & two
  three
tags: # tags

  # about b
  - 'b'
# below
---
Body &amp; all.
"""


def crlf(text: str) -> str:
    return text.replace("\n", "\r\n")


def test_many_changes_at_once() -> None:
    assert mended(WHOLE, EVERYTHING) == MENDED


def test_crlf() -> None:
    assert mended(crlf(WHOLE), EVERYTHING) == crlf(MENDED)


def test_byte_order_mark() -> None:
    assert mended("\ufeff" + WHOLE, EVERYTHING) == "\ufeff" + MENDED


def test_crlf_body_below_lf() -> None:
    head, body = WHOLE.removesuffix("Body &amp; all.\n"), "Body &amp; all.\r\n\r\nMore.\r\n"
    assert mended(head + body, EVERYTHING) == MENDED.removesuffix("Body &amp; all.\n") + body


@pytest.mark.parametrize("end", ["---", "---\r\n", "---\nText", "--- \n", "----\nText"])
def test_no_last_line_end(end: str) -> None:
    head = WHOLE.removesuffix("---\nBody &amp; all.\n")
    assert mended(head + end, EVERYTHING) == MENDED.removesuffix("---\nBody &amp; all.\n") + end


def test_text_behind_the_opening_fence() -> None:
    assert mended("---  # x\ntitle: a\n---\n", put("title", "b")) == "---  # x\ntitle: b\n---\n"
    assert mended("--- \n\ntitle: a\n---\n", dropped("title")) == "--- \n\n---\n"


def test_blank_lines_before_the_fence() -> None:
    text = "\n \n---\ntitle: a\nx: 1\n---\nBody.\n"
    assert mended(text, dropped("title")) == "\n \n---\nx: 1\n---\nBody.\n"


MIXED = "---\r\ntitle: a\nslug: b\r\ntags:\n- c\r\n- d\nx: |\r\n  e\n  f\r\n---\nBody.\n"


@pytest.mark.parametrize(
    ("maker", "after"),
    [
        (put("slug", "c"), MIXED.replace("slug: b", "slug: c")),
        (dropped("slug"), MIXED.replace("slug: b\r\n", "")),
        (dropped("title"), MIXED.replace("title: a\n", "")),
        (inserted("title", "new", "text"), MIXED.replace("title: a\n", "title: a\nnew: text\n")),
        (inserted("slug", "new", "text"), MIXED.replace("slug: b\r\n", "slug: b\r\nnew: text\r\n")),
        (inserted("tags", "new", "text"), MIXED.replace("- d\n", "- d\nnew: text\n")),
        (inserted("x", "new", "text"), MIXED.replace("  f\r\n", "  f\r\nnew: text\r\n")),
        (without("tags", 0), MIXED.replace("- c\r\n", "")),
        (without("tags", 0, 1), MIXED.replace("tags:\n- c\r\n- d\n", "tags: []\n")),
        (added("tags", 0, "n"), MIXED.replace("- c\r\n", '- "n"\r\n- c\r\n')),
        (added("tags", 2, "new"), MIXED.replace("- d\n", "- d\n- new\n")),
        (swap("x", "e", "g"), MIXED.replace("  e\n", "  g\n")),
        (swap("x", "f", "g"), MIXED.replace("  f\r\n", "  g\r\n")),
    ],
)
def test_each_line_keeps_its_line_end(maker: Maker, after: str) -> None:
    assert mended(MIXED, maker) == after


def test_front_matter_with_bare_carriage_returns() -> None:
    text = "---\rtitle: a\rx: 1\r---\rBody.\r"
    assert mended(text, put("title", "b")) == text.replace("title: a", "title: b")
    for maker in (dropped("x"), inserted("title", "new", "text")):
        with pytest.raises(CannotRender):
            mended(text, maker)


def test_splices_are_made_as_they_are() -> None:
    text = "--- \ntitle: a # b\n---\nBody.\n"
    before = read(text)
    changes = [ReplaceText(Span(3, 4), ""), ReplaceText(Span(13, 17), "")]
    assert apply_edits(text, frontmatter.render(before, changes)) == "---\ntitle: a\n---\nBody.\n"


def test_a_byte_order_mark_needs_no_edit() -> None:
    assert frontmatter.render(read("\ufeff---\ntitle: a\n---\n"), [DropBom()]) == []


def test_no_values_can_be_changed_in_an_article_without() -> None:
    broken, whole = read("---\ntitle: [\n---\n"), read("---\ntitle: a\n---\n")
    scalar = whole.fields[0].scalar
    assert scalar is not None
    with pytest.raises(CannotRender):
        frontmatter.render(broken, [SetScalar(scalar, "b")])


def test_changes_that_overlap_are_refused() -> None:
    text = "---\ntitle: a\n---\n"
    before = read(text)
    with pytest.raises(CannotRender):
        frontmatter.render(before, [*put("title", "b")(before), ReplaceText(Span(10, 13), "x")])
