"""How much work a schema is for an article, before it is asked.

A schema of thirty lines that refers to itself twice on each is checked 2^30 times, and each error
of an `anyOf` holds a copy of what it speaks of. Both are counted here without doing them: each pair
of a schema and a value is looked at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from newslint.config.schemas.documents import Documents, subschemas
from newslint.model.records import NamedTuple

MOST_CHECKS = 2_000_000
"""Of a schema against a value, for one article: about a tenth of a second."""

MOST_COPIES = 2_000_000
"""Values that the errors may hold, for one article."""

_MOST_PAIRS = 100_000
"""Pairs that are looked at: more is more than any article with any schema has."""

_IN_PLACE = ("not", "if", "then", "else")
_LISTS = ("allOf", "anyOf", "oneOf")


class TooMuchWorkError(Exception):
    """A schema would take too long for an article."""


class Load(NamedTuple):
    """`checks` of a schema against a value, and `copies` of values that errors could hold."""

    checks: int
    copies: int


class Work:
    """What checking by the schemas in `documents` amounts to."""

    def __init__(self, documents: Documents) -> None:
        self.root = documents.root
        self.targets = documents.targets
        self.whole = self._expanded()

    def check(self, data: Any) -> bool:
        """True where all errors may be asked for; False: only whether there is one.

        Raises TooMuchWorkError.
        """
        values, depth = _measure(data)
        if self.whole is not None and self.whole * values * depth <= MOST_COPIES:
            return True
        try:
            load = _Count(self.targets).load(self.root, data)
        except RecursionError:
            raise TooMuchWorkError from None
        if load.checks > MOST_CHECKS:
            raise TooMuchWorkError
        return load.copies <= MOST_COPIES

    def _expanded(self) -> int | None:
        """Schemas with each reference put in full; None where that has no end."""
        sizes: dict[int, int | None] = {}

        def size(schema: Any) -> int:
            if not isinstance(schema, dict):
                return 1
            if id(schema) in sizes:
                known = sizes[id(schema)]
                if known is None:
                    raise RecursionError
                return known
            sizes[id(schema)] = None
            parts = (*subschemas(schema), *self.targets.get(id(schema), ()))
            made = sizes[id(schema)] = 1 + sum(map(size, parts))
            return made

        try:
            return size(self.root)
        except RecursionError:
            return None


class _Count:
    """The count for one article."""

    def __init__(self, targets: dict[int, list[Any]]) -> None:
        self.targets = targets
        self.known: dict[tuple[int, int], Load] = {}
        self.sizes: dict[int, int] = {}

    def load(self, schema: Any, value: Any) -> Load:
        key = (id(schema), id(value))
        if key in self.known:
            return self.known[key]
        if len(self.known) > _MOST_PAIRS:
            raise TooMuchWorkError
        self.known[key] = Load(0, 0)  # what leads back to itself is not checked again
        checks, copies = 1, self.size(value)
        for inside, part in self._applied(schema, value):
            more = self.load(inside, part)
            checks += more.checks
            copies += more.copies
        made = self.known[key] = Load(checks, copies)
        return made

    def size(self, value: Any) -> int:
        if id(value) not in self.sizes:
            self.sizes[id(value)] = 1 + sum(map(self.size, _parts(value)))
        return self.sizes[id(value)]

    def _applied(self, schema: Any, value: Any) -> Iterator[tuple[Any, Any]]:
        if not isinstance(schema, dict):
            return
        here = [schema[name] for name in _IN_PLACE if name in schema]
        here += [one for name in _LISTS for one in _listed(schema, name)]
        here += self.targets.get(id(schema), ())
        for name in ("dependentSchemas", "dependencies"):
            here += _table(schema, name).values()
        yield from ((one, value) for one in here)
        if isinstance(value, dict):
            yield from _of_object(schema, value)
        elif isinstance(value, list):
            yield from _of_array(schema, value)


def _of_object(schema: dict[str, Any], value: dict[str, Any]) -> Iterator[tuple[Any, Any]]:
    own = _table(schema, "properties")
    yield from ((own[name], part) for name, part in value.items() if name in own)
    others = [*_table(schema, "patternProperties").values()]
    rest = ("additionalProperties", "unevaluatedProperties")
    others += [schema[name] for name in rest if name in schema]
    yield from ((one, part) for one in others for part in value.values())
    if "propertyNames" in schema:
        yield from ((schema["propertyNames"], name) for name in value)


def _of_array(schema: dict[str, Any], value: list[Any]) -> Iterator[tuple[Any, Any]]:
    for name in ("prefixItems", "items"):
        yield from zip(_listed(schema, name), value, strict=False)
    names = ("items", "additionalItems", "contains", "unevaluatedItems")
    for one in (schema[name] for name in names if isinstance(schema.get(name), dict | bool)):
        yield from ((one, part) for part in value)


def _listed(schema: dict[str, Any], name: str) -> list[Any]:
    found = schema.get(name)
    return found if isinstance(found, list) else []


def _table(schema: dict[str, Any], name: str) -> dict[str, Any]:
    found = schema.get(name)
    return found if isinstance(found, dict) else {}


def _parts(value: Any) -> Iterable[Any]:
    if isinstance(value, dict):
        return value.values()
    return value if isinstance(value, list) else ()


def _measure(data: Any) -> tuple[int, int]:
    """Values in the data, and levels of them."""
    level: list[Any] = [data]
    values = depth = 0
    while level:
        values, depth = values + len(level), depth + 1
        level = [part for one in level for part in _parts(one)]
    return values, depth
