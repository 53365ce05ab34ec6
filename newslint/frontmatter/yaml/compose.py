"""libyaml's parser as newslint needs it: nodes without types, and what it wrongly refuses.

libyaml refuses `"\\ud83d\\ude00"`, an emoji as JSON writers escape it; Hugo, PyYAML's own parser
and ruamel.yaml read it. libyaml is shown such pairs under stand-ins of the same length: escapes of
private characters that the block does not have. They are put back into what it gives.
"""

from __future__ import annotations

import re
from typing import Any

from yaml._yaml import CParser

# Patterns, compiled by the few blocks that need them.
_SURROGATE = r"\\u[dD][89abAB]"
_ESCAPE = r"\\(?:u([dD])([89abAB])([0-9a-fA-F]{2})\\u([dD])([c-fC-F])([0-9a-fA-F]{2})|.)"
_TAKEN = "[\ue000-\uedff]|\\\\u[eE][0-9a-d]"
_CHARACTERS = "([\ue000-\ue5ff])([\ue600-\uedff])"
_WRITTEN = r"\\u([eE])([0-5])(..)\\u([eE])([6-9a-d])(..)"
_DIGITS = "89abABcdefCDEF"
"""The second digit of a surrogate; its place in here is that of the stand-in."""


class Composer(CParser):
    """libyaml without PyYAML's resolver: what a plain scalar means is the target's business."""

    def resolve(self, kind: Any, value: Any, implicit: Any) -> str:
        return ""

    def descend_resolver(self, parent: Any, index: Any) -> None: ...

    def ascend_resolver(self) -> None: ...

    def check_resolver_prefix(
        self, depth: Any, path: Any, kind: Any, node: Any, index: Any
    ) -> bool:
        return False


def without_surrogates(content: str) -> str:
    """The block as libyaml is to read it: the very object where nothing is to be done.

    A block that has characters of the stand-ins' own is left as it is.
    """
    if "\\u" not in content or not re.search(_SURROGATE, content) or re.search(_TAKEN, content):
        return content
    return re.sub(_ESCAPE, _away, content)


def with_surrogates(text: str) -> str:
    """A value that libyaml read from a block with stand-ins, as the block itself has it."""
    return re.sub(_WRITTEN, _back, re.sub(_CHARACTERS, _character, text))


def _away(match: re.Match[str]) -> str:
    if match[1] is None:
        return match[0]  # any other escape: skipped, so that `\\ud83d` is none
    d, high, rest, e, low, tail = match.groups()
    return f"\\u{_next(d)}{_DIGITS.index(high):x}{rest}\\u{_next(e)}{_DIGITS.index(low):x}{tail}"


def _back(match: re.Match[str]) -> str:
    """In single quotes or after an escaped backslash the stand-in is no escape, but text."""
    d, high, rest, e, low, tail = match.groups()
    high, low = _DIGITS[int(high, 16)], _DIGITS[int(low, 16)]
    return f"\\u{_before(d)}{high}{rest}\\u{_before(e)}{low}{tail}"


def _next(letter: str) -> str:
    return chr(ord(letter) + 1)


def _before(letter: str) -> str:
    return chr(ord(letter) - 1)


def _character(match: re.Match[str]) -> str:
    high, low = (int(_DIGITS[ord(c) >> 8 & 15], 16) << 8 | ord(c) & 255 for c in match.groups())
    return chr(0x10000 + ((high - 0x800) << 10) + (low - 0xC00))
