"""An article into the facts that it tells the others of its site."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from newslint.config.fields import Schema
from newslint.files.read import position
from newslint.generators.base import Generator
from newslint.lint.suppress import suppressions
from newslint.model.facts import Facts, Published, Said, Silence, Term
from newslint.model.values import ListValue, Scalar
from newslint.site.ways import place, ways_of
from newslint.site_article import Article
from newslint.text.editions import edition
from newslint.text.same_body import body_digest, digest
from newslint.text.same_link import same_link
from newslint.text.same_term import same_term
from newslint.text.same_title import same_title

_LANGUAGE = re.compile(r"[a-z]{2}(?:[-_](?:[A-Za-z]{2,4}|419))*")
_LANGUAGE_KEYS = ("lang", "language", "locale")
_REDIRECT = re.compile(r"redirect(?:[_-]?(?:to|url|link|page))?")
_MAKERS = ("layout", "type", "template")
_TEMPLATE = re.compile(r"\{[{%]")
_DAY_IN_NAME = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?![0-9])", re.ASCII)
_LONGEST = 400
"""Characters of a text that are kept."""


def facts_of(article: Article, shown: str, file: str, schema: Schema) -> Facts | None:
    """The facts of an article; None where its front matter could not be read.

    `shown` is what is printed for it, `file` its absolute path.
    """
    if article.broken or article.block is None:
        return None
    generator = article.generator
    published = generator.published_at(article, article.context.clock)
    page = None if published else generator.page(article)
    draft = (page.draft if page else False) or _says_draft(article)
    shows = not draft and _shows(article, published)
    return Facts(
        path=shown,
        below=article.path,
        file=file,
        head=place(article.text, article.block.opening),
        published=published,
        node=generator.node(article),
        url=_decides(article),
        draft=draft,
        language=_language(article, published),
        aliases=tuple(_aliases(article, published)) if published else (),
        terms=tuple(_terms(article)) if published else (),
        written=tuple(_written(article)),
        link=_link(article),
        day=day_of(article),
        silences=tuple(
            Silence(one.selectors, one.reach, position(article.text, one.comment.span.start))
            for one in suppressions(article)
            if one.selectors
        ),
        edition=edition(article.path.rpartition("/")[0]),
        title=_title(article) if shows else None,
        texts=tuple(_texts(article)) if shows else (),
        body=body_digest(article.body) if shows else "",
        ways=ways_of(article, schema),
    )


def _said(article: Article, field: str, scalar: Scalar, key: str) -> Said:
    return Said(field, scalar.text, key, place(article.text, scalar.span))


def _decides(article: Article) -> Said | None:
    """What the article itself says of its URL: its `url`, else its slug."""
    for role in ("url", "slug"):
        for field, scalar in article.scalars(role):
            if scalar.text:
                return _said(article, field.key, scalar, "")
    return None


def day_of(article: Article) -> int | None:
    """The day of the date in its own zone, else that at the start of the name."""
    found = next(article.scalars("date"), None)
    reading = article.generator.date(found[1], article.timezone) if found else None
    if reading is not None:
        return reading.moment.toordinal()
    named = None if found else _DAY_IN_NAME.match(article.path.rpartition("/")[2])
    try:
        return date(*map(int, named.groups())).toordinal() if named else None
    except ValueError:
        return None


def _shows(article: Article, published: Published | None) -> bool:
    """True for an article that readers read: no list of pages, and nothing that leads elsewhere."""
    if article.path.rpartition("/")[2].startswith("_index."):
        return False
    for field in article.fields:
        key, value = field.key.lower(), field.value
        text = value.text if isinstance(value, Scalar) else ""
        if _REDIRECT.fullmatch(key) or (key in _MAKERS and "redirect" in text.lower()):
            return False
    # where it is certain that there is a page, nobody need look at the folders for it
    return published is not None or article.generator.is_page(article)


def _title(article: Article) -> Said | None:
    for field, scalar in article.scalars("title"):
        if isinstance(field.value, Scalar) and not _TEMPLATE.search(scalar.text):
            key = same_title(scalar.text) if scalar.kind != "null" else ""
            return _cut(_said(article, field.key, scalar, key)) if key else None
    return None


def _texts(article: Article) -> Iterator[Said]:
    """Description and summary, each with its digest."""
    for role in ("description", "summary"):
        for field, scalar in article.scalars(role):
            text = scalar.text.strip()
            if text and scalar.kind == "string" and not _TEMPLATE.search(text):
                yield _cut(_said(article, field.key, scalar, digest(text.lower())))


def _cut(said: Said) -> Said:
    return said._replace(text=said.text[:_LONGEST])


def _link(article: Article) -> Said | None:
    """The one link of an article, in comparable form."""
    found = [*article.scalars("link")]
    if len(found) != 1:
        return None
    field, scalar = found[0]
    key = same_link(scalar.text)
    return _said(article, field.key, scalar, key) if key else None


def _aliases(article: Article, published: Published) -> Iterator[Said]:
    """The aliases of a page, each with the place of its redirect."""
    generator = article.generator
    for field in article.fields:
        if field.key.lower() == generator.alias_key:
            for scalar in field.scalars:
                key = generator.alias_at(scalar.text, published)
                if key is not None:
                    yield _said(article, field.key, scalar, key)


def _terms(article: Article) -> Iterator[Term]:
    """The terms of the generator's own taxonomies, of lists alone: how it splits a text is its own
    matter."""
    generator = article.generator
    for field in article.terms():
        taxonomy = field.key.lower()
        if taxonomy not in generator.taxonomies or not isinstance(field.value, ListValue):
            continue
        for scalar in field.scalars:
            filed, path = _filed(generator, scalar.text)
            if filed and path:
                yield Term(taxonomy, _said(article, field.key, scalar, path), filed, path)


@lru_cache(maxsize=4096)
def _filed(generator: Generator, term: str) -> tuple[str | None, str | None]:
    """What a term is filed under, and the path of its page: a site has few terms, each often."""
    return generator.filed_under(term), generator.term_path(term)


def _written(article: Article) -> Iterator[Said]:
    for field in article.terms():
        if isinstance(field.value, ListValue):
            for scalar in field.scalars:
                if key := same_term(scalar.text):
                    yield _said(article, field.key, scalar, key)


def _says_draft(article: Article) -> bool:
    """True where a field says that the article is not meant for readers, or may say so."""
    drafts = (scalar.text.lower() for _, scalar in article.scalars("draft"))
    shown = (scalar.text.lower() for _, scalar in article.scalars("published"))
    return any(text not in ("false", "") for text in drafts) or "false" in shown


def _language(article: Article, published: Published | None) -> str:
    """The language, of the generator, of the article and of the path: a folder `de`, a name as
    `a.de.md`.

    A site that names no languages may still have translations.
    """
    said = published.language if published else ""
    for field in article.fields:
        if field.key.lower() in _LANGUAGE_KEYS and isinstance(field.value, Scalar):
            said = f"{said} {field.value.text.strip()}"
    *folders, name = article.path.split("/")
    middle = name.split(".")[1:-1]
    signs = (part for part in (*middle, *folders) if _LANGUAGE.fullmatch(part))
    return f"{said} {next(signs, said)}".strip().lower()
