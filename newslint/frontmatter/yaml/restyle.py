"""The same values in another form -> edits: other quotes or none, lists in brackets or on lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.frontmatter.contract import CannotRender
from newslint.frontmatter.places import LONGEST
from newslint.frontmatter.quote_style import requoted
from newslint.frontmatter.yaml.places import Layout
from newslint.frontmatter.yaml.quoting import plain_is_safe
from newslint.frontmatter.yaml.scalars import reads
from newslint.model.changes import Requote, RestyleList
from newslint.model.spans import Edit, Span
from newslint.model.values import Field, ListValue, Scalar
from newslint.text.line_ends import line_ending

_NOT_IN_BRACKETS = frozenset(",[]{}")


def requote(layout: Layout, change: Requote) -> Edit:
    """A text between other quotes, or without them. Raises CannotRender."""
    old = change.scalar
    if not old.editable:
        raise CannotRender("the value is shared through an alias")
    raw = layout.text[old.span.start : old.span.end]
    if change.style != "plain":
        return Edit(old.span, requoted(raw, old.text, change.style))
    before = layout.text[old.span.start - 1 : old.span.start]
    if raw[:1] not in ("'", '"') or raw[1:-1].replace("''", "'") != old.text:
        raise CannotRender("it has escapes, or several lines")
    if before == ":" or not plain_is_safe(old.text):  # `{"a":"b"}` needs its quotes
        raise CannotRender("without quotes some parser would read something else")
    if reads(old.text, layout.flow(old.span)) != old.text:
        raise CannotRender("the text cannot stand without quotes")
    return Edit(old.span, old.text)


def restyle_list(layout: Layout, change: RestyleList) -> Iterator[Edit]:
    """A list of single values in brackets, or on lines of its own. Raises CannotRender."""
    items = change.field.value
    if not isinstance(items, ListValue) or items.flow == change.flow or not items.editable:
        raise CannotRender("there is no list in the other form")
    spans = [item.span for item in items.items if isinstance(item, Scalar) and item.editable]
    if not spans or len(spans) < len(items.items) or any(start == end for start, end in spans):
        raise CannotRender("the items are not all single values")
    if layout.flow_root or layout.text[change.field.key_span.end] != ":":
        raise CannotRender("the key has a form of its own")
    if change.flow:
        yield _in_brackets(layout, change.field, spans)
    else:
        yield from _on_lines(layout, change.field, items, spans)


def _in_brackets(layout: Layout, field: Field, spans: Sequence[Span]) -> Edit:
    text, start, end = layout.text, field.key_span.end + 1, spans[-1].end
    raws = [text[slice(*span)] for span in spans]
    starts = [start, *(span.end for span in spans[:-1])]
    gaps = [text[gap : span.start] for gap, span in zip(starts, spans, strict=True)]
    if any("#" in gap for gap in gaps) or _rest(text, end).strip():
        raise CannotRender("a comment stands in the list")
    if any(set(gap) - set("- \t\r\n") for gap in gaps):
        raise CannotRender("an item has an anchor or a tag")
    if not all(map(_fits_brackets, raws)):
        raise CannotRender("an item would need quotes in brackets")
    made = f" [{', '.join(raws)}]"
    if start - layout.line_start(field.key_span.start) + len(made) > LONGEST:
        raise CannotRender("the line would be too long")
    return Edit(Span(start, end), made)


def _fits_brackets(raw: str) -> bool:
    plain = raw[:1] not in ("'", '"')
    return "\n" not in raw and not (plain and not _NOT_IN_BRACKETS.isdisjoint(raw))


def _on_lines(
    layout: Layout, field: Field, items: ListValue, spans: Sequence[Span]
) -> Iterator[Edit]:
    text, start, end = layout.text, field.key_span.end + 1, items.span.end
    rest = _rest(text, end)
    if text[start : spans[0].start].strip() != "[" or "\n" in text[start:end]:
        raise CannotRender("the list has a form of its own")
    if rest.strip()[:1] not in ("", "#"):
        raise CannotRender("something stands after the list on its line")
    margin = " " * (field.key_span.start - layout.line_start(field.key_span.start))
    lead = f"{line_ending(text, end)}{margin}{_indent(layout)}- "
    lines = "".join(f"{lead}{text[slice(*span)]}" for span in spans)
    yield Edit(Span(start, end), "")
    yield Edit(Span(end + len(rest), end + len(rest)), lines)


def _indent(layout: Layout) -> str:
    """The spaces before the dashes of the first list that stands on lines; two without one."""
    for field in layout.fields:
        if isinstance(field.value, ListValue) and not field.value.flow:
            start = field.value.span.start
            return " " * (start - layout.line_start(start))
    return "  "


def _rest(text: str, at: int) -> str:
    """What stands after a place on its line."""
    end = text.find("\n", at)
    return text[at : end if end >= 0 else len(text)].removesuffix("\r")
