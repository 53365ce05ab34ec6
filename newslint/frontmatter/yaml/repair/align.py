"""The repair of lines that stand between the columns of the lines above them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.frontmatter.yaml.repair.indents import BrokenEntry, proposal
from newslint.frontmatter.yaml.repair.lines import cut
from newslint.frontmatter.yaml.repair.trial import Mistake, Proposal
from newslint.model.faults import IndentationDrift

_MOST_MOVES = 12
_Moves = dict[int, tuple[int, bool]]


def realigned(entry: BrokenEntry) -> Iterator[list[Proposal]]:
    """A line that stands between the columns of the lines above it goes to the nearest of them.

    Line by line, each at the place where the parser stops, as long as it then gets further. A key
    that can only go to the left margin is certain where the site knows it and it cannot be the
    rest of the value above it, as below a comment or quotes.
    """
    leads = {row: entry.text.indent(row) for row in entry.rows if not entry.text.blank(row)}
    moved = _above_first_key(entry, leads)
    row = _stops_at(entry, leads, moved)
    for _ in range(_MOST_MOVES):
        if row is None:
            yield [
                _moved(entry, one, *where)
                for one, where in sorted(moved.items())
                if where[0] != leads[one]
            ]
            return
        step = _next_move(entry, leads, moved, row)
        if step is None:
            return
        moved, row = step


def _above_first_key(entry: BrokenEntry, leads: dict[int, int]) -> _Moves:
    """Keys that are indented while the ones below them are not go to the left margin together."""
    match = entry.text.structure(entry.rows.start)
    shift = leads.get(entry.rows.start, 0)
    if not shift or match is None or match["dashes"] or not match["key"]:
        return {}
    certain = all(lead >= shift for lead in leads.values())
    return {row: (max(0, lead - shift), certain) for row, lead in leads.items()}


def _next_move(
    entry: BrokenEntry, leads: dict[int, int], moved: _Moves, row: int
) -> tuple[_Moves, int | None] | None:
    """The moves with one more, of the line at which the parser stops, and where it stops then."""
    if row not in leads:
        return None  # the parser stops after the entry
    here = _column(leads, moved, row)
    levels = _levels(entry, leads, moved, row)
    for column in sorted(levels - {here}, key=lambda c: (abs(c - here), -c)):
        more = moved | {row: (column, levels == {0} and _is_own(entry, row))}
        if column > here:
            more |= _taken_along(entry, leads, moved, row, column - here)
        stops = _stops_at(entry, leads, more)
        if stops is None or stops > row:
            return more, stops
    return None


def _taken_along(
    entry: BrokenEntry, leads: dict[int, int], moved: _Moves, row: int, shift: int
) -> _Moves:
    """The moves of the lines below a line that are indented further than it: they go with it."""
    here = _column(leads, moved, row)
    along: _Moves = {}
    for below in range(row + 1, entry.rows.stop):
        if below in leads:
            lead = _column(leads, moved, below)
            if lead <= here:
                break
            along[below] = (lead + shift, True)
    return along


def _levels(entry: BrokenEntry, leads: dict[int, int], moved: _Moves, row: int) -> set[int]:
    """The columns at which a line like this one may stand, by the lines above it."""
    match = entry.text.structure(row)
    if match is None:
        return set()
    item, limit = bool(match["dashes"]), 1 << 30
    levels = set() if item else {0}
    for above in range(row - 1, entry.rows.start - 1, -1):
        other = entry.text.structure(above)
        if other is None or entry.text.comment(above) or _column(leads, moved, above) >= limit:
            continue
        limit = _column(leads, moved, above)
        key = limit + len(other["dashes"])
        if not item:
            levels |= {key} if other["key"] else set()
        elif other["dashes"]:
            levels.add(limit)
        elif other.end() >= len(entry.text.line(above).rstrip(" \t")) + other.start():
            levels |= {key, key + 2}  # the list may be the value of this key
    return levels


def _is_own(entry: BrokenEntry, row: int) -> bool:
    """True when an indented key is one that the site knows, and cannot be the rest of the value
    above it. Any other may be part of a mapping whose own key is lost."""
    match = entry.text.structure(row)
    if match is None or match["dashes"] or (match["key"] or "").lower() not in entry.known:
        return False
    above = entry.above(row)
    if entry.text.comment(row - 1) or above is None:
        return True
    if any(above.first < orphan < row for orphan in entry.orphans()):
        return False
    if above.value == above.end or entry.text.content[above.value] in "\"'[{":
        return True
    if above.item and entry.text.indent(row) <= above.column:
        return True
    value = entry.text.content[match.end() : entry.text.lines[row].end]
    typed = re.match(r"""["'\[]|[0-9]{4}-|https?://|(?:true|false)$""", value)
    return not value or bool(typed) or _uniform(entry, row)


def _uniform(entry: BrokenEntry, row: int) -> bool:
    """True for one of several known keys that are indented alike."""
    alike = [r for r in entry.rows if entry.text.indent(r) == entry.text.indent(row)]
    keys = [match["key"] or "" for r in alike if (match := entry.text.structure(r))]
    return len(keys) > 1 and all(key.lower() in entry.known for key in keys)


def _column(leads: dict[int, int], moved: _Moves, row: int) -> int:
    return moved[row][0] if row in moved else leads[row]


def _moved(entry: BrokenEntry, row: int, column: int, certain: bool) -> Proposal:
    place = entry.insert(row, 0, " " * column, entry.text.indent(row))
    words = "is not in line with the lines that it belongs to"
    spaces = f"{column} space{'s' if column > 1 else ''}"
    order = f"Indent it by {spaces}" if column else "Move it to the left margin"
    mistake = Mistake(IndentationDrift, words, order)
    return proposal(entry, row, mistake, place, certain=certain)


def _stops_at(entry: BrokenEntry, leads: dict[int, int], moved: _Moves) -> int | None:
    """The line at which the parser stops; None when it reads the whole entry."""
    moves = [_moved(entry, row, *where) for row, where in moved.items() if where[0] != leads[row]]
    made = entry.spliced(moves)
    fault = entry.trial.fault(made)
    return None if fault is None else entry.rows.start + cut(made).row(fault.span.start)
