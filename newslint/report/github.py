"""Annotations on the lines of a pull request, as workflow commands of GitHub Actions.

GitHub shows ten errors, ten warnings and ten notices of a step and drops the rest in silence
(docs, "Workflow commands"), so it gets the worst ones, and one notice with how many there are.

The log shows only the message of a command, so the message repeats the place. Columns are left out
of a problem that spans several lines: the runner refuses them there (actions/runner #2082).
"""

from __future__ import annotations

from itertools import chain

from newslint.model.diagnostics import Diagnostic
from newslint.report.run_report import Report
from newslint.report.summary import counted, place_of, printable
from newslint.rule import Severity

LEVELS = {"error": "error", "warning": "warning", "info": "notice"}


MOST: dict[Severity, int] = {"error": 10, "warning": 10, "info": 9}
"""How many of each GitHub shows; the tenth notice tells of all."""


def render(report: Report) -> str:
    """One command a line: the worst first, and what there is in all."""
    chosen: dict[Severity, list[Diagnostic]] = {severity: [] for severity in MOST}
    number = 0
    for found in report.listed_by_path():
        number += len(found)
        for severity, ones in chosen.items():
            ones += (one for one in found if one.severity == severity)
            if len(ones) > MOST[severity]:
                _choose(ones, MOST[severity], report.changed)
    if not number:
        return ""
    for severity, ones in chosen.items():
        _choose(ones, MOST[severity], report.changed)
    shown = [*chain.from_iterable(chosen.values())]
    lines = [*map(_command, shown), _all(report, number - len(shown))]
    return "".join(f"{line}\n" for line in lines)


def _choose(ones: list[Diagnostic], most: int, changed: frozenset[str]) -> None:
    """Leave as many as GitHub shows: what is said once, then of changed files."""
    ones.sort(key=lambda one: (not one.said_once, bool(changed) and one.path not in changed))
    del ones[most:]


def _all(report: Report, hidden: int) -> str:
    """The true totals: what is not shown here is in the log of another format."""
    more = f"; {hidden:,} of them have no annotation" if hidden else ""
    return f"::notice title=newslint::{_data(counted(report).rstrip('.') + more)}"


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
