"""SARIF 2.1.0, which code scanning services read.

Columns count code points (`columnKind`), ends are excluded, as in a `Diagnostic`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from newslint import __version__
from newslint.diagnostic import Diagnostic, Mending, Position
from newslint.report import PROJECT_URL, Report, rule_url
from newslint.report.as_json import dump, related
from newslint.report.gitlab import fingerprints
from newslint.rule import Severity

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "note"}


def render(report: Report) -> str:
    """One run with what is left."""
    left = report.left()
    results = [_result(one, mark) for one, mark in zip(left, fingerprints(left), strict=True)]
    run = {
        "tool": {"driver": _driver(left)},
        "columnKind": "unicodeCodePoints",
        "results": results,
    }
    return dump({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _driver(found: Sequence[Diagnostic]) -> dict[str, Any]:
    names = {one.code: one.name for one in found}
    rules = [
        {
            "id": code,
            "name": name,
            "shortDescription": {"text": name.replace("-", " ")},
            "helpUri": rule_url(code),
        }
        for code, name in sorted(names.items())
    ]
    return {
        "name": "newslint",
        "version": __version__,
        "informationUri": PROJECT_URL,
        "rules": rules,
    }


def _result(one: Diagnostic, fingerprint: str) -> dict[str, Any]:
    out: dict[str, Any] = {
        "ruleId": one.code,
        "level": LEVELS[one.severity],
        "message": {"text": one.message},
        "locations": [_location(one.path, _region(one.start, one.end))],
        "partialFingerprints": {"newslint/v1": fingerprint},
    }
    if one.related:
        out["relatedLocations"] = [_related(place) for place in one.related]
    if one.fix and one.fix.edits:
        out["fixes"] = [_fix(one.path, one.fix)]
    return out


def _related(place: str) -> dict[str, Any]:
    path, at = related(place)
    return _location(path, _region(at, at) if at else None)


def _location(path: str, region: dict[str, int] | None) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": _artifact(path)}
    return {"physicalLocation": physical | ({"region": region} if region else {})}


def _artifact(path: str) -> dict[str, str]:
    return {"uri": quote(path.encode("utf-8", "surrogateescape"), safe="/~")}


def _region(start: Position, end: Position) -> dict[str, int]:
    return {
        "startLine": start.row,
        "startColumn": start.column,
        "endLine": end.row,
        "endColumn": end.column,
    }


def _fix(path: str, fix: Mending) -> dict[str, Any]:
    replacements = [
        {
            "deletedRegion": _region(placed.start, placed.end),
            "insertedContent": {"text": placed.edit.text},
        }
        for placed in fix.edits
    ]
    change = {"artifactLocation": _artifact(path), "replacements": replacements}
    return {"description": {"text": fix.message}, "artifactChanges": [change]}
