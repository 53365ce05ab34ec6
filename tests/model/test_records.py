"""Records are as the standard library's, made once or many times."""

from __future__ import annotations

import copy
import dataclasses
import pickle
import typing
from typing import Any, ClassVar

import pytest
from pydantic import TypeAdapter

from newslint.model.records import NamedTuple, dataclass, field, fields, is_dataclass, replace

OFTEN = range(10)
"""Often enough for a class to get a method of its own on the way."""


@dataclass(frozen=True, slots=True)
class Slotted:
    """With a field that is not compared."""

    first: int
    second: str = "x"
    third: list[int] = field(default_factory=list, repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Inherits(Slotted):
    """With one field more, of which something is made."""

    fourth: int = 4
    twice: int = field(init=False, default=0)

    def __post_init__(self) -> None:
        object.__setattr__(self, "twice", 2 * self.fourth)


@dataclass(frozen=True, kw_only=True)
class Named:
    """Without slots."""

    kind: ClassVar[str] = "named"
    first: int
    second: tuple[str, ...] = ()


@dataclass(slots=True)
class Open:
    """May be changed."""

    first: int = 0


class Point(NamedTuple):
    """A tuple."""

    x: int
    y: str = "y"

    @property
    def both(self) -> str:
        """Of both."""
        return f"{self.x}{self.y}"


@pytest.mark.parametrize("kind", [Slotted, Inherits])
def test_a_class_with_slots(kind: Any) -> None:
    for _ in OFTEN:
        one = kind(1, third=[2])
        assert (one.first, one.second, one.third) == (1, "x", [2])
        assert one == kind(first=1)
        assert hash(one) == hash(kind(1))
        assert one != kind(2)
        assert kind(1).third == []
        assert replace(one, first=3) == dataclasses.replace(one, first=3) == kind(3)
        assert pickle.loads(pickle.dumps(one)) == copy.copy(one) == one
        for given, named in (((), {}), ((1,), {"first": 1}), ((1, 2, 3, 4, 5, 6), {})):
            with pytest.raises(TypeError):
                kind(*given, **named)
        with pytest.raises(TypeError):
            kind(1, other=2)
        with pytest.raises(AttributeError):
            one.first = 2
        with pytest.raises(AttributeError):
            del one.first
        assert not hasattr(one, "__dict__")
    assert repr(Slotted(1)) == "Slotted(first=1, second='x')"


def test_what_is_made_after_the_fields() -> None:
    assert [Inherits(1, fourth=n).twice for n in OFTEN] == [2 * n for n in OFTEN]


def test_a_class_of_keywords_alone() -> None:
    kind: Any = Named
    for _ in OFTEN:
        assert Named(first=1) == Named(first=1, second=())
        assert Named(first=1).kind == "named"
        for given, named in (((1,), {}), ((), {}), ((), {"kind": "other", "first": 1})):
            with pytest.raises(TypeError):
                kind(*given, **named)
    assert [one.name for one in fields(Named)] == ["first", "second"]


def test_one_that_is_not_frozen() -> None:
    one = Open()
    one.first = 3
    assert one == Open(3)
    with pytest.raises(TypeError):
        hash(one)


def test_the_standard_library_takes_them_for_its_own() -> None:
    assert is_dataclass(Slotted)
    assert dataclasses.is_dataclass(Slotted)
    names = [one.name for one in dataclasses.fields(Inherits)]
    assert names == [one.name for one in fields(Inherits)]
    assert dataclasses.asdict(Slotted(1)) == {"first": 1, "second": "x", "third": []}
    match Slotted(1):
        case Slotted(first, second):
            assert (first, second) == (1, "x")


def test_pydantic_takes_them_for_such() -> None:
    assert TypeAdapter(Slotted).validate_python({"first": "1"}) == Slotted(1)
    assert TypeAdapter(Named).validate_python({"first": 2}) == Named(first=2)
    assert TypeAdapter(Point).validate_python({"x": "7"}) == Point(7)


def test_a_tuple() -> None:
    kind: Any = Point
    for _ in OFTEN:
        one = Point(1)
        assert one == (1, "y") == Point(y="y", x=1)
        assert one.both == "1y"
        assert one._replace(x=2) == Point(2)
        assert one._asdict() == {"x": 1, "y": "y"}
        again = pickle.loads(pickle.dumps(one))
        assert (again, type(again), copy.copy(one)) == (one, Point, one)
        for given, named in (((), {}), ((1,), {"x": 1}), ((1, 2, 3), {}), ((1,), {"z": 1})):
            with pytest.raises(TypeError):
                kind(*given, **named)
    assert repr(Point(1)) == "Point(x=1, y='y')"
    assert Point._fields == ("x", "y")
    assert typing.get_type_hints(Point) == {"x": int, "y": str}
    with pytest.raises(ValueError, match="other"):
        kind(1)._replace(other=1)
    with pytest.raises(TypeError):
        Point._make([1])


def test_a_default_before_a_field_that_has_none() -> None:
    body = {"__annotations__": {"x": int, "y": int}, "x": 1}
    with pytest.raises(TypeError, match="follows"):
        type(NamedTuple.__mro_entries__(())[0])("Odd", NamedTuple.__mro_entries__(()), body)  # type: ignore[attr-defined]


def test_a_field_may_be_called_as_what_makes_it() -> None:
    class Sort(NamedTuple):
        kind: str
        self: str = ""

    @dataclass(frozen=True)
    class Other:
        kind: str

    assert Sort(kind="a") == ("a", "")
    assert Other(kind="a").kind == "a"
