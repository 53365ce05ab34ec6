"""What a generator wants of a key is asked once for all articles that have the same keys."""

from __future__ import annotations

import pytest

from newslint.generators import NAMES, load
from newslint.generators.base import Generator


@pytest.mark.parametrize("name", NAMES)
def test_a_generator_that_looks_at_the_path_says_so(name: str) -> None:
    kind = type(load(name))
    own = kind.reserved is not Generator.reserved or kind.only_keys is not Generator.only_keys
    assert kind.reserves_by_path is own
