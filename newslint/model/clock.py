"""The time of a run, which is only ever compared: so it is known how long an answer stays true."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import lru_cache

from newslint.model.records import NamedTuple

_TICK = timedelta(microseconds=1)


class During(NamedTuple):
    """From when (included) to when (excluded) an answer is the same; None: without an end."""

    since: datetime | None = None
    until: datetime | None = None

    def covers(self, moment: datetime) -> bool:
        """True where the answer is the same at that moment."""
        begun = self.since is None or self.since <= moment
        return begun and (self.until is None or moment < self.until)


ALWAYS = During()


class Clock:
    """Says whether moments have come, and between which two of them its answers hold.

    Whoever asked it anything else could not be told when to ask again.
    """

    __slots__ = ("_now", "_since", "_until")

    def __init__(self, now: datetime) -> None:
        self._now = now
        self._since: datetime | None = None
        self._until: datetime | None = None

    def begin(self, during: During = ALWAYS) -> None:
        """Forget what was asked before, but for answers that are the same `during` a time."""
        self._since, self._until = during

    @property
    def during(self) -> During:
        """When the answers given since `begin` are the same."""
        return During(self._since, self._until)

    def reached(self, moment: datetime) -> bool:
        """True at the moment and after it. It has a zone."""
        if moment <= self._now:
            if self._since is None or self._since < moment:
                self._since = moment
            return True
        if self._until is None or moment < self._until:
            self._until = moment
        return False

    def passed(self, moment: datetime) -> bool:
        """True after the moment."""
        try:
            return self.reached(moment + _TICK)
        except OverflowError:  # the last moment that there is
            return False

    def is_ahead(self, moment: datetime, hours: float = 0) -> bool:
        """True where the moment is more than so many hours ahead."""
        try:
            return not self.reached(moment - timedelta(hours=hours))
        except OverflowError:  # beyond the years that Python knows
            return hours < 0

    def long_past(self, day: str) -> bool:
        """True for a day (`2026-01-31`) that is over in every zone; False for any other text."""
        over = _end_of(day)
        return over is not None and self.reached(over)


@lru_cache(maxsize=1024)
def _end_of(day: str) -> datetime | None:
    """When a day is over in every zone; None for any other text."""
    try:
        start = datetime.fromisoformat(day).replace(tzinfo=UTC)
        over = start + timedelta(days=3)
    except (ValueError, OverflowError):
        return None
    return over if day == start.date().isoformat() else None
