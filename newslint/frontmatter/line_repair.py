"""TOML and JSON front matter that cannot be read, repaired line by line.

The parser names the first mistake, a repair fixes its line, and the parser goes on to the next. A
repair counts only when the line then reads on its own, so that it cannot take in or change another,
and only when the whole block reads with all of them made; where one line has none, none is offered
for any. Where one is not certain, none is: the block cannot be read before all are made.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from newslint.model.faults import Broken, Fault, Repairable, Syntax
from newslint.model.records import NamedTuple
from newslint.model.spans import Edit, Span, apply_edits
from newslint.model.value import replaced

_MOST = 20
_BUDGET = 60_000
"""Characters that may be read in trials, all of them together: about 4 ms."""


class Proposal(NamedTuple):
    """One line's repair: `text` in the place of `span`, which is what the fault is about.

    `kind` and `words` are the fault's, `order` is what the fix says that it does, `key` whose line
    it is. `edit` is where the text really goes, where that is not the span. `certain`: nothing else
    can be meant.
    """

    fault: type[Repairable]
    words: str
    order: str
    key: str
    span: Span
    text: str
    edit: Span | None = None
    certain: bool = True

    @property
    def place(self) -> Span:
        return self.edit or self.span


class Line(NamedTuple):
    """A line with one pair or one item: `value` as it stands there, `start` its place.

    `key` is without its quotes, which `key_place` holds. `sign` is what stands between key and
    value, `comma` what stands after the value; each is empty where the format asks for neither.
    """

    key: str
    key_place: Span
    value: str
    start: int
    sign: str = ""
    comma: str = ""

    @property
    def span(self) -> Span:
        return Span(self.start, self.start + len(self.value))

    @property
    def has_key(self) -> bool:
        """True for a pair, whose key may be empty between its quotes."""
        return self.key_place.end > self.key_place.start

    def proposal(
        self, fault: type[Repairable], words: str, order: str, text: str, *, certain: bool = True
    ) -> Proposal:
        """The proposal to write other text in the place of the value."""
        return Proposal(fault, words, order, self.key, self.span, text, certain=certain)


Repair = Callable[[str, Syntax, Line], Proposal | None]
Reader = Callable[[str], Broken | None]
Proposer = Callable[[str, Syntax], Proposal | None]


def repairs(text: str, start: int, fault: Broken, read: Reader, propose: Proposer) -> list[Fault]:
    """The faults of a block that starts at `start`, for the parser's own, with their edits.

    `read` gives the first fault of a whole text, `propose` a line's repair in the text that has the
    fault. Never raises.
    """
    made: list[Proposal] = []  # with the places of the text as it was
    current, at = text, fault
    budget = _BUDGET
    while len(made) < _MOST:
        budget -= at.span.end - start
        found = propose(current, at) if isinstance(at, Syntax) else None
        if found is None or budget < 0 or not _is_new(found, made):
            break
        made.append(_original(found, made))
        current = apply_edits(text, [Edit(one.place, one.text) for one in made])
        later = read(current)
        if later is None:
            return _with_edits(made)
        at = later
    return _without_edits(made, _moved_back(at, made))


def _with_edits(made: list[Proposal]) -> list[Fault]:
    certain = all(one.certain for one in made)
    return [_fault(one, (Edit(one.place, one.text),), certain) for one in made]


def first(repairs: Iterable[Repair], text: str, fault: Syntax, line: Line) -> Proposal | None:
    """What the first repair that fits proposes for the line where a fault is; None for none."""
    proposals = (repair(text, fault, line) for repair in repairs)
    return next((one for one in proposals if one is not None), None)


def escape_quotes(inner: str) -> str:
    """The text between double quotes with a backslash before each quote that has none."""
    return re.sub(r'\\.|"', lambda match: match[0] if match[0] != '"' else '\\"', inner)


def bare_quotes(inner: str) -> bool:
    """True when a double quote stands there without a backslash."""
    return '"' in re.sub(r"\\.", "", inner)


def _without_edits(made: list[Proposal], stuck: Broken) -> list[Fault]:
    return [*(_fault(one, (), False) for one in made), stuck]


def _fault(one: Proposal, edits: tuple[Edit, ...], certain: bool) -> Repairable:
    return one.fault(one.span, one.words, one.key, one.order, edits, certain)


def _is_new(found: Proposal, made: list[Proposal]) -> bool:
    """True when it lies after what was fixed already: a line is not fixed twice."""
    if not made:
        return True
    last = made[-1]
    return found.place.start >= last.place.start + len(last.text) + _shift(made[:-1])


def _shift(made: list[Proposal]) -> int:
    return sum(len(one.text) - (one.place.end - one.place.start) for one in made)


def _back(span: Span, made: list[Proposal]) -> Span:
    return Span(_offset_before(span.start, made), _offset_before(span.end, made))


def _offset_before(offset: int, made: list[Proposal]) -> int:
    """Where an offset of the fixed text was before; inside of a new text, where that stands."""
    shift = 0
    for one in made:
        start = one.place.start + shift
        if offset <= start:
            break
        if offset < start + len(one.text):
            return one.place.start
        shift += len(one.text) - (one.place.end - one.place.start)
    return offset - shift


def _original(found: Proposal, made: list[Proposal]) -> Proposal:
    """A proposal for the text with the others made, in places of the text as it was."""
    edit = _back(found.edit, made) if found.edit else None
    return found._replace(span=_back(found.span, made), edit=edit)


def _moved_back(fault: Broken, made: list[Proposal]) -> Broken:
    return replaced(fault, span=_back(fault.span, made))
