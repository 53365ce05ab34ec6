"""Several items that come into one list at one place: they stand in their order, comments stay."""

from __future__ import annotations

import pytest

from newslint.frontmatter import CannotRender, render
from newslint.frontmatter.read import read_article
from newslint.lint.proof import prove
from newslint.model.changes import DeleteItem, InsertItem, SetScalar
from newslint.model.spans import apply_edits
from newslint.model.values import ListValue
from tests.support.setting import settings, source

SETTINGS = settings({}, site={})

CASES = [
    ("---\ntags: [x, b]\n---\n", 0, "---\ntags: [1a, 2a, new, b]\n---\n"),
    ("---\ntags: [b, x] # c\n---\n", 1, "---\ntags: [b, 1a, 2a, new] # c\n---\n"),
    (
        "---\ntags:\n# of x\n- x # one\n- b\n---\n",
        0,
        "---\ntags:\n# of x\n- 1a\n- 2a\n- new # one\n- b\n---\n",
    ),
    (
        "---\ntags: [\n  b, # of b\n  x, # of x\n  c\n]\n---\n",
        1,
        "---\ntags: [\n  b, # of b\n  1a,\n  2a,\n  new, # of x\n  c\n]\n---\n",
    ),
    (
        '+++\ntags = [\n  "b",\n  "x", # of x\n]\n+++\n',
        1,
        '+++\ntags = [\n  "b",\n  "1a",\n  "2a",\n  "new", # of x\n]\n+++\n',
    ),
    (
        '{\n  "tags": [\n    "x",\n    "b"\n  ]\n}\n',
        0,
        '{\n  "tags": [\n    "1a",\n    "2a",\n    "new",\n    "b"\n  ]\n}\n',
    ),
]


@pytest.mark.parametrize("ending", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize(("before", "index", "after"), CASES)
def test_in_their_order(before: str, index: int, after: str, ending: str) -> None:
    article = read_article(source(before.replace("\n", ending)), "a.md", SETTINGS)
    items = article.by_role["tags"].value
    assert isinstance(items, ListValue)
    old = article.by_role["tags"].scalars[index]
    changes = (
        InsertItem(items, index, "1a"),
        InsertItem(items, index, "2a"),
        SetScalar(old, "new"),
    )
    text = apply_edits(article.text, render(article, changes))
    assert text == after.replace("\n", ending)
    assert prove(article, read_article(source(text), "a.md", SETTINGS), changes) is None


@pytest.mark.parametrize("ending", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize("before", [before for before, _, _ in CASES])
def test_at_many_places(before: str, ending: str) -> None:
    """Before each item, at some places two, and one after the last; in any order of the changes."""
    article = read_article(source(before.replace("\n", ending)), "a.md", SETTINGS)
    items = article.by_role["tags"].value
    assert isinstance(items, ListValue)
    changes = [
        *(InsertItem(items, index, f"n{index}") for index in reversed(range(len(items.items) + 1))),
        InsertItem(items, 0, "m0"),
    ]
    text = apply_edits(article.text, render(article, changes))
    assert prove(article, read_article(source(text), "a.md", SETTINGS), changes) is None


def test_other_changes_of_one_list_wait() -> None:
    article = read_article(source("---\ntags: [a, b]\n---\n"), "a.md", SETTINGS)
    items = article.by_role["tags"].value
    assert isinstance(items, ListValue)
    one = InsertItem(items, 0, "x")
    with pytest.raises(CannotRender):
        render(article, [one, DeleteItem(items, 1)])
    with pytest.raises(CannotRender):
        render(article, [InsertItem(items, 2, "x"), InsertItem(items, 2, "y")])
