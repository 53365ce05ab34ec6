"""One broken entry of a block: its values repaired, then its lines, or why it cannot be.

An entry that holds a value without a repair is stuck; the faults say where and why.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newslint.frontmatter.contract import ParseOptions
from newslint.frontmatter.quote_heuristics import may_be_delimited
from newslint.frontmatter.yaml.repair.entry_values import Unit, units
from newslint.frontmatter.yaml.repair.indents import BrokenEntry, splice
from newslint.frontmatter.yaml.repair.lines import TEMPLATE, Text, has_key
from newslint.frontmatter.yaml.repair.order import (
    LAST_VALUE_REPAIRS,
    LINE_REPAIRS,
    VALUE_REPAIRS,
    ValueRepair,
)
from newslint.frontmatter.yaml.repair.reason import reason
from newslint.frontmatter.yaml.repair.trial import Proposal, Rows, TooLargeError, Trial, leaves
from newslint.frontmatter.yaml.repair.value import Around, read_value, refers
from newslint.model.faults import BadSeparator, Broken, Fault, Syntax, TemplateResidue
from newslint.model.spans import Span
from newslint.model.value import replaced

_MOST_ROWS = 300
"""Lines of an entry that are moved about; real ones have a tenth."""

Named = tuple[str, Proposal]
"""A proposal with the key that it is about; the key is empty for a line."""


class EntryMender:
    """Mends entries of one block. Spans of its faults are in the block."""

    def __init__(self, text: Text, reading: ParseOptions, around: Around, trial: Trial) -> None:
        self.text = text
        self.reading = reading
        self.around = around
        self.trial = trial
        self.anchored = ""  # the entries with values that others refer to

    def read(self, lines: str) -> Rows | None:
        """What the lines of an entry read as; it may refer to values of other entries."""
        tree = self.trial.read(lines)
        if tree is not None or not self.anchored or "*" not in lines:
            return tree
        before, tree = self.trial.read(self.anchored), self.trial.read(self.anchored + lines)
        return None if before is None or tree is None else tree[len(before) :]

    def mend(self, rows: range) -> tuple[list[Named], Rows | None, list[Fault]]:
        """What is proposed for an entry and what it then reads as; else the faults that remain."""
        pieces = units(self.text, rows)
        found, stuck = self._proposed(pieces)
        if stuck:
            return found, None, stuck
        entry = BrokenEntry(
            self.text,
            rows,
            tuple(pieces),
            tuple(one for _, one in found),
            self.around.known,
            self.trial,
        )
        tree = self.read(entry.spliced([]))
        if tree is not None and stands(self.text, rows, tree):
            return found, tree, []
        moves, tree = self._moved(entry) if len(rows) <= _MOST_ROWS else ([], None)
        if tree is None:
            return found, None, [self._entry_fault(entry)]
        return [*found, *(("", move) for move in moves)], tree, []

    def _proposed(self, pieces: Sequence[Unit]) -> tuple[list[Named], list[Fault]]:
        """The repairs of single values, and the faults of those for which there is none."""
        top = pieces[0].key.strip("\"'") if pieces else ""
        found: list[Named] = []
        stuck: list[Fault] = []
        for unit in pieces:
            if unit.value == unit.end or (not unit.glued and self._reads(unit)):
                continue  # nothing stands there, or what does is right
            proposal = self._repaired(unit, top)
            if proposal is None:
                stuck.append(self._unit_fault(unit, top))
            else:
                found.append((unit.key.strip("\"'") or top, proposal))
        return found, stuck

    # values

    def _standalone(self, unit: Unit, made: Sequence[Proposal] = ()) -> str:
        """A unit as a block of its own; an item becomes the one item of a list."""
        lead = "" if unit.key else "x:\n"
        return lead + splice(self.text.content, unit.head, unit.end, list(made)) + "\n"

    def _reads(self, unit: Unit) -> bool:
        """True for a value that reads on its own. Raises TooLargeError for one beyond a limit."""
        alone = self._standalone(unit)
        if self._refers(unit) or self.trial.read(alone) is not None:
            return True
        if large := self.trial.large.get(alone):
            before = unit.head - (0 if unit.key else len("x:\n"))
            raise TooLargeError(replaced(large, span=Span(*(before + at for at in large.span))))
        return False

    def _refers(self, unit: Unit) -> bool:
        return refers(self.text.content[unit.value : unit.end], self.around.shared)

    def _repaired(self, unit: Unit, top: str) -> Proposal | None:
        """The first repair of a value that fits; not certain when another one fits as well."""
        before: list[Proposal] = []
        if unit.glued:
            before = [self._separator(unit)]
            if self._refers(unit) or self.trial.read(self._standalone(unit, before)) is not None:
                return before[0]
        fitting = self._fitting(unit, top, before, VALUE_REPAIRS)
        fitting = fitting or self._fitting(unit, top, before, LAST_VALUE_REPAIRS)
        if not fitting:
            return None
        read, best = fitting[0]
        certain = best.certain and all(other == read for other, _ in fitting)
        for one in before:
            text = f"{one.text}{best.text}"
            best = one._replace(end=best.end, text=text, order=f"{one.order} and quote the value")
            certain = certain and one.certain
        return best._replace(certain=certain)

    def _fitting(
        self, unit: Unit, top: str, before: list[Proposal], repairs: Sequence[ValueRepair]
    ) -> list[tuple[str | None, Proposal]]:
        """What of the repairs makes a value parse as it claims, with the text that it then has."""
        role = self._role(unit.key or top)
        raw = self.text.content[unit.value : unit.end]
        if not raw:
            return []
        value = read_value(unit, raw, role, self.around, loose=self._loose(unit))
        found = []
        for one in (one for repair in repairs for one in repair(value)):
            made = self._standalone(unit, [*before, one])
            read = self.trial.value(made)
            if one.claim == read or (one.claim is None and self.trial.read(made) is not None):
                found.append((read, one))
        return found

    def _separator(self, unit: Unit) -> Proposal:
        """A blank after the colon, and a colon where another character stands for one.

        Every line of a mapping must have a key; certain where the site knows this one, where its
        form is no word's, or where quotes or another character than a colon follow it.
        """
        start = unit.head + len(unit.key)
        mark = self.text.content[start : unit.value].strip(" \t")
        words, order = "has no space after its colon", "Insert a space after the colon"
        if mark[:1] != ":":
            words, order = f"has `{mark}` instead of a colon", "Write a colon"
        elif len(mark) > 1:
            words, order = "has an unusual space after its colon", "Write a plain space"
        key = unit.key.strip("\"'")
        form = "_" in key or unit.key != key or self.text.content[unit.value] in "\"'["
        sure = mark != ":" or key.lower() in self.around.known or form
        sure = sure and not unit.column and not self._loose(unit)  # below a key it may be its text
        value = self.text.content[unit.value : unit.end]
        sure = sure and (value[0] in "\"'" or not may_be_delimited(value))
        place = (unit.head, unit.end)
        return Proposal(BadSeparator, words, order, start, unit.value, ": ", None, sure, place)

    def _loose(self, unit: Unit) -> bool:
        """True when a line of the value may be something else than the rest of its text, or the
        line below may be the rest, although a colon makes it a key."""
        rows = [row for row in range(unit.first + 1, unit.last) if not self.text.blank(row)]
        below = self.text.structure(unit.last) if unit.last < len(self.text.lines) else None
        if below and not below["indent"] and " " in (below["key"] or ""):
            return True
        return any(self.text.indent(row) <= unit.column or self.text.structure(row) for row in rows)

    def _role(self, key: str) -> str:
        folded = key.strip("\"'").lower()
        return self.reading.role_of.get(folded, folded)

    # lines

    def _moved(self, entry: BrokenEntry) -> tuple[list[Proposal], Rows | None]:
        """The first repair of the layout after which the entry reads, with all of its words."""
        for repair in LINE_REPAIRS:
            for moves in repair(entry):
                tree = self.trial.read(entry.spliced(moves))
                if tree and _letters(leaves(tree)) == _letters(self._words(entry, moves)):
                    return moves, tree
        return [], None

    def _words(self, entry: BrokenEntry, moves: Sequence[Proposal]) -> Iterator[str]:
        """What an entry says, line by line: values as they read on their own, repaired."""
        first = {unit.first: unit for unit in entry.units}
        moved = {self.text.row(move.start) for move in moves}
        row = entry.rows.start
        while row < entry.rows.stop:
            unit = first.get(row)
            if unit is not None:
                made = [one for one in entry.found if unit.head <= one.start <= unit.end]
                tree = self.trial.read(self._standalone(unit, made))
                yield from list(leaves(tree))[0 if unit.key else 1 :] if tree else ()
            elif not self.text.comment(row) or row in moved:
                yield self.text.line(row)
            row = unit.last if unit is not None else row + 1

    # faults

    def _unit_fault(self, unit: Unit, top: str) -> Broken | TemplateResidue:
        """Why a value does not parse, at its place."""
        key = unit.key.strip("\"'") or top
        if TEMPLATE.match(self.text.content, unit.value):
            span = Span(unit.value, max(unit.value, unit.end))
            return TemplateResidue(span, "template code is left", key)
        made = self._standalone(unit)
        fault = self.trial.fault(made)
        shift = unit.head - (0 if unit.key else len("x:\n"))
        fault = _shifted(fault, shift, Span(unit.value, unit.end), key)
        return reason(self.text, (unit,), fault, self.around.known)

    def _entry_fault(self, entry: BrokenEntry) -> Broken | TemplateResidue:
        """Why an entry does not parse, at its place."""
        for row in entry.orphans():
            if self.text.template(row):
                return TemplateResidue(Span(*entry.line(row)), "template code is left")
        start = self.text.lines[entry.rows.start].start
        bare = BrokenEntry(self.text, entry.rows, entry.units, (), self.around.known, self.trial)
        fault = self.trial.fault(bare.spliced([]))
        fault = _shifted(fault, start, Span(*entry.line(entry.rows.start)), "")
        return reason(self.text, entry.units, fault, self.around.known)


def stands(text: Text, rows: range, tree: Rows) -> bool:
    """True when what an entry reads as is one key with its value.

    Above the first key nothing may stand but comments, unless no key is at the left margin.
    """
    if len(rows) == len(text.lines):
        return True
    return len(tree) == (0 if rows.start == 0 and not has_key(text, 0) else 1)


def _shifted(fault: Broken | None, shift: int, place: Span, key: str) -> Broken:
    if fault is None:
        return Syntax(place, "the line does not belong here", key)
    span = Span(fault.span.start + shift, fault.span.end + shift)
    return (
        replaced(fault, span=span, key=key)
        if isinstance(fault, Syntax)
        else replaced(fault, span=span)
    )


def _letters(words: Sequence[str] | Iterator[str]) -> str:
    return "".join(re.findall(r"\w", "".join(words)))
