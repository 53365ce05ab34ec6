"""Real articles damaged on purpose: no safe fix may make another front matter of one.

Each kind of damage is done by chance (the same in every run) to front matter of two real sites;
what no longer parses is fixed, and either comes back with all of its values or is left alone.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable
from functools import cache
from typing import Any

import pytest
import yaml

from tests.support.command import CORPORA
from tests.support.pasted import block, data_of, fix, load, needs_corpora

pytestmark = [pytest.mark.slow, needs_corpora]

_BLOCK = re.compile(r"---\n(.*?\n)---\n", re.DOTALL)
_QUOTED = re.compile(r"""(?P<key>[\w-]+: )(?P<mark>["'])(?P<text>\S.*)(?P=mark)""")


@cache
def articles() -> list[tuple[str, Any]]:
    """Front matter and what it reads as."""
    found = []
    for path in sorted((*CORPORA.glob("digitalgov/**/*.md"), *CORPORA.glob("18f/**/*.md"))):
        match = _BLOCK.match(path.read_text(encoding="utf-8"))
        try:
            data = load(match[1]) if match else None
        except yaml.YAMLError:
            continue
        if match and isinstance(data, dict):
            found.append((match[1], data))
    return found


Damage = Callable[[str, random.Random], str]
"""What becomes of a line; the same line where the damage does not apply."""


def _without_quote(line: str, chance: random.Random) -> str:
    return _QUOTED.sub(r"\g<key>\g<text>\g<mark>", line)


def _moved(line: str, chance: random.Random) -> str:
    lead = len(line) - len(line.lstrip(" "))
    return " " * max(0, lead + chance.choice((-2, -1, 1, 2, 3))) + line.lstrip(" ")


def _wrapped(line: str, chance: random.Random) -> str:
    words = line.split(" ")
    at = chance.randrange(3, len(words)) if len(words) > 5 else 0
    return "\n".join(" ".join(part) for part in (words[:at], words[at:])) if at else line


DAMAGES: dict[str, Damage] = {
    "no blank behind the colon": lambda line, _: re.sub(r"^(\w+): (?=\S)", r"\1:", line),
    "no colon": lambda line, _: re.sub(r"^(\s*[\w-]+):", r"\1", line),
    "no blank behind the dash": lambda line, _: re.sub(r"^(\s*)- (?=\w)", r"\1-", line),
    "a tab": lambda line, _: re.sub(r"^ {2}(?=\S)", "\t", line),
    "indented otherwise": _moved,
    "no opening quote": _without_quote,
    "no closing quote": lambda line, _: re.sub(r"""(["'])$""", "", line),
    "no quotes": lambda line, _: _QUOTED.sub(r"\g<key>\g<text>", line),
    "typographic quotes": lambda line, _: _QUOTED.sub(r"\g<key>“\g<text>”", line),
    "a comma": lambda line, _: re.sub(r"""(["'\]])$""", r"\1,", line),
    "the key twice": lambda line, _: re.sub(r"^([\w-]+): (?=\S)", r"\1: \1: ", line),
    "no comment sign": lambda line, _: re.sub(r"^# ", "", line),
    "wrapped": _wrapped,
    "the line lost": lambda line, _: "",
}

MENDED = {
    "no blank behind the colon": 0.9,
    "no blank behind the dash": 0.9,
    "a tab": 0.9,
    "indented otherwise": 0.4,
    "no quotes": 0.9,
    "a comma": 0.8,
    "the key twice": 0.5,
}
"""The least share of what is broken in this way that safe fixes bring back."""


@pytest.mark.parametrize("name", DAMAGES)
def test_comes_back_or_stays(name: str) -> None:
    chance = random.Random(name)
    counts: Counter[bool] = Counter()
    for content, data in chance.sample(articles(), 400):
        broken = _damaged(content, DAMAGES[name], chance)
        if broken is None:
            continue
        made = fix(broken).text
        if made == broken:
            counts[False] += 1
        else:
            assert data_of(made) == data, block(broken)
            counts[True] += 1
    share = counts[True] / max(1, counts.total())
    assert share >= MENDED.get(name, 0), counts


def _damaged(content: str, damage: Damage, chance: random.Random) -> str | None:
    """An article with one line damaged, when that can no longer be read."""
    lines = content.split("\n")[:-1]
    rows = [row for row, line in enumerate(lines) if line and damage(line, chance) != line]
    if not rows:
        return None
    row = chance.choice(rows)
    made = [*lines[:row], damage(lines[row], chance), *lines[row + 1 :]]
    text = "---\n" + "".join(f"{line}\n" for line in made) + "---\nText.\n"
    return text if data_of(text) is None else None
