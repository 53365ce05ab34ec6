"""The proof by the second parser, entry by entry: it reads those alone that a fix touches.

Of entries that stand apart each reads the same alone, so that one whose text stays needs no reading
to be known to stay. Where this does not prove a fix, the whole block is read for a word on it.
"""

from __future__ import annotations

from collections.abc import Iterable

from newslint import frontmatter
from newslint.frontmatter.plain import Pairs, Tree, differing_key
from newslint.lint.expected import intended
from newslint.model.changes import (
    Change,
    DeleteItem,
    DeleteKey,
    InsertItem,
    InsertKey,
    Quote,
    RenameKey,
    ReplaceText,
    Requote,
    RestyleList,
    SetList,
    SetScalar,
)
from newslint.site_article import Article


def is_proved(before: Article, after: Article, changes: tuple[Change, ...]) -> bool:
    """True when the second parser surely reads in `after` what the changes are to bring about."""
    places = _places(changes)
    olds, news = frontmatter.entries(before), frontmatter.entries(after)
    if places is None or olds is None or news is None:
        return False
    at = 0
    for field, old in zip(before.fields, olds, strict=True):
        touched = any(field.key_span.start <= place <= field.value.span.end for place in places)
        if not touched and news[at : at + 1] == (old,):
            at += 1
            continue
        read = _read((old,))
        if read is None:
            return False
        try:
            wanted = intended(read, (field,), changes)
        except ValueError:
            return False
        made = _read(news[at : at + len(wanted.pairs)])
        if made is None or differing_key(made, wanted) is not None:
            return False
        at += len(wanted.pairs)
    return at == len(news)


def _read(entries: Iterable[str]) -> Pairs | None:
    """The entries as the second parser reads them; None where one is not one pair to it."""
    pairs: list[tuple[str, Tree]] = []
    for entry in entries:
        read = frontmatter.read_again("yaml", entry)
        if read is None or len(read.pairs) != 1:
            return None
        pairs += read.pairs
    return Pairs(tuple(pairs))


def _places(changes: Iterable[Change]) -> set[int] | None:
    """Where the values and keys stand that changes are about; None for keys that move."""
    places = set()
    for change in changes:
        match change:
            case SetScalar() | Quote() | Requote():
                places.add(change.scalar.span.start)
            case DeleteItem() | InsertItem():
                places.add(change.items.span.start)
            case SetList() | RestyleList() | RenameKey() | DeleteKey():
                places.add(change.field.key_span.start)
            case InsertKey():
                places.add(change.after.key_span.start)
            case ReplaceText():
                pass  # no value changes, and the text is compared
            case _:
                return None
    return places
