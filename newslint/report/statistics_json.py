"""`--statistics --output-format json`: the counts as data, with ruff's keys."""

from __future__ import annotations

from newslint.report import Report
from newslint.report.json import dump
from newslint.report.statistics import counts


def render(report: Report) -> str:
    """An array with one object a rule, the most frequent first."""
    return dump(
        [
            {
                "code": row.code,
                "name": row.name,
                "count": row.count,
                "fixable": row.fixable == row.count,
                "fixable_count": row.fixable,
            }
            for row in counts(report.left(), report.unsafe_fixes)
        ]
    )
