"""Issues of a pipeline's run, as logging commands of Azure Pipelines.

The service knows two types of issue, so what is `info` here is a warning there. The summary shows
only the message of an issue, so the message repeats the place.
Source: "Logging commands" of the Azure DevOps documentation, with the escapes of
azure-pipelines-task-lib (`taskcommand.ts`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newslint.model.diagnostics import Diagnostic
from newslint.report.run_report import Report
from newslint.report.said_once import as_diagnostics
from newslint.report.summary import place_of, printable
from newslint.rule import Severity

TYPES: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "warning"}


def render(report: Report) -> str:
    """One command a line for each problem that is left."""
    return "".join(parts(report))


def parts(report: Report) -> Iterator[str]:
    """The same, piece by piece."""
    yield _lines(report.for_people(as_diagnostics(report.entries)))
    yield from report.written(lambda found: _lines(report.for_people(report.apart_of(found))))


def _lines(found: Iterable[Diagnostic]) -> str:
    return "".join(f"{_command(one)}\n" for one in found)


def _command(one: Diagnostic) -> str:
    properties: dict[str, object] = {
        "type": TYPES[one.severity],
        "sourcepath": one.path,
        "linenumber": one.start.row,
        "columnnumber": one.start.column,
        "code": one.code,
    }
    said = "".join(f"{key}={_property(str(value))};" for key, value in properties.items())
    message = _data(f"{place_of(one)}: {one.code} {printable(one.text)}")
    return f"##vso[task.logissue {said}]{message}"


def _data(text: str) -> str:
    return text.replace("%", "%AZP25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return printable(_data(text)).replace("]", "%5D").replace(";", "%3B")
