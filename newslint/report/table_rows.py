"""What the table is made of: rows, in groups."""

from __future__ import annotations

from collections.abc import Sequence

from newslint.model.diagnostics import Diagnostic
from newslint.model.records import NamedTuple
from newslint.report.said_once import place_in
from newslint.report.summary import SEVERITIES

PLACES = 3
"""First places that are named of a kind, and values of what is joined."""


class Row(NamedTuple):
    """A problem, where it is or how often, what is said of it, and the first places of a kind."""

    place: str
    one: Diagnostic
    message: str
    number: int = 1
    places: tuple[str, ...] = ()


class Group(NamedTuple):
    """A path and what is there, the worst first; without a path, kinds of problems."""

    path: str
    rows: list[Row]


def said(one: Diagnostic) -> str:
    """What a row says: what was fixed, else what is wrong and what to do."""
    return one.fix.message if one.fixed and one.fix else one.text


def rank(one: Diagnostic) -> int:
    """The worst first; what is fixed stands as it stood in the file."""
    return 0 if one.fixed else SEVERITIES.index(one.severity)


def first_places(shown: Sequence[Diagnostic], number: int) -> tuple[str, ...]:
    """The places of these, and how many more there are of `number`."""
    more = number - len(shown)
    return (*map(place_in, shown), *([f"and {more:,} more"] if more > 0 else []))
