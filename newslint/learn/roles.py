"""Keys whose values say what they are for, whatever they are called."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from newslint.generators.base import Generator
from newslint.generators.role_keys import ROLE_KEYS
from newslint.learn.draft import is_writable
from newslint.learn.tally import Count, Tally

FEWEST = 5
"""Articles that must have a key before its values say what it is for."""

_KNOWN = frozenset(key for keys in ROLE_KEYS.values() for key in keys)


def learned_roles(count: Count, generator: Generator, own_hosts: frozenset[str]) -> dict[str, str]:
    """Role -> the key that plays it, of the roles that no key plays by its name.

    `own_hosts` are the hosts of the site itself.
    """
    found: dict[str, str] = {}
    for role, fits in _TESTS.items():
        if 10 * count.played[role] >= count.articles or not _may_play(role, count, generator):
            continue
        fitting = [
            (name, one)
            for name, one in _candidates(count, generator)
            if name not in found.values() and fits(one, own_hosts)
        ]
        if fitting:
            found[role] = min(fitting, key=lambda pair: (-pair[1].filled, pair[1].first, pair[0]))[
                0
            ]
    return found


def _candidates(count: Count, generator: Generator) -> Iterator[tuple[str, Tally]]:
    """The keys that mean nothing yet and that half of the articles have."""
    for name, one in count.keys.items():
        taken = name in _KNOWN or name in generator.known_keys or name in generator.taxonomies
        if not taken and one.filled >= max(FEWEST, count.articles / 2) and is_writable(name):
            yield name, one


def _may_play(role: str, count: Count, generator: Generator) -> bool:
    """False where the generator itself reads another key, or has another one for it."""
    if role == "date":
        return generator.date_keys is None
    if role == "tags":
        return 10 * count.played["categories"] < count.articles
    return True


def _is_link(one: Tally, own_hosts: frozenset[str]) -> bool:
    """Addresses on other hosts, of pages, a different one in most articles."""
    away = sum(number for host, number in one.hosts.items() if host and host not in own_hosts)
    pages = one.links - one.media
    return (
        one.type == "string"
        and away >= 0.95 * one.values
        and pages >= 0.95 * one.values
        and 2 * one.distinct >= min(one.values, 1_000)
    )


def _is_image(one: Tally, _: frozenset[str]) -> bool:
    return one.type == "string" and one.pictures >= 0.95 * one.values


def _is_date(one: Tally, _: frozenset[str]) -> bool:
    """Days, with or without a time."""
    days = sum(number for form, number in one.dates.items() if form.startswith("9999-99-99"))
    return one.type in ("date", "string") and days >= 0.98 * one.values and 4 * one.distinct > days


def _is_tags(one: Tally, _: frozenset[str]) -> bool:
    """Lists of short texts that come again."""
    return (
        one.type == "list"
        and one.values >= 2 * one.distinct
        and one.distinct >= 3
        and one.characters <= 40 * one.values
        and not one.links
        and not one.pictures
    )


_TESTS: dict[str, Callable[[Tally, frozenset[str]], bool]] = {
    "date": _is_date,
    "link": _is_link,
    "image": _is_image,
    "tags": _is_tags,
}
