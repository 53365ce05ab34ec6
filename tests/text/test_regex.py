"""Patterns that are compiled late are right all the same."""

from __future__ import annotations

import ast
import inspect
import pkgutil
import re
from collections.abc import Iterator
from importlib import import_module
from types import ModuleType

import pytest

import newslint
from newslint.text import regex as module
from newslint.text.regex import regex


def _modules() -> Iterator[ModuleType]:
    for one in pkgutil.walk_packages(newslint.__path__, "newslint."):
        if one.name != "newslint.__main__":
            yield import_module(one.name)


def _all() -> Iterator[tuple[str, re.Pattern[str]]]:
    for one in _modules():
        for name, value in vars(one).items():
            if isinstance(value, module._Later):
                yield f"{one.__name__}.{name}", value  # type: ignore[misc]


def _late(value: object) -> bool:
    """True for such a pattern, and for what holds one."""
    if isinstance(value, dict):
        return any(map(_late, value.values()))
    if isinstance(value, tuple | list):
        return any(map(_late, value))
    return isinstance(value, module._Later)


def _given_to_re(source: str) -> Iterator[tuple[int, str]]:
    """The row and the name of what each function of `re` is given first."""
    for node in ast.walk(ast.parse(source)):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args):
            continue
        first = node.args[0].value if isinstance(node.args[0], ast.Subscript) else node.args[0]
        of = node.func.value
        if isinstance(of, ast.Name) and of.id == "re" and isinstance(first, ast.Name):
            yield node.lineno, first.id


def test_every_pattern_can_be_compiled() -> None:
    found = dict(_all())
    assert len(found) > 100
    for name, one in found.items():
        assert re.compile(one.pattern, one.flags), name


def test_it_does_what_the_pattern_does() -> None:
    text, one = "a1b22", re.compile("[0-9]+", re.ASCII)
    late = regex("[0-9]+", re.ASCII)
    assert late.sub("-", text) == one.sub("-", text)
    assert late.findall(text) == one.findall(text)
    assert (late.pattern, late.flags, late.groups) == (one.pattern, one.flags, one.groups)
    with pytest.raises(AttributeError, match="other"):
        late.other  # type: ignore[attr-defined]  # noqa: B018


def test_none_is_given_to_a_function_of_re() -> None:
    wrong = [
        f"{one.__name__}:{row}: {name}"
        for one in _modules()
        for row, name in _given_to_re(inspect.getsource(one))
        if _late(getattr(one, name, None))
    ]
    assert wrong == []
    assert [*_given_to_re("re.search(A[b], c)\nre.sub(D, e, f)")] == [(1, "A"), (2, "D")]
