"""Words, blanks and character references."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.text.words import (
    STOP_WORDS,
    cut_tail,
    decode,
    decoded,
    french_gap,
    has_word,
    is_markdown,
    is_stop_word,
    references,
    tidy,
)

BLANKS = st.text(alphabet=" \t\xa0\u202f\u3000a?»«.", max_size=20)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ""),
        ("a b", "a b"),
        (" a  b\t", "a b"),
        ("a\tb", "a b"),
        ("a \t b", "a b"),
        ("\u3000台風\u3000\u3000特集\u3000", "台風\u3000\u3000特集"),
        ("Vraiment\xa0?", "Vraiment\xa0?"),
        ("Vraiment \xa0?", "Vraiment\xa0?"),
        ("Vraiment\u202f ?", "Vraiment\u202f?"),
        ("«\xa0 Oui \xa0»", "«\xa0Oui\xa0»"),
        ("a\xa0\xa0b", "a b"),
        ("50\xa0%", "50\xa0%"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("One.  Two", "One. Two"),
    ],
)
def test_tidy(text: str, expected: str) -> None:
    assert tidy(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One.  Two  three", "One.  Two three"),
        ("“One!”  (Two.)  Three", "“One!”  (Two.)  Three"),
        ("&ldquo;One.&rdquo;  Two&#46;  Three", "&ldquo;One.&rdquo;  Two&#46;  Three"),
        ("« One !\xa0»  Two", "« One !\xa0»  Two"),
        ("R&amp;D  Two", "R&amp;D Two"),
        ("One.   Two", "One. Two"),
        ("One. \xa0Two", "One. Two"),
        ("One.  ", "One."),
    ],
)
def test_tidy_keeps_sentence_gaps(text: str, expected: str) -> None:
    assert tidy(text, sentence_gap=True) == expected


@given(BLANKS)
def test_tidy_settles_and_keeps_words(text: str) -> None:
    for gap in (False, True):
        once = tidy(text, sentence_gap=gap)
        assert tidy(once, sentence_gap=gap) == once
        assert once.split() == text.split()


@pytest.mark.parametrize(
    ("text", "style", "expected"),
    [
        ("a\n", "plain", ("a\n", "")),
        ("a\n", "double", ("a\n", "")),
        ("a\n", "folded", ("a", "\n")),
        ("a\n\nb \n\n", "literal", ("a\n\nb ", "\n\n")),
        ("a\n  \n", "literal", ("a", "\n  \n")),
        ("a", "literal", ("a", "")),
    ],
)
def test_cut_tail(text: str, style: str, expected: tuple[str, str]) -> None:
    assert cut_tail(text, style) == expected


@pytest.mark.parametrize(
    ("text", "start", "end", "expected"),
    [
        ("a\xa0?", 1, 2, True),
        ("«\xa0a", 1, 2, True),
        ("a\xa0b", 1, 2, False),
        ("\xa0", 0, 1, False),
    ],
)
def test_french_gap(text: str, start: int, end: int, expected: bool) -> None:
    assert french_gap(text, start, end) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tom &amp; Jerry&#8217;s &#x27;x&#X27;", ["&amp;", "&#8217;", "&#x27;", "&#X27;"]),
        ("&Eacute;t&eacute;", ["&Eacute;", "&eacute;"]),
        ("AT&T; Q&A; R&D & S&P;", []),
        ("&amp &nbsp &copy", []),
        ("&unknown; &#0; &#xD800; &#x110000; &#1; &ampere; &notit; &NewLine; &Tab;", []),
        ("https://x.org/?a=1&amp;b=2 &amp;", ["&amp;"]),
        ("(https://x.org/?a&copy;) &lt;", ["&lt;"]),
        ("`&nbsp;` and &nbsp; and `x", ["&nbsp;"]),
        ("a ` b &amp; c", ["&amp;"]),
        ("", []),
    ],
)
def test_references(text: str, expected: list[str]) -> None:
    assert [match.group() for match in references(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tom &amp; Jerry&#8217;s", "Tom & Jerry’s"),
        ("&amp;lt;", "&lt;"),
        ("&#150;", "–"),
        ("Vraiment&nbsp;?", "Vraiment\xa0?"),
        ("https://x.org/?a=1&amp;b &amp; c", "https://x.org/?a=1&amp;b & c"),
        ("&#0;", "&#0;"),
        ("台風&hellip;", "台風…"),
    ],
)
def test_decode(text: str, expected: str) -> None:
    assert decode(text) == expected


@given(st.text(alphabet="&#x;amplt0123456789 `:/é", max_size=30))
def test_decode_changes_references_only(text: str) -> None:
    out = decode(text)
    if out != text:
        assert references(text)
        assert len(out) < len(text)
    assert decode(text.replace("&", "")) == text.replace("&", "")


def test_decoded_knows_what_html_gives_no_character() -> None:
    given_nothing = ("&#0;", "&#xD800;", "&#1;", "&ampere;")
    assert [decoded(reference) for reference in given_nothing] == ["", "", "", ""]
    assert [decoded(reference) for reference in ("&lt;", "&#x1F600;", "&#xA0;")] == [
        "<",
        "😀",
        "\xa0",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("’–", False), ("*", True), ("a<b", True), ("it's", True), ("", False), ("台風", False)],
)
def test_is_markdown(text: str, expected: bool) -> None:
    assert is_markdown(text) is expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("the", True),
        ("The", True),
        ("und", True),
        ("из", True),
        ("في", True),
        ("IT", False),
        ("it", False),
        ("US", False),
        ("WHO", False),
        ("THE", False),
        ("A", True),
        ("flood", False),
        ("", False),
        ("台風", False),
    ],
)
def test_is_stop_word(word: str, expected: bool) -> None:
    assert is_stop_word(word) is expected


def test_more_stop_words() -> None:
    assert [is_stop_word(word, ("video",)) for word in ("Video", "VIDEO", "videos")] == [
        True,
        False,
        False,
    ]


def test_stop_words_are_in_lower_case() -> None:
    assert sorted(STOP_WORDS) == sorted(word.lower() for word in STOP_WORDS)


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Flut in Köln: Rhein steigt", "köln", True),
        ("Moscow-Tehran ties", "moscow", True),
        ("Moscow’s ties", "Moscow", True),
        ("Moscovite", "moscow", False),
        ("The start of art", "art", True),
        ("The start", "art", False),
        ("हिन्दी समाचार", "हिन्दी", True),
        ("हिन्दी समाचार", "हिन", False),
        ("伊朗发射卫星", "卫星", False),
        ("", "a", False),
        ("2025 election", "2025", True),
    ],
)
def test_has_word(text: str, word: str, expected: bool) -> None:
    assert has_word(text, word) is expected
