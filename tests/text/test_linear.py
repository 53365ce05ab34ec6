"""Patterns of others: the same answer as from `re`, and no time lost with many stars."""

from __future__ import annotations

import pickle
import re
from random import Random

import pytest

from newslint.text.linear import MOST_REPEATS, Searcher

NAME = "a" * 4000
MANY = "^" + "[^/]*a" * 40 + "b$"


def test_many_stars_are_answered() -> None:
    """With `re` this would not end: each star multiplies the ways to try."""
    assert not Searcher(MANY)(NAME)
    assert Searcher(MANY)(NAME + "b")


@pytest.mark.parametrize("stars", range(1, MOST_REPEATS + 4))
def test_both_engines_say_the_same(stars: int) -> None:
    random = Random(stars)
    pieces = ["[^/]*", "a", "b", "(?:.+/)?", "[^/]", r"\.", "[b-d]", "/", "(?:x|yz)", "é", r"\ "]
    for _ in range(300):
        chosen = ["[^/]*"] * stars + random.choices(pieces, k=5)
        random.shuffle(chosen)
        expression = f"^{''.join(chosen)}$"
        ours, plain = Searcher(expression), re.compile(expression[:-1] + r"\Z")
        for _ in range(10):
            text = "".join(random.choices("ab./xyzé cd\n", k=random.randrange(12)))
            assert ours(text) == bool(plain.search(text)), (expression, text)


def test_what_is_an_operator_to_one_engine_only() -> None:
    for members in ("a&&b", "a--b", "~~", "[x"):
        for stars in ("", "[^/]*[^/]*[^/]*"):
            expression = f"^{stars}[{re.escape(members)}]$"
            assert {c for c in "ab&-~[x" if Searcher(expression)(c)} == set(members)


@pytest.mark.parametrize("stars", ["", "[^/]*[^/]*[^/]*"])
def test_no_pattern(stars: str) -> None:
    with pytest.raises(ValueError, match=r"group|\)"):
        Searcher(f"^{stars}(a$")


def test_it_can_be_sent_to_a_worker() -> None:
    for expression in ("^a[^/]*$", MANY):
        again = pickle.loads(pickle.dumps(Searcher(expression)))
        assert again("a") == Searcher(expression)("a")
