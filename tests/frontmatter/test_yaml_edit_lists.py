"""Items deleted and inserted in block and flow lists of every layout: the exact text."""

# ruff: noqa: E501  # a case is a row of a table

from __future__ import annotations

import pytest

from newslint.frontmatter import CannotRender
from tests.support.mending import (
    Maker,
    added,
    becomes,
    block,
    cases,
    put,
    refusals,
    together,
    without,
)


@cases(
    ("first", "t:\n- a\n- b\n- c\n", without("t", 0), "t:\n- b\n- c\n"),
    ("middle", "t:\n  - a\n  - b\n  - c\nx: 1\n", without("t", 1), "t:\n  - a\n  - c\nx: 1\n"),
    ("last", "t:\n- a\n- b\nx: 1\n", without("t", 1), "t:\n- a\nx: 1\n"),
    ("several", "t:\n- a\n- b\n- c\n- d\n", without("t", 0, 2), "t:\n- b\n- d\n"),
    ("comment behind goes, above stays", "t: # x\n# y\n- a # z\n# w\n- b # v\n", without("t", 0), "t: # x\n# y\n# w\n- b # v\n"),
    ("blank lines stay", "t:\n\n- a\n\n- b\n\n- c\n\nx: 1\n", without("t", 1), "t:\n\n- a\n\n\n- c\n\nx: 1\n"),
    ("quoted", "t:\n- 'a - b'\n- \"c\"\n", without("t", 0), "t:\n- \"c\"\n"),
    ("text below its dash", "t:\n-\n  a\n- b\n", without("t", 0), "t:\n- b\n"),
    ("wrapped", "t:\n- 'a\n  b'\n- c\n", without("t", 0), "t:\n- c\n"),
    ("mapping", "t:\n- a: 1\n  b: 2\n- c: 3\n", without("t", 0), "t:\n- c: 3\n"),
    ("literal", "t:\n- |\n  a - b\n\n- c\n", without("t", 0), "t:\n\n- c\n"),
    ("empty", "t:\n- a\n-\n- c\n", without("t", 1), "t:\n- a\n- c\n"),
    ("list in it", "t:\n- - a\n  - b\n- c\n", without("t", 0), "t:\n- c\n"),
    ("in a list in it", "t:\n- - a\n  - b\n- c\n", without("t.0", 1), "t:\n- - a\n- c\n"),
    ("in a mapping", "m:\n  t:\n  - a\n  - b\n  x: 1\n", without("m.t", 0), "m:\n  t:\n  - b\n  x: 1\n"),
    ("an alias", "x: &x a\nt:\n- *x\n- b\n", without("t", 0), "x: &x a\nt:\n- b\n"),
    ("all", "t:\n- a\n- b\nx: 1\n", without("t", 0, 1), "t: []\nx: 1\n"),
    ("the only one, blank behind the colon", "t: \n- a\nx: 1\n", without("t", 0), "t: []\nx: 1\n"),
    ("all, comments stay", "t: # w: x\n  # y:\n  - a # z\n  # v\n", without("t", 0), "t: [] # w: x\n  # y:\n  # v\n"),
    ("all, anchored", "t: &t !!seq\n- a\n", without("t", 0), "t: &t !!seq []\n"),
    ("all, in a mapping", "m:\n  t:\n    - a\nx: 1\n", without("m.t", 0), "m:\n  t: []\nx: 1\n"),
    ("all, key in quotes", "'t:' :\n- a\n", without("t:", 0), "'t:' : []\n"),
    ("another is changed too", "t:\n- a\n- b\n", together(without("t", 0), put("t.1", "c")), "t:\n- c\n"),
)  # fmt: skip
def test_delete_from_block_list(before: str, maker: Maker, after: str) -> None:
    becomes(before, maker, after)


@cases(
    ("first", "t: [a, b, c]\n", without("t", 0), "t: [b, c]\n"),
    ("middle", "t: [a, b, c] # x\n", without("t", 1), "t: [a, c] # x\n"),
    ("last", "t: [a, b, c]\n", without("t", 2), "t: [a, b]\n"),
    ("several", "t: [a, b, c, d]\n", without("t", 0, 2), "t: [b, d]\n"),
    ("the last two", "t: [a, b, c]\n", without("t", 1, 2), "t: [a]\n"),
    ("all", "t: [a, b]\n", without("t", 0, 1), "t: []\n"),
    ("blanks kept", "t: [ 'a' , \"b\",c ]\n", without("t", 1), "t: [ 'a' , c ]\n"),
    ("last, blanks kept", "t: [ a, b ]\n", without("t", 1), "t: [ a ]\n"),
    ("trailing comma", "t: [a, b,]\n", without("t", 1), "t: [a,]\n"),
    ("comma and bracket in quotes", "t: ['a, [', b, ']']\n", without("t", 0), "t: [b, ']']\n"),
    ("wrapped, end of a line", "t: [a, b,\n  c, d]\n", without("t", 1), "t: [a,\n  c, d]\n"),
    ("wrapped, start of a line", "t: [a, b,\n  c, d]\n", without("t", 2), "t: [a, b,\n  d]\n"),
    ("wrapped, a whole line", "t: [a,\n  b,\n  c]\n", without("t", 1), "t: [a,\n  c]\n"),
    ("lines, first", "t: [\n  a, # x\n  b,\n  c\n]\n", without("t", 0), "t: [\n  b,\n  c\n]\n"),
    ("lines, comment above stays", "t: [\n  a,\n  # about b\n  b, # x\n  c\n]\n", without("t", 0), "t: [\n  # about b\n  b, # x\n  c\n]\n"),
    ("lines, last", "t: [\n  a, # x\n  b # y\n]\n", without("t", 1), "t: [\n  a # x\n]\n"),
    ("lines, last, trailing comma", "t: [\n  a,\n  b, # y\n]\n", without("t", 1), "t: [\n  a,\n]\n"),
    ("lines, the last two", "t: [\n  a,\n  b,\n  c\n]\n", without("t", 1, 2), "t: [\n  a\n]\n"),
    ("lines, all", "t: [\n  a,\n  b\n]\nx: 1\n", without("t", 0, 1), "t: []\nx: 1\n"),
    ("mapping in it", "t: [{a: 1, b: 2}, c]\n", without("t", 0), "t: [c]\n"),
    ("pair in it", "t: [c, a: b , d]\n", without("t", 1), "t: [c, d]\n"),
    ("list in a list", "t: [[a, b], c]\n", without("t.0", 1), "t: [[a], c]\n"),
    ("an alias", "x: &x a\nt: [*x, b]\n", without("t", 0), "x: &x a\nt: [b]\n"),
    ("another is changed too", "t: [a, b]\n", together(without("t", 0), put("t.1", "c")), "t: [c]\n"),
)  # fmt: skip
def test_delete_from_flow_list(before: str, maker: Maker, after: str) -> None:
    becomes(before, maker, after)


@refusals(
    ("anchored and used", "t:\n- &x a\n- b\nc: *x\n", without("t", 0)),
    ("anchored", "t:\n- &x a\n- b\n", without("t", 0)),
    ("tagged", "t: [!!str a, b]\n", without("t", 0)),
    ("of an alias", "x: &x [a, b]\nt: *x\n", without("t", 0)),
    ("of a list that an alias stands for", "x: &x\n- a\n- b\nt: *x\n", without("x", 0)),
    ("shares its line", "t:\n- - a\n  - b\n", without("t.0", 0)),
    ("all of a list in a list", "t:\n- - a\n- b\n", without("t.0", 0)),
    ("comment behind its dash", "t:\n- # x\n  a\n- b\n", without("t", 0)),
    ("all, explicit key", "? t\n: - a\n", without("t", 0)),
    ("all, comment in the flow list", "t: [\n  a # x\n]\n", without("t", 0)),
    ("comment between", "t: [a, # x\n  b, c]\n", without("t", 0)),
    ("a literal above, comment below", "t:\n- |\n  a\n- b\n  # x\n", without("t", 1)),
    ("no such item", "t: [a]\n", without("t", 1)),
    ("twice two changes", "t: [a, b]\n", together(without("t", 0), added("t", 1, "c"))),
    ("changed and deleted", "t: [a, b]\n", together(without("t", 0), put("t.0", "c"))),
)  # fmt: skip
def test_items_that_cannot_be_deleted(before: str, maker: Maker) -> None:
    with pytest.raises(CannotRender):
        block(before, maker)


@cases(
    ("first", "t:\n- a\n- b\n", added("t", 0, "c"), "t:\n- c\n- a\n- b\n"),
    ("middle", "t:\n  - 'a' # x\n  - 'b'\n", added("t", 1, "c"), "t:\n  - 'a' # x\n  - 'c'\n  - 'b'\n"),
    ("last", "t:\n-   a # x\n# y\nx: 1\n", added("t", 1, "c"), "t:\n-   a # x\n-   c\n# y\nx: 1\n"),
    ("comment above belongs to the next", "t:\n- a\n# about b\n- b\n", added("t", 1, "c"), "t:\n- a\n- c\n# about b\n- b\n"),
    ("needs quotes", "t:\n- a\n", added("t", 1, "c: d"), 't:\n- a\n- "c: d"\n'),
    ("number", "t:\n- a\n", added("t", 1, "5"), 't:\n- a\n- "5"\n'),
    ("beside an empty one", "t:\n-\n", added("t", 1, "c"), "t:\n-\n- c\n"),
    ("beside a literal", "t:\n- |\n  a\n", added("t", 1, "c"), "t:\n- |\n  a\n- c\n"),
    ("beside a keeping literal", "t:\n- |+\n  a\n\nx: 1\n", added("t", 1, "c"), "t:\n- |+\n  a\n\n- c\nx: 1\n"),
    ("beside a mapping", "t:\n- a: 1\n  b: 2\n", added("t", 1, "c"), "t:\n- a: 1\n  b: 2\n- c\n"),
    ("beside text below its dash", "t:\n-\n  a\n", added("t", 1, "c"), "t:\n-\n  a\n- c\n"),
    ("in a list in a list", "t:\n- - a\n  - b\n", added("t.0", 2, "c"), "t:\n- - a\n  - b\n  - c\n"),
    ("in a mapping", "m:\n  t:\n  - a\nx: 1\n", added("m.t", 1, "c"), "m:\n  t:\n  - a\n  - c\nx: 1\n"),
    ("flow, empty", "t: [] # x\n", added("t", 0, "c"), 't: ["c"] # x\n'),
    ("flow, empty, like the other lists", "t: [ ]\nx: [d]\n", added("t", 0, "c"), "t: [c]\nx: [d]\n"),
    ("flow, first", "t: [a, b]\n", added("t", 0, "c"), "t: [c, a, b]\n"),
    ("flow, middle", "t: ['a', 'b']\n", added("t", 1, "c"), "t: ['a', 'c', 'b']\n"),
    ("flow, last", "t: [ a, b ]\n", added("t", 2, "c"), "t: [ a, b, c ]\n"),
    ("flow, trailing comma", "t: [a,]\n", added("t", 1, "c"), "t: [a, c,]\n"),
    ("flow, comma in it", "t: [a]\n", added("t", 1, "c, d"), 't: [a, "c, d"]\n'),
    ("flow, lines, first", "t: [\n  a,\n  b\n]\n", added("t", 0, "c"), "t: [\n  c,\n  a,\n  b\n]\n"),
    ("flow, lines, middle", "t: [\n  a, # x\n  # y\n  b\n]\n", added("t", 1, "c"), "t: [\n  a, # x\n  c,\n  # y\n  b\n]\n"),
    ("flow, lines, last", "t: [\n  a,\n  b # x\n]\n", added("t", 2, "c"), "t: [\n  a,\n  b, # x\n  c\n]\n"),
    ("flow, lines, trailing comma", "t: [\n  a,\n]\n", added("t", 1, "c"), "t: [\n  a,\n  c,\n]\n"),
    ("flow, wrapped", "t: [a, b,\n  d]\n", added("t", 3, "c"), "t: [a, b,\n  d, c]\n"),
)  # fmt: skip
def test_insert_item(before: str, maker: Maker, after: str) -> None:
    becomes(before, maker, after)


@refusals(
    ("an alias", "x: &x [a]\nt: *x\n", added("t", 0, "c")),
    ("beside an anchor", "t:\n- &x a\n", added("t", 1, "c")),
    ("beside a tag", "t: [!!str a]\n", added("t", 1, "c")),
    ("shares its line", "t:\n- - a\n", added("t.0", 1, "c")),
    ("a comment in an empty list", "t: [ # x\n  ]\n", added("t", 0, "c")),
    ("no such place", "t: [a]\n", added("t", 2, "c")),
    ("two at once", "t: [a]\n", together(added("t", 1, "c"), added("t", 1, "d"))),
)
def test_items_that_cannot_be_inserted(before: str, maker: Maker) -> None:
    with pytest.raises(CannotRender):
        block(before, maker)
