"""What changes mean, in plain Python on what other parsers read: no code of the edit engine's."""

from __future__ import annotations

from typing import Any

import yaml
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from newslint.model.changes import (
    Change,
    DeleteItem,
    DeleteKey,
    InsertItem,
    InsertKey,
    RenameKey,
    SetList,
    SetScalar,
)
from newslint.model.spans import Span
from newslint.model.values import Field, ListValue, Scalar, Value
from newslint.site_article import Article

Loaded = list[tuple[str, Any]]
"""Top-level keys and values, duplicates included; all scalars as text."""

_NONE = Field("", "", Span(0, 0), Scalar(Span(0, 0), "", "null", "empty", editable=False))


def intended(loaded: Loaded, article: Article, made: list[Change]) -> Loaded:
    """What another parser loaded of the article's block, with the changes made."""
    rows = [(key, value, field) for (key, value), field in zip(loaded, article.fields, strict=True)]
    for change in sorted(made, key=lambda change: not isinstance(change, SetScalar)):
        match change:
            case SetScalar():
                place, text = change.scalar.span, change.text
                rows = [(k, _put(v, f.value, place, text), f) for k, v, f in rows]
            case DeleteItem() | InsertItem():
                rows = [(k, _list(v, f.value, change), f) for k, v, f in rows]
            case SetList():
                rows = [(k, list(change.items) if f is change.field else v, f) for k, v, f in rows]
            case RenameKey():
                rows = [(change.key if f is change.field else k, v, f) for k, v, f in rows]
            case DeleteKey():
                rows = [row for row in rows if row[2] is not change.field]
            case InsertKey():
                at = next(i for i, row in enumerate(rows) if row[2] is change.after) + 1
                new = change.text if change.items is None else list(change.items)
                rows.insert(at, (change.key, new, _NONE))
    return [(key, value) for key, value, _ in rows]


def _put(loaded: Any, value: Value, place: Span, text: str) -> Any:
    if isinstance(value, Scalar):
        return text if value.span == place and value.editable else loaded
    if isinstance(value, ListValue):
        return [_put(one, item, place, text) for one, item in zip(loaded, value.items, strict=True)]
    return {
        key: _put(one, field.value, place, text)
        for (key, one), field in zip(loaded.items(), value.fields, strict=True)
    }


def _list(loaded: Any, value: Value, change: DeleteItem | InsertItem) -> Any:
    if value is not change.items:
        return loaded
    match change:
        case DeleteItem():
            return [one for index, one in enumerate(loaded) if index != change.index]
        case InsertItem():
            return [*loaded[: change.index], change.text, *loaded[change.index :]]


def libyaml(content: str) -> Loaded:
    """A block as PyYAML loads it through libyaml."""
    root = yaml.compose(content, yaml.CBaseLoader)
    loader = yaml.BaseLoader("")
    pairs: Any = [] if root is None else root.value
    return [(key.value, loader.construct_object(value, deep=True)) for key, value in pairs]


def ruamel(content: str) -> Loaded | None:
    """A block as ruamel.yaml's own parser reads it; None where it does not."""
    try:
        root = YAML(typ="safe", pure=True).compose(content)
    except YAMLError:
        return None
    return [] if root is None else [(key.value, _plain(value)) for key, value in root.value]


def _plain(node: Any) -> Any:
    if isinstance(node.value, str):
        joined = node.value.encode("utf-16", "surrogatepass")
        return joined.decode("utf-16", "surrogatepass")
    if node.id == "sequence":
        return [_plain(item) for item in node.value]
    return {key.value: _plain(value) for key, value in node.value}
