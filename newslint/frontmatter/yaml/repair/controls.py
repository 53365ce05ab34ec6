"""Control characters, which YAML does not allow as they are: what to write in their place.

The rest of the repair is shown a private character for each, of the same length, so that a broken
line that holds one is repaired as well.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.frontmatter.yaml.repair.trial import Proposal
from newslint.model.faults import ControlCharacter
from newslint.model.records import NamedTuple
from newslint.text.controls import instead
from newslint.text.regex import regex

_STAND_IN = "\uf8ff"
_CONTROLS = regex("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_UNCERTAIN = frozenset("\x0b\x0c\x1b\x7f")

_MOST = 50

Named = tuple[str, Proposal]


class Masked(NamedTuple):
    """A block with a stand-in for each control character; `marks` are their offsets."""

    content: str
    controls: dict[int, str]

    def spread(self, found: Sequence[Named]) -> Iterator[Named]:
        """The proposals for the block as it is, and those for the control characters in it."""
        left = dict(self.controls)
        for key, one in found:
            inside = [left.pop(at) for at in sorted(left) if one.start <= at < one.end]
            parts = (one.text or "").split(_STAND_IN)
            if len(parts) != len(inside) + 1:
                yield key, one._replace(text=None)
                continue
            clean = [*map(instead, inside), ""]
            text = "".join(part + more for part, more in zip(parts, clean, strict=True))
            sure = one.certain and not any(map(_doubtful, inside))
            yield key, one._replace(text=text, certain=sure)
        for at, character in left.items():
            sure = not _doubtful(character) and not _in_key(self.content, at)
            yield "", _proposal(at, character)._replace(certain=sure)


def mask(content: str) -> Masked:
    """The block without its control characters.

    One that has the stand-in itself stays as it is, and so does one with more than a few of them,
    which is no text that a control character has strayed into.
    """
    controls = {match.start(): match[0] for match in _CONTROLS.finditer(content)}
    if _STAND_IN in content or len(controls) > _MOST:
        return Masked(content, {})
    return Masked(_CONTROLS.sub(_STAND_IN, content) if controls else content, controls)


def _doubtful(character: str) -> bool:
    return character > "\x1f" or character in _UNCERTAIN


def _in_key(content: str, at: int) -> bool:
    """True for a character before the first colon of its line: Hugo reads the key with it, as
    another one than is meant."""
    line = content.rfind("\n", 0, at) + 1
    colon = content.find(":", line)
    return at < colon and "\n" not in content[at:colon]


def _proposal(at: int, character: str) -> Proposal:
    """C0 characters show nothing and mean nothing in a text: certain to be dropped, but for those
    that separate words or begin a terminal's command."""
    made = instead(character)
    words = f"the control character U+{ord(character):04X} is not allowed in YAML"
    order = f"Write `{made}`" if made.strip() else ("Write a space" if made else "Remove it")
    return Proposal(ControlCharacter, words, order, at, at + 1, made, None, certain=False)
