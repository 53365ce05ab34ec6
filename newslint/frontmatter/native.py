"""The front matter of an article as python-frontmatter gives it: Python values and their places."""

from __future__ import annotations

from newslint.frontmatter.native_values import Bound, bind_by_key, json_values, toml_values
from newslint.model.article import Block
from newslint.model.values import Field


def bind(text: str, block: Block | None, fields: tuple[Field, ...]) -> Bound:
    """The values of a block that could be parsed, beside its fields.

    Raises ValueError where Python's own parsers cannot read it, which is rare: what YAML cannot
    make a value of is the text that stands there.
    """
    if block is None:
        return Bound(None, {})
    content = text[slice(*block.content)]
    if block.format == "toml":
        return bind_by_key(fields, toml_values(content))
    if block.format == "json":
        return bind_by_key(fields, json_values(content))
    from yaml.error import YAMLError

    from newslint.frontmatter.yaml.native import bind as bind_yaml

    try:
        return bind_yaml(content, fields)
    except YAMLError as error:
        raise ValueError(str(error)) from None
