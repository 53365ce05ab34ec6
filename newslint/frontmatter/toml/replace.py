"""A table more in a list of tables."""

from __future__ import annotations

from typing import Any

from newslint.frontmatter import toml
from newslint.frontmatter.contract import CannotRender
from newslint.frontmatter.places import TextLayout
from newslint.frontmatter.toml import emit
from newslint.model.spans import Edit, Span
from newslint.model.values import ListValue
from newslint.site_article import Article


def appended(article: Article, items: ListValue, new: Any) -> list[Edit]:
    """The edit that puts a table after the last one, under a header like that one's."""
    text, layout = article.text, TextLayout(article)
    if not isinstance(new, dict) or not items.items or text[items.span.start] == "[":
        raise CannotRender("it is no list of tables")
    start, end = items.items[-1].span
    statements = [one for one in toml.scan(text, layout.content)[0] if one.start < end]
    headers = [one for one in statements if one.form == "element" and one.start < start]
    if not headers:
        raise CannotRender("the list of tables has no header")
    lines, header = layout.lines(statements[-1].start, statements[-1].end), headers[-1]
    newline = layout.newline_before(lines.end)
    apart = text[: layout.line_start(header.start)].endswith(newline * 2)
    made = [text[header.start : header.end], *emit.lines(new)]
    place = Span(lines.end, lines.end)
    return [Edit(place, newline * apart + "".join(line + newline for line in made))]
