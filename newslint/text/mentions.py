"""Character references that a text speaks of (`Why &nbsp; breaks`), not ones that it is made of."""

from __future__ import annotations

import re

from newslint.text.words import STOP_WORDS, decoded, references

_JOINING = frozenset("&–—―‐‑−-·•…|»«×+/→:")
"""What stands between blanks by right, so that its reference does not stand out there."""

_OPENS = " \t\n\xa0\"'“”„‚‘’«»‹›(（「『[【,;:/|¿¡"
_CLOSES = " \t\n\xa0\"'“”„‚‘’«»‹›)）」』]】,;:/|?!.。，、？！…"
_ABOUT = (
    r"(?i)\b(?:x?html\d?|xml|css|sgml|unicode|utf-?8|ascii|urls?|ampersands?|entit\w+|escap\w+|"
    r"(?:en|de|un)cod\w+|characters?|symbols?|markup|glyphs?|zeichen\w*|caract\w+|carácter\w*|"
    r"símbolo\w*|символ\w*|сущност\w*|entidad\w*|maskier\w*)\b|実体参照|文字参照|实体|實體|字符|转义"
)
_NAMES = frozenset(
    (
        *("all", "he", "her", "him", "i", "it", "me", "she", "that", "them", "these", "they"),
        *("this", "those", "us", "we", "you"),
    )
)
"""Function words that people join with `&` all the same: `You & Me`, `This & That`."""


def is_mention(match: re.Match[str]) -> bool:
    """True for a reference that stands as a word of its own.

    `&amp;` and dashes stand so by right (`Tom &amp; Jerry`), and signs beside a number (`50
    &euro;`): they are mentions at the edge of a text, beside a function word (`the &amp; in`), or
    in a text that is about such things.
    """
    text, (start, end) = match.string, match.span()
    before, behind = text[start - 1 : start], text[end : end + 1]
    if not (before in _OPENS and behind in _CLOSES):
        return False
    last, following = _word(text[:start].split()[-1:]), _word(text[end:].split()[:1])
    if decoded(match.group()) not in _JOINING:
        return not (last[-1:].isdigit() or following[:1].isdigit())
    if not (before == " " and behind == " " and last and following):
        return True
    if re.search(_ABOUT, text):
        return True
    return match.group() == "&amp;" and bool({last, following} & (STOP_WORDS - _NAMES))


def _word(found: list[str]) -> str:
    return found[0].strip(_OPENS + _CLOSES).lower() if found else ""


def holds_mention(text: str) -> bool:
    """True for a text that speaks of a reference: what else it holds may be one too."""
    return any(map(is_mention, references(text)))


def is_seen(character: str) -> bool:
    """False for blanks, joiners and other characters that show nothing."""
    return (
        character.isprintable()
        and not character.isspace()
        and bool(
            character.strip("\u2800\u3164\u115f\u1160\uffa0\u034f\u180b\u180c\u180d\ufe0e\ufe0f")
        )
    )
