"""One line a problem, in the shape that editors and grep know."""

from __future__ import annotations

from newslint.model.diagnostics import Diagnostic
from newslint.report import once_for_people
from newslint.report.run_report import Report
from newslint.report.summary import applicability, found_line, mended_list, paint, printable

MARKS = {"safe": "[*]", "unsafe": "[-]"}


def render(report: Report) -> str:
    """What is said once, then a line for each other problem that is left, then what was fixed, then
    a summary."""
    lines = once_for_people.lines(report)
    lines += (line(one, report.color) for one in report.for_people(report.apart()))
    if report.show_fixes:
        lines += mended_list(report)
    if not report.quiet:
        lines.append(found_line(report))
    return "".join(f"{one}\n" for one in lines)


def line(one: Diagnostic, color: bool) -> str:
    """The severity stands there without color, too; `[*]` marks a safe fix, `[-]` an unsafe one."""
    place = f"{paint(printable(one.path), 'path', color)}:{one.start.row}:{one.start.column}:"
    severity = paint(one.severity, one.severity, color)
    kind = applicability(one)
    mark = f" {paint(MARKS[kind], kind, color)}" if kind else ""
    return f"{place} {severity} {paint(one.code, 'code', color)} {printable(one.text)}{mark}"
