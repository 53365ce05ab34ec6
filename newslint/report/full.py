"""Each problem with its source line, a caret under what is wrong, what to do, and the fix as a
small diff."""

from __future__ import annotations

from newslint.model.diagnostics import Diagnostic
from newslint.model.tally import applicability
from newslint.report import once_for_people
from newslint.report.run_report import Report
from newslint.report.snippet import fix_lines, source_lines
from newslint.report.summary import (
    found_line,
    mended_list,
    paint,
    place_of,
    printable,
)


def render(report: Report) -> str:
    """What is left, a empty line after each; then what was fixed; then a summary."""
    texts = report.texts()
    blocks = [[line] for line in once_for_people.lines(report)]
    left = report.for_people(report.apart())
    blocks += (_block(one, texts.get(one.path), report) for one in left)
    if report.show_fixes and (fixes := mended_list(report)):
        blocks.append(fixes)
    if not report.quiet:
        blocks.append([found_line(report)])
    return "\n".join("".join(f"{line}\n" for line in block) for block in blocks)


def _block(one: Diagnostic, text: str | None, report: Report) -> list[str]:
    color, width = report.color, report.width
    place = place_of(one)
    arrow = " " * len(str(one.start.row)) + "-->"
    lines = [_header(one, color), f"{paint(arrow, 'dim', color)} {place}"]
    if text is not None:
        lines += source_lines(one, text, width, color)
    if one.advice:
        lines.append(f"{paint('help:', 'safe', color)} {printable(one.advice)}")
    lines += (f"{paint('  = also:', 'dim', color)} {printable(other)}" for other in one.related)
    if one.fix:
        word = "fix" if one.fix.applicability == "safe" else "unsafe fix"
        lines.append(f"{paint(word, one.fix.applicability, color)}: {printable(one.fix.message)}")
        if one.fix.reason:
            lines.append(f"{paint('  = unsafe:', 'dim', color)} {printable(one.fix.reason)}")
        if text is not None:
            lines += fix_lines(one.fix, text, color)
    return lines


def _header(one: Diagnostic, color: bool) -> str:
    mark = f"{paint('[*]', 'safe', color)} " if applicability(one) == "safe" else ""
    code = paint(f"{one.code} {one.name}", one.severity, color)
    severity = paint(one.severity, one.severity, color)
    return f"{code} {mark}{severity}: {printable(one.message)}"
