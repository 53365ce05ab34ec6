"""The results of several files as one value, as a worker process hands them over and a store keeps
them: what is asked of all at once in columns, the rest as bytes, one article after the other.
"""

from __future__ import annotations

import os
from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, groupby, pairwise
from pathlib import Path

from newslint.files.ask import Question
from newslint.files.paths import names_of
from newslint.model.records import NamedTuple
from newslint.site.codec import Sent, Where, dumps
from newslint.site.few import Block
from newslint.site.record import Kept, Record
from newslint.site.rows import Rows
from newslint.site.spool import Several, Spool


class Resting(NamedTuple):
    """What the results of a lot rest on together: as in `Record`, where it is the same for all;
    `steady` is False where it is not, or not known."""

    slot: str
    site: tuple[tuple[Question, str], ...]
    steady: bool


class Lot(NamedTuple):
    """Results of files of one folder, in their order, `number` of them.

    `rows` are their packed Rows. `data` has the facts of all, then what was found in all, then what
    each rests on (as JSON, empty where it may not be kept); `lengths` are those of these parts, in
    this order, four bytes each.
    """

    number: int
    where: Where
    rests: Resting
    rows: bytes
    data: bytes
    lengths: bytes

    @property
    def spans(self) -> Spans:
        """Where the parts lie in `data`."""
        return Spans(self.number, array("I", self.lengths))


class Spans:
    """Where the parts of a lot lie in its data: three of each article."""

    __slots__ = ("_lengths", "_number")

    def __init__(self, number: int, lengths: array[int]) -> None:
        self._number = number
        self._lengths = lengths

    @property
    def size(self) -> int:
        """Of all the data."""
        return sum(self._lengths)

    def facts(self, start: int = 0) -> tuple[Sequence[int], Sequence[int]]:
        """The places and the lengths of the facts, for data that begin at a place."""
        return self._part(0, start)

    def found(self, start: int = 0) -> tuple[Sequence[int], Sequence[int]]:
        """Those of what was found."""
        return self._part(1, start)

    def _part(self, at: int, start: int) -> tuple[Sequence[int], Sequence[int]]:
        begin, end = at * self._number, (at + 1) * self._number
        lengths = self._lengths[begin:end]
        first = start + sum(self._lengths[:begin])
        return array("Q", accumulate(lengths[:-1], initial=first)), lengths

    def cut(self, data: bytes) -> list[tuple[bytes, bytes, bytes]]:
        """The three parts of each article."""
        ends = accumulate(self._lengths, initial=0)
        parts = [data[start:end] for start, end in pairwise(ends)]
        number = self._number
        return [*zip(parts[:number], parts[number : 2 * number], parts[2 * number :], strict=True)]

    def is_kept(self, index: int) -> bool:
        """False for an article whose result may not be kept."""
        return bool(self._lengths[2 * self._number + index])


def block(files: Sequence[Path], lot: Lot, spool: Spool) -> Block:
    """The results of a lot, of which the bytes are put in a spool."""
    start, spans = spool.put(lot.data).place, lot.spans
    facts, found = Several(spool, *spans.facts(start)), Several(spool, *spans.found(start))
    return Block(names_of(files), lot.where, Rows.unpack(lot.rows), range(lot.number), facts, found)


def lots(results: Iterable[Kept]) -> list[Lot | Kept]:
    """The results of some files, in their order; one without bytes for itself."""
    made: list[Lot | Kept] = []
    for (_, is_sent, where), several in groupby(results, key=_together):
        kept = [*several]
        made += [_lot(kept, where)] if is_sent else kept
    return made


def _together(kept: Kept) -> tuple[str, bool, Where]:
    folder = os.path.split(kept.path)[0]
    return folder, isinstance(kept.result, Sent), kept.where


def _lot(several: Sequence[Kept], where: Where) -> Lot:
    rows = Rows()
    facts, found = [], []
    for one in several:
        assert isinstance(one.result, Sent)
        rows.add(one.result.known)
        facts.append(one.result.facts)
        found.append(one.result.found)
    heads = [*map(_head, several)]
    parts = [*facts, *found, *heads]
    lengths = array("I", map(len, parts)).tobytes()
    return Lot(len(several), where, rests(several), rows.pack(), b"".join(parts), lengths)


def _head(kept: Kept) -> bytes:
    record = kept.record
    return dumps(record[1:5]) if record is not None and record.digest else b""


def rests(several: Sequence[Kept]) -> Resting:
    """What these results rest on together."""
    records = [one.record for one in several]
    slots = {record.slot for record in records if record is not None}
    if not _are_steady(records) or len(slots) != 1:
        return Resting("", (), steady=False)
    return Resting(slots.pop(), tuple(_asked(records)), steady=True)


def _are_steady(records: Iterable[Record | None]) -> bool:
    return all(record is not None and record.steady for record in records)


def _asked(records: Iterable[Record | None]) -> Iterator[tuple[Question, str]]:
    for record in records:
        yield from record.site if record is not None else ()
