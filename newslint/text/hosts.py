"""Hosts, the feeds they serve and the publications after them (`data/feeds.yaml`)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, lru_cache

from newslint.data import load
from newslint.model.records import dataclass
from newslint.text.regex import regex
from newslint.text.remembered import remembered
from newslint.text.urls import host_of, split

# Patterns are compiled at first use: most runs need none of them.
# Labels are told by what they cannot hold: `\w` knows no Indic vowel signs.
_LABEL = r"[^\s/?#@:.,;()<>\[\]\"'&!]"
_BARE = rf"((?:{_LABEL}+\.)+[^\W\d_]{_LABEL}+)(?::\d+)?(?:[/?#]\S*)?"
_FEED_FILES = (".rss", ".atom")
# Other files of these kinds are data: `opml.xml`, `sitemap.xml`, `schema.rdf`
_FEED_NAMES = r"\b(?:index|news|all|blog|latest|headlines|posts|articles|podcast)\b|rss|feed|atom"
_NO_FEED = regex(r"sitemap|opml|blogroll|subscriptions")
_FEED_ENDS = ("atom", "feed", "feed.json", "feed.php", "feeds", "rdf", "rss", "rss.php", "rss2")
_FEED_FOLDERS = frozenset(("rss", "rssfeed", "rssfeeds"))
# Below these `feed`, `rss` and `atom` are words of which a page speaks: /wiki/atom
_WORD_FOLDERS = frozenset(
    (
        *("wiki", "w", "topic", "topics", "tag", "tags", "category", "categories", "glossary"),
        *("dictionary", "define", "definition", "docs", "learn", "package", "packages", "project"),
        *("projects", "crates", "search", "browse", "r", "u", "user", "users"),
    )
)
_CODE_HOSTS = ("bitbucket.org", "codeberg.org", "github.com", "gitlab.com", "linkedin.com")
_FEED_QUERY = regex(
    r"(?:^|&)(?:feed|format|output|type|alt|view)=(?:rss2?|atom|rdf|feed|xml)(?:&|$)"
)


@dataclass(frozen=True, slots=True)
class Feeds:
    """`data/feeds.yaml`, read: its comment says what each part means. `aliases`: other -> site.

    `divided` are the hosts of which paths have publications of their own.
    """

    prefixes: frozenset[str]
    proxies: frozenset[str]
    aggregators: frozenset[str]
    aliases: Mapping[str, str]
    publications: Mapping[str, str]
    divided: frozenset[str]


@cache
def table() -> Feeds:
    """The table, read once, when the first source or host needs it."""
    raw = load("feeds")
    return Feeds(
        frozenset(raw["prefixes"]),
        frozenset(raw["proxies"]),
        frozenset(raw["aggregators"]),
        {other: site for site, others in raw["aliases"].items() for other in others},
        raw["publications"],
        _divided(raw["publications"]),
    )


def _divided(names: Iterable[str]) -> frozenset[str]:
    """The hosts of those addresses that have a path."""
    return frozenset(name.partition("/")[0] for name in names if "/" in name)


def suffixes(host: str) -> Iterator[str]:
    """The host, then each host above it: `a.b.com`, `b.com`, `com`."""
    while host:
        yield host
        host = host.partition(".")[2]


@remembered(1024)
def address_host(text: str) -> str:
    """The host of an http address or of a bare host name (with a path or not), else ""."""
    if "." not in text:
        return ""
    if "://" in text:
        return host_of(text)
    found = re.fullmatch(_BARE, text)
    return found.group(1).lower() if found else ""


def without_www(host: str) -> str:
    """The host without a leading `www.`."""
    return host.removeprefix("www.")


@remembered(1024)
def feed_parent(host: str) -> str:
    """`foxnews.com` for `feeds.foxnews.com`; "" for a host without a feed label in front."""
    label, _, parent = host.partition(".")
    known = "." in parent and label.rstrip("0123456789") in table().prefixes
    return parent if known else ""


@remembered(1024)
def is_proxy(host: str) -> bool:
    """True for a host that serves the feeds of others."""
    return any(site in table().proxies for site in suffixes(host))


@remembered(1024)
def serves_feeds(text: str) -> bool:
    """True for an address on a publisher's own host for feeds (`feeds.example.org/link/1/a`).

    It leads to a feed, or on to an article that it does not show. False for the feed files of such
    a host, and for services that serve everybody's feeds.
    """
    host = host_of(text)
    label = host.partition(".")[0].rstrip("0123456789")
    own = label in ("feeds", "feedproxy") and bool(feed_parent(host)) and not is_proxy(host)
    return own and split(text).path.strip("/") != "" and not is_feed_page(text)


@remembered(1024)
def is_aggregator(host: str) -> bool:
    """True for a site that lists articles of others."""
    return any(site in table().aggregators for site in suffixes(host))


@remembered(1024)
def is_feed(text: str) -> bool:
    """True when an address or host is that of a feed and not of a site or an article."""
    host = address_host(text)
    if not host:
        return False
    if feed_parent(host) or is_proxy(host) or is_feed_page(text):
        return True
    *folders, last = split(text.lower()).path.split("/")
    return not _FEED_FOLDERS.isdisjoint(folders) and not _NO_FEED.search(last)


def is_feed_page(text: str) -> bool:
    """True for an address whose last part or query says that it is a feed.

    An XML file is one by its name or its folder; OPML and sitemaps are none.
    """
    url = split(text.lower())
    *folders, last = url.path.rstrip("/").split("/")
    if _NO_FEED.search(last):
        return False
    if last.endswith(_FEED_FILES):
        return True
    if last.endswith((".xml", ".rdf")):
        known = bool(re.search(_FEED_NAMES, last)) or not _FEED_FOLDERS.isdisjoint(folders)
        return known and not _holds_code(host_of(text))
    if folders[-1:] == ["feed"] and last in ("podcast", "json"):
        return True
    if last in _FEED_ENDS:
        return not _is_word(host_of(text), last, folders)
    return bool(url.query) and _FEED_QUERY.search(url.query or "") is not None


def _is_word(host: str, last: str, folders: list[str]) -> bool:
    """True where `feed`, `rss` or `atom` at the end of a path is a page's or a project's name."""
    if "." in last:
        return False
    return folders[-1:] != [""] and (folders[-1] in _WORD_FOLDERS or _holds_code(host))


def _holds_code(host: str) -> bool:
    """True for a host of everybody's code: files and projects there may be called `feed`."""
    return any(site in _CODE_HOSTS for site in suffixes(host))


def site_of(host: str, aliases: Mapping[str, str]) -> str:
    """The host as readers know it: no `www.`, no feed label, other domains of the house mapped.

    `aliases` are the user's own (domain -> site); they win over the table.
    """
    bare = without_www(host)
    known = table().aliases
    for suffix in suffixes(bare):
        site = aliases.get(suffix) or known.get(suffix)
        if site:
            return site
    return feed_parent(bare) or bare


def same_site(one: str, other: str, aliases: Mapping[str, str]) -> bool:
    """True when two hosts belong to one publisher, or when that cannot be told.

    The public suffix list (offline, 40 ms to load) is asked only where the ends of both hosts
    agree: hosts that differ in their last two labels differ in the registrable domain as well.
    """
    return _same_site(one, other) if not aliases else _same(one, other, aliases)


@lru_cache(maxsize=1024)
def _same_site(one: str, other: str) -> bool:
    return _same(one, other, {})


def _same(one: str, other: str, aliases: Mapping[str, str]) -> bool:
    first, second = site_of(one, aliases), site_of(other, aliases)
    if first == second or first.endswith(f".{second}") or second.endswith(f".{first}"):
        return True
    if first.split(".")[-2:] != second.split(".")[-2:]:
        return registrable(first) == "" or registrable(second) == ""
    return registrable(first) == registrable(second)


def are_two_sites(one: str, other: str) -> bool:
    """True when two hosts belong to two sites, of domains that do not exist as well."""
    first, second = site_of(one, {}), site_of(other, {})
    if f".{first}".endswith(f".{second}") or f".{second}".endswith(f".{first}"):
        return False
    if first.split(".")[-2:] != second.split(".")[-2:]:
        return True
    return registrable(first) != registrable(second)


def registrable(host: str) -> str:
    """The registrable domain of a host; "" where its top-level domain does not exist."""
    return _suffix_list()(host) or ""


@cache
def _suffix_list() -> Callable[[str], str | None]:
    from publicsuffixlist import PublicSuffixList

    found: Callable[[str], str | None] = PublicSuffixList(
        accept_unknown=False, only_icann=True
    ).privatesuffix
    return found


def publication(text: str, own: Mapping[str, str]) -> str:
    """The name of the publication after an address or host; "" when it is not known.

    `own` is the user's table (feed or site -> name); it wins over the built-in one.
    """
    return _publication(text, own) if own else _known_publication(text)


@remembered(1024)
def _known_publication(text: str) -> str:
    return _publication(text, {})


def _publication(text: str, own: Mapping[str, str]) -> str:
    host = without_www(address_host(text))
    if not host:
        return ""
    path = split(text if "://" in text else f"//{text}").path.lower().rstrip("/")
    mine = {_key(key): name for key, name in own.items()}
    name = _of_tables(mine, host, path)
    if name is None:
        name = _of_tables(mine, site_of(host, {}), path)
    return name or ""


def _of_tables(mine: Mapping[str, str], host: str, path: str) -> str | None:
    """The name that the user's table has for a host and a path, else that of the built-in one.

    Empty for a host that is known to have none; None for one that is not known.
    """
    name = _named(mine, _divided(mine), host, path) if mine else None
    known = table()
    return name or _named(known.publications, known.divided, host, path)


def _key(address: str) -> str:
    """A key of the user's table in the form of the built-in one."""
    return address.lower().rpartition("://")[2].removeprefix("www.").rstrip("/")


def _named(names: Mapping[str, str], divided: frozenset[str], host: str, path: str) -> str | None:
    """The entry for the nearest host, and of its entries the one with the longest path.

    `divided` are the hosts of entries with a path.
    """
    for site in suffixes(host):
        rest = path if site in divided else ""
        while rest:
            if site + rest in names:
                return names[site + rest]
            rest = rest.rpartition("/")[0]
        if site in names:
            return names[site]
    return None
