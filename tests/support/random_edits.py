"""Random changes of an article, and the same changes made on its values as plain data."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st

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
from newslint.model.values import ListValue, Scalar, Table, Value
from newslint.site_article import Article

Data = dict[str, Any]
Step = tuple[Change, Callable[[Data], None]]
Path = tuple[str | int, ...]

TEXTS = st.text(st.sampled_from("ab é日😀\"'\\#=[]{},.:-\t\n\u2028\x7f0"), max_size=10)


@st.composite
def changes(draw: st.DrawFn, article: Article, most: int = 3) -> list[Step]:
    """Changes of different values, each with what it does to the data."""
    steps: list[Step] = []
    for _ in range(draw(st.integers(1, most))):
        if draw(st.booleans()) or not article.fields:
            steps += _of_value(draw, article)
        else:
            steps.append(_of_key(draw, article))
    return steps


def _of_key(draw: st.DrawFn, article: Article) -> Step:
    field = draw(st.sampled_from(article.fields))
    key = field.key
    kind = draw(st.integers(0, 4))
    if kind == 0:
        return DeleteKey(field), lambda data: _put(data, key, {})
    if kind == 1:
        name = draw(st.sampled_from(["new", "new key", "né"]))
        return RenameKey(field, name), lambda data: _put(data, key, {name: data[key]})
    if kind == 2:
        name, text = draw(st.sampled_from(["more", "more keys"])), draw(TEXTS)
        change = InsertKey(field, name, text)
        return change, lambda data: _put(data, key, {key: data[key], name: text})
    if kind == 3:
        items = tuple(draw(st.lists(TEXTS, max_size=3)))
        change = InsertKey(field, "many", items=items)
        return change, lambda data: _put(data, key, {key: data[key], "many": list(items)})
    items = tuple(draw(st.lists(TEXTS, max_size=3)))
    return SetList(field, items), lambda data: _put(data, key, {key: list(items)})


def _put(data: Data, key: str, wanted: Data) -> None:
    """Put pairs in the place of one."""
    made = [pair for old in data for pair in (wanted if old == key else {old: data[old]}).items()]
    data.clear()
    data.update(made)


def _of_value(draw: st.DrawFn, article: Article) -> list[Step]:
    places = [place for field in article.fields for place in _places(field.value, (field.key,))]
    if not places:
        return []
    path, value = draw(st.sampled_from(places))
    if isinstance(value, Scalar):
        if value.style == "plain" and draw(st.booleans()):
            return [(Quote(value), _setter(path, value.text))]
        text = draw(TEXTS)
        if value.text and draw(st.booleans()):
            at = draw(st.integers(0, len(value.text)))
            text = value.text[:at] + text + value.text[at + 1 :]
        return [(SetScalar(value, text), _setter(path, text))]
    assert isinstance(value, ListValue)
    count = len(value.items)
    if count and draw(st.booleans()):
        index = draw(st.integers(0, count - 1))
        return [(DeleteItem(value, index), lambda data: _at(data, path).__delitem__(index))]
    index, text = draw(st.integers(0, count)), draw(TEXTS)
    return [(InsertItem(value, index, text), lambda data: _at(data, path).insert(index, text))]


def _places(value: Value, path: Path) -> list[tuple[Path, Scalar | ListValue]]:
    if isinstance(value, Scalar):
        return [(path, value)]
    if isinstance(value, ListValue):
        inner = [p for at, item in enumerate(value.items) for p in _places(item, (*path, at))]
        return [(path, value), *inner]
    assert isinstance(value, Table)
    return [place for f in value.fields for place in _places(f.value, (*path, f.key))]


def _at(data: Any, path: Path) -> Any:
    for step in path:
        data = data[step]
    return data


def _setter(path: Path, text: str) -> Callable[[Data], None]:
    return lambda data: _at(data, path[:-1]).__setitem__(path[-1], text)
