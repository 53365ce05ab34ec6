"""Front matter made from WordPress's own table of posts: `post_title`, `post_date`, a permalink."""

from __future__ import annotations

import pytest

from newslint.lint import fix as engine
from tests.support.setting import settings, source

EXPORTED = """\
---
post_title: 'Tom &amp; Jerry in  Köln'
post_date: 2015-03-01T10:00:00Z
post_name: tom-jerry
post_excerpt: Eine Katze und eine Maus in einer Wohnung am Rhein […]
source: Kölner Blatt
permalink: https://old.example.org/2015/03/01/tom-jerry/
---
Text.
"""


def _codes(text: str, target: str) -> list[str]:
    how = settings({"preset": "news"}, generator=target)
    found = engine.check(source(text), "posts/a.md", "a.md", how)
    return [one.code for one in found]


def test_the_keys_play_their_roles() -> None:
    codes = _codes(EXPORTED, "generic")
    assert {"TXT001", "TXT002", "TXT012"} <= set(codes)


def test_a_permalink_with_a_host_is_a_link() -> None:
    assert "LNK001" not in _codes(EXPORTED, "generic")
    assert "LNK001" in _codes(EXPORTED.replace("permalink: ", "# "), "generic")


@pytest.mark.parametrize("target", ["hugo", "jekyll"])
def test_a_generator_that_reads_other_keys_has_no_title(target: str) -> None:
    assert "TXT002" not in _codes(EXPORTED, target)


def test_its_own_title_wins() -> None:
    text = "---\ntitle: A\npost_title: 'B  C'\ndate: 2015-03-01T10:00:00Z\n---\nText.\n"
    assert "TXT001" not in _codes(text, "generic")
