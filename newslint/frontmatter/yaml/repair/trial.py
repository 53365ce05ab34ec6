"""What a repair proposes, and the trial readings that decide whether it is right."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.frontmatter import yaml
from newslint.frontmatter.contract import ParseOptions
from newslint.frontmatter.plain import Leaf, Pairs, Tree, as_pairs
from newslint.model.faults import Broken, Repairable, TooLarge
from newslint.model.records import NamedTuple
from newslint.model.values import Field


class Mistake(NamedTuple):
    """What is wrong with a line, in the words of its fault, and what the fix says that it does."""

    fault: type[Repairable]
    words: str
    order: str


class Proposal(NamedTuple):
    """One line's repair: `text` in the place of the block's characters `start` to `end`.

    `kind` and `words` are the fault's, `order` is what the fix says that it does; the fault's own
    place is `place` (the repaired text where it is None). `claim` is the text that the value must
    have once repaired; None where any will do. `certain`: nothing else can be meant. A proposal
    without `text` only names the fault.
    """

    fault: type[Repairable]
    words: str
    order: str
    start: int
    end: int
    text: str | None
    claim: str | None = None
    certain: bool = True
    place: tuple[int, int] | None = None


class SpentError(Exception):
    """The trials of one block have cost what they may cost."""


class TooLargeError(Exception):
    """A part of the block is beyond a limit: nothing is to be proposed for any of it."""

    def __init__(self, fault: TooLarge) -> None:
        super().__init__(fault.what)
        self.fault = fault


Rows = tuple[tuple[str, Tree], ...]
"""A reading: the pairs of the top level."""


class Trial:
    """Reads pieces of a block, as long as their lengths do not add up to more than the budget."""

    def __init__(self, reading: ParseOptions, budget: int) -> None:
        self.reading = reading
        self.left = budget
        self.known: dict[str, Rows | None] = {}
        self.large: dict[str, TooLarge] = {}

    def read(self, text: str) -> Rows | None:
        """The values in a text, or None when it does not parse. Raises SpentError."""
        if text not in self.known:
            parsed = self._parse(text)
            self.known[text] = None if parsed[1] else as_pairs(parsed[0]).pairs
            if parsed[1] and isinstance(parsed[1][0], TooLarge):
                self.large[text] = parsed[1][0]
        return self.known[text]

    def fields(self, text: str) -> tuple[Field, ...]:
        """The fields in a text; none when it does not parse. Raises SpentError."""
        return self._parse(text)[0]

    def fault(self, text: str) -> Broken | None:
        """Why a text does not parse. Raises SpentError."""
        faults = self._parse(text)[1]
        return faults[0] if faults else None

    def _parse(self, text: str) -> tuple[tuple[Field, ...], tuple[Broken, ...]]:
        self.left -= len(text) + 400  # what a parse costs besides its text
        if self.left < 0:
            raise SpentError
        parsed = yaml.parse(text, 0, self.reading)
        return parsed.fields, tuple(f for f in parsed.faults if isinstance(f, Broken))

    def value(self, text: str) -> str | None:
        """The text of the one value in a text: of a key, or of the one item of its list."""
        fields, faults = self._parse(text)
        if faults or len(fields) != 1 or len(fields[0].scalars) != 1:
            return None
        return fields[0].scalars[0].text


def leaves(rows: Rows) -> Iterator[str]:
    """The keys and texts in a reading, in their order, whatever they are nested in."""
    for key, value in rows:
        yield key
        yield from _texts(value)


def _texts(value: Tree) -> Iterator[str]:
    if isinstance(value, Leaf):
        yield value.text
    elif isinstance(value, Pairs):
        yield from leaves(value.pairs)
    else:
        for item in value:
            yield from _texts(item)
