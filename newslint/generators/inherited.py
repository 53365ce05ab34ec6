"""What an article has from elsewhere: defaults of the site's config, data of folders above it.

Generators put it together in layers, the weakest first. A value that cannot be read, or of which it
is not known whether it holds for the article, leaves its keys unknown, and whatever cannot be
read at all leaves every key so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from newslint.model.records import NamedTuple


class Inherited(NamedTuple):
    """The values that an article does not hold itself, by key: lower case, `table.key` in tables.

    `maybe` are keys of which it is not known whether they have a value; `over` those whose value
    takes the place of the article's own. `known` is false where something could not be read: then
    any key may have a value.
    """

    values: Mapping[str, Any] = {}
    maybe: frozenset[str] = frozenset()
    over: frozenset[str] = frozenset()
    known: bool = True

    def gives(self, keys: Iterable[str]) -> bool | None:
        """True when one of these keys (lower case) has a value, None when that is not known."""
        found: bool | None = False if self.known else None
        for key in keys if self.values or self.maybe else ():
            if key in self.maybe:
                found = None
            elif not is_empty(self.values.get(key)):
                return True
        return found

    def replaces(self, keys: Iterable[str]) -> bool:
        """True when a value takes the place of the article's own at one of these keys."""
        return not self.over.isdisjoint(keys)

    def names(self, keys: frozenset[str]) -> bool:
        """True when something, even if empty, is or may be said of one of these keys."""
        return not self.known or not keys.isdisjoint((*self.values, *self.maybe))


NOTHING = Inherited()
UNKNOWN = Inherited(known=False)


class Layer(NamedTuple):
    """Values from one place. `certain`: they hold for the article."""

    values: Mapping[str, Any]
    certain: bool = True


def layered(layers: Iterable[Layer | None]) -> Inherited:
    """The layers put together, the weakest first; None is one that cannot be read."""
    values: dict[str, Any] = {}
    maybe: set[str] = set()
    for layer in layers:
        if layer is None:
            return UNKNOWN
        for key, value in flat(layer.values):
            if layer.certain:
                values[key] = value
                maybe.discard(key)
            elif key not in values or is_empty(values[key]) != is_empty(value):
                maybe.add(key)
    return Inherited(values, frozenset(maybe)) if values or maybe else NOTHING


def flat(values: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, Any]]:
    """Each key, `table.key` in tables too, in lower case, with its value."""
    for key, value in values.items():
        name = f"{above}{str(key).lower()}"
        yield name, value
        if isinstance(value, Mapping):
            yield from flat(value, f"{name}.")


def is_empty(value: Any) -> bool:
    """True for null, an empty text, list and table, as `Field.empty` is."""
    if isinstance(value, str):
        return not value.strip()
    return value is None or (isinstance(value, Mapping | list) and not value)
