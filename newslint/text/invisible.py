"""Characters that nobody sees, where they have nothing to do, and letters in two parts."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

_INVISIBLE = "\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff"
_RIGHT_TO_LEFT = (
    "\u0590-\u061b\u061d-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
)
_ANYWHERE = frozenset("\u00ad\ufeff")
_JOINERS = frozenset("\u200c\u200d")
_MARKS = "\u0300-\u036f\u3099\u309a"


@cache
def _pattern(characters: str) -> re.Pattern[str]:
    return re.compile(f"[{characters}]")


@cache
def _no_blanks() -> re.Pattern[str]:
    """Thai, Lao, Tibetan, Burmese; Khmer; Tai scripts: no blanks between words."""
    return re.compile("[\u0e00-\u109f\u1780-\u17ff\u1950-\u1aaf\ua9e0-\uaa7f]")


@cache
def _decomposed() -> re.Pattern[str]:
    return re.compile(f"[^{_MARKS}\\s][{_MARKS}]+|[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?")


def strays(text: str) -> list[int]:
    """The offsets of the invisible characters that have nothing to do where they stand.

    Right are joiners in emoji and between letters, bidi marks in a text with right-to-left letters,
    and zero-width spaces between letters of a script without blanks.
    """
    if text.isprintable():
        return []
    found = [match.start() for match in _pattern(_INVISIBLE).finditer(text)]
    return [start for start in found if _is_stray(text, start)]


def _is_stray(text: str, start: int) -> bool:
    char = text[start]
    if char in _ANYWHERE:
        return True
    before, behind = _neighbours(text, start)
    if char == "\u200b":
        return not (_no_blanks().match(before) and _no_blanks().match(behind))
    if char in _JOINERS:
        plain = (before + behind).isascii()
        return plain and not (before.isalnum() and behind.isalnum())
    return _pattern(_RIGHT_TO_LEFT).search(text) is None


def _neighbours(text: str, start: int) -> tuple[str, str]:
    """The characters before and behind that can be seen; empty at the edges of the text."""
    invisible = _pattern(_INVISIBLE)
    head, tail = invisible.sub("", text[:start]), invisible.sub("", text[start + 1 :])
    return head[-1:], tail[:1]


def may_part_words(text: str, start: int) -> bool:
    """True for a zero-width space at the edge of a word in a script without blanks."""
    edges = _neighbours(text, start)
    return text[start] == "\u200b" and any(_no_blanks().match(edge) for edge in edges)


def without(text: str, start: int) -> str:
    """The text without one character, and of the blanks on both sides of it without one."""
    head, tail = text[:start], text[start + 1 :]
    if head[-1:] in ("", " ") and tail[:1] in ("", " "):
        return head.removesuffix(" ") + tail if head else tail.removeprefix(" ")
    return head + tail


def composed(text: str) -> str:
    """The text with each letter and its marks in one character, where there is one (NFC).

    Not the whole text is made NFC: that would take precomposed letters of Hindi and Bengali apart,
    and write other characters for some Chinese names.
    """
    if unicodedata.is_normalized("NFC", text):
        return text
    return _decomposed().sub(lambda match: unicodedata.normalize("NFC", match[0]), text)
