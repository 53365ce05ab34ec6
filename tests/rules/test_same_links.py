"""Addresses that lead to the same article, and such that do not."""

from __future__ import annotations

import pytest

from newslint.text.same_link import same_link

PLAIN = "https://example.org/kelp-prices"
SAME = (
    "http://www.example.org/kelp-prices/",
    "https://example.org:443/kelp-prices?utm_source=x#:~:text=kelp",
    "https://example.org/kelp-prices/amp/",
    "https://amp.example.org/kelp-prices",
    "https://www.google.com/amp/s/example.org/kelp-prices",
    "https://example.org/kelp-prices?",
    "https://example.org/kelp%2Dprices",
    "https://example.org/kelp-prices/index.html",
)
APART = (
    "https://example.org/Kelp-prices",
    "https://example.org/kelp-prices?page=2",
    "https://example.org/kelp%2Fprices",
    "https://m.example.org/kelp-prices",
    "https://example.org/kelp-prices#two",
    "https://example.org:8080/kelp-prices",
)


@pytest.mark.parametrize("link", SAME)
def test_same_links(link: str) -> None:
    assert same_link(link) == same_link(PLAIN) != ""


@pytest.mark.parametrize("link", APART)
def test_other_links(link: str) -> None:
    assert same_link(link) != same_link(PLAIN)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("https://a.example/x?a=1&b=2", "https://a.example/x?b=2&a=1", True),
        ("https://a.example/x?a=1&a=2", "https://a.example/x?a=2&a=1", False),
        ("https://münchen.example/a", "https://xn--mnchen-3ya.example/a", True),
        ("https://a.example/k%C3%A4lte", "https://a.example/kälte", True),
        ("https://a.example/k\u0061\u0308lte", "https://a.example/kälte", True),
        ("https://a.example/%E4", "https://a.example/%e4", True),
        ("https://a.example/%E4", "https://a.example/ä", False),
        ("https://a.example/海藻", "https://a.example/%E6%B5%B7%E8%97%BB", True),
        ("https://a.example/wiki/amp", "https://a.example/wiki", False),
        ("https://a.example/kelp-1.amp.html", "https://a.example/kelp-1.html", True),
        ("https://a.example/a%26b", "https://a.example/a&b", False),
    ],
)
def test_pairs(one: str, other: str, same: bool) -> None:
    assert (same_link(one) == same_link(other)) == same
