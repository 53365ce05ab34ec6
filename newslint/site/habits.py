"""What holds for a whole site: said once, and a habit where it is a matter of the house.

Two things that do not mix. *Said once* changes what reports show: where a rule finds something in
at least LEAST articles, and in four in five of those that it was asked about, one entry stands for
the many; severity, exit code and fixes are as if each stood alone. *A habit* is a finding that is
said once, of a rule that has habits (`Rule.habit`): it is info and is not fixed.

It is counted before suppressions, on what stands in the files at the start of a run. The unit is
the site; where the site does not reach it, each language; then each section.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Literal

from newslint.model.counted import Asked, Kind
from newslint.model.diagnostics import Diagnostic, FileResult
from newslint.model.records import NamedTuple, dataclass, field

LEAST = 20
"""Articles in which something is found before it holds for a site, or a part of it."""

Scope = Literal["site", "language", "section"]

SCOPES: tuple[Scope, ...] = ("site", "language", "section")
"""The widest first."""


class Unit(NamedTuple):
    """A site, or a language or a section of it. `site` is its folder."""

    site: str
    scope: Scope = "site"
    name: str = ""


class Share(NamedTuple):
    """In how many articles a rule found something, and how many of them it was asked about."""

    found: int
    asked: int

    @property
    def holds(self) -> bool:
        """True when it is said once."""
        return self.found >= LEAST and 5 * self.found >= 4 * self.asked


@dataclass(frozen=True, slots=True)
class Verdicts:
    """What was found to hold for sites and parts of them.

    `silent` are the files, as they are printed, in which a comment silences what a rule about the
    whole site found.
    """

    shares: Mapping[Kind, Mapping[Unit, Share]] = field(default_factory=dict)
    silent: frozenset[str] = frozenset()

    def unit(self, kind: Kind, asked: Asked) -> Unit | None:
        """The widest unit around an article for which a kind of finding holds; None: for none."""
        units = self.shares.get(kind)
        if not units:
            return None
        return next((unit for unit in _units(asked) if unit in units), None)

    def held(self, asked: Asked) -> frozenset[Kind]:
        """The kinds of finding that hold around an article."""
        return frozenset(kind for kind in self.shares if self.unit(kind, asked) is not None)


NOTHING = Verdicts()
"""For an article whose site was not looked at."""


def verdicts(results: Iterable[FileResult]) -> Verdicts:
    """What holds for the sites of these results, in whichever order they are."""
    return verdicts_of(Counter(one.asked for one in results if one.asked is not None))


def verdicts_of(asked: Counter[Asked]) -> Verdicts:
    """What holds for the sites of articles of which so many were asked and found the same."""
    return Verdicts(_shares(asked))


def settled(result: FileResult, known: Verdicts) -> FileResult:
    """The result as it is once its site is known: what is said once is marked, habits are info."""
    asked = result.asked
    if asked is None or not known.shares or not result.diagnostics:
        return result
    return settled_by(result, known.held(asked), said_once=asked.said_once)


def settled_by(result: FileResult, held: frozenset[Kind], *, said_once: bool) -> FileResult:
    """The same, where these kinds of finding hold around the article."""
    if not held:
        return result
    diagnostics = tuple([_settled(one, held, said_once) for one in result.diagnostics])
    return result._replace(diagnostics=diagnostics)


def _settled(one: Diagnostic, held: frozenset[Kind], said_once: bool) -> Diagnostic:
    counted = one.counted
    if counted is None or one.fixed or counted.kind not in held:
        return one
    severity = "info" if counted.habit else one.severity
    if (severity, said_once, counted.habit) == (one.severity, one.said_once, one.habit):
        return one
    return one._replace(severity=severity, said_once=said_once, habit=counted.habit)


def _units(asked: Asked) -> tuple[Unit, ...]:
    """The units around an article, the widest first."""
    return _units_of(asked.site, asked.language, asked.section)


@lru_cache(maxsize=4096)
def _units_of(place: str, language: str, part: str) -> tuple[Unit, ...]:
    site, section = Unit(place), Unit(place, "section", part)
    if language:
        return site, Unit(place, "language", language), section
    return site, section


def _shares(every: Counter[Asked]) -> dict[Kind, dict[Unit, Share]]:
    """Kind -> the units for which it holds."""
    shapes = _Shapes(every)
    shares: dict[Kind, dict[Unit, Share]] = defaultdict(dict)
    for scope in SCOPES:
        for unit, kind, count in _counts(every, scope, shares):
            share = Share(count.found, shapes.asked(unit, kind, count.missing) + count.beside)
            if share.holds:
                shares[kind][unit] = share
    return dict(shares)


@dataclass(slots=True)
class _Count:
    """Articles in which a kind was `found`; `beside` those of them that no shape says were asked.

    `missing`: in one at least the field is not there.
    """

    found: int = 0
    beside: int = 0
    missing: bool = False


def _counts(
    every: Counter[Asked], scope: Scope, shares: Mapping[Kind, Mapping[Unit, Share]]
) -> Iterator[tuple[Unit, Kind, _Count]]:
    """How often each kind was found in each unit of a scope.

    What holds for a wider unit around an article is said there, and is not counted again.
    """
    wider = Verdicts(dict(shares))
    counts: dict[tuple[Unit, Kind], _Count] = defaultdict(_Count)
    for asked, articles in every.items():
        unit = next((unit for unit in _units(asked) if unit.scope == scope), None)
        if unit is None:
            continue
        for kind, missing in {one.kind: one.missing for one in asked.found}.items():
            if wider.unit(kind, asked) is None:
                count = counts[unit, kind]
                count.found += articles
                count.missing |= missing
                count.beside += articles * (not _was_asked(kind, asked.codes, asked.roles, missing))
    for (unit, kind), count in counts.items():
        if count.found >= LEAST:
            yield unit, kind, count


def _was_asked(kind: Kind, codes: frozenset[str], roles: frozenset[str], missing: bool) -> bool:
    """True where a rule ran on an article and the field was there, or its absence is the matter."""
    there = missing or not kind.role or kind.role in roles
    return kind.code in codes and there and _has_others(kind, roles)


def _has_others(kind: Kind, roles: frozenset[str]) -> bool:
    """True where an article has the other field that a kind wants, and not the one it does not."""
    if kind.without and kind.without in roles:
        return False
    return not kind.beside or kind.beside in roles


class _Shapes:
    """How many articles of each unit were asked the same: most of a site's are alike."""

    def __init__(self, every: Counter[Asked]) -> None:
        self._counts: dict[Unit, Counter[tuple[frozenset[str], frozenset[str]]]]
        self._counts = defaultdict(Counter)
        for asked, articles in every.items():
            for unit in _units(asked):
                self._counts[unit][asked.codes, asked.roles] += articles

    def asked(self, unit: Unit, kind: Kind, missing: bool) -> int:
        """In how many articles a rule was asked; of a field that is there, where it is there."""
        return sum(
            count
            for (codes, roles), count in self._counts[unit].items()
            if _was_asked(kind, codes, roles, missing)
        )
