"""Articles with YAML front matter in their TOML and JSON forms: the same keys and values."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

from newslint import frontmatter
from newslint.config.settings import Settings
from newslint.frontmatter.json import scalars as json_text
from newslint.frontmatter.read import read_article
from newslint.frontmatter.toml import scalars as toml_text
from newslint.model.article import Comment
from newslint.model.spans import Span
from newslint.model.values import Field, ListValue, Scalar, Table, Value
from newslint.rule import DATE_ROLES
from newslint.site_article import Article
from tests.support.setting import source

Form = Callable[[str, Settings], str]


class NoForm(Exception):  # noqa: N818  # nothing is wrong: the test is skipped for this reason
    """The article has no such form; the reason says why."""


def toml_form(text: str, settings: Settings) -> str:
    """The article with TOML front matter, comments included. Raises NoForm."""
    article = _article(text, settings)
    _refuse_repeated(article.fields)
    made = "".join(_Toml(article).lines())
    return f"+++\n{made}+++\n{article.body}"


def json_form(text: str, settings: Settings) -> str:
    """The article with JSON front matter. Raises NoForm."""
    article = _article(text, settings)
    if "newslint:" in text:
        raise NoForm("JSON has no comments")
    dates = [f.scalar for f in article.fields if f.role in DATE_ROLES]
    if any(date is not None and date.kind == "int" for date in dates):
        raise NoForm("a number is no date in JSON, to Hugo")
    pairs = [f"  {json_text.quote(f.key)}: {_json(f.value, '  ')}" for f in article.fields]
    return "{\n" + ",\n".join(pairs) + "\n}\n" + article.body


def _article(text: str, settings: Settings) -> Article:
    article = read_article(source(text), "content/a.md", settings)
    block = article.block
    if article.bom or block is None or article.broken or block.format != "yaml":
        raise NoForm("the example is about fences, encodings or broken YAML")
    if text[: block.content.start] != "---\n" or not text.startswith("---\n", block.closing.start):
        raise NoForm("the example is about fences, encodings or broken YAML")
    if any(not field.value.editable or field.key == "<<" for field in article.fields):
        raise NoForm("only YAML has anchors and aliases")
    return article


class _Toml:
    """One line for each key, one for each item of a block list."""

    def __init__(self, article: Article) -> None:
        assert article.block is not None
        self.article = article
        self.text = article.text
        self.comments = list(frontmatter.comments(self.text, article.block, article.fields))

    def lines(self) -> list[str]:
        made = []
        for field in self.article.fields:
            made += self.above(field.key_span.start, "")
            made.append(f"{toml_text.key(field.key, 'double')} = {self.value(field)}")
            made.append(self.behind(field.value.span))
        assert self.article.block is not None
        return [*made, *self.above(self.article.block.content.end, "")]

    def value(self, field: Field) -> str:
        value = field.value
        if isinstance(value, ListValue) and not value.flow and value.items:
            lines = ["[", self.behind(field.key_span) if self.own_comment(field) else "\n"]
            for item in value.items:
                lines += self.above(item.span.start, "  ")
                lines.append(f"  {_toml(item)},{self.behind(item.span)}")
            return "".join(lines) + "]"
        if isinstance(value, Scalar) and value.style == "plain" and field.role in DATE_ROLES:
            return value.text if toml_text.bare(value.text) else _toml(value)
        return _toml(value)

    def own_comment(self, field: Field) -> bool:
        end = self.text.find("\n", field.key_span.end)
        return any(field.key_span.end < comment.span.start < end for comment in self.comments)

    def above(self, place: int, indent: str) -> list[str]:
        """The comments on lines of their own before a place, which are not yet written."""
        found = [c for c in self.comments if c.alone and c.span.start < place]
        return [f"{indent}{self.written(comment)}\n" for comment in found]

    def behind(self, span: Span) -> str:
        """The end of the line: with the comment that stands on the line where the span ends."""
        end = self.text.find("\n", span.end)
        for comment in self.comments:
            if not comment.alone and span.start <= comment.span.start < end:
                gap = self.text[: comment.span.start]
                blanks = " " * (len(gap) - len(gap.rstrip(" \t")))
                return f"{blanks}{self.written(comment)}\n"
        return "\n"

    def written(self, comment: Comment) -> str:
        self.comments.remove(comment)
        return comment.text.rstrip()


def _toml(value: Value) -> str:
    if isinstance(value, ListValue):
        return "[" + ", ".join(map(_toml, value.items)) + "]"
    if isinstance(value, Table):
        _refuse_repeated(value.fields)
        if not value.fields:
            return "{}"
        pairs = (f"{toml_text.key(f.key, 'double')} = {_toml(f.value)}" for f in value.fields)
        return "{ " + ", ".join(pairs) + " }"
    if value.kind == "string":
        if value.style in ("literal", "folded"):
            return '"""\n' + toml_text.escape(value.text).replace("\\n", "\n") + '"""'
        return toml_text.quote(value.text, "single" if value.style == "single" else "double")
    if value.kind == "null":
        raise NoForm("TOML has no null")
    text = value.text.lower() if value.kind == "bool" else value.text
    if not toml_text.bare(text):
        raise NoForm("TOML writes this number in another way")
    return text


def _refuse_repeated(fields: tuple[Field, ...]) -> None:
    if len({field.key for field in fields}) < len(fields):
        raise NoForm("TOML allows no key twice")


def _json(value: Value, indent: str) -> str:
    inner = indent + "  "
    if isinstance(value, ListValue):
        items = [_json(item, inner) for item in value.items]
        if value.flow or not items:
            return "[" + ", ".join(items) + "]"
        return f"[\n{inner}" + f",\n{inner}".join(items) + f"\n{indent}]"
    if isinstance(value, Table):
        pairs = [f"{json_text.quote(f.key)}: {_json(f.value, inner)}" for f in value.fields]
        return "{" + ", ".join(pairs) + "}"
    if value.style in ("literal", "folded"):
        raise NoForm("JSON has no text of many lines")
    if value.kind == "string":
        return json_text.quote(value.text)
    text = {"null": "null", "bool": value.text.lower()}.get(value.kind, value.text)
    if not json_text.bare(text):
        raise NoForm("JSON writes this number in another way")
    return text


def plain(article: Article) -> object:
    """The values as data: numbers, booleans and null apart from texts and dates."""
    return [(field.key, _plain(field.value)) for field in article.fields]


def _plain(value: Value) -> object:
    if isinstance(value, ListValue):
        return [_plain(item) for item in value.items]
    if isinstance(value, Table):
        return {field.key: _plain(field.value) for field in value.fields}
    if value.kind == "null":
        return None
    if value.kind in ("int", "float", "bool"):
        return json.loads(re.sub(r"^[+.]|_", "", value.text.lower()))
    return value.text
