"""The command that a report names next is about the same articles."""

from __future__ import annotations

import pytest

from newslint.cli.again import again
from newslint.cli.arguments import quick


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("check", ""),
        ("check .", ""),
        ("check content/a.md", "content/a.md"),
        ("fix --unsafe-fixes -j 2 --output-format table -q blog", "blog"),
        ("check --preset news --select LNK,DAT001 --no-habits --isolated x",
         "--preset news --select LNK,DAT001 --no-habits --isolated x"),
        ("check --now 2026-01-31T12:00:00+00:00", "--now 2026-01-31T12:00:00+00:00"),
    ],
)  # fmt: skip
def test_again(line: str, words: str) -> None:
    options = quick(line.split())
    assert options is not None
    assert again(options) == words


def test_paths_are_quoted_and_many_are_left_out() -> None:
    quoted = quick(["check", "my site", "it's"])
    assert quoted is not None
    assert again(quoted) == "'my site' 'it'\"'\"'s'"
    many = quick(["check", "--preset", "news", *(f"content/{number}.md" for number in range(20))])
    assert many is not None
    assert again(many) == ""
