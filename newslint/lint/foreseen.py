"""What an article will be with changes made, where that is known without reading it anew.

Of entries that stand apart (`frontmatter.entries`) the others stay what they are when one goes with
all its lines, where nothing of what stays runs into what comes behind it.
"""

from __future__ import annotations

from collections.abc import Iterable

from newslint import frontmatter
from newslint.frontmatter.yaml.places import last_scalar
from newslint.model.changes import Change, DeleteKey
from newslint.model.spans import Edit, Span
from newslint.model.values import Field
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
    """True where each of the places is the lines of one entry, no comment among them, with nothing
    but empty lines between it and the next key; and what stands before ends with its own line."""
    text, above = before.text, None
    waiting = iter(places)
    place = next(waiting, None)
    for index, field in enumerate(before.fields):
        if place is None:
            return True
        if field.key_span.start != place.start:
            above = field
            continue
        behind = before.fields[index + 1 :][:1]
        stop = behind[0].key_span.start if behind else end
        if not field.value.span.end < place.end <= stop or text[place.end - 1] != "\n":
            return False
        if text[place.end : stop].strip(" \r\n") or "#" in text[place.start : place.end]:
            return False
        last = last_scalar(above.value) if above else None
        if last is not None and last.style in ("literal", "folded"):
            return False
        place = next(waiting, None)
    return place is None
