"""Addresses as text: taken apart and fixed byte by byte, never decoded or put in another order."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from newslint.model.records import NamedTuple
from newslint.text.regex import regex
from newslint.text.remembered import remembered

# Patterns are compiled at first use: most runs need none of them.
# `&amp;` counts as one `&`; a `;` only where another name follows; a second `?` only before a
# campaign tag that a feed glued to a finished address.
_SEPARATOR = regex(r"&(?:amp;)?|;(?=[\w.~-]+=)|\?(?=utm_)")
_AMPERSAND = r"&(?:(?:amp|#0*38|#[xX]0*26);)+"
_CAPITALS = {code: code + 32 for code in range(ord("A"), ord("Z") + 1)}
_DEFAULT_PORTS = {"http": ("", "80"), "https": ("", "443")}
# Another address in one: a scheme with its slashes, encoded once or more; without a scheme a host
# at the start of a value, or with a path and a query after it.
_HOST = r"(?:[\w-]+\.)+(?!(?:php\d?|s?html?|aspx?|cgi|jsp|do|nsf|cfm|pl|xml|json)\b)[a-z]{2,}"
_INNER = (
    r"(?i)(?:https?(?::|%(?:25)*3a)|[a-z][a-z\d+.-]*(?::|%(?:25)*3a)(?:/|%(?:25)*2f))(?:/|%(?:25)*2f)"
    rf"|(?<=[=/])www\.{_HOST}|(?<==){_HOST}(?:/|%(?:25)*2f)|(?<=/){_HOST}/[^?#]*\?"
)
_INVISIBLE = "\u200b\u200e\u200f\u2060\ufeff"


_NOT_PUBLIC = ("onion", "i2p", "local", "localhost", "internal", "test", "lan", "home", "arpa")


class Url(NamedTuple):
    """The parts of an address as RFC 3986, section 3 cuts it; None where a part is absent.

    `query` and `fragment` are without their `?` and `#`, `scheme` without its colon.
    """

    scheme: str | None
    authority: str | None
    path: str
    query: str | None
    fragment: str | None

    def __str__(self) -> str:
        """The address again: `str(split(text)) == text`."""
        return "".join(
            (
                "" if self.scheme is None else f"{self.scheme}:",
                "" if self.authority is None else f"//{self.authority}",
                self.path,
                "" if self.query is None else f"?{self.query}",
                "" if self.fragment is None else f"#{self.fragment}",
            )
        )


@remembered(128)
def split(text: str) -> Url:
    """Cut an address into its parts, without a change to any of them; never fails."""
    rest, hash_, fragment = text.partition("#")
    rest, mark, query = rest.partition("?")
    scheme, colon, behind = rest.partition(":")
    if colon and (scheme in _DEFAULT_PORTS or _is_scheme(scheme)):
        rest = behind
    else:
        scheme = ""
    authority = None
    if rest.startswith("//"):
        end = rest.find("/", 2)
        authority, rest = (rest[2:], "") if end < 0 else (rest[2:end], rest[end:])
    return Url(
        scheme or None, authority, rest, query if mark else None, fragment if hash_ else None
    )


def _is_scheme(text: str) -> bool:
    """True for a letter and then letters, digits and `+-.` (RFC 3986, section 3.1)."""
    letters = text.replace("+", "").replace("-", "").replace(".", "")
    return letters.isalnum() and text.isascii() and text[0].isalpha()


@remembered(128)
def host_of(text: str) -> str:
    """The host of an http or https address in lower case, without port and user; "" if none."""
    url = split(text)
    if url.scheme is None or url.authority is None or url.scheme.lower() not in _DEFAULT_PORTS:
        return ""
    return host_part(url.authority)


def may_have_https(text: str) -> bool:
    """False for an http address whose host certainly speaks no https at its usual port.

    An address with a port of its own, a number, a name without a dot, and names that are not of
    the public network (RFC 6761, RFC 7686).
    """
    authority = split(text).authority or ""
    host = host_part(authority)
    if authority.rpartition("@")[2].lower().rstrip(".") not in (host, f"{host}:80"):
        return False
    name, dot, top = host.rpartition(".")
    return bool(name and dot) and not top.isdecimal() and top not in _NOT_PUBLIC


def host_part(authority: str) -> str:
    """The host in an authority: without `user@` and `:port`, in lower case."""
    host = authority.rpartition("@")[2]
    port = host.rpartition(":")[2]
    if len(port) < len(host) and (port.isdigit() or not port):
        host = host[: -len(port) - 1]
    return host.lower().rstrip(".")


def pairs(query: str) -> Iterator[tuple[str, str]]:
    """(separator before it, the pair as written) for each `name=value` of a query, empty ones too.

    The separator of the first pair is empty; joined, the parts are the query again.
    """
    return iter(_pairs(query))


@remembered(128)
def _pairs(query: str) -> tuple[tuple[str, str], ...]:
    found: list[tuple[str, str]] = []
    at, separator = 0, ""
    for sign in _SEPARATOR.finditer(query):
        found.append((separator, query[at : sign.start()]))
        at, separator = sign.end(), sign.group()
    return (*found, (separator, query[at:]))


@remembered(128)
def inner_start(text: str) -> int | None:
    """The offset in an address at which another one begins, encoded or not; None without one.

    That is the copy of an archive (`/web/2020/https://a.example/`, where the scheme may be left
    out), or the value of a parameter (`?q=https%3A%2F%2Fa.example`).
    """
    authority = text.find("//")
    start = _path_start(text, authority + 2 if authority >= 0 else 0)
    if not _may_hold_host(text[start:]):
        return None
    found = re.compile(_INNER).search(text, start)
    return found.start() if found else None


def _may_hold_host(text: str) -> bool:
    """A cheap test before the pattern: a scheme needs a colon, encoded or not, and a host a dot;
    after the name of a file (`/story.html?page=2`) comes no slash."""
    if ":" in text or "%" in text:
        return True
    dot = text.find(".")
    return dot >= 0 and (text.find("/", dot) >= 0 or "www." in text.lower())


def inner_goes_on(text: str) -> bool:
    """True where it is not certain where an inner address ends: it is not encoded, has a query or a
    fragment, and more pairs follow."""
    start = inner_start(text)
    inner = "" if start is None else text[start:]
    return re.match(r"[\w.+-]+://[^&]*[?#].*&", inner) is not None


def _path_start(text: str, authority: int) -> int:
    """Where the authority that begins at an offset ends."""
    ends = [at for at in (text.find(sign, authority) for sign in "/?#") if at >= 0]
    return min(ends, default=len(text))


def cut_pairs(text: str, unwanted: Callable[[str, str], bool]) -> tuple[str, tuple[str, ...]]:
    """The address without the pairs for which `unwanted(name, value)` holds, and their names.

    Of each such pair exactly `name=value` and one separator go, with the last one the `?`. A
    fragment goes when it holds nothing but such pairs (`#xtor=RSS-1`). Everything else keeps its
    bytes and its order, also white space at the end. An address with numeric entities is left
    alone: their `#` starts no fragment, and rule link-entity fixes them first. So is everything
    from the part on that holds another address, whose pairs they may be.
    """
    if "&#" in text:
        return text, ()
    inner = inner_start(text)
    if inner is not None:
        return _cut_before(text, inner, unwanted)
    bare = text.rstrip()
    url = split(bare)
    gone: list[str] = []
    query = None if url.query is None else _cut(url.query, unwanted, gone)
    fragment = url.fragment
    if fragment and "=" in fragment:
        names: list[str] = []
        if not _cut(fragment, unwanted, names):
            gone += names
            fragment = None
    if not gone:
        return text, ()
    if not query and url.query:
        query = None
    return f"{url._replace(query=query, fragment=fragment)}{text[len(bare) :]}", tuple(gone)


def _cut_before(
    text: str, inner: int, unwanted: Callable[[str, str], bool]
) -> tuple[str, tuple[str, ...]]:
    """`cut_pairs` for those of the query that stand before the pair with another address."""
    start = text.find("?", 0, inner) + 1
    signs = list(_SEPARATOR.finditer(text[:inner]))
    if (
        not start
        or "#" in text[:inner]
        or not (signs := [one for one in signs if one.start() >= start])
    ):
        return text, ()
    last, gone = signs[-1], list[str]()
    query = _cut(text[start : last.start()], unwanted, gone)
    if not gone:
        return text, ()
    return f"{text[:start]}{query}{text[last.start() if query else last.end() :]}", tuple(gone)


def _cut(query: str, unwanted: Callable[[str, str], bool], gone: list[str]) -> str:
    """The query without the unwanted pairs, whose names are added to `gone`."""
    kept: list[str] = []
    for separator, pair in pairs(query):
        name, equals, value = pair.partition("=")
        if equals and unwanted(name, value):
            gone.append(name)
        else:
            kept += (separator, pair) if kept else (pair,)
    return "".join(kept)


def bare_ampersands(text: str) -> str:
    """The address with `&` for `&amp;`, `&#38;` and `&#x26;`, however often escaped."""
    return re.sub(_AMPERSAND, "&", text) if "&" in text and ";" in text else text


def trim(text: str) -> str:
    """The address without white space and invisible characters at its edges."""
    bare = text.strip()
    if bare.isascii():
        return bare
    while (shorter := bare.strip(_INVISIBLE).strip()) != bare:
        bare = shorter
    return bare


def tidy(text: str) -> tuple[str, tuple[str, ...]]:
    """An http or https address in its usual form, and in words what was unusual.

    Lower case for scheme and host, no default port, no dot segments, no empty query or fragment:
    what a WHATWG parser does to it anyway. All else keeps its bytes. Other text comes back as is,
    as does one address after another's (`http://file:http://example.org`). Of an address with
    another one inside only scheme, host and port are looked at: the rest may be that one's.
    """
    url = split(text)
    scheme = (url.scheme or "").lower()
    if scheme not in _DEFAULT_PORTS or not url.authority:
        return text, ()
    if url.authority[-1] == ":" and url.path[:2] == "//":
        return text, ()
    authority, port = _without_port(url.authority, scheme)
    user, at, host = authority.rpartition("@")
    tidied = url._replace(scheme=scheme, authority=f"{user}{at}{host.translate(_CAPITALS)}")
    if inner_start(text) is None:
        path, query, fragment = without_dots(url.path), url.query or None, url.fragment or None
        tidied = tidied._replace(path=path, query=query, fragment=fragment)
    reasons = (
        (scheme != url.scheme, "scheme in capitals"),
        (host.translate(_CAPITALS) != host, "host in capitals"),
        (port is not None, f"default port `:{port}`" if port else "empty port"),
        (tidied.path != url.path, "dot segments"),
        (tidied.query != url.query, "empty query"),
        (tidied.fragment != url.fragment, "empty fragment"),
    )
    return str(tidied), tuple(words for holds, words in reasons if holds)


def _without_port(authority: str, scheme: str) -> tuple[str, str | None]:
    """The authority without its port, where that is the scheme's own, and that port."""
    host, colon, port = authority.rpartition(":")
    if colon and port in _DEFAULT_PORTS[scheme]:
        return host, port
    return authority, None


def without_dots(path: str) -> str:
    """The path without `.` and `..` segments (WHATWG URL, path state), also as `%2e`."""
    if "." not in path and "%2" not in path:
        return path
    out: list[str] = []
    *parents, last = path.split("/")
    for segment in parents:
        dots = segment.lower().replace("%2e", ".")
        if dots == "..":
            if len(out) > 1:
                out.pop()
        elif dots != ".":
            out.append(segment)
    dots = last.lower().replace("%2e", ".")
    if dots == ".." and len(out) > 1:
        out.pop()
    out.append("" if dots in (".", "..") else last)
    return "/".join(out)


def without_text_directive(text: str) -> str:
    """The address without a text fragment (`#:~:text=…`); another fragment before it stays."""
    start = text.find(":~:")
    hash_ = text.find("#")
    if hash_ < 0 or start < hash_ or inner_start(text) is not None:
        return text
    return text[: hash_ if start == hash_ + 1 else start]
