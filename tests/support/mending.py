"""What the tests of the edit engine share: changes named by paths, made and proved on a text."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from newslint import frontmatter
from newslint.frontmatter.read import read_article
from newslint.lint.proof import prove
from newslint.model.changes import (
    Change,
    DeleteItem,
    DeleteKey,
    InsertItem,
    InsertKey,
    Quote,
    RenameKey,
    SetList,
    SetScalar,
)
from newslint.model.spans import apply_edits
from newslint.model.values import Field, ListValue, Scalar, Table, Value
from newslint.site_article import Article
from tests.support.setting import settings, source

Maker = Callable[[Article], list[Change]]

SETTINGS = settings({"select": ["RUN"]})
"""No rule has a say here."""


def read(text: str) -> Article:
    """The article of a whole text."""
    return read_article(source(text), "content/a.md", SETTINGS)


def mended(text: str, *makers: Maker) -> str:
    """The text with the changes made. Raises CannotRender; fails when the proof does."""
    before = read(text)
    assert not before.broken, before.faults
    changes = [change for maker in makers for change in maker(before)]
    after = apply_edits(before.text, frontmatter.render(before, changes))
    bom = "\ufeff" if before.bom else ""
    reason = prove(before, read(bom + after), changes)
    assert reason is None, f"{reason}: {after!r}"
    return bom + after


def block(content: str, *makers: Maker) -> str:
    """What becomes of the lines between two fences."""
    after = mended(f"---\n{content}---\nBody.\n", *makers)
    assert after.startswith("---\n")
    assert after.endswith("---\nBody.\n")
    return after[4:-10]


def becomes(before: str, maker: Maker, after: str) -> None:
    """Assert what a change makes of a block: with LF, and with CRLF, a BOM and no last line end."""
    assert block(before, maker) == after
    whole = f"\ufeff---\n{before}---".replace("\n", "\r\n")
    assert mended(whole, maker) == f"\ufeff---\n{after}---".replace("\n", "\r\n")


def cases(*given: tuple[str, str, Maker, str]) -> pytest.MarkDecorator:
    """Cases of a name, the block before, the change, the block after."""
    params = [pytest.param(before, maker, after, id=name) for name, before, maker, after in given]
    return pytest.mark.parametrize(("before", "maker", "after"), params)


def refusals(*given: tuple[str, str, Maker]) -> pytest.MarkDecorator:
    """Cases of a name, a block, a change that cannot be made exactly in it."""
    params = [pytest.param(before, maker, id=name) for name, before, maker in given]
    return pytest.mark.parametrize(("before", "maker"), params)


def together(*makers: Maker) -> Maker:
    """Several changes as one."""
    return lambda article: [change for maker in makers for change in maker(article)]


def field(article: Article, key: str) -> Field:
    """The first top-level field with this key."""
    return next(field for field in article.fields if field.key == key)


def at(article: Article, path: str) -> Value:
    """The value at a path such as `tags.0` or `author.name`."""
    key, *rest = path.split(".")
    value = field(article, key).value
    for step in rest:
        if isinstance(value, ListValue):
            value = value.items[int(step)]
        elif isinstance(value, Table):
            value = next(one.value for one in value.fields if one.key == step)
    return value


def _scalar(article: Article, path: str) -> Scalar:
    value = at(article, path)
    assert isinstance(value, Scalar)
    return value


def _items(article: Article, path: str) -> ListValue:
    value = at(article, path)
    assert isinstance(value, ListValue)
    return value


def put(path: str, text: str, *, literal: bool = False) -> Maker:
    """Give a value another text."""
    return lambda article: [SetScalar(_scalar(article, path), text, literal)]


def swap(path: str, old: str, new: str) -> Maker:
    """Replace a part of a value's text, everywhere."""

    def change(article: Article) -> list[Change]:
        scalar = _scalar(article, path)
        assert old in scalar.text
        return [SetScalar(scalar, scalar.text.replace(old, new))]

    return change


def quoted(path: str) -> Maker:
    """Put quotes around a value."""
    return lambda article: [Quote(_scalar(article, path))]


def listed(key: str, *items: str) -> Maker:
    """Make a list of a value."""
    return lambda article: [SetList(field(article, key), items)]


def renamed(key: str, name: str) -> Maker:
    """Give a key another name."""
    return lambda article: [RenameKey(field(article, key), name)]


def dropped(*keys: str) -> Maker:
    """Delete keys."""
    return lambda article: [DeleteKey(field(article, key)) for key in keys]


def inserted(after: str, key: str, text: str = "", *, literal: bool = False) -> Maker:
    """Insert a key behind another."""
    return lambda article: [InsertKey(field(article, after), key, text, literal=literal)]


def inserted_list(after: str, key: str, *items: str) -> Maker:
    """Insert a key with a list behind another."""
    return lambda article: [InsertKey(field(article, after), key, items=items)]


def without(path: str, *indexes: int) -> Maker:
    """Delete items of a list."""
    return lambda article: [DeleteItem(_items(article, path), index) for index in indexes]


def added(path: str, index: int, text: str) -> Maker:
    """Insert an item into a list."""
    return lambda article: [InsertItem(_items(article, path), index, text)]
