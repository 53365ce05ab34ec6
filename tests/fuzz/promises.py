"""What holds for every text, whatever stands in it: a broken promise is a line of words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import yaml

from newslint import generators
from newslint.config.settings import Settings
from newslint.files.read import Source
from newslint.frontmatter.read import read_article
from newslint.lint import fix as engine
from newslint.model.diagnostics import Diagnostic
from newslint.site_article import Article
from tests.support.setting import settings, source

PATH = "content/a.md"
PRESETS = ("default", "news", "strict")

MAY_MOVE_BODY = ("BDY", "FMT001", "FMT002", "FMT003", "FMT004")
"""How the codes of the rules begin that mend the body, or where it begins."""


def every_setting() -> dict[tuple[str, str], Settings]:
    """The settings of every preset and generator, by their names."""
    return {
        (preset, name): settings({"preset": preset}, site={}, generator=name)
        for preset in PRESETS
        for name in generators.NAMES
    }


def broken(text: str, under: Settings, *, unsafe: bool) -> list[str]:
    """The promises that a check and a fix of a text break. Raises what newslint raises."""
    given = source(text)
    found = engine.check(given, PATH, "a.md", under)
    made = engine.fix(given, PATH, "a.md", under, unsafe=unsafe)
    said = [f"crashed: {one.text}" for one in (*found, *made.applied, *made.left) if _crash(one)]
    if not made.applied:
        return [*said, *(["changed without a fix"] if made.text != given.text else [])]
    again = Source(given.path, made.text, made.bom, None)
    second = engine.fix(again, PATH, "a.md", under, unsafe=unsafe)
    if (second.text, second.bom) != (made.text, made.bom):
        codes = ", ".join(sorted({one.code for one in second.applied}))
        said.append(f"not idempotent: {codes}")
    before = read_article(given, PATH, under)
    after = read_article(again, PATH, under)
    return [*said, *_compared(before, after, made.applied)]


def _crash(one: Diagnostic) -> bool:
    return one.code == "RUN003"


def _compared(before: Article, after: Article, applied: tuple[Diagnostic, ...]) -> Iterator[str]:
    codes = {one.code for one in applied}
    if after.broken and codes != {"FMT004"}:
        yield f"cannot be read any more: {', '.join(sorted(codes))}"
    if before.block is None or after.block is None or before.broken:
        return
    if before.body != after.body and not any(code.startswith(MAY_MOVE_BODY) for code in codes):
        yield f"the body changed: {', '.join(sorted(codes))}"
    if before.block.format == after.block.format == "yaml":
        yield from _values(before, after, applied)


def _values(before: Article, after: Article, applied: tuple[Diagnostic, ...]) -> Iterator[str]:
    """Values that no fix was about, as PyYAML's parser in Python reads them.

    A fix is about the values that its edits touch, and about the field that it names: edits of a
    second pass have their places in another text.
    """
    first, last = _read(before), _read(after)
    if first is None or last is None or any(one.code.startswith("FMT") for one in applied):
        return
    edits = [placed.edit.span for one in applied if one.fix for placed in one.fix.edits]
    named = {re.split(r"[.\[]", one.field or "", maxsplit=1)[0] for one in applied}
    assert before.block is not None
    start = before.block.content.start
    now = {key: value for key, value, _ in last}
    times = Counter(key for key, _, _ in first)
    for key, value, (begin, end) in first:
        touched = any(e.start <= start + end and e.end >= start + begin for e in edits)
        if not touched and key not in named and times[key] == 1 and now.get(key) != value:
            yield f"the value of {key!r} changed, which no fix was about"


def _read(article: Article) -> Any:
    """Keys, plain values and places; None for what this reader does not take."""
    assert article.block is not None
    content = article.text[article.block.content.start : article.block.content.end]
    try:
        root = yaml.compose(content, yaml.BaseLoader)
        pairs = [] if root is None else root.value
        make = yaml.BaseLoader("")
        return [
            (str(key.value), make.construct_object(value, deep=True),
             (key.start_mark.index, value.end_mark.index))
            for key, value in pairs
        ]  # fmt: skip
    except (yaml.YAMLError, RecursionError, ValueError, TypeError, AttributeError):
        return None
