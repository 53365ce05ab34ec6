"""The objects of the `json` report, one a line: a program can read them as they come."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.report.json import lines
from newslint.report.run_report import Report


def render(report: Report) -> str:
    """What is left and what was fixed, in order; empty when there is nothing."""
    return "".join(parts(report))


def parts(report: Report) -> Iterator[str]:
    """The same, piece by piece."""
    return lines(report)
