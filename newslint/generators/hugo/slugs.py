"""How Hugo turns a text into a part of a path.

Source: Hugo's `paths.Sanitize` and `PathSpec.MakePathSanitized`; the port gives what `urlize` gives
in Hugo 0.168 before that function escapes the result for a URL.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from newslint.text.accents import strip_accents
from newslint.text.regex import regex

_PLAIN = regex(r"[a-z0-9./\\_#+~@-]*")
_KEPT = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789./\\_#+~-@")
_SPACES = frozenset(" \t\n\v\f\r\x85\xa0")
_HEX = frozenset("0123456789abcdefABCDEF")


def urlize(text: str, *, lower: bool = True, remove_accents: bool = False) -> str:
    """The text as Hugo writes it into a path.

    Letters, marks, decimal digits and ``. / \\ _ # + ~ - @`` stay, and `%` in front of two hex
    digits; a run of blanks becomes one hyphen; everything else is dropped, not replaced.
    `lower` is the opposite of the site's `disablePathToLower`.
    """
    if _PLAIN.fullmatch(text):
        return text
    kept = _sanitize(text)
    if remove_accents:
        kept = strip_accents(kept)
    return lower_case(kept) if lower else kept


@lru_cache(maxsize=64)  # rules, the page's URL and its proof ask for the same one
def slugify(text: str, *, lower: bool = True, remove_accents: bool = False) -> str:
    """What Hugo makes of a `slug` in front matter: hyphens off both ends, then `urlize`."""
    return urlize(text.strip("-"), lower=lower, remove_accents=remove_accents)


def vanishes(text: str) -> bool:
    """True when a page with this slug would be published in the place of its section's page.

    Nothing is left of it, or what is left names the folder itself (`index`, dots). True too for a
    slug of nothing but hyphens, which Hugo takes for none: the file's name or the title is used.
    `Index` and `...` are names.
    """
    parts = slugify(text).replace("\\", "/").split("/")
    return all(part in ("", ".", "..") for part in parts) or text.strip("-") == "index"


def lower_case(text: str) -> str:
    """Lower case as Go has it: rune by rune, so no final sigma, and `İ` becomes `i`."""
    if text.isascii():
        return text.lower()
    return "".join([char.lower()[0] for char in text])


def _sanitize(text: str) -> str:
    out: list[str] = []
    gap = after_hyphen = False
    for at, char in enumerate(text):
        if char in _KEPT or _allowed(char, text, at):
            after_hyphen = char == "-"
            if gap and not after_hyphen:
                out.append("-")
            gap = False
            out.append(char)
        elif out and not after_hyphen and _is_space(char):
            gap = True
    return "".join(out)


def _allowed(char: str, text: str, at: int) -> bool:
    if char == "%":
        return at + 2 < len(text) and text[at + 1] in _HEX and text[at + 2] in _HEX
    if char < "\x80":
        return False
    category = unicodedata.category(char)
    return category[0] in "LM" or category == "Nd"


def _is_space(char: str) -> bool:
    return char in _SPACES or (char >= "\x80" and unicodedata.category(char)[0] == "Z")
