"""pylint's line for each problem, which many servers and editors have a parser for."""

from __future__ import annotations

from newslint.model.diagnostics import Diagnostic
from newslint.report.run_report import Report
from newslint.report.summary import no_commands, printable


def render(report: Report) -> str:
    """`path:row: [CODE] message` a line, in ruff's form."""
    return no_commands("".join(f"{_line(one)}\n" for one in report.listed()))


def _line(one: Diagnostic) -> str:
    return f"{printable(one.path)}:{one.start.row}: [{one.code}] {printable(one.text)}"
