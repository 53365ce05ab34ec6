"""A source becomes an Article: fences found, block parsed, schema applied."""

from __future__ import annotations

from dataclasses import replace

from newslint import syntax
from newslint.article import Article, Block, Comment, Fault, Field, Span
from newslint.fence import find_block
from newslint.settings import Settings
from newslint.source import Source
from newslint.suppress import MARK


def read_article(source: Source, path: str, settings: Settings) -> Article:
    """The article in a source. Never raises for what stands in the file."""
    context = settings.context
    if source.fault is not None:
        return _article(source, path, None, (), (source.fault,), settings, broken=True)
    block, faults = find_block(source.text, context.target.name)
    if source.bom:
        faults = (*faults, Fault("bom", Span(0, 0), "the file starts with a byte order mark"))
    limits = settings.limits
    reading = syntax.Reading(
        context.target.kind,
        context.role_of,
        limits.max_keys,
        limits.max_depth,
        context.target.known_keys,
    )
    if block is None:
        if any(fault.kind in ("fence-unclosed", "fence-shape") for fault in faults):
            from newslint.reading_broken import with_repairs

            faults = with_repairs(source.text, faults, reading)
        return _article(source, path, None, (), faults, settings, broken=True)
    if block.content.end - block.content.start > limits.max_block:
        text = f"the front matter is longer than {limits.max_block} characters"
        fault = Fault("too-large", block.opening, text)
        return _article(source, path, block, (), (*faults, fault), settings, broken=True)
    parsed = syntax.parse(source.text, block, reading)
    faults = (*_joined(faults, parsed.faults, block), *parsed.silent)
    broken = bool(parsed.faults)
    return _article(source, path, block, parsed.fields, faults, settings, broken=broken)


def _joined(found: tuple[Fault, ...], parsed: tuple[Fault, ...], block: Block) -> tuple[Fault, ...]:
    """The faults of fence and block, one for one mistake.

    JSON is its own fence: a quote that opens or closes too much hides the closing brace from the
    fence, and the parser knows better where; of a missing brace alone the fence says enough.
    """
    unclosed = [fault for fault in found if fault.kind == "fence-unclosed"]
    if not unclosed or not parsed:
        return (*found, *parsed)
    if parsed[0].span.start == block.content.start:
        return found
    return (*(fault for fault in found if fault not in unclosed), *parsed)


def _article(
    source: Source,
    path: str,
    block: Block | None,
    fields: tuple[Field, ...],
    faults: tuple[Fault, ...],
    settings: Settings,
    *,
    broken: bool,
) -> Article:
    comments: tuple[Comment, ...] = ()
    if block is not None and fields and MARK in source.text[: block.body]:
        comments = syntax.comments(source.text, block, fields)
    article = Article(
        path=path,
        text=source.text,
        bom=source.bom,
        block=block,
        fields=fields,
        by_role=_by_role(fields, settings),
        faults=faults,
        comments=comments,
        context=settings.context,
        broken=broken,
        term_fields=tuple(f for f in fields if f.key.lower() in settings.context.taxonomies),
    )
    if broken:
        return article
    found = settings.schema.check(article)
    return replace(article, faults=(*faults, *found)) if found else article


def _by_role(fields: tuple[Field, ...], settings: Settings) -> dict[str, Field]:
    """Role -> the field that plays it: of several keys the one that the role's list names first."""
    chosen: dict[str, Field] = {}
    for field in fields:
        other = chosen.setdefault(field.role, field)
        if other is not field:
            keys = settings.context.roles.get(field.role, ())
            one, two = field.key.lower(), other.key.lower()
            if one in keys and two in keys and keys.index(one) < keys.index(two):
                chosen[field.role] = field
    return chosen
