"""Which fields an article has from elsewhere: from its body, its name, its theme."""

from __future__ import annotations

import re

from newslint.model.values import Field
from newslint.site_article import Article
from newslint.text.regex import regex


def has_all_elsewhere(article: Article) -> bool:
    """True where no field need be in this file, or each may come in from elsewhere: a section page
    needs no title, date or link of its own, and a merged mapping may have any."""
    if article.path.rpartition("/")[2].startswith("_index."):
        return True
    return "<<" in [field.key for field in article.fields]


_HEADING = regex(r"\s*(?:#{1,3}[ \t]+\S|\S[^\n]*\n(?:-+|=+)[ \t]*\r?(?:\n|$))")


def is_titled_by_heading(article: Article) -> bool:
    """True where a heading starts the body and gives the title, or may."""
    if article.block is None or article.generator.titled_by_heading(article.path) is False:
        return False
    return _HEADING.match(article.text, article.block.body) is not None


_TITLES = frozenset(
    f"{of}title"
    for of in ("article", "content", "doc", "document", "entry", "main", "nav", "page", "topic")
)
"""Keys of themes, without hyphens and underscores, from which a page has its title."""


def has_title_of_a_theme(article: Article) -> bool:
    """True where the site's own theme takes the title from another key."""
    return any(
        field.text and re.sub("[-_]", "", field.key.lower()) in _TITLES for field in article.fields
    )


def is_titled_by_name(article: Article, field: Field | None) -> bool:
    """True where the generator makes a title of the file's name: in place of an empty text it does
    not."""
    scalar = field.scalar if field is not None else None
    absent = field is None or (scalar is not None and scalar.kind == "null")
    return absent and article.generator.titled_by_name(article.path)


def dated_elsewhere(article: Article) -> bool:
    """True where the generator has a date for the page, wherever from."""
    page = article.generator.page(article)
    return page is not None and any(role == "date" for role, _ in page.dates)


def may_have_day(article: Article) -> bool:
    """True for an article without a date in whose path a day stands, where the generator is not
    known: most of them read that day, and nothing else says which one this is."""
    if article.generator.title or "date" in article.by_role:
        return False
    from newslint.generators.shared.pages import day_in

    return day_in(article.path, "") is not None
