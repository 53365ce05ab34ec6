"""What a run comes to in numbers, counted in one pass over its results."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from newslint.model.counted import Kind
from newslint.model.diagnostics import Diagnostic, FileResult, Severity
from newslint.model.records import NamedTuple

NOT_CHECKED = frozenset({"rule-crashed", "unreadable"})
"""The rules that say that a file could not be checked, or not wholly: no threshold hides them."""


NO_KIND = Kind("")


class Brief(NamedTuple):
    """What is counted of a diagnostic of a check: `applicability` is that of the fix that would be
    made, `is_crash` says that it is one of NOT_CHECKED. Of what is a habit where its `kind` holds
    all over a site `may_be_habit` is True; what is of no kind has NO_KIND."""

    severity: Severity
    applicability: str
    is_crash: bool
    kind: Kind
    may_be_habit: bool


def brief(one: Diagnostic) -> Brief:
    """What is counted of a diagnostic that is left."""
    counted = one.counted
    kind, may_be_habit = (NO_KIND, False) if counted is None else (counted.kind, counted.habit)
    is_crash = one.name in NOT_CHECKED
    return Brief(one.severity, applicability(one), is_crash, kind, may_be_habit)


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
        self._others = 0
        self._checked = True

    def add(self, result: FileResult) -> None:
        """Count one more."""
        self._changed += result.changed
        left = [one for one in result.diagnostics if not one.fixed]
        self._fixed += len(result.diagnostics) - len(left)
        self._paths.update(one.path for one in left)
        self._add(map(brief, left), 1)

    def add_briefs(self, left: Sequence[Brief], files: int) -> None:
        """Count as many other files that were not changed, in each of which this is left."""
        self._others += files * bool(left)
        self._add(left, files)

    def _add(self, left: Iterable[Brief], files: int) -> None:
        self._files += files
        for one in left:
            self._left[one.severity] += files
            self._kinds[one.applicability] += files
            self._checked = self._checked and not one.is_crash

    def merge(self, other: Counting) -> None:
        """Count what another one was shown, of other files."""
        self._files += other._files
        self._changed += other._changed
        self._fixed += other._fixed
        self._left.update(other._left)
        self._kinds.update(other._kinds)
        self._others += other._others + len(other._paths)
        self._checked = self._checked and other._checked

    @property
    def tally(self) -> Tally:
        """What was counted so far."""
        kinds = self._kinds["safe"], self._kinds["unsafe"]
        return Tally(
            self._files,
            self._changed,
            self._left,
            len(self._paths) + self._others,
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
