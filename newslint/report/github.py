"""Annotations on the lines of a pull request, as workflow commands of GitHub Actions.

The log shows only the message of a command, so the message repeats the place. Columns are left out
of a problem that spans several lines: the runner refuses them there (actions/runner #2082).
"""

from __future__ import annotations

from newslint.model.diagnostics import Diagnostic
from newslint.report.run_report import Report
from newslint.report.summary import place_of, printable

LEVELS = {"error": "error", "warning": "warning", "info": "notice"}


def render(report: Report) -> str:
    """One command a line for what is said once, then for each other problem that is left."""
    return "".join(f"{_command(one)}\n" for one in report.for_people(report.listed()))


def _command(one: Diagnostic) -> str:
    start, end = one.start, one.end
    properties: dict[str, object] = {"file": one.path, "line": start.row, "endLine": end.row}
    if start.row == end.row:
        properties |= {"col": start.column, "endColumn": end.column}
    properties["title"] = f"{one.code} {one.name}"
    said = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    message = _data(f"{place_of(one)}: {one.code} {printable(one.text)}")
    return f"::{LEVELS[one.severity]} {said}::{message}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return printable(_data(text)).replace(":", "%3A").replace(",", "%2C")
