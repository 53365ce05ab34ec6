"""What is known of each article of a run, in columns: of a hundred thousand articles a list of
objects would fill the memory."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Generic, TypeVar

from newslint.site.spool import Lying, Several, Source

_Value = TypeVar("_Value")

_MOST_BITS = 24
"""Of the places in a table in which numbers are looked for that are there more than once."""


class Column(Generic[_Value]):
    """A value of each article; there are few different ones."""

    def __init__(self) -> None:
        self.values: list[_Value] = []
        self._number: dict[_Value, int] = {}
        self._at = array("I")

    def add(self, value: _Value) -> None:
        """That of the next article."""
        self._at.append(self.number(value))

    def repeat(self, number: int, times: int) -> None:
        """The value with this number for as many of the next articles."""
        self._at.extend([number] * times)

    def number(self, value: _Value) -> int:
        """The number of a value in `values`, that of a new one too."""
        number = self._number.get(value)
        if number is None:
            number = self._number[value] = len(self.values)
            self.values.append(value)
        return number

    def __getitem__(self, index: int) -> _Value:
        return self.values[self._at[index]]

    def __setitem__(self, index: int, value: _Value) -> None:
        self._at[index] = self.number(value)

    def __len__(self) -> int:
        return len(self._at)

    def extend(self, other: Column[_Value], picks: Sequence[int]) -> None:
        """Some values of another column."""
        numbers = [*map(self.number, other.values)]
        self._at.extend([numbers[other._at[index]] for index in picks])

    @property
    def packed(self) -> tuple[list[_Value], bytes]:
        """All of it, as values and bytes."""
        return self.values, self._at.tobytes()

    def unpack(self, packed: tuple[list[_Value], bytes]) -> None:
        """Take what was packed. Raises ValueError for what was not."""
        self.values = [tuple(one) if isinstance(one, list) else one for one in packed[0]]  # type: ignore[misc]
        self._number = {value: number for number, value in enumerate(self.values)}
        self._at.frombytes(packed[1])
        if max(self._at, default=-1) >= len(self.values):
            raise ValueError("a row names what is not there")

    def of(self, indices: Iterable[int]) -> Counter[_Value]:
        """How many of these articles have each value."""
        numbers = Counter(map(self._at.__getitem__, indices))
        return Counter({self.values[number]: count for number, count in numbers.items()})


def in_order(indices: Sequence[int], key: Callable[[int], str]) -> Sequence[int]:
    """Indices in the order of the texts that they have. Mostly they are: no list is made of all
    texts."""
    if all(first <= second for first, second in pairwise(map(key, indices))):
        return indices
    return array("Q", sorted(indices, key=key))


def repeated(numbers: Callable[[], Iterable[int]], many: int) -> Iterator[int]:
    """Of some numbers, about so `many`, those that perhaps are there more than once, as often as
    they are; those are alike that have the last 24 bits in common. Most are there once, and nothing
    is kept of them but a mark in a table."""
    size = 1 << min(many.bit_length() + 2, _MOST_BITS)
    seen = bytearray(size)
    for number in numbers():
        place = number % size
        seen[place] = 2 if seen[place] else 1
    return (number for number in numbers() if seen[number % size] > 1)


class Lists:
    """Numbers of each article, as many as it has: "I" those of 4 bytes, "Q" of 8. Those `before`
    the first that is added have none."""

    def __init__(self, kind: str, before: int = 0) -> None:
        self.data = array(kind)
        self._ends = array("I", bytes(4 * before))
        self._new: dict[int, Sequence[int]] = {}

    def add(self, numbers: Iterable[int]) -> None:
        """Those of the next article."""
        self.data.extend(numbers)
        self._ends.append(len(self.data))

    def __getitem__(self, index: int) -> Sequence[int]:
        if index in self._new:
            return self._new[index]
        return self.data[self._ends[index - 1] if index else 0 : self._ends[index]]

    def __setitem__(self, index: int, numbers: Iterable[int]) -> None:
        self._new[index] = tuple(numbers)

    def __len__(self) -> int:
        return len(self._ends)

    def skip(self, number: int) -> None:
        """As many articles that have none."""
        self._ends.extend([len(self.data)] * number)

    def extend(
        self, other: Lists, picks: Sequence[int], numbers: Sequence[int] | None = None
    ) -> None:
        """Those of some articles of another; in place of each the one that `numbers` has there."""
        before, data = len(self.data), other.data
        if len(picks) == len(other) and not other._new:
            self.data.extend(data if numbers is None else [numbers[one] for one in data])
            self._ends.extend([before + end for end in other._ends])
            return
        for index in picks:
            mine = other[index]
            self.add(mine if numbers is None else [numbers[one] for one in mine])

    @property
    def packed(self) -> tuple[bytes, bytes]:
        """All of it, as bytes."""
        return self.data.tobytes(), self._ends.tobytes()

    def unpack(self, packed: tuple[bytes, bytes]) -> None:
        """Take what was packed. Raises ValueError for what was not."""
        self.data.frombytes(packed[0])
        self._ends.frombytes(packed[1])
        if [*self._ends] != sorted(self._ends) or (self._ends or [0])[-1] != len(self.data):
            raise ValueError("rows without an end")

    def of(self, indices: Sequence[int]) -> Iterable[int]:
        """Those of some articles, one after the other."""
        if len(indices) == len(self._ends) and not self._new:
            return self.data
        return (number for index in indices for number in self[index])


class Places:
    """Where bytes of each article lie."""

    def __init__(self) -> None:
        self._sources: Column[Source] = Column()
        self._places = array("Q")
        self._lengths = array("I")

    def add(self, lying: Lying) -> None:
        """Where those of the next article lie."""
        self.extend(Several(lying.source, [lying.place], [lying.length]))

    def extend(self, several: Several) -> None:
        """Where those of the next articles lie."""
        number = self._sources.number(several.source)
        self._sources.repeat(number, len(several.places))
        self._places.extend(several.places)
        self._lengths.extend(several.lengths)

    def __getitem__(self, index: int) -> Lying:
        return Lying(self._sources[index], self._places[index], self._lengths[index])
