"""What an article will be with changes made, where that is known without reading it anew.

Of entries that stand apart (`frontmatter.entries`) the others stay what they are when one goes with
all its lines, where nothing of what stays runs into what comes behind it. And a text on one line
that another one takes the place of, between quotes in which each character stands for itself, reads
as that one, whatever stands around it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from newslint import frontmatter
from newslint.frontmatter.read import with_fields
from newslint.model.changes import Change, DeleteKey, SetScalar
from newslint.model.limits import Limits
from newslint.model.spans import Edit, Span
from newslint.model.values import Field, ListValue, Scalar, Table, Value, scalars_in
from newslint.site_article import Article


class Foreseen:
    """An article with other fields, as a generator is told of it."""

    __slots__ = ("_before", "exists", "fields", "path", "timezone")

    def __init__(self, before: Article, fields: tuple[Field, ...]) -> None:
        self._before, self.fields = before, fields
        self.path, self.timezone, self.exists = before.path, before.timezone, before.exists

    def get(self, role: str) -> Field | None:
        """The field that plays the role, or None."""
        return with_fields(self._before, self.fields).get(role)


def going(before: Article, changes: Sequence[Change], edits: Sequence[Edit]) -> list[int] | None:
    """The indexes of the fields that go, where all others are left at their old places, and no
    comment goes with them; None where the text is to be read to know."""
    fields, block = before.fields, before.block
    gone = _indexes(fields, changes)
    if block is None or gone is None or not 0 < len(gone) == len(edits) < len(fields):
        return None
    if any(edit.text for edit in edits) or frontmatter.entries(before) is None:
        return None
    places = sorted([edit.span for edit in edits])
    alone = (_goes_alone(before, *one, gone) for one in zip(gone, places, strict=True))
    return gone if all(alone) else None


def _goes_alone(before: Article, index: int, place: Span, gone: Sequence[int]) -> bool:
    """True for a field with which nothing goes that is not its own."""
    fields, block = before.fields, before.block
    behind = fields[index + 1 : index + 2]
    stop = behind[0].key_span.start if behind else block.content.end if block else 0
    if not _may_go(before.text, fields[index], place, stop):
        return False
    above = next((at for at in range(index - 1, -1, -1) if at not in gone), None)
    return above is None or not _ends_in_block_scalar(fields[above].value)


def _indexes(fields: tuple[Field, ...], changes: Iterable[Change]) -> list[int] | None:
    """Where the fields stand that go, in order; None where something else changes."""
    found = set()
    for change in changes:
        if not isinstance(change, DeleteKey) or change.field not in fields:
            return None
        found.add(fields.index(change.field))
    return sorted(found)


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
    for first, last in texts:
        if start <= first and last <= end:
            return Field(field.key, field.role, field.key_span, _with_text(field.value, texts))
    return field


def _with_text(value: Value, texts: dict[Span, str]) -> Value:
    if isinstance(value, Scalar):
        text = texts.get(value.span)
        return value if text is None else value._replace(text=text)
    if isinstance(value, ListValue):
        return value._replace(items=tuple([_with_text(item, texts) for item in value.items]))
    assert isinstance(value, Table)
    return value._replace(fields=tuple([_with_texts(field, texts) for field in value.fields]))


def _may_go(text: str, field: Field, place: Span, stop: int) -> bool:
    """True for the whole lines of an entry, no comment among them, with nothing but empty lines
    between them and `stop`, where the next key stands."""
    start, end = place
    if field.key_span.start != start or not field.value.span.end < end <= stop:
        return False
    if text[end - 1] != "\n" or text[end:stop].strip(" \r\n"):
        return False
    return text.find("#", start, end) < 0


def _ends_in_block_scalar(value: Value) -> bool:
    """True where empty lines behind the value may belong to it."""
    scalars = (value,) if isinstance(value, Scalar) else list(scalars_in(value))
    return bool(scalars) and scalars[-1].style in ("literal", "folded")
