"""Entries of a YAML block that stand apart read the same alone, for both parsers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import settings as limits
from hypothesis import strategies as st

from newslint import frontmatter, registry
from newslint.frontmatter.plain import Pairs, as_pairs
from newslint.frontmatter.read import read_article
from newslint.frontmatter.yaml import entries
from newslint.site_article import Article
from tests.support.command import CORPORA
from tests.support.front_matter import blocks
from tests.support.setting import settings, source

SETTINGS = settings({"preset": "strict"}, site={})


def _article(text: str) -> Article:
    return read_article(source(text), "content/a.md", SETTINGS)


def _examples() -> list[str]:
    rules = registry.all_rules()
    return [example.before for rule in rules for example in rule.examples if example.before]


def _alone(entry: str) -> Pairs:
    return as_pairs(
        _article(f"---\n{entry}{'' if entry.endswith(chr(10)) else chr(10)}---\n").fields
    )


def _reads_alike(text: str) -> bool:
    """Whether the entries stand apart; an assertion fails where one alone reads otherwise."""
    article = _article(text)
    found = frontmatter.entries(article)
    if found is None:
        return False
    assert article.block is not None
    start, end = article.block.content
    assert article.text[start:end].endswith("".join(found))
    both = [pair for entry in found for pair in _alone(entry).pairs]
    assert both == list(as_pairs(article.fields).pairs)
    whole = frontmatter.crosscheck(article)
    if whole is not None:
        read = [frontmatter.read_again("yaml", entry) for entry in found]
        assert [pair for one in read for pair in (one.pairs if one else ())] == list(whole.pairs)
    return True


@pytest.mark.slow
def test_those_of_the_examples() -> None:
    assert sum(map(_reads_alike, _examples())) > 500


@pytest.mark.slow
def test_those_of_real_articles() -> None:
    if not CORPORA.is_dir():
        pytest.skip("there are no articles beside the project")
    texts = [path.read_bytes().decode("utf-8", "replace") for path in CORPORA.rglob("*.md")]
    assert sum(map(_reads_alike, texts)) > 500


@limits(deadline=None)
@given(st.data())
def test_those_of_random_blocks(data: st.DataObject) -> None:
    """Lines of all kinds, put together at random: most blocks are odd, or no YAML at all."""
    lines = data.draw(st.lists(st.sampled_from(LINES), min_size=1, max_size=8))
    _reads_alike("---\n" + "\n".join(lines) + "\n---\nBody.\n")


@limits(deadline=None)
@given(blocks())
def test_those_of_written_blocks(block: str) -> None:
    _reads_alike(f"---\n{block}---\nBody.\n")


LINES = (
    *(
        "a: b",
        "b: 'c d'",
        'c: "d',
        '  e"',
        "d:",
        "- e",
        "  - f",
        "tags: [a,",
        "  b]",
        "]",
        "{",
        "}",
    ),
    *(
        "e: |",
        "  text",
        "",
        "  ",
        "# note",
        "f: >+",
        " g",
        "g: &x 1",
        "h: *x",
        "i: !!str 1",
        "....",
    ),
    *(
        "? k",
        ": v",
        "j: a # b",
        "k: a#b",
        "  l: m",
        "'n': o",
        '"p" : q',
        "r:\ts",
        "t: u: v",
        "%x: y",
    ),
    *(
        "...",
        "--- a",
        "w: x\x85y: z",
        "\u2028v: w",
        "é: ü",
        "z: a\\",
        "a: again",
        "b: - c",
        "c: ? d",
    ),
)


@pytest.mark.parametrize(
    ("front", "apart"),
    [
        ("title: a\ntags:\n- b\n# c\ndate: 2025-01-01\n", True),
        ("# a\n\ntitle: a\n", True),
        ("link: https://e.org/?a=b&c=d\n", True),
        ("a: &x 1\nb: *x\n", False),
        ("a: !!str 1\n", False),
        ("{a: 1}\n", False),
        ("  a: 1\n  b: 2\n", False),
        ("? a\n: b\n", False),
        ("a: b\x85c: d\n", False),
    ],
)
def test_what_stands_apart(front: str, apart: bool) -> None:
    assert _reads_alike(f"---\n{front}---\nBody.\n") is apart


SIGNS = ("a", ": ", "\n", "- ", "&x", "*x", "!", "%", "---", "...", "\x85", "\ufeff", "洪")


@given(st.lists(st.sampled_from(SIGNS)))
def test_the_cheap_test_lets_all_pass_that_the_pattern_finds(parts: list[str]) -> None:
    content = "".join(parts)
    if not entries._may_reach(content):
        assert not entries._REACHING.search(content)
