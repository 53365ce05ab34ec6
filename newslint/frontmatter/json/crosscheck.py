"""The second reader of every fixed JSON block: the standard library's."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

from newslint.frontmatter.plain import TEXT, Leaf, Pairs, Tree


def read(content: str) -> Pairs | None:
    """The block as `json` reads it, with both of two equal keys; None when it does not."""
    try:
        made = json.loads(
            content,
            object_pairs_hook=_pairs,
            parse_int=_number("int"),
            parse_float=_number("float"),
            parse_constant=_refuse,
        )
    except (ValueError, RecursionError):
        return None
    return made if isinstance(made, Pairs) else None


def _pairs(pairs: list[tuple[str, Any]]) -> Pairs:
    return Pairs(tuple([(_text(key), _tree(value)) for key, value in pairs]))


def _text(text: str) -> str:
    """The text as Go reads it: a lone surrogate is U+FFFD."""
    return re.sub("[\ud800-\udfff]", "\ufffd", text)


def _number(kind: str) -> Callable[[str], Leaf]:
    return lambda text: Leaf(text, kind)


def _refuse(name: str) -> Leaf:
    raise ValueError(name)


def _tree(value: Any) -> Tree:
    if isinstance(value, Leaf | Pairs):
        return value
    if isinstance(value, str):
        return Leaf(_text(value), TEXT)
    if isinstance(value, list):
        return tuple([_tree(part) for part in value])
    return Leaf(json.dumps(value), "null" if value is None else "bool")
