"""Plain blocks are read as libyaml reads them: every field, place, kind and style."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import settings as profile
from hypothesis import strategies as st

from newslint.frontmatter import ParseOptions
from newslint.frontmatter.yaml import flat
from newslint.frontmatter.yaml.libyaml import read_by_libyaml
from newslint.generators.answers import YamlQuirks
from newslint.generators.hugo.scalars import hugo_kind
from tests.support.each import each
from tests.support.type_case import article

READING = ParseOptions(
    hugo_kind, {"pubdate": "publishdate"}, 1000, 100, frozenset(), "Hugo", YamlQuirks()
)
PLAIN = (
    "title: \"A flood\"\ndate: 2025-12-31\ndraft: false\ntags:\n- one\n- 'two'\n",
    "a: it's\nb: 'it''s'\nc: ''\nd: \"\"\ne:\nf:   \ng: ~\n",
    "tags: [ a b , \"c\", 'd' ]\nempty: []\nnone: {}\n",
    "# a comment\nList:\n  - a\n  # another\n\n  -   b   \nlast: http://example.org/?a=b#c  \n",
    "  \n # c\nList:   \n   \n  - a\n \n  - b\n    \n  # c\n  \nnone:\n   \nlast: x \n  \n",
    "sumario: Überschwemmung 洪水 \U0001f30a\nn: 007\nm: 1e3\n",
    "a: 1\na: 2\nPubDate: 2020-01-01 10:00\nx.y-z_1: \\no escape\n",
)
LEFT = (
    "",
    "\n# nothing\n",
    "a: b: c\n",
    "a: b # c\n",
    "a: &x b\nc: *x\n",
    "a: !t b\n",
    "a: |\n  b\n",
    "a:\n  b: c\n",
    "a: b\n  c\n",
    "a: b\n- c\n",
    "a:\n- b\n  - c\n",
    "a:\n- b: c\n",
    "a: - b\n",
    "a: [b: c]\n",
    "a: [b, [c]]\n",
    "a: [b,\n",
    "a: {b: c}\n",
    'a: "b\n',
    'a: "b\\n"\n',
    "a: 'b' c\n",
    "a: \\ud83d\n",
    "a: b\r\nc: d\n",
    "a: b\r\n\rc: d\r\n",
    "a: b\nc: d\r\n",
    "a: b\rc: d\r",
    "a: 'b\r\n\r\n  c'\r\n",
    "a:\tb\n",
    "a: b\u2028c\n",
    "a: \ufeff\n",
    "a b: c\n",
    "'a': b\n",
    "? a\n",
    "...\n",
    "%YAML 1.2\n",
    "<<: a\n",
    "a:b\n",
    "a\n",
    " a: b\n",
)
PIECES = (
    *"\"':-#&*!|>[]{},%@`?~<=\\/ab1 \n\t\r.é\xa0\u2028\x85\ufeff\x00\ud83d",
    *(": ", " #", "- ", "\n- ", "\n  - ", "  ", "\n\n", "\n ", "---\n", "...\n", "\n---", "''"),
    *('""', "[]", "{}", "[a, b]", "['a', \"b\"]", "? ", "<<: ", "key:", "k: v\n", "\nk:\n- a"),
    *("\n# c\n", "\n  # c\n", "!!str ", "&a ", "*a", "|\n", ">-\n", "- - ", "-\n", " : ", "null"),
    *("0x1", "2020-01-01", "\\u00e9", "https://example.org/a:b#c", "洪水", "\U0001f30a"),
)


def alike(content: str, offset: int = 4) -> bool:
    """True where the block is read here; then it is what libyaml reads."""
    made = flat.fields(content, offset, READING)
    if made is None:
        return False
    read = read_by_libyaml(content, offset, READING)
    assert not read.faults, content
    assert made == read.fields, content
    return True


WINDOWS = tuple(one.replace("\n", "\r\n") for one in PLAIN)


@each("content", [*PLAIN, *WINDOWS, *(one.rstrip("\r\n") for one in (*PLAIN, *WINDOWS))])
def test_plain_blocks_are_read(content: str) -> None:
    assert alike(content)


@each("content", LEFT)
def test_whatever_is_not_plain_is_left_to_libyaml(content: str) -> None:
    assert not alike(content)


def test_the_type_case_is_plain() -> None:
    assert alike(article(1).split("---\n")[1])


def test_limits() -> None:
    assert flat.fields("a: 1\nb: 2\n", 0, READING._replace(max_keys=1)) is None
    assert flat.fields("a: 1\n", 0, READING._replace(max_depth=1)) is None


@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_pieces_of_yaml(content: str) -> None:
    for block in (
        content,
        f"a: {content}\nb: c\n",
        f"a: b\nlist:\n- {content}\n- c\n",
        f"a: [b, {content}]\n",
    ):
        alike(block)
        alike(block.replace("\n", "\r\n"))


@given(st.lists(st.text(max_size=8), max_size=4))
def test_any_text(texts: list[str]) -> None:
    alike("".join(f"a: {text}\n" for text in texts))
    alike("a:\n" + "".join(f"- {text}\n" for text in texts))
    alike(f"a: [{', '.join(texts)}]\n")


def damaged(chance: random.Random) -> str:
    content = chance.choice((*PLAIN, *WINDOWS))
    for _ in range(chance.randint(1, 3)):
        at, way = chance.randrange(len(content) + 1), chance.random()
        gone = 0 if way < 0.6 else chance.randint(1, 3)
        put = chance.choice(PIECES) if way < 0.8 else ""
        content = content[:at] + put + content[at + gone :]
    return content


@profile(max_examples=1)
@given(st.integers(0, 1_000_000))
def test_damaged_blocks(seed: int) -> None:
    chance = random.Random(seed)
    assert sum(alike(damaged(chance)) for _ in range(400)) > 20


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(10))
def test_very_many_damaged_blocks(seed: int) -> None:
    chance = random.Random(seed)
    assert sum(alike(damaged(chance)) for _ in range(20_000)) > 2_000
