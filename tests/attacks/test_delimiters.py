"""A line that only looks like the closing delimiter: no safe fix moves what follows into the body.

Zola and Jekyll want the closing delimiter alone on its line. Where one follows, it is the one.
"""

from __future__ import annotations

import pytest

from newslint.lint import fix as engine
from tests.support.each import each
from tests.support.setting import settings, source

SAID = "text after the closing delimiter"


def _fixed(text: str, target: str, *, unsafe: bool = False) -> tuple[str, list[str]]:
    given = settings({"preset": "strict"}, generator=target, site={})
    made = engine.fix(source(text), "content/a.md", "a.md", given, unsafe=unsafe)
    return made.text, [one.message for one in (*made.applied, *made.left)]


KEYS = [
    "title: Flood\n---draft:\nslug: foo\n",
    "title: Flood\n---draft: true\n",
    "---text: a\ntitle: Flood\n",
    "title: Überschwemmung\n---más: 1\ntags: [a]\n",
    "title: Flood\n---a: 1\n---b: 2\n",
]


@each("keys", KEYS)
@each("target", ["zola", "jekyll", "mkdocs"])
@each("end", ["\n", "\r\n"])
def test_the_one_alone_on_its_line_closes(keys: str, target: str, end: str) -> None:
    text = f"---\n{keys}---\nText.\n\n---\nMore.\n".replace("\n", end)
    made, said = _fixed(text, target)
    assert made == text
    assert not [one for one in said if SAID in one]


@pytest.mark.parametrize("closing", ["---", "--- ", "---\t"])
@pytest.mark.parametrize("target", ["zola", "jekyll"])
@pytest.mark.parametrize(
    "above", ["title: Flood\n---text\nslug: foo\n", "title: Flood\n---text\nText.\n\n"]
)
def test_no_safe_fix_where_one_follows(above: str, target: str, closing: str) -> None:
    text = f"---\n{above}{closing}\nText.\n"
    made, said = _fixed(text, target)
    assert made == text
    assert [one for one in said if SAID in one]


def test_more_dashes_are_no_closing_delimiter_of_jekyll() -> None:
    text = "---\ntitle: Flood\n----a: 1\nslug: foo\n---\nText.\n"
    made, said = _fixed(text, "jekyll")
    assert made == text
    assert not [one for one in said if "closing delimiter" in one]


@pytest.mark.parametrize("target", ["zola", "jekyll"])
@pytest.mark.parametrize("more", ["", "---not alone\n", "a --- b\n", " ---\n"])
def test_where_none_follows_it_is_found(target: str, more: str) -> None:
    if target == "zola" and more == " ---\n":
        pytest.skip("closes for Zola")
    text = f"---\ntitle: Flood\n---text\n{more}Text.\n"
    _, said = _fixed(text, target)
    assert [one for one in said if SAID in one]
    made, _ = _fixed(text, target, unsafe=True)
    assert made == f"---\ntitle: Flood\n---\ntext\n{more}Text.\n"
