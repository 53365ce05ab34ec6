"""What an article will be with changes made, where that is known without reading it anew.

Of entries that stand apart (`frontmatter.entries`) the others stay what they are when one goes with
all its lines, where nothing of what stays runs into what comes behind it. And a text on one line
that another one takes the place of, between quotes in which each character stands for itself, reads
as that one, whatever stands around it.
"""

from __future__ import annotations

from collections.abc import Iterable

from newslint import frontmatter
from newslint.model.changes import Change, DeleteKey, SetScalar
from newslint.model.limits import Limits
from newslint.model.spans import Edit, Span
from newslint.model.values import Field, ListValue, Scalar, Table, Value, scalars_in
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


def rewritten(
    before: Article, changes: tuple[Change, ...], edits: tuple[Edit, ...], limits: Limits
) -> tuple[Field, ...] | None:
    """The fields with other texts in them, at their old places, where texts between quotes change
    and nothing else; None where the text is to be read to know."""
    block = before.block
    if block is None or block.format != "yaml" or not 0 < len(changes) == len(edits):
        return None
    texts: dict[Span, str] = {}
    for change, edit in zip(changes, edits, strict=True):
        if not isinstance(change, SetScalar) or not _stands_for_itself(change, edit):
            return None
        texts[edit.span] = change.text
    if len(texts) != len(edits):
        return None  # one value twice
    growth = sum(len(edit.text) - (edit.span.end - edit.span.start) for edit in edits)
    if block.content.end - block.content.start + growth > limits.max_block:
        return None
    return tuple([_with_texts(field, texts) for field in before.fields])


def _stands_for_itself(change: SetScalar, edit: Edit) -> bool:
    """True where the new text stands in the quotes of the old one, which are those of one line."""
    old, text, made = change.scalar, change.text, edit.text
    if old.style not in ("single", "double") or not old.editable or old.span != edit.span:
        return False
    mark = "'" if old.style == "single" else '"'
    if made != f"{mark}{text}{mark}" or change.literal or not text.isprintable():
        return False
    return not any(odd in text for odd in (mark, "\\", "---", "\ufffd"))


def _with_texts(field: Field, texts: dict[Span, str]) -> Field:
    """A field with these texts in the places of the old ones."""
    start, end = field.value.span
    if not any(start <= span.start and span.end <= end for span in texts):
        return field
    return field._replace(value=_with_text(field.value, texts))


def _with_text(value: Value, texts: dict[Span, str]) -> Value:
    if isinstance(value, Scalar):
        text = texts.get(value.span)
        return value if text is None else value._replace(text=text)
    if isinstance(value, ListValue):
        return value._replace(items=tuple([_with_text(item, texts) for item in value.items]))
    assert isinstance(value, Table)
    return value._replace(fields=tuple([_with_texts(field, texts) for field in value.fields]))


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
