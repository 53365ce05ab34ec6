"""What is looked for in columns without a list of all that is there."""

from __future__ import annotations

from collections import Counter

import pytest

from newslint.site.columns import in_order, repeated


@pytest.mark.parametrize("texts", ["abcd", "dcba", "aabb", "abab", "", "a"])
def test_indices_are_in_the_order_of_their_texts(texts: str) -> None:
    indices = range(len(texts))
    assert [*in_order(indices, texts.__getitem__)] == sorted(indices, key=texts.__getitem__)


def test_what_is_there_more_than_once_is_found() -> None:
    numbers = [number * 0x9E3779B97F4A7C15 % 2**64 for number in range(5_000)]
    twice = [*numbers[::100], *numbers]
    found = Counter(repeated(lambda: twice, len(twice)))
    assert {one for one, count in found.items() if count > 1} == set(numbers[::100])
    assert len(found) < 2_000  # of the others few are counted


def test_numbers_with_one_end_are_alike() -> None:
    numbers = [7, 1 << 32 | 7, 9]
    assert [*repeated(lambda: numbers, 3)] == numbers[:2]


def test_of_nothing_nothing_is_there_twice() -> None:
    assert [*repeated(lambda: (), 0)] == []
