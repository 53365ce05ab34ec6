"""`--statistics`: how often each rule found something, instead of where."""

from __future__ import annotations

from collections.abc import Iterable

from newslint.model.diagnostics import Diagnostic
from newslint.model.records import dataclass, replace
from newslint.model.tally import applicability
from newslint.report.json import dump
from newslint.report.run_report import Report
from newslint.report.said_once import share
from newslint.report.summary import found_line, paint, printable
from newslint.site.entries import Entry


@dataclass(frozen=True, slots=True)
class Count:
    """What is left of one rule's findings: how many, and how many of them the run could fix."""

    code: str
    name: str
    count: int
    fixable: int


def counts(found: Iterable[Diagnostic], unsafe_fixes: bool) -> list[Count]:
    """The counts, the most frequent first, then by code."""
    kinds = {"safe", "unsafe"} if unsafe_fixes else {"safe"}
    by_code: dict[str, Count] = {}
    for one in found:
        old = by_code.get(one.code) or Count(one.code, one.name, 0, 0)
        more = applicability(one) in kinds
        by_code[one.code] = replace(old, count=old.count + 1, fixable=old.fixable + more)
    return sorted(by_code.values(), key=lambda row: (-row.count, row.code))


def render(report: Report) -> str:
    """`count  CODE  [*] name` a line; `[-]` where only some can be fixed.

    What is said once stands apart, below, with the part of the site that it holds for.
    """
    rows = counts(report.apart(), report.unsafe_fixes)
    once = [(entry, _count(entry)) for entry in report.entries]
    every = (*rows, *(row for _, row in once))
    wide = max((len(str(row.count)) for row in every), default=0)
    lines = [_line(row, wide, report.color) for row in rows]
    for entry, row in once:
        habit = ", a habit" if entry.habit else ""
        where = f"{printable(entry.where)}: {share(entry)}{habit}"
        lines.append(f"{_line(row, wide, report.color)} ({where})")
    if not report.quiet:
        lines.append(found_line(report))
    return "".join(f"{line}\n" for line in lines)


def _count(entry: Entry) -> Count:
    return Count(entry.kind.code, entry.examples[0].name, entry.number, 0)


def as_json(report: Report) -> str:
    """An array with one object a rule, the most frequent first, with ruff's keys.

    What is said once has objects of its own, with `habit` and the part of the site (`where`).
    """
    rows = [_as_object(row) for row in counts(report.apart(), report.unsafe_fixes)]
    once = [
        {**_as_object(_count(entry)), "habit": entry.habit, "where": entry.where}
        for entry in report.entries
    ]
    return dump([*rows, *once])


def _as_object(row: Count) -> dict[str, object]:
    return {
        "code": row.code,
        "name": row.name,
        "count": row.count,
        "fixable": row.fixable == row.count,
        "fixable_count": row.fixable,
    }


def _line(row: Count, wide: int, color: bool) -> str:
    mark = "*" if row.fixable == row.count else "-" if row.fixable else " "
    shown = paint(f"[{mark}]", "safe", color and row.fixable > 0)
    return f"{row.count:>{wide}}  {paint(row.code, 'code', color)}  {shown}  {row.name}"
