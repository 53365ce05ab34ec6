"""Problems by kind, counted as they come: of a kind no more is kept than its row says."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence

from newslint.model.diagnostics import Diagnostic
from newslint.model.tally import applicability
from newslint.report.said_once import place_in
from newslint.report.table_rows import PLACES, VARYING, Row, first_places, rank, said


class Kinds:
    """One row for each kind; `of` says what two problems of a rule have in common that are of one
    kind. They come in the order of their paths."""

    def __init__(self, of: Callable[[Diagnostic], Hashable]) -> None:
        self._of = of
        self._same: dict[Hashable, _Kind] = {}

    def add(self, one: Diagnostic) -> None:
        """Count one more."""
        key = (one.code, self._of(one), one.severity, applicability(one))
        same = self._same.get(key)
        if same is None:
            self._same[key] = _Kind(one)
        else:
            same.add(one)

    @property
    def rows(self) -> list[Row]:
        """The worst first, then the most frequent."""
        kinds = sorted(
            self._same.values(), key=lambda one: (rank(one.first), -one.number, one.first.code)
        )
        return [one.row for one in kinds]


class _Kind:
    """The first of a kind, how many there are, the first of each of the first files."""

    def __init__(self, first: Diagnostic) -> None:
        self.first = first
        self.number = 1
        self._shown = [first]
        self._last = first.path
        self._message = _Common(said(first))

    def add(self, one: Diagnostic) -> None:
        self.number += 1
        self._message.add(said(one))
        if one.path != self._last:
            self._last = one.path
            if len(self._shown) < PLACES:
                self._shown.append(one)

    @property
    def row(self) -> Row:
        if self.number == 1:
            return Row("1×", self.first, said(self.first), 1, (place_in(self.first),))
        places = first_places(self._shown, self.number)
        return Row(f"{self.number:,}×", self.first, self._message.text, self.number, places)


class _Common:
    """What messages of one shape say: an ellipsis for a value and for numbers that differ.

    Of messages of several shapes, and where several values differ, the first is an example.
    """

    def __init__(self, first: str) -> None:
        self._first = first
        self._parts: Sequence[str] = VARYING.split(first)
        self._differ = set[int]()
        self._of_one_shape = True

    def add(self, message: str) -> None:
        if message == self._first or not self._of_one_shape:
            return
        parts = VARYING.split(message)
        if parts[::2] != self._parts[::2]:
            self._of_one_shape = False
            return
        self._differ.update(at for at in range(1, len(parts), 2) if parts[at] != self._parts[at])

    @property
    def text(self) -> str:
        if not self._of_one_shape or sum(map(self._is_value, self._differ)) > 1:
            return f"for example {self._first}"
        return "".join(
            self._ellipsis(at) if at in self._differ else part
            for at, part in enumerate(self._parts)
        )

    def _is_value(self, at: int) -> bool:
        return self._parts[at].startswith("`")

    def _ellipsis(self, at: int) -> str:
        return "`…`" if self._is_value(at) else "…"
