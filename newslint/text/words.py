"""Words, blanks and character references in texts that people read."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Callable

_REFERENCE = r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});"
_HARD = "\xa0\u202f"
_LEANS_LEFT = "?!:;»%"
_LEVELS = 8
"""How often a text may have been escaped."""
_MARKDOWN = frozenset("*_`[]<>\\#~|'\"-+=")

# Function words that carry no topic in any of the languages that a tag may be in. Left out on
# purpose: words that are something else elsewhere or in capitals (it, us, who, may, will, or, die,
# mit, van, con, sur, che, dos, los, para).
_FUNCTION_WORDS = """
a about after again all also an and any are at be because been before being but by could did
does for from had has have he her here his how if in into is its just more most not of on only
our she should so some such than that the their them then there these they this those through
to too very was we were what when where which while why with would you your
aber das dem den der ein eine einer eines für ist nicht oder sich und von wie
aux avec ces cette dans des du elle est les leur mais nous par pas pour que qui sont une vous
como del ella este muy por pero según sin sobre sus una
della delle di das een het não nel uma
ile ve bir oraz jest
в во и из как на не но от по при с со что это для
من في على إلى عن و का की के में और है से को 的 了 是 在 和 の は を
"""
STOP_WORDS = frozenset(_FUNCTION_WORDS.split())


def is_stop_word(word: str, more: tuple[str, ...] = ()) -> bool:
    """True for a function word; a word in capitals (`IT`, `WHO`) is taken for a name."""
    lowered = word.lower()
    if lowered not in STOP_WORDS and lowered not in more:
        return False
    return len(word) == 1 or not word.isupper()


def cut_tail(text: str, style: str) -> tuple[str, str]:
    """A text and the empty lines that a block style (`literal`, `folded`) leaves after it."""
    if style not in ("literal", "folded"):
        return text, ""
    bare = text.rstrip(" \t\n")
    end = text.find("\n", len(bare))
    return (text[:end], text[end:]) if end >= 0 else (text, "")


def tidy(text: str, *, sentence_gap: bool = False) -> str:
    """Without blanks at the ends, one blank for a run of them, no tab.

    A no-break space on its own stays, and is the one that is kept where French sets it. The
    ideographic space U+3000 inside a text is never touched: East Asian layout uses it in runs.
    With `sentence_gap` two plain blanks after the end of a sentence stay.
    """

    def one_blank(match: re.Match[str]) -> str:
        run, start, end = match.group(), match.start(), match.end()
        near = match.string[max(start - _NEAR, 0) : start]
        if sentence_gap and run == "  " and _ends_sentence(near):
            return run
        hard = [char for char in run if char in _HARD]
        return hard[0] if hard and french_gap(match.string, start, end) else " "

    return re.sub(r"[ \t\xa0\u202f]{2,}|\t", one_blank, text.strip())


def is_letter_spaced(text: str) -> bool:
    """True for a text with a run of blanks between letters that each stand by themselves."""
    words = re.split(r"[ \t\xa0\u2000-\u200a\u202f]{2,}|\t", _bare(text.strip()))
    if len(words) < 2:
        return False
    if any(
        re.search(r"(?:^|\s)\w(?:\s\w){2,}\W*$|^\W*\w(?:\s\w){2,}(?!\S)", word) for word in words
    ):
        return True
    parts = text.split()
    return sum(_bare(part).isalnum() for part in parts) > 2 and all(
        len(_bare(part)) == 1 for part in parts
    )


def _bare(text: str) -> str:
    """The text without the marks that belong to the letter before them, in one character each."""
    composed = unicodedata.normalize("NFC", text)
    return "".join(char for char in composed if unicodedata.category(char)[0] != "M")


_ENDS = tuple(".?!:…")
"""What ends a sentence, or leads to the next."""

_LONGEST_ADDRESS = 4_000
"""Characters after which a reference is no part of an address any more."""

_NEAR = 200
"""Characters before two blanks that say whether a sentence ends there."""


_CLOSERS = f"\"'”’»)]{_HARD}"
"""What may stand between the end of a sentence and the blanks after it."""


def _ends_sentence(text: str) -> bool:
    """True for a text whose last character, references replaced, ends a sentence."""
    end, is_text = text.rstrip(_CLOSERS), None
    while end.endswith(";"):
        at = max(end.rfind("&"), 0)
        match = re.compile(_REFERENCE).fullmatch(end, at)
        is_text = is_text or _in_text(text)
        char = decoded(match.group()) if match and is_text(match) else ""
        if not char or char.rstrip(_CLOSERS):
            return char.rstrip(_CLOSERS)[-1:] in _ENDS
        end = end[:at].rstrip(_CLOSERS)
    return end[-1:] in _ENDS


def french_gap(text: str, start: int, end: int) -> bool:
    """True when a no-break space is right between these offsets: before `?` or after `«`."""
    return text[end : end + 1] in tuple(_LEANS_LEFT) or text[start - 1 : start] == "«"


def references(text: str) -> list[re.Match[str]]:
    """The HTML character references (`&amp;`, `&#8217;`, `&#x27;`) that stand for a character.

    The semicolon is required. What belongs to an address (`https://…?a=1&amp;b=2`) or stands
    between backticks is not text and is left out, as is a name or number that HTML does not know.
    """
    if "&" not in text or ";" not in text:
        return []
    is_text = _in_text(text)
    found = re.finditer(_REFERENCE, text)
    return [match for match in found if is_text(match) and decoded(match.group())]


def control_references(text: str) -> list[re.Match[str]]:
    """The references to a control character (`&#13;`, `&#10;`, `&#0;`), of which nothing is shown.

    As with `references`, those in an address or between backticks are left out, and numbers that
    HTML reads as a printed character of Windows-1252 (`&#150;`).
    """
    if "&" not in text or ";" not in text:
        return []
    is_text = _in_text(text)
    found = re.finditer(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|Tab|NewLine);", text)
    return [match for match in found if is_text(match) and _is_control(match.group())]


def _is_control(reference: str) -> bool:
    if reference[1] != "#":
        return True
    digits = reference[2:-1]
    number = int(digits[1:], 16) if digits[0] in "xX" else int(digits)
    return (number < 32 or number == 127) and not decoded(reference)


def decoded(reference: str) -> str:
    """What one reference stands for; empty when HTML gives it no character, or only a control."""
    if reference[1] != "#":
        from html.entities import html5

        char = html5.get(reference[1:], "")  # unescape() would read `&ampere;` as `&ere;`
    else:
        from html import unescape

        char = unescape(reference)
    if char == "\ufffd" or not char:
        return ""
    return char if char.isprintable() or unicodedata.category(char[0]) in ("Zs", "Cf") else ""


def decode(text: str) -> str:
    """The text with its references replaced, once: `&amp;lt;` becomes `&lt;`."""
    out: list[str] = []
    at = 0
    for match in references(text):
        out += (text[at : match.start()], decoded(match.group()))
        at = match.end()
    return "".join((*out, text[at:]))


def makes_tag(text: str) -> bool:
    """True when a text decoded several times over has more starts of tags: `&amp;lt;b`."""
    whole = text
    for _ in range(_LEVELS):
        before, whole = whole, decode(whole)
        if whole == before:
            break
    tag = re.compile(r"<[A-Za-z/!?]")
    return len(tag.findall(whole)) > len(tag.findall(text))


def is_markdown(text: str) -> bool:
    """True when a character in it may mean something to a Markdown reader, or is curled by one."""
    return not _MARKDOWN.isdisjoint(text)


def _in_text(text: str) -> Callable[[re.Match[str]], bool]:
    """Tells of a reference whether it is text: neither part of an address nor between backticks."""
    ticks, addresses = _places("`", text), _places("://", text)

    def is_text(match: re.Match[str]) -> bool:
        start = match.start()
        before = bisect_left(ticks, start)
        if before % 2 and before < len(ticks):
            return False
        near = bisect_left(addresses, start) - 1
        at = addresses[near] if near >= 0 else -_LONGEST_ADDRESS
        return start - at >= _LONGEST_ADDRESS or any(map(str.isspace, text[at:start]))

    return is_text


def _places(sign: str, text: str) -> list[int]:
    return [found.start() for found in re.finditer(sign, text)] if sign in text else []


def has_word(text: str, word: str) -> bool:
    """True when the word stands in the text, in any case, and not as a part of a longer one."""
    return has_folded_word(text.casefold(), word.casefold())


def has_folded_word(text: str, word: str) -> bool:
    """The same for texts that are casefolded already."""
    at = text.find(word)
    while at >= 0:
        before, after = text[at - 1 : at], text[at + len(word) :][:1]
        if (before in " " or not _in_word(before)) and (after in " " or not _in_word(after)):
            return True
        at = text.find(word, at + 1)
    return False


def _in_word(char: str) -> bool:
    """True for letters, digits and the marks that Indic, Arabic and Thai words are written with."""
    return char.isalnum() or (not char.isascii() and unicodedata.category(char)[0] == "M")
