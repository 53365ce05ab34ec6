"""New values -> TOML, each on one line: with mappings as inline tables keys keep their order."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from newslint.frontmatter.new_values import Written, literal
from newslint.frontmatter.toml import scalars


def lines(values: Mapping[str, Any]) -> list[str]:
    """The lines of a whole block."""
    return [f"{key(name)} = {inline(value)}" for name, value in values.items()]


def key(name: str) -> str:
    """A key, bare where it can be."""
    return scalars.key(name, "double")


def inline(value: Any) -> str:
    """A value on one line."""
    if isinstance(value, Written):
        return value.text
    if isinstance(value, str):
        return scalars.quote(value, scalars.preferred(value, "double"))
    if isinstance(value, list):
        return "[" + ", ".join(map(inline, value)) + "]"
    if isinstance(value, dict):
        pairs = ", ".join(f"{key(name)} = {inline(item)}" for name, item in value.items())
        return f"{{ {pairs} }}" if pairs else "{}"
    return literal(value)
