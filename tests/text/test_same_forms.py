"""The short ways to the comparable forms of links and bodies give what the long ones give."""

from __future__ import annotations

import re
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.text import same_body, same_link, same_title

_PARTS = (
    *(
        "http://",
        "https://",
        "HTTP://",
        "www.",
        "amp.",
        "example.org",
        "a.b-c.example",
        "google.com",
    ),
    *(
        "xn--bcher-kva.example",
        "/",
        "//",
        "/.",
        "/..",
        "/./",
        "-news",
        "/amp",
        ".amp.html",
        ".html",
    ),
    *("/index.html", "/index.htm", "index.html", "/www.a.example/x", "?a=1", "#top", "%41", ":80"),
    *("@", "é", " ", "\n", "&amp;", "/2025/01/kelp-rises", "champion", "turbo", "~x", ",1", "-"),
    *("?utm_source=rss", "?utm_medium=a&utm_campaign=b-c", "&fbclid=1", "&id=5", "?amp=1"),
)


@given(st.lists(st.sampled_from(_PARTS), min_size=1, max_size=8).map("".join))
def test_a_plain_link_has_the_form_that_any_link_has(text: str) -> None:
    short = same_link._of_plain(text)
    assert short is None or short == same_link._same_link(text)


@pytest.mark.parametrize("query", ["", "?utm_source=rss", "?utm_source=a-b&utm_medium=feed"])
def test_a_usual_link_is_plain(query: str) -> None:
    link = f"https://www.example.org/champion/a-b_c/{query}"
    assert same_link._of_plain(link) == "example.org/champion/a-b_c"


@given(st.text(st.characters(max_codepoint=127), max_size=40))
def test_a_title_of_ascii_has_the_form_that_any_title_has(text: str) -> None:
    longer = same_title.same_title(f"{text} \u6d77")
    assert longer.removesuffix("\u6d77").rstrip() == same_title.same_title(text)


_SPACES = " \n\t\r\x0b\x0c\x1c\x85\xa0\u2003\u2028\u3000\u200b"


@given(st.text(st.sampled_from(_SPACES + "ab é海\u00ad"), max_size=40))
def test_a_digest_sets_aside_all_spaces_between_words(text: str) -> None:
    flat = " ".join(text.split())
    assert same_body.digest(text) == same_body.digest(flat)
    if flat:
        assert same_body.digest(text) != same_body.digest(flat.replace(" ", "") + "x")


_CODE = ("<p>", "</p>", "<a href='x'>", "<", ">", "{{ x }}", "{%", "%}", "![a](b)", "!", "[", "](")
_BODY = (
    *_CODE,
    "https://a.example/x",
    " ",
    "\n",
    "\u3000",
    "kelp " * 30,
    "海藻" * 30,
    *string.digits,
)


@given(st.lists(st.sampled_from(_BODY), max_size=12).map("".join))
def test_a_body_is_counted_as_if_all_code_were_taken_out_first(body: str) -> None:
    bare = "".join(same_body._CODE.sub(" ", body).split())
    weight = len(bare) + 2 * len(re.findall(same_body._WIDE, bare))
    assert same_body._says_enough(body) == (weight >= same_body.LEAST)
