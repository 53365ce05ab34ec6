"""Cases that are tried in one test: none is left out, and each that fails is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.each import each


def test_every_case_that_fails_is_named() -> None:
    tried: list[tuple[int, str]] = []

    @each("text", ["x", pytest.param("y", id="why")])
    @each("number", range(3))
    def test(number: int, text: str) -> None:
        tried.append((number, text))
        assert (number, text) not in [(0, "x"), (2, "y")]

    with pytest.raises(ExceptionGroup) as caught:
        test()
    assert tried == [(number, text) for text in "xy" for number in range(3)]
    outer = caught.value.exceptions
    assert [one.__notes__ for one in outer] == [["in case 'x'"], ["in case why"]]
    inner = [one.exceptions[0] for one in outer if isinstance(one, ExceptionGroup)]
    assert [(type(one), one.__notes__) for one in inner] == [
        (AssertionError, ["in case 0"]),
        (AssertionError, ["in case 2"]),
    ]


@each(("one", "other"), [("a", "b"), ("b", "a")])
def test_a_fixture_is_given_beside_them(one: str, other: str, tmp_path: Path) -> None:
    assert tmp_path.is_dir()
    assert one != other


def test_a_case_with_a_mark_is_refused() -> None:
    with pytest.raises(ValueError, match="a test of its own"):
        each("number", [pytest.param(1, marks=pytest.mark.slow)])
    with pytest.raises(ValueError, match="no case"):
        each("number", [])
    with pytest.raises(ValueError, match="does not take"):
        each("other", [1])(test_a_case_with_a_mark_is_refused)
