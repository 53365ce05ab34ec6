"""What the proof by entries does not read again says what it said."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import settings as limits
from hypothesis import strategies as st

from newslint import frontmatter
from newslint.lint import entrywise
from tests.frontmatter.test_entries import LINES
from tests.support.front_matter import blocks
from tests.support.mending import read

random_blocks = st.lists(st.sampled_from(LINES), min_size=1, max_size=8).map("\n".join)


def _entries(block: str) -> tuple[str, ...]:
    return frontmatter.entries(read(f"---\n{block}\n---\nBody.\n")) or ()


@limits(deadline=None)
@given(st.one_of(random_blocks, blocks()), st.integers(0, 3))
@example("a: |+\n  b\n\n", 0)
@example("a: 'b\n\n\n  c'\n\n", 0)
@example("a: b\n\n# c\n\n", 1)
def test_empty_lines_below_an_entry_say_nothing(block: str, lines: int) -> None:
    for entry in _entries(block):
        other = entry.rstrip("\n") + "\n" * lines
        if entrywise._says_the_same(entry, other):
            assert frontmatter.read_again("yaml", entry) == frontmatter.read_again("yaml", other)


@limits(deadline=None)
@given(st.one_of(random_blocks, blocks()))
@example("a: 'b\n\n c'\n# d: e\n- f: g")
@example("a:\n- b\n-c: d\n")
@example("a: b\rc: d\n")
def test_what_is_one_entry_is_one_to_the_second_parser(block: str) -> None:
    for entry in _entries(block):
        if entrywise._is_one(entry):
            made = frontmatter.read_again("yaml", entry)
            assert made is None or len(made.pairs) == 1


def test_most_entries_are_seen_to_be_one() -> None:
    front = "title: a\ntags:\n- b\n\n# c\nauthors:\n  - name: d\n\nsummary: >-\n  f\n\n  g\n"
    assert [entrywise._is_one(entry) for entry in _entries(front)] == [True] * 4
    assert not entrywise._is_one("title: 'a\nb: c'\n")
