"""What the fuzzer starts from, and what it makes of that."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from random import Random

from newslint import registry
from tests.support.command import CORPORA

FOUND = Path(__file__).parent / "found"
"""Small texts on which something once went wrong, and such as are made to go wrong."""

MOST = 20_000
"""Characters of a text that is started from."""

_TOKENS = (
    *(": ", ":", " #", "# ", "- ", "-", "---", "---text", "+++", "...", "\t", "  ", "\n", "\r\n"),
    *("'", '"', "''", '\\"', "\\", "[", "]", "{", "}", ",", "&a ", "*a", "!!str ", "|", ">", "? "),
    *("%", "@", "`", "~", "null", "yes", "1e3", "0o7", "2025-12-31", "2025-12-31T12:00:00Z"),
    *("&amp;", "&nbsp;", "Ã©", "â€™", "\u200b", "\u202e", "\ufeff", "\u2028", "\x00", "\x1b[2J"),
    *(
        "<b>",
        "{{ x }}",
        "{{< x >}}",
        "{% x %}",
        "https://e.org/?utm_source=a",
        "://",
        "=",
        "é",
        "漢",
    ),
    *("title: ", "tags: ", "date: ", "draft: true\n", "<<: *a", "ﷺ", "ا", "🏳️‍🌈", "::stop::"),
)


def seeds() -> list[str]:
    """The texts to start from: what was found, the rules' examples, and real ones."""
    texts = [_text(path) for path in sorted(FOUND.iterdir())]
    for rule in registry.all_rules():
        for example in rule.examples:
            texts += [example.before, example.after or ""]
    texts += [_text(path) for path in sorted(CORPORA.rglob("*.md"))] if CORPORA.is_dir() else []
    return [text for text in texts if text and len(text) <= MOST]


def _text(path: Path) -> str:
    return path.read_bytes().decode("utf-8", "replace")


def mutated(random: Random, texts: list[str]) -> str:
    """One of the texts with one to six things done to it."""
    text = random.choice(texts)
    for _ in range(random.choice((1, 1, 1, 2, 3, 6))):
        text = random.choice(_WAYS)(random, text, texts)
    return text[: 2 * MOST]


def _lines(text: str) -> list[str]:
    return text.split("\n")


def _row(random: Random, lines: list[str]) -> int:
    """One of the first rows more often than one of the body's."""
    return random.randrange(min(len(lines), random.choice((6, 20, 20, len(lines)))))


def _drop_line(random: Random, text: str, _: list[str]) -> str:
    lines = _lines(text)
    del lines[_row(random, lines)]
    return "\n".join(lines)


def _repeat_line(random: Random, text: str, _: list[str]) -> str:
    lines = _lines(text)
    row = _row(random, lines)
    lines[row:row] = [lines[row]] * random.choice((1, 1, 2, 30))
    return "\n".join(lines)


def _move_line(random: Random, text: str, _: list[str]) -> str:
    lines = _lines(text)
    line = lines.pop(_row(random, lines))
    lines.insert(_row(random, lines) if lines else 0, line)
    return "\n".join(lines)


def _foreign_line(random: Random, text: str, texts: list[str]) -> str:
    lines, others = _lines(text), _lines(random.choice(texts))
    lines.insert(_row(random, lines), others[_row(random, others)])
    return "\n".join(lines)


def _join_lines(random: Random, text: str, _: list[str]) -> str:
    lines = _lines(text)
    row = _row(random, lines)
    lines[row : row + 2] = ["".join(lines[row : row + 2])]
    return "\n".join(lines)


def _indent(random: Random, text: str, _: list[str]) -> str:
    lines = _lines(text)
    row = _row(random, lines)
    lines[row] = random.choice((" ", "  ", "\t", "    - ")) + lines[row]
    return "\n".join(lines)


def _at(random: Random, text: str) -> int:
    return random.randrange(min(len(text), random.choice((60, 400, len(text) + 1))) + 1)


def _insert(random: Random, text: str, _: list[str]) -> str:
    at = _at(random, text)
    return text[:at] + random.choice(_TOKENS) * random.choice((1, 1, 1, 2, 40)) + text[at:]


def _cut(random: Random, text: str, _: list[str]) -> str:
    at = _at(random, text)
    return text[:at] + text[at + random.choice((1, 1, 2, 10)) :]


def _swap(random: Random, text: str, _: list[str]) -> str:
    old, new = random.choice(_TOKENS), random.choice(_TOKENS)
    return text.replace(old, new, random.choice((1, 1, 5)))


def _end(random: Random, text: str, _: list[str]) -> str:
    return text[: _at(random, text)]


def _line_ends(random: Random, text: str, _: list[str]) -> str:
    return text.replace("\n", random.choice(("\r\n", "\r", "\n\n")), random.choice((1, 3, -1)))


_WAYS: tuple[Callable[[Random, str, list[str]], str], ...] = (
    *(_drop_line, _repeat_line, _move_line, _foreign_line, _join_lines, _indent),
    *(_insert, _insert, _insert, _cut, _cut, _swap, _end, _line_ends),
)
