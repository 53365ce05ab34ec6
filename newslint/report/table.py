"""The report for a terminal: grouped by file, aligned, wrapped, summed up."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from newslint.diagnostic import Diagnostic
from newslint.report import Report
from newslint.report.columns import Cell, Column, lines, rule, widths, wrap
from newslint.report.words import applicability, paint, plural, printable, summary

MAX_ROWS = 50
"""With more problems than this (about a screen), the same one on many files becomes one row."""

MANY_FILES = 3
"""On how many files the same problem must be to become one row."""

PROBLEM = (
    Column("place", right=True),
    Column("code"),
    Column("severity"),
    Column("field", limit=16),
    Column("message", rest=True),
    Column("fix"),
)
MENDED = (
    Column("place", right=True),
    Column("code"),
    Column("field", limit=16),
    Column("mended", rest=True),
)


class Row(NamedTuple):
    """A problem, and where it is or how often."""

    place: str
    one: Diagnostic


class Group(NamedTuple):
    """A heading (a path, or the first path and how many more) and what is there."""

    heading: str
    rows: list[Row]


def render(report: Report) -> str:
    """What was mended, what is left (in check mode: what is wrong), and the summary."""
    mended, left = report.mended(), report.left()
    blocks = [_block(report, one) for one in (mended, left) if one]
    if not report.quiet:
        blocks.append(wrap(summary(report), report.width))
    text = "\n\n".join("\n".join(block) for block in blocks)
    return f"{text}\n" if text else ""


def _block(report: Report, found: list[Diagnostic]) -> list[str]:
    columns = MENDED if found[0].fixed else PROBLEM
    cells = _mended if found[0].fixed else _problem
    groups = _groups(found, report)
    rows = [[cells(row) for row in group.rows] for group in groups]
    wide = widths(columns, (row for part in rows for row in part), report.width)
    out = _head(columns, wide, report.color)
    for group, part in zip(groups, rows, strict=True):
        out += (paint(line, "path", report.color) for line in wrap(group.heading, report.width))
        for row in part:
            out += lines(columns, wide, row, report.color)
    return out


def _head(columns: tuple[Column, ...], wide: list[int], color: bool) -> list[str]:
    row = [Cell(column.head, "dim") for column in columns]
    return [*lines(columns, wide, row, color), paint(rule(wide), "dim", color)]


def _problem(row: Row) -> tuple[Cell, ...]:
    one = row.one
    fix = applicability(one)
    return (
        Cell(row.place),
        Cell(one.code, "code"),
        Cell(one.severity, one.severity),
        Cell(printable(one.field)),
        Cell(printable(one.message)),
        Cell(fix, fix),
    )


def _mended(row: Row) -> tuple[Cell, ...]:
    one = row.one
    done = one.fix.message if one.fix else one.message
    return (
        Cell(row.place),
        Cell(one.code, "code"),
        Cell(printable(one.field)),
        Cell(printable(done)),
    )


def _groups(found: list[Diagnostic], report: Report) -> list[Group]:
    if len(found) <= MAX_ROWS or report.show_fixes:
        return list(_by_file(found))
    same: dict[tuple[str, ...], list[Diagnostic]] = {}
    for one in found:
        same.setdefault(_sameness(one), []).append(one)
    many = {key for key, ones in same.items() if len({one.path for one in ones}) >= MANY_FILES}
    rest = [one for one in found if _sameness(one) not in many]
    return [*_by_files([same[key] for key in many]), *_by_file(rest)]


def _sameness(one: Diagnostic) -> tuple[str, ...]:
    fix = one.fix.message if one.fix and one.fixed else applicability(one)
    return (one.code, one.message, one.severity, one.field, fix)


def _by_file(found: list[Diagnostic]) -> Iterator[Group]:
    for path, ones in groupby(found, key=lambda one: one.path):
        rows = [Row(f"{one.start.row}:{one.start.column}", one) for one in ones]
        yield Group(printable(path), rows)


def _by_files(same: list[list[Diagnostic]]) -> list[Group]:
    """The problems on many files, those on the same files together, most files first."""
    by_paths: dict[tuple[str, ...], list[Row]] = {}
    for ones in sorted(same, key=lambda ones: ones[0].order):
        paths = tuple(dict.fromkeys(one.path for one in ones))
        by_paths.setdefault(paths, []).append(Row(f"{len(ones)}×", ones[0]))
    ordered = sorted(by_paths.items(), key=lambda item: (-len(item[0]), item[0][0]))
    return [
        Group(f"{printable(paths[0])} and {plural(len(paths) - 1, 'other file')}", rows)
        for paths, rows in ordered
    ]
