"""Plain blocks say what their author wrote: those who look for what is misread find nothing."""

from __future__ import annotations

import random
import re

import pytest
from hypothesis import given
from hypothesis import settings as profile
from hypothesis import strategies as st

from newslint.frontmatter import parse
from newslint.frontmatter.yaml import dialects, flat, misread
from newslint.generators.answers import YamlQuirks
from newslint.generators.shared.javascript.scalars import JS_YAML
from newslint.model.article import Block
from newslint.model.spans import Span
from tests.frontmatter.test_flat import PIECES, PLAIN, READING, damaged

ALL = YamlQuirks(
    tabs=True, paired_escapes=True, merges=True, headers="any", tags=True, open_item="Hugo"
)
TAG_IN_COMMENT = re.compile(r"(?m)^ *#.*!")


def says_all(content: str, offset: int = 4) -> bool:
    """True where the block is read here; then nothing in it is misread."""
    made = flat.fields(content, offset, READING)
    if made is None:
        return False
    assert not misread.faults(content, offset, made, "Hugo"), content
    if not TAG_IN_COMMENT.search(content):  # a tag to those who look for one, and none to a parser
        assert not dialects.faults(content, offset, made, "Hugo", ALL), content
    return True


@pytest.mark.parametrize(
    "content",
    [
        *PLAIN,
        "title: a - b\nlist:\n- c - d\n- e!binary f\n",
        "title: a!binary b\nimage: \"!!binary c\"\nlist: ['!binary d', e]\n",
        "list:\n# !note\n- a\n\n# - b\n- c\n",
        "none:   \n# !binary a\nother: 'b'  \n",
        "text: a\\x07 \\b\nnext: 'c\\0'\n",
        "og_title:   a - b\nlink: http://example.org/#c\n",
    ],
)
def test_plain_blocks(content: str) -> None:
    assert says_all(content)
    assert says_all(content.replace("\n", "\r\n"))


def test_an_exclamation_in_a_comment_is_no_tag() -> None:
    text = "---\ntags:\n# !note to the editor\n- one\n---\n"
    block = Block("yaml", Span(0, 3), Span(4, len(text) - 4), Span(len(text) - 4, len(text) - 1), 0)
    assert not parse(text, block, READING._replace(quirks=JS_YAML)).silent


@given(st.lists(st.sampled_from((*PIECES, "!binary ", "!!binary ", "\\x07")), max_size=14))
def test_pieces_of_yaml(pieces: list[str]) -> None:
    content = "".join(pieces)
    for block in (
        content,
        f"a: {content}\nb: c\n",
        f"a: b\nlist:\n- {content}\n- c\n",
        f"a: [b, {content}]\n",
    ):
        says_all(block)
        says_all(block.replace("\n", "\r\n"))


@profile(max_examples=1)
@given(st.integers(0, 1_000_000))
def test_damaged_blocks(seed: int) -> None:
    chance = random.Random(seed)
    assert sum(says_all(damaged(chance)) for _ in range(400)) > 20


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(10))
def test_very_many_damaged_blocks(seed: int) -> None:
    chance = random.Random(seed)
    assert sum(says_all(damaged(chance)) for _ in range(20_000)) > 2_000
