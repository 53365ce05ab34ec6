"""Redirectors, short links and AMP copies, read off their addresses."""

from __future__ import annotations

import pytest

from newslint.text import redirects


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("https://www.google.com/url?q=https://a.org/b&sa=U", "https://a.org/b"),
        (
            "https://www.google.co.uk/url?sa=t&url=https%3A%2F%2Fa.org%2F%3Fb%3D1",
            "https://a.org/?b=1",
        ),
        ("https://out.reddit.com/t3_x?url=https%3A%2F%2Fa.org%2F", ""),
        ("https://out.reddit.com/?url=https%3A%2F%2Fa.org%2F", "https://a.org/"),
        ("https://www.youtube.com/redirect?q=https%3A%2F%2Fa.org", "https://a.org"),
        ("https://click.redditmail.com/CL0/https:%2F%2Fa.org%2Fb/1/0100", "https://a.org/b"),
        ("https://x1.r.eu.awstrack.me/L0/https:%2F%2Fa.org%2Fb/1/01", "https://a.org/b"),
        ("https://www.google.com/url?q=javascript:alert(1)", ""),
        ("https://www.google.com/url?q=https%3A%2F%2Fa%20b.org", ""),
        ("https://www.google.com/url?q=https%3A%2F%2Fme%40a.org", ""),
        ("https://www.google.com/search?q=https://a.org/b", ""),
        ("https://google.evil.example.org/url?q=https://a.org/b", ""),
        ("https://example.org/url?q=https://a.org/b", ""),
    ],
)
def test_target(text: str, target: str) -> None:
    assert redirects.target(text, {}) == target


@pytest.mark.parametrize(
    ("text", "opaque"),
    [
        ("https://bit.ly/3x", True),
        ("https://bit.ly/", False),
        ("https://T.CO/x", True),
        ("http://feedproxy.google.com/~r/x/~3/a", True),
        ("https://feeds.feedburner.com/~r/x/~3/a", True),
        ("https://feeds.feedburner.com/x", False),
        ("https://feeds.feedblitz.com/~/1/0/x", True),
        ("https://news.google.com/rss/articles/CBMi?oc=5", True),
        ("https://news.google.com/rss/search?q=a", False),
        ("https://example.org/bit.ly/x", False),
        ("bit.ly/3x", False),
    ],
)
def test_is_opaque(text: str, opaque: bool) -> None:
    assert redirects.is_opaque(text) is opaque
    assert redirects.is_opaque("https://go.example.org/x", ["go.example.org"])


@pytest.mark.parametrize(
    ("text", "original"),
    [
        ("https://www.google.com/amp/s/a.org/b", "https://a.org/b"),
        ("https://www.google.de/amp/a.org/b?c=1", "http://a.org/b?c=1"),
        ("https://a-org.cdn.ampproject.org/c/s/a.org/b", "https://a.org/b"),
        ("https://a-org.cdn.ampproject.org/v/s/a.org/b?amp_js_v=0.1", "https://a.org/b"),
        ("https://a-ru.turbopages.org/turbo/a.ru/s/b/2021/", "https://a.ru/b/2021/"),
        ("https://a-ru.turbopages.org/a.ru/s/b", "https://a.ru/b"),
        ("https://www.google.com/amp/", ""),
        ("https://example.org/amp/s/a.org/b", ""),
    ],
)
def test_out_of_cache(text: str, original: str) -> None:
    assert redirects.out_of_cache(text) == original


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("https://amp.example.org/a", "https://example.org/a"),
        ("https://example.org/a-b/amp", "https://example.org/a-b"),
        ("https://example.org/12/amp/", "https://example.org/12/"),
        ("https://example.org/amp/a.html?b=1#c", "https://example.org/a.html?b=1#c"),
        ("https://example.org/a?amp", "https://example.org/a"),
        ("https://example.org/a?b=1&amp=true", "https://example.org/a?b=1"),
        ("https://example.org/a?b=1&outputType=amp", "https://example.org/a?b=1"),
        ("https://amp.dev/camp?b=amp", "https://amp.dev/camp?b=amp"),
        ("https://amp.com.au/a-b", "https://amp.com.au/a-b"),
        ("https://example.org/wiki/AMP", "https://example.org/wiki/AMP"),
        ("https://example.org/amp/", "https://example.org/amp/"),
        ("https://example.org/amp/index.php", "https://example.org/amp/index.php"),
        ("https://example.org/a?amp=tube", "https://example.org/a?amp=tube"),
    ],
)
def test_without_amp(text: str, plain: str) -> None:
    assert redirects.without_amp(text) == plain
