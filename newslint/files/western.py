"""Whether bytes that are not UTF-8 are Windows-1252, with certainty.

Any bytes can be read in any encoding of one byte a character, so that a reading alone says nothing:
`Gda\\xf1sk` is `Gdañsk` in Windows-1252 and `Gdańsk`, as it was meant, in Windows-1250. What is
certain here: each encoding in which the bytes make words gives the same text, or the language of
the text, which its ASCII words tell, has the letters of one reading alone.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from newslint.text.regex import regex

WESTERN = "cp1252"

# the encodings that such bytes could be in; Latin-1 gives what Windows-1252 gives, or controls
_ENCODINGS = (
    WESTERN,
    *("cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258"),
    *("iso8859-2", "iso8859-15", "koi8-r", "mac-roman", "cp437", "cp850"),
)

# language -> words that it writes in ASCII and that no other here has, and its own letters
_LANGUAGES = {
    "Catalan": ("amb dels els als aquest seva hi ha tot", "àçèéíïòóúü·"),
    "Danish": ("og af ikke til er blev har men hun", "æøåé"),
    "Dutch": ("het een van niet met voor zijn op ook wordt naar", "éèëêïóöüáí"),
    "English": ("the and of to that with was were from this have by which", ""),
    "Finnish": ("mutta kun joka sen ovat mukaan niin", "äöå"),
    "French": (
        "les des du une dans est pour qui avec aux cette sont pas et",
        "àâæçèéêëîïôœùûüÿ",
    ),
    "German": ("der die und den von ist mit nicht auf ein eine im dem", "äöüßé"),
    "Italian": ("il della che di gli nel sono anche dei alla hanno dal", "àèéìíòóùú"),
    "Portuguese": ("os das dos uma com em ao foi seu mais pelo pela", "àáâãçéêíóôõúü"),
    "Spanish": ("los las del y el sus fue muy pero donde esta", "áéíñóúü"),
    "Swedish": ("och att inte till ska fick eller", "åäöéàü"),
    # those that are not written in Windows-1252: their words say that it is something else
    "Albanian": ("dhe nuk kjo tek gjat", ""),
    "Croatian": ("je u i iz ali kako prema kod nakon koji", ""),
    "Czech": ("jsem jsou podle ale nebo bylo tak jeho po", ""),
    "Estonian": ("ning oma kui aga mis oli ka", ""),
    "Hungarian": ("az hogy nem volt egy meg csak lesz vagy", ""),
    "Latvian": ("un ar uz bija tika lai kas", ""),
    "Lithuanian": ("ir kad yra buvo jau tik apie", ""),
    "Polish": ("w z na nie jest oraz przez jak tym przy od", ""),
    "Romanian": ("cu pe nu este din care prin mai sunt fost lui", ""),
    "Turkish": ("ve bir bu ile olarak olan gibi daha sonra", ""),
}
_LEAST_WORDS = 4
_TIMES = 3
"""A language is known by at least so many of its words, and so many times those of any other."""

_INSIDE = "’–—…·\xa0\xad"
"""What may stand between two letters, besides letters."""

_CONTRACTION = regex(r"(?:s|t|re|ve|ll|d|m)(?!\w)")

_WORDS = frozenset("àáéèíóòôöåøúùÀÁÉÈÍÓÒÔÖÅØÚÙªº")
"""Letters that are words."""

_UNLIKELY = frozenset("¤¦¨¬¯´¶¸ˆ˜‡ƒ\x7f")
"""What no text has next to a letter: the sign of letters read in the wrong encoding."""


def is_western(raw: bytes) -> bool:
    """True when bytes beyond ASCII can only be Windows-1252 (or Latin-1, its part)."""
    texts = dict(_readings(raw))
    wanted = texts.get(WESTERN)
    if wanted is None:
        return False
    if all(text == wanted for text in texts.values()):
        return True
    language = _language(raw)
    if language is None:
        return False
    alphabet = frozenset(_LANGUAGES[language][1])
    others = {text for text in texts.values() if text != wanted}
    return _letters(wanted) <= alphabet and all(
        _is_foreign(text, wanted, alphabet) for text in others
    )


def _is_foreign(text: str, wanted: str, alphabet: frozenset[str]) -> bool:
    """True when a reading has a letter that the language has not, where the wanted reading has one
    of its own letters, or a mark that can only be a mark: the letter may be one of a name."""
    return any(
        char > "\x7f"
        and char.isalpha()
        and char.lower() not in alphabet
        and (wanted[at].lower() in alphabet or _is_mark(wanted, at))
        for at, char in enumerate(text)
    )


def _is_mark(text: str, at: int) -> bool:
    """True for a quote that opens or closes a word, and for the apostrophe of `it’s` and `don’t`.

    No word begins or ends with the letters that Mac Roman has for these.
    """
    char, before, after = text[at], text[max(at - 1, 0) : at], text[at + 1 : at + 2]
    if char in "“‘":
        return after.isalpha() and not before.isalnum()
    if char == "”":
        return before.isalpha() and not after.isalnum()
    return char == "’" and before.isalpha() and _CONTRACTION.match(text, at + 1) is not None


def _readings(raw: bytes) -> Iterator[tuple[str, str]]:
    """What stands in the lines that are not ASCII, in each encoding in which these are words."""
    lines = b"\n".join(line for line in raw.split(b"\n") if not line.isascii())
    for encoding in _ENCODINGS:
        try:
            text = str(lines, encoding)
        except UnicodeDecodeError:
            continue
        if _makes_words(text):
            yield encoding, text


def _makes_words(text: str) -> bool:
    """True when every character beyond ASCII stands where one of its kind does."""
    padded = f" {text} "
    return all(
        _fits(match[0], padded[match.start() - 1], padded[match.end()])
        for match in re.finditer("[^\0-\x7f]", padded)
    )


def _fits(char: str, before: str, after: str) -> bool:
    category = unicodedata.category(char)
    if category in ("Cc", "Cn", "Co", "Cs"):
        return False  # no text has it
    if not char.isalpha():
        return _sign_fits(char, category, before, after)
    if char.isupper() and before.islower():
        return False  # no capital inside a word
    if not (before.isalpha() or after.isalpha()):
        return char in _WORDS and after == " "  # a word of one letter
    if char == "â" and not after.isalpha():
        return False  # ends no word, but begins every quote and dash of UTF-8 that was cut off
    return all(_alike(char, other) for other in (before, after) if other.isalpha())


def _sign_fits(char: str, category: str, before: str, after: str) -> bool:
    if char in _UNLIKELY or category in ("So", "Sm", "Sk", "No"):
        return not (before.isalpha() or after.isalpha()) or char in "®™°©"
    return char in _INSIDE or not (before.isalpha() and after.isalpha())


def _alike(one: str, two: str) -> bool:
    """True for two letters of one script; `ª` and `º`, which are of none, stand after digits."""
    return _script(one) == _script(two)


def _script(char: str) -> str:
    return "LATIN" if char < "\x80" else unicodedata.name(char, "").partition(" ")[0]


def _letters(text: str) -> frozenset[str]:
    return frozenset(char for char in text.lower() if char > "\x7f" and char.isalpha())


def _language(raw: bytes) -> str | None:
    """The language whose words the ASCII words of the text are; None when none is clear."""
    words = re.findall(rb"(?<![\w\x80-\xff])[a-z]+(?![\w\x80-\xff])", raw.lower())
    counts: dict[str, int] = {}
    for word in words:
        counts[word.decode()] = counts.get(word.decode(), 0) + 1
    found = sorted(
        (sum(counts.get(word, 0) for word in own.split()), language)
        for language, (own, _) in _LANGUAGES.items()
    )
    (second, _), (most, language) = found[-2:]
    return language if most >= max(_LEAST_WORDS, _TIMES * second) else None
