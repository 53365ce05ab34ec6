"""What is known of the articles of a site from the last run, and still true.

An entry is taken where all that it rests on holds: the bytes of the article (by size, times and
number of the file, else by their digest), what it was judged by (`stamp`), the time of the run, and
every answer to what was asked of other files. It is a cache: without it the answer is the same.
"""

from __future__ import annotations

import json
import os
import tempfile
import time
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import IO, Any

from newslint.config.project import Project
from newslint.config.settings import Site
from newslint.files import ask
from newslint.files.ask import Question
from newslint.files.read import file_bytes
from newslint.model.diagnostics import FileResult
from newslint.model.errors import NewslintError
from newslint.model.stages import one_line
from newslint.site.cache_folder import store_file
from newslint.site.codec import Where, decode, dumps, encode
from newslint.site.record import Kept, digest_of, identity, ticks
from newslint.site.stamp import slot_of
from newslint.site.table import DamagedError, Made, Part, Slot, StoreError, Table

MOST_OF_PART = 500
"""Articles of a part that is made; at twice as many it is split."""


@dataclass(slots=True)
class _Part:
    """The head of a part: of each article, in the order of the names, what it rests on."""

    folder: str
    first: str
    checksum: bytes
    names: list[str]
    seen: list[str]
    digests: list[str]
    during: list[Any]
    own: dict[Question, str]
    renewed: bool = False


@dataclass(slots=True)
class _Folder:
    """The parts of a folder, by `first`; the place of each article; and what is new."""

    parts: dict[str, _Part] = field(default_factory=dict)
    places: dict[str, tuple[_Part, int]] = field(default_factory=dict)
    broken: list[str] = field(default_factory=list)
    new: dict[str, tuple[int, int]] = field(default_factory=dict)


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
    folders: dict[str, _Folder] = field(default_factory=dict)


class Store:
    """The stores of all sites of a run. No method raises for what is wrong with them.

    `trouble` says in one line why one of them was not used, or could not be written.
    """

    def __init__(self, cache: Path, project: Project, *, with_facts: bool) -> None:
        self.trouble = ""
        self._crashed = False
        self._cache = cache
        self._project = project
        self._with_facts = with_facts
        self._now = ticks(project.now)
        self._here = os.getcwd()  # noqa: PTH109
        self._states: dict[str, _State | None] = {}
        self._by_folder: dict[str, _State | None] = {}
        self._tables: dict[str, Table] = {}
        self._asked_again: dict[Question, str] = {}
        self._spool: IO[bytes] | None = None
        self._opened: tuple[_Part, list[Any] | None] | None = None

    def knows(self, path: Path) -> bool:
        """True for an article of which all is known, and still true."""
        return bool(self._contained(self._knows, path))

    def result(self, path: Path, shown: str) -> FileResult | None:
        """The result of an article that is known; None where it turns out to be damaged."""
        found: FileResult | None = self._contained(self._result, path, shown)
        return found

    def keep(self, path: Path, kept: Kept) -> None:
        """Take a new result, for `save`."""
        self._contained(self._keep, path, kept)

    def save(self) -> None:
        """Write what is new."""
        self._contained(self._save)
        self.close()

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

    def _knows(self, path: Path) -> bool:
        folder, name = self._split(path)
        state = self._state(folder)
        if state is None:
            return False
        part, index = self._folder(state, folder).places.get(name, (None, 0))
        if part is None or not self._is_now(part.during[index]):
            return False
        return self._is_same(path, folder, part, index)

    def _result(self, path: Path, shown: str) -> FileResult | None:
        folder, name = self._split(path)
        state = self._state(folder)
        assert state is not None
        part, index = state.folders[folder].places[name]
        body = self._body(state, part)
        try:
            file = os.path.abspath(path)  # noqa: PTH100
            return decode(body[index], shown, file, state.where) if body else None
        except (ValueError, TypeError, IndexError, KeyError, AttributeError):
            return None

    def _keep(self, path: Path, kept: Kept) -> None:
        folder, name = self._split(path)
        state, record = self._state(folder), kept.record
        if state is None or not state.steady:
            return
        if record is None or record.slot != state.key or not record.steady:
            state.steady = False
            return
        for question, digest in record.site:
            if state.asked.setdefault(question, digest) != digest:
                state.steady = False  # the answer is no longer what it was when the run began
        if record.digest:
            data = dumps([*record[1:5], encode(kept.result)])
            place = self._spooled(data)
            if place is None:
                state.steady = False
            else:
                self._folder(state, folder).new[name] = place

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
        """Let go of all files."""
        for table in self._tables.values():
            table.close()
        if self._spool is not None:
            with suppress(OSError):  # the disk is full, and what was written last is lost
                self._spool.close()
            self._spool = None

    def _split(self, path: Path) -> tuple[str, str]:
        text = os.fspath(path)
        if not os.path.isabs(text):  # noqa: PTH117
            text = f"{self._here}{os.sep}{text}"
        return os.path.split(text)

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
        try:
            key = slot_of(site, self._with_facts)
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

    def _folder(self, state: _State, name: str) -> _Folder:
        if name not in state.folders:
            state.folders[name] = _Folder()
            if state.before is not None and not state.anew:
                self._read_heads(state, state.before, name)
        return state.folders[name]

    def _read_heads(self, state: _State, slot: Slot, folder: str) -> None:
        into = state.folders[folder]
        try:
            for first, checksum, head in state.table.heads(slot, folder):
                part = _part(folder, first, checksum, head)
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

    def _is_same(self, path: Path, folder: str, part: _Part, index: int) -> bool:
        try:
            seen, sure = identity(path)
        except OSError:
            return False
        if part.seen[index] == seen:
            return True
        limits = self._project.site(Path(folder)).config.limits
        data = file_bytes(path, limits)
        if not isinstance(data, bytes) or digest_of(data) != part.digests[index]:
            return False
        if sure:
            part.seen[index] = seen
            part.renewed = True
        return True

    def _body(self, state: _State, part: _Part) -> list[Any] | None:
        """What was found in the articles of a part; the last one stays open."""
        if self._opened is None or self._opened[0] is not part:
            assert state.before is not None
            try:
                body = state.table.body(state.before, part.folder, part.first, part.checksum)
            except StoreError as error:
                self._give_up(state.table, error)
                state.steady = False
                body = None
            whole = body if body is not None and len(body) == len(part.names) else None
            self._opened = (part, whole)
        return self._opened[1]

    def _spooled(self, data: bytes) -> tuple[int, int] | None:
        try:
            if self._spool is None:
                self._spool = tempfile.TemporaryFile(prefix="newslint-")  # noqa: SIM115
            start = self._spool.tell()
            self._spool.write(data)
        except OSError as error:
            self.trouble = self.trouble or f"the store was not written: {error.strerror}"
            return None
        return start, len(data)

    def _changes(self, state: _State) -> Iterator[tuple[list[tuple[str, str]], list[Part]]]:
        """Which parts go, and which come, folder by folder."""
        for name, folder in state.folders.items():
            yield [(name, first) for first in folder.broken], []
            if folder.parts:
                yield from self._changes_of(state, name, folder)
                continue
            for names in _chunks(sorted(folder.new)):
                yield [], self._parts(name, self._new(folder, names), {})

    def _changes_of(
        self, state: _State, name: str, folder: _Folder
    ) -> Iterator[tuple[list[tuple[str, str]], list[Part]]]:
        firsts = sorted(folder.parts)
        wanted: dict[str, list[str]] = {first: [] for first in firsts}
        for new in folder.new:
            wanted[firsts[max(bisect_right(firsts, new) - 1, 0)]].append(new)
        for first, names in wanted.items():
            part = folder.parts[first]
            if names or part.renewed:
                yield [(name, first)], self._changed(state, folder, part, names)

    def _changed(self, state: _State, folder: _Folder, part: _Part, names: list[str]) -> list[Part]:
        """A part with what is new in it, without what is no more."""
        new = self._new(folder, names)
        body, old = self._body(state, part), []
        own = dict(part.own)
        held = all(own.setdefault(q, d) == d for entry in new.values() for q, d in _own(entry))
        if body is not None and held:
            old = [
                (name, [part.seen[i], part.digests[i], part.during[i], [], body[i]])
                for i, name in enumerate(part.names)
                if name not in new and os.path.lexists(f"{part.folder}{os.sep}{name}")
            ]
        return self._parts(part.folder, {**dict(old), **new}, part.own if old else {})

    def _new(self, folder: _Folder, names: list[str]) -> dict[str, list[Any]]:
        assert self._spool is not None or not names
        return {name: self._unspooled(*folder.new[name]) for name in names}

    def _unspooled(self, start: int, length: int) -> list[Any]:
        assert self._spool is not None
        self._spool.seek(start)
        entry: list[Any] = json.loads(self._spool.read(length))
        return entry

    @staticmethod
    def _parts(folder: str, entries: dict[str, list[Any]], own: dict[Question, str]) -> list[Part]:
        made = []
        names = sorted(entries)
        for chunk in _chunks(names) if len(names) > 2 * MOST_OF_PART else [names]:
            if not chunk:
                continue
            asked = dict(own)
            steady = all(
                asked.setdefault(q, d) == d for name in chunk for q, d in _own(entries[name])
            )
            if not steady:
                continue
            found = [entries[name] for name in chunk]
            head = [chunk, *([one[i] for one in found] for i in range(3)), list(asked.items())]
            made.append(Part(folder, chunk[0], dumps(head), dumps([one[4] for one in found])))
        return made


def _own(entry: list[Any]) -> Iterator[tuple[Question, str]]:
    return ((tuple(words), digest) for words, digest in entry[3])


def _part(folder: str, first: str, checksum: bytes, head: Any) -> _Part:
    names, seen, digests, during, own = head
    return _Part(folder, first, checksum, names, seen, digests, during, dict(_own([0, 0, 0, own])))


def _chunks(names: list[str]) -> Iterator[list[str]]:
    for start in range(0, len(names), MOST_OF_PART):
        yield names[start : start + MOST_OF_PART]
