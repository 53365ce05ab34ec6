"""One term in two forms: with a space, a hyphen or nothing between its words, in NFC and NFD."""

from __future__ import annotations

import re
import unicodedata

from newslint.text.remembered import remembered

_UNSEEN = "[\u00ad\u200b-\u200f\u2060\ufe0e\ufe0f\ufeff]"
_STRAY = "[\u00ad\u200b\u200e\u200f\u2060\ufeff]"
"""Those of them that no writing needs; joiners are letters' business in Persian and Hindi."""

_APOSTROPHES = "[\u2018\u2019\u02bc\u00b4`]"
_BETWEEN = r"(?<=[^\W_])[\s\u2010-\u2015_-]+(?=[^\W_])"
"""Spaces, hyphens and underscores between letters; those at the edges may be a sign (`C-`)."""


@remembered(1024)
def twin_key(term: str) -> str:
    """What the forms of one term have in common; terms with other letters have other keys.

    Between two digits a separator stays one: `2020 21` is not `202021`.
    """
    if term.isascii():  # normalized, and all of it is seen
        plain = term.lower()
        return plain if plain.isalnum() else re.sub(_BETWEEN, _join, plain.replace("`", "'"))
    bare = re.sub(_UNSEEN, "", term)
    plain = unicodedata.normalize("NFKC", bare).lower()
    plain = re.sub(_APOSTROPHES, "'", plain)
    return re.sub(_BETWEEN, _join, unicodedata.normalize("NFC", plain))


def is_clean(term: str) -> bool:
    """True for a term in NFC and without stray characters that nobody sees."""
    return unicodedata.is_normalized("NFC", term) and re.search(_STRAY, term) is None


def _join(match: re.Match[str]) -> str:
    text = match.string
    digits = text[match.start() - 1].isdigit() and text[match.end()].isdigit()
    return "-" if digits else ""
