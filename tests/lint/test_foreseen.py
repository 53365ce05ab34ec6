"""What is said of an article with other texts in it, without reading it, is what is read of it."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from newslint import frontmatter
from newslint.lint.foreseen import rewritten
from newslint.model.changes import SetScalar
from newslint.model.limits import Limits
from newslint.model.spans import apply_edits
from newslint.model.values import Field, ListValue, Scalar, Value, scalars_in
from newslint.site_article import Article
from tests.support.mending import read

LAYOUTS = (
    "---\ntitle: {0}\ntags:\n- {1}\n- b\nlink: c # a comment\n---\nText\n",
    "---\ntags: [{0}, x, {1}]\n---\n",
    "---\r\nextra:\r\n  inner: {0}\r\n  other: {1} # c\r\ntags: []\r\n---\r\n",
    "---\n{{a: {0}, b: [{1}]}}\n---\n",
    "---\na: !!str {0}\nb: &x {1}\nc: *x\n---\n",
)
QUOTED = st.sampled_from(("'", '"')).flatmap(
    lambda mark: st.text(st.characters(exclude_characters="'\"\\", codec="utf-8"), max_size=12).map(
        lambda text: f"{mark}{text}{mark}"
    )
)
NEW = st.one_of(
    st.text(st.sampled_from("ab1-:# ,[]{}'\"\\.~&*!|>%@`é洪\ufffd\u2028\x85\t\n"), max_size=12),
    st.text(max_size=12),
    st.sampled_from(("---", "- a", "a: b", "null", "2020-01-01", "…", "a # b", "'", "a\\nb")),
)


def shape(value: Value) -> object:
    """A value without its places."""
    if isinstance(value, Scalar):
        return value._replace(span=value.span._replace(start=0, end=0))
    if isinstance(value, ListValue):
        return "list", value.flow, value.editable, tuple(map(shape, value.items))
    return "table", value.flow, value.editable, shapes(value.fields)


def shapes(fields: tuple[Field, ...]) -> tuple[object, ...]:
    return tuple((field.key, field.role, shape(field.value)) for field in fields)


def set_texts(article: Article, texts: list[str]) -> tuple[SetScalar, ...]:
    values = [one for field in article.fields for one in scalars_in(field.value)]
    return tuple(map(SetScalar, values, texts))


@given(st.sampled_from(LAYOUTS), QUOTED, QUOTED, st.lists(NEW, min_size=1, max_size=3))
def test_texts_between_quotes(layout: str, one: str, other: str, texts: list[str]) -> None:
    before = read(layout.format(one, other))
    assume(not before.broken)
    changes = set_texts(before, texts)
    try:
        edits = tuple(frontmatter.render(before, changes))
    except frontmatter.CannotRender:
        return
    foreseen = rewritten(before, changes, edits, Limits())
    if foreseen is not None:
        after = read(apply_edits(before.text, edits))
        assert not after.broken
        assert shapes(foreseen) == shapes(after.fields)


def test_it_is_said_of_most() -> None:
    before = read(LAYOUTS[0].format("'one'", '"two"'))
    changes = set_texts(before, ["A flood: #1", "rain"])
    edits = tuple(frontmatter.render(before, changes))
    assert rewritten(before, changes, edits, Limits()) is not None
    assert rewritten(before, changes, edits, Limits(max_block=30)) is None


@pytest.mark.parametrize("text", ["it's", "a --- b", "a\nb", "\ufffd", "a\u2028b", "\x07"])
def test_it_is_not_said_where_the_text_is_to_be_read(text: str) -> None:
    before = read(LAYOUTS[0].format("'one'", "b"))
    changes = set_texts(before, [text])
    edits = tuple(frontmatter.render(before, changes))
    assert rewritten(before, changes, edits, Limits()) is None
