"""Slugs, against a table and against the real Hugo."""

from __future__ import annotations

import html
import random
from pathlib import Path
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.generators.hugo.slugs import lower_case, slugify, urlize, vanishes
from newslint.text.accents import strip_accents
from tests.support.hugo_program import needs_hugo, pieces, quoted, run_hugo, write_site

SAMPLES = pieces(
    "Iran launches: a “test”|It’s|it's|R&D|Moscow–Tehran|a  b|a - b|a -- b|  lead|"
    "trail  |a_b|a/b|a\\b|C++|~x@y|#iran|100 %|50% off|%41 b|%zz|São Paulo|"
    "e\u0301te\u0301|Łódź|Øst|Straße|İstanbul|ISTANBUL|ΑΣ ΤΕΣ|Ça va|日本 語|東京タワー|한국어 뉴스|"
    "हिन्दी समाचार|বাংলা|தமிழ்|ไทย ข่าว|עברית|نبأ عاجل|فارسی\u200cزبان|Привет, мир!|Ёлка|"
    "Ђорђе|ქართული|ᲥᲐᲠᲗᲣᲚᲘ|Հայ|🚀 go|👩\u200d🚀|a\u00a0b|a\u2009b|a\u3000b|a\u200bb|"
    "a\u00adb|½|٣|Ⅷ|²|ǅ|ǆ|ﬁ|Å|ß|ẞ|ʼn|a\tb|x\u0301|\u0301x|--|-|.|..|…|!|?|$5|a*b|(a)|[b]|"
    "{c}|a,b|a;b|a=b|a|ªº|ª|々|ー|ﾊﾝｶｸ|Ⓐ|ⓐ|ⅷ"
)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("plain-slug-2025", "plain-slug-2025"),
        ("A b", "a-b"),
        ("a - b", "a-b"),
        ("a  b", "a-b"),
        ("a--b", "a--b"),
        (" a ", "a"),
        ("It’s R&D: x", "its-rd-x"),
        ("a_b/c\\d.e~f@g+h#i", "a_b/c\\d.e~f@g+h#i"),
        ("50% %41 %zz", "50-%41-zz"),
        ("São Łódź", "são-łódź"),
        ("ΑΣ İ", "ασ-i"),
        ("日本 語", "日本-語"),
        ("🚀 go", "go"),
        ("हिन्दी", "हिन्दी"),
        ("— ?", ""),
        ("", ""),
    ],
)
def test_urlize(text: str, kept: str) -> None:
    assert urlize(text) == kept


def test_urlize_as_the_site_wants_it() -> None:
    assert urlize("São Łódź Øst-ß", remove_accents=True) == "sao-łodz-øst-ß"
    assert urlize("São B", lower=False) == "São-B"
    assert slugify("-Å B-", lower=False, remove_accents=True) == "A-B"
    assert slugify("--- a -b") == "a-b"


@pytest.mark.parametrize("text", pieces("—|?|index|Index.|.|..|../|\\|/|!!|'’"))
def test_slugs_that_vanish(text: str) -> None:
    assert vanishes(text) == (text != "Index.")


@given(st.text(max_size=40))
def test_urlize_is_done_in_one_step(text: str) -> None:
    once = urlize(text)
    assert urlize(once) == once
    assert not any(char.isspace() for char in once)


@given(st.text(st.characters(max_codepoint=127), max_size=40))
def test_ascii_needs_no_tables(text: str) -> None:
    assert (lower_case(text), strip_accents(text)) == (text.lower(), text)


def odd_texts() -> list[str]:
    """The samples, and some made by chance of letters and signs of many scripts.

    Hugo's `urlize` loses a `#` at the end, which its slugs keep: such texts are left out.
    """
    chance = random.Random(1)
    signs = [chr(at) for start, count in BLOCKS for at in range(start, start + count)]
    made = ["".join(chance.choices(signs, k=chance.randint(1, 12))) for _ in range(500)]
    return [text for text in [*SAMPLES, *made] if not urlize(text).endswith("#")]


BLOCKS = (
    *((0x20, 0x5F), (0xA0, 0x160), (0x300, 0x20), (0x370, 0x90), (0x400, 0x80), (0x5D0, 0x1B)),
    *((0x620, 0x50), (0x905, 0x60), (0xE01, 0x3A), (0x1E00, 0x80), (0x2000, 0x30), (0x2070, 0x30)),
    *((0x2150, 0x30), (0x3000, 0x60), (0x4E00, 0x40), (0xAC00, 0x40), (0xFB00, 7), (0x1F600, 0x20)),
)
"""Where Unicode's blocks start and how many signs of each are taken."""


@pytest.mark.slow
@needs_hugo
@pytest.mark.parametrize("accents", [False, True])
def test_urlize_is_that_of_hugo(accents: bool, tmp_path: Path) -> None:
    texts = odd_texts()
    listed = "".join(f"- {quoted(text)}\n" for text in texts)
    files = {
        "content/a.md": f"---\ntexts:\n{listed}---\n",
        "layouts/_default/single.html": "{{ range .Params.texts }}{{ urlize . }}\n{{ end }}",
    }
    write_site(tmp_path, f"removePathAccents = {str(accents).lower()}\n", files)
    done = run_hugo(tmp_path, "--quiet")
    assert done.returncode == 0, done.stderr
    hugos = html.unescape((tmp_path / "public/a/index.html").read_text("utf-8")).split("\n")
    ours = [unquote(urlize(text, remove_accents=accents)) for text in texts]
    assert ours == [unquote(line) for line in hugos[: len(texts)]]
