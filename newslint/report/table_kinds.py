"""Problems by kind, counted as they come: of a kind no more is kept than its row says."""

from __future__ import annotations

from collections.abc import Callable, Hashable

from newslint.model.diagnostics import Diagnostic
from newslint.model.tally import applicability
from newslint.report.said_once import place_in
from newslint.report.table_rows import PLACES, Row, first_places, rank, said
from newslint.text.sentences import Common


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
        self._message = Common()
        self._message.add(said(first))

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
        return Row(f"{self.number:,}×", self.first, self._said, self.number, places)

    @property
    def _said(self) -> str:
        """What all say; of several shapes, and where several values differ, the first as an
        example."""
        message = self._message
        if message.differ or message.values > 1:
            return f"for example {message.first}"
        return message.sentence
