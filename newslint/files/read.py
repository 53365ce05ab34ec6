"""A file's bytes as text, exactly, or a fault that says why they are not.

`encode(source.text, source.bom)` gives back the bytes of every file that was read without a fault.
What a file that is not UTF-8 may be is `newslint.files.encodings`' business.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterable
from pathlib import Path

from newslint.model.faults import (
    CodeNotAllowed,
    NotUtf8,
    SiteConfigUnreadable,
    TooLarge,
    Unreadable,
)
from newslint.model.limits import Limits
from newslint.model.records import dataclass, field
from newslint.model.spans import Position, Span, position_at

BOM = b"\xef\xbb\xbf"
_WESTERN = b"\xc3"
"""The first byte of the letters U+00C0 to U+00FF; it is found in bytes in a tenth of the time that
it takes to look for the letters in the text."""

START = Span(0, 0)
NOT_TEXT = Unreadable(START, "it is not a text file")
_CHUNK = 64 * 1024
"""Bytes of one read: `os.read` sets aside as many first, and above 128 KB each costs 25 µs."""

OPEN_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NONBLOCK", 0)  # opening a pipe that nobody writes to would wait for ever
    | getattr(os, "O_NOCTTY", 0)
    | getattr(os, "O_BINARY", 0)
)

_FILE_TYPES = (
    (stat.S_ISDIR, "a folder"),
    (stat.S_ISFIFO, "a named pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)

_ERRORS = {
    errno.ENOENT: "it does not exist",
    errno.ENOTDIR: "a part of its path is not a folder",
    errno.EACCES: "no permission to read it",
    errno.EPERM: "no permission to read it",
    errno.EISDIR: "it is a folder",
    errno.ENXIO: "it is a device or a socket",
    errno.ELOOP: "its symbolic links lead in a circle",
    errno.ENAMETOOLONG: "its name is too long",
}

_MARKS = (
    (b"\xff\xfe\0\0", "UTF-32 LE"),  # before UTF-16, whose mark it begins with
    (b"\0\0\xfe\xff", "UTF-32 BE"),
    (b"\xff\xfe", "UTF-16 LE"),
    (b"\xfe\xff", "UTF-16 BE"),
)

_NULLS = {
    b"\0\1\1\1": "UTF-32 LE",
    b"\1\1\1\0": "UTF-32 BE",
    b"\0\1\0\1": "UTF-16 LE",
    b"\1\0\1\0": "UTF-16 BE",
}
"""Where (1) the first four bytes of ASCII text are NUL, by encoding."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file's text without its BOM, or a fault.

    The kinds of fault: "unreadable" (what is not text too) and "too-large" (the text is empty),
    "encoding" (the file is not UTF-8; its note is that of a `Judgement`). With the last the text is
    not to be parsed. It may be written where `encoding` says in what it was read with certainty,
    from the bytes in `raw`; else it has U+FFFD for what could not be decoded, and only shows the
    fault's place. `western` is False where none of the letters U+00C0 to U+00FF is in the text.
    """

    path: Path
    text: str
    bom: bool
    fault: Unreadable | SiteConfigUnreadable | CodeNotAllowed | TooLarge | NotUtf8 | None
    encoding: str = ""
    raw: bytes | None = None
    western: bool = field(default=True, compare=False)

    @property
    def data(self) -> bytes:
        """The bytes of a file whose text is known."""
        return encode(self.text, self.bom) if self.raw is None else self.raw


def read(path: Path, limits: Limits, named: str = "") -> Source:
    """The file's text. Never raises for what the file is, and never waits for a pipe or device.

    `named` is the encoding of files that are not UTF-8, as the user says (a name that Python
    knows), or empty.
    """
    data = file_bytes(path, limits)
    if isinstance(data, bytes):
        return decode(data, path, limits, named)
    return Source(path, "", False, data)


def file_bytes(path: Path, limits: Limits) -> bytes | Unreadable | TooLarge:
    """The file's bytes. Never raises for what the file is, and never waits, as `read`."""
    try:
        return _bytes(path, limits.max_bytes)
    except OSError as error:
        return Unreadable(START, _why(error, path))


def decode(data: bytes, path: Path, limits: Limits, named: str = "") -> Source:
    """The text of a file's bytes: strict UTF-8, one BOM taken off, line ends untouched.

    `named` as in `read`.
    """
    if len(data) > limits.max_bytes:
        return Source(path, "", False, _too_large(limits.max_bytes, len(data)))
    bom = data.startswith(BOM)
    try:
        text = str(data[3:] if bom else data, "utf-8")
    except UnicodeDecodeError as error:
        return _foreign(data, path, named, bom, error.start)
    if b"\0" in data or text.startswith("%PDF-"):
        if "\0" in text[:4] and _wide(data):
            return _foreign(data, path, named, bom, 0)
        if _is_binary(data):
            return Source(path, "", False, NOT_TEXT)
    return Source(path, text, bom, None, western=_WESTERN in data)


def encode(text: str, bom: bool) -> bytes:
    """The bytes of a file: the inverse of `decode`."""
    data = text.encode("utf-8")
    return BOM + data if bom else data


def position(text: str, offset: int) -> Position:
    """Row and column, both from 1, of an offset in characters. Only a line feed ends a row."""
    return position_at(text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset))


def positions(text: str, offsets: Iterable[int]) -> dict[int, Position]:
    """`position` of many offsets of one text: its rows are counted once."""
    found: dict[int, Position] = {}
    row, last, feed = 1, 0, -1
    for offset in sorted(set(offsets)):
        rows = text.count("\n", last, offset)
        if rows:
            row += rows
            feed = text.rfind("\n", last, offset)
        last = offset
        found[offset] = position_at(row, offset - feed)
    return found


def describe(error: OSError) -> str:
    """An error of the operating system in plain words, without the path."""
    if error.errno in _ERRORS:
        return _ERRORS[error.errno]
    text = error.strerror or str(error) or type(error).__name__
    return text[:1].lower() + text[1:]


def _why(error: OSError, path: Path) -> str:
    if error.errno == errno.ENOENT and path.is_symlink():
        return "it is a symbolic link that leads nowhere"
    if os.name == "nt" and path.is_dir():
        return "it is a folder"  # Windows calls the attempt to open one a lack of permission
    return describe(error)


def _bytes(path: Path, most: int) -> bytes | Unreadable | TooLarge:
    handle = os.open(path, OPEN_FLAGS)
    try:
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode):
            return Unreadable(START, _file_type(status.st_mode))
        if status.st_size > most:
            return _too_large(most, status.st_size)
        data = os.read(handle, _CHUNK)
        return data if len(data) < _CHUNK else _rest(handle, data, most)
    finally:
        os.close(handle)


def _rest(handle: int, first: bytes, most: int) -> bytes | TooLarge:
    """All of a file of which `first` filled the first read; it may have grown meanwhile."""
    parts, size = [first], len(first)
    while size <= most and (part := os.read(handle, _CHUNK)):
        parts.append(part)
        size += len(part)
    return b"".join(parts) if size <= most else _too_large(most, size)


def _file_type(mode: int) -> str:
    kind = next((words for test, words in _FILE_TYPES if test(mode)), "no regular file")
    return f"it is {kind}"


def _too_large(most: int, size: int) -> TooLarge:
    what = f"the file has {size:,} bytes, more than the limit of {most:,} (`max-bytes`)"
    return TooLarge(START, what)


def _foreign(data: bytes, path: Path, named: str, bom: bool, bad: int) -> Source:
    """A file that is not UTF-8: its first such byte after the BOM is at `bad`."""
    from newslint.files.encodings import judge, judge_wide

    name = _wide(data)
    if _is_binary(data, name):
        return Source(path, "", False, NOT_TEXT)
    judged = judge_wide(data, name, named) if name else judge(data[3:] if bom else data, bad, named)
    place = min(judged.place, len(judged.text) - 1)
    fault = NotUtf8(Span(place, place + 1), judged.words, judged.decoding)
    raw = data if judged.decoding == "readable" else None
    return Source(path, judged.text, bom, fault, judged.encoding, raw)


def _is_binary(data: bytes, wide: str = "") -> bool:
    """True for what is not text; `wide` is what `_wide` says of it."""
    from newslint.files.binary import is_binary, is_wide_binary
    from newslint.files.encodings import wide_encoding

    return is_wide_binary(data, wide_encoding(wide)) if wide else is_binary(data)


def _wide(data: bytes) -> str:
    """UTF-16 or UTF-32, told by its BOM or by where NULs stand in the first four bytes."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return name
    return _NULLS.get(bytes(byte == 0 for byte in data[:4]), "")
