"""Whether a file's bytes are text at all: a picture that is called an article is no encoding."""

from __future__ import annotations

import unicodedata

from newslint.text.regex import regex

_MAGIC = (
    *(b"\x89PNG\r\n", b"\xff\xd8\xff", b"II*\0", b"MM\0*", b"\0\0\1\0", b"\0\0\2\0", b"8BPS\0"),
    *(b"PK\3\4", b"PK\5\6", b"\x1f\x8b", b"\xfd7zXZ\0", b"7z\xbc\xaf"),
    *(b"%PDF-", b"\xd0\xcf\x11\xe0\xa1\xb1", b"SQLite format 3\0", b"\0\1\0\0", b"\0\0\0\x0cjP"),
    *(b"\x7fELF", b"\xca\xfe\xba\xbe", b"\xcf\xfa\xed\xfe", b"\xce\xfa\xed\xfe", b"\0asm"),
    *(b"OggS\0", b"\x1a\x45\xdf\xa3", b"\x28\xb5\x2f\xfd", b"Rar!\x1a"),
)
"""How files of other kinds begin, and no text: pictures, archives, documents, programs, sound."""

_WORDS = (
    *(b"GIF87a", b"GIF89a", b"BM", b"RIFF", b"wOFF", b"wOF2"),
    *(b"OTTO", b"BZh", b"MZ", b"ID3", b"fLaC"),
)
"""How others begin as a text might too."""

_CONTROLS = bytes(set(range(32)) - set(b"\b\t\n\v\f\r\x1a\x1b"))
"""Characters that no text has but by accident; some editors and terminals write the others."""

_MOST = 256 * 1024
"""Bytes of a file that is UTF-16 or UTF-32 that are looked at."""

_FENCE = regex(rb"(?:\xef\xbb\xbf)?\s*(?:---|\+\+\+|\{\s*\")")


def is_binary(data: bytes) -> bool:
    """True for a known kind of file that is not text, and for one full of control characters.

    An article in which a few of them went astray is text. `data` is not UTF-16 or UTF-32.
    """
    controls = len(data) - len(data.translate(None, _CONTROLS))
    full = 20 * controls > len(data)
    if _FENCE.match(data):
        return full and not _is_utf_8(data)
    if data.startswith(_MAGIC) or (controls and data[4:8] == b"ftyp"):
        return True
    if controls and data.startswith(_WORDS):
        return True
    return full or (b"\0" in data and not _is_utf_8(data))


def is_wide_binary(data: bytes, encoding: str) -> bool:
    """True for bytes that begin like UTF-16 or UTF-32 and are not text in it, as Python names it.

    One character in twenty may be damaged; of random bytes more than that are no characters.
    """
    text = str(data[:_MOST], encoding, "replace")
    odd = sum(1 for char in text if _is_odd(char))
    return odd > 2 and 20 * odd > len(text)


def _is_odd(char: str) -> bool:
    if char in "\t\n\v\f\r":
        return False
    return char == "\ufffd" or unicodedata.category(char) in ("Cc", "Cn", "Co", "Cs")


def _is_utf_8(data: bytes) -> bool:
    try:
        str(data, "utf-8")
    except UnicodeDecodeError:
        return False
    return True
