"""Addresses: taken apart, mended byte by byte, and compared with what the ada parser makes of them.

Hosts, feeds and publications are here too: they are read off addresses.
"""

from __future__ import annotations

import can_ada
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.text import hosts, tracking, urls
from tests.support.each import each

ADDRESS = "https://example.org/a"


def _utm(name: str, _: str) -> bool:
    return name.startswith("utm_")


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("https://a.b/c?d#e", ("https", "a.b", "/c", "d", "e")),
        ("https://a.b", ("https", "a.b", "", None, None)),
        ("https://a.b?c", ("https", "a.b", "", "c", None)),
        ("https://a.b/?#", ("https", "a.b", "/", "", "")),
        ("//a.b/c", (None, "a.b", "/c", None, None)),
        ("/a:b", (None, None, "/a:b", None, None)),
        ("mailto:a@b", ("mailto", None, "a@b", None, None)),
        ("a.b:80/c", ("a.b", None, "80/c", None, None)),
        ("новости:a", (None, None, "новости:a", None, None)),
        ("", (None, None, "", None, None)),
    ],
)
def test_split(text: str, parts: tuple[str | None, ...]) -> None:
    assert urls.split(text) == parts


@given(st.text(alphabet="ab:/?#&;=.@%é\n", max_size=30))
def test_split_loses_nothing(text: str) -> None:
    assert str(urls.split(text)) == text


@given(st.text(alphabet="ab=&;?utm_p", max_size=40))
def test_pairs_lose_nothing(query: str) -> None:
    assert "".join(part for pair in urls.pairs(query) for part in pair) == query


@pytest.mark.parametrize(
    ("text", "host"),
    [
        ("https://WWW.Example.org:8080/a", "www.example.org"),
        ("http://me:secret@example.org", "example.org"),
        ("https://example.org./a", "example.org"),
        ("https://[::1]:80/", "[::1]"),
        ("https://пример.рф/а", "пример.рф"),
        ("ftp://example.org/", ""),
        ("https:example.org", ""),
        ("example.org/a", ""),
    ],
)
def test_host_of(text: str, host: str) -> None:
    assert urls.host_of(text) == host


@each(
    ("rest", "left", "gone"),
    [
        ("?utm_source=x", "", ["utm_source"]),
        ("?utm_source=x#top", "#top", ["utm_source"]),
        ("?utm_source=x&b=%7e&utm_id=y&a=1", "?b=%7e&a=1", ["utm_source", "utm_id"]),
        ("?a=1&utm_source=x", "?a=1", ["utm_source"]),
        ("?a=1&&utm_source=x&", "?a=1&&", ["utm_source"]),
        ("?&utm_source=x", "", ["utm_source"]),
        ("?a=1&amp;utm_source=x&amp;b=2", "?a=1&amp;b=2", ["utm_source"]),
        ("?utm_source=x&amp;b=2", "?b=2", ["utm_source"]),
        ("?a=1;utm_source=x;b=2", "?a=1;b=2", ["utm_source"]),
        ("?a=x;y&utm_source=x", "?a=x;y", ["utm_source"]),
        ("?a=1?utm_source=x&utm_id=y", "?a=1", ["utm_source", "utm_id"]),
        ("?utm_source=", "", ["utm_source"]),
        ("?b=+%20ü&utm_source=مصر", "?b=+%20ü", ["utm_source"]),
        ("#utm_source=x&utm_id=y", "", ["utm_source", "utm_id"]),
        ("?utm_source=x#utm_id=y&z=1", "#utm_id=y&z=1", ["utm_source"]),
        ("?utm_source", "?utm_source", []),
        ("?", "?", []),
        ("?a=utm_source", "?a=utm_source", []),
        ("?#", "?#", []),
        ("?utm_source=x&#038;b=2", "?utm_source=x&#038;b=2", []),
    ],
)
def test_cut_pairs(rest: str, left: str, gone: list[str]) -> None:
    assert urls.cut_pairs(ADDRESS + rest, _utm) == (ADDRESS + left, tuple(gone))


@given(st.lists(st.sampled_from(["a=1", "b", "", "c=%20", "d=x;y", "utm_id=1", "é=é"]), max_size=8))
def test_what_is_not_cut_keeps_its_bytes_and_its_order(query: list[str]) -> None:
    text, gone = urls.cut_pairs(f"{ADDRESS}?{'&'.join(query)}", _utm)
    kept = [pair for pair in query if pair != "utm_id=1"]
    assert len(gone) == len(query) - len(kept)
    if any(kept) or not gone:
        assert text == f"{ADDRESS}?{'&'.join(kept)}"


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("?a=1&amp;b=2", "?a=1&b=2"),
        ("?a=1&amp;amp;b=2", "?a=1&b=2"),
        ("?a=1&#038;b=2&#x26;c&#38;amp;d", "?a=1&b=2&c&d"),
        ("?a=1&amp=2&b;", "?a=1&amp=2&b;"),
        ("/AT&T;", "/AT&T;"),
    ],
)
def test_bare_ampersands(text: str, plain: str) -> None:
    assert urls.bare_ampersands(text) == plain


@pytest.mark.parametrize(
    ("text", "trimmed"),
    [
        (" \n\u00a0x\t", "x"),
        ("\u200b \ufeffx\u200e \u2060", "x"),
        ("https://a/\u200bb", "https://a/\u200bb"),
        ("", ""),
        (" \u200b ", ""),
    ],
)
def test_trim(text: str, trimmed: str) -> None:
    assert urls.trim(text) == trimmed


@pytest.mark.parametrize(
    ("text", "usual", "reasons"),
    [
        ("HTTPS://a.b/C", "https://a.b/C", ["scheme in capitals"]),
        ("https://Me:PW@A.B/C?D#E", "https://Me:PW@a.b/C?D#E", ["host in capitals"]),
        ("https://МОСКВА.рф/", "https://МОСКВА.рф/", []),
        ("https://a.b:443/c", "https://a.b/c", ["default port `:443`"]),
        ("http://a.b:80", "http://a.b", ["default port `:80`"]),
        ("http://a.b:443/", "http://a.b:443/", []),
        ("https://a.b:/c", "https://a.b/c", ["empty port"]),
        ("https://[::1]:443/", "https://[::1]/", ["default port `:443`"]),
        ("https://a.b/c?", "https://a.b/c", ["empty query"]),
        ("https://a.b/c?#d", "https://a.b/c#d", ["empty query"]),
        ("https://a.b/c#", "https://a.b/c", ["empty fragment"]),
        ("https://a.b/x/../c/./d/..", "https://a.b/c/", ["dot segments"]),
        ("https://a.b/%2E%2e/c", "https://a.b/c", ["dot segments"]),
        ("https://a.b/..c/.d/...?e=/../f", "https://a.b/..c/.d/...?e=/../f", []),
        ("/a/../b", "/a/../b", []),
        ("FTP://A.B/", "FTP://A.B/", []),
        ("http://x:http://a.b/c", "http://x:http://a.b/c", []),
        ("https://A.b//c", "https://a.b//c", ["host in capitals"]),
    ],
)
def test_tidy(text: str, usual: str, reasons: list[str]) -> None:
    assert urls.tidy(text) == (usual, tuple(reasons))


_SEGMENTS = st.lists(st.sampled_from(["a", "B", "", ".", "..", "%2e", "..c", "é"]), max_size=7)


@given(_SEGMENTS, st.sampled_from(["", ":443", ":80", ":8080"]), st.sampled_from(["", "?q", "#F"]))
def test_a_tidied_address_is_the_same_to_a_browser(path: list[str], port: str, tail: str) -> None:
    text = f"https://Example.ORG{port}/{'/'.join(path)}{tail}"
    usual, _ = urls.tidy(text)
    assert can_ada.parse(usual).href == can_ada.parse(text).href
    assert urls.tidy(usual) == (usual, ())


@pytest.mark.parametrize(
    ("tail", "left"),
    [
        ("#:~:text=a,b", ""),
        ("#c:~:text=a", "#c"),
        ("?d=:~:text", "?d=:~:text"),
        ("#c", "#c"),
    ],
)
def test_without_text_directive(tail: str, left: str) -> None:
    assert urls.without_text_directive(ADDRESS + tail) == ADDRESS + left


@pytest.mark.parametrize(
    ("host", "name", "tracks"),
    [
        ("example.org", "utm_anything", True),
        ("example.org", "UTM_Source", True),
        ("example.org", "hsCtaTracking", True),
        ("example.org", "fbclid", True),
        ("example.org", "__s", False),
        ("example.org", "source", False),
        ("example.org", "smid", False),
        ("cooking.nytimes.com", "smid", True),
        ("notnytimes.com", "smid", False),
        ("www.bbc.co.uk", "at_campaign", True),
        ("www.theguardian.com", "CMP", True),
    ],
)
def test_is_tracking(host: str, name: str, tracks: bool) -> None:
    assert (name in tracking.of_host(host).tracks) is tracks


@pytest.mark.parametrize(
    ("name", "value", "looks"),
    [
        ("src", "rss", True),
        ("xtor", "RSS-3208", True),
        ("maca", "en-rss-en-all-1573-xml-mrss", True),
        ("mod", "rss_markets_main", True),
        ("f", "rss", True),
        ("format", "rss", False),
        ("q", "rss-reader", False),
        ("a", "rsstuff", False),
        ("a", "mrss", False),
    ],
)
def test_looks_like_feed_mark(name: str, value: str, looks: bool) -> None:
    assert tracking.looks_like_feed_mark(name, value) is looks


@pytest.mark.parametrize(
    ("text", "host"),
    [
        ("feeds.foxnews.com", "feeds.foxnews.com"),
        ("https://feeds.foxnews.com/world", "feeds.foxnews.com"),
        ("Rss.Example.org:8080/a?b", "rss.example.org"),
        ("пример.рф", "пример.рф"),
        ("Fox News", ""),
        ("U.S. News", ""),
        ("U.S.", ""),
        ("Web 2.0", ""),
        ("v1.2", ""),
        ("a@example.org", ""),
        ("3.5", ""),
        ("hindi.समाचार", "hindi.समाचार"),
        ("…", ""),
    ],
)
def test_address_host(text: str, host: str) -> None:
    assert hosts.address_host(text) == host


@pytest.mark.parametrize(
    ("text", "feed"),
    [
        ("feeds.foxnews.com", True),
        ("https://feeds2.example.org/a", True),
        ("feeds.feedburner.com/x", True),
        ("https://example.org/feed/", True),
        ("https://example.org/world/index.rss", True),
        ("https://example.org/index.xml", True),
        ("https://example.org/news/rss/world", True),
        ("https://example.org/rssfeeds/1.cms", True),
        ("https://example.org/?feed=rss2", True),
        ("https://example.org/podcasts/feed/podcast", True),
        ("https://www.linkedin.com/feed/update/urn:li:1", False),
        ("https://example.org/feeding-birds", False),
        ("https://example.org/a?type=news", False),
        ("https://example.org", False),
        ("feed.me", False),
        ("Fox News", False),
    ],
)
def test_is_feed(text: str, feed: bool) -> None:
    assert hosts.is_feed(text) is feed


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("feeds.foxnews.com", "www.foxnews.com", True),
        ("moxie.foxnews.com", "video.foxnews.com", True),
        ("feeds.bbci.co.uk", "www.bbc.com", True),
        ("feeds.a.dj.com", "www.marketwatch.com", True),
        ("feeds.skynews.com", "news.sky.com", True),
        ("x.example.org", "y.example.org", True),
        ("one.co.uk", "two.co.uk", False),
        ("example.com", "example.org", False),
        ("foxnews.com", "notfoxnews.com", False),
        ("node.js", "example.org", True),
        ("10.0.0.1", "10.1.0.1", True),
    ],
)
def test_same_site(one: str, other: str, same: bool) -> None:
    assert hosts.same_site(one, other, {}) is same
    assert hosts.same_site(other, one, {}) is same


def test_same_site_with_aliases_of_the_user() -> None:
    assert hosts.same_site("cdn.example.net", "www.example.org", {"example.net": "example.org"})


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("https://feeds.foxnews.com/foxnews/world", "Fox News"),
        ("http://feeds.bbci.co.uk/news/rss.xml", "BBC News"),
        ("http://feeds.bbci.co.uk/other/rss.xml", "BBC"),
        ("https://feeds.a.dj.com/rss/RSSWorldNews.xml", "The Wall Street Journal"),
        ("https://feeds.content.dowjones.io/public/rss/mw_topstories", ""),
        ("https://www.marketwatch.com/a", "MarketWatch"),
        ("abcnews.go.com", "ABC News"),
        ("https://go.com/", ""),
        ("www.folha.uol.com.br/a/b", "Folha de S.Paulo"),
        ("https://example.org/", ""),
        ("Fox News", ""),
    ],
)
def test_publication(text: str, name: str) -> None:
    assert hosts.publication(text, {}) == name


def test_publication_of_the_user_comes_first() -> None:
    own = {
        "https://www.Example.org/": "Example",
        "example.org/Sport": "Example Sport",
        "feeds.foxnews.com": "Fox",
    }
    assert hosts.publication("https://example.org/sport/a", own) == "Example Sport"
    assert hosts.publication("https://example.org/sports/a", own) == "Example"
    assert hosts.publication("feed.example.org", own) == "Example"
    assert hosts.publication("https://feeds.foxnews.com/world", own) == "Fox"
    assert hosts.publication("https://www.foxnews.com/world", own) == "Fox News"
