"""What a report needs to know of a run: the same for every output format."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, groupby
from operator import attrgetter

from newslint import forked
from newslint.model.diagnostics import Diagnostic, FileResult, Mode, in_order
from newslint.model.links import PROJECT_URL as PROJECT_URL
from newslint.model.links import RULES_URL as RULES_URL
from newslint.model.links import rule_url as rule_url
from newslint.model.mapped import InOrder
from newslint.model.records import dataclass, field
from newslint.model.tally import Tally, tally_of
from newslint.report.said_once import as_diagnostics
from newslint.rule import Severity
from newslint.site.entries import Entry

SEVERITIES: tuple[Severity, ...] = ("info", "warning", "error")
"""From the mildest to the worst."""

MOST = 50
"""Problems of one rule in one file that a report for people shows; the others are counted."""


@dataclass(frozen=True, slots=True)
class Report:
    """What a report needs to know of a run.

    `results` holds one entry for every file that was checked, clean ones too, in any order.
    `width` is in terminal cells, `color` allows escape codes. `unsafe_fixes` says that the run was
    asked for them, so that they count as what `fix` would fix. `quiet` leaves the summary out.
    `reason` says in a few words why nothing was checked; it is read only when `results` is empty.
    `fail_on` is the least severity that fails the run, or "never". `roots` has, for each path that
    `newslint.report.paths` made, the URI of the folder that it is relative to. `entries` are what
    is said once of many diagnostics, which are marked. `verbose` lists what is info, too. `again`
    are the paths and options, as typed, with which another command is about the same articles.
    `changed` are the paths that a pull request changes, where that is known. `tally` is what the
    results come to in numbers, where that was counted. `jobs` is the number of processes that may
    write it, None: as many as there are processors.
    """

    results: Sequence[FileResult]
    mode: Mode = "check"
    unsafe_fixes: bool = False
    show_fixes: bool = False
    statistics: bool = False
    width: int = 80
    color: bool = False
    quiet: bool = False
    reason: str = ""
    fail_on: str = "warning"
    roots: Mapping[str, str] = field(default_factory=dict)
    entries: tuple[Entry, ...] = ()
    verbose: bool = False
    again: str = ""
    changed: frozenset[str] = frozenset()
    tally: Tally | None = None
    jobs: int | None = None

    @property
    def totals(self) -> Tally:
        """What the results come to in numbers."""
        return self.tally or tally_of(self.results)

    def files(self) -> Iterator[tuple[str, list[Diagnostic]]]:
        """The path of each file, clean ones too, and all its diagnostics, in order."""
        if isinstance(self.results, InOrder):
            yield from ((one.path, list(one.diagnostics)) for one in self.results)
            return
        ordered = sorted(self.results, key=lambda one: one.path)
        for path, several in groupby(ordered, key=lambda one: one.path):
            yield path, [*in_order(chain.from_iterable(one.diagnostics for one in several))]

    def by_path(self) -> Iterator[list[Diagnostic]]:
        """All diagnostics, of one path after the other, in order."""
        return (found for _, found in self.files())

    def written(self, make: Callable[[list[Diagnostic]], str], between: str = "") -> Iterator[str]:
        """What is made of the diagnostics of each path, in order; where it is made of many they
        are put together, with what stands `between`."""
        results = self.results
        copies = forked.copies(len(results), self.jobs) if isinstance(results, InOrder) else 1
        if copies == 1:
            yield from filter(None, map(make, self.by_path()))
            return

        def together(part: range) -> str:
            several = (list(one.diagnostics) for one in results[part.start : part.stop])
            return between.join(filter(None, map(make, several)))

        yield from filter(None, forked.texts(forked.ranges(len(results)), together, copies))

    def diagnostics(self) -> list[Diagnostic]:
        """All of them, in the order of every report."""
        return [*chain.from_iterable(self.by_path())]

    def apart(self) -> list[Diagnostic]:
        """What is left and is in no entry, in order."""
        return [*chain.from_iterable(map(self.apart_of, self.by_path()))]

    def apart_of(self, found: Iterable[Diagnostic]) -> list[Diagnostic]:
        """What of these is left and is in no entry."""
        once = bool(self.entries)
        return [one for one in found if not (one.fixed or (once and one.said_once))]

    def listed_by_path(self) -> Iterator[list[Diagnostic]]:
        """What is left: one diagnostic for each entry, then the others of each path, in order."""
        yield as_diagnostics(self.entries)
        yield from map(self.apart_of, self.by_path())

    def listed(self) -> list[Diagnostic]:
        """The same as one list."""
        return [*chain.from_iterable(self.listed_by_path())]

    def mended(self) -> list[Diagnostic]:
        """What `fix` fixed (or would fix, in the mode "diff"), in order."""
        if not self.totals.fixed:
            return []
        return [one for found in self.by_path() for one in found if one.fixed]

    def for_people(self, found: list[Diagnostic]) -> list[Diagnostic]:
        """These, but of those of one rule in one file only the first MOST, and one that counts the
        others: what programs read, and the exit code, have them all."""
        if len(found) <= MOST:
            return found
        counts = Counter(map(attrgetter("path", "code"), found))
        if all(count <= MOST for count in counts.values()):
            return found
        seen: Counter[tuple[str, str]] = Counter()
        kept = []
        for one in found:
            key = one.path, one.code
            seen[key] += 1
            more = counts[key] - MOST
            if seen[key] <= MOST:
                kept.append(one)
            elif seen[key] == MOST + 1:
                words = f"and {more:,} more"
                kept.append(one._replace(message=words, advice="", fix=None, related=()))
        return kept

    def texts(self) -> dict[str, str]:
        """Path -> the text in which the positions of what is left stand, where it was kept.

        That is the text after the fix when there was one, else the text as read.
        """
        kept = ((r.path, r.before if r.after is None else r.after) for r in self.results)
        return {path: text for path, text in kept if text is not None}


def fails(severity: str, fail_on: str) -> bool:
    """Whether a problem of this severity is one of those that make the exit code 1."""
    return fail_on != "never" and SEVERITIES.index(severity) >= SEVERITIES.index(fail_on)
