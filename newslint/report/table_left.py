"""What is left to do, as the table shows it: gone through once, and kept as far as it has rows."""

from __future__ import annotations

from newslint.model.records import NamedTuple
from newslint.report.run_report import Report
from newslint.report.table_groups import MAX_FILES, Shown
from newslint.report.table_rows import Group


class Left(NamedTuple):
    """`groups` have the rows of what is `shown`; `hidden` is the number of the others, which are
    info, and `folded` how many of them a file has that has rows. `number` is that of all problems
    that are in no entry, `lines` how many of them a list has."""

    groups: list[Group]
    shown: Shown
    hidden: int
    folded: dict[str, int]
    number: int
    lines: int

    @property
    def is_listed(self) -> bool:
        """Whether each problem that is shown has its place: the groups are files."""
        return all(group.path for group in self.groups)


def left_in(report: Report) -> Left:
    """What is left in a report. What is info has rows where there is nothing worse, and where it is
    asked for."""
    number = lines = hidden = 0
    every, worse = Shown(), Shown()
    may_fold = not report.verbose and report.fail_on != "info"
    folded: dict[str, int] = {}
    for found in report.by_path():
        left = report.apart_of(found)
        capped = report.for_people(left)
        number += len(left)
        lines += len(capped)
        rest = [one for one in left if one.severity != "info"] if may_fold else []
        if rest and len(folded) <= MAX_FILES:  # with more files no file has rows of its own
            folded[rest[0].path] = len(left) - len(rest)
        worse.add(rest, report.for_people(rest))
        hidden += len(left) - len(rest)
        if worse.worst is None:
            every.add(left, capped)
    if worse.worst is None:
        return Left(every.groups, every, 0, {}, number, lines)
    return Left(worse.groups, worse, hidden, folded, number, lines)
