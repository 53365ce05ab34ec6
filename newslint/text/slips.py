"""Slips of the finger: one letter wrong, missing, doubled or swapped with its neighbour."""

from __future__ import annotations

from collections.abc import Iterable

_SHORTEST = 5
"""Letters of a key below which every other word is near."""

# Words of several languages that are one letter away from a key that some generator reads
_OTHER_WORDS = """
aeries autor bender bites categorias cites clover coder codified commends consent contend contest
context convent craft deadline descripcion drift eight except fender gender genus guild heedless
height hover imagens imago kategories kites kraft lender lover mascot mender menue minus mover
menues patch payout phono proto reader rendre ressource ressources rover sates sender serifs serves
sides sizes suites summery tender tithe titre vender venus vidéos vireos weigh wright
"""
_WORDS = frozenset(_OTHER_WORDS.split())


def meant_by_slip(word: str, known: Iterable[str]) -> str | None:
    """The one known word from which a word (both in lower case) is a plain typing slip away.

    None for words that are words of their own: a plural, another form (`updates`), a number at the
    end, another language's word for it; and where several known words are as near.
    """
    if len(word) < _SHORTEST or not word.replace("_", "").replace("-", "").isalpha():
        return None
    if word in _WORDS:
        return None
    found = [name for name in known if len(name) >= _SHORTEST and _is_slip(word, name)]
    return found[0] if len(found) == 1 else None


def _is_slip(word: str, name: str) -> bool:
    """True when `word` is `name` with one slip in it."""
    if word == name or abs(len(word) - len(name)) > 1:
        return False
    at = next((n for n, (a, b) in enumerate(zip(word, name, strict=False)) if a != b), None)
    if at is None:
        return _is_slip_at_end(word, name)
    here, there = word[at:], name[at:]
    if not (here[0].isalpha() and there[0].isalpha()):
        return False
    if len(word) == len(name):
        swapped = here[:2] == there[1::-1] and here[2:] == there[2:]
        return swapped or (here[1:] == there[1:] != "")
    return here == there[1:] or here[1:] == there


def _is_slip_at_end(word: str, name: str) -> bool:
    """One letter too few or too many at the end, where most words have their other forms."""
    if len(word) < len(name):
        return name[-1].isalpha() and name[-1] not in "ds"
    return word[-1] == word[-2]
