"""Time grows with the length of an article, not with its square: work is counted, not timed.

Counted are the calls of Python functions in `check` and in `fix`: twice the text may take a bit
more than twice the calls, and never four times.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from cProfile import Profile

import pytest

from newslint import frontmatter
from newslint.lint import fix as engine
from tests.support.setting import settings, source

pytestmark = pytest.mark.slow

STRICT = settings({"preset": "strict"}, site={})
MOST = 2.7
"""How many times the calls for twice the text: some work is done in halves."""

MOST_OF_KEYS = 3.5
"""The same where keys are compared with each other, of which `max-keys` allows 1,000."""

TEXTS: dict[str, tuple[int, Callable[[int], str]]] = {
    "one-key": (240, lambda n: "title: a\n" * n),
    "tabs": (8_000, lambda n: f'title: "{chr(9) * n}"\n'),
    "commas": (2_000, lambda n: f"tags: {'a,' * n}\n"),
    "ignored-names": (
        2_000,
        lambda n: f"title: a\n# newslint: ignore[{','.join(f'abc-{i}' for i in range(n))}]\n",
    ),
    "tags": (1_000, lambda n: f"tags: [{', '.join(f'a{i}' for i in range(n))}]\n"),
    "dirty-tags": (
        600,
        lambda n: "tags:\n" + "".join(f"  - a{i} &amp;  b\n" for i in range(n)),
    ),
    "tags-in-two-cases": (
        400,
        lambda n: "tags:\n" + "".join(f"  - {'Aa'[i % 2]}b{i // 2}\n" for i in range(n)),
    ),
    "links": (
        600,
        lambda n: "link:\n" + "".join(f"  - https://e.org/{i}?utm_source=a\n" for i in range(n)),
    ),
    "quotes": (4_000, lambda n: f"title: {chr(34) * n}\n"),
    "colons": (4_000, lambda n: f"title: {'a: ' * n}\n"),
    "comments": (2_000, lambda n: "# a\n" * n + "title: a\n"),
    "empty-lines": (4_000, lambda n: "\n" * n + "title: a\n"),
}

ITEMS: dict[str, tuple[int, Callable[[int], str]]] = {
    "dirty": (300, lambda i: f"a{i} &amp;  b"),
    "plain": (600, lambda i: f"a{i}"),
    "same": (600, lambda _: "a"),
    "two-cases": (300, lambda i: f"{'Aa'[i % 2]}b{i // 2}"),
    "links": (300, lambda i: f"https://e.org/{i}?utm_source=a&amp;b=c"),
    "whitespace": (300, lambda i: f" a{i} "),
    "hashtags": (300, lambda i: f"#tag{i}"),
    "commas": (200, lambda i: f"a{i}, b{i}"),
    "empty": (600, lambda _: ""),
}
"""The items of a list, in each format and each form of a list."""

STRINGS = {
    "references": "a &amp; b  ",
    "references-at-the-end": "a &amp;  ",
    "tags": "<p>a",
    "backticks": "`<b>`",
    "commas": "a,",
    "mojibake": "Ã©",
    "words": "word ",
    "no-width": "a\u200b",
    "colons": "a: ",
    "han": "新闻",
}
"""What one text repeats."""

LENGTH = 4_000


def _listed(items: list[str]) -> dict[str, str]:
    quoted = [json.dumps(item, ensure_ascii=False) for item in items]
    row, rows = ", ".join(quoted), ",\n  ".join(quoted)
    return {
        "yaml-block": "---\ntags:\n" + "".join(f"  - {one}\n" for one in quoted) + "---\nx\n",
        "yaml-flow": f"---\ntags: [{row}]\n---\nx\n",
        "toml": f"+++\ntags = [{row}]\n+++\nx\n",
        "toml-rows": f"+++\ntags = [\n  {rows}\n]\n+++\nx\n",
        "json": f'{{"tags": [{row}]}}\nx\n',
        "json-rows": f'{{"tags": [\n  {rows}\n]}}\nx\n',
    }


def _texts(text: str, key: str) -> dict[str, str]:
    quoted = json.dumps(text, ensure_ascii=False)
    return {
        "yaml": f"---\n{key}: {quoted}\n---\nx\n",
        "toml": f"+++\n{key} = {quoted}\n+++\nx\n",
        "json": f'{{"{key}": {quoted}}}\nx\n',
    }


FORMS = tuple(_listed([]))


def _work(text: str, command: str) -> int:
    """The calls that a command takes for a text, once its caches are filled."""
    given = source(text)
    if command == "check":
        return _calls(lambda: engine.check(given, "content/a.md", "a.md", STRICT))
    return _calls(lambda: engine.fix(given, "content/a.md", "a.md", STRICT, unsafe=True))


@pytest.mark.nightly
@pytest.mark.parametrize("command", ["check", "fix"])
@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", ITEMS)
def test_twice_the_items_are_twice_the_work(name: str, form: str, command: str) -> None:
    number, item = ITEMS[name]
    once, twice = (_listed([item(i) for i in range(n)])[form] for n in (number, 2 * number))
    _work(once, command)
    counts = _work(once, command), _work(twice, command)
    assert counts[1] <= MOST * counts[0], counts


@pytest.mark.nightly
@pytest.mark.parametrize("command", ["check", "fix"])
@pytest.mark.parametrize("form", ["yaml", "toml", "json"])
@pytest.mark.parametrize("key", ["title", "description", "tags", "link"])
@pytest.mark.parametrize("name", STRINGS)
def test_twice_the_length_is_twice_the_work(name: str, key: str, form: str, command: str) -> None:
    number = LENGTH // len(STRINGS[name])
    once, twice = (_texts(STRINGS[name] * n, key)[form] for n in (number, 2 * number))
    _work(once, command)
    counts = _work(once, command), _work(twice, command)
    assert counts[1] <= MOST * counts[0], counts


def _calls(run: Callable[[], object]) -> int:
    """How many Python functions are called."""
    frontmatter.read_again.cache_clear()  # a text that was read in the last run is no less work
    counter = Profile(builtins=False)
    counter.runcall(run)
    return sum(one.callcount for one in counter.getstats())


def test_the_links_are_links() -> None:
    """Under another key no rule would look at them, and nothing be measured."""
    given = source(f"---\n{TEXTS['links'][1](3)}---\nText.\n")
    found = engine.check(given, "content/a.md", "a.md", STRICT)
    assert [one.code for one in found].count("LNK004") == 3


@pytest.mark.parametrize("command", ["check", "fix"])
@pytest.mark.parametrize("name", TEXTS)
def test_twice_the_text_is_twice_the_work(name: str, command: str) -> None:
    number, make = TEXTS[name]
    counts = []
    for count in (number, number + 1, 2 * number):  # the first fills caches; no text comes twice
        given = source(f"---\n{make(count)}---\nText.\n")
        if command == "check":
            counts.append(_calls(lambda g=given: engine.check(g, "content/a.md", "a.md", STRICT)))  # type: ignore[misc]
        else:
            counts.append(
                _calls(lambda g=given: engine.fix(g, "content/a.md", "a.md", STRICT, unsafe=True))  # type: ignore[misc]
            )
    most = MOST_OF_KEYS if name == "one-key" else MOST
    assert counts[2] <= most * counts[1], counts
