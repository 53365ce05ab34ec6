"""7,263 real texts pasted raw into templates: what the tests of repair share.

They are titles, summaries and descriptions; each is pasted as it stands and with typographic quotes
made straight, which breaks far more of them. They are no part of the project: they are looked for
in `../shared`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from newslint.files.read import decode
from newslint.lint import fix as engine
from newslint.lint.fix import Outcome
from newslint.model.limits import Limits
from tests.support.command import CORPORA
from tests.support.setting import settings

needs_corpora = pytest.mark.skipif(
    not (CORPORA / "texts.txt").is_file() or not (CORPORA / "broken").is_dir(),
    reason="../shared/corpora is not there",
)

SETTINGS = settings({"select": ["FMT"], "ignore": ["STY"]}, site={})
_STRAIGHT = str.maketrans("“”„‘’", '"""\'\'')

ARTICLE = """---
date: 2025-12-31T10:00:00Z
slug: "an-article"
description: "A text: with a colon"
image: '/img/a.jpg'
%slink: https://example.org/a?b=c
draft: false
categories:
- 'world'
author: Ana
---
Body.
"""
"""Eight fields, and the place of what is pasted."""

TEMPLATES = {
    "double": '%k: "%s"\n',
    "single": "%k: '%s'\n",
    "bare": "%k: %s\n",
    "item": "tags:\n- 'a'\n- '%s'\n- 'b'\n",
}
_KEYS = ("title", "summary", "kicker")


@cache
def texts(straight: bool) -> tuple[str, ...]:
    """The texts, as they are or with typographic quotes made straight."""
    lines = (CORPORA / "texts.txt").read_text(encoding="utf-8").split("\n")
    return tuple(text.translate(_STRAIGHT) if straight else text for text in lines if text)


def load(content: str) -> Any:
    """A block as PyYAML reads it, through libyaml. Raises yaml.YAMLError."""
    return yaml.load(content, Loader=yaml.CSafeLoader)


def block(text: str) -> str:
    """The lines between the fences of a file as `ARTICLE` is one."""
    return text.split("---\n")[1]


def lines_of(template: str, text: str, key: str = "title") -> str:
    """A template's lines with a text pasted into them."""
    return TEMPLATES[template].replace("%k", key).replace("%s", text)


def value_of(template: str, text: str) -> Any:
    """What must be read in the field that a text was pasted into."""
    return ["a", text, "b"] if template == "item" else text


class Article(NamedTuple):
    """An article as a script writes it, and what its author wants read in the pasted fields."""

    text: str
    wanted: Mapping[str, Any]

    def reads(self, text: str) -> bool:
        """True when a text of this article reads as it was meant, every field of it."""
        return bool(data_of(text) == {**GOOD, **self.wanted})


def data_of(text: str) -> Any:
    """The fields of a whole text; None when they cannot be read."""
    try:
        return load(block(text))
    except yaml.YAMLError:
        return None


GOOD = load(block(ARTICLE.replace("%s", "")))


def pasted(template: str, text: str) -> Article:
    """The article with one text pasted into it."""
    key = "tags" if template == "item" else "title"
    lines = lines_of(template, text)
    return Article(ARTICLE.replace("%s", lines), {key: value_of(template, text)})


def pasted_at_once(templates: tuple[str, ...], number: int, straight: bool) -> Article:
    """The article with a text that breaks in each of the templates; the fields take turns."""
    lines, wanted = "", {}
    for place, template in enumerate(templates):
        texts = breaking(template, straight)
        text = texts[(number * (2 * place + 1) + place) % len(texts)]
        key = "tags" if template == "item" else _KEYS[(number + place) % len(_KEYS)]
        lines += lines_of(template, text, key)
        wanted[key] = value_of(template, text)
    return Article(ARTICLE.replace("%s", lines), wanted)


def many_at_once(count: int, straight: bool, step: int = 1) -> Iterator[Article]:
    """Articles with `count` broken fields of different templates, each broken text in turn."""
    for templates in combinations(TEMPLATES, count):
        most = max(len(breaking(template, straight)) for template in templates)
        for number in range(0, most, step):
            yield pasted_at_once(templates, number, straight)


@cache
def breaking(template: str, straight: bool) -> tuple[str, ...]:
    """The texts that cannot be read once they are pasted."""
    return tuple(
        text for text in texts(straight) if data_of(f"---\n{lines_of(template, text)}---\n") is None
    )


@cache
def silent(template: str, straight: bool) -> tuple[str, ...]:
    """The texts that are read as another one, without an error, once they are pasted."""
    found = []
    for text in texts(straight):
        data = data_of(f"---\n{lines_of(template, text)}---\n")
        if data is not None and list(data.values()) != [value_of(template, text)]:
            found.append(text)
    return tuple(found)


def fix(text: str, unsafe: bool = False) -> Outcome:
    """What `newslint fix` makes of a text."""
    made = decode(text.encode(), Path("a.md"), Limits())
    return engine.fix(made, "content/a.md", "a.md", SETTINGS, unsafe=unsafe)


def outcome(article: Article) -> str:
    """How `fix` gives an article back: "safe", "unsafe" or "not"; "wrong" when a safe fix gives it
    other values than were meant, "guess" when an unsafe one does."""
    made = fix(article.text).text
    if made != article.text:
        return "safe" if article.reads(made) else "wrong"
    made = fix(article.text, unsafe=True).text
    if made == article.text:
        return "not"
    return "unsafe" if article.reads(made) else "guess"


def is_reported(article: Article) -> bool:
    """True when `check` finds something in an article."""
    given = decode(article.text.encode(), Path("a.md"), Limits())
    return bool(engine.check(given, "content/a.md", "a.md", SETTINGS))
