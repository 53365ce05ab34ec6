"""Copies of a text in the fields beside it: digests of it, and parts of an address."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from newslint.text.urls import Url, host_part, pairs, split

_DIGEST_KEY = r"(?i)hash(?!tag)|digest|checksum|fingerprint|crc32|md5|sha[_-]?(?:1|224|256|384|512)"
_HEX = "(?i)" + "|".join(f"[0-9a-f]{{{digits}}}" for digits in (32, 40, 56, 64, 96, 128))
_CODED = r"[0-9A-Za-z+/_=:-]{6,400}"
_UUID = 36
_LEAST_HEX = 6
"""Digits of a digest that was cut short: fewer may be anything."""


def copied(key: str, text: str, old: str, new: str) -> bool:
    """True when a field beside a text was made of it, so that it would not fit a new text.

    `key` and `text` are the field's, `old` and `new` the text before and after. A digest of the
    old text counts always. Where the old text is an address, so does any digest, as it may be one
    of a form of it, and what repeats the address or one of the parts in which the two differ.
    """
    text, old, new = text.strip(), old.strip(), new.strip()
    if not text or not old or old == new:
        return False
    if _is_digest(text, old):
        return True
    if "://" not in old:
        return False
    if re.fullmatch(_HEX, text) or (re.fullmatch(_CODED, text) and re.search(_DIGEST_KEY, key)):
        return True
    return _repeats(key, text, old, new)


def is_coded(text: str) -> bool:
    """True for what may be a digest by its letters; beside addresses nothing else is a copy."""
    return re.fullmatch(_CODED, text.strip()) is not None


def _is_digest(text: str, of: str) -> bool:
    """True for a digest of a text: in hex (also its beginning), in base64, as UUID or CRC."""
    if not re.fullmatch(_CODED, text):
        return False
    bare = text.rpartition(":")[2].lower()  # `sha256:…`
    whole = len(bare) >= _LEAST_HEX
    hexed, others = _digests(of)
    if (whole and any(one.startswith(bare) for one in hexed)) or text.rstrip("=") in others:
        return True
    text = text.rstrip("=")
    return len(text) == _UUID and text.count("-") == 4 and text in _uuids(of)


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


def _repeats(key: str, text: str, old: str, new: str) -> bool:
    """True for a text that holds an address, or a part of it that the new one has not."""
    forms = {text, _unquoted(text)}
    whole = {old, _unquoted(old), old.partition("://")[2]}
    if any(one in form for form in forms for one in whole):
        return True
    before, after = split(old), split(new)
    return any(_holds(form, key, part) for form in forms for part in _changed(before, after))


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


def _holds(text: str, key: str, part: str) -> bool:
    """True for the part itself, a pair in a longer text, and the value of a pair after its key."""
    part = _unquoted(part)
    if text.removeprefix("www.").strip("?#/&") == part.strip("?#/&"):
        return True
    name, equals, value = part.partition("=")
    return bool(equals) and (part in text or (key == name and text == value))


def _unquoted(text: str) -> str:
    if "%" not in text:
        return text
    from urllib.parse import unquote

    return unquote(text)
