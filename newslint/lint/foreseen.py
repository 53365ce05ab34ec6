"""What an article will be with changes made, where that is known without reading it anew.

Of entries that stand apart (`frontmatter.entries`) the others stay what they are when one goes with
all its lines, where nothing of what stays runs into what comes behind it.
"""

from __future__ import annotations

from collections.abc import Iterable

from newslint import frontmatter
from newslint.model.changes import Change, DeleteKey
from newslint.model.spans import Edit, Span
from newslint.model.values import Field, scalars_in
from newslint.site_article import Article


def staying(
    before: Article, changes: Iterable[Change], edits: tuple[Edit, ...]
) -> tuple[Field, ...] | None:
    """The fields that are left, at their old places, where nothing but keys goes, and no comment
    with them; None where the text is to be read to know."""
    gone = set()
    for change in changes:
        if not isinstance(change, DeleteKey):
            return None
        gone.add(change.field.key_span)
    block, fields = before.block, before.fields
    if block is None or not gone or len(gone) != len(edits):
        return None
    left = tuple([field for field in fields if field.key_span not in gone])
    if not left or len(left) + len(gone) != len(fields):
        return None
    places = sorted([edit.span for edit in edits])
    if any(edit.text for edit in edits) or frontmatter.entries(before) is None:
        return None
    if not _are_apart(before, places, block.content.end):
        return None
    return left


def _are_apart(before: Article, places: list[Span], end: int) -> bool:
    """True where each of the places is the lines of one entry that may go (`_may_go`)."""
    above: Field | None = None
    waiting = iter(places)
    place = next(waiting, None)
    for index, field in enumerate(before.fields):
        if place is None or field.key_span.start != place.start:
            above = field
            continue
        behind = before.fields[index + 1 :][:1]
        stop = behind[0].key_span.start if behind else end
        if not _may_go(before.text, field, place, stop) or _ends_in_block_scalar(above):
            return False
        place = next(waiting, None)
    return place is None


def _may_go(text: str, field: Field, place: Span, stop: int) -> bool:
    """True for the whole lines of an entry, no comment among them, with nothing but empty lines
    between them and `stop`, where the next key stands."""
    if not field.value.span.end < place.end <= stop or text[place.end - 1] != "\n":
        return False
    return not text[place.end : stop].strip(" \r\n") and "#" not in text[slice(*place)]


def _ends_in_block_scalar(field: Field | None) -> bool:
    """True where empty lines behind the field may belong to its value."""
    scalars = list(scalars_in(field.value)) if field else []
    return bool(scalars) and scalars[-1].style in ("literal", "folded")
