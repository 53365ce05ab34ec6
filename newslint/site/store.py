"""What is known of the articles of a site from the last run, and still true.

An entry is taken where all that it rests on holds: the bytes of the article (by size, times and
number of the file, else by their digest), what it was judged by (`stamp`), the time of the run, and
every answer to what was asked of other files. It is a cache: without it the answer is the same.
"""

from __future__ import annotations

import os
import time
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import partial
from hashlib import blake2b
from itertools import groupby
from pathlib import Path
from typing import Any

from newslint.config.project import Project
from newslint.config.site import Site
from newslint.files import ask
from newslint.files.ask import Question
from newslint.files.paths import Paths, names_of, picked
from newslint.files.read import file_bytes
from newslint.model.diagnostics import FileResult
from newslint.model.errors import NewslintError
from newslint.model.records import dataclass, field
from newslint.model.stages import one_line
from newslint.site import codec, lot
from newslint.site.answer_made import Rests, Summed
from newslint.site.cache_folder import store_file
from newslint.site.codec import Where
from newslint.site.few import Block
from newslint.site.folder_parts import (
    LATER,
    Bodies,
    Entry,
    Folder,
    Fresh,
    New,
    ReadPart,
    chunks,
    made_parts,
    read_part,
)
from newslint.site.lot import Lot, Resting
from newslint.site.record import Kept, digest_of, identity, seen_of, ticks
from newslint.site.rows import Rows
from newslint.site.spool import Several, Spool
from newslint.site.stamp import slot_of
from newslint.site.table import Body, DamagedError, Made, Part, Slot, StoreError, Table


@dataclass(slots=True)
class _State:
    """A slot in this run. `before` is what was kept; with `anew` nothing of it holds."""

    key: str
    where: Where
    table: Table
    before: Slot | None
    anew: bool
    asked: dict[Question, str]
    steady: bool = True
    folders: dict[str, Folder] = field(default_factory=dict)


class Store:
    """The stores of all sites of a run. No method raises for what is wrong with them.

    `trouble` says in one line why one of them was not used, or could not be written. Where it is
    `watched`, `rests` is what the results of the run rest on; None where that is not known. It is
    not asked for where results are new and it is watched as long as it is `still`.
    """

    def __init__(
        self, cache: Path, project: Project, *, with_facts: bool, with_reasons: bool
    ) -> None:
        self.trouble = ""
        self.watched = False
        self.still = False
        self.rests: Rests | None = None
        self._crashed = False
        self._cache = cache
        self._project = project
        self._with_facts = with_facts
        self._with_reasons = with_reasons
        self._now = ticks(project.now)
        self._here = os.getcwd()  # noqa: PTH109
        self._states: dict[str, _State | None] = {}
        self._by_folder: dict[str, _State | None] = {}
        self._tables: dict[str, Table] = {}
        self._asked_again: dict[Question, str] = {}
        self._spool = Spool()
        self._used: list[tuple[ReadPart, list[int]]] = []
        self._open: dict[Body, tuple[ReadPart, list[bytes] | None]] = {}

    def taken(self, files: Sequence[Path]) -> tuple[list[Block], Sequence[Path]]:
        """The results of the files of which all is known, and still true; and the other files."""
        names = names_of(files)
        found: tuple[list[Block], Sequence[str]] | None = self._contained(self._taken, names)
        return (found[0], Paths(found[1])) if found is not None else ([], files)

    def _taken(self, files: Sequence[str]) -> tuple[list[Block], Sequence[str]]:
        blocks: list[Block] = []
        known = bytearray(len(files))
        for state, part, places in self._of_parts(files):
            rows, there = self._still(state, part, places)
            if rows is not None:
                for at, _ in there:
                    known[at] = 1
                blocks += self._blocks(state, part, rows, files, there)
        return blocks, picked(files, [at for at, one in enumerate(known) if not one])

    def _still(
        self, state: _State, part: ReadPart, places: Sequence[tuple[int, int]]
    ) -> tuple[Rows | None, list[tuple[int, int]]]:
        """What is asked of the articles of a part, and the places whose articles are known;
        None and none where that is damaged or gone."""
        rows = self._rows(state, part)
        there = [one for one in places if rows is not None and self._is_known(part, one[1])]
        self._used.append((part, [index for _, index in there]))
        return rows, there

    def _of_parts(
        self, files: Sequence[str]
    ) -> Iterable[tuple[_State, ReadPart, list[tuple[int, int]]]]:
        """The parts in which something is known of these files: for each the places of files in the
        list, and in the part."""
        found: dict[int, tuple[_State, ReadPart, list[tuple[int, int]]]] = {}
        last, state, places = None, None, dict[str, tuple[ReadPart, int]]()
        for at, path in enumerate(files):
            folder, _, name = path.rpartition(os.sep)
            if folder != last:  # most lie where the one before lies
                last, state, places = folder, *self._places(path)
            part, index = places.get(name, (None, 0))
            if part is not None and state is not None:
                found.setdefault(id(part), (state, part, []))[2].append((at, index))
        return found.values()

    def _places(self, path: str) -> tuple[_State | None, dict[str, tuple[ReadPart, int]]]:
        """What holds where a file lies, and what is kept there."""
        folder = self._split(path)[0]
        state = self._state(folder)
        return state, self._folder(state, folder).places if state is not None else {}

    def _blocks(
        self,
        state: _State,
        part: ReadPart,
        rows: Rows,
        files: Sequence[str],
        picks: Sequence[tuple[int, int]],
    ) -> Iterator[Block]:
        """Results of a part, of paths that are written alike."""
        bodies = [Bodies(partial(self.parted, state, part, of)) for of in LATER]
        for _, several in groupby(picks, key=lambda one: files[one[0]].rpartition(os.sep)[0]):
            at, indices = zip(*several, strict=True)
            facts, found = (Several(one, indices, bytes(len(indices))) for one in bodies)
            yield Block(picked(files, at), state.where, rows, indices, facts, found)

    def keep(
        self, files: Sequence[Path], made: Iterable[Lot | Kept]
    ) -> Iterator[Block | FileResult]:
        """New results of some files, in their order, taken for `save`."""
        start = 0
        for one in made:
            if isinstance(one, Lot):
                share = files[start : start + one.number]
                block = lot.block(share, one, self._spool)
                self._contained(self._keep, share, one, block)
                yield block
                start += one.number
            else:  # it is looked at each time
                assert isinstance(one.result, FileResult)
                self._contained(self._rested, one.path, lot.rests([one]))
                yield one.result
                start += 1

    def save(self, files: Sequence[Path] = ()) -> None:
        """Write what is new; `files` are all those of the run."""
        if self.watched and not (self.still and self._has_new()):
            self.rests = self._contained(self._rests, files)
        self._contained(self._save)
        self.close()

    def _has_new(self) -> bool:
        states = filter(None, self._states.values())
        return any(folder.new for state in states for folder in state.folders.values())

    def _rests(self, files: Sequence[Path]) -> Rests | None:
        """What the results of these files rest on; None where one of them is not known."""
        made, number = Summed(), 0
        for part, picks in self._used:
            names, seen, digests = (
                [column[one] for one in picks] for column in (part.names, part.seen, part.digests)
            )
            made.add(part.folder, names, seen, digests, [part.during[one] for one in picks])
            made.ask(part.own.items())
            number += len(picks)
        if not all(state is not None and state.steady for state in self._states.values()):
            return None
        for state in filter(None, self._states.values()):
            made.ask(state.asked.items())
            number += sum(self._rest(made, name, one.new) for name, one in state.folders.items())
        return made.rests() if number == len(files) else None

    def _rest(self, made: Summed, folder: str, new: New) -> int:
        """Add what new results of a folder rest on; how many there are."""
        for name, entry in new.entries(range(len(new)), self._spool):
            made.add(folder, [name], [entry.seen], [entry.digest], [entry.during])
            made.ask(entry.own)
        return len(new)

    def _contained(self, act: Callable[..., Any], *words: Any) -> Any:
        """What an act gives; None where it raises, and from then on: a store may fail, no run."""
        if self._crashed:
            return None
        try:
            return act(*words)
        except (KeyboardInterrupt, NewslintError):
            raise
        except BaseException as error:
            self._crashed = True
            self.trouble = self.trouble or f"the store crashed: {one_line(error)}; report it"
            return None

    def _is_known(self, part: ReadPart, index: int) -> bool:
        """True for an article of which all is known, and still true."""
        return self._is_now(part.during[index]) and self._is_same(part, index)

    def _keep(self, files: Sequence[Path], made: Lot, block: Block) -> None:
        state = self._rested(files[0], made.rests)
        if state is None:
            return
        folder, spans = self._folder(state, self._split(os.fspath(files[0]))[0]), made.spans
        new = Fresh(block.facts.places[0], spans, self._spool.put(made.rows), made.number)
        folder.new.add(names_of(files), new)

    def _rested(self, path: Path, rests: Resting) -> _State | None:
        """What holds for articles, with what they rest on; None where nothing of them is kept."""
        state = self._state(self._split(os.fspath(path))[0])
        if state is None or not state.steady:
            return None
        if not rests.steady or rests.slot != state.key:
            state.steady = False
            return None
        for question, digest in rests.site:
            if state.asked.setdefault(question, digest) != digest:
                state.steady = False  # the answer is no longer what it was when the run began
        return state

    def _save(self) -> None:
        for state in filter(None, self._states.values()):
            changed = any(
                one.new or one.broken or any(part.renewed for part in one.parts.values())
                for one in state.folders.values()
            )
            if not state.steady or not (changed or state.anew):
                continue
            try:
                folder = state.table.path.parent
                folder.mkdir(mode=0o700, parents=True, exist_ok=True)
                made = Made(state.anew, state.asked, self._changes(state), time.time_ns())
                state.table.write(state.key, state.before, made)
            except (StoreError, OSError) as error:
                self._give_up(state.table, error)

    def close(self) -> None:
        """Let go of the stores; what is read later is read anew."""
        for table in self._tables.values():
            table.close()

    def _split(self, path: str) -> tuple[str, str]:
        if not os.path.isabs(path):  # noqa: PTH117
            path = f"{self._here}{os.sep}{path}"
        folder, _, name = path.rpartition(os.sep)
        return folder or os.sep, name

    def _state(self, folder: str) -> _State | None:
        if folder not in self._by_folder:
            try:
                self._by_folder[folder] = self._of_site(self._project.site(Path(folder)))
            except (KeyboardInterrupt, NewslintError):
                raise
            except BaseException:  # it will raise again for each article, and be said there
                self._by_folder[folder] = None
        return self._by_folder[folder]

    def _of_site(self, site: Site) -> _State | None:
        if site.may_run:  # what code of one's own rests on is not known
            return None
        try:
            key = slot_of(site, self._with_facts, self._with_reasons)
        except TypeError:
            return None
        if key not in self._states:
            self._states[key] = self._opened_state(key, site)
        return self._states[key]

    def _table(self, site: Site) -> Table:
        root = os.path.realpath(site.root or site.base)
        if root not in self._tables:
            name = blake2b(os.fsencode(root), digest_size=16).hexdigest()
            self._tables[root] = Table(store_file(self._cache, name))
        return self._tables[root]

    def _opened_state(self, key: str, site: Site) -> _State | None:
        table = self._table(site)
        try:
            before = table.slot(key)
        except StoreError as error:
            self._give_up(table, error)
            return None
        anew = before is None or not ask.still(before.asked, self._asked_again)
        asked = {} if before is None or anew else dict(before.asked)
        return _State(key, Where(site.folder, site.shown), table, before, anew, asked)

    def _give_up(self, table: Table, error: Exception) -> None:
        """Say why a store is not used; one that is damaged is removed, and made anew next time."""
        if isinstance(error, DamagedError):
            table.remove()
        reason = error.strerror if isinstance(error, OSError) else str(error)
        self.trouble = self.trouble or f"the store {table.path} was not used: {reason}"

    def _folder(self, state: _State, name: str) -> Folder:
        if name not in state.folders:
            state.folders[name] = Folder()
            if state.before is not None and not state.anew:
                self._read_heads(state, state.before, name)
        return state.folders[name]

    def _read_heads(self, state: _State, slot: Slot, folder: str) -> None:
        into = state.folders[folder]
        try:
            for first, checksum, head in state.table.heads(slot, folder):
                part = read_part(folder, first, checksum, head)
                if not ask.still(part.own, self._asked_again):
                    into.broken.append(first)
                    continue
                into.parts[first] = part
                into.places.update((name, (part, i)) for i, name in enumerate(part.names))
        except (StoreError, ValueError, TypeError, KeyError) as error:
            self._give_up(state.table, error)
            state.steady = False
            into.parts, into.places = {}, {}

    def _is_now(self, during: Sequence[int | None]) -> bool:
        since, until = during
        return (since is None or since <= self._now) and (until is None or self._now < until)

    def _is_same(self, part: ReadPart, index: int) -> bool:
        path = f"{part.folder}{os.sep}{part.names[index]}"
        try:
            status = os.stat(path)
        except OSError:
            return False
        if part.seen[index] == seen_of(status):
            return True
        seen, sure = identity(status)
        limits = self._project.site(Path(part.folder)).config.limits
        data = file_bytes(Path(path), limits)
        if not isinstance(data, bytes) or digest_of(data) != part.digests[index]:
            return False
        if sure:
            part.seen[index] = seen
            part.renewed = True
        return True

    def _rows(self, state: _State, part: ReadPart) -> Rows | None:
        """What is asked of the articles of a part; None where that is damaged or gone."""
        data = self._read(state, part, "known")
        try:
            rows = Rows.unpack(data) if data is not None else None
        except ValueError:
            return None
        return rows if rows is not None and len(rows) == len(part.names) else None

    def parted(self, state: _State, part: ReadPart, of: Body) -> list[bytes] | None:
        """What is kept of each article of a part; None where that is damaged or gone. The last
        part of each kind stays open."""
        if of not in self._open or self._open[of][0] is not part:
            self._open[of] = part, self._contained(self._parted, state, part, of)
        return self._open[of][1]

    def _parted(self, state: _State, part: ReadPart, of: Body) -> list[bytes] | None:
        data = self._read(state, part, of)
        try:
            made = codec.parted(data) if data is not None else None
        except ValueError:
            return None
        return made if made is not None and len(made) == len(part.names) else None

    def _read(self, state: _State, part: ReadPart, of: Body) -> bytes | None:
        """What is kept of the articles of a part; None where that is damaged or gone."""
        if of in part.moved:
            return part.moved[of].get()
        assert state.before is not None
        try:
            return state.table.body(state.before, part.folder, part.first, part.checksum, of)
        except StoreError as error:
            self._give_up(state.table, error)
            state.steady = False
            return None

    def _changes(self, state: _State) -> Iterator[tuple[list[tuple[str, str]], list[Part]]]:
        """Which parts go, and which come, folder by folder."""
        for name, folder in state.folders.items():
            yield [(name, first) for first in folder.broken], []
            if folder.parts:
                yield from self._changes_of(state, name, folder)
                continue
            for several in chunks(folder.new.in_order()):
                yield [], made_parts(name, self._new(folder, several), {})

    def _changes_of(
        self, state: _State, name: str, folder: Folder
    ) -> Iterator[tuple[list[tuple[str, str]], list[Part]]]:
        firsts = sorted(folder.parts)
        wanted: dict[str, list[int]] = {first: [] for first in firsts}
        for new in range(len(folder.new)):
            at = bisect_right(firsts, folder.new.name(new)) - 1
            wanted[firsts[max(at, 0)]].append(new)
        for first, several in wanted.items():
            part = folder.parts[first]
            if several or part.renewed:
                yield [(name, first)], self._changed(state, folder, part, several)

    def _changed(
        self, state: _State, folder: Folder, part: ReadPart, several: Sequence[int]
    ) -> list[Part]:
        """A part with what is new in it, without what is no more."""
        new = self._new(folder, several)
        own = dict(part.own)
        held = all(own.setdefault(q, d) == d for one in new.values() for q, d in one.own)
        old = self._old(state, part, new) if held else {}
        return made_parts(part.folder, {**old, **new}, part.own if old else {})

    def _old(self, state: _State, part: ReadPart, new: Collection[str]) -> dict[str, Entry]:
        """What is in a part, without what is new and what is no more."""
        rows = self._rows(state, part)
        facts, found = (self._parted(state, part, of) for of in LATER)
        for of in LATER:  # they may be asked for when this part is no more
            data = self._read(state, part, of)
            if data is not None:
                part.moved[of] = self._spool.put(data)
        if rows is None or facts is None or found is None:
            return {}
        return {
            name: Entry(
                part.seen[i], part.digests[i], part.during[i], [], rows, i, facts[i], found[i]
            )
            for i, name in enumerate(part.names)
            if name not in new and os.path.lexists(f"{part.folder}{os.sep}{name}")
        }

    def _new(self, folder: Folder, several: Sequence[int]) -> dict[str, Entry]:
        return dict(folder.new.entries(several, self._spool))
