"""Character references that a text speaks of (`Why &nbsp; breaks`), not ones that it is made of."""

from __future__ import annotations

import re

from newslint.text.words import STOP_WORDS, control_references, decoded, references

_JOINING = frozenset("&–—―‐‑−-·•…|»«×+/→:®™")
"""What stands between blanks by right, so that its reference does not stand out there."""

_AFTER_NAMES = frozenset("®™")
"""What stands after a name, with a blank or without one."""

_OPENS = " \t\n\xa0\"'“”„‚‘’«»‹›(（「『[【,;:/|¿¡"
_CLOSES = " \t\n\xa0\"'“”„‚‘’«»‹›)）」』]】,;:/|?!.。，、？！…"
_ABOUT = (
    r"(?i)\b(?:x?html\d?|xml|css|sgml|unicode|utf-?8|ascii|urls?|ampersands?|entit\w+|escap\w+|"
    r"(?:en|de|un)cod\w+|characters?|symbols?|markup|glyphs?|zeichen\w*|caract\w+|carácter\w*|"
    r"símbolo\w*|символ\w*|сущност\w*|entidad\w*|maskier\w*)\b|実体参照|文字参照|实体|實體|字符|转义"
)
_DETERMINERS = frozenset(
    (
        *(
            "a",
            "an",
            "the",
            "das",
            "dem",
            "den",
            "der",
            "ein",
            "eine",
            "einer",
            "eines",
            "des",
            "les",
        ),
        *("une", "una", "della", "het", "een", "el", "la", "le", "il"),
    )
)
_BEFORE = _DETERMINERS | {"how", "of", "use", "uses", "using", "why", "warum", "wie", "pourquoi"}
"""What stands before a thing that is spoken of: `the &amp;`, `why &amp;`."""

_BEHIND = frozenset(("are", "es", "est", "is", "ist", "mean", "means", "versus", "vs", "was"))
_PRONOUNS = frozenset(
    (
        *("all", "he", "her", "him", "i", "it", "me", "she", "that", "them", "these", "they"),
        *("this", "those", "us", "we", "you", "more", "most", "such", "some", "not", "no", "again"),
        *("after", "before", "mehr", "más", "mais", "più", "plus"),
    )
)
"""Function words that people join with `&` all the same: `You & Me`, `News & more`."""


def is_mention(match: re.Match[str]) -> bool:
    """True for a reference that stands as a word of its own.

    Signs beside a number (`50 &euro;`) and those that stand between blanks by right (`Tom &amp;
    Jerry`, `Storm &ndash; and rain`) are mentions only where the words around say so.
    """
    text, (start, end) = match.string, match.span()
    before, behind = text[start - 1 : start], text[end : end + 1]
    if not (before in _OPENS and behind in _CLOSES):
        return False
    words = text[:start].split()[-1:]
    last, following = _word(words), _word(text[end:].split()[:1])
    character = decoded(match.group())
    if character in _AFTER_NAMES and not (words and _may_be_name(words[0])):
        return True
    if character not in _JOINING:
        return not (last[-1:].isdigit() or following[:1].isdigit())
    if character == "…" and before == "[" and behind == "]":
        return False
    blanks = before in ("", " ", "\xa0") and behind in ("", " ", "\xa0")
    if not blanks or last in _BEFORE or following in _BEHIND or re.search(_ABOUT, text):
        return True
    return character == "&" and _is_odd_beside(last, following)


def _may_be_name(word: str) -> bool:
    """True for a word in capitals or of a writing that has none."""
    return word.strip(_OPENS + _CLOSES)[:1].isalnum() and not word.islower()


def _is_odd_beside(last: str, following: str) -> bool:
    """True where `&` does not join two words: at the start, or beside one function word (`read & in
    links`); two of them are a pair (`in & out`). At the end the second word was cut off."""
    function = STOP_WORDS - _PRONOUNS
    one, two = last in function, following in function - _DETERMINERS
    return not last or one != two


def _word(found: list[str]) -> str:
    return found[0].strip(_OPENS + _CLOSES).lower() if found else ""


def holds_mention(text: str) -> bool:
    """True for a text that speaks of a reference: what else it holds may be one too."""
    return any(map(is_mention, (*references(text), *control_references(text))))


def is_seen(character: str) -> bool:
    """False for blanks, joiners and other characters that show nothing."""
    return (
        character.isprintable()
        and not character.isspace()
        and bool(
            character.strip("\u2800\u3164\u115f\u1160\uffa0\u034f\u180b\u180c\u180d\ufe0e\ufe0f")
        )
    )
