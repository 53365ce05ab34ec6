"""Problems by file, and the same one on many files as one row where they would fill the screen."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable
from itertools import groupby
from typing import NamedTuple

from newslint.model.diagnostics import Diagnostic
from newslint.report.summary import applicability, plural, printable

MAX_ROWS = 50
"""With more rows than this (about a screen), the same problem on many files becomes one."""

MANY_FILES = 3
"""On how many files the same problem must be to become one row."""

_VARYING = re.compile(r"(`[^`]*`(?:, `[^`]*`)*|\d+)")
_RANK = ("error", "warning", "info")


class Row(NamedTuple):
    """A problem, where it is or how often, and what is said of it."""

    place: str
    one: Diagnostic
    message: str


class Group(NamedTuple):
    """A heading (a path, or the first path and how many more) and what is there."""

    heading: str
    rows: list[Row]


def by_file(found: list[Diagnostic]) -> list[Group]:
    """Each problem in a row of its own."""
    groups = []
    for path, ones in groupby(found, key=lambda one: one.path):
        rows = [Row(f"{one.start.row}:{one.start.column}", one, _said(one)) for one in ones]
        groups.append(Group(printable(path), rows))
    return groups


def grouped(found: list[Diagnostic]) -> list[Group]:
    """By file; where these are too many rows, the same message on many files in one.

    Where these are too many still, messages that differ in values and numbers alone are one too.
    """
    groups = by_file(found)
    for message in (_said, _shape):
        if sum(len(group.rows) for group in groups) <= MAX_ROWS:
            break
        groups = _together(found, message)
    return groups


def _said(one: Diagnostic) -> str:
    return one.fix.message if one.fixed and one.fix else one.text


def _shape(one: Diagnostic) -> tuple[str, ...]:
    return tuple(_VARYING.split(_said(one))[::2])


def _together(found: list[Diagnostic], message: Callable[[Diagnostic], Hashable]) -> list[Group]:
    same: dict[Hashable, list[Diagnostic]] = {}
    for one in found:
        key = (one.code, message(one), one.severity, one.field, applicability(one))
        same.setdefault(key, []).append(one)
    many = [ones for ones in same.values() if len({one.path for one in ones}) >= MANY_FILES]
    taken = {id(one) for ones in many for one in ones}
    return [*_by_files(many), *by_file([one for one in found if id(one) not in taken])]


def _by_files(same: list[list[Diagnostic]]) -> list[Group]:
    """The problems on many files, those on the same files together, the worst first."""
    by_paths: dict[tuple[str, ...], list[Row]] = {}
    for ones in sorted(same, key=lambda ones: ones[0].order):
        paths = tuple(dict.fromkeys(one.path for one in ones))
        row = Row(f"{len(ones)}×", ones[0], _common([_said(one) for one in ones]))
        by_paths.setdefault(paths, []).append(row)
    groups = [
        Group(f"{printable(paths[0])} and {plural(len(paths) - 1, 'other file')}", rows)
        for paths, rows in sorted(by_paths.items(), key=lambda item: (-len(item[0]), item[0][0]))
    ]
    return sorted(
        groups, key=lambda group: min(_RANK.index(row.one.severity) for row in group.rows)
    )


def _common(messages: list[str]) -> str:
    """What messages of one shape say: an ellipsis for values or a number that differ."""
    made = []
    for parts in zip(*(_VARYING.split(message) for message in set(messages)), strict=True):
        other = "`…`" if parts[0].startswith("`") else "…"
        made.append(parts[0] if len(set(parts)) == 1 else other)
    return "".join(made)
