"""An article into the facts that it tells the others of its site."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from datetime import date
from functools import lru_cache

from newslint.config.fields import Schema
from newslint.files.read import position
from newslint.generators.base import Generator
from newslint.lint.suppress import suppressions
from newslint.model.facts import Facts, Published, Said, Silence, Term
from newslint.model.values import Field, ListValue, Scalar
from newslint.site.places import PlaceOf, places
from newslint.site.ways import ways_of
from newslint.site_article import Article
from newslint.text.editions import edition
from newslint.text.regex import regex
from newslint.text.same_body import body_digest, digest
from newslint.text.same_link import same_link
from newslint.text.same_term import same_term
from newslint.text.same_title import same_title

_LANGUAGE = regex(r"[a-z]{2}(?:[-_](?:[A-Za-z]{2,4}|419))*")
_LANGUAGE_KEYS = frozenset(("lang", "language", "locale"))
_REDIRECT = regex(r"redirect(?:[_-]?(?:to|url|link|page))?")
_MAKERS = frozenset(("layout", "type", "template"))
_DAY_IN_NAME = regex(r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?![0-9])", re.ASCII)
_LONGEST = 400
"""Characters of a text that are kept."""


def facts_of(article: Article, shown: str, file: str, schema: Schema) -> Facts | None:
    """The facts of an article; None where its front matter could not be read.

    `shown` is what is printed for it, `file` its absolute path.
    """
    if article.broken or article.block is None:
        return None
    generator, place = article.generator, places(article.text, article.block.body)
    clock = article.context.clock
    keys = _lowered(tuple([field.key for field in article.fields]))
    published = generator.published_at(article, clock)
    page = None if published else generator.page(article)
    draft = (page.draft if page else False) or _says_draft(article)
    shows = not draft and _shows(article, keys, published)
    aliases: tuple[Said, ...] = ()
    if published is not None and generator.alias_key in keys:
        aliases = tuple(_aliases(article, place, published))
    terms, written = _listed(article, place, generator.lists_with(article, published, clock))
    return Facts(
        path=shown,
        below=article.path,
        file=file,
        head=place(article.block.opening),
        published=published,
        node=generator.node(article, clock),
        url=_decides(article, place),
        draft=draft,
        language=_language(article, keys, published),
        aliases=aliases,
        terms=terms,
        written=written,
        link=_link(article, place),
        day=day_of(article),
        silences=tuple(_silences(article)) if article.comments else (),
        edition=edition(article.path.rpartition("/")[0]),
        title=_title(article, place) if shows else None,
        texts=tuple(_texts(article, place)) if shows else (),
        body=body_digest(article.body) if shows else "",
        ways=ways_of(article, schema, place),
    )


@lru_cache(maxsize=1024)
def _lowered(keys: tuple[str, ...]) -> frozenset[str]:
    """The keys in lower case: most articles of a site have the same."""
    return frozenset([key.lower() for key in keys])


def _silences(article: Article) -> Iterator[Silence]:
    for one in suppressions(article):
        if one.selectors:
            start = position(article.text, one.comment.span.start)
            yield Silence(one.selectors, one.reach, start)


def _decides(article: Article, place: PlaceOf) -> Said | None:
    """What the article itself says of its URL: its `url`, else its slug."""
    for role in ("url", "slug"):
        for field, scalar in article.scalars(role):
            if scalar.text:
                return Said(field.key, scalar.text, "", place(scalar.span))
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


def _shows(article: Article, keys: frozenset[str], published: Published | None) -> bool:
    """True for an article that readers read: no list of pages, and nothing that leads elsewhere."""
    if article.path.rpartition("/")[2].startswith("_index.") or _redirects(keys):
        return False
    if not _MAKERS.isdisjoint(keys) and _is_made_to_redirect(article):
        return False
    # where it is certain that there is a page, nobody need look at the folders for it
    return published is not None or article.generator.is_page(article)


@lru_cache(maxsize=1024)
def _redirects(keys: frozenset[str]) -> bool:
    """True where one of the keys says where the article leads."""
    return any(key[:8] == "redirect" and _REDIRECT.fullmatch(key) for key in keys)


def _is_made_to_redirect(article: Article) -> bool:
    makers = (field.scalar for field in article.fields if field.key.lower() in _MAKERS)
    return any(scalar is not None and "redirect" in scalar.text.lower() for scalar in makers)


def _title(article: Article, place: PlaceOf) -> Said | None:
    for field, scalar in article.scalars("title"):
        if isinstance(field.value, Scalar) and not _is_template(scalar.text):
            key = same_title(scalar.text) if scalar.kind != "null" else ""
            return Said(field.key, scalar.text[:_LONGEST], key, place(scalar.span)) if key else None
    return None


def _texts(article: Article, place: PlaceOf) -> Iterator[Said]:
    """Description and summary, each with its digest."""
    before, key = "", ""
    for role in ("description", "summary"):
        for field, scalar in article.scalars(role):
            text = scalar.text.strip()
            if text and scalar.kind == "string" and not _is_template(text):
                if text != before:  # the summary is most often the description
                    before, key = text, digest(text.lower())
                yield Said(field.key, scalar.text[:_LONGEST], key, place(scalar.span))


def _is_template(text: str) -> bool:
    return "{{" in text or "{%" in text


def _link(article: Article, place: PlaceOf) -> Said | None:
    """The one link of an article, in comparable form."""
    found = [*article.scalars("link")]
    if len(found) != 1:
        return None
    field, scalar = found[0]
    key = same_link(scalar.text)
    return Said(field.key, scalar.text, key, place(scalar.span)) if key else None


def _aliases(article: Article, place: PlaceOf, published: Published) -> Iterator[Said]:
    """The aliases of a page, each with the place of its redirect."""
    generator = article.generator
    for field in article.fields:
        if field.key.lower() == generator.alias_key:
            for scalar in field.scalars:
                key = generator.alias_at(scalar.text, published)
                if key is not None:
                    yield Said(field.key, scalar.text, key, place(scalar.span))


def _listed(
    article: Article, place: PlaceOf, taxonomies: Collection[str]
) -> tuple[tuple[Term, ...], tuple[Said, ...]]:
    """The terms in these taxonomies of the generator, and all that is written in lists of terms.

    Of lists alone: how a generator splits a text is its own matter. One that does not has a text
    alone as one term.
    """
    terms: list[Term] = []
    written: list[Said] = []
    for field in article.terms():
        listed = isinstance(field.value, ListValue)
        if listed or article.generator.splits_terms == "no":
            said, filed = _filed_in(article, field, place, taxonomies)
            terms += filed
            written += said if listed else ()
    return tuple(terms), tuple(written)


def _filed_in(
    article: Article, field: Field, place: PlaceOf, taxonomies: Collection[str]
) -> tuple[list[Said], list[Term]]:
    """What a field says that says something, and the terms that have a page."""
    said: list[Said] = []
    terms: list[Term] = []
    key, taxonomy = field.key, field.key.lower() if field.key.lower() in taxonomies else ""
    for scalar in field.scalars:
        text, at = scalar.text, place(scalar.span)
        same, filed, path = _filed(article.generator, taxonomy, text)
        one = _new(Said, (key, text, same, at))
        if same:
            said.append(one)
        if filed and path:
            here = one if same == path else Said(key, text, path, at)
            terms.append(_new(Term, (taxonomy, here, filed, path)))
    return said, terms


_new = tuple.__new__
"""As calling the class, in half of the time: there are many terms."""


@lru_cache(maxsize=4096)
def _filed(generator: Generator, taxonomy: str, term: str) -> tuple[str, str | None, str | None]:
    """A term in comparable form; where it is one of a taxonomy with what it is filed under, and the
    path of its page. A site has few terms, each often."""
    if not taxonomy:
        return same_term(term), None, None
    return same_term(term), generator.filed_under(term), generator.term_path(term)


def _says_draft(article: Article) -> bool:
    """True where a field says that the article is not meant for readers, or may say so."""
    for _, scalar in article.scalars("draft"):
        if scalar.text.lower() not in ("false", ""):
            return True
    return any(scalar.text.lower() == "false" for _, scalar in article.scalars("published"))


def _language(article: Article, keys: frozenset[str], published: Published | None) -> str:
    """The language, of the generator, of the article and of the path: a folder `de`, a name as
    `a.de.md`.

    A site that names no languages may still have translations.
    """
    said = published.language if published else ""
    for field in () if _LANGUAGE_KEYS.isdisjoint(keys) else article.fields:
        if field.key.lower() in _LANGUAGE_KEYS and isinstance(field.value, Scalar):
            said = f"{said} {field.value.text.strip()}"
    folder, _, name = article.path.rpartition("/")
    middle = name.split(".")[1:-1]
    sign = (_sign_of(tuple(middle)) if middle else "") or _sign_of(tuple(folder.split("/")))
    return f"{said} {sign or said}".strip().lower()


@lru_cache(maxsize=1024)
def _sign_of(parts: tuple[str, ...]) -> str:
    """The first of the parts of a path that is the code of a language; empty without one."""
    return next((part for part in parts if _LANGUAGE.fullmatch(part)), "")
