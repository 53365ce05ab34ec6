"""NamedTuple and dataclass as the standard library has them, but that take no time to define.

The standard ones write and compile the text of up to six methods for every class: a third of what
it takes to check one file. Here the methods are the same for all classes, and only one that is made
again and again is given the compiled text of its own `__init__` or `__new__`. A type checker is
shown the standard ones, and `dataclasses.fields`, pydantic and pickle take these for such.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from operator import attrgetter, itemgetter
from typing import TYPE_CHECKING, Any

SOME = 6
"""As often a class is made by what is the same for all; then its own method is compiled."""

MISSING: Any = object()
"""What a field has for a default that has none."""

if TYPE_CHECKING:
    from dataclasses import dataclass, field, fields, is_dataclass, replace
    from typing import NamedTuple
else:

    def dataclass(cls=None, /, *, frozen=False, slots=False, eq=True, kw_only=False):
        """As `dataclasses.dataclass`, with what of it is used here."""

        def made(cls):
            return _made(cls, frozen=frozen, slots=slots, eq=eq, kw_only=kw_only)

        return made if cls is None else made(cls)

    def field(**more):
        """As `dataclasses.field`."""
        return Part(**more)

    def fields(of):
        """The fields of a class or of an object of one: their names, types and defaults."""
        return tuple(of._parts.values())

    def is_dataclass(of):
        """True for one of these, and for an object of one."""
        return hasattr(of, "_parts")

    def replace(value, /, **changes):
        """The value with other contents in some of its fields."""
        for part in value._parts.values():
            if part.init:
                changes.setdefault(part.name, getattr(value, part.name))
        return type(value)(**changes)


class Part:
    """A field of a class."""

    __slots__ = (
        "compare",
        "default",
        "default_factory",
        "init",
        "kw_only",
        "metadata",
        "name",
        "repr",
        "type",
    )

    def __init__(  # noqa: PLR0913 (those of the standard one)
        self,
        *,
        default: Any = MISSING,
        default_factory: Any = MISSING,
        init: bool = True,
        repr: bool = True,  # noqa: A002
        compare: bool = True,
        metadata: Mapping[str, Any] | None = None,
    ) -> None:
        self.default, self.default_factory = default, default_factory
        self.init, self.repr, self.compare = init, repr, compare
        self.metadata = metadata or {}
        self.name, self.type, self.kw_only = "", None, False

    @property
    def has_default(self) -> bool:
        """False for one whose value must be given."""
        return self.default is not MISSING or self.default_factory is not MISSING

    def made(self) -> Any:
        """The default. Raises TypeError for a field that has none."""
        if self.default is not MISSING:
            return self.default
        if self.default_factory is not MISSING:
            return self.default_factory()
        raise TypeError(f"missing required argument: {self.name!r}")

    def standard(self) -> Any:
        """The same as `dataclasses` has it."""
        import dataclasses

        known = {
            name: getattr(self, name)
            for name in ("default", "default_factory")
            if getattr(self, name) is not MISSING
        }
        made: Any = dataclasses.field(
            **known,
            init=self.init,
            repr=self.repr,
            compare=self.compare,
            kw_only=self.kw_only,
            metadata=self.metadata,
        )
        made.name, made.type = self.name, self.type
        made._field_type = dataclasses._FIELD  # type: ignore[attr-defined]
        return made


def _made(cls: Any, *, frozen: bool, slots: bool, eq: bool, kw_only: bool) -> Any:
    """The class, with its methods."""
    body = dict(cls.__dict__)
    own = dict(_own_parts(body, kw_only=kw_only))
    inherited: dict[str, Part] = {}
    for base in reversed(cls.__mro__[1:]):
        inherited |= base.__dict__.get("_parts", {})
    for name, part in own.items():
        _place_default(cls, name, part, body, slots=slots)
    methods = _methods(inherited | own, frozen=frozen, eq=eq)
    if slots:
        cls = _slotted(cls, body, tuple([name for name in own if name not in inherited]))
    for name, method in methods.items():
        if body.get(name) is None:
            setattr(cls, name, method)
    if "__init__" not in body:
        cls.__init__ = _first_init(cls)
    return cls


def _place_default(cls: Any, name: str, part: Part, body: dict[str, Any], *, slots: bool) -> None:
    """Let the class say the default of a field, where it has no slots."""
    if body.pop(name, MISSING) is not MISSING:
        delattr(cls, name)
    if part.default is not MISSING and not slots:
        setattr(cls, name, part.default)


def _methods(parts: dict[str, Part], *, frozen: bool, eq: bool) -> dict[str, Any]:
    compared = [part.name for part in parts.values() if part.compare]
    methods: dict[str, Any] = {
        "_parts": parts,
        "_compared": attrgetter(*(compared or ["__class__"])),
        "__dataclass_fields__": _STANDARD,
        "__dataclass_params__": _Params(frozen),
        "__match_args__": tuple([p.name for p in parts.values() if p.init and not p.kw_only]),
        "__repr__": _repr,
    }
    if eq:
        methods |= {"__eq__": _eq, "__hash__": _hash if frozen else None}
    if frozen:
        methods |= {"__setattr__": _no_setattr, "__delattr__": _no_delattr}
    return methods


def _slotted(cls: Any, body: dict[str, Any], names: tuple[str, ...]) -> Any:
    """The class anew: slots must be there when it is made."""
    left = {name: one for name, one in body.items() if name not in ("__dict__", "__weakref__")}
    state = {"__slots__": names, "__getstate__": _getstate, "__setstate__": _setstate}
    new = type(cls)(cls.__name__, cls.__bases__, state | left)
    new.__qualname__ = cls.__qualname__
    return new


def _own_parts(body: Mapping[str, Any], *, kw_only: bool) -> Iterator[tuple[str, Part]]:
    for name, kind in body.get("__annotations__", {}).items():
        if str(kind).startswith(("ClassVar", "typing.ClassVar")):
            continue
        given = body.get(name, MISSING)
        part = given if isinstance(given, Part) else Part(default=given)
        part.name, part.type, part.kw_only = name, kind, kw_only
        yield name, part


class _Params:
    """What a standard dataclass asks of one that it inherits from."""

    def __init__(self, frozen: bool) -> None:
        self.frozen = frozen


class _Standard:
    """The fields of a class as `dataclasses` has them, made when somebody asks."""

    def __init__(self) -> None:
        self.made: dict[type, dict[str, Any]] = {}

    def __get__(self, _: object, cls: Any) -> dict[str, Any]:
        if cls not in self.made:
            self.made[cls] = {name: part.standard() for name, part in cls._parts.items()}
        return self.made[cls]


_STANDARD = _Standard()
_set = object.__setattr__
_SLOT: Any = type(Part.__dict__["name"])


def _first_init(cls: Any) -> Callable[..., None]:
    """An `__init__` that is the same for all classes, for the first objects of one."""
    left = SOME
    parts: tuple[Part, ...] = tuple(cls._parts.values())

    def init(self: Any, /, *given: Any, **named: Any) -> None:
        nonlocal left
        left -= 1
        if not left:
            cls.__init__ = _compiled_init(cls, parts)
        values = _named(cls, cls.__match_args__, given, named)
        for part in parts:
            if part.init and part.name in values:
                _set(self, part.name, values.pop(part.name))
            elif part.init or part.has_default:
                _set(self, part.name, part.made())
        if values:
            raise TypeError(f"{cls.__name__}() has no argument {next(iter(values))!r}")
        if hasattr(self, "__post_init__"):
            self.__post_init__()

    return init


def _named(
    cls: Any, names: tuple[str, ...], given: tuple[Any, ...], named: dict[str, Any]
) -> dict[str, Any]:
    """All arguments by their names. Raises TypeError for one that is given twice."""
    values = dict(zip(names, given, strict=False))
    if len(given) > len(names):
        raise TypeError(f"{cls.__name__}() takes {len(names)} positional arguments")
    if twice := values.keys() & named:
        raise TypeError(f"{cls.__name__}() got multiple values for argument {min(twice)!r}")
    return values | named


def _compiled_init(cls: Any, parts: Iterable[Part]) -> Callable[..., None]:
    """An `__init__` of this class alone."""
    known: dict[str, Any] = {"_set": _set, "_none": MISSING}
    places, words, lines = ["self"], list[str](), list[str]()
    for part in parts:
        if not (part.init or part.has_default):
            continue
        known |= {f"_made_{part.name}": part.default_factory, f"_is_{part.name}": part.default}
        lines.append(_setting(cls, part, known))
        if part.init:
            (words if part.kw_only else places).append(_argument(part))
    if hasattr(cls, "__post_init__"):
        lines.append("self.__post_init__()")
    taken = ", ".join([*places, "*", *words] if words else places)
    exec(f"def __init__({taken}):\n " + "\n ".join(lines or ["pass"]), known)
    made: Callable[..., None] = known["__init__"]
    made.__qualname__ = f"{cls.__qualname__}.__init__"
    return made


def _argument(part: Part) -> str:
    if not part.has_default:
        return part.name
    return f"{part.name}=" + ("_none" if part.default is MISSING else f"_is_{part.name}")


def _setting(cls: Any, part: Part, known: dict[str, Any]) -> str:
    """The line that gives a field its value."""
    name = value = part.name
    if part.default_factory is not MISSING:
        value = f"_made_{name}() if {name} is _none else {name}" if part.init else f"_made_{name}()"
    elif not part.init:
        value = f"_is_{name}"
    member = getattr(cls, name, None)
    if not isinstance(member, _SLOT):
        return f"_set(self, {name!r}, {value})"
    known[f"_set_{name}"] = member.__set__
    return f"_set_{name}(self, {value})"


def _eq(self: Any, other: Any) -> Any:
    if other.__class__ is not self.__class__:
        return NotImplemented
    return self is other or self._compared(self) == other._compared(other)


def _hash(self: Any) -> int:
    return hash(self._compared(self))


def _repr(self: Any) -> str:
    shown = [f"{name}={getattr(self, name)!r}" for name, part in self._parts.items() if part.repr]
    return f"{type(self).__qualname__}({', '.join(shown)})"


def _no_setattr(self: Any, name: str, value: object) -> None:
    raise AttributeError(f"cannot assign to field {name!r}")


def _no_delattr(self: Any, name: str) -> None:
    raise AttributeError(f"cannot delete field {name!r}")


def _getstate(self: Any) -> list[Any]:
    return [getattr(self, name) for name in self._parts]


def _setstate(self: Any, state: Iterable[Any]) -> None:
    for name, value in zip(self._parts, state, strict=True):
        _set(self, name, value)


class _TupleMaker(type):
    """Makes a plain class of tuples of a class that is written with the fields as annotations."""

    def __new__(cls, name: str, bases: tuple[type, ...], body: dict[str, Any]) -> Any:
        if not bases:
            return super().__new__(cls, name, bases, body)
        if "__annotations__" not in body and any("annot" in one for one in body):
            from types import new_class  # Python 3.14 knows annotations when they are asked for
            from typing import NamedTuple as Standard

            return new_class(name, (Standard,), {}, lambda made: made.update(body))
        names = tuple(body.get("__annotations__", ()))
        defaults = {one: body.pop(one) for one in names if one in body}
        if tuple(defaults) != names[len(names) - len(defaults) :]:
            raise TypeError(f"{name}: a field without a default follows one that has it")
        body = {
            "__slots__": (),
            "__match_args__": names,
            "_fields": names,
            "_places": {one: place for place, one in enumerate(names)},
            "_field_defaults": defaults,
            "_make": classmethod(_make),
            "_replace": _replace,
            "_asdict": _asdict,
            "__repr__": _tuple_repr,
            "__getnewargs__": _getnewargs,
            **{one: _getter(place) for place, one in enumerate(names)},
            **body,
        }
        others = [base for base in bases if base is not _Tuples]
        made: Any = type(name, (tuple, *others), body)
        if "__new__" not in body:
            made.__new__ = _first_new(made, names, defaults)
        return made


class _Tuples(metaclass=_TupleMaker):
    """What `NamedTuple` stands for among the bases of a class."""


if not TYPE_CHECKING:

    def NamedTuple(*_):  # noqa: N802
        """As `typing.NamedTuple`, for a base of classes."""
        raise TypeError("NamedTuple is a base of classes")

    NamedTuple.__mro_entries__ = lambda _: (_Tuples,)

try:
    from collections import _tuplegetter as _tuple_getter  # type: ignore[attr-defined]
except ImportError:  # a Python that is not CPython

    def _getter(place: int) -> Any:
        return property(itemgetter(place))

else:

    def _getter(place: int) -> Any:
        return _tuple_getter(place, None)


_new = tuple.__new__


def _first_new(cls: Any, names: tuple[str, ...], defaults: dict[str, Any]) -> Callable[..., Any]:
    """A `__new__` that is the same for all classes, for the first objects of one."""
    left = SOME

    def new(kind: Any, /, *given: Any, **named: Any) -> Any:
        nonlocal left
        left -= 1
        if not left:
            cls.__new__ = _compiled_new(cls, names, defaults)
        if len(given) == len(names) and not named:
            return _new(kind, given)
        values = defaults | _named(cls, names, given, named)
        if values.keys() != set(names):
            odd = ", ".join(map(repr, values.keys() ^ set(names)))
            raise TypeError(f"{cls.__name__}() lacks an argument, or has none of that name: {odd}")
        return _new(kind, [values[name] for name in names])

    return new


def _compiled_new(cls: Any, names: tuple[str, ...], defaults: dict[str, Any]) -> Callable[..., Any]:
    """A `__new__` of this class alone."""
    taken = ", ".join(names)
    text = f"lambda _cls, {taken}: _new(_cls, ({taken}{',' if names else ''}))"
    made: Callable[..., Any] = eval(text, {"_new": _new, "__builtins__": {}})
    made.__defaults__ = tuple(defaults.values())
    made.__name__, made.__qualname__ = "__new__", f"{cls.__qualname__}.__new__"
    return made


def _make(cls: Any, values: Iterable[Any]) -> Any:
    made = _new(cls, values)
    if len(made) != len(cls._fields):
        raise TypeError(f"Expected {len(cls._fields)} arguments, got {len(made)}")
    return made


def _replace(self: Any, /, **changes: Any) -> Any:
    values, places = list(self), self._places
    try:
        for name in changes:
            values[places[name]] = changes[name]
    except KeyError as error:
        raise ValueError(f"Got unexpected field names: {error}") from None
    return _new(type(self), values)


def _asdict(self: Any) -> dict[str, Any]:
    return dict(zip(self._fields, self, strict=True))


def _tuple_repr(self: Any) -> str:
    shown = [f"{name}={value!r}" for name, value in zip(self._fields, self, strict=True)]
    return f"{type(self).__name__}({', '.join(shown)})"


def _getnewargs(self: Any) -> tuple[Any, ...]:
    return tuple(self)


__all__ = ["MISSING", "NamedTuple", "dataclass", "field", "fields", "is_dataclass", "replace"]
