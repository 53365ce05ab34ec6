"""The names of publications, as `[sources]` has them: by host, what nearly all articles say."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from newslint.learn.draft import LONGEST, Line
from newslint.learn.tally import Count
from newslint.report.summary import plural
from newslint.text.hosts import address_host, is_feed, publication, without_www

FEWEST = 3
"""Articles that must say the same."""

MOST = 40
"""Publications that a config names."""

_MOSTLY = 0.8
PLACEHOLDER = "Name of the publication"


def source_lines(count: Count, link: str) -> list[Line]:
    """The lines of `[sources]`: names that the articles give, then feeds that have none yet.

    `link` is the key of the link. What is known without a config is not said again.
    """
    known = [*_named(count, link)][:MOST]
    hosts = frozenset(line.key for line in known)
    return known + [*_unnamed(count, hosts)][: MOST - len(known)]


def _named(count: Count, link: str) -> Iterator[Line]:
    names: dict[str, Counter[str]] = defaultdict(Counter)
    for (key, host, source), number in count.sources.items():
        if key == link:
            names[without_www(host)][source] += number
    for host, found in sorted(names.items(), key=lambda pair: (-pair[1].total(), pair[0])):
        (name, number), whole = found.most_common(1)[0], found.total()
        enough = number >= FEWEST and number >= _MOSTLY * whole
        if enough and host and _is_name(name) and publication(host, {}) != name:
            yield Line(host, name, f"{number:,} of {plural(whole, 'article')} that link there")


def _is_name(text: str) -> bool:
    address = address_host(text) or "/" in text
    return bool(text) and len(text) <= LONGEST and text.isprintable() and not address


def _unnamed(count: Count, known: frozenset[str]) -> Iterator[Line]:
    """Feeds that stand where a name should, and of which nobody knows the name."""
    feeds: Counter[str] = Counter()
    for source, number in (count.keys["source"].texts if "source" in count.keys else {}).items():
        if is_feed(source) and not publication(source, dict.fromkeys(known, "known")):
            feeds[address_host(source)] += number
    for host, number in sorted(feeds.items(), key=lambda pair: (-pair[1], pair[0])):
        if number >= FEWEST and host:
            words = f"the source of {plural(number, 'article')} is this feed"
            yield Line(host, PLACEHOLDER, words, off=True)
