"""Which line end a new line gets."""

from __future__ import annotations

import pytest

from newslint.text.line_ends import line_ending


@pytest.mark.parametrize(
    ("text", "at", "ending"),
    [
        ("a\nb\r\n", 0, "\n"),
        ("a\nb\r\n", 1, "\n"),
        ("a\nb\r\n", 2, "\r\n"),
        ("a\nb\r\n", 3, "\r\n"),
        ("a\nb\r\n", 4, "\r\n"),
        ("a\nb\r\n", 5, "\r\n"),
        ("a\rb", 0, "\r"),
        ("a\rb", 3, "\r"),
        ("a\r\nb", 4, "\r\n"),
        ("a", 0, "\n"),
        ("", 0, "\n"),
    ],
)
def test_a_new_line_ends_as_the_one_beside_it(text: str, at: int, ending: str) -> None:
    assert line_ending(text, at) == ending
