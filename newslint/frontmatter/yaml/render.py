"""Changes -> edits of YAML text: single values and keys here, lists in `yaml_lists`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from newslint.frontmatter.contract import CannotRender
from newslint.frontmatter.flow_lists import delete_flow, insert_flow
from newslint.frontmatter.quote_style import style_like
from newslint.frontmatter.renderer import Renderer, all_edits
from newslint.frontmatter.yaml import keys as yaml_keys
from newslint.frontmatter.yaml import lists as yaml_lists
from newslint.frontmatter.yaml import restyle
from newslint.frontmatter.yaml.places import Layout, anchors_used
from newslint.frontmatter.yaml.quoting import Habits, is_plain, plain_is_safe, quote
from newslint.frontmatter.yaml.scalars import Setting, itself, reads, requoted, scalar
from newslint.model.changes import (
    Change,
    InsertItem,
    InsertKey,
    RenameKey,
    Requote,
    RestyleList,
    SetList,
    SetScalar,
)
from newslint.model.spans import Edit, Span
from newslint.model.values import Field, ListValue, Scalar, Style
from newslint.site_article import Article
from newslint.text.regex import regex

_BLANKS_AT_END = regex(r"[ \t]+(?=\r?\n|[,}\]])")


def render(article: Article, changes: Iterable[Change]) -> list[Edit]:
    """The edits that make the changes, all in one text.

    Raises CannotRender when one of them cannot be made exactly: through an alias, in a layout that
    is too unusual, or because two of them contradict each other.
    """
    return all_edits(changes, lambda values: _Renderer.of(article).edits(values))


def bare(text: str, flow: bool) -> str:
    """A text that stands bare as it is. Raises CannotRender where it would read as another."""
    if reads(text, flow) != text:
        raise CannotRender("the text cannot stand bare")
    return text


class _Renderer(Renderer):
    def __init__(self, article: Article) -> None:
        super().__init__(article)
        self.layout = Layout(article)
        self.habits = Habits.of(article)

    # values

    def set_scalar(self, change: SetScalar) -> Edit:
        old, text = change.scalar, change.text
        if not old.editable:
            raise CannotRender("the value is shared through an alias")
        if old.style == "empty":
            flow = self.layout.flow(old.span)
            quoted = self.habits.value(text, self.habits.quotes)
            return self.fill(old.span, bare(text, flow) if change.literal else quoted)
        raw = self.text[old.span.start : old.span.end]
        if not raw:
            raise CannotRender("there is no such value")
        made = None if change.literal else itself(old, raw, text)
        if made is not None:
            return Edit(old.span, made)
        setting = self.setting(old)
        if change.literal:
            self.refuse_comment(old)
            return Edit(old.span, bare(text, setting.flow))
        plain = old.style == "plain" and self.may_be_bare(old, raw, text, setting)
        return Edit(old.span, scalar(old, raw, text, plain, setting))

    def may_be_bare(self, old: Scalar, raw: str, text: str, setting: Setting) -> bool:
        """True for a text that may take the place of a bare value without quotes."""
        like = old.text if old.kind == "string" else ""
        shown = text.replace("\n", " ") if "\n" in raw else text  # a bare text can have empty lines
        plain = is_plain(shown, flow=setting.flow, like=like)
        return plain and self.article.generator.kind(text) == "string"

    def setting(self, old: Scalar) -> Setting:
        newline = self.layout.newline_before(self.layout.line_end(old.span.start))
        return Setting(self.layout.flow(old.span), self.habits, newline)

    def refuse_comment(self, old: Scalar) -> None:
        header = self.text[old.span.start : old.span.end].split("\n", 1)[0]
        if old.style in ("literal", "folded") and "#" in header:
            raise CannotRender("a comment stands behind the block's sign")

    def fill(self, place: Span, made: str) -> Edit:
        """Put something where nothing stands: after a colon or a dash."""
        field = self.layout.field_of(place)
        behind = self.layout.colon(field) if field else place.start
        if behind != place.start or self.text[behind - 1] != (":" if field else "-"):
            raise CannotRender("the place of the empty value is not certain")
        blanks = _BLANKS_AT_END.match(self.text, behind)
        return Edit(Span(behind, blanks.end() if blanks else behind), " " + made)

    def quote(self, old: Scalar) -> Edit:
        if not old.editable or old.style != "plain":
            raise CannotRender("only a plain value of its own can be quoted")
        raw = self.text[old.span.start : old.span.end]
        return Edit(old.span, requoted(raw, old.text, self.setting(old)))

    def set_list(self, change: SetList) -> Edit:
        field, value = change.field, change.field.value
        self.siblings(field)
        if not value.editable:
            raise CannotRender("the value is shared through an alias")
        if isinstance(value, Scalar):
            made = self.habits.flow_list(change.items, value.style)
            if value.style == "empty":
                return self.fill(value.span, made)
            self.refuse_comment(value)
        elif not value.flow or self.layout.has_comment(*value.span):
            raise CannotRender("a list of many lines is changed item by item")
        else:
            made = self.habits.flow_list(change.items, self.habits.items)
        if self.text[self.layout.colon(field) : value.span.start].strip(" \t\r\n"):
            raise CannotRender("something stands between the colon and the value")
        return Edit(value.span, made)

    def requote(self, change: Requote) -> Edit:
        return restyle.requote(self.layout, change)

    def restyle_list(self, change: RestyleList) -> Iterable[Edit]:
        return restyle.restyle_list(self.layout, change)

    # keys

    def rename(self, change: RenameKey) -> Iterable[Edit]:
        span = change.field.key_span
        first = self.text[span.start : span.end][:1]
        lead = self.text[self.layout.line_start(span.start) : span.start].rstrip(" \t")
        self.top_level(change.field)
        if not first or lead[-1:] not in ("", "{", ",", "?"):
            raise CannotRender("the key has a form of its own")
        if first in "\"'":
            style: Style = "double" if first == '"' else "single"
            return [Edit(span, quote(change.key, style))]
        if first in "*|>" or not plain_is_safe(change.key):
            raise CannotRender("the key has a form of its own")
        return [Edit(span, change.key)]

    def delete_keys(self, fields: Sequence[Field]) -> Iterable[Edit]:
        gone = {field.key_span for field in fields}
        if gone <= self._top:
            yield from self.delete_of(self.article.fields, gone)
            return
        mappings = {id(siblings): siblings for siblings in map(self.siblings, fields)}
        for siblings in mappings.values():
            table = self.table_of(siblings[0])
            if table is not None and all(one.key_span in gone for one in siblings):
                raise CannotRender("nothing would be left of the mapping")
            if table is None or not table.flow:
                yield from self.delete_of(siblings, gone)
                continue
            going = [index for index, one in enumerate(siblings) if one.key_span in gone]
            self.refuse_anchors([siblings[index] for index in going])
            pairs, _ = self.pairs_of(siblings[0], table.span)
            yield from delete_flow(self.layout, pairs, going)

    def refuse_anchors(self, fields: Sequence[Field]) -> None:
        if any(anchors_used(field.value, self.text) for field in fields):
            raise CannotRender("an alias elsewhere stands for the value")

    def delete_of(self, fields: Sequence[Field], gone: set[Span]) -> Iterable[Edit]:
        """Remove those keys of one mapping that are to go."""
        above = None
        for field in fields:
            if field.key_span not in gone:
                above = field.value
                continue
            lines = self.key_lines(field)
            self.refuse_anchors([field])
            if self.layout.swallows(above, lines.end):
                raise CannotRender("the text above would take in the lines below")
            yield Edit(lines, "")

    def insert_key(self, change: InsertKey) -> Iterable[Edit]:
        table = self.table_of(change.after)
        if table is not None and table.flow:
            pairs, index = self.pairs_of(change.after, table.span)
            made = f"{self.habits.key(change.key)}: {self.inserted(change, flow=True)}"
            return insert_flow(self.layout, pairs, index + 1, made)
        lines = self.key_lines(change.after)
        indent = self.text[lines.start : change.after.key_span.start]
        value = self.inserted(change, flow=False)
        at = self.layout.end_of(change.after.value, lines)
        newline = self.layout.newline_before(lines.end)
        return [Edit(Span(at, at), f"{indent}{self.habits.key(change.key)}: {value}{newline}")]

    def inserted(self, change: InsertKey, *, flow: bool) -> str:
        """The value of a new key; `flow`: between braces."""
        if change.items is not None:
            return self.habits.flow_list(change.items, self.habits.items)
        if change.literal:
            return bare(change.text, flow)
        return self.habits.value(change.text, style_like(change.after))

    def key_lines(self, field: Field) -> Span:
        """The whole lines of a key, the comment after its value included."""
        if self.layout.flow_root:
            raise CannotRender("the front matter stands between braces")
        return self.layout.lines(field.key_span.start, field.value.span.end)

    def reorder_keys(self, order: tuple[int, ...]) -> Iterable[Edit]:
        return yaml_keys.reorder_keys(self.layout, order)

    # lists

    def delete_items(self, items: ListValue, gone: list[int]) -> Iterable[Edit]:
        return yaml_lists.delete_items(self.layout, items, gone)

    def insert_item(self, change: InsertItem) -> Iterable[Edit]:
        return yaml_lists.insert_item(self.layout, self.habits, change)
