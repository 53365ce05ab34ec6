"""What readers see as one character, and where a text may be cut for them, in every script."""

from __future__ import annotations

from unicodedata import category, east_asian_width

_JOINER = "\u200d"
_VIRAMAS = frozenset("\u094d\u09cd\u0a4d\u0acd\u0b4d\u0bcd\u0c4d\u0ccd\u0d4d\u0dca")

_NEAR = 15
"""A cut goes back by so many characters at most, to the end of a word."""

# Thai, Lao, Burmese and Khmer, which write no spaces between words.
_WITHOUT_SPACES = (range(0x0E00, 0x0F00), range(0x1000, 0x10A0), range(0x1780, 0x1800))


def may_part(text: str, at: int) -> bool:
    """Whether the characters before and after an offset are two that a reader sees as two."""
    before, after = text[at - 1], text[at]
    if before == _JOINER or before in _VIRAMAS or category(after) in ("Mn", "Mc", "Me", "Cf"):
        return False
    return not ("\U0001f3fb" <= after <= "\U0001f3ff" or _inside_a_flag(text, at))


def _inside_a_flag(text: str, at: int) -> bool:
    """Whether the offset is between the two halves of a flag."""
    half = 0
    while at - half > 0 and "\U0001f1e6" <= text[at - half - 1] <= "\U0001f1ff":
        half += 1
    return half % 2 == 1 and "\U0001f1e6" <= text[at] <= "\U0001f1ff"


def cut(text: str, most: int) -> str:
    """The beginning of a longer text, in at most so many characters.

    A character is not divided, and neither is a word of a script with joined or marked letters,
    unless it is long: half of one reads as another word.
    """
    end = most
    while end > 1 and not may_part(text, end):
        end -= 1
    if _inside_a_word(text, end):
        space = text.rfind(" ", 0, end)
        end = space if space > max(0, end - _NEAR) else end
    return text[:end]


def _inside_a_word(text: str, at: int) -> bool:
    return all(map(_is_spaced_letter, text[at - 1 : at + 1]))


def _is_spaced_letter(character: str) -> bool:
    """Whether it is a letter beyond ASCII of a script that has spaces between words."""
    code = ord(character)
    if code < 0x80 or east_asian_width(character) in "WF":
        return False
    marked = category(character) in ("Mn", "Mc")
    return (character.isalpha() or marked) and not any(code in one for one in _WITHOUT_SPACES)
