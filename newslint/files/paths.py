"""Paths of which each is made when it is asked for: most of what a run has to do with twenty
thousand files, it does with their names, and making the paths takes longer."""

from __future__ import annotations

import os
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, chain
from pathlib import Path
from typing import Any, overload


class Names(Sequence[str]):
    """Texts that lie one after the other in one piece of memory: each is made when it is asked for.
    A part of them is a view of the same memory."""

    __slots__ = ("_at", "_data", "_ends")

    def __init__(self, names: Iterable[str]) -> None:
        parts = [one.encode("utf-8", "surrogatepass") for one in names]
        self._data = b"".join(parts)
        self._ends = array("Q", accumulate(map(len, parts), initial=0))
        self._at: Sequence[int] = range(len(parts))

    def __len__(self) -> int:
        return len(self._at)

    @overload
    def __getitem__(self, index: int) -> str: ...
    @overload
    def __getitem__(self, index: slice) -> Names: ...
    def __getitem__(self, index: int | slice) -> str | Names:
        if isinstance(index, slice):
            return self._view(self._at[index])
        return self._text(self._at[index])

    def __iter__(self) -> Iterator[str]:
        return map(self._text, self._at)

    def __reduce__(self) -> tuple[Any, ...]:
        return Names, ([*self],)  # of a view no more than it shows

    def picked(self, indices: Sequence[int]) -> Names:
        """Those at some places."""
        return self._view(array("Q", map(self._at.__getitem__, indices)))

    def _view(self, at: Sequence[int]) -> Names:
        view = Names(())
        view._data, view._ends, view._at = self._data, self._ends, at
        return view

    def _text(self, at: int) -> str:
        ends = self._ends
        return self._data[ends[at] : ends[at + 1]].decode("utf-8", "surrogatepass")


class Joined(Sequence[str]):
    """Texts of several sequences, one after the other."""

    def __init__(self) -> None:
        self._parts: list[Sequence[str]] = []
        self._starts: list[int] = []
        self._last: tuple[int, int, Sequence[str]] = 0, 0, ()
        self._number = 0

    def __len__(self) -> int:
        return self._number

    @overload
    def __getitem__(self, index: int) -> str: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[str]: ...
    def __getitem__(self, index: int | slice) -> str | Sequence[str]:
        if isinstance(index, slice):
            return [self[at] for at in range(len(self))[index]]
        start, end, part = self._last
        if not start <= index < end:  # most are asked for one after the other
            index = range(self._number)[index]
            at = bisect_right(self._starts, index) - 1
            start, part = self._starts[at], self._parts[at]
            self._last = start, start + len(part), part
        return part[index - start]

    def __iter__(self) -> Iterator[str]:
        return chain.from_iterable(self._parts)

    def extend(self, texts: Sequence[str]) -> None:
        """Those of one more sequence."""
        self._parts.append(texts)
        self._starts.append(self._number)
        self._number += len(texts)


class Paths(Sequence[Path]):
    """The paths of these names. It is equal to any sequence of the same paths."""

    __slots__ = ("names",)

    def __init__(self, names: Sequence[str]) -> None:
        self.names = names

    def __len__(self) -> int:
        return len(self.names)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and [*self] == [*other]

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"Paths({self.names!r})"

    @overload
    def __getitem__(self, index: int) -> Path: ...
    @overload
    def __getitem__(self, index: slice) -> Paths: ...
    def __getitem__(self, index: int | slice) -> Path | Paths:
        made = self.names[index]
        return Path(made) if isinstance(made, str) else Paths(made)


def names_of(paths: Sequence[Path]) -> Sequence[str]:
    """Paths as text."""
    return paths.names if isinstance(paths, Paths) else [*map(os.fspath, paths)]


def picked(names: Sequence[str], at: Sequence[int]) -> Sequence[str]:
    """The names at some places."""
    if len(at) == len(names):
        return names
    return names.picked(at) if isinstance(names, Names) else [names[one] for one in at]
