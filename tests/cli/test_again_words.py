"""Words are quoted for a shell where they need it."""

from __future__ import annotations

import shlex

from hypothesis import given
from hypothesis import strategies as st

from newslint.cli.again import _quoted


@given(st.lists(st.text("ab1_@%+=:,./-~ é'\"$*\n") | st.text(), max_size=3))
def test_words_are_quoted_as_shlex_does(words: list[str]) -> None:
    assert _quoted(words) == shlex.join(words)


def test_plain_paths_stay() -> None:
    assert _quoted(["--select", "LNK,DAT001", "content/a-b_c.md"]) == (
        "--select LNK,DAT001 content/a-b_c.md"
    )
