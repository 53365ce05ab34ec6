"""Results -> text: one module per output format, imported only when its format is asked for.

Nothing here prints: `newslint.cli` does. A report for people (`table`, `concise`, `full`) is sorted
and summed up; a report for programs is only its data.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Mapping
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
}
"""Format name -> the module whose `render(report)` makes it."""

FOR_PEOPLE = frozenset({"table", "concise", "full"})
"""The formats that end in a summary; without a problem that one line is the report."""

COUNTED = FOR_PEOPLE | {"json"}
"""The formats that have a form for `--statistics`; the others report as without it."""

NEED_TEXT = frozenset({"full", "rdjson"})
"""The formats that are better with `FileResult.before` (and `after`, when something was mended)."""

FOR_CI = frozenset({"github", "gitlab", "sarif", "rdjson", "junit", "markdown", "azure"})
"""The formats that a server reads: their paths are from the top of what is checked out."""

FOR_PROGRAMS = frozenset(FORMATS) - FOR_PEOPLE
"""The formats that are UTF-8 whatever the locale says."""

MOST = 50
"""Problems of one rule in one file that a report for people shows; the others are counted."""

PROJECT_URL = "https://github.com/newslint/newslint"
RULES_URL = f"{PROJECT_URL}/blob/main/rules/README.md"


@dataclass(frozen=True, slots=True)
class Report:
    """What a report needs to know of a run.

    `results` holds one entry for every file that was checked, clean ones too, in any order.
    `width` is in terminal cells, `color` allows escape codes. `unsafe_fixes` says that the run was
    asked for them, so that they count as what `fix` would mend. `quiet` leaves the summary out.
    `reason` says in a few words why nothing was checked; it is read only when `results` is empty.
    `fail_on` is the least severity that fails the run, or "never". `roots` has, for each path that
    `newslint.report.paths` made, the URI of the folder that it is relative to.
    """

    results: tuple[FileResult, ...]
    mode: Mode = "check"
    unsafe_fixes: bool = False
    show_fixes: bool = False
    statistics: bool = False
    width: int = 80
    color: bool = False
    quiet: bool = False
    reason: str = ""
    fail_on: str = "warning"
    roots: Mapping[str, str] = field(default_factory=dict)

    def diagnostics(self) -> list[Diagnostic]:
        """All of them, in the order of every report."""
        found = (one for result in self.results for one in result.diagnostics)
        return list(in_order(found))

    def left(self) -> list[Diagnostic]:
        """What is still wrong, in order."""
        return [one for one in self.diagnostics() if not one.fixed]

    def mended(self) -> list[Diagnostic]:
        """What `fix` mended (or would mend, in the mode "diff"), in order."""
        return [one for one in self.diagnostics() if one.fixed]

    def for_people(self, found: list[Diagnostic]) -> list[Diagnostic]:
        """These, but of those of one rule in one file only the first MOST, and one that counts the
        others: what programs read, and the exit code, have them all."""
        counts = Counter((one.path, one.code) for one in found)
        if all(count <= MOST for count in counts.values()):
            return found
        seen: Counter[tuple[str, str]] = Counter()
        kept = []
        for one in found:
            key = one.path, one.code
            seen[key] += 1
            more = counts[key] - MOST
            if seen[key] <= MOST:
                kept.append(one)
            elif seen[key] == MOST + 1:
                words = f"and {more:,} more"
                kept.append(one._replace(message=words, advice="", fix=None, related=()))
        return kept

    def texts(self) -> dict[str, str]:
        """Path -> the text in which the positions of what is left stand, where it was kept.

        That is the text after the fix when there was one, else the text as read.
        """
        kept = ((r.path, r.before if r.after is None else r.after) for r in self.results)
        return {path: text for path, text in kept if text is not None}


def render(format: str, report: Report) -> str:  # noqa: A002 (the word that users type)
    """The report in one of FORMATS, ending in a newline; empty when it has nothing to say.

    Raises KeyError for a format that is not in FORMATS.
    """
    if report.statistics and format in COUNTED:
        from newslint.report import statistics

        return statistics.as_json(report) if format == "json" else statistics.render(report)
    text: str = import_module(_module(FORMATS[format], format, report)).render(report)
    return text


def _module(module: str, name: str, report: Report) -> str:
    if name in FOR_PEOPLE and not any(result.diagnostics for result in report.results):
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
