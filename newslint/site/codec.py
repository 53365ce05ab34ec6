"""Named tuples as JSON and back: by the types of their fields, and never by what the data says.

A set is a text with the JSON of its list: most articles of a site have the same few, and each is
read once.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache, lru_cache
from types import NoneType, UnionType
from typing import Any, Literal, NamedTuple, Union, get_args, get_origin, get_type_hints

from newslint.model.counted import Asked
from newslint.model.diagnostics import Diagnostic, FileResult
from newslint.model.facts import Facts

_PLAIN = (str, int, float, bool, NoneType)

Decode = Callable[[Any], Any]


class Where(NamedTuple):
    """What a result says of the place where its site lies, which is no part of what is kept: the
    folder of the site, and the config file as it is printed."""

    site: str
    config: str


def encode(result: FileResult) -> list[Any]:
    """What is kept of a result: all but the texts, and the paths that depend on who asks."""
    facts = result.facts and result.facts._replace(path="", file="")
    asked = result.asked and result.asked._replace(site="", config="")
    return [[one._replace(path="") for one in result.diagnostics], result.bom, facts, asked]


def decode(kept: list[Any], shown: str, file: str, where: Where) -> FileResult:
    """The result again. Raises ValueError, TypeError and the like for what is none."""
    diagnostics, bom, facts, asked = kept
    found = map(decoder(Diagnostic), diagnostics)
    read: Facts | None = decoder(Facts)(facts) if facts is not None else None
    counted: Asked | None = decoder(Asked)(asked) if asked is not None else None
    return FileResult(
        shown,
        tuple(one._replace(path=shown) for one in found),
        bom=tuple(bom),
        facts=read and read._replace(path=shown, file=file),
        asked=counted and counted._replace(site=where.site, config=where.config),
    )


def dumps(value: object) -> bytes:
    """JSON, in ASCII: a lone surrogate of a path is an escape."""
    return json.dumps(value, separators=(",", ":"), default=_set).encode("ascii")


def _set(value: object) -> str:
    if isinstance(value, frozenset):
        return json.dumps(sorted(value), separators=(",", ":"))
    raise TypeError(f"no way to keep {type(value).__name__}")


@cache
def decoder(kind: Any) -> Decode:
    """What makes a value of this type of what JSON has. Raises TypeError for a type it cannot."""
    return _decoder(kind) or _same


def _same(value: Any) -> Any:
    return value


def _decoder(kind: Any) -> Decode | None:
    """None: the value is the same."""
    origin = get_origin(kind)
    if kind in _PLAIN or origin is Literal:
        return None
    if origin in (Union, UnionType):
        return _optional(kind)
    if origin is tuple:
        return _tuple(get_args(kind))
    if origin is frozenset:
        return _frozenset(get_args(kind)[0])
    if isinstance(kind, type) and issubclass(kind, tuple) and hasattr(kind, "_fields"):
        return _named(kind)
    raise TypeError(f"no way to keep {kind}")


def _optional(kind: Any) -> Decode | None:
    others = [one for one in get_args(kind) if one is not NoneType]
    made = [_decoder(one) for one in others]
    if not any(made):
        return None
    if len(made) != 1 or made[0] is None:
        raise TypeError(f"no way to keep {kind}")
    make = made[0]
    return lambda value: None if value is None else make(value)


def _tuple(kinds: tuple[Any, ...]) -> Decode:
    if len(kinds) == 2 and kinds[1] is Ellipsis:
        make = _decoder(kinds[0])
        return tuple if make is None else lambda value: tuple(map(make, value))
    makes = [_decoder(one) for one in kinds]
    return lambda value: tuple(_each(makes, value))


def _frozenset(kind: Any) -> Decode:
    make = _decoder(kind) or _same

    @lru_cache(maxsize=1024)
    def read(text: str) -> frozenset[Any]:
        return frozenset(map(make, json.loads(text)))

    return read


def _named(kind: Any) -> Decode:
    hints = get_type_hints(kind)
    makes = [_decoder(hints[name]) for name in kind._fields]
    make = kind._make
    if not any(makes):
        return make  # type: ignore[no-any-return]
    return lambda value: make(_each(makes, value))


def _each(makes: list[Decode | None], values: list[Any]) -> list[Any]:
    return [make(one) if make else one for make, one in zip(makes, values, strict=True)]
