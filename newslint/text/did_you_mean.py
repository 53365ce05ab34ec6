"""The nearest word that exists, for messages about one that does not."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

NEAR = 0.6
"""How much of both words must be alike, as difflib counts it."""


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """`; did you mean ...?` with the nearest known word, or nothing when none is near."""
    import difflib

    by_folded = {name.lower(): name for name in known}
    folded = word.lower()
    likely = [name for name in by_folded if _may_be_near(folded, name)]
    found = difflib.get_close_matches(folded, likely, n=1, cutoff=NEAR) if likely else []
    return f"; did you mean `{by_folded[found[0]]}`?" if found else ""


def _may_be_near(one: str, other: str) -> bool:
    """False where they have too few letters in common, wherever these stand.

    This is difflib's `quick_ratio`, which counts the letters of both each time.
    """
    common = len(_letters(one) & _letters(other))
    return 2.0 * common / ((len(one) + len(other)) or 1) >= NEAR


@lru_cache(maxsize=1024)
def _letters(word: str) -> frozenset[tuple[str, int]]:
    """The letters of a word, each with how often it has come until there."""
    seen: dict[str, int] = {}
    found = []
    for letter in word:
        seen[letter] = seen.get(letter, 0) + 1
        found.append((letter, seen[letter]))
    return frozenset(found)
