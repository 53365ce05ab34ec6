"""The generator whose keys a site's articles have, where nothing around them says which it is."""

from __future__ import annotations

from newslint.generators import every
from newslint.learn.fields import LEAST
from newslint.learn.tally import Count

_SHOWN = 3


def likely(count: Count) -> tuple[str, list[str]]:
    """Its name, and the keys that it alone has a meaning for; empty where several may be meant.

    A key that one article in five has says something, and only where no other generator's do.
    """
    known = {one.name: one.known_keys for one in every()}
    found: dict[str, list[str]] = {}
    for name, tally in count.keys.items():
        owners = [generator for generator, keys in known.items() if name in keys]
        if len(owners) == 1 and tally.filled >= max(LEAST, count.articles / 5):
            found.setdefault(owners[0], []).append(tally.name)
    if len(found) != 1:
        return "", []
    ((name, keys),) = found.items()
    return name, sorted(keys)[:_SHOWN]
