"""Small frozen classes that take no time to define.

A dataclass writes and compiles the text of five methods for each class, half a millisecond of every
start. The classes of faults are many and their objects few: theirs are the same methods for all.
"""

from __future__ import annotations

from typing import Any, ClassVar, TypeVar, dataclass_transform

T = TypeVar("T", bound="Value")


@dataclass_transform(frozen_default=True)
class _Slotted(type):
    """Makes slots of the annotations of a class, and takes their defaults out of it."""

    def __new__(
        cls, name: str, bases: tuple[type, ...], namespace: dict[str, Any], **more: Any
    ) -> _Slotted:
        own = [one for one in namespace.get("__annotations__", {}) if one[:1] != "_"]
        below = bases[0].__dict__ if bases else {}
        defaults = {one: namespace.pop(one) for one in own if one in namespace}
        namespace["__slots__"] = tuple(own)
        namespace["__match_args__"] = (*below.get("__match_args__", ()), *own)
        namespace["_defaults"] = below.get("_defaults", {}) | defaults
        return super().__new__(cls, name, bases, namespace, **more)


class Value(metaclass=_Slotted):
    """A base of frozen classes: fields are annotated as in a dataclass, and compared by value."""

    __match_args__: ClassVar[tuple[str, ...]]
    _defaults: ClassVar[dict[str, Any]]

    def __init__(self, *given: Any, **named: Any) -> None:
        names = self.__match_args__
        values = dict(zip(names, given, strict=False))
        if len(given) > len(names) or not named.keys() <= set(names) - values.keys():
            raise TypeError(f"{type(self).__name__}() takes {', '.join(names)}, each once")
        values |= named
        for name in names:
            if name not in values and name not in self._defaults:
                raise TypeError(f"{type(self).__name__}() needs {name!r}")
            value = values[name] if name in values else self._defaults[name]
            object.__setattr__(self, name, value)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"cannot assign to {name!r}: it is frozen")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"cannot delete {name!r}: it is frozen")

    def _values(self) -> tuple[Any, ...]:
        return tuple([getattr(self, name) for name in self.__match_args__])

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return self._values() == other._values()

    def __hash__(self) -> int:
        return hash(self._values())

    def __repr__(self) -> str:
        shown = (f"{name}={getattr(self, name)!r}" for name in self.__match_args__)
        return f"{type(self).__qualname__}({', '.join(shown)})"

    def __reduce__(self) -> tuple[type, tuple[Any, ...]]:
        return type(self), self._values()


def replaced(value: T, **changes: Any) -> T:
    """The value with other contents in some of its fields."""
    return type(value)(**(dict(zip(value.__match_args__, value._values(), strict=True)) | changes))
