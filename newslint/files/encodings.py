"""What a file that is not UTF-8 is written in: marked, told by its bytes, or named by the user.

A reading counts only when it is exact: its text, written in that encoding, is the same bytes again.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from contextlib import suppress

from newslint.files.western import WESTERN, is_western
from newslint.model.faults import Decoding
from newslint.model.records import NamedTuple
from newslint.text.did_you_mean import did_you_mean
from newslint.text.mojibake import is_whole, repaired
from newslint.text.regex import regex

_WIDE = {
    "UTF-16 LE": ("utf-16-le", codecs.BOM_UTF16_LE),
    "UTF-16 BE": ("utf-16-be", codecs.BOM_UTF16_BE),
    "UTF-32 LE": ("utf-32-le", codecs.BOM_UTF32_LE),
    "UTF-32 BE": ("utf-32-be", codecs.BOM_UTF32_BE),
}
_MARKS = "‘’“”–—…•€™«»°©®"
_FENCES = ("---", "+++", "{")
_NO_TEXT = ("Cc", "Cn", "Co", "Cs")

_COMMON = (
    *("windows-1250", "windows-1251", "windows-1252", "windows-1253", "windows-1254"),
    *("latin-1", "iso-8859-2", "iso-8859-15", "koi8-r", "mac-roman", "cp850"),
    *("shift_jis", "euc-jp", "gbk", "gb18030", "big5", "euc-kr", "utf-16", "utf-16-le"),
)
"""Names to suggest; every encoding of text that Python has is known."""

_NEVER = regex(rb"[\0-\x08\x0e-\x1f]|\xed[\xa0-\xbf][\x80-\xbf]|\xc0\x80")
"""What is in no file of Windows-1252: control characters, and two mistaken forms of UTF-8."""

_UNUSED = ("utf-7", "idna", "punycode", "raw-unicode-escape", "unicode-escape", "undefined")
"""Encodings to Python that no file is written in."""


class Judgement(NamedTuple):
    """What a file is taken for, in words.

    `text` has U+FFFD for what could not be read; `place` is the first character of it that stands
    for bytes that are not UTF-8, or that cannot be read at all. `decoding` is as in
    `newslint.model.faults.NotUtf8`, `encoding` the name of the encoding of a "readable" file.
    """

    text: str
    place: int
    words: str
    decoding: Decoding = "unknown"
    encoding: str = ""


def known_encoding(name: str) -> str:
    """The name by which Python knows an encoding of text: `Latin1` -> `iso8859-1`.

    Raises ValueError with a line that says what is wrong with the name.
    """
    try:
        found = codecs.lookup(name).name
        "".encode(found)  # refuses what is no encoding of text
    except (LookupError, ValueError):
        found = "undefined"
    if found in _UNUSED:
        hint = did_you_mean(name.lower(), list(_COMMON)) or "; write it like `windows-1252`"
        raise ValueError(f"no encoding is called `{name}`{hint}")
    if found in ("utf-8", "utf-8-sig"):
        raise ValueError("it is for files that are not UTF-8; UTF-8 is found by itself")
    return found


def shown(encoding: str) -> str:
    """The name that people use: `cp1252` -> `Windows-1252`."""
    if encoding.startswith("cp125"):
        return f"Windows-{encoding[2:]}"
    if encoding == "iso8859-1":
        return "Latin-1"
    return encoding.upper().replace("ISO", "ISO ").replace("_", "-")


def wide_encoding(name: str) -> str:
    """The name by which Python knows what people call UTF-16 LE."""
    return _WIDE[name][0]


def judge_wide(data: bytes, name: str, named: str = "") -> Judgement:
    """A file that its mark or its NULs show to be UTF-16 or UTF-32; `named` as in `judge`."""
    encoding, mark = _WIDE[name]
    raw = data.removeprefix(mark)
    words = f"the file is {name}, not UTF-8"
    try:
        text = str(raw, encoding)
    except UnicodeDecodeError as error:
        size = 2 if encoding.startswith("utf-16") else 4
        cut = len(raw) - error.start < size
        what = "its last character is cut off" if cut else "a part of a character stands here"
        place = len(str(raw[: error.start], encoding))
        return Judgement(str(raw, encoding, "replace"), place, f"{words}, and {what}", "known")
    said = named in (encoding, encoding[:6])
    if text and (said or _is_front_matter(text, raw)):
        return Judgement(text, 0, words, "readable", name)
    return Judgement(text or "\ufffd", 0, words, "known")


def judge(raw: bytes, bad: int, named: str = "") -> Judgement:
    """A file without a mark, whose byte at `bad` is the first that is not UTF-8.

    `named` is what `known_encoding` made of the user's word for it, or empty.
    """
    return _as_named(raw, bad, named) if named else _guessed(raw, bad)


def once(text: str) -> str | None:
    """A text that was encoded in UTF-8 twice as a whole, encoded once; None for any other.

    Every character beyond ASCII must be a part of what UTF-8 becomes when it is read as Latin-1 or
    Windows-1252, and what comes out must be what the garbled lines are certain to mean, whole.
    """
    import ftfy.bad_codecs  # noqa: F401  # knows Windows-1252 with the bytes that it has no use for

    for encoding in ("latin-1", "sloppy-windows-1252"):
        with suppress(UnicodeEncodeError, UnicodeDecodeError):
            return _checked(text, str(text.encode(encoding), "utf-8"))
    return None


def _checked(text: str, meant: str) -> str | None:
    pairs = zip(text.split("\n"), meant.split("\n"), strict=True)
    found = {(repaired(garbled), line) for garbled, line in pairs if garbled != line}
    certain = [(one, line) for one, line in found if one is not None]
    whole = all(one == line and is_whole(line) for one, line in certain)
    return meant if certain and whole and "\ufffd" not in meant else None


def _is_front_matter(text: str, raw: bytes) -> bool:
    """True for a text that has a fence, holds only characters, and no bytes that are ASCII.

    Text that another program added to the end of a UTF-16 file reads as Chinese.
    """
    if not text.lstrip().startswith(_FENCES) or re.search(rb"[\t\n\r -~]{24}", raw):
        return False
    odd = {char for char in text if char not in "\t\n\r\f"}
    if any(unicodedata.category(char) in _NO_TEXT for char in odd):
        return False
    wide = [char for char in text if char > "\xff"]
    return 4 * sum(1 for char in wide if not ord(char) & 0xFF) <= len(wide)


def _as_named(raw: bytes, bad: int, named: str) -> Judgement:
    name = shown(named)
    try:
        text = str(raw, named)
        exact = text.encode(named) == raw
    except UnicodeDecodeError as error:
        byte = raw[error.start]
        return _misnamed(raw, error.start, f"byte 0x{byte:02X} is not {name}")
    except UnicodeError:
        return _misnamed(raw, bad, f"the file is not {name}")
    control = re.search("[\0\x80-\x9f]", text)
    if not exact or control:
        place = control.start() if control and len(text) == len(raw) else bad
        return _misnamed(raw, place, f"the file is not {name}")
    if _is_garbled(text, raw):
        return _mixed(raw, bad)
    words = f"byte 0x{raw[bad]:02X} is not UTF-8; the file is {name}"
    return Judgement(text, len(str(raw[:bad], named, "ignore")), words, "readable", name)


def _misnamed(raw: bytes, place: int, words: str) -> Judgement:
    before = len(str(raw[:place], "utf-8", "replace"))
    words = f"{words}, which `from-encoding` names"
    return Judgement(str(raw, "utf-8", "replace"), before, words, "misnamed")


def _is_garbled(text: str, raw: bytes) -> bool:
    """True when UTF-8 among the bytes was read in an encoding of one byte a character."""
    if len(text) != len(raw):
        return False
    return any(not line.isascii() and repaired(line) for line in text.split("\n"))


def _mixed(raw: bytes, bad: int) -> Judgement:
    char = str(raw[bad : bad + 1], WESTERN, "replace")
    words = "the file mixes UTF-8 and Windows-1252"
    place = len(str(raw[:bad], "utf-8"))
    words = f"byte 0x{raw[bad]:02X} is not UTF-8; {words}, in which it is `{char}`"
    return Judgement(str(raw, "utf-8", "replace"), place, words, "damaged")


def _guessed(raw: bytes, bad: int) -> Judgement:
    """What a file seems to be that nobody has named.

    Most such files of real sites are UTF-8 that a program damaged: half a U+00A0 (0xC2) is left.
    """
    text = str(raw, "utf-8", "surrogateescape")
    broken = re.findall("[\udc80-\udcff]", text)
    whole = len(re.findall("[^\0-\x7f\udc80-\udcff]", text))
    if whole and _stands_alone(text):
        return _mixed(raw, bad)
    high = raw.translate(None, bytes(range(128)))
    name = "Windows-1252" if any(byte < 0xA0 for byte in high) else "Latin-1"
    place, begin = len(str(raw[:bad], "utf-8")), f"byte 0x{raw[bad]:02X} is not UTF-8; "
    if not whole and not _NEVER.search(raw) and is_western(raw):
        return Judgement(str(raw, WESTERN), bad, f"{begin}the file is {name}", "readable", name)
    text = str(raw, "utf-8", "replace")
    if 2 * whole >= len(broken) or set(broken) == {"\udcc2"}:
        damaged = f"{begin}the rest is, so this place is damaged"
        return Judgement(text, place, damaged, "damaged")
    seems = f"seems to be {name}" if _is_scattered(raw, high) else "has another encoding"
    return Judgement(text, place, f"{begin}the file {seems}")


def _stands_alone(text: str) -> bool:
    """True when each byte that is not UTF-8 is what Windows-1252 has at such a place: a letter next
    to a letter, or a mark; and none is half of a character of UTF-8."""
    padded = f" {text} "
    for match in re.finditer("[\udc80-\udcff]+", padded):
        run = bytes(ord(char) - 0xDC00 for char in match[0])
        char = str(run, WESTERN, "replace")
        around = padded[match.start() - 1] + padded[match.end()]
        letter = char.isalpha() and any(other.isalpha() for other in around)
        if len(run) > 1 or run == b"\xc2" or not (letter or char in _MARKS):
            return False
    return True


def _is_scattered(raw: bytes, high: bytes) -> bool:
    """True where most bytes beyond ASCII stand alone, as the accents of western languages do."""
    alone = re.findall(rb"(?<![\x80-\xff])[\x80-\xff](?![\x80-\xff])", raw)
    unused = b"\x81\x8d\x8f\x90\x9d"
    return 2 * len(alone) > len(high) and not any(byte in unused for byte in high)
