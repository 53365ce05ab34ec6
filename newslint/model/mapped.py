"""A sequence whose items are made of those of another one, each when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar, overload

from newslint.model.tally import Brief

_One = TypeVar("_One")
_Made = TypeVar("_Made")


class InOrder(Sequence[_One]):
    """Results in the order of their paths, each with its diagnostics in order; no path is twice."""

    def parted(
        self, make: Callable[[Iterable[_One]], _Made], jobs: int | None = None
    ) -> tuple[Iterator[_Made], Mapping[tuple[Brief, ...], int]]:
        """What is made of those of the results of which something may be said once, in order, of
        several at a time; and of how many others what is counted. It may be made by as many
        processes as `jobs` says: what is made can be pickled."""
        return map(make, [self]), {}


class Mapped(InOrder[_One]):
    """As `tuple(map(make, of))`, of which no item is kept. `make` gives the same each time."""

    def __init__(self, of: InOrder[_One], make: Callable[[_One], _One]) -> None:
        self._of = of
        self._make = make

    def __len__(self) -> int:
        return len(self._of)

    @overload
    def __getitem__(self, index: int) -> _One: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[_One]: ...
    def __getitem__(self, index: int | slice) -> _One | Sequence[_One]:
        if isinstance(index, slice):
            return tuple(map(self._make, self._of[index]))
        return self._make(self._of[index])

    def __iter__(self) -> Iterator[_One]:
        return map(self._make, self._of)
