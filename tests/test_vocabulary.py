"""A site's own terms: what the file may say, and what is said of one that is wrong."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from newslint.text.vocabulary import Vocabulary, make_vocabulary
from tests.command import newslint

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
        "tags holds `Norge`, the vocabulary has `Norway`",
        "tags holds `no`, the vocabulary has `Norway`",
        "tags holds `oslo`, the vocabulary has `Oslo`",
    ]
    assert newslint("fix", "a.md", "--unsafe-fixes", folder=folder).code == 0
    mended = (folder / "a.md").read_text(encoding="utf-8")
    assert mended == "---\ntitle: A\ntags: [Norway, Oslo]\n---\nText.\n"


@pytest.mark.parametrize(
    ("vocabulary", "said"),
    [
        (None, "No such file or directory"),
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
    assert "TAG007 has no option `vocabulery`; did you mean `vocabulary`?" in done.err
