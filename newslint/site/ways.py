"""An article into what it does as other articles of its site may: which fields, in which form."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from newslint.config.fields import Schema
from newslint.model.facts import Cut, Lack, Titled, Use, Ways
from newslint.model.values import Field, ListValue, Scalar
from newslint.site.places import PlaceOf
from newslint.site_article import Article
from newslint.text.title_words import are_title_words

_MARKS = ("...", "…")

_SHORTEST = 30
"""Characters of a text that a script may have cut."""

_FEWEST = 3
"""Terms of a list of which it counts that all are words of the title."""


def ways_of(article: Article, schema: Schema, place: PlaceOf) -> Ways:
    """What an article does."""
    path = article.path
    tags = _tags(article)
    return Ways(
        section=article.generator.section(path),
        is_article=not _is_section_page(path) and bool(article.generator.is_page(article)),
        uses=_uses(tuple([_form(field) for field in article.fields])),
        lacks=tuple(
            [Lack(role, key, empty, place(at)) for role, key, at, empty in schema.lacking(article)]
        ),
        cuts=tuple(_cuts(article, place)),
        has_list=bool(tags),
        titled=_titled(article, tags, place) if tags else None,
    )


def _is_section_page(path: str) -> bool:
    return path.rpartition("/")[2].startswith("_index.")


_Form = tuple[str, str, str]
"""A `Use` as a plain tuple."""


def _form(field: Field) -> _Form:
    value, role = field.value, field.role or field.key.lower()
    if field.empty:
        return role, "empty", ""
    if isinstance(value, Scalar):
        return role, value.kind, value.style
    if isinstance(value, ListValue):
        return role, "list", "flow" if value.flow else "block"
    return role, "table", ""


@lru_cache(maxsize=256)
def _uses(forms: tuple[_Form, ...]) -> frozenset[Use]:
    """The uses of fields: most articles of a site have the same."""
    return frozenset([_interned(*form) for form in forms])


@lru_cache(maxsize=4096)
def _interned(role: str, kind: str, form: str) -> Use:
    return Use(role, kind, form)


def _cuts(article: Article, place: PlaceOf) -> Iterator[Cut]:
    """The texts that end in dots."""
    for role in ("description", "summary"):
        for field, scalar in article.scalars(role):
            text = scalar.text.strip()
            if text.endswith(_MARKS) and len(text) >= _SHORTEST and scalar is field.scalar:
                yield Cut(role, field.key, len(text), place(scalar.span))


def _tags(article: Article) -> tuple[Scalar, ...]:
    """The tags, where they are a list that has some."""
    field = article.get("tags")
    tags = field.scalars if field is not None and isinstance(field.value, ListValue) else ()
    return tags if len(tags) >= _FEWEST else ()


def _titled(article: Article, tags: tuple[Scalar, ...], place: PlaceOf) -> Titled | None:
    title = article.get("title")
    text = title.text if title is not None else None
    if not text or not are_title_words([tag.text for tag in tags], text):
        return None
    return Titled(article.by_role["tags"].key, place(tags[0].span))
