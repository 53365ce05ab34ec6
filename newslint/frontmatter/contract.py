"""What a format's parser is given and gives back, and how its renderer refuses a change."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from newslint.generators.answers import NO_QUIRKS, YamlQuirks
from newslint.model.faults import Broken, Fault, Syntax, TooLarge
from newslint.model.records import NamedTuple
from newslint.model.spans import Span
from newslint.model.values import Field, Kind

MAX_DEPTH = 100
"""The deepest nesting that a config may allow: what every walk over values has stack for."""


class ParseOptions(NamedTuple):
    """How to read a block: the generator's idea of a plain scalar, the roles by key, the limits.

    `known` are the keys (lower case) that mean something to the generator; they help to repair.
    `title` is its name for messages, `quirks` what its parser does otherwise than libyaml.
    """

    kind: Callable[[str], Kind]
    role_of: Mapping[str, str]
    max_keys: int
    max_depth: int
    known: frozenset[str] = frozenset()
    title: str = ""
    quirks: YamlQuirks = NO_QUIRKS


class ParseResult(NamedTuple):
    """The top-level fields in their order, and the faults; a fault means that no field is known.

    `silent` are the faults of a block that parses, but does not say what its author wrote. `plain`:
    its form is one in which all parsers read the same, and there can be none.
    """

    fields: tuple[Field, ...]
    faults: tuple[Fault, ...]
    silent: tuple[Fault, ...] = ()
    plain: bool = False


class ParsingStopped(Exception):  # noqa: N818  # a finding, not an error: `parse` makes it a value
    """The block cannot be read from `fault` on. It never leaves the format's parser."""

    def __init__(self, fault: Broken) -> None:
        super().__init__(fault.what)
        self.fault = fault


class CannotRender(Exception):  # noqa: N818  # a refusal, not an error: the fix is left out
    """The change cannot be made exactly in this text; the fix is not offered."""


def refused(start: int, end: int, what: str, mistake: str = "", advice: str = "") -> ParsingStopped:
    """What the format's own grammar does not allow between two offsets, and what to do."""
    return ParsingStopped(Syntax(Span(start, end), what, mistake=mistake, advice=advice))


def too_deep(at: int, limit: int) -> ParsingStopped:
    """A value at an offset that lies deeper than the limit allows."""
    words = f"its values are nested more than {limit} deep"
    return ParsingStopped(TooLarge(Span(at, at + 1), words))


def too_many(span: Span, keys: int, limit: int) -> TooLarge:
    """More top-level keys than the limit allows."""
    return TooLarge(span, f"it has {keys} keys, the limit is {limit}")
