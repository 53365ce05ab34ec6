"""The rows of the table: problems by file, or by kind where they would fill several screens."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from itertools import groupby

from newslint.model.diagnostics import Diagnostic
from newslint.model.tally import applicability
from newslint.report.table_kinds import Kinds
from newslint.report.table_rows import PLACES, Group, Row, rank, said
from newslint.text.sentences import VARYING

MAX_LINES = 120
"""With more lines than this (a few screens), the problems of one kind become one row."""

MAX_FILES = MAX_LINES // 3
"""More files than this fill more lines whatever there is in each."""


class Shown:
    """Problems that the table has rows for, counted as they come, file by file: of many files none
    is kept. `counts` are those of each code and name, `worst` is the first of the worst."""

    def __init__(self) -> None:
        self.counts: Counter[tuple[str, str]] = Counter()
        self.worst: Diagnostic | None = None
        self._files = 0
        self._capped: list[Diagnostic] = []
        self._kinds = [Kinds(kind) for kind in (_shape, _code)]

    def add(self, found: Sequence[Diagnostic], capped: Iterable[Diagnostic]) -> None:
        """Take those of one more file; `capped` are those that a file shows."""
        if not found:
            return
        self._files += 1
        if self._files <= MAX_FILES:
            self._capped += capped
        else:
            self._capped.clear()
        for one in found:
            self.counts[one.code, one.name] += 1
            for kinds in self._kinds:
                kinds.add(one)
        worst = min(found, key=rank)
        if self.worst is None or rank(worst) < rank(self.worst):
            self.worst = worst

    @property
    def groups(self) -> list[Group]:
        """By file; where these are too many rows, by kind.

        A kind is a message with other values and numbers; where these are too many, a rule.
        """
        if self._files <= MAX_FILES and fit(groups := by_file(self._capped)):
            return groups
        by_shape, by_code = ([Group("", kinds.rows)] for kinds in self._kinds)
        return by_shape if fit(by_shape) else by_code


def grouped(found: Iterable[Diagnostic], capped: Iterable[Diagnostic]) -> list[Group]:
    """The groups of problems that are in the order of their paths."""
    shown = Shown()
    of_path = {path: [*ones] for path, ones in groupby(capped, key=lambda one: one.path)}
    for path, ones in groupby(found, key=lambda one: one.path):
        shown.add([*ones], of_path.get(path, ()))
    return shown.groups


def fit(groups: Iterable[Group]) -> bool:
    """Whether these are a few screens: a line for each row and heading, and one between files."""
    return sum(len(group.rows) + 2 for group in groups) <= MAX_LINES


def by_file(found: Iterable[Diagnostic]) -> list[Group]:
    """A group for each file, its worst problems first; neighbours in a list are one row."""
    groups = []
    for path, ones in groupby(found, key=lambda one: one.path):
        rows = [_row(run) for run in _runs(list(ones))]
        groups.append(Group(path, sorted(rows, key=lambda row: rank(row.one))))
    return groups


def _shape(one: Diagnostic) -> tuple[str, ...]:
    return tuple(VARYING.split(said(one))[::2])


def _code(one: Diagnostic) -> Hashable:
    return one.code


def _key(one: Diagnostic) -> tuple[object, ...]:
    return (one.code, one.severity, one.field, applicability(one), _shape(one))


def _runs(found: list[Diagnostic]) -> list[list[Diagnostic]]:
    """The problems of a file in order; those of one kind on neighbouring items are together."""
    runs: list[list[Diagnostic]] = []
    last: dict[tuple[object, ...], list[Diagnostic]] = {}
    for one in found:
        key = _key(one)
        run = last.get(key)
        if run is not None and _neighbours(run[-1], one):
            run.append(one)
        else:
            last[key] = [one]
            runs.append(last[key])
    return runs


def _neighbours(before: Diagnostic, after: Diagnostic) -> bool:
    """Whether two places are items of one list: on one line, or each on the next."""
    return bool(after.field) and after.start.row - before.end.row <= 1


def _row(run: list[Diagnostic]) -> Row:
    first, last = run[0], run[-1]
    if len(run) == 1:
        return Row(f"{first.start.row}:{first.start.column}", first, said(first))
    if first.start.row == last.start.row:
        place = f"{first.start.row}:{first.start.column}"
    else:
        place = f"{first.start.row}-{last.start.row}"
    return Row(place, first, _joined([said(one) for one in run]), len(run))


def _joined(messages: list[str]) -> str:
    """What the messages say, with the values of each where they differ."""
    parts = []
    for column in zip(*(VARYING.split(message) for message in messages), strict=True):
        different = list(dict.fromkeys(column))
        more = f" and {len(different) - PLACES} more" if len(different) > PLACES else ""
        parts.append(", ".join(different[:PLACES]) + more)
    return "".join(parts)
