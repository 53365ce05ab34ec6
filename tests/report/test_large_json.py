"""A large report is written by orjson, and is what `json` makes of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import settings as limits
from hypothesis import strategies as st

from newslint.report import json as report

_TEXTS = st.text(st.characters(codec="utf-8"), max_size=20) | st.sampled_from(
    ("##[group]", "\x00\x1f\x7f\x85\u2028", '"\\/\b\f\n\r\t', "\ud800", "🏳️‍🌈", "é漢ﷺ")
)
_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**40), 2**40) | _TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_TEXTS, inner, max_size=3),
    max_leaves=8,
)


def _by_json(value: object) -> str:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(report, "_quick", lambda _: "")
        return report.dump(value)


@limits(deadline=None)
@given(st.lists(_VALUES, min_size=1, max_size=4))
def test_both_write_the_same(values: list[object]) -> None:
    many = [{"values": values}] * report.MANY
    assert report.dump(many) == _by_json(many)


@pytest.mark.parametrize("value", [[], {}, [[]], [{}], {"a": []}, "\ud800", 2**70, -0, True])
def test_what_is_empty_or_odd(value: object) -> None:
    many = [value] * report.MANY
    assert report.dump(many) == _by_json(many)


def test_few_are_written_without_it() -> None:
    assert report.dump([{"a": "b"}]) == _by_json([{"a": "b"}])
