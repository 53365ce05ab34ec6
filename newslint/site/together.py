"""What holds for the articles of a run together, where their results lie as bytes.

The answer is that of `newslint.site.stage` and `newslint.site.habits`, which are given all facts.
Here the facts of those articles alone are read that have something in common, and what rules about
the habits of a site find is told by what an article does, of which most articles do the same.
"""

from __future__ import annotations

import os
from array import array
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import cached_property, lru_cache
from itertools import chain
from typing import overload

from newslint.config.project import Project
from newslint.config.settings import ActiveRule, Settings
from newslint.crash import crashed
from newslint.generators.base import Generator
from newslint.model.counted import Asked, Kind
from newslint.model.diagnostics import Diagnostic, FileResult
from newslint.model.facts import Facts, Telling
from newslint.model.mapped import InOrder
from newslint.model.records import NamedTuple
from newslint.model.tally import Brief
from newslint.model.usage import Usage
from newslint.site import stage
from newslint.site.about import NOWHERE, marks, ways_in
from newslint.site.codec import briefs_of, encode_result, result_of
from newslint.site.few import KEY, Few
from newslint.site.habits import NOTHING, Verdicts, settled_by, verdicts_of
from newslint.site.lost import with_lost
from newslint.site.parts import bundle_folders, is_mounted, is_part, without_page
from newslint.site.spool import Spool
from newslint.site.stage import Found

_Findings = list[Found | Diagnostic]

_READ = 4096
"""Articles of which the facts are kept while the rules about their site run."""


class Judged(InOrder[FileResult]):
    """The results of a run, in the order of their paths, each made when it is asked for.

    `known` is what holds for the sites. What is found in the article of an index by rules about its
    whole site is in `found`, and `late` is what is known of its site for the rules that ask what a
    site does. What is made once lies in a spool from then on.
    """

    def __init__(self, few: Few, project: Project) -> None:
        self.few = few
        self.project = project
        self.found: dict[int, _Findings] = {}
        self.late: dict[int, _Late] = {}
        self.known: Verdicts = NOTHING
        self._order = sorted(range(len(few)), key=few.shown)
        self._spool = Spool()
        self._places = array("Q", bytes(8 * len(few)))
        self._lengths = array("I", bytes(4 * len(few)))
        self._alone: dict[tuple[bytes, frozenset[Kind], bool], bool] = {}
        self._held: dict[int, tuple[Asked, frozenset[Kind]]] = {}

    def __len__(self) -> int:
        return len(self.few)

    @overload
    def __getitem__(self, index: int) -> FileResult: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[FileResult]: ...
    def __getitem__(self, index: int | slice) -> FileResult | Sequence[FileResult]:
        if isinstance(index, slice):
            return [*map(self.settled, self._order[index])]
        return self.settled(self._order[index])

    def __iter__(self) -> Iterator[FileResult]:
        return map(self.settled, self._order)

    def parted(self) -> tuple[Iterable[FileResult], Mapping[tuple[Brief, ...], int]]:
        """Those that are not as they were found alone; and of how many others what is counted."""
        others: Counter[bytes] = Counter()
        several = []
        for index in self._order:
            briefs = self.few.briefs(index)
            if briefs is None or not self._is_alone(index):
                several.append(index)
            else:
                others[briefs] += 1
        counts: Counter[tuple[Brief, ...]] = Counter()
        for briefs, number in others.items():
            counts[briefs_of(briefs)] += number
        return map(self.settled, several), counts

    def _is_alone(self, index: int) -> bool:
        """True for a result that is what was found in its article alone."""
        if index in self.found or self._speaking(index):
            return False
        briefs, asked = self.few.briefs(index), self.few.asked(index)
        if asked is None:
            return True
        held = self._held_by(asked)
        if not held:
            return True
        if briefs is None:
            return False
        key = briefs, held, asked.said_once
        if key not in self._alone:
            every = briefs_of(briefs)
            self._alone[key] = not any(
                one.kind in held and (asked.said_once or one.may_be_habit) for one in every
            )
        return self._alone[key]

    def settled(self, index: int) -> FileResult:
        """A result as it is once its site is known; `asked` is without what that tells."""
        if self._is_alone(index):
            return self.few.result(index)
        if self._lengths[index]:
            data = self._spool.get(self._places[index], self._lengths[index])
            if data is not None:
                return result_of(data, self.few.asked(index))
        result, asked = self.checked(index), self.few.asked(index)
        if asked is not None:
            result = settled_by(result, self._held_by(asked), said_once=asked.said_once)
            result = result._replace(asked=asked)
        with suppress(ValueError):  # more than bytes hold
            lying = self._spool.put(encode_result(result))
            self._places[index], self._lengths[index] = lying.place, lying.length
        return result

    def _held_by(self, asked: Asked) -> frozenset[Kind]:
        """The kinds of finding that hold around an article; most articles were asked the same."""
        mine = self._held.get(id(asked))
        if mine is None or mine[0] is not asked:
            mine = self._held[id(asked)] = asked, self.known.held(asked)
        return mine[1]

    def checked(self, index: int) -> FileResult:
        """A result with what the whole site tells of it, whatever holds for the site."""
        result, found = self.few.result(index), self.found.get(index, [])
        late = self._speaking(index)
        if not found and not late:
            return result
        facts = self.few.facts(index)
        if late:
            found = [*found, *_contained(late, facts)]
        joined = stage.joined(result._replace(facts=facts), found, self.project)
        return joined._replace(facts=None)

    def _speaking(self, index: int) -> _Late | None:
        """What the site does, where a rule that asks that finds something in an article."""
        late = self.late.get(index)
        return late if late is not None and self.few.shape(index) in late.speaking else None

    def asked(self) -> Counter[Asked]:
        """How many articles were asked and found the same, with what their site tells of them."""
        counts: Counter[Asked] = Counter()
        alike: dict[tuple[Asked, bytes, int], Asked] = {}
        for index in range(len(self)):
            asked = self.few.asked(index)
            if asked is None:
                continue
            late = self.late.get(index)
            key = asked, self.few.shape(index), id(late)
            if late is not None and key not in alike:
                alike[key] = late.counted(asked, key[1])
            asked = alike.get(key, asked)
            if index in self.found:
                found = [one for one in self.found[index] if isinstance(one, Found)]
                settings = stage.settings_of(self.few.facts(index), self.project)
                asked = stage.with_counted(asked, stage.counted(found, asked, settings))
            counts[asked] += 1
        return counts


def _contained(late: _Late, facts: Facts) -> _Findings:
    """What rules about habits find in an article; where one raises, that."""
    try:
        return [*late.found(facts)]
    except KeyboardInterrupt:
        raise
    except BaseException as error:
        return [crashed(facts.path, error, "site")]


class _Late(NamedTuple):
    """What a site does, for the rules that ask that: `speaking` are the shapes of articles in which
    one of them finds something."""

    usage: Usage
    settings: Settings
    speaking: frozenset[bytes]

    def found(self, facts: Facts) -> list[Found]:
        """What the rules find in an article."""
        every = self.settings.late_rules
        return [one for rule in every for one in stage.of_late_rule(facts, self.usage, rule)]

    def counted(self, asked: Asked, shape: bytes) -> Asked:
        """What was asked of an article, with what they find in one that does this."""
        if shape not in self.speaking:
            return asked
        found = self.found(_doing(shape))
        return stage.with_counted(asked, stage.counted(found, asked, self.settings))


def _doing(shape: bytes) -> Facts:
    return Facts("", "", "", NOWHERE, ways=ways_in(shape))


def judged(few: Few, project: Project, mine: Collection[int] | None = None) -> Judged:
    """All results, as their sites let them be. What rules about whole sites find is looked for at
    `mine` alone, where they are given; habits are counted everywhere."""
    made = Judged(few, project)
    for generator, indices in _sites(few, project):
        _judge(made, generator, indices, mine)
    made.known = verdicts_of(made.asked())
    return made


def _sites(few: Few, project: Project) -> Iterable[tuple[Generator, list[int]]]:
    """The articles of each site; one generator of one root is one site."""
    sites: dict[int, tuple[Generator, list[int]]] = {}
    folders: dict[str, list[int]] = {}
    for index in range(len(few)):
        if few.has_facts(index):
            folder = few.folder(index)
            mine = folders.get(folder)
            if mine is None:
                generator = project.site_of(few.file(index)).generator
                mine = folders[folder] = sites.setdefault(id(generator), (generator, []))[1]
            mine.append(index)
    return sites.values()


def _judge(
    made: Judged, generator: Generator, indices: Sequence[int], mine: Collection[int] | None
) -> None:
    few, project = made.few, made.project
    settings = stage.settings_of(few.facts(indices[0]), project)
    if not few.alike(indices) or (mine is not None and _counts(settings)):
        _judge_all(made, generator, indices)
        return
    try:
        late = _late(few, indices, settings)
    except Exception:  # it is said at the article in which it raises
        _judge_all(made, generator, indices)
        return
    if late is not None:
        made.late.update(dict.fromkeys(indices, late))
    here = None if mine is None else sorted({*mine}.intersection(indices))
    if here != []:
        _across(made, generator, indices, here)


def _counts(settings: Settings) -> bool:
    """True where what a rule about the whole site finds may be a habit: it counts."""
    return any(one.rule.code in settings.house.habitual for one in settings.site_rules)


def _late(few: Few, indices: Sequence[int], settings: Settings) -> _Late | None:
    """What the site does; None where no rule asks. Raises what a rule raises, and ValueError where
    one asks for more than that."""
    rules = settings.late_rules
    if not rules:
        return None
    if not all(one.rule.late_of_ways for one in rules):
        raise ValueError("a rule asks for more")
    known = _Late(few.usage(indices), settings, frozenset())
    shapes = (one for one in few.shapes(indices) if known.found(_doing(one)))
    return known._replace(speaking=frozenset(shapes))


def _judge_all(made: Judged, generator: Generator, indices: Sequence[int]) -> None:
    """As `newslint.site.stage` does, with all facts."""
    facts = {index: made.few.facts(index) for index in indices}
    at = {one.path: index for index, one in facts.items()}
    for path, one in stage.of_site([*facts.values()], made.project, generator):
        made.found.setdefault(at[path], []).append(one)


def _across(
    made: Judged, generator: Generator, indices: Sequence[int], mine: Sequence[int] | None
) -> None:
    """What the rules about the whole site find."""
    site = _Site(made.few, made.project, indices)
    settings = stage.settings_of(site.facts(indices[0]), made.project)
    lists = stage.made_pages(generator, site.tellings(generator))
    rules = sorted(enumerate(settings.site_rules), key=lambda one: one[1].rule.code)
    for at, active in rules:
        try:
            for index, found in list(site.found(at, active, lists, mine)):
                made.found.setdefault(index, []).append(found)
        except KeyboardInterrupt:
            raise
        except BaseException as error:  # the other rules go on
            first = site.in_order(indices)[0]
            crash = crashed(site.facts(first).path, error, "site")
            made.found.setdefault(first, []).append(crash)


class _Site:
    """The articles of one site."""

    def __init__(self, few: Few, project: Project, indices: Sequence[int]) -> None:
        self.few = few
        self.project = project
        self.indices = indices
        self.facts = lru_cache(maxsize=_READ)(few.facts)
        self.lost = set[str]()
        self._bases: dict[int, str] = {}
        self._begins: dict[str, str] = {}

    def tellings(self, generator: Generator) -> Iterable[Telling]:
        """What the articles that are no part of another page tell of pages without a file, each
        once, in the order of their paths."""
        pages = self.pages
        rivals = [*map(self.facts, self.few.in_one_place(pages))]
        self.lost = {one.below for one in with_lost(rivals) if one.lost}
        told: dict[int | Telling, None] = {}
        for index in pages:
            if self.lost and self._below(index) in self.lost:
                told.update(dict.fromkeys(generator.telling(self.facts(index)._replace(lost=True))))
            else:
                told.update(dict.fromkeys(self.few.telling(index)))
        return dict.fromkeys(self.few.told(one) if isinstance(one, int) else one for one in told)

    @cached_property
    def pages(self) -> list[int]:
        """The articles that are no part of another page, in the order of their paths."""
        known: dict[tuple[str, int, tuple[int, ...]], bool] = {}
        folders: dict[str, bool] = {}
        there = (index for index in self.indices if self.few.bundle(index))
        bundles = bundle_folders((self.few.bundle(one), self._below(one)) for one in there)
        found = []
        for below, index in sorted((self._below(index), index) for index in self.indices):
            above, places = self.few.above(index), self.few.places_above(index)
            key = self.few.folder(index), above, places
            if key not in known:
                part = above >= 0 and is_mounted(places, below, bundles)
                known[key] = part or is_part(self._base(index), below, above, folders)
            if not known[key]:
                found.append(index)
        return found

    def in_order(self, indices: Iterable[int]) -> list[int]:
        """Articles in the order of their paths."""
        return sorted(indices, key=self._below)

    def found(
        self, at: int, active: ActiveRule, lists: Sequence[Facts], mine: Sequence[int] | None
    ) -> Iterator[tuple[int, Found]]:
        """What the rule at a place finds, each with its article."""
        marked = [array("Q", marks(active, one) or b"") for one in lists]
        there, keys = self.few.sharing(at, self.indices, chain.from_iterable(marked), mine)
        if not there:
            return
        ordered = self.in_order(there)
        facts = [self._marked(one) for one in self._pages_of(ordered)]
        of_path = {one.path: index for one, index in zip(facts, ordered, strict=True)}
        tells = self.few.tells(at)
        facts += (
            one
            for one, own in zip(lists, marked, strict=True)
            if not tells or any(mark & KEY in keys for mark in own)
        )
        wanted = None if mine is None else frozenset(mine)
        for one in stage.of_rule(facts, dict.fromkeys(of_path, active)):
            index = of_path[one.problem.at.path]
            if wanted is None or index in wanted:
                yield index, one

    def _pages_of(self, indices: Iterable[int]) -> Iterator[Facts]:
        """The facts of articles, of parts of another page without what a page has."""
        for index in indices:
            facts = self.facts(index)
            yield facts if index in self._own_pages else without_page(facts)

    @cached_property
    def _own_pages(self) -> frozenset[int]:
        return frozenset(self.pages)

    def _marked(self, one: Facts) -> Facts:
        return one._replace(lost=True) if one.below in self.lost else one

    def _below(self, index: int) -> str:
        return self._begin(index) + self.few.name(index)

    def _begin(self, index: int) -> str:
        """What stands before the name of an article in its path below the root."""
        folder = self.few.folder(index)
        if folder not in self._begins:
            below = self.few.file(index).replace(os.sep, "/").removeprefix(self._base(index))
            self._begins[folder] = below.removesuffix(self.few.name(index))
        return self._begins[folder]

    def _base(self, index: int) -> str:
        """What stands before the path below the root of an article's site."""
        file = self.few.file(index)
        site = id(self.project.site_of(file))
        if site not in self._bases:
            below = self.facts(index).below
            self._bases[site] = file.replace(os.sep, "/").removesuffix(below)
        return self._bases[site]
