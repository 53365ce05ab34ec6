"""A site's own terms: what the file may say, and what is said of one that is wrong."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from newslint import NewslintError, add_to_vocabulary
from newslint.text.vocabulary import Vocabulary, make_vocabulary
from tests.support.command import newslint

TERMS = {
    "terms": ["Climate change", "Norway", "İstanbul"],
    "aliases": {"global warming": "climate change", "no": "Norway"},
    "acronyms": ["AI", "NATO"],
}


@pytest.mark.parametrize(
    ("term", "meant"),
    [
        ("Climate change", "Climate change"),
        ("climate  CHANGE", "Climate change"),
        ("Global Warming", "Climate change"),
        ("NO", "Norway"),
        ("AI", None),
        ("Oslo", None),
    ],
)
def test_allowed_terms(term: str, meant: str | None) -> None:
    assert make_vocabulary(TERMS).meant(term) == meant


@pytest.mark.parametrize(
    ("term", "meant"),
    [("ai safety", "AI safety"), ("Nato", "NATO"), ("said", "said"), ("us", "United States")],
)
def test_any_term_is_allowed_without_a_list(term: str, meant: str) -> None:
    made = make_vocabulary({"acronyms": ["AI", "NATO"], "aliases": {"US": "United States"}})
    assert made.meant(term) == meant


def test_the_empty_vocabulary() -> None:
    assert make_vocabulary({}) == Vocabulary()
    assert Vocabulary().meant("any  term") == "any  term"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (["a"], "a mapping with `terms`, `aliases` or `acronyms` is wanted"),
        (None, "a mapping with `terms`, `aliases` or `acronyms` is wanted"),
        ({"term": ["a"]}, "unknown key `term`; did you mean `terms`?"),
        ({"terms": "a"}, "`terms` is no list of texts"),
        ({"acronyms": [["a"]]}, "`acronyms` is no list of texts"),
        ({"aliases": ["a"]}, "`aliases` is no mapping of alias to term"),
        ({"aliases": {"a": ["b"]}}, "`aliases`: `a` does not stand for one term"),
        (
            {"terms": ["a"], "aliases": {"b": "c"}},
            "`aliases`: `b` stands for `c`, which is not in `terms`",
        ),
    ],
)
def test_what_is_wrong(data: Any, said: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(said)}$"):
        make_vocabulary(data)


ARTICLE = "---\ntitle: A\ntags: [Norge, no, oslo]\n---\nText.\n"
CONFIG = 'target = "generic"\nselect = ["TAG007"]\n[rules.TAG007]\nvocabulary = "data/tags.yaml"\n'


def _site(folder: Path, vocabulary: str | None) -> Path:
    content = folder / "content" / "news"
    content.mkdir(parents=True)
    (content / "a.md").write_text(ARTICLE, encoding="utf-8")
    (folder / "newslint.toml").write_text(CONFIG, encoding="utf-8")
    (folder / "data").mkdir()
    if vocabulary is not None:
        (folder / "data" / "tags.yaml").write_text(vocabulary, encoding="utf-8")
    return content


def test_the_file_is_looked_for_beside_the_config(tmp_path: Path) -> None:
    """Values are words as they stand: `no` is a country's code and no boolean."""
    text = "# ours\nterms: [Norway, Oslo]\naliases:\n  Norge: Norway\n  no: Norway\n"
    folder = _site(tmp_path, text)
    done = newslint("check", "a.md", "--output-format", "json", folder=folder)
    assert [(found["message"]) for found in json.loads(done.out)] == [
        "term `Norge` in tags is not the form in the vocabulary",
        "term `no` in tags is not the form in the vocabulary",
        "term `oslo` in tags is not the form in the vocabulary",
    ]
    assert newslint("fix", "a.md", "--unsafe-fixes", folder=folder).code == 0
    mended = (folder / "a.md").read_text(encoding="utf-8")
    assert mended == "---\ntitle: A\ntags: [Norway, Oslo]\n---\nText.\n"


@pytest.mark.parametrize(
    ("vocabulary", "said"),
    [
        (None, "it does not exist"),
        ("terms: [a\n", "not valid YAML in line 2: did not find expected ',' or ']'"),
        ("terms: a: b\n", "not valid YAML in line 1: mapping values are not allowed here"),
        ("terms: a\n", "`terms` is no list of texts"),
        ("- a\n", "a mapping with `terms`, `aliases` or `acronyms` is wanted"),
    ],
)
def test_a_mistake_is_one_line(vocabulary: str | None, said: str, tmp_path: Path) -> None:
    done = newslint("check", "a.md", folder=_site(tmp_path, vocabulary))
    assert (done.code, done.out) == (2, "")
    config = tmp_path / "newslint.toml"
    wanted = f"{config}: [rules.TAG007] `vocabulary`: data/tags.yaml: "
    assert wanted in done.err
    assert done.err.count("\n") == 1
    assert said.split(":")[0] in done.err


def test_an_unknown_option(tmp_path: Path) -> None:
    folder = _site(tmp_path, "terms: [a]\n")
    text = CONFIG.replace("vocabulary", "vocabulery")
    (tmp_path / "newslint.toml").write_text(text, encoding="utf-8")
    done = newslint("check", "a.md", folder=folder)
    assert done.code == 2
    assert "unknown option `vocabulery` of TAG007; did you mean `vocabulary`?" in done.err


# adding to the file


OURS = """# our terms  (ask Ana)
terms:   # the list

  # places
  - 'Norway'   # not Norge
  - Oslo

aliases: # other names
    Norge: "Norway"  # as they say

# none yet
acronyms: []
"""
"""A file with a layout of its own, which must stay as it is."""


def _added(folder: Path, text: str, **more: Any) -> str:
    path = folder / "tags.yaml"
    path.write_bytes(text.encode())
    assert add_to_vocabulary(path, **more)
    after = path.read_bytes().decode()
    assert not add_to_vocabulary(path, **more)
    assert path.read_bytes().decode() == after
    return after


@pytest.mark.parametrize("ending", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_comments_and_layout_stay(tmp_path: Path, ending: str) -> None:
    wanted = (
        OURS.replace("  - Oslo\n", "  - Oslo\n  - Île-de-France\n  - 'AI: safety'\n")
        .replace("say\n", "say\n    'no': \"Norway\"\n    'a: b': \"AI: safety\"\n")
        .replace("[]", "[NATO, EU]")
    )
    after = _added(
        tmp_path,
        OURS.replace("\n", ending),
        terms=["norway", "Île-de-France", "AI: safety"],
        aliases={"norge": "Norway", "no": "Norway", "a: b": "AI: safety"},
        acronyms=["NATO", "EU"],
    )
    assert after == wanted.replace("\n", ending)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "terms:\n- Oslo\naliases:\n  Christiania: Oslo\n"),
        ("# ours", "# ours\nterms:\n- Oslo\naliases:\n  Christiania: Oslo\n"),
        ("terms:\naliases:\n  a: b\n", None),
        (
            "terms: [a]\naliases: {b: a} # c\n",
            "terms: [a, Oslo]\naliases: {b: a, Christiania: Oslo} # c\n",
        ),
        ("terms: # all\n", 'terms: ["Oslo"] # all\naliases:\n  Christiania: Oslo\n'),
        ("# a\n---\nterms: [a]\n", "# a\n---\nterms: [a, Oslo]\naliases:\n  Christiania: Oslo\n"),
    ],
)
def test_new_sections(before: str, after: str | None, tmp_path: Path) -> None:
    more: dict[str, Any] = {"terms": ["Oslo"], "aliases": {"Christiania": "Oslo"}}
    if after is not None:
        assert _added(tmp_path, before, **more) == after
        return
    path = tmp_path / "tags.yaml"
    path.write_text(before, encoding="utf-8")
    with pytest.raises(NewslintError, match=r"`a` stands for `b`, which is not in `terms`$"):
        add_to_vocabulary(path, **more)
    assert path.read_text(encoding="utf-8") == before


@pytest.mark.parametrize(
    ("text", "more", "said"),
    [
        ("- a\n", {"terms": ["b"]}, "a mapping with `terms`, `aliases` or `acronyms` is wanted"),
        ("terms: [a\n", {"terms": ["b"]}, "not valid YAML in line 2: "),
        ("terms: [a]\n", {"aliases": {"b": "c"}}, "`b` stands for `c`, which is not in `terms`"),
        ("terms: &a [b]\nacronyms: *a\n", {"terms": ["c"]}, "the list cannot be changed here"),
        ("aliases:\n  A: b\n", {"aliases": {"a": "c"}}, "`A` stands for `b` already"),
        ("aliases: {}\n", {"aliases": {"c": "d"}}, "has a form that cannot be added to"),
    ],
)
def test_nothing_is_written_when_it_cannot_be(
    text: str, more: dict[str, Any], said: str, tmp_path: Path
) -> None:
    path = tmp_path / "tags.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(NewslintError, match=f"^{re.escape(str(path))}: .*{re.escape(said)}"):
        add_to_vocabulary(path, **more)
    assert path.read_text(encoding="utf-8") == text


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(NewslintError, match="cannot be read: No such file"):
        add_to_vocabulary(tmp_path / "tags.yaml", terms=["a"])
