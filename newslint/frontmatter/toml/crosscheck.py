"""The second readers of every fixed TOML block: tomlkit, and tomllib where that reads it.

tomlkit keeps what stands there, so that `1_000` and `1000` are two things; tomllib (TOML 1.0) is a
parser of its own. Where both read a block they must agree.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from newslint.frontmatter.plain import TEXT, Leaf, Pairs, Tree


def read(content: str) -> Pairs | None:
    """The block as tomlkit reads it; None when it does not, or when tomllib reads otherwise."""
    import tomllib

    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    try:
        found = tomlkit.parse(content)
        made = _pairs(found)
    except (TOMLKitError, ValueError, RecursionError):
        return None
    try:
        plain = tomllib.loads(content)
    except (tomllib.TOMLDecodeError, ValueError, RecursionError):
        return made  # TOML 1.1, or a number that it cannot hold
    return made if _agree(found.unwrap(), plain) else None


def _pairs(table: Mapping[str, Any]) -> Pairs:
    return Pairs(tuple([(str(key), _tree(value)) for key, value in table.items()]))


def _tree(item: Any) -> Tree:
    if isinstance(item, Mapping):
        return _pairs(item)
    if isinstance(item, str):
        return Leaf(str(item).replace("\r\n", "\n"), TEXT)
    if isinstance(item, list):
        return tuple([_tree(part) for part in item])
    if isinstance(item, bool):
        return Leaf(str(item).lower(), "bool")
    return Leaf(item.as_string(), type(item.unwrap()).__name__)


def _agree(one: Any, other: Any) -> bool:
    """True when two readings are the same values; line ends may be CRLF to one of them."""
    if isinstance(one, dict):
        return (
            isinstance(other, dict)
            and list(one) == list(other)
            and all(_agree(one[key], other[key]) for key in one)
        )
    if isinstance(one, list):
        same = isinstance(other, list) and len(one) == len(other)
        return same and all(map(_agree, one, other))
    if isinstance(one, str) and isinstance(other, str):
        return one.replace("\r\n", "\n") == other.replace("\r\n", "\n")
    return type(one) is type(other) and str(one) == str(other)
