"""What quotes inside of a text tell about the quotes around it, whatever the format."""

from __future__ import annotations

import re

from newslint.text.regex import regex

_NO_APOSTROPHES = "[\u0600-\u06ff\u0900-\u0eff\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"
"""Letters of scripts that have no apostrophe: Arabic, the Indian ones, Thai, Lao, Khmer, kana,
Chinese characters, Hangul."""

INSIDE_WORD = regex(rf"(?<=\w)(?<!{_NO_APOSTROPHES})'(?=\w)(?!{_NO_APOSTROPHES})")
"""An apostrophe that can be no quote."""

_SUFFIXES = """
a e i ı u ü da de ta te dan den tan ten in ın un ün nin nın nun nün ye ya yi yı yu yü la le yla yle
li lı lu lü ki daki deki sız siz suz süz ndan nden nda nde
ssa ssä sta stä lla llä lta ltä lle ksi tta ttä issa issä ista istä illa illä ilta iltä ille iin
ban ben ba be nak nek val vel ra ról ről ból ből tól től hoz hez höz nál nél ot et öt at ig ért ként
"""
"""What Turkish, Finnish and Hungarian put right after a closing quote."""

_ELIDED = "aujourd|jusqu|lorsqu|puisqu|quelqu|dell|nell|sull|dall|quest|quell|bell|sant|hawai"
_SUFFIXED = regex(
    rf"(?<!\w)'(?:[^\s'][^']*(?<!\w))??(?!(?:{_ELIDED})')\w{{3,}}'"
    rf"(?:{'|'.join(_SUFFIXES.split())})(?!\w)",
    re.IGNORECASE,
)


def closes_before_suffix(text: str) -> bool:
    """True where a single quote opens a quotation and the one that closes it has a suffix after
    it: `'Yeni Yol'u`. Such a quote is no apostrophe, although it stands between letters."""
    return _SUFFIXED.search(text) is not None


SMART = {"“": "”", "„": "“”", "”": "”", "«": "»", "‘": "’", "‚": "‘’"}
"""Typographic quotes: one that opens -> those that close it."""

_CLOSES = regex(r"""[^"]*[^\s"(\[{=_*0-9—–-]"(?:[\s.,;:!?)]|$)""")
_CLOSES_SINGLE = regex(r"[^']*[.,;:!?]'(?:[\s.,;:!?)]|$)")
_OPENS_OTHERWISE = regex(r"[“„«‘‚‹]|&(?:amp;)?(?:quot|[lb][ds]quo|#34|#39|#8216|#8220);")


def closes_nothing(text: str, mark: str) -> bool:
    """True when the first quote of its kind in a text closes what nothing before it opened: one too
    many, or the like of another that is missing. A double quote after a figure means inches, a
    single one after a letter is an apostrophe."""
    closes = _CLOSES if mark == '"' else _CLOSES_SINGLE
    match = closes.match(INSIDE_WORD.sub("_", text))
    return match is not None and not _OPENS_OTHERWISE.search(match[0])


def may_be_delimited(text: str) -> bool:
    """True when a bare text stands between typographic quotes, or ends with a quote whose like may
    be lost, so that it may be what stands between them."""
    return ends_unopened(text) or text[-1:] in SMART.get(text[:1], "")


def ends_unopened(text: str) -> bool:
    """True when a text ends with a quote, and the quotes of its kind do not go in pairs."""
    text = text.rstrip(",;")
    return text[-1:] in ("'", '"') and INSIDE_WORD.sub("", text).count(text[-1]) % 2 == 1


def is_doubtful(inner: str, quote: str) -> bool:
    """True when what stands between quotes may be more than one text, or less."""
    return _are_two_texts(inner, quote) or closes_nothing(inner, quote)


def _are_two_texts(inner: str, quote: str) -> bool:
    """True for what looks like two texts in quotes: `x" "y`."""
    first, _, rest = inner.partition(quote)
    between, _, last = rest.partition(quote)
    return bool(first.strip() and last.strip()) and not between.strip(" \t,") and quote not in last
