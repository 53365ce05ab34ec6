"""What `--verbose` adds on standard error: each unsafe fix, and why it is unsafe."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.model.diagnostics import Diagnostic
from newslint.report.run_report import Report


def unsafe_fixes(report: Report) -> Iterator[str]:
    """`path:row:col: CODE unsafe fix not made: the reason`, in the order of every report."""
    for one in report.diagnostics():
        if one.fix and one.fix.reason:
            place = f"{one.path}:{one.start.row}:{one.start.column}"
            yield f"{place}: {one.code} {_what_became(one, report)}: {one.fix.reason}"


def _what_became(one: Diagnostic, report: Report) -> str:
    if report.mode == "check":
        return "unsafe fix"
    done = "shown" if report.mode == "diff" else "made"
    return f"unsafe fix {done}" if one.fixed else f"unsafe fix not {done}"
