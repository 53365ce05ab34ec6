"""Titles in a form in which two spellings of one are equal."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache

from newslint.text.regex import regex
from newslint.text.words import decode

_LONGEST = 400
"""Characters of a title that are compared."""

_KEPT = frozenset("#&%@*/")
"""Punctuation by which names differ: `C#`, `A&B`, `5%`, `A*`, `I/O`."""

_KASHIDA = "\u0640"
"""Stretches an Arabic word in print, and is no letter of it."""

_APOSTROPHES = str.maketrans("\u2018\u2019\u02bc\u00b4`", "'''''")
_QUOTES = regex(r"'(?![^\W_])|(?<![^\W_])'")
"""An apostrophe that is none: `we're` is not `were`, and `'kelp'` is `kelp`."""

_APART = regex(r"\s[-\u2013\u2014|\u00b7]\s")
_NUMERAL = regex(r"[ivxlc]+|[a-z]")
_ALONE = (
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
    "\U00020000-\U0002ffff]"
)
"""Letters of writings that have no spaces between words."""


@lru_cache(maxsize=1024)
def same_title(text: str) -> str:
    """The title without case, spaces, quotes, punctuation and the encoding of accents.

    Accents themselves stay, as do digits and signs by which names differ. Empty where nothing is
    left.
    """
    start = text[:_LONGEST]
    if start.isascii() and _ODD.isdisjoint(start):
        return " ".join(start.encode().translate(_of_plain()).decode().split())
    decoded = decode(start) if "&" in start else start
    plain = unicodedata.normalize("NFKC", decoded).translate(_APOSTROPHES)
    lowered = unicodedata.normalize("NFC", plain.lower().replace("i\u0307", "i").replace("ς", "σ"))
    bare = _QUOTES.sub(" ", lowered) if "'" in lowered else lowered
    kept = bare.translate(_of_ascii()) if bare.isascii() else "".join(map(_compared, bare))
    return " ".join(kept.split())


_ODD = frozenset("&'`")
"""What counts by what stands beside it, in ASCII."""


@cache
def _of_plain() -> bytes:
    """What counts of each byte of other ASCII: one byte."""
    return "".join(_compared(chr(number).lower()) for number in range(128)).encode() + bytes(128)


@cache
def _of_ascii() -> dict[int, str]:
    """What counts of each character of ASCII."""
    return {number: _compared(chr(number)) for number in range(128)}


@lru_cache(maxsize=4096)
def _compared(char: str) -> str:
    """What counts of a character: itself, a space for punctuation, nothing for what is unseen."""
    if char in _KEPT or char == "'":
        return char
    kind = unicodedata.category(char)
    if kind == "Cf" or char == _KASHIDA or "\ufe00" <= char <= "\ufe0f":
        return ""
    return " " if kind[0] in "PZC" else char


def without_label(text: str) -> str:
    """The title before a name of a site that is set apart at its end (`… - Reuters`), else all of
    it; only of titles of several words, and of names of few."""
    *_, last = (None, *_APART.finditer(text[:_LONGEST]))
    if last is None:
        return text
    title, label = text[: last.start()], text[last.end() :]
    return title if says_enough(same_title(title)) and len(label.split()) <= _LABEL else text


def says_enough(title: str) -> bool:
    """True for a title (from `same_title`) that two stories hardly have by chance."""
    letters = len(title) + 2 * len(re.findall(_ALONE, title))
    return letters >= _LETTERS and len(_words(title)) >= _LEAST - 1


_LEAST, _LABEL, _LETTERS = 4, 4, 16
"""Words of a title that may be nearly another, words of a label, letters of one that says enough:
all lower bounds but that of a label."""


def near_keys(title: str) -> Iterator[str]:
    """Keys of which two titles (from `same_title`) share one where they differ in one word, which
    is another one, or is there in one of them alone, and in the order of the words.

    None for short titles. One key for each word: the work is linear in the number of titles.
    """
    words = sorted(_words(title))
    if len(words) < _LEAST:
        return
    yield "\n".join(words)
    for at in range(len(words)):
        yield "\n".join((*words[:at], *words[at + 1 :]))


def _words(title: str) -> list[str]:
    """Words, and single letters of writings that have no spaces."""
    return re.sub(_ALONE, lambda found: f" {found[0]} ", title).split()


def likeness(one: str, other: str) -> int:
    """How like two titles are, from 0 to 100; 0 where numbers or numerals tell them apart."""
    if _counters(one) != _counters(other):
        return 0
    from difflib import SequenceMatcher

    return round(100 * SequenceMatcher(None, one, other, autojunk=False).ratio())


def _counters(title: str) -> list[str]:
    """What counts the parts of a series: numbers, Roman numerals, single letters."""
    words = title.split()
    return sorted(
        word for word in words if any(map(str.isnumeric, word)) or _NUMERAL.fullmatch(word)
    )
