"""Keys renamed, deleted and inserted in every layout: the exact text."""

# ruff: noqa: E501  # a case is a row of a table

from __future__ import annotations

import pytest

from newslint.frontmatter import CannotRender
from tests.support.mending import (
    Maker,
    becomes,
    block,
    cases,
    dropped,
    inserted,
    inserted_list,
    refusals,
    renamed,
    together,
)


@cases(
    ("plain", "pubDate: 1 # x\n", renamed("pubDate", "date"), "date: 1 # x\n"),
    ("single", "'pubDate' : 1\n", renamed("pubDate", "date"), "'date' : 1\n"),
    ("double", '"pubDate": 1\n', renamed("pubDate", "date"), '"date": 1\n'),
    ("indented", "  pubDate: 1\n  x: 2\n", renamed("pubDate", "date"), "  date: 1\n  x: 2\n"),
    ("between braces", "{a: 1, pubDate: 2}\n", renamed("pubDate", "date"), "{a: 1, date: 2}\n"),
    ("explicit", "? pubDate\n: 1\n", renamed("pubDate", "date"), "? date\n: 1\n"),
    ("case only", "Title: a\n", renamed("Title", "title"), "title: a\n"),
    ("list below", "Tags:\n- a\n", renamed("Tags", "tags"), "tags:\n- a\n"),
    ("in quotes, odd name", "'a': 1\n", renamed("a", "b: c"), "'b: c': 1\n"),
)
def test_rename(before: str, maker: Maker, after: str) -> None:
    becomes(before, maker, after)


@refusals(
    ("there already", "pubDate: 1\ndate: 2\n", renamed("pubDate", "date")),
    ("there already, other case", "pubDate: 1\nDate: 2\n", renamed("pubDate", "date")),
    ("anchored", "&k pubDate: 1\nx: *k\n", renamed("pubDate", "date")),
    ("tagged", "!!str pubDate: 1\n", renamed("pubDate", "date")),
    ("alias", "x: &k pubDate\n*k : 1\n", renamed("pubDate", "date")),
    ("no name", "?\n: 1\n", renamed("", "date")),
    ("a name that needs quotes", "a: 1\n", renamed("a", "b: c")),
    ("a name that is a word", "a: 1\n", renamed("a", "no")),
)
def test_keys_that_cannot_be_renamed(before: str, maker: Maker) -> None:
    with pytest.raises(CannotRender):
        block(before, maker)


@cases(
    ("first", "a: 1\nb: 2\n", dropped("a"), "b: 2\n"),
    ("last", "a: 1\nb: 2\n", dropped("b"), "a: 1\n"),
    ("only", "a: 1\n", dropped("a"), ""),
    ("several", "a: 1\nb: 2\nc: 3\n", dropped("a", "c"), "b: 2\n"),
    ("comment behind goes, above stays", "# x\na: 1 # y\n# z\nb: 2\n", dropped("a"), "# x\n# z\nb: 2\n"),
    ("blank lines stay", "a: 1\n\nb: 2\n\nc: 3\n", dropped("b"), "a: 1\n\n\nc: 3\n"),
    ("empty value", "a: 1\nb:\nc: 3\n", dropped("b"), "a: 1\nc: 3\n"),
    ("empty value, blanks and comment", "a: 1\nb:   # x\nc: 3\n", dropped("b"), "a: 1\nc: 3\n"),
    ("block list, not indented", "a: 1\ntags:\n- x\n\n# y\n- z # z\n# c\nc: 3\n", dropped("tags"), "a: 1\n# c\nc: 3\n"),
    ("block list, indented", "tags: # x\n    - x\n    - y\nc: 3\n", dropped("tags"), "c: 3\n"),
    ("flow list of many lines", "a: 1\ntags: [\n  x, # y\n  z,\n] # w\nc: 3\n", dropped("tags"), "a: 1\nc: 3\n"),
    ("mapping", "a: 1\nm:\n  b: 1\n  c:\n    d: 2\ne: 3\n", dropped("m"), "a: 1\ne: 3\n"),
    ("literal", "a: 1\nd: |\n  x # no\n\n  y\n\nc: 3\n", dropped("d"), "a: 1\n\nc: 3\n"),
    ("wrapped", "a: 1\nd: 'x\n  y' # z\nc: 3\n", dropped("d"), "a: 1\nc: 3\n"),
    ("indented keys", "  a: 1\n  b: 2\n", dropped("a"), "  b: 2\n"),
    ("key in quotes", "'a' : 1\nb: 2\n", dropped("a"), "b: 2\n"),
    ("anchored, not used", "a: &x 1\nb: 2\n", dropped("a"), "b: 2\n"),
    ("an alias", "a: &x 1\nb: *x # y\nc: 3\n", dropped("b"), "a: &x 1\nc: 3\n"),
    ("one of two", "a: 1\nb: 2\na: 3\n", dropped("a"), "b: 2\na: 3\n"),
    ("below a literal", "d: |\n  x\na: 1\nc: 3\n", dropped("a"), "d: |\n  x\nc: 3\n"),
    ("below a literal, blank lines", "d: |\n  x\na: 1\n\nc: 3\n", dropped("a"), "d: |\n  x\n\nc: 3\n"),
    ("below a literal, keys indented", "  d: |\n    x\n  a: 1\n  c: 3\n", dropped("a"), "  d: |\n    x\n  c: 3\n"),
    ("merge key", "b: &b {x: 1}\n<<: *b\nc: 3\n", dropped("<<"), "b: &b {x: 1}\nc: 3\n"),
)  # fmt: skip
def test_delete_key(before: str, maker: Maker, after: str) -> None:
    becomes(before, maker, after)


@refusals(
    ("used by an alias", "a: &x 1\nb: *x\n", dropped("a")),
    ("used by an alias, inside", "a: [&x 1]\nb: *x\n", dropped("a")),
    ("between braces", "{a: 1, b: 2}\n", dropped("b")),
    ("between braces, own line", "{\n  a: 1,\n  b: 2\n}\n", dropped("b")),
    ("explicit", "? a\n: 1\nb: 2\n", dropped("a")),
    ("explicit without a value", "? a\nb: 2\n", dropped("a")),
    ("an anchor in front", "&x a: 1\nb: 2\n", dropped("a")),
    ("a literal above, comment indented below", "d: |\n  x\na: 1\n  # y\nc: 3\n", dropped("a")),
    ("a keeping literal above, blank below", "d: |+\n  x\na: 1\n\nc: 3\n", dropped("a")),
    ("a literal above, blanks below", "d: |\n  x\na: 1\n    \nc: 3\n", dropped("a")),
    ("a literal above, comment between", "d: |\n  x\na: 1\n  # y\nb: 2\n", dropped("a", "b")),
    ("a literal item above, comment below", "d:\n- |\n  x\na: 1\n  # y\n", dropped("a")),
    ("a line separator in its comment", "a: 1 # x\u2028b: 2\nc: 3\n", dropped("a")),
)
def test_keys_that_cannot_be_deleted(before: str, maker: Maker) -> None:
    with pytest.raises(CannotRender):
        block(before, maker)


@cases(
    ("plain like the one above", "a: x\n", inserted("a", "b", "new"), "a: x\nb: new\n"),
    ("single like the one above", "a: 'x'\nc: 3\n", inserted("a", "b", "new"), "a: 'x'\nb: 'new'\nc: 3\n"),
    ("double like the one above", 'a: "x"\n', inserted("a", "b", "new"), 'a: "x"\nb: "new"\n'),
    ("plain that needs quotes", "a: x\n", inserted("a", "b", "new: z"), 'a: x\nb: "new: z"\n'),
    ("literal", "a: x\n", inserted("a", "b", "true", literal=True), "a: x\nb: true\n"),
    ("list", "a: x\n", inserted_list("a", "b", "new", "z: 1"), 'a: x\nb: ["new", "z: 1"]\n'),
    ("list like others", "a: x\nc: [d]\n", inserted_list("a", "b", "new"), "a: x\nb: [new]\nc: [d]\n"),
    ("behind a comment", "a: x # y\n# z\n", inserted("a", "b", "new"), "a: x # y\nb: new\n# z\n"),
    ("behind a block list", "a:\n- x\n- y # z\n# w\nc: 3\n", inserted("a", "b", "new"), "a:\n- x\n- y # z\nb: new\n# w\nc: 3\n"),
    ("behind a flow list", "a: [\n  x\n  ]\nc: 3\n", inserted("a", "b", "new"), "a: [\n  x\n  ]\nb: new\nc: 3\n"),
    ("behind a mapping", "a:\n  x: 1\nc: 3\n", inserted("a", "b", "new"), "a:\n  x: 1\nb: new\nc: 3\n"),
    ("behind a literal", "a: |\n  x\n\nc: 3\n", inserted("a", "b", "new"), "a: |\n  x\nb: new\n\nc: 3\n"),
    ("behind a keeping literal", "a: |+\n  x\n\n\nc: 3\n", inserted("a", "b", "new"), "a: |+\n  x\n\n\nb: new\nc: 3\n"),
    ("behind a folded item that keeps", "a:\n- >+\n  x\n\n", inserted("a", "b", "new"), "a:\n- >+\n  x\n\nb: new\n"),
    ("behind nothing", "a:\nc: 3\n", inserted("a", "b", "new"), "a:\nb: new\nc: 3\n"),
    ("behind an alias", "x: &x 1\na: *x\n", inserted("a", "b", "new"), "x: &x 1\na: *x\nb: new\n"),
    ("indented keys", "  a: 1\n  c: 3\n", inserted("a", "b", "new"), "  a: 1\n  b: new\n  c: 3\n"),
    ("a name that needs quotes", "a: 1\n", inserted("a", "b: c", "new"), 'a: 1\n"b: c": new\n'),
    ("where one is deleted", "a: 1\nb: 2\nc: 3\n", together(inserted("b", "b", "new"), dropped("b")), "a: 1\nb: new\nc: 3\n"),
    ("two", "a: 1\n", together(inserted("a", "b", "new"), inserted("a", "c", "z")), "a: 1\nb: new\nc: z\n"),
    ("text of two lines", "a: 1\n", inserted("a", "b", "new\nz"), 'a: 1\nb: "new\\nz"\n'),
)  # fmt: skip
def test_insert_key(before: str, maker: Maker, after: str) -> None:
    becomes(before, maker, after)


@refusals(
    ("there already", "a: 1\nb: 2\n", inserted("a", "b", "new")),
    ("there already, other case", "a: 1\nB: 2\n", inserted("a", "b", "new")),
    ("twice", "a: 1\n", together(inserted("a", "b", "new"), inserted("a", "b", "z"))),
    ("between braces", "{a: 1}\n", inserted("a", "b", "new")),
    ("between braces, own line", "{\n  a: 1\n}\n", inserted("a", "b", "new")),
    ("between tagged braces", "&x !!map # y\n{\n  a: 1\n}\n", inserted("a", "b", "new")),
    ("explicit", "? a\n: 1\n", inserted("a", "b", "new")),
)
def test_keys_that_cannot_be_inserted(before: str, maker: Maker) -> None:
    with pytest.raises(CannotRender):
        block(before, maker)
