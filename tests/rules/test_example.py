"""What an example of a rule is made of."""

from __future__ import annotations

import pytest

from newslint.rule import Example


def test_front_matter_gets_delimiters_and_a_body() -> None:
    example = Example(note="a link", front="title: A\nlink: x\n", front_after="title: A\n")
    assert example.before == "---\ntitle: A\nlink: x\n---\nBody.\n"
    assert example.after == "---\ntitle: A\n---\nBody.\n"


def test_front_matter_that_loses_everything_is_still_fixed() -> None:
    assert Example(note="empty", front="link:\n", front_after="").after == "---\n---\nBody.\n"


def test_without_a_fix_there_is_no_text_after_it() -> None:
    assert Example(note="right", front="title: A\n").after is None
    assert Example(note="empty file").before == ""


@pytest.mark.parametrize(
    "texts",
    [
        {"front": "a: b\n", "before": "Text.\n"},
        {"front": "a: b\n", "after": "Text.\n"},
        {"front_after": "a: b\n"},
        {"before": "Text.\n", "front_after": "a: b\n"},
    ],
)
def test_a_text_is_given_in_one_way(texts: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="'a note' mixes"):
        Example(note="a note", **texts)  # type: ignore[arg-type]
