"""The rows of the table: problems by file, or by kind where they would fill several screens."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from itertools import groupby

from newslint.model.diagnostics import Diagnostic
from newslint.model.records import NamedTuple
from newslint.model.tally import applicability
from newslint.report.said_once import place_in
from newslint.report.summary import SEVERITIES
from newslint.text.regex import regex

MAX_LINES = 120
"""With more lines than this (a few screens), the problems of one kind become one row."""

PLACES = 3
"""First places that are named of a kind, and values of what is joined."""

_VARYING = regex(r"(`[^`]*`(?:, `[^`]*`)*|\d+)")


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


def grouped(found: list[Diagnostic], capped: list[Diagnostic]) -> list[Group]:
    """By file; where these are too many rows, by kind. `capped` are those that a file shows.

    A kind is a message with other values and numbers; where these are too many, a rule.
    """
    groups = by_file(capped)
    for kind in (_shape, _code):
        if fit(groups):
            break
        groups = [Group("", _kinds(found, kind))]
    return groups


def is_listed(groups: Iterable[Group]) -> bool:
    """Whether each problem has its place: the groups are files."""
    return all(group.path for group in groups)


def fit(groups: Iterable[Group]) -> bool:
    """Whether these are a few screens: a line for each row and heading, and one between files."""
    return sum(len(group.rows) + 2 for group in groups) <= MAX_LINES


def by_file(found: Iterable[Diagnostic]) -> list[Group]:
    """A group for each file, its worst problems first; neighbours in a list are one row."""
    groups = []
    for path, ones in groupby(found, key=lambda one: one.path):
        rows = [_row(run) for run in _runs(list(ones))]
        groups.append(Group(path, sorted(rows, key=lambda row: _rank(row.one))))
    return groups


def said(one: Diagnostic) -> str:
    """What a row says: what was fixed, else what is wrong and what to do."""
    return one.fix.message if one.fixed and one.fix else one.text


def _rank(one: Diagnostic) -> int:
    """The worst first; what is fixed stands as it stood in the file."""
    return 0 if one.fixed else SEVERITIES.index(one.severity)


def _shape(one: Diagnostic) -> tuple[str, ...]:
    return tuple(_VARYING.split(said(one))[::2])


def _code(one: Diagnostic) -> Hashable:
    return one.code


def _key(one: Diagnostic) -> tuple[object, ...]:
    return (one.code, one.severity, one.field, applicability(one), _shape(one))


def _runs(found: list[Diagnostic]) -> list[list[Diagnostic]]:
    """The problems of a file in order; those of one kind on neighbouring items are together."""
    runs: list[list[Diagnostic]] = []
    last: dict[tuple[object, ...], list[Diagnostic]] = {}
    for one in found:
        key = _key(one)
        run = last.get(key)
        if run is not None and _neighbours(run[-1], one):
            run.append(one)
        else:
            last[key] = [one]
            runs.append(last[key])
    return runs


def _neighbours(before: Diagnostic, after: Diagnostic) -> bool:
    """Whether two places are items of one list: on one line, or each on the next."""
    return bool(after.field) and after.start.row - before.end.row <= 1


def _row(run: list[Diagnostic]) -> Row:
    first, last = run[0], run[-1]
    if len(run) == 1:
        return Row(f"{first.start.row}:{first.start.column}", first, said(first))
    if first.start.row == last.start.row:
        place = f"{first.start.row}:{first.start.column}"
    else:
        place = f"{first.start.row}-{last.start.row}"
    return Row(place, first, _joined([said(one) for one in run]), len(run))


def _joined(messages: list[str]) -> str:
    """What the messages say, with the values of each where they differ."""
    parts = []
    for column in zip(*(_VARYING.split(message) for message in messages), strict=True):
        different = list(dict.fromkeys(column))
        more = f" and {len(different) - PLACES} more" if len(different) > PLACES else ""
        parts.append(", ".join(different[:PLACES]) + more)
    return "".join(parts)


def _kinds(found: list[Diagnostic], kind: Callable[[Diagnostic], Hashable]) -> list[Row]:
    """One row for each kind, the worst first, then the most frequent."""
    same: dict[Hashable, list[Diagnostic]] = {}
    for one in found:
        key = (one.code, kind(one), one.severity, applicability(one))
        same.setdefault(key, []).append(one)
    rows = [(len(ones), _kind(ones)) for ones in same.values()]
    rows.sort(key=lambda pair: (_rank(pair[1].one), -pair[0], pair[1].one.code))
    return [row for _, row in rows]


def _kind(ones: list[Diagnostic]) -> Row:
    first = ones[0]
    if len(ones) == 1:
        return Row("1×", first, said(first), 1, (place_in(first),))
    of_files = {one.path: one for one in reversed(ones)}
    shown = sorted(of_files.values(), key=lambda one: one.order)[:PLACES]
    places = first_places(shown, len(ones))
    return Row(f"{len(ones):,}×", first, _common(map(said, ones)), len(ones), places)


def first_places(shown: Sequence[Diagnostic], number: int) -> tuple[str, ...]:
    """The places of these, and how many more there are of `number`."""
    more = number - len(shown)
    return (*map(place_in, shown), *([f"and {more:,} more"] if more > 0 else []))


def _common(messages: Iterable[str]) -> str:
    """What messages of one shape say: an ellipsis for a value and for numbers that differ.

    Of messages of several shapes, and where several values differ, the first is an example.
    """
    different = list(dict.fromkeys(messages))
    split = [_VARYING.split(message) for message in different]
    if len({tuple(parts[::2]) for parts in split}) > 1 or _values(split) > 1:
        return f"for example {different[0]}"
    made = []
    for parts in zip(*split, strict=True):
        other = "`…`" if parts[0].startswith("`") else "…"
        made.append(parts[0] if len(set(parts)) == 1 else other)
    return "".join(made)


def _values(split: list[list[str]]) -> int:
    """How many values differ, of messages in their parts."""
    columns = list(zip(*split, strict=True))[1::2]
    return sum(1 for one in columns if one[0].startswith("`") and len(set(one)) > 1)
