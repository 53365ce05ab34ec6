"""Paths of which each is made when it is asked for: most of what a run has to do with twenty
thousand files, it does with their names, and making the paths takes longer."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import overload


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
