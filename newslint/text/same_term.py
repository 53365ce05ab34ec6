"""Terms in a form in which two spellings of one are equal."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from newslint.text.regex import regex

_SEPARATORS = regex(r"[\s_-]+")


@lru_cache(maxsize=4096)
def same_term(text: str) -> str:
    """The term with case, separators and the form of its accents set aside; accents stay.

    Empty for one of separators alone.
    """
    folded = unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).casefold())
    return _SEPARATORS.sub(" ", folded).strip()


def without_plural(key: str) -> str:
    """A key (from `same_term`) whose last word is in the singular, by the rules of English."""
    words, space, word = key.rpartition(" ")
    if len(word) < _LEAST or not word.isascii() or word in _SINGULAR:
        return key
    return words + space + _PLURAL.sub(lambda found: "y" if found[0] == "ies" else "", word)


_LEAST = 4
_SINGULAR = frozenset(("news", "series", "species"))
_PLURAL = regex(r"ies\Z|(?<=[sxz])es\Z|(?<=[cs]h)es\Z|(?<![suis])s\Z")


def is_acronym_of(one: str, other: str) -> bool:
    """True where exactly one of two spellings is in capitals throughout (`IT` and `it`): they may
    be two words."""
    return one.isupper() != other.isupper()


def same_to_the_eye(one: str, other: str) -> bool:
    """True where two texts differ only in how the accents of their letters are encoded."""
    return unicodedata.normalize("NFC", one) == unicodedata.normalize("NFC", other)
