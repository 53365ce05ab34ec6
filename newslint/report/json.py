"""The report for programs: ruff's keys where ruff has them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import islice
from typing import Any

from newslint.model.as_json import as_object, related_place
from newslint.report.run_report import Report
from newslint.report.said_once import as_diagnostic, place_in
from newslint.report.summary import COMMAND_BRACKET
from newslint.site.entries import Entry
from newslint.text.regex import regex

_DRIVES = regex("[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
"""What drives a terminal and JSON leaves as it is: DEL, C1, separators, bidi controls."""


def render(report: Report) -> str:
    """One array with what is said once, what else is left and what was fixed."""
    return "".join(parts(report))


def parts(report: Report) -> Iterator[str]:
    """The same, piece by piece."""
    begin = ""
    for several in _chunks(objects(report)):
        inner = dump(several).removeprefix("[\n").removesuffix("\n]\n")
        yield f"{begin or '['}\n{inner}"
        begin = ","
    yield "\n]\n" if begin else "[]\n"


def _chunks(every: Iterator[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    while several := list(islice(every, 4 * MANY)):
        yield several


def objects(report: Report) -> Iterator[dict[str, Any]]:
    """What is said once, then each other diagnostic in order."""
    yield from map(_once, report.entries)
    for found in report.by_path():
        others = (one for one in found if not (one.said_once and report.entries))
        yield from map(as_object, others)


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
