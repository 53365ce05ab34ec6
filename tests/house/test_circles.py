"""No modules import each other, however far around: neither when run, nor for their types."""

from __future__ import annotations

from collections.abc import Mapping, Set
from graphlib import CycleError, TopologicalSorter

import grimp
import pytest


def circle(imports: Mapping[str, Set[str]]) -> list[str]:
    """A way through modules from one back to itself; empty where there is none."""
    try:
        TopologicalSorter(imports).prepare()
    except CycleError as error:
        found: list[str] = error.args[1]
        return found
    return []


def test_no_module_is_imported_by_what_it_imports() -> None:
    graph = grimp.build_graph("newslint", cache_dir=None)
    imports = {name: graph.find_modules_directly_imported_by(name) for name in graph.modules}
    assert len(imports) > 200
    assert circle(imports) == []


@pytest.mark.parametrize(
    ("imports", "wanted"),
    [
        ({"a": {"b"}, "b": {"c"}, "c": set[str]()}, []),
        ({"a": {"b"}, "b": {"c"}, "c": {"a"}}, ["a", "b", "c"]),
        ({"a": {"b", "c"}, "b": {"c"}}, []),
    ],
)
def test_a_circle_is_found(imports: Mapping[str, Set[str]], wanted: list[str]) -> None:
    assert sorted(set(circle(imports))) == wanted
