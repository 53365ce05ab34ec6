"""One module per format: block -> fields, and changes -> edits. Only here formats have names."""

from __future__ import annotations

from collections.abc import Iterable

from newslint.article import Article, Block, Comment, Field
from newslint.edit import Change, Edit
from newslint.syntax.parsed import Parsed, Reading
from newslint.syntax.rendering import CannotRender
from newslint.syntax.tree import Pairs

SUPPORTED = ("yaml",)


def parse(text: str, block: Block, reading: Reading) -> Parsed:
    """The fields of a block, with spans in `text`. The block's format is one of SUPPORTED."""
    from newslint.syntax import yaml

    start, end = block.content
    return yaml.parse(text[start:end], start, reading)


def render(article: Article, changes: Iterable[Change]) -> list[Edit]:
    """The edits that make the changes. Raises CannotRender when one cannot be made exactly."""
    from newslint.syntax import yaml_edit

    return yaml_edit.render(article, changes)


def comments(text: str, block: Block, fields: tuple[Field, ...]) -> tuple[Comment, ...]:
    """The comments of a parsed block, in their order."""
    from newslint.syntax import yaml_comments

    return yaml_comments.comments(text, block.content, fields)


def second_reading(article: Article) -> Pairs | None:
    """The values of a parsed article as an independent parser reads them; None when it does not."""
    from newslint.syntax import yaml_second

    assert article.block is not None
    start, end = article.block.content
    return yaml_second.read(article.text[start:end])


__all__ = [
    "SUPPORTED",
    "CannotRender",
    "Parsed",
    "Reading",
    "comments",
    "parse",
    "render",
    "second_reading",
]
