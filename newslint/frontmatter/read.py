"""A source becomes an Article: fences found, block parsed, schema applied."""

from __future__ import annotations

from collections.abc import Iterator

from newslint import frontmatter
from newslint.config.settings import Settings
from newslint.files.read import Source
from newslint.frontmatter.fence.find import find_block
from newslint.model.article import SUPPRESSION, Block, Comment
from newslint.model.faults import (
    ByteOrderMark,
    EncodedTwice,
    Fault,
    FenceShape,
    FenceUnclosed,
    TooLarge,
)
from newslint.model.records import NamedTuple, replace
from newslint.model.spans import Span
from newslint.model.stages import FENCE, PARSE, SCHEMA
from newslint.model.values import Field, Table
from newslint.site_article import Article, Context


class _Front(NamedTuple):
    """What was read of the front matter. `broken`: it could not be, or the file could not."""

    block: Block | None
    fields: tuple[Field, ...]
    faults: tuple[Fault, ...]
    broken: bool = True


def read_article(source: Source, path: str, settings: Settings) -> Article:
    """The article in a source. Never raises for what stands in the file."""
    context = settings.context
    if source.fault is not None:
        return _article(source, path, _Front(None, (), (source.fault,)), settings)
    with FENCE:
        block, faults = find_block(source.text, context.generator.fences, context.generator.title)
    if source.bom:
        faults = (*faults, ByteOrderMark(Span(0, 0)))
    if source.western and _may_be_twice(source.text):
        faults += _encoded_twice(source.text, block)
    limits = settings.limits
    reading = frontmatter.ParseOptions(
        context.generator.kind,
        context.role_of,
        limits.max_keys,
        limits.max_depth,
        context.generator.known_keys,
        context.generator.title,
        context.generator.quirks,
    )
    if block is None:
        if any(isinstance(fault, FenceUnclosed | FenceShape) for fault in faults):
            from newslint.frontmatter.unclosed import with_repairs

            with FENCE:
                faults = with_repairs(source.text, faults, reading)
        return _article(source, path, _Front(None, (), faults), settings)
    if block.content.end - block.content.start > limits.max_block:
        text = f"the front matter is longer than {limits.max_block} characters"
        fault = TooLarge(block.opening, text)
        return _article(source, path, _Front(block, (), (*faults, fault)), settings)
    with PARSE:
        parsed = frontmatter.parse(source.text, block, reading)
    faults = (*_joined(faults, parsed.faults, block), *parsed.silent)
    front = _Front(block, parsed.fields, faults, broken=bool(parsed.faults))
    return _article(source, path, front, settings)


def _may_be_twice(text: str) -> bool:
    """True when one of the characters that the first byte of most letters, of all kanas and of
    every typographic mark becomes is there, and another beyond ASCII stands after its first."""
    for sign in "ÃÂâÐÑØÙãìà":
        at = text.find(sign)
        if at >= 0:
            return not text[at + 1 : at + 2].isascii()
    return False


def _encoded_twice(text: str, block: Block | None) -> tuple[Fault, ...]:
    """The fault of a file that as a whole was read as Windows-1252 once, and written in UTF-8.

    It is the file only where the body shows it too: what is garbled in a value is the value's.
    """
    from newslint.files.encodings import once

    if block is not None and text[block.body :].isascii():
        return ()

    meant = once(text)
    if meant is None:
        return ()
    start = next(place for place, char in enumerate(text) if not char.isascii())
    end = start + len(meant[start].encode())
    words = f"the file was encoded twice: `{text[start:end]}` should be `{meant[start]}`"
    return (EncodedTwice(Span(start, end), words, meant),)


def _joined(found: tuple[Fault, ...], parsed: tuple[Fault, ...], block: Block) -> tuple[Fault, ...]:
    """The faults of fence and block, one for one mistake.

    JSON is its own fence: a quote that opens or closes too much hides the closing brace from the
    fence, and the parser knows better where; of a missing brace alone the fence says enough.
    """
    unclosed = [fault for fault in found if isinstance(fault, FenceUnclosed)]
    if not unclosed or not parsed:
        return (*found, *parsed)
    if parsed[0].span.start == block.content.start:
        return found
    return (*(fault for fault in found if fault not in unclosed), *parsed)


def _article(source: Source, path: str, front: _Front, settings: Settings) -> Article:
    block, fields, faults, broken = front
    context = settings.context
    comments: tuple[Comment, ...] = ()
    if block is not None and fields and source.text.find(SUPPRESSION, 0, block.body) >= 0:
        comments = frontmatter.comments(source.text, block, fields)
    by_role, terms = _placed(fields, context)
    article = Article(
        path=path,
        text=source.text,
        bom=source.bom,
        block=block,
        fields=fields,
        by_role=by_role,
        faults=faults,
        comments=comments,
        context=context,
        broken=broken,
        term_fields=terms,
    )
    if broken:
        return article
    with SCHEMA:
        found = settings.schema.check(article)
    return replace(article, faults=(*faults, *found)) if found else article


def with_fields(article: Article, fields: tuple[Field, ...]) -> Article:
    """The article as if these were its fields: all else is what was read, its text too."""
    by_role, terms = _placed(fields, article.context)
    return replace(article, fields=fields, by_role=by_role, term_fields=terms)


_Named = tuple[str, Field]


def _placed(
    fields: tuple[Field, ...], context: Context
) -> tuple[dict[str, Field], tuple[Field, ...]]:
    """The fields by the roles that they play, and those that hold terms."""
    inner: tuple[_Named, ...] = ()
    if context.tables and Table in [type(field.value) for field in fields]:
        inner = tuple(_inner(fields, context.tables))
    terms = [field for field in fields if field.key.lower() in context.taxonomies]
    terms += [field for name, field in inner if _holds_terms(name, context)]
    return _by_role(fields, inner, context), tuple(terms)


def _inner(fields: tuple[Field, ...], tables: frozenset[str], prefix: str = "") -> Iterator[_Named]:
    """The fields inside these tables, with their dotted names in lower case."""
    for field in fields:
        name = prefix + field.key.lower()
        if isinstance(field.value, Table) and name in tables:
            for inside in field.value.fields:
                yield f"{name}.{inside.key.lower()}", inside
            yield from _inner(field.value.fields, tables, f"{name}.")


def _holds_terms(name: str, context: Context) -> bool:
    return name in context.taxonomies or f"{name.rpartition('.')[0]}.*" in context.taxonomies


def _by_role(
    fields: tuple[Field, ...], inner: tuple[_Named, ...], context: Context
) -> dict[str, Field]:
    """Role -> the field that plays it: of several keys the one that the role's list names first."""
    chosen: dict[str, Field] = {}
    for field in fields:
        other = chosen.setdefault(field.role, field)
        if other is not field and _is_named_before(field, other, context):
            chosen[field.role] = field
    ranks: dict[str, int] = {}
    for name, field in inner:
        role = context.role_of.get(name)
        if role is None:
            continue
        keys = context.roles[role]
        there = chosen.get(role)
        rank = ranks.get(role, _rank(there.key.lower(), keys) if there else len(keys) + 1)
        if _rank(name, keys) < rank:
            chosen[role], ranks[role] = field._replace(role=role), _rank(name, keys)
    return chosen


def _is_named_before(field: Field, other: Field, context: Context) -> bool:
    """True when the list of a role has a field's key before that of another field."""
    keys = context.roles.get(field.role, ())
    one, two = field.key.lower(), other.key.lower()
    return one in keys and two in keys and keys.index(one) < keys.index(two)


def _rank(name: str, keys: tuple[str, ...]) -> int:
    return keys.index(name) if name in keys else len(keys)
