"""Which query parameters only track a reader: the table `data/tracking.yaml` and what reads it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from typing import Any

from newslint.data import load
from newslint.model.records import dataclass
from newslint.text.hosts import suffixes
from newslint.text.regex import regex

_FEED_VALUE = regex(r"(?is)rss(?:[-_].*)?|[a-z]{2}-rss-.*")
# With these names "rss" is what the reader looks for or the form in which he wants the page.
_CHOOSES = frozenset(
    (
        *("alt", "display", "feed", "fmt", "format", "mode", "output", "rss", "type", "view"),
        *("key", "keyword", "keywords", "p", "q", "query", "s", "search", "term"),
        *("cat", "category", "id", "name", "tag", "tags", "title", "topic", "topics"),
    )
)


@dataclass(frozen=True, slots=True)
class Names:
    """Names of parameters in lower case: whole ones, and the beginnings of names (`utm_*`)."""

    exact: frozenset[str] = frozenset()
    beginnings: tuple[str, ...] = ()

    def __contains__(self, name: str) -> bool:
        lower = name.lower()
        return lower in self.exact or (bool(self.beginnings) and lower.startswith(self.beginnings))

    def __bool__(self) -> bool:
        return bool(self.exact or self.beginnings)

    def __or__(self, other: Names) -> Names:
        return Names(self.exact | other.exact, self.beginnings + other.beginnings)


_NO_NAMES = Names()


def names(listed: Iterable[str]) -> Names:
    """Names as a table or a config lists them: a trailing `*` makes one a beginning."""
    if listed == ():
        return _NO_NAMES
    lower = [name.lower() for name in listed]
    return Names(
        frozenset(name for name in lower if not name.endswith("*")),
        tuple(name[:-1] for name in lower if name.endswith("*")),
    )


@dataclass(frozen=True, slots=True)
class HostNames:
    """What the table has for one host.

    `tracks`: does nothing but track; `unlocks`: tracks, but may open an article which is closed
    without it; `feeds`: added by the publisher's own feed. No name is in two of them.
    """

    tracks: Names
    unlocks: Names
    feeds: Names


@cache
def _table() -> dict[str, Any]:
    return load("tracking")


@lru_cache(maxsize=1024)
def of_host(host: str) -> HostNames:
    """What the table has for a host (lower case) and the hosts that it lies below."""
    table = _table()
    return HostNames(
        names(table["everywhere"]) | below(table["hosts"], host),
        below(table["unlock"], host),
        below(table["feeds"], host),
    )


def below(table: Mapping[str, Iterable[str]], host: str) -> Names:
    """All that a table of hosts lists for this one and for those that it lies below."""
    return names(name for site in suffixes(host) for name in table.get(site, ()))


def looks_like_feed_mark(name: str, value: str) -> bool:
    """True when only the value says "feed" (`src=rss`, `source=rss-world`): likely, not certain."""
    return _FEED_VALUE.fullmatch(value) is not None and name.lower() not in _CHOOSES
