"""What sentences of one shape have in common."""

from __future__ import annotations

from collections.abc import Sequence

from newslint.text.regex import regex

VARYING = regex(r"(`[^`]*`(?:, `[^`]*`)*|\d+)")
"""Values and numbers in a sentence."""


class Common:
    """Sentences, folded as they come: no more is kept of them than what they have in common.

    `first` is the first one. `differ`: not all are of one shape, so that they say no one thing.
    """

    def __init__(self) -> None:
        self.first = ""
        self.differ = False
        self._parts: Sequence[str] = ()
        self._varying = set[int]()

    def add(self, sentence: str) -> None:
        """Fold one more in."""
        if not self._parts:
            self.first, self._parts = sentence, VARYING.split(sentence)
        elif sentence != self.first and not self.differ:
            self._fold(VARYING.split(sentence))

    def merge(self, other: Common) -> None:
        """Fold in those of another one, which come after these."""
        if not self._parts:
            self.first, self._parts = other.first, other._parts
        elif other._parts:
            self._fold(other._parts)
        self.differ = self.differ or other.differ
        self._varying |= other._varying

    def _fold(self, parts: Sequence[str]) -> None:
        if parts[::2] != self._parts[::2]:
            self.differ = True
        else:
            odd = range(1, len(parts), 2)
            self._varying.update(at for at in odd if parts[at] != self._parts[at])

    @property
    def values(self) -> int:
        """How many values differ; numbers are none."""
        return sum(map(self._is_value, self._varying))

    @property
    def sentence(self) -> str:
        """What all say, with an ellipsis for values and numbers that differ; where they `differ` in
        more, the first."""
        if self.differ:
            return self.first
        parts = enumerate(self._parts)
        return "".join(self._ellipsis(at) if at in self._varying else part for at, part in parts)

    def _is_value(self, at: int) -> bool:
        return self._parts[at].startswith("`")

    def _ellipsis(self, at: int) -> str:
        return "`…`" if self._is_value(at) else "…"
