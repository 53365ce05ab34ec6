"""GitLab's Code Quality report (`artifacts:reports:codequality`), a subset of Code Climate's.

GitLab drops a second entry with the same fingerprint, and takes a problem whose fingerprint changed
for a new one. So it is made of path, code and message, not of the row, and equal ones are counted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from itertools import chain
from typing import Any

from newslint.model.diagnostics import Diagnostic
from newslint.report.json import BETWEEN, array, items
from newslint.report.run_report import Report
from newslint.report.said_once import as_diagnostics
from newslint.rule import Severity

LEVELS: dict[Severity, str] = {"error": "major", "warning": "minor", "info": "info"}


def render(report: Report) -> str:
    """An array of what is left."""
    return "".join(parts(report))


def parts(report: Report) -> Iterator[str]:
    """The same, piece by piece."""
    once = filter(None, [_items(as_diagnostics(report.entries))])
    others = report.written(lambda found: _items(report.apart_of(found)), BETWEEN)
    return array(chain(once, others))


def _items(left: Sequence[Diagnostic]) -> str:
    """As items of the array."""
    return items(_entry(one, mark) for one, mark in zip(left, fingerprints(left), strict=True))


def _entry(one: Diagnostic, fingerprint: str) -> dict[str, Any]:
    return {
        "description": f"{one.code}: {one.text}",
        "check_name": f"{one.code} {one.name}",
        "fingerprint": fingerprint,
        "severity": LEVELS[one.severity],
        "location": {
            "path": one.path,
            "lines": {"begin": one.start.row, "end": one.end.row},
        },
    }


def fingerprints(found: Iterable[Diagnostic]) -> list[str]:
    """For each diagnostic a text that stays the same when other lines of its file change."""
    seen: Counter[tuple[str, str, str]] = Counter()
    out = []
    for one in found:
        key = (one.path, one.code, "" if one.said_once else one.text)  # its numbers change
        seen[key] += 1
        text = "\0".join((*key, str(seen[key])))
        out.append(sha256(text.encode("utf-8", "surrogateescape")).hexdigest()[:32])
    return out
