"""Answers remembered for texts that many rules and many articles ask about."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")

LONGEST = 2_000
"""Characters of a text whose answer is kept: what is kept must stay small."""


def remembered(answers: int) -> Callable[[Callable[[str], T]], Callable[[str], T]]:
    """A function of one text that remembers up to so many answers; they must be values that stay.

    Once there are as many it begins anew.
    """

    def of(function: Callable[[str], T]) -> Callable[[str], T]:
        return _Answers(function, answers).__getitem__

    return of


class _Answers(dict[str, T]):
    """Answers by the text that they were given for; others are asked of the `function`.

    A known one is given without any function of Python.
    """

    def __init__(self, function: Callable[[str], T], most: int) -> None:
        self.function, self._most = function, most

    def __missing__(self, text: str) -> T:
        answer = self.function(text)
        if len(text) <= LONGEST:
            if len(self) >= self._most:
                self.clear()
            self[text] = answer
        return answer
