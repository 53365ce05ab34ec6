"""Texts that a script has cut off: the same words stand elsewhere, and go on there."""

from __future__ import annotations

import re
import unicodedata

_MARKUP = r"!?\[([^\[\]]*)\]\([^()\s]*(?:\s\"[^\"]*\")?\)|<[^<>]{1,200}>|[*_`#>\\]+"
_TAIL = 40
"""Characters at the end of a text by which it is found in a longer one."""

_SHORTEST, _SHORTEST_WIDE = 20, 10
"""Characters that a text needs to be found by; East Asian ones say more."""


def continuation(cut: str, whole: str) -> str:
    """What follows in a text after the words with which another one ends, up to 40 characters.

    Empty where these words do not stand in it, or where it ends with them.
    """
    tail = cut[-_TAIL:]
    wide = any("\u2e80" <= char <= "\ud7a3" for char in tail)
    if len(tail) < (_SHORTEST_WIDE if wide else _SHORTEST):
        return ""
    at = whole.find(tail)
    return whole[at + len(tail) :][:_TAIL] if at >= 0 else ""


def goes_on(cut: str, whole: str) -> bool:
    """True when a longer text has the words of one that was cut off, and more words after them."""
    return continuation(cut, whole).lstrip(" ,")[:1].isalnum()


def rest_of_word(cut: str, whole: str) -> str:
    """The letters that the last word of `cut` lacks, as `whole` has it; empty where it is whole."""
    following = continuation(cut, whole)
    end = next((at for at, char in enumerate(following) if not is_letter(char)), len(following))
    return following[:end]


def plain(text: str) -> str:
    """A text without Markdown, HTML tags and line breaks, near enough to be compared."""
    return " ".join(re.sub(_MARKUP, r"\1", text).split())


def is_letter(char: str) -> bool:
    """True for a letter and for a mark that belongs to one (Hindi vowel signs)."""
    return char.isalpha() or (not char.isascii() and unicodedata.category(char)[0] == "M")
