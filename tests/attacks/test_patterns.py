"""Regular expressions on texts made against them: time grows with the length.

Calls of Python functions do not count what one expression does, so the processor's time is taken:
of a text so long that the square of its length would take many times the limit.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from newslint.frontmatter import flow_lists
from newslint.frontmatter.yaml.repair import value
from newslint.generators.hugo.permalinks import Parts, expand
from newslint.generators.zola import program
from newslint.lint import fix as engine
from newslint.text.strippable import is_markup, is_strippable
from tests.support.setting import settings, source

LIMIT = 1.0
"""Seconds: some milliseconds are enough where time grows with the length."""

LENGTH = 150_000

PARTS = Parts(datetime(2025, 1, 1, tzinfo=UTC), "t", "s", ("a",), "a", "f", "b", str)


def _took(run: Callable[[], object]) -> float:
    before = time.process_time()
    run()
    return time.process_time() - before


PATTERNS: dict[str, Callable[[str], object]] = {
    "rest-of-a-line": flow_lists._REST.match,
    "typed-tail": value._TYPED_TAIL.search,
    "float": program._FLOAT.fullmatch,
    "permalink": lambda text: expand(text, PARTS),
}


@pytest.mark.parametrize("pattern", PATTERNS)
@pytest.mark.parametrize("part", [" ", "\t", ", ", ": [", ": [ ]", "9", "9.", ":year[", ":year"])
def test_a_text_of_one_part(pattern: str, part: str) -> None:
    text = part * (LENGTH // len(part))
    for end in ("", "x", "\0", "]"):
        assert _took(lambda end=end: PATTERNS[pattern](text + end)) < LIMIT  # type: ignore[misc]


TAGS: dict[str, Callable[[int], str]] = {
    "nested": lambda n: "<b>" * n + "x" + "</b>" * n,
    "nested-words": lambda n: "<b>x" * n + "</b>" * n,
    "nested-spaces": lambda n: "<b> " * n + "</b> " * n,
    "many-names": lambda n: "".join(f"<b{i}>x" for i in range(n)) + "x</zz>" * n,
    "blocks": lambda n: "<p>" * n + "</p>" * n,
}


@pytest.mark.parametrize("name", TAGS)
def test_nested_tags(name: str) -> None:
    found = list(re.finditer(r"</?[a-z][^<>]*>", TAGS[name](10_000)))
    assert _took(lambda: is_markup(found)) < LIMIT
    assert _took(lambda: is_strippable(found)) < LIMIT


ARTICLES = {
    "spaces-after-an-item": "tags: [a, b{}, b]\n".format(" " * 50_000),
    "spaces-before-a-comma": "tags: [a, a{}, b]\n".format("\t" * 50_000),
    "digits": "weight: {}x\n".format("9" * 50_000),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", ARTICLES)
@pytest.mark.parametrize("generator", ["hugo", "zola"])
def test_an_article(name: str, generator: str) -> None:
    under = settings({"preset": "strict"}, site={}, generator=generator)
    given = source(f"---\n{ARTICLES[name]}---\nText.\n")
    assert _took(lambda: engine.check(given, "content/a.md", "a.md", under)) < LIMIT
    assert _took(lambda: engine.fix(given, "content/a.md", "a.md", under, unsafe=True)) < 2 * LIMIT
