"""Text that was decoded in the wrong encoding once: `Ã©` for `é`, `â€™` for `’`."""

from __future__ import annotations

import re
from functools import cache

# What the later bytes of a UTF-8 character become in Windows-1252, -1250, -1251 and Mac Roman.
_WEST = "\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
_EAST = "\xa0-\xbf€‚„…†‡‰Š‹ŚŤŽŹ‘’“”•–—™š›śťžźˇ˘ŁĄŞŻ˛łąşĽ˝ľż"
_CYRILLIC = "ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—™љ›њќћџ\xa0ЎўЈ¤Ґ¦§Ё©Є«¬\xad®Ї°±Ііґµ¶·ё№є»јЅѕї"
_MACINTOSH = "©®±≥°≠≤∂§ß∫º•£¢∞∑∏π†"
_CLOSING = frozenset("”’“‘»…™®·¡¿")


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What the first byte becomes; and what mojibake looks like, and little else."""
    return re.compile("[Â-ôĂĹРС√]"), re.compile(
        f"[Â-ß][{_WEST}]|[à-ï][{_WEST}]{{2}}|[ð-ô][{_WEST}]{{3}}"
        f"|[ĂĹÄÅ][{_EAST}]|(?:[РС][{_CYRILLIC}]){{3}}|√[{_MACINTOSH}]"
    )


def repaired(text: str) -> str | None:
    """The text as it was meant, where that is certain; None for a text that is right.

    ftfy decides; it is asked only where the text looks like it, as it takes a thousand times as
    long and 60 ms to import.
    """
    if text.isascii():
        return None
    start, gate = _patterns()
    first = start.search(text)
    found = list(gate.finditer(text, first.start())) if first else []
    if not found or all(map(_is_capital, found)):
        return None
    from ftfy import fix_encoding

    garbled = text
    if "â€œ" in text:
        # the last byte of a closing quote has no character in Windows-1252, and is often lost
        garbled = re.sub(r"â€(?=[\s.,;:!?)—-]|$)", "â€\x9d", text)
    fixed = fix_encoding(garbled)
    return fixed if fixed != garbled else None


def is_whole(meant: str) -> bool:
    """True when nothing was lost in a repaired text: no U+FFFD, and no garbled rest of a letter."""
    rest = re.compile("\ufffd|ï¿½|â€|[ÂÃ](?![A-Za-zÀ-ÿ])|[\x80-\x84\x86-\x9f]")
    return rest.search(meant) is None


def _is_capital(match: re.Match[str]) -> bool:
    """True for the last letter of a word in capitals, and the quote after it: `AMANHÃ”`."""
    text, start = match.string, match.start()
    if len(match.group()) != 2 or text[start] == "Â" or text[start + 1] not in _CLOSING:
        return False
    return text[:start][-1:].isupper()
