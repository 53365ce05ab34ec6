"""The Reviewdog Diagnostic Format.

Its columns count bytes of UTF-8 (reviewdog, proto/rdf), so they need the text of the line; without
the text only the rows are given, and no suggestions.
"""

from __future__ import annotations

from typing import Any

from newslint.model.diagnostics import Diagnostic
from newslint.model.spans import Position
from newslint.report.json import dump
from newslint.report.patch import line_at
from newslint.report.run_report import PROJECT_URL, Report, rule_url


def render(report: Report) -> str:
    """One object with what is left; unsafe fixes are suggested only with `--unsafe-fixes`."""
    texts = report.texts()
    found = [_diagnostic(one, texts.get(one.path), report.unsafe_fixes) for one in report.listed()]
    return dump({"source": {"name": "newslint", "url": PROJECT_URL}, "diagnostics": found})


def _diagnostic(one: Diagnostic, text: str | None, unsafe_fixes: bool) -> dict[str, Any]:
    out: dict[str, Any] = {
        "message": one.text,
        "location": {"path": one.path, "range": _range(one.start, one.end, text)},
        "severity": one.severity.upper(),
        "code": {"value": one.code, "url": rule_url(one.code)},
    }
    fix = one.fix
    if fix and text is not None and (unsafe_fixes or fix.applicability == "safe"):
        out["suggestions"] = [
            {"range": _range(placed.start, placed.end, text), "text": placed.edit.text}
            for placed in fix.edits
        ]
    return out


def _range(start: Position, end: Position, text: str | None) -> dict[str, dict[str, int]]:
    return {"start": _position(start, text), "end": _position(end, text)}


def _position(position: Position, text: str | None) -> dict[str, int]:
    line = None if text is None else line_at(text, position.row)
    if line is None:
        return {"line": position.row}
    before = line[: position.column - 1]
    return {"line": position.row, "column": len(before.encode("utf-8", "surrogatepass")) + 1}
