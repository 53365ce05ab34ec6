"""The results of a run once their sites are known, each made when it is asked for.

What is counted of most of them follows from what is known of all, so that a report makes each once.
"""

from __future__ import annotations

import pickle
from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import partial
from itertools import starmap
from typing import TypeVar, overload

from newslint import forked
from newslint.config.project import Project
from newslint.config.settings import Settings
from newslint.crash import crashed
from newslint.model.counted import Asked, Counted, Kind
from newslint.model.diagnostics import Diagnostic, FileResult
from newslint.model.facts import Facts
from newslint.model.mapped import InOrder
from newslint.model.records import NamedTuple
from newslint.model.tally import Brief
from newslint.model.usage import Usage
from newslint.site import stage
from newslint.site.about import NOWHERE, ways_in
from newslint.site.codec import briefs_of, encode_result, result_of
from newslint.site.columns import in_order
from newslint.site.few import Alone, Few
from newslint.site.habits import NOTHING, Verdicts, settled_by
from newslint.site.spool import Spool
from newslint.site.stage import Found

_Made = TypeVar("_Made")

Findings = list[Found | Diagnostic]
"""What rules about its whole site find in an article, crashes too."""


class Judged(InOrder[FileResult]):
    """The results of a run, in the order of their paths, each made when it is asked for.

    `known` is what holds for the sites. What is found in the article of an index by rules about its
    whole site is in `found`; `late` is what is known of its site for the rules that ask what a
    site does. What is asked for again lies in a spool from then on.
    """

    def __init__(self, few: Few, project: Project) -> None:
        self.few = few
        self.project = project
        self.found: dict[int, Findings] = {}
        self._lates: list[Late | None] = [None]
        self._late = array("I", bytes(4 * len(few)))
        self.known: Verdicts = NOTHING
        self._order = in_order(range(len(few)), few.shown)
        self._spool = Spool()
        self._places = array("Q", bytes(8 * len(few)))
        self._lengths = array("I", bytes(4 * len(few)))
        self._seen = bytearray(len(few))
        self._counts: dict[tuple[Alone, bytes | None, int], tuple[Brief, ...] | None] = {}
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

    def speak(self, indices: Iterable[int], late: Late) -> None:
        """Take what is known of the site of these articles."""
        for index in indices:
            self._late[index] = len(self._lates)
        self._lates.append(late)

    def parted(
        self, make: Callable[[Iterable[FileResult]], _Made], jobs: int | None = None
    ) -> tuple[Iterator[_Made], Mapping[tuple[Brief, ...], int]]:
        """As in `InOrder`; what it is made of lies in the spool from then on."""
        others: Counter[tuple[Brief, ...]] = Counter()
        numbers: dict[int, tuple[tuple[Brief, ...], int]] = {}
        several = array("Q")
        for index in self._order:
            briefs = self._briefs(index)
            if briefs is None:
                several.append(index)
            else:  # most have the same few
                numbers[id(briefs)] = briefs, numbers.get(id(briefs), (briefs, 0))[1] + 1
        for briefs, number in numbers.values():
            others[briefs] += number
        return self._of_each(several, make, jobs), others

    def _of_each(
        self,
        indices: Sequence[int],
        make: Callable[[Iterable[FileResult]], _Made],
        jobs: int | None,
    ) -> Iterator[_Made]:
        """What is made of these results, of several at a time."""
        copies = forked.copies(len(indices), jobs)
        if copies == 1:
            yield make(map(self._spooled, indices))
            return
        parts = [indices[part.start : part.stop] for part in forked.ranges(len(indices))]
        several = forked.each(parts, partial(self._handed, make), copies)
        for part, data in zip(parts, several, strict=True):
            if data is None:
                yield make(map(self._spooled, part))
                continue
            made, lengths, results = pickle.loads(data)  # from a copy of this very process
            self._put(part, lengths, results)
            yield made

    def _handed(
        self, make: Callable[[Iterable[FileResult]], _Made], indices: Sequence[int]
    ) -> bytes:
        """What is made of some results, and they themselves as bytes."""
        results = [*map(self._made, indices)]
        encoded = [*map(_encoded, results)]
        return pickle.dumps((make(results), [*map(len, encoded)], b"".join(encoded)))

    def _put(self, indices: Iterable[int], lengths: Iterable[int], results: bytes) -> None:
        """Put results in the spool."""
        with suppress(ValueError):  # this is a copy itself
            place = self._spool.put(results).place
            for index, length in zip(indices, lengths, strict=True):
                self._places[index], self._lengths[index] = place, length
                place += length

    def settled(self, index: int) -> FileResult:
        """A result as it is once its site is known; `asked` is without what that tells."""
        if self._briefs(index) is None:
            return self._spooled(index)
        if not self._speaking(index):
            return self.few.result(index)
        if self._seen[index]:
            return self._spooled(index)
        self._seen[index] = 1  # most reports ask once
        return self.checked(index)

    def _spooled(self, index: int) -> FileResult:
        """The result, which will be asked for again."""
        if self._lengths[index]:
            data = self._spool.get(self._places[index], self._lengths[index])
            if data is not None:
                return result_of(data, self.few.asked(index))
        result = self._made(index)
        data = _encoded(result)
        self._put([index], [len(data)], data)
        return result

    def _made(self, index: int) -> FileResult:
        result, asked = self.checked(index), self.few.asked(index)
        if asked is None:
            return result
        settled = settled_by(result, self._held_by(asked), said_once=asked.said_once)
        return settled._replace(asked=asked)

    def _briefs(self, index: int) -> tuple[Brief, ...] | None:
        """What is counted of a result; None where it must be made to know that, or something of it
        is said once."""
        alone = self.few.alone(index)
        if alone is None or index in self.found:
            return None
        late = self._speaking(index)
        if late is not None and self.few.is_silenced(index):
            return None
        key = alone, late and self.few.shape(index), id(late)
        if key not in self._counts:
            self._counts[key] = self._brief(alone, late, self.few.asked(index), key[1])
        return self._counts[key]

    def _brief(
        self, alone: Alone, late: Late | None, asked: Asked | None, shape: bytes | None
    ) -> tuple[Brief, ...] | None:
        briefs = briefs_of(alone.briefs)
        if asked is None:
            return None if late else briefs
        if late is not None and shape is not None:
            briefs += late.briefs(asked, shape)
        held = self._held_by(asked)
        changes = (one.kind in held and (asked.said_once or one.may_be_habit) for one in briefs)
        return None if any(changes) else briefs

    def _held_by(self, asked: Asked) -> frozenset[Kind]:
        """The kinds of finding that hold around an article; most articles were asked the same."""
        mine = self._held.get(id(asked))
        if mine is None or mine[0] is not asked:
            mine = self._held[id(asked)] = asked, self.known.held(asked)
        return mine[1]

    def checked(self, index: int) -> FileResult:
        """A result with what the whole site tells of it, whatever holds for the site; `asked` is
        without that."""
        result, found = self.few.result(index), self.found.get(index, [])
        late = self._speaking(index)
        if not found and not late:
            return result
        facts = self.few.facts(index)
        if late:
            found = [*found, *_contained(late, facts)]
        settings = late.settings if late else stage.settings_of(facts, self.project)
        mine = [one for one in found if isinstance(one, Found)]
        crashes = [one for one in found if isinstance(one, Diagnostic)]
        counted = stage.counted(mine, result.asked, settings)
        return result._replace(diagnostics=stage.with_found(result.diagnostics, counted, crashes))

    def _speaking(self, index: int) -> Late | None:
        """What the site does, where a rule that asks that finds something in an article."""
        late = self._lates[self._late[index]]
        return late if late is not None and self.few.shape(index) in late.speaking else None

    def asked(self) -> Counter[Asked]:
        """How many articles were asked and found the same, with what their site tells of them."""
        counts: Counter[Asked] = Counter()
        alike: dict[tuple[Asked, bytes, int], Asked] = {}
        for index in range(len(self)):
            asked = self.few.asked(index)
            if asked is None:
                continue
            late = self._lates[self._late[index]]
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


def _encoded(result: FileResult) -> bytes:
    """A result as bytes; empty for one that no bytes hold."""
    try:
        return encode_result(result)
    except ValueError:
        return b""


def _contained(late: Late, facts: Facts) -> Findings:
    """What rules about habits find in an article; where one raises, that."""
    try:
        return [*late.found(facts)]
    except KeyboardInterrupt:
        raise
    except BaseException as error:
        return [crashed(facts.path, error, "site")]


class Late(NamedTuple):
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
        return stage.with_counted(asked, self._counted(asked, shape))

    def briefs(self, asked: Asked, shape: bytes) -> tuple[Brief, ...]:
        """What is counted of what they find in an article that does this, and silences nothing."""
        return tuple(starmap(stage.brief, self._counted(asked, shape)))

    def _counted(self, asked: Asked, shape: bytes) -> list[tuple[Found, Counted]]:
        return stage.counted(self.found(doing(shape)), asked, self.settings)


def doing(shape: bytes) -> Facts:
    return Facts("", "", "", NOWHERE, ways=ways_in(shape))
