"""The report for programs: ruff's keys where ruff has them."""

from __future__ import annotations

import json
import re
from typing import Any

from newslint.model.diagnostics import Diagnostic, DiagnosticFix
from newslint.model.spans import Position
from newslint.report.run_report import Report, rule_url
from newslint.report.said_once import as_diagnostic, place_in
from newslint.report.summary import COMMAND_BRACKET
from newslint.site.entries import Entry

_DRIVES = re.compile("[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
"""What drives a terminal and JSON leaves as it is: DEL, C1, separators, bidi controls."""


def render(report: Report) -> str:
    """One array with what is said once, what else is left and what was fixed."""
    return dump(objects(report))


def objects(report: Report) -> list[dict[str, Any]]:
    """What is said once, then each other diagnostic in order."""
    once = [_once(entry) for entry in report.entries]
    others = (one for one in report.diagnostics() if not (one.said_once and report.entries))
    return [*once, *(as_object(one) for one in others)]


def _once(entry: Entry) -> dict[str, Any]:
    """What is said once: with the number, the first places and the line that settles it."""
    return as_object(as_diagnostic(entry)) | {
        "message": entry.message,
        "advice": entry.advice or None,
        "related": [],
        "count": entry.number,
        "where": entry.where,
        "examples": [_related(place_in(one)) for one in entry.examples],
        "habit": entry.habit,
        "config": entry.settle or None,
    }


def dump(value: object, indent: int | None = 2) -> str:
    """JSON text that can be written as UTF-8: a lone surrogate (of a path) becomes an escape.

    So do a character that drives a terminal, and the bracket of `##[`, which the runners of CI
    services take for a command wherever it stands.
    """
    text = _quick(value) if indent == 2 and isinstance(value, list) and len(value) >= MANY else ""
    if not text:
        text = json.dumps(value, ensure_ascii=False, indent=indent)
    text = _DRIVES.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
    text = COMMAND_BRACKET.sub(lambda match: f"{match[1]}\\u005b", text)
    return text.encode("utf-8", "backslashreplace").decode("utf-8") + "\n"


MANY = 500
"""Objects of a list from which on a faster writer is worth its import."""


def _quick(value: list[Any]) -> str:
    """What `json` writes, by orjson: they differ in floats, which no report has; empty where orjson
    takes it not, as for a lone surrogate."""
    import orjson

    try:
        return orjson.dumps(value, option=orjson.OPT_INDENT_2).decode()
    except TypeError:
        return ""


def as_object(one: Diagnostic) -> dict[str, Any]:
    """A diagnostic; `related` only where there is another file, `fixed` and `habit`
    only where they are true."""
    out: dict[str, Any] = {
        "code": one.code,
        "name": one.name,
        "severity": one.severity,
        "field": one.field,
        "message": one.message,
        "advice": one.advice or None,
        "filename": one.path,
        "location": _position(one.start),
        "end_location": _position(one.end),
        "fix": _fix(one.fix) if one.fix else None,
        "url": rule_url(one.code),
    }
    if one.related:
        out["related"] = [_related(place) for place in one.related]
    if one.fixed:
        out["fixed"] = True
    if one.habit:
        out["habit"] = True
    return out


def _position(position: Position) -> dict[str, int]:
    return {"row": position.row, "column": position.column}


def _fix(fix: DiagnosticFix) -> dict[str, Any]:
    edits = [
        {
            "content": placed.edit.text,
            "location": _position(placed.start),
            "end_location": _position(placed.end),
        }
        for placed in fix.edits
    ]
    return {
        "applicability": fix.applicability,
        "reason": fix.reason,
        "message": fix.message,
        "edits": edits,
    }


def _related(place: str) -> dict[str, Any]:
    path, at = related(place)
    return {"filename": path, "location": _position(at) if at else None}


def related(place: str) -> tuple[str, Position | None]:
    """A place in another file: its path, and where in it when it is written `path:row:column`."""
    path, *numbers = place.rsplit(":", 2)
    if len(numbers) == 2 and all(number.isdecimal() for number in numbers):
        return path, Position(int(numbers[0]), int(numbers[1]))
    return place, None
