"""What is known of each article of a run, in columns: of a hundred thousand articles a list of
objects would fill the memory."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

from newslint.site.spool import Lying, Source

_Value = TypeVar("_Value")


class Column(Generic[_Value]):
    """A value of each article; there are few different ones."""

    def __init__(self) -> None:
        self.values: list[_Value] = []
        self._number: dict[_Value, int] = {}
        self._at = array("I")

    def add(self, value: _Value) -> None:
        """That of the next article."""
        self._at.append(self.number(value))

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

    def of(self, indices: Iterable[int]) -> Counter[_Value]:
        """How many of these articles have each value."""
        numbers = Counter(map(self._at.__getitem__, indices))
        return Counter({self.values[number]: count for number, count in numbers.items()})


class Lists:
    """Numbers of each article, as many as it has: "I" those of 4 bytes, "Q" of 8. Those `before`
    the first that is added have none."""

    def __init__(self, kind: str, before: int = 0) -> None:
        self._data = array(kind)
        self._ends = array("I", bytes(4 * before))
        self._new: dict[int, Sequence[int]] = {}

    def add(self, numbers: Iterable[int]) -> None:
        """Those of the next article."""
        self._data.extend(numbers)
        self._ends.append(len(self._data))

    def __getitem__(self, index: int) -> Sequence[int]:
        if index in self._new:
            return self._new[index]
        return self._data[self._ends[index - 1] if index else 0 : self._ends[index]]

    def __setitem__(self, index: int, numbers: Iterable[int]) -> None:
        self._new[index] = tuple(numbers)

    def of(self, indices: Sequence[int]) -> Iterable[int]:
        """Those of some articles, one after the other."""
        if len(indices) == len(self._ends) and not self._new:
            return self._data
        return (number for index in indices for number in self[index])


class Places:
    """Where bytes of each article lie."""

    def __init__(self) -> None:
        self._sources: Column[Source] = Column()
        self._places = array("Q")
        self._lengths = array("I")

    def add(self, lying: Lying) -> None:
        """Where those of the next article lie."""
        self._sources.add(lying.source)
        self._places.append(lying.place)
        self._lengths.append(lying.length)

    def __getitem__(self, index: int) -> Lying:
        return Lying(self._sources[index], self._places[index], self._lengths[index])
