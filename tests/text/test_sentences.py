"""Sentences that are folded in parts say what they say one after the other."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newslint.text.sentences import Common

SENTENCES = st.lists(
    st.sampled_from(
        ("", "3 tags", "4 tags", "`a` is 1", "`b` is 1", "`b` is 2", "`a` as `c`", "`b` as `d`")
    ),
    max_size=6,
)


def folded(sentences: list[str]) -> Common:
    common = Common()
    for one in sentences:
        common.add(one)
    return common


@given(SENTENCES, SENTENCES)
def test_in_parts(first: list[str], second: list[str]) -> None:
    made, whole = folded(first), folded([*first, *second])
    made.merge(folded(second))
    assert (made.first, made.differ, made.sentence) == (whole.first, whole.differ, whole.sentence)
    if not made.differ:
        assert made.values == whole.values


def test_what_they_say() -> None:
    assert folded(["`a` is 1", "`b` is 1"]).sentence == "`…` is 1"
    assert folded(["`a` is 1", "`b` is 2"]).sentence == "`…` is …"
    assert folded(["3 tags", "3 tags"]).sentence == "3 tags"
    assert folded(["3 tags", "`a` is 1"]).differ
    assert folded(["`a` as `c`", "`b` as `d`"]).values == 2
