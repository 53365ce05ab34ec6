"""Characters that nobody sees, where they have nothing to do, and letters in two parts."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache

_INVISIBLE = "\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff"
_RIGHT_TO_LEFT = (
    "\u0590-\u061b\u061d-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
)
_ANYWHERE = frozenset("\u00ad\ufeff")
_JOINERS = frozenset("\u200c\u200d")
_OPENING = {"\u202a": "\u202c", "\u202b": "\u202c", "\u202d": "\u202c", "\u202e": "\u202c",
            "\u2066": "\u2069", "\u2067": "\u2069", "\u2068": "\u2069"}  # fmt: skip
"""Embeddings, overrides and isolates, each with what closes it."""

_OVERRIDES = frozenset("\u202d\u202e")
_REORDERING = frozenset("\u061c\u200f\u202c\u2069").union(_OPENING)
_MARKS = "\u0300-\u036f\u3099\u309a"
_PARTS = f"{_MARKS}\u1100-\u1112"


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

    Right are joiners in emoji and between letters, bidi marks in a text with right-to-left letters
    (no override, and nothing that is not closed), and zero-width spaces between letters of a script
    without blanks.
    """
    if text.isprintable():
        return []
    mirrored = _pattern(_RIGHT_TO_LEFT).search(text) is not None
    found = []
    for start, end in _runs(text):
        before, behind = text[max(start - 1, 0) : start], text[end : end + 1]
        for place in range(start, end):
            if _is_stray(text[place], before, behind, mirrored):
                found.append(place)
    return sorted({*found, *_unbalanced(text)}) if mirrored else found


def _unbalanced(text: str) -> set[int]:
    """Where an override stands with its end, and what opens or closes without the other."""
    wrong: set[int] = set()
    opened: list[int] = []
    for place, char in enumerate(text):
        if char in _OPENING:
            opened.append(place)
        elif char in _OPENING.values():
            start = opened.pop() if opened and _OPENING[text[opened[-1]]] == char else None
            if start is None:
                wrong.add(place)
            elif text[start] in _OVERRIDES:
                wrong |= {start, place}
        elif char == "\n":
            wrong.update(opened)
            opened = []
    return wrong.union(opened)


def reorders(text: str, starts: Iterable[int]) -> bool:
    """True when one of these puts other characters in another order than they are written in."""
    return any(text[start] in _REORDERING for start in starts)


def _runs(text: str) -> Iterator[tuple[int, int]]:
    """Where invisible characters stand in a row, the end excluded."""
    return (match.span() for match in re.finditer(f"[{_INVISIBLE}]+", text))


def _is_stray(char: str, before: str, behind: str, mirrored: bool) -> bool:
    """`before` and `behind` are the next characters that can be seen, empty at the edges."""
    if char in _ANYWHERE:
        return True
    if char == "\u200b":
        return not (_no_blanks().match(before) and _no_blanks().match(behind))
    if char in _JOINERS:
        plain = (before + behind).isascii()
        return plain and not (before.isalnum() and behind.isalnum())
    return not mirrored


def part_words(text: str, starts: Iterable[int]) -> bool:
    """True when one of these is a zero-width space at the edge of a word in a script without
    blanks."""
    chosen = {start for start in starts if text[start] == "\u200b"}
    return any(
        not chosen.isdisjoint(range(start, end))
        and any(map(_no_blanks().match, (text[max(start - 1, 0) : start], text[end : end + 1])))
        for start, end in _runs(text)
    )


def without(text: str, starts: Iterable[int]) -> str:
    """The text without these characters; of the blanks on both sides of one without one."""
    parts: list[str] = []  # from the end of the text to its start
    end = len(text)
    for start in sorted(starts, reverse=True):
        if start + 1 < end:
            parts.append(text[start + 1 : end])
        end = start
        if text[end - 1 : end] in ("", " ") and (not parts or parts[-1][0] == " "):
            if end:
                end -= 1
            elif parts:
                parts[-1] = parts[-1][1:]
    return text[:end] + "".join(reversed(parts))


def composed(text: str) -> str:
    """The text with each letter and its marks in one character, where there is one (NFC).

    Not the whole text is made NFC: that would take precomposed letters of Hindi and Bengali apart,
    and write other characters for some Chinese names.
    """
    if _pattern(_PARTS).search(text) is None or unicodedata.is_normalized("NFC", text):
        return text  # the latter takes a text apart that holds such a letter of Hindi
    return _decomposed().sub(lambda match: unicodedata.normalize("NFC", match[0]), text)
