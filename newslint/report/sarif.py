"""SARIF 2.1.0, which code scanning services read.

Columns count code points (`columnKind`), ends are excluded, as in a `Diagnostic`. A path from the
top of what is checked out names that folder by a base id, which code scanning knows.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from newslint import __version__, registry
from newslint.model.as_json import related
from newslint.model.diagnostics import Diagnostic, DiagnosticFix
from newslint.model.spans import Position
from newslint.report.gitlab import fingerprints
from newslint.report.json import dump
from newslint.report.run_report import PROJECT_URL, Report, rule_url
from newslint.rule import Severity

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
BASE = "%SRCROOT{}%"
"""The first folder has the name that GitHub gives it; articles of more than one are rare."""

LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "note"}


def render(report: Report) -> str:
    """One run with what is left; unsafe fixes are in it only with `--unsafe-fixes`."""
    left = report.listed()
    places = _Places(report.roots)
    marked = zip(left, fingerprints(left), strict=True)
    results = [_result(one, mark, places, report.unsafe_fixes) for one, mark in marked]
    run: dict[str, Any] = {
        "tool": {"driver": _driver(left)},
        "columnKind": "unicodeCodePoints",
        "results": results,
    }
    if places.ids:
        run["originalUriBaseIds"] = {name: {"uri": uri} for uri, name in places.ids.items()}
    return dump({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _driver(found: Sequence[Diagnostic]) -> dict[str, Any]:
    names = {one.code: one.name for one in found}
    rules = [_rule(code, name) for code, name in sorted(names.items())]
    return {
        "name": "newslint",
        "version": __version__,
        "informationUri": PROJECT_URL,
        "rules": rules,
    }


def _rule(code: str, name: str) -> dict[str, Any]:
    """GitHub wants `fullDescription` and `help` of every rule, and shows the page at an alert."""
    out = {
        "id": code,
        "name": name,
        "shortDescription": {"text": name.replace("-", " ")},
        "helpUri": rule_url(code),
    }
    rule = next((rule for rule in registry.all_rules() if rule.code == code), None)
    if rule is None:
        return out
    page = registry.documentation(rule).strip()
    return out | {
        "fullDescription": {"text": page.partition("\n")[0].partition("): ")[2]},
        "help": {"text": page, "markdown": page},
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
    }


class _Places:
    """Files as SARIF names them. `ids`: URI of a folder -> its base id."""

    def __init__(self, roots: Mapping[str, str]) -> None:
        self._roots = roots
        tops = dict.fromkeys(roots[path] for path in sorted(roots))
        self.ids = {uri: BASE.format(number or "") for number, uri in enumerate(tops)}

    def location(self, path: str, region: dict[str, int] | None) -> dict[str, Any]:
        physical: dict[str, Any] = {"artifactLocation": self.artifact(path)}
        return {"physicalLocation": physical | ({"region": region} if region else {})}

    def artifact(self, path: str) -> dict[str, str]:
        """A relative reference and its base, or a URI: with a base id it may be no whole one."""
        data = path.encode("utf-8", "surrogateescape")
        if path not in self._roots and PurePath(path).is_absolute():
            drive = "" if path.startswith("/") else "/"
            return {"uri": f"file://{drive}{quote(data, safe='/~:')}"}
        base = {"uriBaseId": self.ids[self._roots[path]]} if path in self._roots else {}
        return {"uri": quote(data, safe="/~")} | base


def _result(
    one: Diagnostic, fingerprint: str, places: _Places, unsafe_fixes: bool
) -> dict[str, Any]:
    out: dict[str, Any] = {
        "ruleId": one.code,
        "level": LEVELS[one.severity],
        "message": {"text": one.text},
        "locations": [places.location(one.path, _region(one.start, one.end))],
        "partialFingerprints": {"newslint/v1": fingerprint},
    }
    if one.related:
        out["relatedLocations"] = [_related(place, places) for place in one.related]
    fix = one.fix
    if fix and fix.edits and (unsafe_fixes or fix.applicability == "safe"):
        out["fixes"] = [_fix(places.artifact(one.path), fix)]
    return out


def _related(place: str, places: _Places) -> dict[str, Any]:
    path, at = related(place)
    return places.location(path, _region(at, at) if at else None)


def _region(start: Position, end: Position) -> dict[str, int]:
    return {
        "startLine": start.row,
        "startColumn": start.column,
        "endLine": end.row,
        "endColumn": end.column,
    }


def _fix(artifact: dict[str, str], fix: DiagnosticFix) -> dict[str, Any]:
    replacements = [
        {
            "deletedRegion": _region(placed.start, placed.end),
            "insertedContent": {"text": placed.edit.text},
        }
        for placed in fix.edits
    ]
    change = {"artifactLocation": artifact, "replacements": replacements}
    return {"description": {"text": fix.message}, "artifactChanges": [change]}
