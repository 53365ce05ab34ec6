"""What a report says once, in place of each finding that holds for a site or a part of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

from newslint import registry
from newslint.model.counted import Kind
from newslint.model.diagnostics import Diagnostic, FileResult, Severity, with_advice
from newslint.model.mapped import InOrder, Mapped
from newslint.model.records import NamedTuple, dataclass, field
from newslint.model.tally import Counting, Tally
from newslint.site.habits import SCOPES, Share, Unit, Verdicts
from newslint.text.sentences import Common

PLACES = 3
"""Places that an entry names."""

_RANK: tuple[Severity, ...] = ("info", "warning", "error")


class Entry(NamedTuple):
    """What is said once of many findings, `number` of them in `files` files.

    `share` is what was counted at the start of the run, `where` names the unit for people,
    `examples` are the first findings, each of another file. `message` and `advice` are what all of
    them say, with an ellipsis for what differs; where they differ in more, what the first says.
    `settle` is the line of newslint.toml for a house that means it so, empty where none does;
    `config` is the config file in force, empty where there is none.
    """

    unit: Unit
    kind: Kind
    share: Share
    where: str
    examples: tuple[Diagnostic, ...]
    number: int
    files: int
    severity: Severity
    habit: bool
    message: str
    advice: str = ""
    settle: str = ""
    config: str = ""

    @property
    def text(self) -> str:
        """What is wrong and what to do, as one phrase."""
        return with_advice(self.message, self.advice)


def with_entries(
    results: Sequence[FileResult], known: Verdicts, jobs: int | None = None
) -> tuple[Sequence[FileResult], tuple[Entry, ...], Tally]:
    """The results, which are settled, what is said once of them, the widest first, then the most,
    and what they come to in numbers. They may be looked at by as many processes as `jobs` says.

    Where no more is left than an entry names, each stands for itself.
    """
    counting, left = _looked_at(results, known, jobs)
    few = {key for key, one in left.items() if one.files <= PLACES}
    if few:
        alone = partial(_alone, known=known, few=few)
        if isinstance(results, InOrder):
            results = Mapped(results, alone)
        else:
            results = tuple(map(alone, results))
    made = [_entry(key, one, known) for key, one in left.items() if key not in few]
    return results, tuple(sorted(made, key=_order)), counting.tally


_Lefts = dict[tuple[Unit, Kind], "_Left"]


def _looked_at(
    results: Sequence[FileResult], known: Verdicts, jobs: int | None
) -> tuple[Counting, _Lefts]:
    """What the results come to, and what of them is said once. Most of those of which nothing is
    are not looked at one by one."""
    look = partial(_look, known)
    if not isinstance(results, InOrder):
        return look(results)
    counting, left = Counting(), _Lefts()
    several, others = results.parted(look, jobs)
    for briefs, files in others.items():
        counting.add_briefs(briefs, files)
    for counted, more in several:
        counting.merge(counted)
        for key, one in more.items():
            left.setdefault(key, _Left()).merge(one)
    return counting, left


def _look(known: Verdicts, results: Iterable[FileResult]) -> tuple[Counting, _Lefts]:
    """The same of some of them, one by one."""
    counting, left = Counting(), _Lefts()
    for result in results:
        counting.add(result)
        for one, key in _said_once(result, known):
            left.setdefault(key, _Left()).add(one, result.asked.config if result.asked else "")
    return counting, left


def _said_once(
    result: FileResult, known: Verdicts
) -> Iterable[tuple[Diagnostic, tuple[Unit, Kind]]]:
    for one in result.diagnostics:
        if one.said_once and one.counted and result.asked:
            unit = known.unit(one.counted.kind, result.asked)
            if unit is not None:
                yield one, (unit, one.counted.kind)


def _alone(result: FileResult, known: Verdicts, few: set[tuple[Unit, Kind]]) -> FileResult:
    """The result without the mark of what is said once at those of which there are few."""
    alone = {one for one, key in _said_once(result, known) if key in few}
    if not alone:
        return result
    return result._replace(
        diagnostics=tuple(
            one._replace(said_once=False) if one in alone else one for one in result.diagnostics
        )
    )


@dataclass(slots=True)
class _Left:
    """What is left of one kind in one unit, in the order of the results."""

    count: int = 0
    files: int = 0
    severity: Severity = "info"
    habit: bool = True
    config: str = ""
    last: str | None = None
    examples: list[Diagnostic] = field(default_factory=list)
    message: Common = field(default_factory=Common)
    advice: Common = field(default_factory=Common)

    def add(self, one: Diagnostic, config: str) -> None:
        """Count one more."""
        self.count += 1
        self.config = self.config or config
        self.severity = max(self.severity, one.severity, key=_RANK.index)
        self.habit = self.habit and one.habit
        self.message.add(one.message)
        self.advice.add(one.advice)
        if one.path != self.last:
            self.last = one.path
            self.files += 1
            if len(self.examples) < PLACES:
                self.examples.append(one)

    def merge(self, other: _Left) -> None:
        """Count what is left in results that come after these, of other files."""
        self.count += other.count
        self.files += other.files
        self.config = self.config or other.config
        self.severity = max(self.severity, other.severity, key=_RANK.index)
        self.habit = self.habit and other.habit
        self.message.merge(other.message)
        self.advice.merge(other.advice)
        self.examples += other.examples[: PLACES - len(self.examples)]
        self.last = other.last


def _entry(key: tuple[Unit, Kind], left: _Left, known: Verdicts) -> Entry:
    unit, kind = key
    differ = left.message.differ or left.advice.differ
    first = left.examples[0]
    return Entry(
        unit,
        kind,
        known.shares[kind][unit],
        _where(unit),
        tuple(left.examples),
        left.count,
        left.files,
        left.severity,
        left.habit,
        f"for example {first.message}" if differ else left.message.sentence,
        first.advice if differ else left.advice.sentence,
        _settling(unit, kind, left.severity),
        left.config,
    )


def _order(entry: Entry) -> tuple[object, ...]:
    scope = SCOPES.index(entry.unit.scope)
    return (scope, -entry.share.found, entry.unit.site, entry.unit.name, *entry.kind)


def _where(unit: Unit) -> str:
    if unit.scope == "site":
        return "whole site"
    if unit.scope == "language":
        return f"language {unit.name}"
    return f"{unit.name}/" if unit.name else "top folder"


def _settling(unit: Unit, kind: Kind, severity: Severity) -> str:
    """The line that says that it is meant so; for an error there is none: it is to be fixed."""
    rule = next((rule for rule in registry.all_rules() if rule.code == kind.code), None)
    if severity == "error" or rule is None or rule.always:
        return ""
    line = rule.settle.replace("{role}", kind.role) or f'ignore = ["{kind.code}"]'
    if unit.scope == "section" and unit.name:
        return f'overrides = [{{ paths = ["{unit.name}/**"], {line} }}]'
    return line
