"""The proof by the second parser, entry by entry: it reads those alone that a fix touches.

Of entries that stand apart each reads the same alone, so that one whose text stays needs no reading
to be known to stay; nor does one that goes with all its lines, where it surely is one entry. Where
this does not prove a fix, the whole block is read for a word on it.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

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

_LONGEST = 200
"""Characters of an entry that is remembered once it was read."""


def is_proved(before: Article, after: Article, changes: tuple[Change, ...]) -> bool:
    """True when the second parser surely reads in `after` what the changes are to bring about."""
    places = _places(changes)
    olds, news = frontmatter.entries(before), frontmatter.entries(after)
    if places is None or olds is None or news is None:
        return False
    gone = {change.field.key_span for change in changes if isinstance(change, DeleteKey)}
    at = 0
    for field, old in zip(before.fields, olds, strict=True):
        start, end = field.key_span.start, field.value.span.end
        about = [place for place in places if start <= place <= end]
        if not about and at < len(news) and _says_the_same(old, news[at]):
            at += 1
            continue
        if field.key_span in gone and about == [start] and _is_one(old):
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
        read = _read_entry(entry) if len(entry) <= _LONGEST else _read_again(entry)
        if read is None or len(read.pairs) != 1:
            return None
        pairs += read.pairs
    return Pairs(tuple(pairs))


def _read_again(entry: str) -> Pairs | None:
    return frontmatter.read_again("yaml", entry)


@lru_cache(maxsize=4096)
def _read_entry(entry: str) -> Pairs | None:
    """A short entry as the second parser reads it: thousands of articles have the same source, or
    get the same one."""
    return _read_again(entry)


def _says_the_same(old: str, new: str) -> bool:
    """True for the same text, whatever the number of empty lines below it: those belong to no value
    but that of a block scalar, which has one of two signs."""
    if old == new:
        return True
    block = "|" in old or ">" in old
    return not block and old[-1:] == new[-1:] == "\n" and old.rstrip("\n") == new.rstrip("\n")


def _is_one(entry: str) -> bool:
    """True where none of the lines below the first one can begin another entry, for any reader: all
    are empty, indented, items or comments."""
    if "\r" in entry:
        return False
    lines = entry.split("\n")[1:]
    return all(not line or line[0] in " #" or line[:2] == "- " for line in lines)


def _places(changes: Iterable[Change]) -> list[int] | None:
    """Where the values and keys stand that changes are about; None for keys that move."""
    places: list[int] = []
    for change in changes:
        match change:
            case SetScalar() | Quote() | Requote():
                places.append(change.scalar.span.start)
            case DeleteItem() | InsertItem():
                places.append(change.items.span.start)
            case SetList() | RestyleList() | RenameKey() | DeleteKey():
                places.append(change.field.key_span.start)
            case InsertKey():
                places.append(change.after.key_span.start)
            case ReplaceText():
                pass  # no value changes, and the text is compared
            case _:
                return None
    return places
