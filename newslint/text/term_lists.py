"""Several terms in one text: told from a headline, a place, a person or a company by its form."""

from __future__ import annotations

import re

from newslint.model.records import NamedTuple
from newslint.text.words import STOP_WORDS

COMMAS = ",،，、"
"""The commas of Latin, Arabic and East Asian writing."""

_SENTENCE = frozenset('?!:;()[]{}<>|…–—“”„«»"。？！：；（）「」『』¿¡。؟؛।')
_SUFFIX = r"(?i:inc|jr|sr|d\.c|u\.s|ltd|llc|corp|gmbh|ph\.?d|i{1,3}|iv)\.?|[A-Z]{2}|(?:[A-Z]\.)+"
# in this order: a number, the end of a sentence, a dash, a day or a month of a year
_NO_LIST = r"[0-9][,،][0-9]|\.\s| - |\.\Z|\b[12][0-9]{3}\Z"
_WORDS = "& + and or und oder et ou y e o i oraz en och og ve и"
_CONJUNCTIONS = frozenset(_WORDS.split())

_BETWEEN = "[,;，；、،؛|]"
_REFERENCE = r"&#?\w+;"


class Joined(NamedTuple):
    """The terms of a text. `sure`: it is no name that has a comma (`Portland, Oregon`)."""

    parts: tuple[str, ...]
    sure: bool


def joined(text: str, separators: str = COMMAS) -> Joined | None:
    """The terms that a text lists; None for a headline, a phrase, a number and a full name.

    Terms are short, a headline begins with a capital and has function words, signs or long parts.
    Two names beside a comma may be one place or person: they are not sure.
    """
    if not _SENTENCE.isdisjoint(text) or re.search(_NO_LIST, text):
        return None  # a sentence has signs that no term has
    parts = _parts(text, separators)
    if len(parts) < 2 or "" in parts:
        return None  # nothing to split, or nothing between two separators
    if any(_is_wide(char) for char in text):
        return _unspaced(text, parts)
    if re.fullmatch(_SUFFIX, parts[-1]) and not re.fullmatch(_SUFFIX, parts[0]):
        return None  # one name: `Martin King, Jr.`, `Miami, FL`
    return _listed(text, parts, [part.split() for part in parts])


def _parts(text: str, separators: str) -> tuple[str, ...]:
    """The parts between separators, of which one may stand at the end."""
    parts = tuple(part.strip() for part in re.split(f"[{re.escape(separators)}]", text))
    return parts[:-1] if len(parts) > 2 and not parts[-1] else parts


def _listed(text: str, parts: tuple[str, ...], words: list[list[str]]) -> Joined | None:
    """The same for a writing with spaces; `words` are those of each part."""
    longest = max(map(len, words))
    if not _CONJUNCTIONS.isdisjoint(words[-1][: None if len(parts) < 4 else 1]):
        return None  # `tools, teams and services` is one phrase
    if parts[0][0].islower() and len(parts) > 2:
        return Joined(parts, True) if longest <= 4 else None  # no headline begins so
    if any(_is_function_word(word) for part in words for word in part):
        return None  # `The fire, and what it left` is a headline
    return _spaced(text, parts, longest)


def _is_function_word(word: str) -> bool:
    folded = word.lower()
    return folded in STOP_WORDS or folded in _CONJUNCTIONS


def _spaced(text: str, parts: tuple[str, ...], longest: int) -> Joined | None:
    """Terms of a writing that sets spaces between words; `longest` is their most words."""
    capitals = [part[0].isupper() for part in parts]
    if not re.search(r"[,،]\s", text):  # `a,b`: nobody writes a phrase so
        sure = len(parts) > 2 or not all(capitals)
        return Joined(parts, sure) if longest <= 3 else None
    if longest > 2 or (len(parts) == 2 and any("가" <= char <= "힣" for char in text)):
        return None  # Korean headlines have a comma after their first word
    if len(parts) > 3 or parts[0][0].islower():
        return Joined(parts, True)  # no headline has so many parts, or begins so
    return _cased(text, parts, longest, capitals)


def _cased(text: str, parts: tuple[str, ...], longest: int, capitals: list[bool]) -> Joined | None:
    """Two or three short terms, of which the capitals tell most; `capitals`: which begin so."""
    cased = any(char.isupper() or char.islower() for char in text)
    alike = all(capitals) or not cased
    if len(parts) == 3 and (alike or (longest == 1 and sum(capitals) > 1)):
        return Joined(parts, True)  # `Iran, Iraq, oil`
    if longest > 1 and not all(word[0].isupper() for word in text.split()):
        return None  # `Floods hit, again`
    return Joined(parts, False) if alike or len(parts) == 3 else None  # `Paris, Texas`


def _unspaced(text: str, parts: tuple[str, ...]) -> Joined | None:
    """Terms in Chinese or Japanese: its `、` lists, its other commas part clauses as well."""
    if any(not _is_short(part) for part in parts):
        return None
    return Joined(parts, True) if len(parts) > 2 or "、" in text else None


def _is_short(part: str) -> bool:
    """At most four characters, or a longer foreign word in katakana or Latin letters."""
    if any("\u3041" <= char <= "\u3096" for char in part):
        return False  # hiragana: particles and endings, the stuff of sentences
    return len(part) <= (4 if any(_is_han(char) for char in part) else 10)


def _is_han(char: str) -> bool:
    return "\u3400" <= char <= "\u9fff" or "\U00020000" <= char <= "\U0003ffff"


def _is_wide(char: str) -> bool:
    """True for kana and for Chinese characters."""
    return "\u3041" <= char <= "\u30ff" or _is_han(char)


def split_terms(text: str) -> tuple[str, ...]:
    """The terms in one text: what stands between commas, semicolons (but for those that end a
    character reference, `R&amp;D`) or bars, without blanks at the edges."""
    masked = re.sub(_REFERENCE, lambda match: "_" * len(match[0]), text) if "&" in text else text
    ends = [match.start() for match in re.finditer(_BETWEEN, masked)]
    parts = (
        text[start:end].strip()
        for start, end in zip([0, *(at + 1 for at in ends)], [*ends, None], strict=True)
    )
    return tuple(part for part in parts if part)
