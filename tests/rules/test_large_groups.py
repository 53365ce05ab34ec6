"""Thousands of articles that share everything cost the rules about a whole site linear time."""

from __future__ import annotations

import time
from functools import cache

import pytest

from newslint import registry
from newslint.model.facts import Facts, Place, Published, Said, Term
from newslint.model.node import Node
from newslint.model.spans import Position, Span
from newslint.rule import SiteRule

RULES = [rule for rule in registry.all_rules() if isinstance(rule, SiteRule)]
PLACE = Place(Span(0, 1), Position(1, 1), Position(1, 2))


def _said(text: str) -> Said:
    return Said("x", text, text, PLACE)


def _facts(number: int) -> Facts:
    odd = number % 2
    term = Term("tags", _said("R&D" if odd else "RD"), "r&d" if odd else "rd", "rd")
    return Facts(
        path=f"a{number}.md",
        below=f"n/a{number}.md",
        file=f"/n/a{number}.md",
        head=PLACE,
        published=Published("/x/index.html", "en"),
        node=Node("en:/x", "p"),
        aliases=(_said("/x/index.html"),),
        terms=(term,),
        written=(_said("Kelp" if number % 3 else "kelp")._replace(key="kelp"),),
        link=_said(f"a{number % 5}.example/1#{number % 7}"),
        day=700_000 + number // 5000 if odd else None,
        title=_said("kelp prices rise again"),
        texts=(_said("x"),),
        body="ab",
    )


@cache
def _group() -> tuple[Facts, ...]:
    return tuple(_facts(number) for number in range(20_000))


@pytest.mark.slow
@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_large_group(rule: SiteRule) -> None:
    facts = _group()
    assert rule.across is not None
    start = time.process_time()
    for _ in rule.across(facts, rule.options()):
        pass
    assert time.process_time() - start < 10
