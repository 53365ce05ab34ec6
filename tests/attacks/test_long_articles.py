"""Time grows with the length of an article, not with its square: work is counted, not timed.

Counted are the calls of Python functions in `check` and in `fix`: twice the text may take a bit
more than twice the calls, and never four times.
"""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest

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
        lambda n: "links:\n" + "".join(f"  - https://e.org/{i}?utm_source=a\n" for i in range(n)),
    ),
    "quotes": (4_000, lambda n: f"title: {chr(34) * n}\n"),
    "colons": (4_000, lambda n: f"title: {'a: ' * n}\n"),
    "comments": (2_000, lambda n: "# a\n" * n + "title: a\n"),
    "empty-lines": (4_000, lambda n: "\n" * n + "title: a\n"),
}


def _calls(run: Callable[[], object]) -> int:
    """How many Python functions are called."""
    count = 0

    def profile(_: object, event: str, __: object) -> None:
        nonlocal count
        count += event == "call"

    sys.setprofile(profile)
    try:
        run()
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("command", ["check", "fix"])
@pytest.mark.parametrize("name", TEXTS)
def test_twice_the_text_is_twice_the_work(name: str, command: str) -> None:
    number, make = TEXTS[name]
    counts = []
    for count in (number, number, 2 * number):  # the first fills caches
        given = source(f"---\n{make(count)}---\nText.\n")
        if command == "check":
            counts.append(_calls(lambda g=given: engine.check(g, "content/a.md", "a.md", STRICT)))  # type: ignore[misc]
        else:
            counts.append(
                _calls(lambda g=given: engine.fix(g, "content/a.md", "a.md", STRICT, unsafe=True))  # type: ignore[misc]
            )
    most = MOST_OF_KEYS if name == "one-key" else MOST
    assert counts[2] <= most * counts[1], counts
