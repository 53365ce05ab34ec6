"""Answers remembered for texts that many rules and many articles ask about."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import TypeVar

T = TypeVar("T")

LONGEST = 2_000
"""Characters of a text whose answer is kept: what is kept must stay small."""


def remembered(answers: int) -> Callable[[Callable[[str], T]], Callable[[str], T]]:
    """A function of one text that remembers its last answers; they must be values that stay."""

    def of(function: Callable[[str], T]) -> Callable[[str], T]:
        kept = lru_cache(maxsize=answers)(function)

        @wraps(function)
        def asked(text: str) -> T:
            return kept(text) if len(text) <= LONGEST else function(text)

        return asked

    return of
