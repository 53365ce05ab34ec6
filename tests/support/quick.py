"""How much a test is given: less where the run leaves out what is slow."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest
from hypothesis import settings

FEW = 20
"""Random examples of a test in a quick run. The full run has hypothesis' own number of them."""


def few() -> None:
    """Give each test a few random examples from here on."""
    settings.register_profile("few", max_examples=FEW)
    settings.load_profile("few")


def at_most(number: int, quick: int = FEW) -> int:
    """The examples of a test that says how many it wants in a full run, and in a quick one."""
    return min(number, quick) if settings().max_examples == FEW else number


def one_in(number: int, cases: Iterable[Any]) -> list[Any]:
    """Cases of a test: the first of each so many is for the quick run as well, the rest is slow.

    A tuple is a case of several values; one that `pytest.param` has made keeps its name.
    """
    made = [case if hasattr(case, "marks") else _case(case) for case in cases]
    return [
        pytest.param(*case.values, id=case.id, marks=(*case.marks, pytest.mark.slow))
        if index % number
        else case
        for index, case in enumerate(made)
    ]


def _case(case: Any) -> Any:
    return pytest.param(*case) if isinstance(case, tuple) else pytest.param(case)
