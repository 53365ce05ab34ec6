"""Parts of a store as they are read and made: articles of a folder, in the order of their names."""

from __future__ import annotations

import json
import os
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any, TypeVar

from newslint.files.ask import Question
from newslint.files.paths import Joined, picked
from newslint.model.records import NamedTuple, dataclass, field
from newslint.site import codec
from newslint.site.columns import in_order
from newslint.site.lot import Spans
from newslint.site.rows import Rows
from newslint.site.spool import Lying, Spool
from newslint.site.table import Body, Part

_One = TypeVar("_One")

LATER: tuple[Body, Body] = ("facts", "found")
"""What is kept of an article besides what is asked of all of them at once."""

MOST_OF_PART = 500
"""Articles of a part that is made; at twice as many it is split."""


@dataclass(slots=True)
class ReadPart:
    """The head of a part: of each article, in the order of the names, what it rests on."""

    folder: str
    first: str
    checksum: bytes
    names: list[str]
    seen: list[str]
    digests: list[str]
    during: list[Any]
    own: dict[Question, str]
    renewed: bool = False
    moved: dict[Body, Lying] = field(default_factory=dict)


class Bodies:
    """What is kept of the articles of a part, read when one of them is asked for."""

    def __init__(self, read: Callable[[], list[bytes] | None]) -> None:
        self._read = read

    def get(self, place: int, length: int) -> bytes | None:  # one by its number
        """That of the article with this number; None where it is damaged or gone."""
        made = self._read()
        return made[place] if made is not None else None


class Entry(NamedTuple):
    """An article: `seen`, `digest`, `during` and `own` of its record, the row of what is asked of
    it, and the bytes of its result."""

    seen: str
    digest: str
    during: Any
    own: list[tuple[Question, str]]
    rows: Rows
    row: int
    facts: bytes
    found: bytes


@dataclass(frozen=True, slots=True, eq=False)
class Fresh:
    """Where new entries lie in the spool: their data begin at `start`, and of their `rows` they are
    the first `number`."""

    start: int
    spans: Spans
    rows: Lying
    number: int

    def entries(self, spool: Spool) -> list[Entry]:
        """All of them. Raises OSError."""
        data, packed = spool.get(self.start, self.spans.size), self.rows.get()
        if data is None or packed is None:
            raise OSError("the spool cannot be read")
        rows, made = Rows.unpack(packed), []
        for row, (facts, found, head) in enumerate(self.spans.cut(data)):
            seen, digest, during, own = json.loads(head) if head else ("", "", None, [])
            asked = [(tuple(question), answer) for question, answer in own]
            made.append(Entry(seen, digest, during, asked, rows, row, facts, found))
        return made


class New:
    """What is new of a folder, by its number: the names, and where the entries lie."""

    def __init__(self) -> None:
        self._paths = Joined()
        self._lots: list[Fresh] = []
        self._of = array("I")
        self._rows = array("I")

    def __len__(self) -> int:
        return len(self._rows)

    def add(self, paths: Sequence[str], lot: Fresh) -> None:
        """Those of a lot that may be kept."""
        rows = [row for row in range(len(paths)) if lot.spans.is_kept(row)]
        self._paths.extend(picked(paths, rows))
        self._of.extend([len(self._lots)] * len(rows))
        self._lots.append(lot)
        self._rows.extend(rows)

    def name(self, number: int) -> str:
        """The name of an article in the folder."""
        return self._paths[number].rpartition(os.sep)[2]

    def in_order(self) -> Sequence[int]:
        """All of them, by their names."""
        return in_order(range(len(self)), self.name)

    def entries(self, numbers: Iterable[int], spool: Spool) -> Iterator[tuple[str, Entry]]:
        """Names and entries: most of what stands together lies together. Raises OSError."""
        last, made = -1, list[Entry]()
        for number in numbers:
            if self._of[number] != last:
                last = self._of[number]
                made = self._lots[last].entries(spool)
            yield self.name(number), made[self._rows[number]]


@dataclass(slots=True)
class Folder:
    """The parts of a folder, by `first`; the place of each article; and what is new."""

    parts: dict[str, ReadPart] = field(default_factory=dict)
    places: dict[str, tuple[ReadPart, int]] = field(default_factory=dict)
    broken: list[str] = field(default_factory=list)
    new: New = field(default_factory=New)


def made_parts(folder: str, entries: dict[str, Entry], own: dict[Question, str]) -> list[Part]:
    """Parts that hold the articles of a folder, by their names; `own` is what was asked for those
    that were kept. Where two answers to one question differ, nothing is kept."""
    made = []
    names = sorted(entries)
    for chunk in chunks(names) if len(names) > 2 * MOST_OF_PART else [names]:
        if not chunk:
            continue
        asked, found = dict(own), [entries[name] for name in chunk]
        if not all(asked.setdefault(q, d) == d for one in found for q, d in one.own):
            continue
        head = [chunk, *([one[i] for one in found] for i in range(3)), list(asked.items())]
        facts, bodies = [one.facts for one in found], [one.found for one in found]
        parts = codec.dumps(head), _rows(found).pack(), codec.joined(facts), codec.joined(bodies)
        made.append(Part(folder, chunk[0], *parts))
    return made


def _rows(entries: list[Entry]) -> Rows:
    """What is asked of the articles, in their order."""
    rows = Rows()
    for _, several in groupby(entries, key=lambda one: id(one.rows)):
        together = [*several]
        rows.extend(together[0].rows, [one.row for one in together])
    return rows


def read_part(folder: str, first: str, checksum: bytes, head: Any) -> ReadPart:
    """A part of which no more than the head was read. Raises ValueError and TypeError."""
    names, seen, digests, during, own = head
    asked = {tuple(words): digest for words, digest in own}
    return ReadPart(folder, first, checksum, names, seen, digests, during, asked)


def chunks(several: Sequence[_One]) -> Iterator[Sequence[_One]]:
    """As many of several as a part holds at a time."""
    for start in range(0, len(several), MOST_OF_PART):
        yield several[start : start + MOST_OF_PART]
