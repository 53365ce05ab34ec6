"""Letters without their accents."""

from __future__ import annotations

import unicodedata


def strip_accents(text: str) -> str:
    """The text decomposed, without nonspacing marks, and composed again: `é` becomes `e`."""
    if text.isascii():
        return text
    parts = unicodedata.normalize("NFD", text)
    bare = "".join([char for char in parts if unicodedata.category(char) != "Mn"])
    return unicodedata.normalize("NFC", bare)
