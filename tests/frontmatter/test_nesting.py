"""Nesting bombs: the same answer with every version of libyaml, and no list becomes a text."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Literal

import pytest

import newslint
from newslint.config.load import parse_yaml
from newslint.frontmatter.yaml.scalars import reads
from newslint.text.plain_data import NotPlainError, deeper, read
from newslint.vocabulary_file import add_to_vocabulary

TOO_DEEP = "not checked: its values are nested more than 100 deep"

BOMBS: dict[str, tuple[str, int, int]] = {
    "lists": ("a: " + "[" * 5000 + "]" * 5000, 3, 103),
    "lists-open": ("a: " + "[" * 5000, 3, 103),
    "lists-just-too-deep": ("a: " + "[" * 100 + "]" * 100, 3, 103),
    "lists-as-libyaml-0.2.6-bears-them": ("a: " + "[" * 999 + "]" * 999, 3, 103),
    "lists-as-it-refuses-them": ("a: " + "[" * 1001 + "]" * 1001, 3, 103),
    "lists-with-spaces": ("a: " + "[ " * 5000, 3, 202),
    "lists-on-lines": ("a: " + "[\n " * 5000, 102, 2),
    "maps": ("a: " + "{a: " * 5000 + "}" * 5000, 3, 400),
    "maps-open": ("a: " + "{" * 5000, 3, 103),
    "mixed": ("a: " + "[{a: " * 5000, 3, 250),
    "pairs": ("a: " + "[a: " * 5000, 3, 201),
    "block-lists": ("a:\n  " + "- " * 5000 + "x", 4, 201),
    "block-keys": ("? " * 5000 + "x", 3, 201),
    "brackets-in-block-lists": ("a:\n  " + "- " * 60 + "[" * 5000, 4, 162),
    "after-a-good-key": ("b: good\nc: [d]\na: " + "[" * 5000, 5, 103),
    "before-a-good-key": ("a: " + "[" * 2000 + "]" * 2000 + "\nb: good", 3, 103),
    "in-a-table": ("b:\n  c: d\n  a: " + "[" * 2000 + "]" * 2000, 5, 104),
    "after-a-mistake": ("b: c: d\na: " + "[" * 1500 + "]" * 1500, 4, 103),
    "after-a-mistake-open": ("b: c: d\na: " + "[" * 5000, 4, 103),
    "after-a-mistake-maps": ("b: c: d\na: " + "{a: " * 1500 + "x" + "}" * 1500, 4, 400),
    "after-a-mistake-block-lists": ("b: c: d\na:\n" + "- " * 300 + "x", 5, 199),
    "after-a-mistake-in-a-table": ("t:\n  b: c: d\n  a: " + "[" * 1500 + "]" * 1500, 5, 105),
}
"""What stands below the title; row and column of the first value that lies too deep."""

NO_BOMBS = {
    "comment": "a: b # " + "[" * 5000,
    "comment-line": "a: b\n# " + "[" * 5000 + "\nc: d",
    "double-quotes": 'a: "' + "[" * 5000 + '"',
    "single-quotes": "a: '" + "{" * 5000 + "'",
    "literal": "a: |\n  " + "[" * 5000 + "\nc: d",
    "folded": "a: >-\n  " + "- " * 5000,
    "in-a-word": "a: x" + "[" * 5000,
    "not-nested": "a: [" + "[]," * 3000 + "]",
    "many-maps": "a:\n" + "- {b: [c]}\n" * 500,
    "as-deep-as-allowed": "a: " + "[" * 99 + "]" * 99,
}


def _article(block: str) -> str:
    return f"---\ntitle: T\n{block}\n---\nText.\n"


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_not_checked_and_not_changed(name: str) -> None:
    block, row, column = BOMBS[name]
    found = newslint.check_text(_article(block), target="hugo")
    assert [(one.code, one.text) for one in found] == [("RUN002", TOO_DEEP)]
    assert found[0].start == (row, column)
    made = newslint.fix_text(_article(block), target="hugo", unsafe=True)
    assert (made.changed, made.after) == (False, _article(block))


@pytest.mark.parametrize("name", NO_BOMBS)
def test_what_only_looks_like_one_is_checked(name: str) -> None:
    found = newslint.check_text(_article(NO_BOMBS[name]), target="hugo")
    assert {one.code for one in found}.isdisjoint({"RUN002", "FMT006", "FMT008", "FMT010"})


def test_the_mistake_before_a_bomb_is_what_is_wrong() -> None:
    """libyaml 0.2.6 looks ahead and meets the bomb first, 0.2.5 the mistake."""
    for block in ("a: [ } " + "[" * 5000, "a: [ } " + "[" * 500):
        (one,) = newslint.check_text(_article(block), target="hugo")
        assert (one.code, one.start) == ("FMT010", (3, 4))


def test_depth_is_read_as_events() -> None:
    assert deeper("a: [[b]]", 3) is None
    assert deeper("a: [[b]]", 2) == 4
    assert deeper("a: " + "[" * 100_000, 100) == 102
    assert deeper("a: ]" + "[" * 100_000, 100) is None


def test_a_new_text_with_many_brackets_is_not_read_bare() -> None:
    text = "[" * 50_000
    assert reads(text, flow=False) is None
    assert reads(f'"{text}"', flow=False) == text


Form = Literal["toml", "yaml", "json"]
DEEP = 30_000


def _aliases(line: Callable[[int, str], str]) -> str:
    rows = [line(n, ", ".join([f"*a{n - 1}"] * 9)) for n in range(1, 20)]
    return "\n".join(["a0: &a0 {x: y}", *rows])


@pytest.mark.slow
@pytest.mark.parametrize(
    ("form", "text", "words"),
    [
        ("yaml", "a: " + "[" * DEEP + "]" * DEEP, "its values are nested more than 100 deep"),
        ("yaml", "- " * DEEP, "its values are nested more than 100 deep"),
        ("yaml", "a: &a [*a]", "its values are nested more than 100 deep"),
        ("yaml", "a: &a\n  <<: *a", "its values are nested more than 100 deep"),
        ("yaml", _aliases(lambda n, of: f"a{n}: &a{n} [{of}]"), "it has more than 100000 values"),
        (
            "yaml",
            _aliases(lambda n, of: f"a{n}: &a{n} {{<<: [{of}]}}"),
            "it has more than 100000 values",
        ),
        ("yaml", "a: b\nc: [", "did not find expected node content (at line 2)"),
        ("yaml", "a: b\nc: \a", "the character U+0007 is not allowed (at line 2)"),
        ("toml", "a = " + "[" * DEEP, "its values are nested more than 100 deep"),
        ("toml", ".".join("a" * DEEP) + " = 1", "a key has more than 32 parts"),
        ("toml", "a = 1\nb = ]", "Invalid value (at line 2)"),
        ("toml", 'a = 1\nb = "', "Unterminated string (at line 2)"),
        ("json", "[" * DEEP, "its values are nested more than 100 deep"),
        ("json", '{"a": 1,\n}', "Expecting property name enclosed in double quotes (at line 2)"),
    ],
    ids=range(14),
)
def test_data_of_others_is_bounded(form: Form, text: str, words: str) -> None:
    with pytest.raises(NotPlainError) as caught:
        read(text, form)
    assert str(caught.value).startswith(words)
    assert "\n" not in str(caught.value)


def test_data_as_texts() -> None:
    assert read("a: no\nb: [1]\n", "yaml", texts=True) == {"a": "no", "b": ["1"]}
    assert read("a: no\nb: [1]\n", "yaml") == {"a": False, "b": [1]}
    assert [read("", form) for form in ("yaml", "json")] == [None, None]


@pytest.mark.parametrize(
    "text", ["terms: " + "[" * DEEP, "terms: &a [*a]", "- " * DEEP], ids=range(3)
)
def test_a_vocabulary(text: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="not valid YAML: its values are nested more"):
        parse_yaml(text)
    path = tmp_path / "terms.yaml"
    path.write_text(text)
    with pytest.raises(newslint.NewslintError, match="nested more than 100 deep"):
        add_to_vocabulary(path, terms=["a"])
    (tmp_path / "newslint.toml").write_text('[rules.TAG007]\nvocabulary = "terms.yaml"\n')
    with pytest.raises(newslint.NewslintError, match="nested more than 100 deep"):
        newslint.check_text("---\ntitle: A\n---\n", tmp_path / "a.md", preset="strict")


@pytest.mark.parametrize("text", ["a = " + "[" * DEEP, ".".join("a" * 5000) + " = 1"], ids=range(2))
def test_the_own_config(text: str, tmp_path: Path) -> None:
    (tmp_path / "newslint.toml").write_text(text)
    with pytest.raises(newslint.NewslintError):
        newslint.check_text("---\ntitle: A\n---\n", tmp_path / "a.md")
