"""Diagnostics as the objects that JSON has: ruff's keys where ruff has them."""

from __future__ import annotations

from typing import Any

from newslint.model.links import rule_url
from newslint.model.spans import Position

ALSO = "is part of this problem"
"""What is said of the other places of a problem."""


def as_object(one: Any) -> dict[str, Any]:
    """A `Diagnostic`; `fixed` and `habit` are there only where they are true."""
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
        "related": [related_place(place) for place in one.related],
        "url": rule_url(one.code),
    }
    if one.fixed:
        out["fixed"] = True
    if one.habit:
        out["habit"] = True
    return out


def _position(position: Position) -> dict[str, int]:
    return {"row": position.row, "column": position.column}


def _fix(fix: Any) -> dict[str, Any]:
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


def related_place(place: str, message: str = ALSO) -> dict[str, Any]:
    """The object of another place, `path:row:column`."""
    path, at = related(place)
    return {"filename": path, "location": _position(at) if at else None, "message": message}


def related(place: str) -> tuple[str, Position | None]:
    """A place in another file: its path, and where in it when it is written `path:row:column`."""
    path, *numbers = place.rsplit(":", 2)
    if len(numbers) == 2 and all(number.isdecimal() for number in numbers):
        return path, Position(int(numbers[0]), int(numbers[1]))
    return place, None
