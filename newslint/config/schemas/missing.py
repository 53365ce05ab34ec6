"""A key that a schema asks for and that is not there."""

from __future__ import annotations

from collections.abc import Iterable

from newslint.config.schemas.core_values import located
from newslint.model.faults import Fault, OwnSchemaMismatch
from newslint.model.spans import Span
from newslint.site_article import Article


def missing(article: Article, path: Iterable[str | int], key: str, schema: str) -> Fault:
    """The fault: at the block's first line, or at the key around the one that is missing."""
    place = located(article, path)
    name = f"{place.name}.{key}" if place else key
    span = place.key_span if place else opening(article)
    return OwnSchemaMismatch(span, f"{name} is missing but required by {schema}", name)


def opening(article: Article) -> Span:
    """The block's first line."""
    return article.block.opening if article.block else Span(0, 0)
