"""Addresses of articles in a form in which two of the same article are equal."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from urllib.parse import unquote_to_bytes

from newslint.text.redirects import out_of_cache, without_amp
from newslint.text.regex import regex
from newslint.text.tracking import of_host
from newslint.text.urls import bare_ampersands, cut_pairs, host_part, inner_start, split, tidy, trim

_MARKS = ("amp", "turbo", "yandex", "google")
"""What stands in every address of a copy for phones."""

_ENCODED = regex(r"(?:%[0-9A-Fa-f]{2})+")
_PLAIN = "-._~"
"""Signs that mean the same encoded (RFC 3986, section 2.3)."""

_AMP = regex(r"(?<=-)([^/]*)/amp\Z|\.amp(?=\.html\Z)")
"""The copy of an article for phones; `/wiki/amp` is a page of its own."""

_INDEX = regex(r"/index\.html?$")


_PLAIN_LINK = regex(
    r"https?://([a-z0-9-]+(?:\.[a-z0-9-]+)+)((?:/[A-Za-z0-9/_~,.-]*)?)"
    r"(?:\?(\w+=[\w-]*(?:&\w+=[\w-]*)*))?",
    re.ASCII,
)
"""An address of which nothing is encoded, with its query: most are."""

_NOT_PLAIN = ("/.", "/amp", ".amp", "amp.", "xn--", "google", "yandex", "turbo", "ampproject")


@lru_cache(maxsize=1024)
def same_link(text: str) -> str:
    """The address without what does not choose the article; empty where it names no article.

    Set aside are tracking parameters, scheme, `www.`, a slash at the end, AMP, the order of
    parameters and the way in which letters are encoded. The fragment stays behind a `#`, since it
    may be another part of a long page; words to be marked on the page are no part. Addresses
    without a path and without a query name a site, not an article.
    """
    plain = _of_plain(text)
    return _same_link(text) if plain is None else plain


def _of_plain(text: str) -> str | None:
    """The form of an address that has nothing to be set aside but its ends; None for any other."""
    found = _PLAIN_LINK.fullmatch(text)
    lowered = text.lower()
    if found is None or any(sign in lowered for sign in _NOT_PLAIN):
        return None
    host, path, query = found.groups()
    if "www." in path:  # there may be another address in it
        return None
    if query and (inner_start(text) is not None or not _only_tracks(host, query)):
        return None
    path = _INDEX.sub("/", path).rstrip("/")
    return f"{host.removeprefix('www.')}{path}" if path else ""


def _only_tracks(host: str, query: str) -> bool:
    """True where each pair of a query is a tracking parameter of the host."""
    tracks = of_host(host).tracks
    return all(pair.partition("=")[0] in tracks for pair in query.split("&"))


def _same_link(text: str) -> str:
    bare = bare_ampersands(trim(text))
    plain = bare
    if any(sign in bare.lower() for sign in _MARKS):
        plain = out_of_cache(bare) or bare
        plain = without_amp(plain) or plain
    plain = tidy(plain)[0]
    url = split(plain)
    if url.authority is None or (url.scheme or "").lower() not in ("http", "https"):
        return ""
    host = host_part(url.authority)
    tracks = of_host(host).tracks
    url = split(cut_pairs(plain, lambda name, _: name in tracks)[0])
    path = _AMP.sub(r"\1", _INDEX.sub("/", url.path).rstrip("/"))
    if not path and not url.query:
        return ""
    port = (url.authority or "").rpartition("@")[2].lower()[len(host) :]
    query = f"?{_ordered(url.query)}" if url.query else ""
    part = (url.fragment or "").partition(":~:")[0]
    fragment = f"#{part}" if part else ""
    return f"{_in_letters(host.removeprefix('www.'))}{port}{_in_letters(path + query)}{fragment}"


def _ordered(query: str) -> str:
    """The parameters in the order of their names; those of one name stay in theirs."""
    return "&".join(sorted(query.split("&"), key=lambda pair: pair.partition("=")[0]))


def _in_letters(text: str) -> str:
    """A host or a path with its letters as such, where they are encoded."""
    if "%" in text:
        text = _ENCODED.sub(_decoded, text)
    if "xn--" in text:
        try:
            text = text.encode("ascii").decode("idna")
        except UnicodeError:
            return text
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def _decoded(found: re.Match[str]) -> str:
    """What is encoded, unless it would mean something else then, or is no UTF-8."""
    plain = unquote_to_bytes(found[0]).decode("utf-8", "replace")
    kept = "\ufffd" in plain or any(not (sign.isalnum() or sign in _PLAIN) for sign in plain)
    return found[0].upper() if kept else plain
