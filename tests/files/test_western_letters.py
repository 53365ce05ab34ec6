"""Whether a text has letters of U+00C0 to U+00FF is known from its bytes."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.files.read import decode, encode
from newslint.frontmatter.read import read_article
from newslint.model.faults import EncodedTwice
from newslint.model.limits import Limits
from tests.support.setting import settings

PATH = Path("a.md")


@given(st.text(st.characters(max_codepoint=0x2FF, exclude_characters="\0")), st.booleans())
def test_letters_are_seen(text: str, bom: bool) -> None:
    source = decode(encode(text, bom), PATH, Limits())
    if source.fault is None:
        assert source.western == any("\xc0" <= letter <= "\xff" for letter in text)


@pytest.mark.parametrize(
    ("text", "twice"),
    [
        ("Café à Paris", False),
        ("Паводок в Праге", False),
        ("Flood — “bad” 洪水", False),
        ("CafÃ© Ã\xa0 Paris", True),
        ("ÐŸÐ°Ð²Ð¾Ð´Ð¾Ðº Ð² ÐŸÑ€Ð°Ð³Ðµ", True),
        ("Flood â€” â€œbadâ€\x9d", True),
    ],
)
def test_what_was_encoded_twice_is_found_in_a_file(text: str, twice: bool) -> None:
    source = decode(f"---\ntitle: a\n---\n{text}\n".encode(), PATH, Limits())
    article = read_article(source, "a.md", settings())
    assert bool(list(article.faults_of(EncodedTwice))) == twice
