"""How many random examples a test is given: fewer where the run leaves out what is slow."""

from __future__ import annotations

from hypothesis import settings

FEW = 20
"""Random examples of a test in a quick run. The full run has hypothesis' own number of them."""


def few() -> None:
    """Give each test a few random examples from here on."""
    settings.register_profile("few", max_examples=FEW)
    settings.load_profile("few")


def at_most(number: int) -> int:
    """The examples of a test that says how many it wants in a full run."""
    return min(number, FEW) if settings().max_examples == FEW else number
