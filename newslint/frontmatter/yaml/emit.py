"""New values -> YAML that every parser reads alike."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from newslint.frontmatter.new_values import Written, literal
from newslint.frontmatter.yaml.quoting import plain_is_safe, preferred, quote

Write = Callable[[str], str]


def quoted(text: str) -> str:
    """A text between quotes: double ones, but where those would need an escape that is no must."""
    return quote(text, preferred(text, "double"))


def key(name: str) -> str:
    """A key, bare where every parser takes it for this text."""
    return name if plain_is_safe(name) else quoted(name)


def lines(values: Mapping[str, Any], write: Write = quoted) -> list[str]:
    """The lines of a whole block."""
    return [line for name, value in values.items() for line in pair(name, value, write)]


def pair(name: str, value: Any, write: Write = quoted) -> list[str]:
    """The lines of a key and its value."""
    first = f"{key(name)}:"
    if isinstance(value, dict | list) and value:
        return [first, *(f"  {line}" for line in block(value, write))]
    return [f"{first} {flow(value, write)}"]


def block(value: dict[str, Any] | list[Any], write: Write = quoted) -> list[str]:
    """The lines of a list or mapping that is not empty."""
    if isinstance(value, dict):
        return lines(value, write)
    return [line for item in value for line in _item(item, write)]


def _item(value: Any, write: Write) -> list[str]:
    if isinstance(value, dict | list) and value:
        first, *rest = block(value, write)
        return [f"- {first}", *(f"  {line}" for line in rest)]
    return [f"- {flow(value, write)}"]


def flow(value: Any, write: Write = quoted) -> str:
    """A value on one line, lists and mappings between brackets."""
    if isinstance(value, Written):
        return value.text
    if isinstance(value, str):
        return write(value)
    if isinstance(value, list):
        return "[" + ", ".join(flow(item, write) for item in value) + "]"
    if isinstance(value, dict):
        pairs = (f"{key(name)}: {flow(item, write)}" for name, item in value.items())
        return "{" + ", ".join(pairs) + "}"
    return literal(value)
