"""What a run comes to in numbers, counted in one pass over its results."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from newslint.model.diagnostics import Diagnostic, FileResult
from newslint.model.records import NamedTuple

NOT_CHECKED = frozenset({"rule-crashed", "unreadable"})
"""The rules that say that a file could not be checked, or not wholly: no threshold hides them."""


class Tally(NamedTuple):
    """How many `files` there are, and how many of them `changed`; of what is left to do how much
    there is of each severity (`left`), in how many files, and how much has a `safe` or an `unsafe`
    fix that would be made of it; and how much was `fixed`. `checked` is False where a file could
    not be, or not wholly."""

    files: int
    changed: int
    left: Counter[str]
    with_problems: int
    safe: int
    unsafe: int
    fixed: int
    checked: bool

    @property
    def number(self) -> int:
        """What is left to do."""
        return self.left.total()


class Counting:
    """Counts the results that it is shown."""

    def __init__(self) -> None:
        self._files = self._changed = self._fixed = 0
        self._left: Counter[str] = Counter()
        self._kinds: Counter[str] = Counter()
        self._paths = set[str]()
        self._checked = True

    def add(self, result: FileResult) -> None:
        """Count one more."""
        self._files += 1
        self._changed += result.changed
        for one in result.diagnostics:
            if one.fixed:
                self._fixed += 1
            else:
                self._left[one.severity] += 1
                self._kinds[applicability(one)] += 1
                self._paths.add(one.path)
                self._checked = self._checked and one.name not in NOT_CHECKED

    @property
    def tally(self) -> Tally:
        """What was counted so far."""
        kinds = self._kinds["safe"], self._kinds["unsafe"]
        with_problems = len(self._paths)
        return Tally(
            self._files,
            self._changed,
            self._left,
            with_problems,
            *kinds,
            fixed=self._fixed,
            checked=self._checked,
        )


def tally_of(results: Iterable[FileResult]) -> Tally:
    """What there is in all results."""
    counting = Counting()
    for result in results:
        counting.add(result)
    return counting.tally


def applicability(one: Diagnostic) -> str:
    """Whether the diagnostic's fix is safe; empty when it has none, or none is made of it."""
    return one.fix.applicability if one.fix and not one.habit else ""
