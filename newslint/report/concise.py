"""One line a problem, in the shape that editors and grep know."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from newslint.model.diagnostics import Diagnostic
from newslint.model.tally import applicability
from newslint.report import once_for_people
from newslint.report.run_report import Report
from newslint.report.summary import found_line, mended_list, paint, printable

MARKS = {"safe": "[*]", "unsafe": "[-]", "": ""}


def render(report: Report) -> str:
    """What is said once, then a line for each other problem that is left, then what was fixed, then
    a summary."""
    return "".join(parts(report))


def parts(report: Report) -> Iterator[str]:
    """The same, piece by piece."""
    yield _lines(once_for_people.lines(report))
    yield from report.written(partial(_of_path, report))
    if report.show_fixes:
        yield _lines(mended_list(report))
    if not report.quiet:
        yield _lines([found_line(report)])


def _of_path(report: Report, found: list[Diagnostic]) -> str:
    left = report.apart_of(found)
    return _lines(line(one, report.color) for one in report.for_people(left))


def _lines(lines: Iterable[str]) -> str:
    return "".join(f"{one}\n" for one in lines)


def line(one: Diagnostic, color: bool) -> str:
    """The severity stands there without color, too; `[*]` marks a safe fix, `[-]` an unsafe one."""
    path, code, kind = printable(one.path), one.code, applicability(one)
    severity, mark = str(one.severity), MARKS[kind]
    if color:
        path, severity = paint(path, "path", color), paint(severity, severity, color)
        code, mark = paint(code, "code", color), paint(mark, kind, color)
    row, column = one.start
    end = f" {mark}" if mark else ""
    return f"{path}:{row}:{column}: {severity} {code} {printable(one.text)}{end}"
