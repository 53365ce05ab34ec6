"""What holds for the articles of a run together, where their results lie as bytes.

The answer is that of `newslint.site.stage` and `newslint.site.habits`, which are given all facts.
Here the facts of those articles alone are read that have something in common, and what rules about
the habits of a site find is told by what an article does, of which most articles do the same.
"""

from __future__ import annotations

import os
from array import array
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import chain

from newslint.config.project import Project
from newslint.config.settings import ActiveRule, Settings
from newslint.crash import crashed
from newslint.generators.base import Generator
from newslint.model.facts import Facts, Telling
from newslint.site import stage
from newslint.site.about import marks
from newslint.site.columns import in_order
from newslint.site.few import KEY, Few
from newslint.site.habits import verdicts_of
from newslint.site.judged import Judged, Late, doing
from newslint.site.lost import with_lost
from newslint.site.parts import bundle_folders, is_mounted, is_part, without_page
from newslint.site.stage import Found

_READ = 4096
"""Articles of which the facts are kept while the rules about their site run."""


def judged(few: Few, project: Project, mine: Collection[int] | None = None) -> Judged:
    """All results, as their sites let them be. What rules about whole sites find is looked for at
    `mine` alone, where they are given; habits are counted everywhere."""
    made = Judged(few, project)
    for generator, indices in _sites(few, project):
        _judge(made, generator, indices, mine)
    made.known = verdicts_of(made.asked())
    return made


def _sites(few: Few, project: Project) -> Iterable[tuple[Generator, Sequence[int]]]:
    """The articles of each site; one generator of one root is one site."""
    sites: dict[int, tuple[Generator, array[int]]] = {}
    folders: dict[str, array[int]] = {}
    for index in range(len(few)):
        if few.has_facts(index):
            folder = few.folder(index)
            mine = folders.get(folder)
            if mine is None:
                generator = project.site_of(few.file(index)).generator
                mine = folders[folder] = sites.setdefault(id(generator), (generator, array("Q")))[1]
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
        made.speak(indices, late)
    here = None if mine is None else sorted({*mine}.intersection(indices))
    if here != []:
        _across(made, generator, indices, here)


def _counts(settings: Settings) -> bool:
    """True where what a rule about the whole site finds may be a habit: it counts."""
    return any(one.rule.code in settings.house.habitual for one in settings.site_rules)


def _late(few: Few, indices: Sequence[int], settings: Settings) -> Late | None:
    """What the site does; None where no rule asks. Raises what a rule raises, and ValueError where
    one asks for more than that."""
    rules = settings.late_rules
    if not rules:
        return None
    if not all(one.rule.late_of_ways for one in rules):
        raise ValueError("a rule asks for more")
    known = Late(few.usage(indices), settings, frozenset())
    shapes = (one for one in few.shapes(indices) if known.found(doing(one)))
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
    def pages(self) -> Sequence[int]:
        """The articles that are no part of another page, in the order of their paths."""
        known: dict[tuple[str, int, tuple[int, ...]], bool] = {}
        folders: dict[str, bool] = {}
        there = (index for index in self.indices if self.few.bundle(index))
        bundles = bundle_folders((self.few.bundle(one), self._below(one)) for one in there)
        found = array("Q")
        for index in in_order(self.indices, self._below):
            above, places = self.few.above(index), self.few.places_above(index)
            key = self.few.folder(index), above, places
            if key not in known:
                below = self._below(index)
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
        marked = [marks(active, one) or () for one in lists]
        there, keys = self.few.sharing(at, self.indices, [*chain.from_iterable(marked)], mine)
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
            yield facts if self._own_pages[index] else without_page(facts)

    @cached_property
    def _own_pages(self) -> bytearray:
        """1 for each article that is no part of another page."""
        own = bytearray(len(self.few))
        for index in self.pages:
            own[index] = 1
        return own

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
