"""One site's store on the disk: SQLite, of which nothing is believed without its checksum.

It is a cache in the user's own folder. Whatever is wrong with it raises StoreError, and who asked
goes on without. A part is taken only where its checksum, which names the slot's epoch, is right:
a page that was damaged, or that a lost write left behind, is a part that is not there.
"""

from __future__ import annotations

import json
import os
import secrets
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from hashlib import blake2b
from pathlib import Path
from typing import Any, Literal

from newslint.files.ask import Question
from newslint.model.records import NamedTuple

VERSION = 4
"""Of the tables below; those of another one are made anew."""

Body = Literal["known", "facts", "found"]
"""Which part of what is kept of an article: as in `Part`."""

SLOTS = 4
"""Settings of a site that are kept side by side."""

WAIT = 1.0
"""Seconds to wait for another process."""

_NAME = 0x6E776C74
_MARKS = ("user_version", "schema_version", "application_id")
_ONE_PART = "FROM part WHERE slot = ? AND folder = ? AND first = ? AND sum = ?"
_BODIES: dict[Body, str] = {
    "known": f"SELECT known_sum, known {_ONE_PART}",
    "facts": f"SELECT facts_sum, facts {_ONE_PART}",
    "found": f"SELECT found_sum, found {_ONE_PART}",
}
_TABLES = """
CREATE TABLE slot (
    id INTEGER PRIMARY KEY, key TEXT UNIQUE, used INTEGER, epoch TEXT, asked BLOB, sum BLOB
);
CREATE TABLE part (
    slot INTEGER, folder BLOB, first BLOB, sum BLOB, head BLOB,
    known_sum BLOB, known BLOB, facts_sum BLOB, facts BLOB, found_sum BLOB, found BLOB,
    UNIQUE (slot, folder, first)
);
"""


class StoreError(Exception):
    """The store cannot be used: why, in a few words."""


class DamagedError(StoreError):
    """What lies there is no store, or no longer one."""


class Slot(NamedTuple):
    """What is kept under one key: `epoch` changes when all that was kept is dropped."""

    id: int
    epoch: str
    asked: dict[Question, str]


class Part(NamedTuple):
    """Articles of one folder, whose names begin with `first` in their order: `head` (JSON) says of
    each when it still holds, `known` what is asked of all at once, `facts` the others of its facts,
    and `found` what was found in it."""

    folder: str
    first: str
    head: bytes
    known: bytes
    facts: bytes
    found: bytes


class Table:
    """A connection. Every method raises StoreError."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._db: sqlite3.Connection | None = None
        self._owner = os.getpid()
        self._inherited: list[sqlite3.Connection] = []

    def close(self) -> None:
        """Close it; it may be asked again."""
        if self._db is not None:
            with suppress(sqlite3.Error):
                self._db.close()
            self._db = None

    def remove(self) -> None:
        """Remove what lies there. Raises nothing."""
        self.close()
        for end in ("", "-journal", "-wal", "-shm"):
            with suppress(OSError):
                os.unlink(f"{self.path}{end}")  # noqa: PTH108

    def slot(self, key: str) -> Slot | None:
        """What is kept under a key; None for nothing."""
        if not self.path.exists():
            return None
        with _contained():
            return _slot(self._open(), key)

    def heads(self, slot: Slot, folder: str) -> Iterator[tuple[str, bytes, Any]]:
        """The parts of a folder, without what was found: `first`, checksum and head of each."""
        with _contained():
            rows = self._open().execute(
                "SELECT first, sum, head FROM part WHERE slot = ? AND folder = ?",
                (slot.id, os.fsencode(folder)),
            )
            for first, checksum, head in rows.fetchall():
                name = os.fsdecode(first)
                if checksum == _sum(slot.epoch, "head", folder, name, head):
                    yield name, checksum, json.loads(head)

    def body(self, slot: Slot, folder: str, first: str, checksum: bytes, of: Body) -> bytes | None:
        """What is kept of the articles of a part; None where that is damaged or gone.

        `checksum` is that of its head: another run may have put another part there meanwhile.
        """
        with _contained():
            row = (
                self._open()
                .execute(_BODIES[of], (slot.id, os.fsencode(folder), os.fsencode(first), checksum))
                .fetchone()
            )
            if row is None or row[0] != _sum(slot.epoch, of, folder, first, checksum, row[1]):
                return None
            found: bytes = row[1]
            return found

    def write(self, key: str, before: Slot | None, made: Made) -> bool:
        """Keep what a run made, all or nothing; False where another run was there before.

        `before` is what `slot` gave at the start of the run.
        """
        with _contained():
            db = self._open()
            db.execute("BEGIN IMMEDIATE")
            try:
                done = _write(db, key, before, made)
                db.execute("COMMIT" if done else "ROLLBACK")
            except BaseException:
                with suppress(sqlite3.Error):
                    db.execute("ROLLBACK")
                raise
            return done

    def _open(self) -> sqlite3.Connection:
        if self._db is not None and self._owner != os.getpid():
            self._inherited.append(self._db)  # a copy of a process may not even close it
            self._db = None
        if self._db is None:
            self._owner = os.getpid()
            self._db = _connected(self.path)
        return self._db


class Made(NamedTuple):
    """What a run adds: with `anew` all that was kept under the key is dropped before.

    `gone` are the folders and firsts of parts that are no more.
    """

    anew: bool
    asked: dict[Question, str]
    changes: Iterable[tuple[list[tuple[str, str]], list[Part]]]
    used: int


@contextmanager
def _contained() -> Iterator[None]:
    try:
        yield
    except sqlite3.OperationalError as error:
        no_such = error.sqlite_errorcode == sqlite3.SQLITE_ERROR  # a table, or a column
        raise (DamagedError if no_such else StoreError)(str(error)) from error
    except (sqlite3.Error, ValueError, TypeError, KeyError, OverflowError) as error:
        raise DamagedError(str(error)) from error
    except OSError as error:
        raise StoreError(error.strerror or str(error)) from error
    except (RecursionError, MemoryError, AttributeError, IndexError) as error:
        raise DamagedError(type(error).__name__) from error


def _connected(path: Path) -> sqlite3.Connection:
    db = sqlite3.connect(path, timeout=WAIT, isolation_level=None)
    try:
        db.execute("PRAGMA trusted_schema = OFF")
        db.execute("PRAGMA cell_size_check = ON")
        db.execute("PRAGMA mmap_size = 0")
        db.execute("PRAGMA synchronous = NORMAL")
        kind = db.execute("PRAGMA journal_mode").fetchone()[0]
        version, made, name = (db.execute(f"PRAGMA {mark}").fetchone()[0] for mark in _MARKS)
    except BaseException:
        db.close()
        raise
    if kind != "delete" or (made and (version, name) != (VERSION, _NAME)):
        db.close()
        raise sqlite3.DatabaseError("it is of another version")
    return db


def _slot(db: sqlite3.Connection, key: str) -> Slot | None:
    if not db.execute("PRAGMA schema_version").fetchone()[0]:
        return None
    row = db.execute("SELECT id, epoch, asked, sum FROM slot WHERE key = ?", (key,)).fetchone()
    if row is None or row[3] != _sum(row[1], "slot", key, str(row[0]), row[2]):
        return None
    return Slot(row[0], row[1], {tuple(words): digest for words, digest in json.loads(row[2])})


def _write(db: sqlite3.Connection, key: str, before: Slot | None, made: Made) -> bool:
    if not db.execute("PRAGMA schema_version").fetchone()[0]:
        for line in _TABLES.split(";"):
            db.execute(line)
        db.execute(f"PRAGMA user_version = {VERSION}")
        db.execute(f"PRAGMA application_id = {_NAME}")
    if _slot(db, key) != before:
        return False
    number = before.id if before is not None and not made.anew else None
    epoch = before.epoch if before is not None and number is not None else secrets.token_hex(8)
    if number is None:
        _drop(db, db.execute("SELECT id FROM slot WHERE key = ?", (key,)).fetchall())
        number = db.execute("INSERT INTO slot (key) VALUES (?)", (key,)).lastrowid
    asked = json.dumps(list(made.asked.items()), separators=(",", ":")).encode("ascii")
    checksum = _sum(epoch, "slot", key, str(number), asked)
    db.execute(
        "UPDATE slot SET used = ?, epoch = ?, asked = ?, sum = ? WHERE id = ?",
        (made.used, epoch, asked, checksum, number),
    )
    for gone, parts in made.changes:
        for folder, first in gone:
            db.execute(
                "DELETE FROM part WHERE slot = ? AND folder = ? AND first = ?",
                (number, os.fsencode(folder), os.fsencode(first)),
            )
        for part in parts:
            row = _row(number, epoch, part)
            places = ", ".join("?" * len(row))
            db.execute(f"INSERT OR REPLACE INTO part VALUES ({places})", row)
    order = "SELECT id FROM slot ORDER BY used DESC, id DESC LIMIT -1 OFFSET ?"
    _drop(db, db.execute(order, (SLOTS,)).fetchall())
    return True


def _row(number: int | None, epoch: str, part: Part) -> list[Any]:
    folder, first, head, *bodies = part
    checksum = _sum(epoch, "head", folder, first, head)
    row = [number, os.fsencode(folder), os.fsencode(first), checksum, head]
    for of, data in zip(_BODIES, bodies, strict=True):
        row += _sum(epoch, of, folder, first, checksum, data), data
    return row


def _drop(db: sqlite3.Connection, numbers: list[tuple[int]]) -> None:
    for (number,) in numbers:
        db.execute("DELETE FROM part WHERE slot = ?", (number,))
        db.execute("DELETE FROM slot WHERE id = ?", (number,))


def _sum(epoch: str, kind: str, folder: str, first: str, *data: bytes) -> bytes:
    digest = blake2b(digest_size=16)
    for part in (epoch.encode(), kind.encode(), os.fsencode(folder), os.fsencode(first)):
        digest.update(len(part).to_bytes(8, "big") + part)
    digest.update(sum(map(len, data)).to_bytes(8, "big"))
    for part in data:  # as one, without a copy of it
        digest.update(part)
    return digest.digest()
