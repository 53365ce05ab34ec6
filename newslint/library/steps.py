"""From the values that front matter has to those that it is to have, one small step after another.

A path leads from the top of the front matter to a value, by keys and indexes as Python has them.
"""

from __future__ import annotations

from collections.abc import Set
from copy import deepcopy
from datetime import datetime
from difflib import SequenceMatcher
from typing import Any

from newslint.frontmatter.native_values import Bound
from newslint.frontmatter.new_values import Form, key_text, plain, same
from newslint.model.errors import NewslintError
from newslint.model.records import NamedTuple

Path = tuple[Any, ...]


class Put(NamedTuple):
    """Give a value another one."""

    path: Path
    value: Any


class Rename(NamedTuple):
    """Give a key of a mapping another name."""

    path: Path
    old: Any
    new: str


class Add(NamedTuple):
    """Add a key to a mapping, after another one where that is there."""

    path: Path
    key: str
    value: Any
    after: Any


class Remove(NamedTuple):
    """Remove keys of a mapping, or items of a list by their indexes."""

    path: Path
    keys: tuple[Any, ...]


class AddItem(NamedTuple):
    """Put an item before the one at an index of a list."""

    path: Path
    index: int  # type: ignore[assignment]  # hides tuple.index, which nobody asks for
    value: Any


Step = Put | Rename | Add | Remove | AddItem


def made(values: Any, step: Step) -> Any:
    """The values with a step made: a copy."""
    values = deepcopy(values)
    path = step.path[:-1] if isinstance(step, Put) else step.path
    inside = values
    for part in path:
        inside = inside[part]
    match step:
        case Put():
            inside[step.path[-1]] = step.value
        case Rename():
            inside[step.new] = inside.pop(step.old)
        case Add():
            inside[step.key] = step.value
        case Remove() if isinstance(inside, list):
            inside[:] = [item for at, item in enumerate(inside) if at not in step.keys]
        case Remove():
            for key in step.keys:
                del inside[key]
        case AddItem():
            inside.insert(step.index, step.value)
    return values


def wanted(old: Any, new: Any, form: Form, key: str = "") -> Any:
    """The values to write: what is unchanged as it was read, the rest in Python's own types.

    Raises TypeError, naming the key, for a new value that front matter cannot hold.
    """
    if same(old, new):
        return old
    if isinstance(old, dict) and isinstance(new, dict):
        return _wanted_pairs(old, new, form, key)
    if type(old) is list and isinstance(new, list):
        there = {_frozen(item): item for item in old}
        return [_item(there, item, form, f"{key}[{at}]") for at, item in enumerate(new)]
    return plain(new, form, key)


def _wanted_pairs(old: dict[Any, Any], new: dict[Any, Any], form: Form, key: str) -> Any:
    made = {}
    for name, value in new.items():
        inside = f"{key}.{name}" if key else str(name)
        if name in old:
            made[name] = wanted(old[name], value, form, inside)
        else:
            made[key_text(name, key)] = plain(value, form, inside)
    return made


_NOTHING = object()


def _item(there: dict[object, Any], item: Any, form: Form, key: str) -> Any:
    """An item of a list: one that was there, or a new one."""
    known = there.get(_frozen(item), _NOTHING)
    return plain(item, form, key) if known is _NOTHING else known


def _frozen(value: Any) -> object:
    """What is equal for equal values of equal types, and for no others."""
    if isinstance(value, dict):
        return dict, frozenset((key, _frozen(item)) for key, item in value.items())
    if isinstance(value, list):
        return list, tuple(map(_frozen, value))
    if isinstance(value, datetime):
        return datetime, value.isoformat()
    return type(value), value if isinstance(value, str) else repr(value)


def first(bound: Bound, new: Any, refused: Set[tuple[Any, Any]], path: Path = ()) -> Step | None:
    """The first step that is to be made; None where the values are the wanted ones.

    `refused` are keys that cannot be renamed. Raises NewslintError where what is to change is not
    its own: it is shared through an alias, or merged from another mapping.
    """
    if same(bound.native, new):
        return None
    if path and bound.value is not None and not bound.value.editable:
        raise NewslintError(
            f"{dotted(path)} is shared through an alias and cannot be changed alone"
        )
    if bound.is_mapping and isinstance(new, dict):
        return _of_mapping(bound, new, refused, path)
    if bound.is_list and isinstance(new, list):
        return _of_list(bound, new, refused, path)
    return Put(path, new)


def dotted(path: Path) -> str:
    """A path for a message."""
    shown = "".join(f"[{part}]" if type(part) is int else f".{part}" for part in path)
    return f"`{shown.removeprefix('.')}`"


def _of_mapping(
    bound: Bound, new: dict[Any, Any], refused: Set[tuple[Any, Any]], path: Path
) -> Step | None:
    _keep_merged(bound, new, path)
    gone = tuple(key for key in bound.own if key not in new)
    added = tuple(key for key in new if key not in bound.native)
    names = ((old, _renamed(bound, new, old, (gone, added))) for old in gone)
    named = next((pair for pair in names if pair[1] is not None and pair not in refused), ())
    if named:
        return Rename(path, *named)
    step = _inside(bound, new, refused, path)
    if step is None and added:
        return _added(bound, new, added[0], path)
    return step or (Remove(path, gone) if gone else None)


def _inside(
    bound: Bound, new: dict[Any, Any], refused: Set[tuple[Any, Any]], path: Path
) -> Step | None:
    """The first step that a value which stays needs."""
    for key, pair in bound.own.items():
        step = first(pair.bound, new[key], refused, (*path, key)) if key in new else None
        if step is not None:
            return step
    return None


def _added(bound: Bound, new: dict[Any, Any], key: Any, path: Path) -> Add:
    """A new key, after the one that it has before it where that is there already."""
    own, keys = bound.own, list(new)
    before = (name for name in reversed(keys[: keys.index(key)]) if name in own)
    return Add(path, key, new[key], next(before, None))


def _keep_merged(bound: Bound, new: dict[Any, Any], path: Path) -> None:
    """Refuse a change of what is merged from another mapping. Raises NewslintError."""
    own = bound.own
    for key, value in bound.native.items():
        if key not in own and not (key in new and same(value, new[key])):
            raise NewslintError(f"{dotted((*path, key))} is merged from another mapping (`<<`)")


def _renamed(
    bound: Bound, new: dict[Any, Any], old: Any, keys: tuple[tuple[Any, ...], tuple[Any, ...]]
) -> Any:
    """The new name of a key that goes: the only one that comes with its value; else None."""
    gone, added = keys
    value = bound.native[old]
    names = [key for key in added if same(new[key], value)]
    others = [key for key in gone if same(bound.native[key], value)]
    certain = len(gone) == len(added) == 1 or not (isinstance(value, bool) or not value)
    return names[0] if len(names) == len(others) == 1 and certain else None


def _of_list(
    bound: Bound, new: list[Any], refused: Set[tuple[Any, Any]], path: Path
) -> Step | None:
    one, two = [_frozen(item) for item in bound.native], [_frozen(item) for item in new]
    alike = (at for at, pair in enumerate(zip(one, two, strict=False)) if pair[0] != pair[1])
    start = next(alike, min(len(one), len(two)))
    matcher = SequenceMatcher(None, one[start:], two[start:], autojunk=False)
    for tag, i, j, k, _ in matcher.get_opcodes():
        if tag == "replace":
            return first(bound.items[i + start], new[k + start], refused, (*path, i + start))
        if tag == "delete":
            return Remove(path, tuple(range(i + start, j + start)))
        if tag == "insert":
            return AddItem(path, i + start, new[k + start])
    return None
