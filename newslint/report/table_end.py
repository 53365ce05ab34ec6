"""The last lines of the table: files, counts, the most frequent rules, and what to type next."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from newslint.report.run_report import Report
from newslint.report.summary import counted, plural, summary
from newslint.report.table_left import Left

NEXT = "Next: "

FREQUENT = 3
"""Rules that are named as the most frequent."""


def last_lines(report: Report, left: Left) -> Iterator[tuple[str, Text]]:
    """Each line, and a word at its beginning."""
    yield "", Text(counted(report) if report.mode == "check" else summary(report))
    counts, hidden = left.shown.counts, left.hidden
    if len(counts) > FREQUENT:
        most = counts.most_common(FREQUENT)
        words = ", ".join(f"{count:,} {code} {name}" for (code, name), count in most)
        yield "", Text(f"Most frequent: {words}", "dim")
    if hidden:
        them = "it" if hidden == 1 else "them"
        before, after = f"{hidden:,} info not listed: ", f" lists {them}"
        yield "", Text.assemble((before, "dim"), "--verbose", (after, "dim"))
    begin = NEXT
    for command, does in _next(report, left):
        yield begin, Text.assemble((command, "bold"), (f"  {does}", "dim"))
        begin = " " * len(NEXT)


def _next(report: Report, left: Left) -> Iterator[tuple[str, str]]:
    """What to type next, and what that does: the fixes, all places where not all have a row, and
    what a rule is."""
    safe, unsafe = report.totals.safe, report.totals.unsafe
    if report.mode == "check" and safe:
        more = f", {unsafe:,} more with --unsafe-fixes" if unsafe else ""
        yield _typed(report, "fix --diff"), f"shows {plural(safe, 'safe fix', 'es')}{more}"
    elif unsafe and not report.unsafe_fixes:
        what = plural(unsafe, "unsafe fix", "es")
        yield _typed(report, "fix --unsafe-fixes --diff"), f"shows {what}"
    if not left.is_listed:
        yield _typed(report, "check --output-format concise"), _listed(report, left)
    if (worst := left.shown.worst) is not None:
        yield f"newslint rule {worst.code}", f"explains {worst.name}"


def _listed(report: Report, left: Left) -> str:
    """What the list of all places has: not what is said once, nor more of one file than fits."""
    what = "all" if left.lines == left.number else f"{left.lines:,} of"
    others = " others" if report.entries else ""
    return f"lists {what} {left.number:,}{others}"


def _typed(report: Report, command: str) -> str:
    return f"newslint {command} {report.again}".rstrip()
