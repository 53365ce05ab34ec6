"""Parts of titles that are the name of a site, and forms of one term."""

from __future__ import annotations

import pytest

from newslint.text.cut_texts import goes_on, plain, rest_of_word
from newslint.text.hosts import is_feed_page
from newslint.text.redirects import is_opaque, target
from newslint.text.site_labels import host_labels, is_site_name
from newslint.text.title_words import cut_from_title, is_no_topic
from newslint.text.twins import twin_key


@pytest.mark.parametrize(
    ("part", "host"),
    [
        ("Vercel", "vercel.com"),
        ("The Cloudflare Blog", "blog.cloudflare.com"),
        ("Cloud-Flare", "www.cloudflare.com"),
        ("BBC News", "www.bbc.co.uk"),
        ("Verge", "www.theverge.com"),
        ("NHKニュース", "www3.nhk.or.jp"),
        ("Booking.com", "www.booking.com"),
        ("Пример", "пример.рф"),
        ("한겨레", "한겨레.한국"),
        ("Hürriyet", "xn--hrriyet-n2a.com.tr"),
    ],
)
def test_a_site_is_called_by_its_label(part: str, host: str) -> None:
    assert is_site_name(part, host_labels(host))


@pytest.mark.parametrize(
    ("part", "host"),
    [
        ("Fox", "www.foxnews.com"),
        ("X", "x.com"),
        ("News", "news.example.org"),
        ("Blog", "blog.example.org"),
        ("Vercel Ship", "vercel.com"),
        ("Example", "example.notatld"),
        ("", "example.org"),
    ],
)
def test_other_words_are_no_name(part: str, host: str) -> None:
    assert not is_site_name(part, host_labels(host))


@pytest.mark.parametrize(
    "forms",
    [
        ("GitHub Universe", "GitHubUniverse", "github-universe", "GitHub_Universe"),
        ("Sch\u00f6newolf", "Scho\u0308newolf"),
        ("한국", "\u1112\u1161\u11ab\uad6d"),
        ("인공 지능", "인공지능"),
        ("می\u200cخواهم", "می خواهم", "میخواهم"),
        ("Jour de l\u2019An", "Jour de l'An"),
        ("Ｗｅｂ", "web"),
    ],
)
def test_forms_of_one_term_have_one_key(forms: tuple[str, ...]) -> None:
    assert len({twin_key(form) for form in forms}) == 1


@pytest.mark.parametrize(
    "terms",
    [
        ("C", "C++", "C#", "C-"),
        ("2020-21", "202021"),
        ("Zürich", "Zurich"),
        ("Maße", "Masse"),
        ("か", "が", "カ"),
        ("Node.js", "node js"),
        ("हिंदी", "हिंद"),
    ],
)
def test_other_terms_have_other_keys(terms: tuple[str, ...]) -> None:
    assert len({twin_key(term) for term in terms}) == len(terms)


def test_a_word_is_completed_from_the_longer_text() -> None:
    body = "Our **platform** was [written](https://x.org/) to help developers ship."
    assert rest_of_word(plain("Our platform was written to help de"), plain(body)) == "velopers"
    assert not rest_of_word("Our platform was written to help de", "Something else")
    assert goes_on("and the mayor of the town", "Yes, and the mayor of the town left.")
    assert not goes_on("and the mayor of the town", "Yes, and the mayor of the town.")
    assert not goes_on("short", "short and long")


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://example.org/index.xml", True),
        ("https://example.org/blog/feed/", True),
        ("https://example.org/rss/world.xml", True),
        ("https://example.org/feed.json", True),
        ("https://example.org/opml.xml", False),
        ("https://example.org/feeds.opml.xml", False),
        ("https://example.org/sitemap-news.xml", False),
        ("https://example.org/pom.xml", False),
        ("https://en.wikipedia.org/wiki/Atom", False),
        ("https://github.com/atom/atom", False),
        ("https://github.com/a/b/blob/main/index.xml", False),
    ],
)
def test_feeds_are_told_from_other_files(url: str, expected: bool) -> None:
    assert is_feed_page(url) is expected


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://feeds.dzone.com/link/23560/1/a", True),
        ("http://rss.example.org/~r/top/~3/abc/", True),
        ("http://example.org/c/34625/f/640/s/1/a.htm", True),
        ("https://feeds.bbci.co.uk/news/rss.xml", False),
        ("https://feeds.transistor.fm/show", False),
        ("https://feeds.pub/about", False),
        ("https://tilde.example.org/~r/about", False),
        ("https://example.org/feeds/a", False),
    ],
)
def test_redirectors_of_feeds(url: str, expected: bool) -> None:
    assert is_opaque(url) is expected


def test_a_table_entry_may_stand_for_all_hosts_below() -> None:
    wrapped = (
        "https://nam1.safelinks.protection.outlook.com/ap/w/?url=https%3A%2F%2Fa.org%2Fb&data=1"
    )
    assert target(wrapped, {}) == "https://a.org/b"
    assert not target("https://safelinks.protection.outlook.com/?url=https%3A%2F%2Fa.org", {})


def test_topics_of_a_title_are_chosen_words() -> None:
    assert cut_from_title(["iran", "launches"], "Iran launches satellites") == ["launches"]
    assert not cut_from_title(["docker", "css"], "Docker with CSS")
    assert not cut_from_title(["launches"], "Iran launches satellites")
    assert all(map(is_no_topic, ("und", "из", "的")))
    assert not any(map(is_no_topic, ("for", "which", "IT", "The", "in", "de", "a")))
