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


class Rewritten:
    """A text that another one takes the place of: what beside it was made of it, and would not fit
    the new one.

    A digest of the old text counts always. Where the old text is an address, so does any digest, as
    it may be one of a form of it, and what repeats the address or one of the parts in which the two
    differ.
    """

    __slots__ = ("_is_address", "_new", "_old", "_parts", "_whole")

    def __init__(self, old: str, new: str) -> None:
        self._old, self._new = old.strip(), new.strip()
        self._is_address = "://" in self._old
        self._whole: tuple[str, ...] = ()
        self._parts: list[_Part] | None = None
        if self._is_address:
            whole = (self._old, _unquoted(self._old), self._old.partition("://")[2])
            self._whole = tuple(dict.fromkeys(whole))

    def is_in(self, key: str, text: str, coded: bool) -> bool:
        """True where a field beside the text holds a copy of it; `coded` is that of its text."""
        text = text.strip()
        if not text or not self._old or self._old == self._new:
            return False
        if coded and self._is_digested(key, text):
            return True
        return self._is_address and self._is_repeated(key, text)

    def _is_digested(self, key: str, text: str) -> bool:
        """True for a digest of the text, and for any beside an address."""
        if _is_digest(text, self._old):
            return True
        return self._is_address and (_HEX.fullmatch(text) is not None or _names_digest(key))

    def may_be_repeated(self, keys: Collection[str], texts: str) -> bool:
        """False where none of these texts, which are joined, holds the address or a part of it.

        A cheap test before each of them is asked with its key; digests are none of its business.
        """
        if not self._is_address or "%" in texts:
            return self._is_address
        if any(one in texts for one in self._whole):
            return True
        return any(
            part.bare in texts or part.whole in texts or part.name in keys
            for part in self._differing()
        )

    def _is_repeated(self, key: str, text: str) -> bool:
        """True for a text that holds the address, or a part of it that the new one has not."""
        forms = (text, _unquoted(text)) if "%" in text else (text,)
        if any(one in form for form in forms for one in self._whole):
            return True
        return any(_holds(form, key, part) for form in forms for part in self._differing())

    def _differing(self) -> list[_Part]:
        """The parts of the address that the new one has not."""
        if self._parts is None:
            self._parts = list(map(_part, _changed(split(self._old), split(self._new))))
        return self._parts


@lru_cache(maxsize=1024)
def _names_digest(key: str) -> bool:
    """True for the name of a field that holds a digest."""
    return _DIGEST_KEY.search(key) is not None


def is_coded(text: str) -> bool:
    """True for what may be a digest by its letters; beside addresses nothing else is a copy."""
    text = text.strip()
    return " " not in text and len(text) >= _LEAST_HEX and _CODED.fullmatch(text) is not None


def _is_digest(text: str, of: str) -> bool:
    """True for a coded text that is a digest of another: in hex (also its beginning), in base64, as
    UUID or CRC."""
    bare = text.rpartition(":")[2].lower()  # `sha256:…`
    short = text.rstrip("=")
    is_hex = len(bare) >= _LEAST_HEX and not bare.strip("0123456789abcdef")
    if is_hex and any(one.startswith(bare) for one in _digests(of)[0]):
        return True
    size = len(short)
    other = size in _CODED_DIGESTS or short.isdecimal() or size == _coded_length(of)
    if other and short in _digests(of)[1]:
        return True
    return size == _UUID and short.count("-") == 4 and short in _uuids(of)


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
    if text.removeprefix("www.").strip("?#/&") == part.bare:
        return True
    if part.value is None:
        return False
    return part.whole in text or (key == part.name and text == part.value)


def _unquoted(text: str) -> str:
    if "%" not in text:
        return text
    from urllib.parse import unquote

    return unquote(text)
