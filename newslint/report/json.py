"""The report for programs: ruff's keys where ruff has them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any

from newslint.model.as_json import as_object, related_place
from newslint.model.diagnostics import Diagnostic
from newslint.report.json_text import harmless, item
from newslint.report.run_report import Report
from newslint.report.said_once import as_diagnostic, place_in
from newslint.site.entries import Entry


def render(report: Report) -> str:
    """One array with what is said once, what else is left and what was fixed."""
    return "".join(parts(report))


def parts(report: Report) -> Iterator[str]:
    """The same, piece by piece."""
    return array(_pieces(report))


def array(pieces: Iterable[str]) -> Iterator[str]:
    """An array of what is in these pieces, each of which has one item or more."""
    begin = "["
    for piece in pieces:
        yield f"{begin}\n{piece}"
        begin = ","
    yield "\n]\n" if begin == "," else "[]\n"


def items(several: Iterable[object]) -> str:
    """Objects as items of an array; empty for none."""
    text = dump([*several])
    return text.removeprefix("[\n").removesuffix("\n]\n") if text != "[]\n" else ""


def _pieces(report: Report) -> Iterator[str]:
    """What is said once, then of each path what else there is, without the brackets."""
    if report.entries:
        yield items(map(_once, report.entries))
    yield from report.written(partial(_items, report), BETWEEN)


BETWEEN = ",\n"
"""What stands between two items of an array."""


def _items(report: Report, found: Iterable[Diagnostic]) -> str:
    return BETWEEN.join(map(item, _others(report, found)))


def _others(report: Report, found: Iterable[Diagnostic]) -> Iterable[Diagnostic]:
    """Those that are in no entry."""
    return [one for one in found if not one.said_once] if report.entries else found


def lines(report: Report) -> Iterator[str]:
    """What is said once, then each other diagnostic in order, an object a line."""
    yield "".join(_line(_once(entry)) for entry in report.entries)
    yield from report.written(partial(_lines, report))


def _lines(report: Report, found: Iterable[Diagnostic]) -> str:
    return "".join(_line(as_object(one)) for one in _others(report, found))


def _line(value: object) -> str:
    return dump(value, indent=None)


def _once(entry: Entry) -> dict[str, Any]:
    """What is said once: with the number, the first places and the line that settles it."""
    return as_object(as_diagnostic(entry)) | {
        "message": entry.message,
        "advice": entry.advice or None,
        "related": [],
        "count": entry.number,
        "where": entry.where,
        "examples": [related_place(place_in(one), one.message) for one in entry.examples],
        "habit": entry.habit,
        "config": entry.settle or None,
    }


def dump(value: object, indent: int | None = 2) -> str:
    """JSON text that can be written, `harmless`."""
    text = _quick(value) if indent == 2 and isinstance(value, list) and len(value) >= MANY else ""
    return harmless(text or json.dumps(value, ensure_ascii=False, indent=indent)) + "\n"


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
