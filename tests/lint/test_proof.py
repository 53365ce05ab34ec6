"""The proof refuses every text that is not exactly what was wanted, and nothing else."""

# ruff: noqa: E501  # a case is a row of a table

from __future__ import annotations

from collections.abc import Iterable

import pytest

from newslint.lint.proof import prove
from newslint.model.changes import Change, DropBom, ReplaceText
from newslint.model.spans import Span
from tests.support.each import each
from tests.support.mending import (
    Maker,
    added,
    dropped,
    inserted,
    inserted_list,
    listed,
    put,
    quoted,
    read,
    renamed,
    together,
    without,
)

BEFORE = """\
---
# above
title: Flood # behind
draft: false
date: 2025-12-31
tags: [a, b]
authors:
- name: Ana
  role: x
text: |
  one
  two
title: again
---
Body.
"""
RIGHT = BEFORE.replace("title: Flood", "title: Fire")
ABOUT_TITLE = put("title", "Fire")


def reason(before: str, after: str, *makers: Maker) -> str | None:
    article = read(before)
    changes = [change for maker in makers for change in maker(article)]
    return prove(article, read(after), changes)


@pytest.mark.parametrize(
    ("maker", "old", "new"),
    [
        (put("title", "Fire"), "title: Flood", "title: 'Fire'"),
        (put("draft", "true", literal=True), "draft: false", "draft: true"),
        (put("draft", "true"), "draft: false", 'draft: "true"'),
        (put("tags.0", "c"), "[a, b]", "[c, b]"),
        (put("authors.0.role", "z"), "role: x", "role: z"),
        (put("text", "one\n2\n"), "  two\n", "  2\n"),
        (quoted("draft"), "draft: false", "draft: 'false'"),
        (listed("date", "a"), "date: 2025-12-31", "date: [a]"),
        (renamed("date", "when"), "date:", "when:"),
        (dropped("date"), "date: 2025-12-31\n", ""),
        (dropped("title"), "title: Flood # behind\n", ""),
        (inserted("date", "new", "text"), "tags:", "new: text\ntags:"),
        (inserted("date", "new", "5", literal=True), "tags:", "new: 5\ntags:"),
        (inserted_list("date", "new", "a"), "tags:", "new: [a]\ntags:"),
        (without("tags", 0), "[a, b]", "[b]"),
        (without("authors", 0), "authors:\n- name: Ana\n  role: x\n", "authors: []\n"),
        (added("tags", 1, "c"), "[a, b]", "[a, c, b]"),
    ],
)
def test_what_was_wanted_passes(maker: Maker, old: str, new: str) -> None:
    assert old in BEFORE
    after = BEFORE.replace(old, new, 1)
    assert reason(BEFORE, after, maker) is None
    assert reason(BEFORE, after) is not None
    assert reason(BEFORE, BEFORE, maker) is not None
    assert reason(BEFORE, after, maker, renamed("authors", "writers")) is not None
    crlf, mended = BEFORE.replace("\n", "\r\n"), after.replace("\n", "\r\n")
    assert reason(crlf, mended, maker) is None
    assert reason(crlf, after, maker) is not None


@each(
    ("old", "new", "words"),
    [
        ("title: Fire", "title: Fires", "`title` would not read as intended"),
        ("title: Fire", "title: 5", "`title` would not read as intended"),
        ("title: again", "title: again!", "`title` would not read as intended"),
        ("title: again\n", "", "`title` would not read as intended"),
        ("draft: false", "draft: true", "`draft` would not read as intended"),
        ("draft: false", "draft: 'false'", "`draft` would not read as intended"),
        ("date: 2025-12-31", "date: !!str 2025-12-31", "`date` would not read as intended in the second parser"),
        ("date: 2025-12-31", "date:  2025-12-31", "`date` would change, which no fix is about"),
        ("date: 2025-12-31", "'date': 2025-12-31", "`date` would change, which no fix is about"),
        ("date:", "Date:", "`date` would not read as intended"),
        ("[a, b]", "[b, a]", "`tags` would not read as intended"),
        ("[a, b]", "[a, 'b']", "`tags` would change, which no fix is about"),
        ("[a, b]", "[a,  b]", "`tags` would change, which no fix is about"),
        ("[a, b]", "[]", "`tags` would not read as intended"),
        ("role: x", "role: X", "`authors` would not read as intended"),
        ("  role: x\n", "", "`authors` would not read as intended"),
        ("- name: Ana\n  role: x", "- name: Ana\n- role: x", "`authors` would not read as intended"),
        ("  one\n", "  one \n", "`text` would not read as intended"),
        ("text: |", "text: |-", "`text` would not read as intended"),
        ("tags:", "x: 1\ntags:", "`tags` would not read as intended"),
        ("# above\n", "", "a comment would change"),
        ("# above", "# Above", "a comment would change"),
        (" # behind", "", "a comment would change"),
        ("draft: false", "draft: false # new", "a comment would change"),
        ("Body.", "Body", "the text behind the front matter would change"),
        ("Body.\n", "Body.", "the text behind the front matter would change"),
        ("Body.\n", "Body.\r\n", "the text behind the front matter would change"),
        ("---\nBody", "--- \nBody", "the fences or the text around them would change"),
        ("---\nBody", "---\r\nBody", "the fences or the text around them would change"),
        ("---\n#", "--- \n#", "the fences or the text around them would change"),
        ("---\n#", "\n---\n#", "the fences or the text around them would change"),
        ("draft: false\n", "draft: false\r\n", "`draft` would change, which no fix is about"),
        ("  one\n", "  one\r\n", "`text` would change, which no fix is about"),
        ("# above\n", "# above\r\n", "line ends would change"),
        ("draft: false", "draft: [", "the result cannot be read: "),
        ("---\n#", "#", "the text behind the front matter would change"),
    ],
)  # fmt: skip
def test_anything_else_is_refused(old: str, new: str, words: str) -> None:
    assert old in RIGHT
    found = reason(BEFORE, RIGHT.replace(old, new, 1), ABOUT_TITLE)
    assert found is not None
    assert found == words or (words.endswith(": ") and found.startswith(words))


def test_a_key_with_another_name_keeps_its_value_as_it_was_written() -> None:
    right = BEFORE.replace("text:", "words:")
    assert reason(BEFORE, right, renamed("text", "words")) is None
    wrong = right.replace("  one\n  two\n", "   one\n   two\n")
    assert reason(BEFORE, wrong, renamed("text", "words")) is not None


def test_only_the_comments_of_what_is_deleted_go() -> None:
    before = "---\n# a\nx: 1 # b\n# c\nt:\n- d # e\n# f\n- g # h\n---\n"
    without_x = before.replace("x: 1 # b\n", "")
    assert reason(before, without_x, dropped("x")) is None
    assert reason(before, without_x.replace("# a\n", ""), dropped("x")) == "a comment would change"
    assert reason(before, without_x.replace("# c\n", ""), dropped("x")) == "a comment would change"
    without_d = before.replace("- d # e\n", "")
    assert reason(before, without_d, without("t", 0)) is None
    assert (
        reason(before, without_d.replace(" # h", ""), without("t", 0)) == "a comment would change"
    )
    assert reason(before, without_d.replace("# f", "# F"), without("t", 0)) is not None
    assert reason(before, before[: before.index("t:")] + "---\n", dropped("t")) is None


def test_the_byte_order_mark() -> None:
    mark = "byte order mark"
    assert reason("\ufeff" + BEFORE, "\ufeff" + RIGHT, ABOUT_TITLE) is None
    assert mark in (reason("\ufeff" + BEFORE, RIGHT, ABOUT_TITLE) or "")
    assert mark in (reason(BEFORE, "\ufeff" + RIGHT, ABOUT_TITLE) or "")
    assert prove(read("\ufeff" + BEFORE), read(BEFORE), [DropBom()]) is None
    assert prove(read("\ufeff" + BEFORE), read(RIGHT), [DropBom()]) is not None


# the second parser


def test_a_value_that_only_one_parser_reads_as_intended_is_refused() -> None:
    before = "---\ntitle: a\nx: b\n---\n"
    assert reason(before, before.replace(": a", ':\t"c"'), put("title", "c")) == (
        "the second parser cannot read the result"
    )
    for text in ("2025-12-31", "1e3"):  # strings to Hugo
        assert reason(before, before.replace(": a", f": {text}"), put("title", text)) == (
            "`title` would not read as intended in the second parser"
        )


def test_a_parser_that_could_not_read_the_original_is_left_out() -> None:
    before = "---\ntitle: a\nx:\tb\n---\n"
    assert reason(before, before.replace(": a", ": c"), put("title", "c")) is None
    assert reason(before, before.replace(": a", ": d"), put("title", "c")) is not None


def test_surrogates_read_alike_in_both() -> None:
    before = '---\ntitle: "\\ud83c\\udf0a a"\n---\n'
    assert reason(before, before.replace(" a", " b"), put("title", "🌊 b")) is None


def test_anchors_and_aliases() -> None:
    before = "---\na: &x [1, b]\nc: *x\nd: &y e\n---\n"
    assert reason(before, before.replace("&y e", "&y f"), put("d", "f")) is None
    assert reason(before, before.replace("&y e", "f"), put("d", "f")) is None
    assert reason(before, before.replace("[1, b]", "[1, g]"), put("d", "e")) is not None
    assert reason(before, before.replace("c: *x\n", ""), dropped("c")) is None
    assert reason(before, before.replace("c: *x", "c: [1, b]"), put("d", "e")) is not None


def test_mixed_line_ends() -> None:
    before = "---\r\ntitle: a\ndraft: false\r\ntags:\n- b\r\n- c\n---\n"
    after = before.replace("title: a", "title: b")
    assert reason(before, after, put("title", "b")) is None
    for old, new in (("false\r\n", "false\n"), ("- b\r\n", "- b\n"), ("tags:\n", "tags:\r\n")):
        assert reason(before, after.replace(old, new), put("title", "b")) is not None


# splices


def splice(text: str, old: str, new: str, *, body: bool = False) -> list[Change]:
    start = text.index(old)
    return [ReplaceText(Span(start, start + len(old)), new, body)]


def proved(before: str, after: str, changes: Iterable[Change]) -> str | None:
    return prove(read(before), read(after), changes)


def test_splices_may_change_what_they_declare_and_no_more() -> None:
    changes = splice(BEFORE, " # behind", "")
    after = BEFORE.replace(" # behind", "")
    assert proved(BEFORE, after, changes) is None
    for old, new in (("# above", "# Above"), ("Body", "body"), ("draft: f", "draft:  f")):
        assert proved(BEFORE, after.replace(old, new), changes) is not None


def test_a_splice_may_not_change_a_value() -> None:
    changes = splice(BEFORE, "Flood", "Fire")
    assert proved(BEFORE, RIGHT, changes) == "`title` would not read as intended"


def test_splices_around_the_block_beside_other_changes() -> None:
    before = BEFORE.replace("---\n#", "--- \n#").replace("---\nBody", "----\nBody")
    article = read(before)
    start = before.index("----")
    changes = [
        *put("title", "Fire")(article),
        ReplaceText(Span(3, 4), ""),
        ReplaceText(Span(start, start + 1), "", body=True),
    ]
    after = RIGHT
    assert prove(article, read(after), changes) is None
    for old, new in (("Body", "body"), ("---\n#", "--- \n#"), ("draft: false", "draft: true")):
        assert prove(article, read(after.replace(old, new)), changes) is not None


def test_the_body_changes_only_where_a_splice_says_so() -> None:
    before = "---\ntitle: a\n---text\nmore\n"
    article = read(before)
    after = read("---\ntitle: a\n---\ntext\nmore\n")
    at = Span(16, 16)
    assert prove(article, after, [ReplaceText(at, "\n", body=True)]) is None
    wrong = read("---\ntitle: a\n---\ntext\nMore\n")
    assert prove(article, wrong, [ReplaceText(at, "\n", body=True)]) is not None


def test_a_repair_may_change_its_place_only() -> None:
    before = "---\ntitle: a\n\nBody.\n"
    change = [ReplaceText(Span(13, 13), "---\n", body=True)]
    assert proved(before, "---\ntitle: a\n---\n\nBody.\n", change) is None
    assert proved(before, "---\ntitle: b\n---\n\nBody.\n", change) is not None
    assert proved(before, "---\ntitle: a\n---\n\nbody.\n", change) is not None


def test_a_repair_must_be_readable() -> None:
    before = "---\ntitle: [a\n---\nBody.\n"
    change = [ReplaceText(Span(13, 13), "x")]
    found = proved(before, "---\ntitle: [ax\n---\nBody.\n", change)
    assert found is not None
    assert found.startswith("the result cannot be read: ")
    assert proved(before, "---\ntitle: [a]\n---\nBody.\n", [ReplaceText(Span(13, 13), "]")]) is None


def test_changes_of_several_fields_at_once() -> None:
    maker = together(
        put("title", "Fire"), dropped("date"), without("tags", 0), added("authors", 1, "z")
    )
    after = RIGHT.replace("date: 2025-12-31\n", "").replace("[a, b]", "[b]")
    after = after.replace("  role: x\n", "  role: x\n- z\n")
    assert reason(BEFORE, after, maker) is None
    assert reason(BEFORE, after.replace("- z\n", "- 5\n"), maker) is not None
