"""Patterns that are compiled late are right all the same."""

from __future__ import annotations

import pkgutil
import re
from collections.abc import Iterator
from importlib import import_module

import pytest

import newslint
from newslint.text import regex as module
from newslint.text.regex import regex


def _all() -> Iterator[tuple[str, re.Pattern[str]]]:
    for one in pkgutil.walk_packages(newslint.__path__, "newslint."):
        if one.name != "newslint.__main__":
            for name, value in vars(import_module(one.name)).items():
                if isinstance(value, module._Later):
                    yield f"{one.name}.{name}", value  # type: ignore[misc]


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
