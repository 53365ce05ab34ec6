"""The proof entry by entry: it looks into those alone that a fix touches.

Of entries that stand apart each reads the same alone, so that one whose text stays needs no second
reading to be known to stay; nor does one that goes with all its lines, where it surely is one
entry. Where this does not prove a fix, the whole block is looked at for a word on it.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from newslint import frontmatter
from newslint.frontmatter.plain import Pairs, Tree, as_pairs, as_tree, differing_key
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
from newslint.model.records import NamedTuple
from newslint.model.values import Field, Scalar, Value
from newslint.site_article import Article

_LONGEST = 200
"""Characters of an entry that is remembered once it was read."""


class Entry(NamedTuple):
    """An entry of the text before, and what takes its place: itself, and keys that come behind it.

    `old` and `news` are texts. `about`: a change is about something in it, or about keys behind it;
    `edited`: about something in it.
    """

    field: Field
    old: str
    fields: tuple[Field, ...]
    news: tuple[str, ...]
    about: bool
    edited: bool

    @property
    def stays(self) -> bool:
        """True where no change is about it, and nothing but empty lines below it differs."""
        return not self.about and _says_the_same(self.old, self.news[0])

    @property
    def goes(self) -> bool:
        """True where all of it goes, and it surely is one entry."""
        return not self.news and _is_one(self.old)


def entries(
    before: Article, after: Article, changes: tuple[Change, ...]
) -> tuple[Entry, ...] | None:
    """The entries with what becomes of each; None where they are not known to stand apart, or where
    another number of them is left than the changes say."""
    places = _places(changes)
    olds, news = frontmatter.entries(before), frontmatter.entries(after)
    if places is None or olds is None or news is None:
        return None
    gone = {change.field.key_span.start for change in changes if isinstance(change, DeleteKey)}
    come = [change.after.key_span.start for change in changes if isinstance(change, InsertKey)]
    found: list[Entry] = []
    at = 0
    for field, old in zip(before.fields, olds, strict=True):
        start, end = field.key_span.start, field.value.span.end
        number = sum([start <= place <= end for place in places])
        added = come.count(start)
        to = at + (start not in gone) + added
        found.append(
            Entry(field, old, after.fields[at:to], news[at:to], number > 0, number > added)
        )
        at = to
    return tuple(found) if at == len(news) else None


def is_proved_twice(entries: Iterable[Entry], changes: tuple[Change, ...]) -> bool:
    """True when the second parser surely reads what the changes are to bring about."""
    return all(one.stays or one.goes or _is_read_again(one, changes) for one in entries)


def is_proved(
    before: Article, after: Article, entries: tuple[Entry, ...], changes: tuple[Change, ...]
) -> bool:
    """True when both parsers surely read what the changes are to bring about, and every comment and
    every entry that no change is about stays as it is written.

    False where comments, line ends or names of keys are to be looked into.
    """
    if any(isinstance(change, RenameKey) for change in changes):
        return False
    if _has_returns(before) or _has_returns(after) or _lead(before) != _lead(after):
        return False
    spliced = any(isinstance(change, ReplaceText) for change in changes)
    return all(_is_entry_proved(one, changes, spliced) for one in entries)


def _is_entry_proved(entry: Entry, changes: tuple[Change, ...], spliced: bool) -> bool:
    if entry.stays:
        field, new = entry.field, entry.fields[0]
        return field.key == new.key and _reads_alike(field.value, new.value)
    if "#" in entry.old or any("#" in new for new in entry.news):
        return False  # there may be a comment
    if entry.goes:
        return True
    if not entry.edited and not spliced and not _says_the_same(entry.old, entry.news[0]):
        return False
    wanted = _wanted(as_pairs((entry.field,)), entry, changes)
    if wanted is None or differing_key(as_pairs(entry.fields), wanted) is not None:
        return False
    return _is_read_again(entry, changes)


def _is_read_again(entry: Entry, changes: tuple[Change, ...]) -> bool:
    """True when the second parser reads what becomes of an entry as the changes say."""
    read, made = _read((entry.old,)), _read(entry.news)
    wanted = _wanted(read, entry, changes) if read is not None else None
    return made is not None and wanted is not None and differing_key(made, wanted) is None


def _wanted(read: Pairs, entry: Entry, changes: tuple[Change, ...]) -> Pairs | None:
    """What is to become of an entry; None where the parser has read it otherwise than the first."""
    try:
        return intended(read, (entry.field,), changes)
    except ValueError:
        return None


def _reads_alike(one: Value, other: Value) -> bool:
    """True for the same value, wherever it stands."""
    if isinstance(one, Scalar) and isinstance(other, Scalar):
        return one.text == other.text and one.kind == other.kind
    return as_tree(one) == as_tree(other)


def _lead(article: Article) -> str:
    """What stands above the first key, after the delimiter."""
    assert article.block is not None
    return article.text[article.block.content.start : article.fields[0].key_span.start]


def _has_returns(article: Article) -> bool:
    assert article.block is not None
    return article.text.find("\r", 0, article.block.body) >= 0


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
