"""A config whose every value has just the type of its key: taken as it is, without pydantic.

Importing pydantic takes longer than a run on one file. What has any other type, or a key that there
is not, is for pydantic: its word counts, and it says what is wrong.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from functools import cache
from types import NoneType, UnionType
from typing import (
    Any,
    ForwardRef,
    Literal,
    TypeVar,
    Union,
    cast,
    get_args,
    get_origin,
    get_type_hints,
)

from newslint.model.records import fields, is_dataclass
from newslint.text.vocabulary import Vocabulary

T = TypeVar("T")


class NotPlainError(Exception):
    """A value needs a closer look. It never leaves `taken`."""


def taken(section: type[T], data: Mapping[str, Any]) -> T | None:
    """The section with this data of a TOML file; None where that is not plainly what it wants."""
    try:
        made: T = _section(section, data)
    except NotPlainError:
        return None
    return made


def taken_options(options: type[T], given: Mapping[str, Any]) -> T | None:
    """The same of a rule's options, a NamedTuple, by their names in Python."""
    wanted = _hints(cast(Any, options))
    try:
        return options(**{name: _value(wanted.get(name), one) for name, one in given.items()})
    except NotPlainError:
        return None


@cache
def _hints(options: Any) -> dict[str, Any]:
    """The types of options; those of a file that keeps annotations as text are evaluated."""
    try:
        hints: dict[str, Any] = options.__annotations__
        if any(isinstance(hint, str | ForwardRef) for hint in hints.values()):
            return get_type_hints(options, include_extras=True)
    except NameError:
        return {}
    return hints


@cache
def _wanted(section: Any) -> dict[str, str]:
    """Key of the config -> the field."""
    return {one.name.replace("_", "-"): one.name for one in fields(section)}


@cache
def _kinds(section: Any) -> dict[str, str]:
    """Field -> its type, as it is written: to evaluate all of them takes longer than a config."""
    return {one.name: str(one.type) for one in fields(section)}


@cache
def _names(section: Any) -> dict[str, Any]:
    """What the types of its fields may name."""
    found: dict[str, Any] = {}
    for owner in reversed(section.__mro__):
        found |= vars(sys.modules[owner.__module__])
    return found


@cache
def _kind(section: Any, name: str) -> Any:
    """The type of a field."""
    return eval(_kinds(section)[name], _names(section))


def _section(section: Any, data: Any) -> Any:
    if type(data) is not dict:
        raise NotPlainError
    wanted, given = _wanted(section), {}
    for key, value in data.items():
        if key not in wanted:
            raise NotPlainError
        name = wanted[key]
        given[name] = _value(_kind(section, name), value)
    try:
        return section(**given)
    except TypeError:  # a key that must be there is not
        raise NotPlainError from None


def _value(kind: Any, value: Any) -> Any:
    """The value as the type has it: lists become tuples, tables of a section the section."""
    if kind is Any:
        return value
    if kind in (bool, int, str, Vocabulary):
        return _is(type(value) is kind, value)
    if is_dataclass(kind):
        return _section(kind, value)
    return _inside(get_origin(kind), get_args(kind), value)


def _inside(origin: Any, inner: tuple[Any, ...], value: Any) -> Any:
    """The value of a type that is made of others."""
    if origin in (Union, UnionType):
        kinds = [one for one in inner if one is not NoneType]
        return _value(kinds[0], _is(len(kinds) == 1, value))
    if origin is Literal:
        return _is(type(value) is str and value in inner, value)
    if origin is tuple:
        items = _is(type(value) is list and inner[1:] == (...,), value)
        return tuple([_value(inner[0], item) for item in items])
    keyed = origin in (dict, Mapping) and inner[0] is str
    table = _is(keyed and type(value) is dict, value)
    return {key: _value(inner[1], item) for key, item in table.items()}


def _is(holds: bool, value: Any) -> Any:
    if not holds:
        raise NotPlainError
    return value
