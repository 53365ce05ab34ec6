"""Where lines are broken, in several scripts."""

from __future__ import annotations

from itertools import pairwise

import pytest
from rich.cells import cell_len

from newslint.report.wrap import breaks
from newslint.text.seen_characters import may_part


def lines(text: str, width: int) -> list[str]:
    offsets = [0, *breaks(text, width), len(text)]
    return [text[start:end].rstrip(" ") for start, end in pairwise(offsets)]


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("one two three", 8, ["one two", "three"]),
        ("one", 3, ["one"]),
        ("", 5, [""]),
        ("يعود السوق إلى الميناء القديم", 12, ["يعود السوق", "إلى الميناء", "القديم"]),
        (
            "link https://example.org/world/a?b=1",
            14,
            ["link", "https://", "example.org/", "world/a?b=1"],
        ),
        # a Chinese value moves whole to the next line, and only one that is too long is broken
        ("tags holds 人工智能", 16, ["tags holds", "人工智能"]),
        ("山地茶园用上百个小传感器", 10, ["山地茶园用", "上百个小传", "感器"]),
        # the comma stays on the line of what is before it
        ("山地茶园用，上百", 10, ["山地茶园", "用，上百"]),
        # what readers see as one stays one
        ("क्षत्रियक्षत्रिय", 3, None),
        ("e\u0301" * 9, 4, ["e\u0301" * 4, "e\u0301" * 4, "e\u0301"]),
        ("👩\u200d👩\u200d👧" * 3, 7, None),
        ("🇫🇷🇩🇪🇮🇹", 4, None),
        ("👍🏽👍🏽👍🏽", 4, None),
    ],
)
def test_breaks(text: str, width: int, expected: list[str] | None) -> None:
    found = lines(text, width)
    assert "".join(found).replace(" ", "") == text.replace(" ", "")
    if expected is not None:
        assert found == expected
        assert all(cell_len(line) <= width for line in found)
    offsets = breaks(text, width)
    assert all(may_part(text, offset) or text[offset - 1] == " " for offset in offsets)


def test_a_letter_keeps_its_marks_and_a_flag_its_halves() -> None:
    assert not may_part("e\u0301", 1)
    assert not may_part("क्ष", 1)
    assert not may_part("क्ष", 2)
    assert not may_part("🇫🇷", 1)
    assert may_part("🇫🇷🇩🇪", 2)
    assert may_part("ab", 1)
