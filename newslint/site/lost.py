"""Of several files that stand for one page, those of which perhaps nothing is built."""

from __future__ import annotations

from collections.abc import Sequence

from newslint.model.facts import Facts
from newslint.model.node import Placed, is_dropped

_COMPARED = 40
"""Files of one page that are compared with each other; names hardly have so many forms."""


def with_lost(facts: Sequence[Facts]) -> list[Facts]:
    """The facts, with `lost` at what another file of its place may take the place of."""
    by_node: dict[str, list[int]] = {}
    for at, one in enumerate(facts):
        if one.node is not None:
            by_node.setdefault(one.node.key, []).append(at)
    marked = list(facts)
    for places in by_node.values():
        for at in _lost(facts, places) if len(places) > 1 else ():
            marked[at] = facts[at]._replace(lost=True)
    return marked


def _lost(facts: Sequence[Facts], places: Sequence[int]) -> list[int]:
    """Which of the files of one page may be lost."""
    rivals = [_placed(facts[at]) for at in places[:_COMPARED]]
    return [at for at in places if _may_be_lost(_placed(facts[at]), rivals)]


def _may_be_lost(one: Placed, rivals: Sequence[Placed]) -> bool:
    others = (other for other in rivals if other.path != one.path)
    return any(not other.node.kind or is_dropped(one, other) for other in others)


def _placed(one: Facts) -> Placed:
    assert one.node is not None
    return Placed(one.below, one.node, one.published is not None or one.node.elsewhere)
