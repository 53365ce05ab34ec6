"""What a cheap test spares would have found nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.text import hosts, redirects, twins, urls

PARTS = (
    *("http://", "https:", "HTTP%3A%2F%2F", "http%253a//", "ftp://", "//", "/", "?", "#", "&", "="),
    *("www.", "WWW.", "a.example", "example.org", "feeds.example.org", "feedproxy.google.com"),
    *("news.google.com", "t.co", "story.html", "index.php3", "/~r/a/~3/b", "/c/1/f/2/s/3", "x:y"),
    *(
        "user@",
        "content.dowjones.io",
        ":80",
        "%2f",
        "%",
        ".",
        "洪水",
        "ünï.example",
        "https://ſ.example",
        "u=1",
        "ſttp:",
    ),
)
addresses = st.lists(st.sampled_from(PARTS), max_size=7).map("".join)


@given(text=addresses)
def test_inner_start(text: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(urls, "_may_hold_host", lambda rest: True)
        found = urls.inner_start.__self__.function(text)  # type: ignore[attr-defined]
    assert urls.inner_start(text) == found


@given(text=addresses)
def test_is_opaque(text: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(redirects, "_may_be_of_feed", lambda text, host: True)
        found = redirects._is_opaque(text, ())
    assert redirects._is_opaque(text, ()) == found


@given(text=addresses)
def test_publication(text: str) -> None:
    other = {"other.invalid/a": "Other"}
    assert hosts.publication(text, {}) == hosts.publication(text, other)


@given(term=st.text(alphabet="aB1 -_'`\t\x1f.!", max_size=9))
def test_twin_key(term: str) -> None:
    assert twins.twin_key(term) == twins.twin_key(f"{term}\u200b")
