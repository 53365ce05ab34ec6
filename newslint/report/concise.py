"""One line a problem, in the shape that editors and grep know."""

from __future__ import annotations

from newslint.model.diagnostics import Diagnostic
from newslint.report import once_for_people
from newslint.report.run_report import Report
from newslint.report.summary import applicability, found_line, mended_list, paint, printable


def render(report: Report) -> str:
    """What is said once, `path:row:col: CODE [*] message` for what else is left, then what was
    fixed, then a summary."""
    lines = once_for_people.lines(report)
    lines += (line(one, report.color) for one in report.for_people(report.apart()))
    if report.show_fixes:
        lines += mended_list(report)
    if not report.quiet:
        lines.append(found_line(report))
    return "".join(f"{one}\n" for one in lines)


def line(one: Diagnostic, color: bool) -> str:
    """`[*]` marks a safe fix."""
    place = f"{paint(printable(one.path), 'path', color)}:{one.start.row}:{one.start.column}:"
    mark = f"{paint('[*]', 'safe', color)} " if applicability(one) == "safe" else ""
    return f"{place} {paint(one.code, one.severity, color)} {mark}{printable(one.text)}"
