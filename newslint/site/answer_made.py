"""The answer of a whole run, taken down while it is printed, and kept with all that it rests on.

`newslint.site.answer` looks for it. What was asked is sorted by how little must be looked at to
know that it holds: of a folder whose times are what they were, all that was asked of the names in
it.
"""

from __future__ import annotations

import os
import time
import zlib
from array import array
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import chain
from pathlib import Path
from typing import IO, Any

from newslint.files import ask
from newslint.files.ask import Asked, Question
from newslint.model.records import NamedTuple, dataclass, field
from newslint.site.answer import (
    ASKED,
    MAGIC,
    PIECE,
    TAIL,
    Place,
    file_identity,
    folder_identity,
    program,
)
from newslint.site.cache_folder import ANSWER, is_left, unfinished

MOST_BYTES = 256 * 1024 * 1024
"""Of what is printed; an answer that is longer is not kept."""

MOST_ASKED = 300_000
"""Questions; an answer that rests on more is not kept."""

VARIANTS = 4
"""Answers that are kept of one current folder."""

_LEFT_AFTER = 3600
"""Seconds after which an unfinished file is that of a run that was killed."""

_LISTINGS = ("names", "other_names", "entries", "names_of_signs")
_FILES = ("_bytes", "_may_be_article")
_OF_LINKS = ("real_path", "leads_inside", "_leads_out")


class Rests(NamedTuple):
    """What the results of all articles rest on: of each folder the names, `seen` (four numbers
    each) and `digests` as in `answer.Articles`; what was asked; and when they hold, in
    microseconds."""

    folders: list[tuple[str, list[str], array[int], bytes]]
    asked: dict[Question, str]
    during: tuple[int | None, int | None]


class Summed:
    """What the results of articles rest on, one after the other."""

    def __init__(self) -> None:
        self._folders: dict[str, tuple[list[str], array[int], bytearray]] = {}
        self._asked: dict[Question, str] = {}
        self._during: tuple[int | None, int | None] = (None, None)
        self._steady = True

    def add(
        self,
        folder: str,
        names: Sequence[str],
        seen: Sequence[str],
        digests: Sequence[str],
        during: Sequence[Sequence[int | None]],
    ) -> None:
        """Add articles of a folder, by their records."""
        if folder not in self._folders:
            self._folders[folder] = ([], array("q"), bytearray())
        mine = self._folders[folder]
        mine[0].extend(names)
        for one in seen:
            mine[1].extend(_numbers(one))
        mine[2].extend(bytes.fromhex("".join(digests)))
        for span in {(since, until) for since, until in during}:
            self._during = _between(self._during, span)

    def ask(self, asked: Iterable[tuple[Question, str]]) -> None:
        """Add what was asked."""
        for question, digest in asked:
            if self._asked.setdefault(question, digest) != digest:
                self._steady = False

    def rests(self) -> Rests | None:
        """All of it, in the order of the names; None where one question had two answers."""
        if not self._steady:
            return None
        folders = [_in_order(name, *one) for name, one in sorted(self._folders.items())]
        return Rests(folders, self._asked, self._during)


def _in_order(
    folder: str, names: list[str], seen: array[int], digests: bytearray
) -> tuple[str, list[str], array[int], bytes]:
    order = sorted(range(len(names)), key=names.__getitem__)
    if order == [*range(len(names))]:
        return folder, names, seen, bytes(digests)
    numbers = (seen[4 * one : 4 * one + 4] for one in order)
    each = (digests[_DIGEST * one : _DIGEST * (one + 1)] for one in order)
    moved = array("q", chain.from_iterable(numbers))
    return folder, [names[one] for one in order], moved, b"".join(each)


_DIGEST = 16
"""Bytes of the digest of an article."""


@dataclass(slots=True)
class Taken:
    """What is printed, as it is printed, of a run that has `begun` then. Nothing raises: where it
    cannot be taken down, `fit` is False and nothing is kept."""

    place: Place
    begun: int = field(default_factory=time.time_ns)
    fit: bool = True
    size: int = 0
    checksum: int = 0
    said: list[list[int]] = field(default_factory=list)
    _held: bytearray = field(default_factory=bytearray)
    _file: IO[bytes] | None = None
    _name: Path | None = None

    def take(self, stream: int, data: bytes) -> None:
        """Take down what goes to standard output (0) or standard error (1)."""
        if not self.fit or not data:
            return
        if self.size + len(data) > MOST_BYTES:
            self.drop()
            return
        self._held += data
        try:
            if len(self._held) >= PIECE:
                self._flush()
        except OSError:
            self.drop()
            return
        if self.said and self.said[-1][0] == stream:
            self.said[-1][2] += len(data)
        else:
            self.said.append([stream, self.size, len(data)])
        self.size += len(data)
        self.checksum = zlib.crc32(data, self.checksum)

    def drop(self) -> None:
        """Keep nothing."""
        self.fit = False
        self._held.clear()
        if self._file is not None:
            with suppress(OSError):
                self._file.close()
            self._file = None
        if self._name is not None:
            with suppress(OSError):
                self._name.unlink()

    def keep(self, code: int, asked: Asked, rests: Rests, *, timeless: bool) -> None:
        """Keep it; `timeless`: the time is a part of what was typed."""
        if not self.fit:
            return
        try:
            import json

            head = _head(asked, rests, self.begun)
            if head is None:
                self.drop()
                return
            head |= {"who": self.place.who, "program": program(), "code": code}
            head |= {"said": self.said, "checksum": self.checksum}
            head["during"] = (None, None) if timeless else rests.during
            head["articles"] = [(folder, len(names)) for folder, names, _, _ in rests.folders]
            self._write(rests, json.dumps(head, separators=(",", ":")).encode("ascii"))
        except Exception:  # a cache may fail, no run
            self.drop()

    def _flush(self) -> IO[bytes]:
        """Write what is held back: of a run of which nothing is kept no file is made."""
        if self._file is None:
            self._open()
        assert self._file is not None
        self._file.write(self._held)
        self._held.clear()
        return self._file

    def _open(self) -> None:
        folder = self.place.file.parent
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._name = folder / unfinished(os.urandom(8).hex())
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC
        self._file = open(os.open(self._name, flags, 0o600), "wb")  # noqa: SIM115

    def _write(self, rests: Rests, head: bytes) -> None:
        file = self._flush()
        names = b"\0".join(os.fsencode(one) for _, found, _, _ in rests.folders for one in found)
        seen = b"".join(one.tobytes() for _, _, one, _ in rests.folders)
        digests = b"".join(one for _, _, _, one in rests.folders)
        parts, checksum = (names, seen, digests, head), 0
        for part in parts:
            checksum = zlib.crc32(part, checksum)
            file.write(part)
        file.write(TAIL.pack(MAGIC, self.size, *map(len, parts), checksum))
        file.close()
        self._file = None
        assert self._name is not None
        self._name.replace(self.place.file)
        tidy(self.place.file)


def tidy(kept: Path) -> None:
    """Remove what is more than VARIANTS answers of a current folder, and what was not finished."""
    mine, old = kept.name[:16], list[tuple[float, Path]]()
    with suppress(OSError), os.scandir(kept.parent) as entries:
        for entry in entries:
            with suppress(OSError):
                if entry.name.endswith(ANSWER) and entry.name.startswith(mine):
                    old.append((entry.stat().st_mtime, Path(entry.path)))
                elif is_left(entry.name) and time.time() - entry.stat().st_mtime > _LEFT_AFTER:
                    os.unlink(entry.path)  # noqa: PTH108
    for _, path in sorted(old)[:-VARIANTS]:
        with suppress(OSError):
            path.unlink()


def _head(asked: Asked, rests: Rests, begun: int) -> dict[str, Any] | None:
    """What was asked since a run has `begun`, sorted; None where it may not be trusted."""
    every = dict(asked.answers)
    if not asked.steady or len(every) + len(rests.asked) > MOST_ASKED:
        return None
    if any(every.setdefault(one, digest) != digest for one, digest in rests.asked.items()):
        return None
    sorted_ = _Sorted()
    articles = _paths(rests)
    for question, digest in every.items():
        if question[0] in _FILES and question[1] in articles:
            continue  # its bytes are looked at as those of an article
        sorted_.add(question, digest)
    return sorted_.head() if sorted_.check(begun) else None


def _paths(rests: Rests) -> frozenset[str]:
    return frozenset(f"{folder}/{name}" for folder, names, _, _ in rests.folders for name in names)


@dataclass(slots=True)
class _Sorted:
    """Questions by what must be looked at: a folder, a file, where links lead, or all anew.

    What identifies a folder or file is taken before it is asked again what is true of it.
    """

    folders: dict[str, list[tuple[Question, str]]] = field(default_factory=dict)
    files: dict[str, list[tuple[Question, str]]] = field(default_factory=dict)
    reals: dict[str, str] = field(default_factory=dict)
    others: list[tuple[Question, str]] = field(default_factory=list)
    seen: dict[str, list[int] | None] = field(default_factory=dict)

    def add(self, question: Question, digest: str) -> None:
        """Put a question where it belongs."""
        kind, path, *more = question
        if kind in ASKED and not more:
            self._put(self.folders, _folder_of(kind, path), question, digest)
        elif kind in _LISTINGS or (kind == "folders" and more in ([], [""])):
            self._put(self.folders, path, question, digest)
        elif kind in _FILES:
            self._put(self.files, path, question, digest)
        else:
            if kind in _OF_LINKS:
                self.reals.update((one, os.path.realpath(one)) for one in question[1:] if one)
            self.others.append((question, digest))

    def _put(
        self, into: dict[str, list[tuple[Question, str]]], at: str, question: Question, digest: str
    ) -> None:
        if at not in into:
            into[at] = []
            identity = folder_identity if into is self.folders else file_identity
            self.seen[at] = _sure(identity(at)) if at else None
        into[at].append((question, digest))

    def check(self, begun: int) -> bool:
        """True where all answers are what they were. Of what has not changed since they were asked
        for, no answer has."""
        named = (*self.folders.items(), *self.files.items())
        several = (found for at, found in named if not _is_older(self.seen[at], begun))
        every = chain(self.others, *several)
        return all(ask.digest_now(one) == digest for one, digest in every)

    def head(self) -> dict[str, Any]:
        """What is kept. Links that lead where they led make some questions needless."""
        others = [one for one in self.others if not _is_led(one[0])]
        return {
            "folders": [self._folder(path, found) for path, found in self.folders.items()],
            "files": [(path, self.seen[path], found) for path, found in self.files.items()],
            "reals": list(self.reals.items()),
            "others": others,
        }

    def _folder(self, path: str, found: Iterable[tuple[Question, str]]) -> tuple[Any, ...]:
        names = [(kind, name, int(ASKED[kind](name))) for kind, name in _plain(found)]
        return path, self.seen[path], names, [one for one in found if one[0][0] not in ASKED]


def _folder_of(kind: str, path: str) -> str:
    """The folder that says what was asked of a name; none does of where a link leads."""
    leads = ASKED["is_link"](path) and kind not in ("is_link", "is_there")
    return "" if leads else os.path.dirname(path)  # noqa: PTH120


def _is_led(question: Question) -> bool:
    """True for a question that is answered by where its paths lead."""
    kind, path, *more = question
    if kind == "_leads_out":
        return more == [""] and not ASKED["is_link"](path)
    return kind in _OF_LINKS


def _plain(found: Iterable[tuple[Question, str]]) -> Iterator[tuple[str, str]]:
    for question, _ in found:
        if question[0] in ASKED:
            yield question[0], question[1]


def _sure(identity: list[int] | None) -> list[int] | None:
    """None for what is so young that it may change and look the same."""
    return identity if _is_older(identity, time.time_ns()) else None


def _is_older(identity: list[int] | None, moment: int) -> bool:
    """True for what has not changed since that moment for certain."""
    from newslint.site.record import YOUNG

    return identity is not None and max(identity[:2]) < moment - YOUNG


def _numbers(seen: str) -> tuple[int, int, int, int]:
    """What identifies a file, of a record, as numbers; a size of -1 where it is not known."""
    try:
        size, changed, entered, number = map(int, seen.split())
    except ValueError:
        return -1, -1, -1, -1
    return size, changed, entered, number


def _between(
    one: Sequence[int | None], other: Sequence[int | None]
) -> tuple[int | None, int | None]:
    """When both hold."""
    since = max((t for t in (one[0], other[0]) if t is not None), default=None)
    until = min((t for t in (one[1], other[1]) if t is not None), default=None)
    return since, until
