"""What the result of an article rests on, noted while it is judged."""

from __future__ import annotations

import os
import time
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from newslint.config.settings import Settings
from newslint.config.site import Site
from newslint.files.ask import Asked, Question
from newslint.files.read import Source, decode, file_bytes
from newslint.model.clock import During
from newslint.model.diagnostics import FileResult
from newslint.model.digest import blake2b
from newslint.model.records import NamedTuple, dataclass, field

if TYPE_CHECKING:
    from newslint.site.codec import Sent, Where

YOUNG = 2_000_000_000
"""Nanoseconds: a file changed no longer ago may change again and show the same times (FAT counts
in steps of two seconds)."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_TICK = timedelta(microseconds=1)


class Record(NamedTuple):
    """What a result rests on. `slot` is the key of what holds for the article.

    `seen` identifies the file, it is empty where its times may not be trusted; `digest` is that of
    its bytes, empty where the result may not be kept; `during` is when it holds. `own` is what was
    asked for this article alone, `site` what was asked since the last record for all of its slot.
    `steady` is False where nothing of the slot may be kept.
    """

    slot: str
    seen: str
    digest: str
    during: tuple[int | None, int | None]
    own: list[tuple[Question, str]]
    site: list[tuple[Question, str]]
    steady: bool


class Kept(NamedTuple):
    """The result of a file, as bytes where there are bytes for it, with the place of its site and
    what it rests on; None where nothing is known of that."""

    path: Path
    result: Sent | FileResult
    where: Where
    record: Record | None = None


def identity(status: os.stat_result) -> tuple[str, bool]:
    """What tells a file from others and from what it was before; and whether that is so."""
    changed = max(status.st_mtime_ns, status.st_ctime_ns)
    return seen_of(status), changed < time.time_ns() - YOUNG


def seen_of(status: os.stat_result) -> str:
    """What tells a file from others, and from what it was before where that is sure."""
    return f"{status.st_size} {status.st_mtime_ns} {status.st_ctime_ns} {status.st_ino}"


def digest_of(data: bytes) -> str:
    """The digest of an article's bytes."""
    return blake2b(data, digest_size=16).hexdigest()


def as_ticks(during: During) -> tuple[int | None, int | None]:
    """A span of time in microseconds since 1970, exact."""
    since, until = (None if one is None else ticks(one) for one in during)
    return since, until


def ticks(moment: datetime) -> int:
    """A moment in microseconds since 1970."""
    return (moment - _EPOCH) // _TICK


@dataclass(slots=True)
class Noted:
    """What is seen of an article while it is judged: `seen` and `digest` as in `Record`."""

    asked: Asked = field(default_factory=Asked)
    seen: str = ""
    digest: str = ""

    def read(self, path: Path, settings: Settings) -> Source:
        """The article, read as `newslint.files.read.read` does."""
        with suppress(OSError):  # reading says what is wrong
            seen, sure = identity(os.stat(path))
            self.seen = seen if sure else ""
        data = file_bytes(path, settings.limits)
        if not isinstance(data, bytes):
            return Source(path, "", False, data)
        self.digest = digest_of(data)
        return decode(data, path, settings.limits, settings.encoding)

    def record(
        self, site: Site, during: During, *, with_facts: bool, with_reasons: bool
    ) -> Record | None:
        """What the result rests on; None where that cannot be said, as where code of one's own had
        a say in it."""
        from newslint.site.stamp import slot_of  # most runs have no store

        if site.may_run:
            return None
        try:
            key = slot_of(site, with_facts, with_reasons)
        except TypeError:
            return None
        sent = site.asked.sent.get(key, 0)
        new = site.asked.since(sent)
        site.asked.sent[key] = sent + len(new)
        own = list(self.asked.answers.items())
        steady = site.asked.steady and self.asked.steady
        return Record(key, self.seen, self.digest, as_ticks(during), own, new, steady)
