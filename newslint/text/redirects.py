"""Addresses that stand for another one: redirectors, short links, AMP (`data/redirects.yaml`)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache

from newslint.data import load
from newslint.model.records import dataclass
from newslint.text.hosts import registrable, serves_feeds, suffixes, without_www
from newslint.text.remembered import remembered
from newslint.text.urls import cut_pairs, host_of, inner_start, pairs, split

# A whole web address: what an unwrapped target must be.
_TARGET = r"https?://[^\s/?#@\\<>\"]+\.[^\s/?#@\\<>\"]+(?:[/?#][^\s<>\"]*)?"
_GOOGLE_AMP = r"/amp/(s/)?(.+)"
_AMP_CACHE = r"/[civ]/(s/)?(.+)"
_YES = ("", "1", "true", "yes")
_TURBO = r"/(?:turbo/)?([^/]+\.[^/]+)/s(/.*)"


@dataclass(frozen=True, slots=True)
class Redirects:
    """`data/redirects.yaml`, read: its comment says what each part means."""

    redirectors: Mapping[str, tuple[str, ...]]
    paths: Mapping[str, str]
    opaque: Mapping[str, tuple[str, ...]]


@cache
def table() -> Redirects:
    """The table, read once, when the first link needs it. `opaque`: host -> beginnings of paths."""
    raw = load("redirects")
    redirectors = {key: tuple(names) for key, names in raw["redirectors"].items()}
    opaque: dict[str, tuple[str, ...]] = {}
    for site in raw["opaque"]:
        host, slash, path = site.partition("/")
        opaque[host] = opaque.get(host, ()) + ((f"/{path}",) if slash else ())
    return Redirects(redirectors, raw["paths"], opaque)


def is_opaque(text: str, more: Iterable[str] = ()) -> bool:
    """True for an address of a host that hides where it leads; `more`: hosts of the user's own."""
    return _is_opaque(text, more) if more else _is_known_opaque(text)


@remembered(128)
def _is_known_opaque(text: str) -> bool:
    return _is_opaque(text, ())


def _is_opaque(text: str, more: Iterable[str]) -> bool:
    parts = text.split("/", 3)
    if len(parts) < 4 or not parts[3] or parts[0].lower() not in ("http:", "https:"):
        return False
    host = without_www(parts[2].lower())
    known = table().opaque
    paths = known.get(host)
    if paths is not None:
        return not paths or f"/{parts[3]}".lower().startswith(paths)
    if more and any(host == without_www(site.lower()) for site in more):
        return True
    return _may_be_of_feed(text, host) and leads_through_feed(text)


def _may_be_of_feed(text: str, host: str) -> bool:
    """A cheap test before the address is taken apart."""
    return "/~r/" in text or "/c/" in text or "feed" in host


def leads_through_feed(text: str) -> bool:
    """True for a feed's own redirector: FeedBurner's `/~r/feed/~3/id` and Mediafed's `/c/1/f/2/s/3`
    under any host, and a publisher's host for feeds."""
    path = split(text).path
    known = r"/~r/[^/]+/.*~\d+/.+|/c/\d+/f/\d+/.+"
    return re.fullmatch(known, path) is not None or serves_feeds(text)


def target(text: str, more: Mapping[str, str]) -> str:
    """The address that a redirector's address shows; "" when it is none or shows none.

    `more` are redirectors of the user's own: host with path -> parameter.
    """
    host = without_www(host_of(text))
    if not host:
        return ""
    url = split(text)
    path = url.path.lower().rstrip("/")
    found = ""
    if url.query:
        wanted = _parameters(host, path, more)
        values = dict(pair.partition("=")[::2] for _, pair in pairs(url.query))
        found = next((values[name] for name in wanted if name in values), "")
    for site in suffixes(host):
        start = table().paths.get(site)
        if start and path.startswith(start):
            found = url.path[len(start) :].partition("/")[0]
    return _whole(found)


def _parameters(host: str, path: str, more: Mapping[str, str]) -> tuple[str, ...]:
    known = table().redirectors
    for key in (f"{host}{path}", f"{_country_less(host)}{path}"):
        if key in more:
            return (more[key],)
        if key in known:
            return known[key]
    below = (known.get(f"*.{site}") for site in suffixes(host) if site != host)
    return next((names for names in below if names), ())


def _country_less(host: str) -> str:
    """`google.*` for `google.com` and `google.co.uk`; "" for a host with more labels."""
    label, _, ending = host.partition(".")
    short = ending.count(".") < 2 and all(len(part) < 4 for part in ending.split("."))
    return f"{label}.*" if short else ""


def _whole(encoded: str) -> str:
    """A percent-encoded address, decoded, when it is one that stands on its own; else ""."""
    if "%" in encoded:
        from urllib.parse import unquote

        encoded = unquote(encoded)
    return encoded if re.fullmatch(_TARGET, encoded) else ""


def out_of_cache(text: str) -> str:
    """The publisher's address after a copy in the caches of Google AMP and Yandex Turbo, or ""."""
    host, url = without_www(host_of(text)), split(text)
    google = _country_less(host) == "google.*"
    if google or host.endswith(".cdn.ampproject.org"):
        found = re.fullmatch(_GOOGLE_AMP if google else _AMP_CACHE, url.path)
        if found is None:
            return ""
        tail = f"?{url.query}" if google and url.query else ""
        return _whole(f"http{'s' if found.group(1) else ''}://{found.group(2)}{tail}")
    if host.endswith(".turbopages.org"):
        found = re.fullmatch(_TURBO, url.path)
        return _whole(f"https://{found.group(1)}{found.group(2)}") if found else ""
    return ""


def without_amp(text: str) -> str:
    """The address without its marks of an AMP page: `amp.` host, `/amp` at an end, `?amp`.

    The name of a site (`amp.com.au`) and of a page (`/wiki/amp`, `/amp/index.php`) are no marks,
    and those of an address inside another are not this one's.
    """
    if inner_start(text) is not None:
        return text
    url = split(text)
    host = url.authority or ""
    if host.lower().startswith("amp.") and host.count(".") > 1 and registrable(host[4:].lower()):
        url = url._replace(authority=host[4:])
    path = url.path.rstrip("/")
    if path.lower().endswith("/amp") and _names_article(path[:-4]):
        url = url._replace(path=path[:-3] if url.path.endswith("/") else path[:-4])
    elif path.lower().startswith("/amp/") and _names_article(path[4:]):
        url = url._replace(path=url.path[4:])
    if url.query in ("amp", "amp=1", "amp=true"):
        url = url._replace(query=None)
    return cut_pairs(str(url), _is_amp)[0]


def _names_article(path: str) -> bool:
    """True when the last part of a path is more than one plain word, as an article's is."""
    last = path.rpartition("/")[2]
    return not (last.isascii() and last.isalpha()) and last != "" and last[:6] != "index."


def _is_amp(name: str, value: str) -> bool:
    name, value = name.lower(), value.lower()
    return (name == "amp" and value in _YES) or (name == "outputtype" and value == "amp")
