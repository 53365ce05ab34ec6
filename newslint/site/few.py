"""The results of a run, most of which lie as bytes somewhere: what is asked of all of them is in
columns, and the facts of few are read."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from functools import lru_cache
from itertools import chain
from pathlib import Path

from newslint.files.display import display
from newslint.files.paths import Joined
from newslint.model.counted import Asked
from newslint.model.diagnostics import FileResult
from newslint.model.facts import Facts, Telling
from newslint.model.records import NamedTuple
from newslint.model.usage import Usage
from newslint.site import codec
from newslint.site.about import About, telling_in, ways_in
from newslint.site.codec import Known, Where
from newslint.site.columns import Column, Places, repeated
from newslint.site.rows import NOTHING, SILENCED, Rows
from newslint.site.spool import NOWHERE, Several

KEY = 0xFFFFFFFF
"""The bits of a mark that stand for what is shared; the others stand for what must differ."""


class Block(NamedTuple):
    """Results of files of one folder that lie together: of the `rows` those at `picks`, in the
    order of the `paths`; and where their facts, and what was found, lie."""

    paths: Sequence[str]
    where: Where
    rows: Rows
    picks: Sequence[int]
    facts: Several
    found: Several


class Alone(NamedTuple):
    """What is known of the result of an article by itself, where its site lies. The same for most
    articles."""

    briefs: bytes
    asked: bytes | None
    where: Where


class Few:
    """Results by their index, in the order in which they are added.

    `again` gives the result of a file whose bytes are lost.
    """

    def __init__(self, again: Callable[[Path], FileResult]) -> None:
        self.paths = Joined()
        self._shown: dict[int, str] = {}
        self._prefixes: Column[str] = Column()
        self._folders: Column[str] = Column()
        self._again = lru_cache(maxsize=64)(again)
        self._whole: dict[int, FileResult] = {}
        self._rows = Rows()
        self._where: Column[Where] = Column()
        self._facts = Places()
        self._found = Places()

    def __len__(self) -> int:
        return len(self.paths)

    def add(self, path: Path, result: FileResult) -> None:
        """Take the result of one more file."""
        self._whole[len(self)] = result
        self._rows.add(Known(NOTHING if result.facts is not None else None, None))
        self._where.add(Where("", ""))
        self._facts.add(NOWHERE)
        self._found.add(NOWHERE)
        self._add_paths([os.fspath(path)])

    def extend(self, block: Block) -> None:
        """Take the results of files that lie together."""
        self._rows.extend(block.rows, block.picks)
        self._where.repeat(self._where.number(block.where), len(block.picks))
        self._facts.extend(block.facts)
        self._found.extend(block.found)
        self._add_paths(block.paths)

    def _add_paths(self, paths: Sequence[str]) -> None:
        """Paths of one folder."""
        first = paths[0]
        shown = display(Path(first))
        prefix = shown.removesuffix(_name(first))
        for index, path in enumerate(paths, len(self)):
            name = _name(path)
            if prefix == shown or not name.isascii():
                self._show(index, display(Path(path)), prefix + name)
        self._prefixes.repeat(self._prefixes.number(prefix), len(paths))
        folder = os.path.dirname(os.path.abspath(first))  # noqa: PTH100, PTH120
        self._folders.repeat(self._folders.number(folder), len(paths))
        self.paths.extend(paths)

    def _show(self, index: int, shown: str, usual: str) -> None:
        """Keep how a path is printed where it is not as others of its folder are."""
        if shown != usual:
            self._shown[index] = shown

    def renew(self, index: int, result: FileResult, about: About | None) -> None:
        """Take another result for a file. What was asked of it remains."""
        self._whole[index] = result._replace(asked=self.asked(index))
        self._rows.renew(index, about)

    def shown(self, index: int) -> str:
        """The path of a file as it is printed."""
        return self._shown.get(index) or self._prefixes[index] + self.name(index)

    def file(self, index: int) -> str:
        """The absolute path of an article."""
        return os.path.join(self._folders[index], _name(self.paths[index]))  # noqa: PTH118

    def folder(self, index: int) -> str:
        """The folder of an article, as an absolute path."""
        return self._folders[index]

    def name(self, index: int) -> str:
        """The name of an article in its folder."""
        return _name(self.paths[index])

    def has_facts(self, index: int) -> bool:
        """False for what is no article."""
        return bool(self._rows.has_facts[index])

    def facts(self, index: int) -> Facts:
        """The facts of an article that has some."""
        if index in self._whole:
            facts = self._whole[index].facts
        else:
            facts = self._read_facts(index) or self._again(Path(self.paths[index])).facts
        assert facts is not None
        return facts

    def _read_facts(self, index: int) -> Facts | None:
        data = self._facts[index].get()
        try:
            shown, file = self.shown(index), self.file(index)
            return codec.facts_of(data, shown, file) if data is not None else None
        except ValueError:
            return None

    def result(self, index: int) -> FileResult:
        """A result without its facts."""
        if index in self._whole:
            return self._whole[index]._replace(facts=None)
        shown, data = self.shown(index), self._found[index].get()
        try:
            if data is not None:
                found = codec.found_of(data, shown)
                return FileResult(shown, found.diagnostics, bom=found.bom, asked=self.asked(index))
        except ValueError:
            pass
        again = self._again(Path(self.paths[index]))
        return again._replace(facts=None, asked=self.asked(index))

    def asked(self, index: int) -> Asked | None:
        """What was asked of an article."""
        if index in self._whole:
            return self._whole[index].asked
        known = self._rows.asked[index]
        return codec.asked_of(known, self._where[index]) if known is not None else None

    def alone(self, index: int) -> Alone | None:
        """What is known of the result of an article by itself; None where nothing is."""
        if index in self._whole:
            return None
        rows = self._rows
        return Alone(rows.briefs[index], rows.asked[index], self._where[index])

    def is_silenced(self, index: int) -> bool:
        """True for an article with a comment that silences."""
        return self._rows.has_facts[index] == SILENCED

    def asked_of(self) -> Counter[Asked]:
        """How many articles were asked and found the same."""
        every = map(self.asked, range(len(self)))
        return Counter(one for one in every if one is not None)

    def alike(self, indices: Iterable[int]) -> bool:
        """True where the same rules about the site are on, with the same options, for all."""
        rules = self._rows.rules.of(indices)
        return len(rules) == 1 and "" not in rules

    def shape(self, index: int) -> bytes:
        """What an article does, without places."""
        return self._rows.shapes[index]

    def usage(self, indices: Iterable[int]) -> Usage:
        """What the articles do."""
        shapes = self._rows.shapes.of(indices).items()
        return Usage.of_ways((ways_in(one), count) for one, count in shapes)

    def shapes(self, indices: Iterable[int]) -> Iterable[bytes]:
        """What these articles do, each once."""
        return self._rows.shapes.of(indices)

    def above(self, index: int) -> int:
        """As `Published.above`, -1 for what is not published."""
        return self._rows.above[index]

    def bundle(self, index: int) -> int:
        """As in `About`."""
        return self._rows.bundles[index]

    def places_above(self, index: int) -> tuple[int, ...]:
        """The places that an article lies below."""
        return self._rows.places_above[index]

    def telling(self, index: int) -> Sequence[int]:
        """What an article tells of pages without a file, by the numbers of `told`."""
        return self._rows.tells[index]

    def told(self, number: int) -> Telling:
        """What articles tell under a number."""
        return telling_in(self._rows.told.values[number])

    def in_one_place(self, indices: Sequence[int]) -> list[int]:
        """The articles that perhaps have one place among the pages with another one of them."""
        nodes = self._rows.nodes
        counts = Counter(repeated(lambda: map(nodes.__getitem__, indices), len(indices)))
        return [index for index in indices if nodes[index] and counts[nodes[index]] > 1]

    def tells(self, at: int) -> bool:
        """True where each article tells what it shares for the rule at a place."""
        return at < len(self._rows.marks) and at not in self._rows.untold

    def sharing(
        self, at: int, indices: Sequence[int], more: Sequence[int], mine: Collection[int] | None
    ) -> tuple[Sequence[int], frozenset[int]]:
        """The articles in which the rule at a place may find something, and the keys for which it
        may; all, and no key, where one of them does not tell.

        `more` are marks beside theirs. Of `mine`, where it is not None, what they share alone.
        """
        if not self.tells(at):
            return indices, frozenset()
        column = self._rows.marks[at]
        keys = None if mine is None else {mark & KEY for at in mine for mark in column[at]}

        def every() -> Iterable[int]:
            marks = chain(column.of(indices), more)
            return marks if keys is None else _with_keys(marks, keys)

        marks = _meeting(repeated(every, len(column.data) + len(more)))
        if not marks:
            return (), frozenset()
        there = [index for index in indices if not marks.isdisjoint(column[index])]
        return there, frozenset(mark & KEY for mark in marks)


def _name(path: str) -> str:
    return path.rpartition(os.sep)[2]


def _with_keys(marks: Iterable[int], keys: Collection[int]) -> Iterable[int]:
    """The marks of these keys."""
    return (mark for mark in marks if mark & KEY in keys) if keys else ()


def _meeting(marks: Iterable[int]) -> set[int]:
    """The marks of several articles, and those that are alike in what is shared and not in what
    must differ."""
    plain: list[int] = []
    forms: set[int] = set()
    for mark in marks:
        if mark <= KEY:
            plain.append(mark)
        else:
            forms.add(mark)
    meeting = {mark for mark, count in Counter(plain).items() if count > 1}
    keys = Counter(mark & KEY for mark in forms)
    return meeting | {mark for mark in forms if keys[mark & KEY] > 1}
