"""What the proof by entries does not read again says what it said."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import settings as limits
from hypothesis import strategies as st

from newslint import frontmatter
from newslint.frontmatter import CannotRender
from newslint.lint import entrywise, proof
from newslint.model.changes import Change, ReplaceText
from newslint.model.spans import Span, apply_edits
from newslint.site_article import Article
from tests.frontmatter.test_entries import LINES
from tests.support.front_matter import blocks
from tests.support.mending import Maker, added, dropped, inserted, put, quoted, read, together
from tests.support.mending import without as left_out
from tests.support.random_edits import changes as random_changes

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


def _is_proved(before: Article, after: Article, changes: tuple[Change, ...]) -> bool:
    """Whether the proof by entries passes, which the one of the whole block must, too."""
    found = entrywise.entries(before, after, changes)
    if found is None or not entrywise.is_proved(before, after, found, changes):
        return False
    assert proof._values(before, after, None, changes) is None
    assert proof._comments(before, after, changes) is None
    if not any(isinstance(change, ReplaceText) for change in changes):
        assert proof._untouched(before, after, changes) is None
    return True


DAMAGE = ("a", "1", " ", "\n", "# c\n", "- ", "'", '"', "yes", "b: c\n", "|", "\r\n", "", "", "")


@limits(deadline=None)
@given(st.data(), st.one_of(random_blocks, blocks()))
def test_what_it_proves_the_whole_proves(data: st.DataObject, block: str) -> None:
    """Changes made by chance, and then a place of the text that something else is put into."""
    before = read(f"---\n{block}\n---\nBody.\n")
    if before.block is None or before.broken or not before.fields:
        return
    steps = data.draw(random_changes(before))
    changes = tuple(change for change, _ in steps)
    try:
        text = apply_edits(before.text, frontmatter.render(before, changes))
    except (CannotRender, ValueError):
        return
    at = data.draw(st.integers(4, len(text)))
    end = min(at + data.draw(st.integers(0, 3)), len(text))
    damage = text[:at] + data.draw(st.sampled_from(DAMAGE)) + text[end:]
    spliced = (*changes, ReplaceText(Span(4, 4), ""))
    for made in (text, damage):
        after = read(made)
        if after.block is not None and not after.broken:
            _is_proved(before, after, changes)
            _is_proved(before, after, spliced)


FRONT = """\
---
# above
title: 'a'
tags:
- b
- 'c'

draft: false
link: d # e
---
"""


@pytest.mark.parametrize(
    ("maker", "passes"),
    [
        (together(put("title", "f"), dropped("tags")), True),
        (together(dropped("title"), added("tags", 1, "f"), quoted("tags.0")), True),
        (together(left_out("tags", 0), inserted("draft", "weight", "1")), True),
        (inserted("title", "more", "'"), True),
        (put("link", "f"), False),
        (dropped("link"), False),
        (inserted("link", "more", "f"), False),
    ],
)
def test_it_proves_what_has_no_comment(maker: Maker, passes: bool) -> None:
    before = read(FRONT)
    changes = tuple(maker(before))
    after = read(apply_edits(before.text, frontmatter.render(before, changes)))
    assert _is_proved(before, after, changes) is passes


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("draft: false", "draft:  false"),
        ("draft: false", "draft: no"),
        ("draft: false\n", ""),
        ("draft: false\n", "draft: false\nweight: 1\n"),
        ("draft: false\n", "draft: false\n# f\n"),
        ("# above\n", ""),
        ("'f'", "'g'"),
        ("'f'", "f"),
        ("- 'c'", '- "c"'),
        ("---\n# above", "---\n\n# above"),
        ("title: 'f'\n", "title: 'f'\r\n"),
    ],
)
def test_it_does_not_prove_what_no_change_is_about(old: str, new: str) -> None:
    before = read(FRONT)
    changes = tuple(put("title", "f")(before))
    right = FRONT.replace("'a'", "'f'")
    assert _is_proved(before, read(right), changes)
    assert old in right
    passes = _is_proved(before, read(right.replace(old, new)), changes)
    assert passes is (new == "f")  # which says the same
