"""Edits that are known at a glance are those that the renderer makes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.frontmatter.contract import CannotRender
from newslint.frontmatter.renderer import all_edits
from newslint.frontmatter.yaml.certain import certain_edit, certain_edits
from newslint.frontmatter.yaml.render import _Renderer
from newslint.model.changes import Change, DeleteKey, SetScalar
from newslint.model.spans import Edit
from newslint.model.values import ListValue, scalars_in
from newslint.site_article import Article
from tests.support.mending import read

FRONTS = (
    "title: 'Rain'\ntags:\n- 'floods'\n- \"rivers\"\nimage: ''\nslug: \"rain\"\n",
    "title: Rain\nsummary: 'It''s wet'\nlead: |\n  Rain\n\nimage: ''\n\n# here\nlast: \"\"\n",
    "title: Rain # now\nimage: ''  \nlink: &a 'x'\nother: *a\n",
    "{\ntitle: 'Rain',\nimage: ''\n}\n",
    "title: \"R\\x61in\"\n  \nimage: '' # none\ntable:\n  image: ''\n  tags: ['a', 'b']\n",
    "title: >-\n  Rain\n  falls\nsummary: 'It\n  rains'\nimage:\ndate: 2026-01-02\n",
    "'title': 'Rain'\n? image\n: ''\nلون: 'أحمر'\n標題: \"洪水\"\n",
)
TEXTS = ("", "new", "it's", 'a "b"', "a\\b", "a: b # c", "two\nlines", "日本", "\u200b", "a\tb")


def made(article: Article, *changes: Change) -> list[Edit] | None:
    try:
        return all_edits(changes, lambda values: _Renderer(article).edits(values))
    except CannotRender:
        return None


def all_changes(article: Article) -> list[Change]:
    assert article.fields
    changes: list[Change] = [DeleteKey(field) for field in article.fields]
    for field in article.fields:
        for scalar in scalars_in(field.value):
            changes += [SetScalar(scalar, text) for text in TEXTS]
            changes.append(SetScalar(scalar, "5", literal=True))
    return changes


@pytest.mark.parametrize("front", FRONTS)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_what_is_certain_is_what_the_renderer_makes(front: str, newline: str) -> None:
    article = read(f"---\n{front}---\nBody.\n".replace("\n", newline))
    for change in all_changes(article):
        edit = certain_edit(article, change)
        assert edit is None or [edit] == made(article, change)


@pytest.mark.parametrize("front", FRONTS)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@given(data=st.data())
def test_so_are_several_at_once(data: st.DataObject, front: str, newline: str) -> None:
    article = read(f"---\n{front}---\nBody.\n".replace("\n", newline))
    changes = data.draw(st.lists(st.sampled_from(all_changes(article)), min_size=2, max_size=5))
    edits = certain_edits(article, changes)
    assert edits is None or edits == made(article, *changes)


def test_those_of_an_article_from_a_feed_are() -> None:
    article = read(f"---\ntitle: 'a'\n{FRONTS[0]}---\nBody.\n")
    title, again, tags, image, slug = article.fields
    assert isinstance(tags.value, ListValue)
    items = [SetScalar(item, "new") for item in scalars_in(tags.value)]
    assert certain_edits(article, [DeleteKey(slug), *items, DeleteKey(title)])
    assert certain_edits(article, [DeleteKey(title), DeleteKey(again)]) is None
    assert certain_edits(article, [items[0], items[0]]) is None
    assert certain_edits(article, [DeleteKey(slug), DeleteKey(image)]) is None


def test_most_changes_of_an_article_from_a_feed_are_certain() -> None:
    article = read(f"---\n{FRONTS[0]}---\nBody.\n")
    gone = [field.key for field in article.fields if certain_edit(article, DeleteKey(field))]
    assert gone == ["title", "slug"]
    quoted = [scalar for field in article.fields for scalar in scalars_in(field.value)]
    assert all(certain_edit(article, SetScalar(scalar, "new")) for scalar in quoted)
