"""Results -> text: one module per output format, imported only when its format is asked for.

Nothing here prints: `newslint.cli` does. A report for people (`table`, `concise`, `full`) is sorted
and summed up; a report for programs is only its data.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module
from pathlib import Path

from newslint.model.diagnostics import FileResult
from newslint.report.run_report import Report

FORMATS: Mapping[str, str] = {
    "table": "newslint.report.table",
    "concise": "newslint.report.concise",
    "full": "newslint.report.full",
    "json": "newslint.report.json",
    "json-lines": "newslint.report.json_lines",
    "github": "newslint.report.github",
    "gitlab": "newslint.report.gitlab",
    "junit": "newslint.report.junit",
    "sarif": "newslint.report.sarif",
    "rdjson": "newslint.report.rdjson",
    "markdown": "newslint.report.markdown",
    "azure": "newslint.report.azure",
    "pylint": "newslint.report.pylint",
}
"""Format name -> the module whose `render(report)` makes it."""

FOR_PEOPLE = frozenset({"table", "concise", "full"})
"""The formats that end in a summary; without a problem that one line is the report."""

COUNTED = FOR_PEOPLE | {"json"}
"""The formats that have a form for `--statistics`; the others report as without it."""

NEED_TEXT = frozenset({"full", "rdjson", "sarif"})
"""The formats that are better with `FileResult.before` (and `after`, when something was fixed)."""

TELL_REASONS = frozenset({"full", "json", "json-lines", "rdjson", "sarif"})
"""The formats that say why a fix is unsafe: for the others not all of it is looked for."""

FOR_CI = frozenset({"github", "gitlab", "sarif", "rdjson", "junit", "markdown", "azure"})
"""The formats that a server reads: their paths are from the top of what is checked out."""

FOR_PROGRAMS = frozenset(FORMATS) - FOR_PEOPLE
"""The formats that are UTF-8 whatever the locale says."""


def render(format: str, report: Report) -> str:  # noqa: A002 (the word that users type)
    """The report in one of FORMATS, ending in a newline; empty when it has nothing to say.

    Raises KeyError for a format that is not in FORMATS.
    """
    return "".join(pieces(format, report))


def pieces(format: str, report: Report) -> Iterator[str]:  # noqa: A002
    """The same in pieces of whole lines, of a report that can be made so: a large one is never
    held as a whole."""
    if report.statistics and format in COUNTED:
        from newslint.report import statistics

        yield statistics.as_json(report) if format == "json" else statistics.render(report)
        return
    module = import_module(_module(FORMATS[format], format, report))
    if not hasattr(module, "parts"):
        yield module.render(report)
        return
    several: list[str] = []
    size = 0
    for part in module.parts(report):
        several.append(part)
        size += len(part)
        if size >= PIECE:
            yield "".join(several)
            several, size = [], 0
    yield "".join(several)


PIECE = 1_000_000
"""Characters from which on a piece is written."""


def _module(module: str, name: str, report: Report) -> str:
    tally = report.totals
    if name in FOR_PEOPLE and not tally.number + tally.fixed:
        # The line is the same in all three, and this one spares the import of rich (60 ms).
        return "newslint.report.concise"
    return module


def from_top(report: Report) -> Report:
    """The report as FOR_CI wants it: its paths from the top, not from the current folder."""
    from newslint.report.paths import from_top as moved

    return moved(report, Path.cwd(), os.environ)


def diff(results: Iterable[FileResult], color: bool = False, exact: bool = True) -> str:
    """What was or would be changed, as one patch that `git apply` and `patch -p1` take.

    Not `exact` it is for a terminal, which no text of an article drives then.
    """
    from newslint.report.patch import patch

    return patch(results, color, exact)
