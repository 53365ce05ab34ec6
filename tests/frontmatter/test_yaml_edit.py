"""Changes of values in every layout: the text that a careful editor would have written."""

# ruff: noqa: E501  # a case is a row of a table

from __future__ import annotations

import pytest

from newslint.frontmatter import CannotRender
from tests.support.mending import (
    Maker,
    becomes,
    block,
    cases,
    listed,
    put,
    quoted,
    refusals,
    swap,
    together,
)


@cases(
    ("plain", "title: Flood\n", put("title", "Fire"), "title: Fire\n"),
    ("plain, comment", "title: Flood  # a\n", put("title", "Fire"), "title: Fire  # a\n"),
    ("plain, no blank left", "a:   b   \n", put("a", "c"), "a:   c   \n"),
    ("plain URL", "link: http://a.b/c?d=1&e=2#f\n", swap("link", "&e=2", ""), "link: http://a.b/c?d=1#f\n"),
    ("plain with a comma", "title: Flood\n", put("title", "Flood, again"), "title: Flood, again\n"),
    ("plain with brackets", "title: Flood\n", put("title", "The [big] flood"), "title: The [big] flood\n"),
    ("plain with an apostrophe", "title: Flood\n", put("title", "Ana's flood"), "title: Ana's flood\n"),
    ("plain with a colon", "title: Flood\n", put("title", "Flood: again"), 'title: "Flood: again"\n'),
    ("plain with a hash", "title: Flood\n", put("title", "Top #5"), 'title: "Top #5"\n'),
    ("plain with C#", "title: Flood\n", put("title", "C#1 is C"), "title: C#1 is C\n"),
    ("plain ending in a colon", "title: Flood\n", put("title", "Flood:"), 'title: "Flood:"\n'),
    ("plain becoming a number", "slug: a\n", put("slug", "2025"), 'slug: "2025"\n'),
    ("plain becoming a date", "slug: a\n", put("slug", "2025-12-31"), 'slug: "2025-12-31"\n'),
    ("plain becoming a float", "slug: a\n", put("slug", "1e3"), 'slug: "1e3"\n'),
    ("plain becoming a time", "slug: a\n", put("slug", "12:30"), 'slug: "12:30"\n'),
    ("plain becoming a word", "slug: a\n", put("slug", "No"), 'slug: "No"\n'),
    ("plain with a digit", "slug: a\n", put("slug", "3d-news"), "slug: 3d-news\n"),
    ("plain, a number of things", "title: a\n", put("title", "50% off"), "title: 50% off\n"),
    ("plain beginning with a quote", "title: a\n", put("title", '"Stop" he said'), "title: '\"Stop\" he said'\n"),
    ("plain beginning with a bracket", "title: a\n", put("title", "[Live] a"), 'title: "[Live] a"\n'),
    ("plain beginning oddly as before", "title: -foo  bar\n", put("title", "-foo bar"), "title: -foo bar\n"),
    ("plain beginning with an emoji", "title: 🌊  Flood\n", put("title", "🌊 Flood"), "title: 🌊 Flood\n"),
    ("plain emptied", "title: a\n", put("title", ""), 'title: ""\n'),
    ("plain emptied, single habit", "a: 'x'\ntitle: a\n", put("title", ""), "a: 'x'\ntitle: ''\n"),
    ("plain with blanks at an end", "title: a\n", put("title", " a"), 'title: " a"\n'),
    ("plain with a tab", "title: a\tb\n", put("title", "a b"), "title: a b\n"),
    ("plain getting a line end", "title: a\n", put("title", "a\nb"), 'title: "a\\nb"\n'),
    ("plain getting a line separator", "title: a\n", put("title", "a\u2028b"), 'title: "a\\u2028b"\n'),
    ("plain Arabic", "title: فيضان &amp; حريق\n", swap("title", "&amp;", "&"), "title: فيضان & حريق\n"),
    ("plain Chinese", "title: 洪水 \u3000水害\n", swap("title", " \u3000", " "), "title: 洪水 水害\n"),
    ("plain Hindi", "title: बाढ़ &amp; आग\n", swap("title", "&amp;", "और"), "title: बाढ़ और आग\n"),
    ("number made a text", "weight: 5\n", put("weight", "6"), 'weight: "6"\n'),
    ("number made a word", "weight: 5\n", put("weight", "heavy"), "weight: heavy\n"),
    ("boolean made a word", "draft: true\n", put("draft", "later"), "draft: later\n"),
    ("literal", 'draft: "false"\n', put("draft", "false", literal=True), "draft: false\n"),
    ("literal date", "date: '2025-12-31' # a\n", put("date", "2025-12-31T00:00:00Z", literal=True), "date: 2025-12-31T00:00:00Z # a\n"),
    ("wrapped plain", "title: one two\n  three four\n", swap("title", "four", "4"), "title: one two\n  three 4\n"),
    ("wrapped plain, both lines", "title: one two\n  three four\n", put("title", "one 2 three 4"), "title: one 2\n  three 4\n"),
    ("wrapped plain, end of a line dropped", "title: one two\n  three four\n", put("title", "one three four"), "title: one\n  three four\n"),
    ("wrapped plain that needs quotes", "title: one two\n  three four\n", put("title", "one two three: four"), 'title: "one two\n  three: four"\n'),
    ("wrapped plain with a blank line", "title: one\n\n  two\n", put("title", "one\n2"), "title: one\n\n  2\n"),
    ("single", "title: 'Flood'\n", put("title", "Fire"), "title: 'Fire'\n"),
    ("single, doubled quote kept", "title: 'Ana''s flood &amp; fire'\n", swap("title", "&amp;", "&"), "title: 'Ana''s flood & fire'\n"),
    ("single, quote comes", "title: 'Anas flood' # a\n", put("title", "Ana's flood"), "title: 'Ana''s flood' # a\n"),
    ("single, colon and hash", "title: 'a'\n", put("title", "a: b #c"), "title: 'a: b #c'\n"),
    ("single that needs an escape", "title: 'a'\n", put("title", "a\nb"), 'title: "a\\nb"\n'),
    ("single wrapped", "title: 'one\n  two &amp;\n\n  three'\n", swap("title", "&amp;", "&"), "title: 'one\n  two &\n\n  three'\n"),
    ("single, emptied", "title: 'a'\n", put("title", ""), "title: ''\n"),
    ("double", 'title: "Flood"\n', put("title", "Fire"), 'title: "Fire"\n'),
    ("double, escapes kept", 'title: "\\u00c9t\\xe9 \\"\\/\\" &amp; \\U0001F30A"\n', swap("title", "&amp;", "&"), 'title: "\\u00c9t\\xe9 \\"\\/\\" & \\U0001F30A"\n'),
    ("double, surrogates kept", 'title: "\\ud83c\\udf0a &amp; \\uD83C\\uDF0A"\n', swap("title", "&amp;", "&"), 'title: "\\ud83c\\udf0a & \\uD83C\\uDF0A"\n'),
    ("double, escape dropped", 'title: "a\\u200bb\\u00e9"\n', swap("title", "\u200b", ""), 'title: "ab\\u00e9"\n'),
    ("double, quote and backslash come", 'title: "a"\n', put("title", 'C:\\ "x"'), 'title: "C:\\\\ \\"x\\""\n'),
    ("double, control characters", 'title: "a"\n', put("title", "a\tb\x01\u2028\ufeff"), 'title: "a\\tb\\x01\\u2028\\ufeff"\n'),
    ("double wrapped", 'title: "one\n  two &amp; \\\n  \\  three\n\n  four"\n', swap("title", "&amp;", "&"), 'title: "one\n  two & \\\n  \\  three\n\n  four"\n'),
    ("double, two places", 'title: "a &amp; b\n  c &amp; d"\n', swap("title", "&amp;", "&"), 'title: "a & b\n  c & d"\n'),
    ("double, unindented", 'title: "one\ntwo &amp;"\n', swap("title", "&amp;", "&"), 'title: "one\ntwo &"\n'),
    ("empty", "title:\nx: 1\n", put("title", "A"), 'title: "A"\nx: 1\n'),
    ("empty, blank behind", "title: \nx: 1\n", put("title", "A"), 'title: "A"\nx: 1\n'),
    ("empty, comment behind", "title: # a\n", put("title", "A"), 'title: "A" # a\n'),
    ("empty, single habit", "x: 'a'\ntitle:\n", put("title", "A"), "x: 'a'\ntitle: 'A'\n"),
    ("empty, literal", "draft:\n", put("draft", "true", literal=True), "draft: true\n"),
    ("empty item", "tags:\n  -\n  - b\n", put("tags.0", "a"), 'tags:\n  - "a"\n  - b\n'),
    ("empty in a mapping", "a:\n  b:\n  c: 1\n", put("a.b", "x"), 'a:\n  b: "x"\n  c: 1\n'),
    ("empty between braces", "a: {b: , c: 1}\n", put("a.b", "x"), 'a: {b: "x", c: 1}\n'),
    ("anchored", "title: &t Flood\n", put("title", "Fire"), "title: &t Fire\n"),
    ("tagged", "title: !!str 5\n", put("title", "6"), 'title: !!str "6"\n'),
    ("anchored and tagged, on a line below", "title: &t !!str # a\n  'Flood'\n", put("title", "Fire"), "title: &t !!str # a\n  'Fire'\n"),
    ("item", "tags:\n- a # x\n- b\n", put("tags.0", "c"), "tags:\n- c # x\n- b\n"),
    ("item between brackets", "tags: [a, b]\n", put("tags.1", "c"), "tags: [a, c]\n"),
    ("item with a comma between brackets", "tags: [a, b]\n", put("tags.1", "c, d"), 'tags: [a, "c, d"]\n'),
    ("URL between brackets", "l: [http://a.b/c?d, x]\n", put("l.0", "http://a.b/c"), "l: [http://a.b/c, x]\n"),
    ("value between braces", "{title: a, b: c}\n", put("title", "x, y"), '{title: "x, y", b: c}\n'),
    ("nested", "author:\n  name: Ana  # a\n  bio: |\n    x\n", put("author.name", "Eva"), "author:\n  name: Eva  # a\n  bio: |\n    x\n"),
    ("nested in a list", "authors:\n- name: Ana\n  role: x\n", put("authors.0.role", "z"), "authors:\n- name: Ana\n  role: z\n"),
    ("key in quotes", "\"title\": 'a'\n", put("title", "b"), "\"title\": 'b'\n"),
    ("value on the line below", "title:\n  Flood\n", put("title", "Fire"), "title:\n  Fire\n"),
)  # fmt: skip
def test_scalars(before: str, maker: Maker, after: str) -> None:
    becomes(before, maker, after)


@cases(
    ("literal", "d: |\n  a &amp; b\n  c\nx: 1\n", swap("d", "&amp;", "&"), "d: |\n  a & b\n  c\nx: 1\n"),
    ("literal, deep and blank", "d: |2-\n\n     a &amp;\n\n    c\n\n\nx: 1\n", swap("d", "&amp;", "&"), "d: |2-\n\n     a &\n\n    c\n\n\nx: 1\n"),
    ("literal, trailing blanks kept", "d: |\n  a &amp;  \n  c  \n", swap("d", "&amp;", "&"), "d: |\n  a &  \n  c  \n"),
    ("literal, comment behind the sign", "d: |- # why\n  a &amp;\n# below\n", swap("d", "&amp;", "&"), "d: |- # why\n  a &\n# below\n"),
    ("literal, kept lines", "d: |+\n  a &amp;\n\n\nx: 1\n", swap("d", "&amp;", "&"), "d: |+\n  a &\n\n\nx: 1\n"),
    ("literal, a line more", "d: |\n  a\n  c\n", put("d", "a\nb\nc\n"), "d: |\n  a\n  b\n  c\n"),
    ("literal, a line less", "d: |\n  a\n  b\n  c\n", put("d", "a\nc\n"), "d: |\n  a\n  c\n"),
    ("literal, all new", "d: |\n    a\n    b\n", put("d", "x\n\ny\n"), "d: |\n    x\n\n    y\n"),
    ("literal, last line end dropped", "d: |\n  a\n", put("d", "a"), "d: |-\n  a\n"),
    ("literal, last line end dropped, indicator", "d: |2\n   a\n", put("d", " b"), "d: |2-\n   b\n"),
    ("literal, last line end added", "d: |-\n  a\n", put("d", "a\n"), "d: |\n  a\n"),
    ("literal, made one line", "d: |\n  a\n  b\n", put("d", "a b"), "d: |-\n  a b\n"),
    ("literal, kept lines, line end dropped", "d: |+\n  a\nx: 1\n", put("d", "a"), "d: |-\n  a\nx: 1\n"),
    ("literal, hash and colon", "d: |\n  a\n", put("d", "a: b #c\n"), "d: |\n  a: b #c\n"),
    ("literal, emptied", "d: |\n  a\nx: 1\n", put("d", ""), 'd: ""\nx: 1\n'),
    ("literal, starts with a blank", "d: |-\n  a\n", put("d", " a"), 'd: " a"\n'),
    ("literal, control character", "d: |-\n  a\n", put("d", "a\x01"), 'd: "a\\x01"\n'),
    ("literal item", "l:\n- |\n  a &amp;\n- b\n", swap("l.0", "&amp;", "&"), "l:\n- |\n  a &\n- b\n"),
    ("literal made a literal word", "draft: |\n  true\n", put("draft", "true", literal=True), "draft: true\n"),
    ("folded, wrapping kept", "d: >-\n  one two &amp; three\n  four five\n  six\n", swap("d", "&amp;", "&"), "d: >-\n  one two & three\n  four five\n  six\n"),
    ("folded, two places", "d: >-\n  one &amp; two\n  three\n  four &amp; five\n", swap("d", "&amp;", "&"), "d: >-\n  one & two\n  three\n  four & five\n"),
    ("folded, word at a line's end dropped", "d: >-\n  one two\n  three\n", put("d", "one three"), "d: >-\n  one\n  three\n"),
    ("folded, word at a line's start dropped", "d: >-\n  one two\n  three four\n", put("d", "one two four"), "d: >-\n  one two\n  four\n"),
    ("folded, paragraphs", "d: >\n  one\n  two\n\n  three &amp;\n\n\n  four\n", swap("d", "&amp;", "&"), "d: >\n  one\n  two\n\n  three &\n\n\n  four\n"),
    ("folded, deeper lines", "d: >\n  one\n    * two &amp;\n    * three\n\n  four\n", swap("d", "&amp;", "&"), "d: >\n  one\n    * two &\n    * three\n\n  four\n"),
    ("folded, a paragraph more", "d: >\n  one\n  two\n", put("d", "one two\nthree\n"), "d: >\n  one\n  two\n\n  three\n"),
    ("folded, all new", "d: >-\n  one\n  two\n", put("d", "x\n\ny"), "d: >-\n  x\n\n\n  y\n"),
    ("folded, joined", "d: >-\n  one\n\n  two\n", put("d", "one two"), "d: >-\n  one two\n"),
    ("folded, emoji and Arabic", "d: >-\n  🌊 &amp;\n  فيضان\n", swap("d", "&amp;", "&"), "d: >-\n  🌊 &\n  فيضان\n"),
    ("folded with an anchor", "d: &d >-\n  one\n  two\n", put("d", "one 2"), "d: &d >-\n  one\n  2\n"),
)  # fmt: skip
def test_block_scalars(before: str, maker: Maker, after: str) -> None:
    becomes(before, maker, after)


@refusals(
    ("an alias", "a: &x b\nc: *x\n", put("c", "d")),
    ("an anchor in use", "a: &x b\nc: *x\n", put("a", "d")),
    ("inside an anchor in use", "a: &x [b]\nc: *x\n", put("a.0", "d")),
    ("empty, no colon", "? title\nx: 1\n", put("title", "a")),
    ("empty between braces, no colon", "x: {a-, b}\n", put("x.a-", "c")),
    ("empty with an anchor", "a: &x\nb: 1\n", put("a", "c")),
    ("two lines for a block with a comment", "d: |- # why\n  a\n", put("d", " a\nb")),
    ("bare text that is none", "a: b\n", put("a", "c: d", literal=True)),
    ("bare text with a comment", "a: b\n", put("a", "c # d", literal=True)),
    ("bare text with a line end", "a: b\n", put("a", "c\nd", literal=True)),
    ("bare text for a block with a comment", "d: | # why\n  a\n", put("d", "true", literal=True)),
    ("the same value twice", "a: b\n", together(put("a", "c"), put("a", "d"))),
    ("the same empty value twice", "a:\n", together(put("a", "c"), put("a", "d"))),
    ("quotes for a quoted value", "a: 'b'\n", quoted("a")),
    ("quotes for nothing", "a:\n", quoted("a")),
    ("quotes for an alias", "a: &x b\nc: *x\n", quoted("c")),
)
def test_values_that_cannot_be_changed(before: str, maker: Maker) -> None:
    with pytest.raises(CannotRender):
        block(before, maker)


@cases(
    ("plain", "a: yes\n", quoted("a"), 'a: "yes"\n'),
    ("single habit", "x: 'b'\na: 0123 # c\n", quoted("a"), "x: 'b'\na: '0123' # c\n"),
    ("with double quotes inside", 'a: 5 "x"\n', quoted("a"), "a: '5 \"x\"'\n"),
    ("apostrophe, single habit", "x: 'b'\na: it's\n", quoted("a"), "x: 'b'\na: \"it's\"\n"),
    ("wrapped", "a: one\n  two\n\n  three\n", quoted("a"), 'a: "one\n  two\n\n  three"\n'),
    ("wrapped, single habit", "x: 'b'\na: it's \"so\"\n  two\n", quoted("a"), "x: 'b'\na: 'it''s \"so\"\n  two'\n"),
    ("item", "a: [1, 2]\n", quoted("a.1"), 'a: [1, "2"]\n'),
    ("tilde", "a: ~\n", quoted("a"), 'a: "~"\n'),
)  # fmt: skip
def test_quote(before: str, maker: Maker, after: str) -> None:
    becomes(before, maker, after)


@cases(
    ("plain", "tags: a  # x\n", listed("tags", "a"), "tags: [a]  # x\n"),
    ("plain, split", "tags: a, b\n", listed("tags", "a", "b"), "tags: [a, b]\n"),
    ("single", "tags: 'a, b'\n", listed("tags", "a", "b"), "tags: ['a', 'b']\n"),
    ("double", 'tags: "a"\n', listed("tags", "a"), 'tags: ["a"]\n'),
    ("empty", "tags: # x\n", listed("tags", "a"), 'tags: ["a"] # x\n'),
    ("needs quotes", "tags: a\n", listed("tags", "a", "1", "c: d"), 'tags: [a, "1", "c: d"]\n'),
    ("flow list", "tags: ['a',b]\n", listed("tags", "a", "b"), "tags: [a, b]\n"),
    ("literal block", "tags: |\n  a\nx: 1\n", listed("tags", "a"), 'tags: ["a"]\nx: 1\n'),
    ("below the key", "tags:\n  a\n", listed("tags", "a"), "tags:\n  [a]\n"),
    ("nothing left", "tags: a\n", listed("tags"), "tags: []\n"),
)
def test_set_list(before: str, maker: Maker, after: str) -> None:
    becomes(before, maker, after)


@refusals(
    ("block list", "tags:\n- a\n", listed("tags", "b")),
    ("block mapping", "tags:\n  a: b\n", listed("tags", "b")),
    ("flow list with a comment", "tags: [a, # x\n  b]\n", listed("tags", "b")),
    ("tagged", "tags: !!str a\n", listed("tags", "a")),
    ("anchored", "tags: &t a\n", listed("tags", "a")),
    ("alias", "x: &t a\ntags: *t\n", listed("tags", "a")),
    ("block with a comment", "tags: | # x\n  a\n", listed("tags", "a")),
)
def test_values_that_cannot_become_a_list(before: str, maker: Maker) -> None:
    with pytest.raises(CannotRender):
        block(before, maker)
