"""SARIF 2.1.0, which code scanning services read.

Columns count code points (`columnKind`), ends are excluded, as in a `Diagnostic`. A path from the
top of what is checked out names that folder by a base id, which code scanning knows. What GitHub
reads of it, and how much, is in its documentation ("SARIF support for code scanning").
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from newslint import __version__, registry
from newslint.model.as_json import related
from newslint.model.diagnostics import Diagnostic, DiagnosticFix
from newslint.model.spans import Position
from newslint.model.tally import NOT_CHECKED
from newslint.report.gitlab import fingerprints
from newslint.report.json import dump
from newslint.report.line_hash import line_hashes
from newslint.report.run_report import PROJECT_URL, Report, rule_url
from newslint.rule import Severity

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
BASE = "%SRCROOT{}%"
"""The first folder has the name that GitHub gives it; articles of more than one are rare."""

LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "note"}


MOST = 25_000
"""Results of a run: GitHub refuses a file with more, and shows the 5,000 worst."""

PROBLEMS: dict[Severity, str] = {
    "error": "error",
    "warning": "warning",
    "info": "recommendation",
}
"""What GitHub calls a severity, by which it sorts alerts."""


def render(report: Report) -> str:
    """One run with what is left; unsafe fixes are in it only with `--unsafe-fixes`."""
    listed = report.listed()
    left = _worst(listed)
    places = _Places(report.roots)
    hashes = _hashes(report, left)
    results = [
        _result(one, _marks(one, mark, hashes), places, report.unsafe_fixes)
        for one, mark in zip(left, fingerprints(left), strict=True)
    ]
    run: dict[str, Any] = {
        "tool": {"driver": _driver(left)},
        "invocations": [_invocation(listed, len(listed) - len(left))],
        "columnKind": "unicodeCodePoints",
        "results": results,
    }
    if places.ids:
        run["originalUriBaseIds"] = {name: {"uri": uri} for uri, name in places.ids.items()}
    return dump({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _worst(listed: list[Diagnostic]) -> list[Diagnostic]:
    """As many as a server takes, the worst of them, in order."""
    if len(listed) <= MOST:
        return listed
    by_severity = sorted(enumerate(listed), key=lambda pair: _RANK[pair[1].severity])
    return [one for _, one in sorted(by_severity[:MOST], key=lambda pair: pair[0])]


_RANK = {severity: rank for rank, severity in enumerate(LEVELS)}


def _invocation(listed: Sequence[Diagnostic], left_out: int) -> dict[str, Any]:
    """Whether all could be checked, and how many results are left out."""
    out: dict[str, Any] = {
        "executionSuccessful": all(one.name not in NOT_CHECKED for one in listed)
    }
    if left_out:
        text = f"{left_out:,} results are left out, the mildest: servers take {MOST:,}"
        out["toolExecutionNotifications"] = [{"level": "warning", "message": {"text": text}}]
    return out


def _hashes(report: Report, left: Iterable[Diagnostic]) -> dict[tuple[str, int], str]:
    """Path and row -> GitHub's hash of the line, where the text on the disk is known."""
    rows: dict[str, set[int]] = {}
    for one in left:
        rows.setdefault(one.path, set()).add(one.start.row)
    found = {}
    for result in report.results:
        text = result.before if result.after is None else result.after
        if text is None or result.encoding or "\ufffd" in text or result.path not in rows:
            continue
        whole = f"\ufeff{text}" if result.bom[-1] else text
        for row, mark in line_hashes(whole, rows[result.path]).items():
            found[result.path, row] = mark
    return found


def _marks(
    one: Diagnostic, fingerprint: str, hashes: Mapping[tuple[str, int], str]
) -> dict[str, str]:
    line = hashes.get((one.path, one.start.row))
    own = {"newslint/v1": fingerprint}
    return own | {"primaryLocationLineHash": line} if line else own


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
        "properties": {
            "precision": rule.precision.level,
            "problem.severity": PROBLEMS[rule.severity],
            "tags": ["front-matter", code[:3]],
        },
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
    one: Diagnostic, marks: dict[str, str], places: _Places, unsafe_fixes: bool
) -> dict[str, Any]:
    out: dict[str, Any] = {
        "ruleId": one.code,
        "level": LEVELS[one.severity],
        "message": {"text": one.text},
        "locations": [places.location(one.path, _region(one.start, one.end))],
        "partialFingerprints": marks,
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
