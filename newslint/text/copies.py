"""Copies of a text in the fields beside it: digests of it, and parts of an address."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import lru_cache

from newslint.model.records import NamedTuple
from newslint.text.regex import regex
from newslint.text.remembered import remembered
from newslint.text.urls import Url, host_part, pairs, split

_DIGEST_KEY = regex(
    r"(?i)hash(?!tag)|digest|checksum|fingerprint|crc32|md5|sha[_-]?(?:1|224|256|384|512)"
)
_HEX = regex("(?i)" + "|".join(f"[0-9a-f]{{{digits}}}" for digits in (32, 40, 56, 64, 96, 128)))
_CODED = regex(r"[0-9A-Za-z+/_=:-]{6,400}")
_CODED_DIGESTS = frozenset((22, 27, 38, 43, 64, 86))
"""The lengths of digests of 16, 20, 28, 32, 48 and 64 bytes in base64, without `=` at the end."""
_UUID = 36
_LEAST_HEX = 6
"""Digits of a digest that was cut short: fewer may be anything."""


ANY_DIGEST = -1
"""The form of what may be a digest of any text, by its letters and its length."""


def form(text: str) -> int:
    """What a text may be by its letters: 0 for no digest at all, ANY_DIGEST, or its length, for
    what can only be a text of just that length in base64."""
    text = text.strip()
    return 0 if " " in text or len(text) < _LEAST_HEX else _form(text)


@remembered(4096)
def _form(text: str) -> int:
    if _CODED.fullmatch(text) is None:
        return 0
    short = text.rstrip("=")
    size = len(short)
    if size in _CODED_DIGESTS or size == _UUID or short.isdecimal() or _is_hex(_bare(text)):
        return ANY_DIGEST
    return size or ANY_DIGEST


class Rewritten:
    """A text that another one takes the place of: what beside it was made of it, and would not fit
    the new one.

    A digest of the old text counts always. Where the old text is an address, so does any digest, as
    it may be one of a form of it, and what repeats the address or one of the parts in which the two
    differ.
    """

    __slots__ = ("_names", "_needles", "_old", "_parts", "_size", "_whole", "changes", "is_address")

    def __init__(self, old: str, new: str) -> None:
        self._old, new = old.strip(), new.strip()
        self.changes = bool(self._old) and self._old != new
        self.is_address = "://" in self._old
        self._size = _coded_length(self._old)
        self._whole: tuple[str, ...] = ()
        self._parts: tuple[_Part, ...] = ()
        if self.is_address:
            whole = (self._old, _unquoted(self._old), self._old.partition("://")[2])
            self._whole = tuple(dict.fromkeys(whole))
            self._parts = tuple(map(_part, _changed(split(self._old), split(new))))
        inside = [text for part in self._parts for text in (part.bare, part.whole)]
        self._needles = (*self._whole, *inside)
        self._names = frozenset([part.name for part in self._parts])

    def may_be_digest(self, forms: Collection[int]) -> bool:
        """False where no text of these forms is a digest of the old one, whatever its key: a cheap
        test before each of them is asked."""
        return ANY_DIGEST in forms or self._size in forms

    def is_in(self, key: str, text: str, form: int) -> bool:
        """True where a field beside the text holds a copy of it; `form` is that of its text."""
        text = text.strip()
        if not text or not self.changes:
            return False
        if form and self._is_digested(key, text, form):
            return True
        return self.is_address and self._is_repeated(key, text)

    def _is_digested(self, key: str, text: str, form: int) -> bool:
        """True for a digest of the text, and for any beside an address."""
        if form in (ANY_DIGEST, self._size) and _is_digest(text, self._old):
            return True
        return self.is_address and (_HEX.fullmatch(text) is not None or names_digest(key))

    def may_be_repeated(self, keys: Collection[str], texts: str) -> bool:
        """False where none of these texts, which are joined, holds the address or a part of it.

        A cheap test before each of them is asked with its key; digests are none of its business.
        """
        if not self.is_address or "%" in texts:
            return self.is_address
        for one in self._needles:
            if one in texts:
                return True
        return not self._names.isdisjoint(keys)

    def _is_repeated(self, key: str, text: str) -> bool:
        """True for a text that holds the address, or a part of it that the new one has not."""
        forms = (text, _unquoted(text)) if "%" in text else (text,)
        for one in forms:
            for whole in self._whole:
                if whole in one:
                    return True
            for part in self._parts:
                if _holds(one, key, part):
                    return True
        return False


@lru_cache(maxsize=1024)
def names_digest(key: str) -> bool:
    """True for the name of a field that holds a digest."""
    return _DIGEST_KEY.search(key) is not None


def _is_digest(text: str, of: str) -> bool:
    """True for a coded text that is a digest of another: in hex (also its beginning), in base64, as
    UUID or CRC."""
    bare, short = _bare(text), text.rstrip("=")
    if _is_hex(bare) and any(one.startswith(bare) for one in _digests(of)[0]):
        return True
    size = len(short)
    other = size in _CODED_DIGESTS or short.isdecimal() or size == _coded_length(of)
    if other and short in _digests(of)[1]:
        return True
    return size == _UUID and short.count("-") == 4 and short in _uuids(of)


def _bare(text: str) -> str:
    """A digest without the name of its kind: `sha256:…`."""
    return text.rpartition(":")[2].lower()


def _is_hex(bare: str) -> bool:
    return len(bare) >= _LEAST_HEX and not bare.strip("0123456789abcdef")


@remembered(16)
def _coded_length(text: str) -> int:
    """The length of a text in base64, without the signs that fill it up."""
    return (len(text.encode("utf-8", "surrogatepass")) * 4 + 2) // 3


def _uuids(text: str) -> Iterator[str]:
    import uuid

    for name in (uuid.NAMESPACE_URL, uuid.NAMESPACE_DNS):
        yield from (str(uuid.uuid5(name, text)), str(uuid.uuid3(name, text)))


@lru_cache(maxsize=64)
def _digests(text: str) -> tuple[tuple[str, ...], frozenset[str]]:
    """The digests of a text in hex, and in the other ways to write one."""
    import hashlib
    import zlib
    from base64 import b64encode, urlsafe_b64encode

    data = text.encode("utf-8", "surrogatepass")
    names = ("md5", "sha1", "sha224", "sha256", "sha384", "sha512", "blake2b", "sha3_256")
    raw = [hashlib.new(name, data, usedforsecurity=False).digest() for name in names]
    others = {
        code(one).decode().rstrip("=")
        for one in (*raw, data)
        for code in (b64encode, urlsafe_b64encode)
    }
    others |= {str(zlib.crc32(data)), str(zlib.adler32(data))}
    crc = (f"{zlib.crc32(data):08x}", f"{zlib.adler32(data):08x}")
    return (*(one.hex() for one in raw), *crc), frozenset(others)


def _changed(before: Url, after: Url) -> Iterator[str]:
    """The parts of an address that another has not: host, path, fragment, query and its pairs."""
    hosts = [host_part(url.authority or "").removeprefix("www.") for url in (before, after)]
    if hosts[0] != hosts[1]:
        yield hosts[0]
    if before.path != after.path and len(before.path.strip("/")) > 1:
        yield before.path
    if before.fragment and before.fragment != after.fragment:
        yield before.fragment
    if before.query and before.query != after.query:
        yield before.query
        left = {pair for _, pair in pairs(after.query or "")}
        old = (pair for _, pair in pairs(before.query))
        yield from (pair for pair in old if pair not in left and "=" in pair)


class _Part(NamedTuple):
    """A part of an address as a text may hold it: bare, whole, and as name and value of a pair."""

    bare: str
    whole: str
    name: str
    value: str | None


def _part(text: str) -> _Part:
    text = _unquoted(text)
    name, equals, value = text.partition("=")
    return _Part(text.strip("?#/&"), text, name, value if equals else None)


def _holds(text: str, key: str, part: _Part) -> bool:
    """True for the part itself, a pair in a longer text, and the value of a pair after its key."""
    if part.bare in text and text.removeprefix("www.").strip("?#/&") == part.bare:
        return True
    if part.value is None:
        return False
    return part.whole in text or (key == part.name and text == part.value)


def _unquoted(text: str) -> str:
    if "%" not in text:
        return text
    from urllib.parse import unquote

    return unquote(text)
