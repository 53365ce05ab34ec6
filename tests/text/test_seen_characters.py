"""Where texts may be cut: never inside what a reader sees as one, nor a word of joined letters."""

from __future__ import annotations

import pytest

from newslint.rule import shorten
from newslint.text.seen_characters import cut, may_part


@pytest.mark.parametrize(
    ("text", "most", "expected"),
    [
        ("e\u0301e\u0301e\u0301", 3, "e\u0301"),
        ("🇫🇷🇩🇪🇮🇹", 3, "🇫🇷"),
        ("👩\u200d👩\u200d👧👩", 4, "👩"[:1]),
        ("क्षत्रिय", 1, "क"),
        ("سوق التمور يعود", 13, "سوق التمور"),
        ("Рынок фиников возвращается", 10, "Рынок"),
        ("山地茶园用上百个", 5, "山地茶园用"),
        ("ตลาดอินทผลัม", 4, "ตลาด"),
        ("one two three", 10, "one two th"),
        ("очень" * 9, 30, ("очень" * 9)[:30]),
    ],
)
def test_cut(text: str, most: int, expected: str) -> None:
    assert cut(text, most) == expected


def test_a_message_holds_whole_words() -> None:
    title = "سوق التمور يعود إلى الميناء القديم بعد ترميمه وافتتاح أرصفة جديدة للصيادين"
    assert shorten(title) == "`سوق التمور يعود إلى الميناء القديم بعد ترميمه وافتتاح أرصفة…`"
    assert not may_part("क्ष", 2)
