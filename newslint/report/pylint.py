"""pylint's line for each problem, which many servers and editors have a parser for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newslint.model.diagnostics import Diagnostic
from newslint.report.run_report import Report
from newslint.report.said_once import as_diagnostics
from newslint.report.summary import no_commands, printable


def render(report: Report) -> str:
    """`path:row: [CODE] message` a line, in ruff's form."""
    return "".join(parts(report))


def parts(report: Report) -> Iterator[str]:
    """The same, piece by piece."""
    yield _lines(as_diagnostics(report.entries))
    yield from report.written(lambda found: _lines(report.apart_of(found)))


def _lines(found: Iterable[Diagnostic]) -> str:
    return no_commands("".join(f"{_line(one)}\n" for one in found))


def _line(one: Diagnostic) -> str:
    return f"{printable(one.path)}:{one.start.row}: [{one.code}] {printable(one.text)}"
