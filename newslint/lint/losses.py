"""What changes would take away of what someone wrote, or contradict in a field beside them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from unicodedata import normalize

from newslint import frontmatter
from newslint.frontmatter.plain import as_tree
from newslint.model.article import DATE_ROLES
from newslint.model.changes import (
    Change,
    DeleteItem,
    DeleteKey,
    InsertItem,
    RenameKey,
    ReplaceText,
    SetScalar,
)
from newslint.model.spans import Span
from newslint.model.values import Field, ListValue, Scalar, Value, every_field
from newslint.rule import shorten
from newslint.site_article import Article
from newslint.text.copies import Rewritten, form, names_digest

_DIRECTIVE = r"#\s*newslint:\s*(?:ignore-file|ignore)(?:\s*\[[^\]]*\][^#]*)?\s*"
"""A comment that speaks to newslint, with the reason that it gives, up to another comment."""

_LEAST_COPIED = 8
"""Characters of a text of which another field may be a digest: of shorter ones nobody makes any."""


MOST_COMPARED = 100_000
"""Pairs of values that are compared for one set of changes: about half a second."""


def lost(article: Article, changes: Iterable[Change]) -> str:
    """The key, item or whole text that changes would take away, in words; else empty."""
    changes = tuple(changes)
    staying: list[Field] = []
    gone = {change.field.key_span for change in changes if isinstance(change, DeleteKey)}
    if gone:
        staying = [one for one in every_field(article.fields) if one.key_span not in gone]
    for change in changes:
        match change:
            case RenameKey():
                return f"the key `{change.field.key}` would be renamed to `{change.key}`"
            case DeleteKey() if not _is_repeated(change.field, staying):
                return f"the key `{change.field.key}` would be lost"
            case SetScalar() if change.scalar.text.strip() and not change.text.strip():
                return f"the text of `{_key(article, change.scalar)}` would be lost"
    return _lost_item(article, changes)


def _is_repeated(field: Field, staying: Iterable[Field]) -> bool:
    """True when one of the fields that stay has the same key and the same value."""
    return any(
        other.key == field.key and as_tree(other.value) == as_tree(field.value) for other in staying
    )


def contradicted(article: Article, changes: Iterable[Change]) -> str:
    """The field that holds a copy of a text that changes, in words; else empty."""
    texts = _long_texts(changes)
    if not texts:
        return ""
    work, beside = MOST_COMPARED, _beside(article)
    for change in texts:
        rewritten = _rewritten(change.scalar.text, change.text)
        work -= len(beside.values if rewritten.is_address else beside.coded)
        if work < 0:
            return "the file has too many values to look for copies of those that change"
        if copy := _copy(beside, change.scalar, rewritten):
            key = _key(article, change.scalar)
            return f"`{copy}` holds a copy of `{key}`, or was made from it"
    return ""


@lru_cache(maxsize=256)
def _rewritten(old: str, new: str) -> Rewritten:
    """Many articles name one source, or one category."""
    return Rewritten(old, new)


_Value = tuple[str, Scalar, int]
"""A key, one of its values, and what that may be by its letters (`copies.form`)."""


class _Beside:
    """The values of an article, and those of them that may be digests: each fix asks for them."""

    last: _Beside | None = None

    def __init__(self, article: Article) -> None:
        self.article = article
        self.values: list[_Value] = [
            (field.key, value, form(value.text))
            for field in every_field(article.fields)
            for value in _own(field)
        ]
        self.coded = [one for one in self.values if one[2]]
        self.forms = {form for _, _, form in self.coded}
        self.keys = {key for key, _, _ in self.values}
        self.names_digest = any(names_digest(key) for key, _, _ in self.coded)


def _beside(article: Article) -> _Beside:
    known = _Beside.last
    if known is None or known.article is not article:
        known = _Beside.last = _Beside(article)
    return known


def lost_words(article: Article, changes: Iterable[Change]) -> str:
    """The text that would lose words, in words; else empty. The form of a date is none.

    What is written into the same article elsewhere is not lost.
    """
    changes = tuple(changes)
    more = "".join(change.text for change in changes if isinstance(change, InsertItem))
    for change in changes:
        if isinstance(change, SetScalar):
            if not _loses_words(change.scalar.text, change.text + more):
                continue
            field = _holder(article, change.scalar)
            if field is None or field.role not in DATE_ROLES:
                return f"words of `{_key(article, change.scalar)}` would be lost"
    return ""


def _long_texts(changes: Iterable[Change]) -> list[SetScalar]:
    """The changes of texts of which another field may hold a copy."""
    texts = (change for change in changes if isinstance(change, SetScalar))
    return [change for change in texts if len(change.scalar.text) >= _LEAST_COPIED]


def _key(article: Article, value: Value) -> str:
    field = _holder(article, value)
    return field.key if field else ""


def _holder(article: Article, value: Value) -> Field | None:
    """The innermost field with this value, or with the list that it is an item of."""
    start, end = value.span
    found = None
    for top in article.fields:
        outer = top.value.span
        if outer.start <= start and end <= outer.end:
            for field in every_field((top,)):
                inner = field.value.span
                if inner.start <= start and end <= inner.end:
                    found = field
    return found


def _loses_words(old: str, new: str) -> bool:
    """True for prose of which letters or digits go and none come in their place.

    An address or a single word is not prose.
    """
    if "://" in old or len(old.split()) < 2:
        return False
    return len(_letters(new)) < len(_letters(old))


def _letters(text: str) -> str:
    """The letters and digits of a text, however they are encoded in it."""
    plain = text
    if "&" in text:
        from html import unescape

        plain = unescape(unescape(text))
    return "".join(filter(str.isalnum, normalize("NFKC", plain))).casefold()


def _lost_item(article: Article, changes: tuple[Change, ...]) -> str:
    """An item that goes is nothing, or one that stays says the same; and no list gets empty."""
    gone: dict[Span, tuple[ListValue, set[int]]] = {}
    for change in changes:
        if isinstance(change, DeleteItem):
            gone.setdefault(change.items.span, (change.items, set()))[1].add(change.index)
    reasons = (_lost_of(_key(article, items), items, indexes) for items, indexes in gone.values())
    return next((reason for reason in reasons if reason), "")


def _lost_of(key: str, items: ListValue, gone: set[int]) -> str:
    """What would be lost of a list without the items at these indexes."""
    staying = [item for at, item in enumerate(items.items) if at not in gone]
    left = [as_tree(item) for item in staying]
    if all(map(_is_nothing, staying)):
        return f"`{key}` would be an empty list"
    going = (items.items[at] for at in sorted(gone))
    lost = next((one for one in going if not _is_nothing(one) and as_tree(one) not in left), None)
    return f"{_item(lost)} of `{key}` would be lost" if lost is not None else ""


def _item(value: Value) -> str:
    return f"the item {shorten(value.text)}" if isinstance(value, Scalar) else "an item"


def _is_nothing(value: Value) -> bool:
    return isinstance(value, Scalar) and (value.kind == "null" or not value.text)


def _copy(beside: _Beside, old: Scalar, rewritten: Rewritten) -> str:
    """The key of a field that holds a digest or a part of the old text; empty when none does.

    What says the same in the same top-level field is no copy: the rule looks at it too.
    """
    others, span = beside.coded, old.span
    may_be = rewritten.may_be_digest(beside.forms)
    if rewritten.is_address:
        texts = "\n".join([value.text for _, value, _ in beside.values if value.span != span])
        if rewritten.may_be_repeated(beside.keys, texts):
            others, may_be = beside.values, True
        may_be = may_be or beside.names_digest
    for key, value, kind in others if may_be else ():
        if value.span == span or not rewritten.is_in(key, value.text, kind):
            continue
        if not _says_the_same(beside.article, old, value):
            return key
    return ""


def _says_the_same(article: Article, old: Scalar, other: Scalar) -> bool:
    """True for the same text in the same top-level field."""
    if other.text != old.text:
        return False
    return any(
        field.key_span.start <= old.span.start < field.value.span.end
        and field.key_span.start <= other.span.start < field.value.span.end
        for field in article.fields
    )


def _own(field: Field) -> Iterable[Scalar]:
    """The single values of a field that no inner key has."""
    value = field.value
    return (value,) if isinstance(value, Scalar) else _in_lists(value)


def _in_lists(value: Value) -> Iterator[Scalar]:
    values = [value]
    while values:
        value = values.pop()
        if isinstance(value, Scalar):
            yield value
        elif isinstance(value, ListValue):
            values += value.items


def uncommented(before: Article, after: Article, changes: Iterable[Change]) -> str:
    """Names a comment that would be lost, but for one to newslint that a change is about."""
    splices = [change for change in changes if isinstance(change, ReplaceText)]
    gone = Counter(comments_of(before).values()) - Counter(comments_of(after).values())
    for start, text in comments_of(before).items():
        if gone[text] and _is_about(splices, start, text):
            gone[text] -= 1
    first = next(iter(+gone), "")
    return f"the comment {shorten(first)} would be lost" if first else ""


def _is_about(splices: Iterable[ReplaceText], start: int, text: str) -> bool:
    """True for a comment to newslint that a change takes out, or names fewer rules in; another one
    after it stays."""
    directive = re.match(_DIRECTIVE, text)
    rest = text[directive.end() :] if directive else text
    return directive is not None and any(
        splice.span.start <= start < splice.span.end and splice.text.rstrip().endswith(rest)
        for splice in splices
    )


def comments_of(article: Article) -> dict[int, str]:
    """The comments by their places, without blanks after them."""
    if article.block is None:
        return {}
    found = frontmatter.comments(article.text, article.block, article.fields)
    return {comment.span.start: comment.text.rstrip() for comment in found}
