"""What is asked of all articles at once, a row each, in columns; a store keeps it as bytes."""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from msgspec import msgpack

from newslint.site.about import About
from newslint.site.codec import Known
from newslint.site.columns import Column, Lists

NOTHING = About("", (), b"", (), -1, 0, 0, (), is_silenced=False)
"""Of what is no article."""

SILENCED = 2
"""In `Rows.has_facts`: the article has a comment that silences. Of other articles it has 1."""


class Rows:
    """What is asked of articles, in the order in which they are added: the columns are the parts of
    `Known` and of `About`. `untold` are the rules that one of them does not tell about."""

    def __init__(self) -> None:
        self.has_facts = bytearray()
        self.asked: Column[bytes | None] = Column()
        self.briefs: Column[bytes] = Column()
        self.rules: Column[str] = Column()
        self.shapes: Column[bytes] = Column()
        self.above: Column[int] = Column()
        self.nodes = array("I")
        self.bundles = array("Q")
        self.places_above: Column[tuple[int, ...]] = Column()
        self.told: Column[bytes] = Column()
        self.tells = Lists("I")
        self.marks: list[Lists] = []
        self.untold: set[int] = set()

    def __len__(self) -> int:
        return len(self.has_facts)

    def add(self, known: Known) -> None:
        """One more article."""
        about = known.about or NOTHING
        self.asked.add(known.asked)
        self.briefs.add(known.briefs)
        self.rules.add(about.rules)
        self.shapes.add(about.shape)
        self.above.add(about.above)
        self.nodes.append(about.node)
        self.bundles.append(about.bundle)
        self.places_above.add(about.places_above)
        self.tells.add(map(self.told.number, about.telling))
        for column, marks in self._marked(about):
            column.add(marks)
        self.has_facts.append(_mark(known.about))

    def renew(self, index: int, about: About | None) -> None:
        """Another article in place of one, of which the same was asked."""
        self.has_facts[index] = _mark(about)
        about = about or NOTHING
        self.rules[index] = about.rules
        self.shapes[index] = about.shape
        self.above[index] = about.above
        self.nodes[index] = about.node
        self.bundles[index] = about.bundle
        self.places_above[index] = about.places_above
        self.tells[index] = map(self.told.number, about.telling)
        for column, marks in self._marked(about):
            column[index] = marks

    def extend(self, other: Rows, picks: Sequence[int]) -> None:
        """Some rows of others."""
        before = len(self)
        for mine, theirs in zip(self._columns, other._columns, strict=True):
            mine.extend(theirs, picks)
        self.nodes.extend([other.nodes[index] for index in picks])
        self.bundles.extend([other.bundles[index] for index in picks])
        self.tells.extend(other.tells, picks, [*map(self.told.number, other.told.values)])
        while len(self.marks) < len(other.marks):
            self.marks.append(Lists("Q", before))
        for at, column in enumerate(self.marks):
            if at < len(other.marks):
                column.extend(other.marks[at], picks)
            else:
                column.skip(len(picks))
        self.untold |= other.untold
        self.has_facts.extend([other.has_facts[index] for index in picks])

    def pack(self) -> bytes:
        """All rows as bytes."""
        columns = [one.packed for one in self._columns]
        lists = [one.packed for one in (self.tells, *self.marks)]
        nodes = self.nodes.tobytes(), self.bundles.tobytes()
        said = *nodes, bytes(self.has_facts), sorted(self.untold), self.told.values
        return msgpack.encode((sys.byteorder, columns, lists, *said))

    @classmethod
    def unpack(cls, data: bytes) -> Rows:
        """Rows that were packed. Raises ValueError for what are none."""
        order, columns, several, nodes, bundles, has_facts, untold, told = _decode(data)
        rows = cls()
        if order != sys.byteorder or len(columns) != len(rows._columns) or not several:
            raise ValueError("no rows of this machine")
        rows.has_facts = bytearray(has_facts)
        for column, packed in zip(rows._columns, columns, strict=True):
            column.unpack(packed)
        rows.nodes.frombytes(nodes)
        rows.bundles.frombytes(bundles)
        rows.told.values = told
        rows.tells.unpack(several[0])
        rows.marks = [Lists("Q") for _ in several[1:]]
        for mine, theirs in zip(rows.marks, several[1:], strict=True):
            mine.unpack(theirs)
        rows.untold = set(untold)
        lists = [rows.tells, *rows.marks]
        lengths = [*map(len, rows._columns), *map(len, lists)]
        if {len(rows.nodes), len(rows.bundles), *lengths} - {len(rows)}:
            raise ValueError("rows of different length")
        if max(rows.tells.data, default=-1) >= len(told):
            raise ValueError("a row names what is not there")
        return rows

    @property
    def _columns(self) -> tuple[Column[Any], ...]:
        return self.asked, self.briefs, self.rules, self.shapes, self.above, self.places_above

    def _marked(self, about: About) -> Iterator[tuple[Lists, Iterable[int]]]:
        """The marks of an article for each column."""
        while len(self.marks) < len(about.marks):
            self.marks.append(Lists("Q", len(self)))
        for at, column in enumerate(self.marks):
            mine = about.marks[at] if at < len(about.marks) else ()
            if mine is None:
                self.untold.add(at)
            yield column, mine or ()


def _mark(about: About | None) -> int:
    if about is None:
        return 0
    return SILENCED if about.is_silenced else 1


_Packed = tuple[
    str,
    list[tuple[list[Any], bytes]],
    list[tuple[bytes, bytes]],
    bytes,
    bytes,
    bytes,
    list[int],
    list[bytes],
]
_decode = msgpack.Decoder(_Packed).decode
