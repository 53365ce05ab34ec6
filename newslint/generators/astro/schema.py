"""Fields that an Astro site's content config may fill in. It is code, of which only words are read.

Zod supplies a value where a schema says `.default(…)`, `.catch(…)` or the like after a key; what
`.transform(…)` and `preprocess` make is not known. Where no key is found before such a word, any
field may be filled in.
"""

from __future__ import annotations

from newslint.generators.inherited import UNKNOWN, Inherited, Layer, layered
from newslint.text.regex import regex

_FILLS = regex(r"\.\s*(?:default|prefault|catch|transform|pipe|overwrite)\s*\(|\bpreprocess\s*\(")
_KEY = regex(r"""["']?([\w-]+)["']?\s*:\s*$""")
_CLOSING = {")": "(", "]": "[", "}": "{"}
_MOST = 2000
"""Characters of one field's schema that are looked at."""


def supplied(text: str) -> Inherited:
    """What a content config may supply to any article."""
    keys: dict[str, str] = {}
    for found in _FILLS.finditer(text):
        key = _key_before(text, found.start())
        if not key:
            return UNKNOWN
        keys[key] = "?"
    return layered([Layer(keys, certain=False)])


def _key_before(text: str, end: int) -> str:
    """The key of the field in whose schema a place lies; empty when it is not found.

    Walks back over calls with all that is in their brackets, up to the colon, comma or bracket
    before which the schema begins.
    """
    open_at: list[str] = []
    for at in range(end - 1, max(end - _MOST, -1), -1):
        char = text[at]
        if char in _CLOSING:
            open_at.append(_CLOSING[char])
        elif open_at:
            if char == open_at[-1]:
                open_at.pop()
        elif char == ":":
            found = _KEY.search(text, max(at - 100, 0), at + 1)
            return found[1].lower() if found and found[1] != "schema" else ""
        elif char in "([{,;=":
            return ""
    return ""
