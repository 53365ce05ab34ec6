"""What quotes inside of a text tell about the quotes around it, whatever the format."""

from __future__ import annotations

import re

INSIDE_WORD = re.compile(r"(?<=\w)'(?=\w)")
"""An apostrophe that can be no quote."""

SMART = {"“": "”", "„": "“”", "”": "”", "«": "»", "‘": "’", "‚": "‘’"}
"""Typographic quotes: one that opens -> those that close it."""

_CLOSES = re.compile(r"""[^"]*[^\s"(\[{=_*0-9—–-]"(?:[\s.,;:!?)]|$)""")
_CLOSES_SINGLE = re.compile(r"[^']*[.,;:!?]'(?:[\s.,;:!?)]|$)")
_OPENS_OTHERWISE = re.compile(r"[“„«‘‚‹]|&(?:amp;)?(?:quot|[lb][ds]quo|#34|#39|#8216|#8220);")


def closes_nothing(text: str, mark: str) -> bool:
    """True when the first quote of its kind in a text closes what nothing before it opened: one too
    many, or the like of another that is missing. A double quote behind a figure means inches, a
    single one behind a letter is an apostrophe."""
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
