"""A YAML reader that is kept reads each block as a new one would."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import settings as limits
from hypothesis import strategies as st

from newslint.frontmatter.yaml import crosscheck
from tests.frontmatter.test_entries import LINES
from tests.support.front_matter import blocks

random_blocks = st.lists(st.sampled_from(LINES), min_size=1, max_size=8).map("\n".join)


@limits(deadline=None)
@given(st.lists(st.one_of(random_blocks, blocks()), min_size=2, max_size=5))
@example(["a: [b", "a: b"])
@example(["%YAML 1.1\n---\na: yes", "a: yes"])
@example(["%TAG ! tag:e.org,2025:\n---\na: !b c", "a: !b c"])
@example(["a: &x 1\nb: *x", "b: *x"])
@example(["--- a\n--- b", "a: 'b\n  c'"])
@example(["{a: [b", "- a"])
def test_a_reader_that_is_kept_reads_as_a_new_one(texts: list[str]) -> None:
    new = []
    for text in texts:
        crosscheck._Idle.readers.clear()
        new.append(crosscheck.read(text))
    assert [crosscheck.read(text) for text in texts] == new
    assert len(crosscheck._Idle.readers) <= 1
