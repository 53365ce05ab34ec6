"""Whole files, made of what people and scripts write and of what nobody does.

Whatever stands in a file: no rule crashes, nothing hangs, the body keeps its bytes, a mended file
can be read, and a second run changes nothing. `NEWSLINT_FUZZ=100000` looks at that many files.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given
from hypothesis import settings as profile
from hypothesis import strategies as st

from newslint import generators
from newslint.config.settings import Settings
from newslint.files.read import Source, decode, encode
from newslint.frontmatter.read import read_article
from newslint.lint import fix as engine
from newslint.model.limits import Limits
from newslint.site_article import Article
from tests.support.command import CORPORA
from tests.support.setting import settings, source
from tests.support.whole_files import (
    FILES,
    LINE_ENDS,
    LONG,
    YAML_FILES,
    damaged,
    foreign,
    long_files,
)

pytestmark = pytest.mark.slow

MANY = int(os.environ.get("NEWSLINT_FUZZ", "0"))
SETTINGS = {
    name: settings({"preset": "strict"}, site={}, generator=name) for name in generators.NAMES
}
TARGETS = st.sampled_from(["hugo", "hugo", *generators.NAMES])
FENCES = {"FMT001", "FMT002", "FMT003"}
PATIENCE = 120
"""Seconds after which a file is said to hang: two hundred times what the worst of them takes."""


fuzz = profile(
    derandomize=not MANY,
    deadline=None,
    max_examples=MANY or 300,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@contextmanager
def _bounded() -> Iterator[None]:
    """Ends in an error what would never end. Where there are no signals, nothing does."""

    def stop(*_: object) -> None:
        raise AssertionError(f"not done after {PATIENCE} seconds")

    if not hasattr(signal, "SIGALRM"):
        yield
        return
    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(PATIENCE)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def _read(text: str, bom: bool, given: Settings) -> tuple[Source, Article]:
    made = replace(source(text), bom=bom)
    return made, read_article(made, "content/a.md", given)


def _look(text: str, name: str = "hugo") -> None:
    """All that holds for a text in UTF-8."""
    with _bounded():
        _examine(source(text), SETTINGS[name])


def _examine(given: Source, under: Settings) -> None:
    before = read_article(given, "content/a.md", under)
    found = engine.check(given, "content/a.md", "a.md", under)
    assert not [one.text for one in found if one.code == "RUN003"]
    for unsafe in (False, True):
        made = engine.fix(given, "content/a.md", "a.md", under, unsafe=unsafe)
        codes = {one.code for one in made.applied}
        assert not [one.text for one in (*made.left, *made.applied) if one.code == "RUN003"]
        if not codes:
            assert (made.text, made.bom) == (given.text, given.bom)
            continue
        again, after = _read(made.text, made.bom, under)
        if codes != {"FMT004"}:  # which says nothing of what stands in the file
            assert after.block is not None
            assert not after.broken
        if before.block is not None and not codes & FENCES:
            assert _body_kept(before, after, codes)
        second = engine.fix(again, "content/a.md", "a.md", under, unsafe=unsafe)
        assert (second.text, second.bom) == (made.text, made.bom)


def _body_kept(before: Article, after: Article, codes: set[str]) -> bool:
    if "FMT004" in codes or any(code.startswith("BDY") for code in codes):
        return True  # a file that was encoded twice is encoded once, body and all
    assert before.block is not None
    if before.block.closing.start == before.block.closing.end:
        return before.text.endswith(after.body)  # a mistake hid where the front matter ends
    return before.body == after.body


@fuzz
@given(FILES, LINE_ENDS, TARGETS)
@example("---\ntitle: 'It's on'\ntags:\n- 'it's'\n---\nText.\n", "\r\n", "hugo")
@example('---\ntitle: a\x00b: "c\x1b\ndate:2025-12-31\n---\nText.\n', "\n", "hugo")
@example("---\ntitle: a\n\t\n---\nText.\n", "\n", "hugo")
@example("---\ntitle: a\n\t\t\ntags: [a\n---\nText.\n", "\n", "zola")
@example("---\ntitle: a \r\r\r\ndate: 2025-12-31\n---\nText.\n", "\n", "hugo")
@example("+++\ntitle = 'a' +++\nText.\n", "\n", "zola")
@example("+++\ntitle = 'a'\n# c +++\nText.\n", "\n", "zola")
@example('{\n"title": "b"$c"\n}\nText.\n', "\n", "hugo")
@example('{\n"a\tb": 1\n}\nText.\n', "\n", "hugo")
def test_files_of_lines(text: str, ending: str, name: str) -> None:
    _look(text.replace("\n", ending), name)


@fuzz
@given(st.text(st.sampled_from("---\n\n: \"'ab#[]{}|>*&!%@`,\t-é\\\u2028\x00\ufeff"), max_size=80))
def test_yaml_of_characters(text: str) -> None:
    _look("---\n" + text + "\n---\nText.\n")


@fuzz
@given(st.text(st.sampled_from("\n\n=\"\"''ab#[]{},.\t-é\\\u2028\x00+1T:"), max_size=60))
def test_toml_of_characters(text: str) -> None:
    _look("+++\n" + text + "\n+++\nText.\n")


@fuzz
@given(st.text(st.sampled_from('\n:""[]{},,\t-é\\ntu0\u2028\x00+1e.\''), max_size=60))
def test_json_of_characters(text: str) -> None:
    _look("{" + text + "}\nText.\n")


@fuzz
@given(st.binary(max_size=60))
def test_files_of_bytes(data: bytes) -> None:
    _look("---\n" + data.decode("utf-8", "ignore") + "\n---\nText.\n")


@fuzz
@given(foreign(st.one_of(FILES, YAML_FILES)), st.sampled_from(["", "", "cp1252", "utf-16-le"]))
def test_files_in_any_encoding(data: bytes, named: str) -> None:
    """Only what is read for certain is written, as the same text; then it is a file like others."""
    given = decode(data, Path("a.md"), Limits(), named)
    if given.fault is None:
        assert encode(given.text, given.bom) == data
    with _bounded():
        made = engine.fix(given, "content/a.md", "a.md", ONLY_ENCODING, unsafe=True)
        if not made.applied:
            assert (made.text, made.bom, made.reencoded) == (given.text, given.bom, False)
            return
        if made.reencoded:
            assert (made.text, made.bom) == (given.text, given.bom)
        again = decode(encode(made.text, made.bom), Path("a.md"), Limits(), named)
        assert (again.text, again.bom, again.fault) == (made.text, made.bom, None)
        whole = engine.fix(given, "content/a.md", "a.md", SETTINGS["hugo"], unsafe=True)
        last = engine.fix(again, "content/a.md", "a.md", SETTINGS["hugo"], unsafe=True)
        assert (whole.text, whole.bom) == (last.text, last.bom)


ONLY_ENCODING = settings({"select": ["FMT004"]})


def _articles(folder: str) -> tuple[str, ...]:
    paths = sorted((CORPORA / folder).rglob("*.md"))
    texts = (path.read_bytes().decode("utf-8", "ignore") for path in paths)
    return tuple(text for text in texts if len(text) < 20_000)[:: 1 if MANY else 7]


@pytest.mark.skipif(not CORPORA.is_dir(), reason="the folder of real articles is not there")
@pytest.mark.parametrize("folder", ["digitalgov", "18f", "broken"])
def test_damaged_articles(folder: str) -> None:
    look: Callable[[], None] = fuzz(
        given(damaged(_articles(folder)), LINE_ENDS, TARGETS)(
            lambda text, ending, name: _look(text.replace("\n", ending), name)
        )
    )
    look()


@pytest.mark.parametrize("unit", LONG, ids=ascii)
def test_long_rows(unit: str) -> None:
    """Nothing takes time by the square of a line's length, or it would not end here."""
    for _, text in long_files(unit, 20_000 if MANY else 2_000):
        _look(text)


@pytest.mark.parametrize(
    "opened", ["[", "{a: ", "- ", "? ", "{", '{"a": ', "a = [", "[[", "a.", "'"]
)
@pytest.mark.parametrize("fence", ["---", "+++", "{"])
def test_deep_nests(opened: str, fence: str) -> None:
    for depth in (90, 101, 5000):
        text = "a: " + opened * depth if fence == "---" else opened * depth
        _look(f"{fence}\n{text}\n{fence}\nText.\n")
