"""`fix --select STY` over real files: no value changes, no comment goes, nothing is left to fix.

Their front matter is YAML; the same data is written as TOML and as JSON here, by other means than
newslint's own.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Callable, Iterator
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import pytest
import yaml

from newslint.lint import fix as engine
from newslint.lint.losses import comments_of
from tests.support.command import CORPORA
from tests.support.mending import read
from tests.support.oracle import ruamel
from tests.support.setting import settings, source

FOLDERS = ("18f", "broken", "digitalgov")

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        not all((CORPORA / name).is_dir() for name in FOLDERS),
        reason="../shared/corpora is not there",
    ),
]

STYLES: dict[str, dict[str, Any]] = {
    "block": {"quotes": "double", "lists": "block", "key-order": ["title", "date", "slug"]},
    "flow": {"quotes": "when-needed", "lists": "flow", "key-order": ["date", "link", "title"]},
    "lines": {"quotes": "single", "empty-lines": "keep"},
}
for _style in STYLES.values():
    _style["dates"] = "keep"  # their values change; they have a test of their own
EVERY = 3
"""Each style is tried on every third file, so that all are tried on some of each kind."""


class Keeping(yaml.CSafeLoader):
    """PyYAML's own types, and dates as they are written."""


def loaded(text: str) -> Any:
    """The front matter as PyYAML types it: pairs, so that keys that are there twice are seen."""
    match = re.match(r"\ufeff?---[ \t]*\r?\n(.*?)^---", text, re.DOTALL | re.MULTILINE)
    if match is None:
        return None
    root = yaml.compose(match[1], Keeping)
    return [] if root is None else plain(root, {})


def plain(node: yaml.Node, seen: dict[int, Any]) -> Any:
    """The tag and value of every node."""
    if id(node) in seen:
        return "alias"
    seen[id(node)] = True
    if isinstance(node, yaml.MappingNode):
        return sorted(((plain(k, seen), plain(v, seen)) for k, v in node.value), key=repr)
    if isinstance(node, yaml.SequenceNode):
        return [plain(item, seen) for item in node.value]
    return node.tag, node.value


@pytest.mark.parametrize("name", FOLDERS)
@pytest.mark.parametrize("style", STYLES)
def test_the_form_changes_and_no_value(style: str, name: str) -> None:
    chosen = settings({"select": ["STY"], "style": STYLES[style]})
    shift = list(STYLES).index(style)
    changed = 0
    for path in sorted((CORPORA / name).rglob("*.md"))[shift::EVERY]:
        changed += normalized(path, chosen)
    assert changed > 0 or name == "broken"


def normalized(path: Path, chosen: Any) -> bool:
    """True when a file was changed; asserts that no value of it was."""
    try:
        text = path.read_bytes().decode()
    except UnicodeDecodeError:
        return False
    before = source(text)
    outcome = engine.fix(before, "content/a.md", "a.md", chosen, unsafe=False)
    assert not [one for one in outcome.left if one.fix is not None], path
    assert not [one for one in outcome.left if one.code == "RUN004"], path
    if outcome.text == before.text:
        return False
    again = engine.fix(source(outcome.text), "content/a.md", "a.md", chosen, unsafe=False)
    assert (again.text, again.applied) == (outcome.text, ()), path
    assert loaded(outcome.text) == loaded(before.text), path
    old, new = read(before.text), read(outcome.text)
    assert sorted(comments_of(old).values()) == sorted(comments_of(new).values()), path
    assert old.body == new.body, path
    assert old.block is not None
    assert new.block is not None
    if old.block.format == "yaml":
        values = [ruamel(one.text[slice(*one.block.content)]) for one in (old, new) if one.block]
        if values[0] is not None:  # of some files ruamel.yaml reads nothing
            assert sorted(values[0], key=repr) == sorted(values[1] or [], key=repr), path
    return True


TOML_TABLE = {"block": False, "flow": True, "lines": False}
"""By style, whether mappings are written on one line."""


def data_of(path: Path) -> dict[str, Any] | None:
    """The front matter as PyYAML loads it; None where there is none, or it has odd keys."""
    try:
        text = path.read_bytes().decode()
        match = re.match(r"\ufeff?---[ \t]*\r?\n(.*?)^---", text, re.DOTALL | re.MULTILINE)
        data = yaml.safe_load(match[1]) if match else None
    except (UnicodeDecodeError, yaml.YAMLError, ValueError):
        return None
    return data if isinstance(data, dict) and all(map(_is_key, data)) else None


def _is_key(key: object) -> bool:
    return isinstance(key, str) and key.isprintable()


class Writer:
    """Writes data as TOML, in one form after the other: quotes, lists, comments, empty lines."""

    def __init__(self, ending: str, inline: bool) -> None:
        self.ending = ending
        self.inline = inline
        self.turn = 0

    def next(self, count: int) -> int:
        self.turn += 1
        return self.turn % count

    def document(self, data: dict[str, Any]) -> str:
        lines = list(self.pairs(data))
        for key, value in data.items():
            if self.is_table(value):
                lines += ["", f"# table {key}", f"[{json.dumps(key)}]", *self.pairs(value)]
        return "".join(f"{line}{self.ending}" for line in lines)

    def is_table(self, value: object) -> bool:
        return isinstance(value, dict) and bool(value) and not self.inline

    def pairs(self, data: dict[str, Any]) -> Iterator[str]:
        for key, value in data.items():
            if value is None or self.is_table(value):
                continue
            if self.next(3) == 0:
                yield f"# of {key}"
            name = key if re.fullmatch(r"[\w-]+", key, re.ASCII) else json.dumps(key)
            comment = " # 'after\"" if self.next(4) == 0 else ""
            yield f"{name} = {self.value(value)}{comment}"

    def value(self, value: Any) -> str:
        match value:
            case dict():
                pairs = (
                    f"{json.dumps(k)} = {self.value(v)}" for k, v in value.items() if v is not None
                )
                return "{ " + ", ".join(pairs) + " }"
            case list():
                items = [self.value(item) for item in value if item is not None]
                glue = f",{self.ending}  " if self.next(2) and items else ", "
                start, end = (f"{self.ending}  ", self.ending) if glue != ", " else ("", "")
                return f"[{start}{glue.join(items)}{end}]"
            case str():
                single = "'" not in value and value.isprintable() and self.next(2)
                text = json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
                return f"'{value}'" if single else text
            case bool():
                return str(value).lower()
            case datetime() | date() | time():
                return value.isoformat()
        return str(value)


def toml_text(data: dict[str, Any], style: str, ending: str) -> str:
    return f"+++{ending}{Writer(ending, TOML_TABLE[style]).document(data)}+++{ending}Body.{ending}"


def json_text(data: dict[str, Any], style: str, ending: str) -> str:
    indents: dict[str, int | str | None] = {"block": 2, "flow": "\t", "lines": None}
    text = json.dumps(data, indent=indents[style], ensure_ascii=style == "flow", default=str)
    lines = re.sub(r"\[\s+([^\[\]{}\n]*)\s+\]", r"[\1]", text) if style == "block" else text
    return (lines.replace(",\n", ",\n\n", 1) + "\nBody.\n").replace("\n", ending)


def load_toml(text: str) -> Any:
    return tomllib.loads(text.replace("\r\n", "\n").split("+++\n")[1])


def load_json(text: str) -> Any:
    return json.JSONDecoder().raw_decode(text)[0]


FORMATS: dict[str, tuple[Callable[[dict[str, Any], str, str], str], Callable[[str], Any]]] = {
    "toml": (toml_text, load_toml),
    "json": (json_text, load_json),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", FOLDERS)
@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("form", FORMATS)
def test_the_same_in_other_formats(form: str, style: str, name: str) -> None:
    chosen = settings({"select": ["STY"], "style": STYLES[style]})
    make, load = FORMATS[form]
    shift = list(STYLES).index(style)
    changed = tried = 0
    for number, path in enumerate(sorted((CORPORA / name).rglob("*.md"))[shift::EVERY]):
        data = data_of(path)
        if data:
            text = make(data, style, "\r\n" if number % 5 == 0 else "\n")
            changed += rewritten(text, chosen, load)
            tried += 1
    assert tried > 3
    nothing = (form, style) == ("json", "lines")  # on one line, and its quotes have one form
    assert changed == 0 if nothing else changed > tried / 2


def rewritten(text: str, chosen: Any, load: Callable[[str], Any]) -> bool:
    """True when a text was changed; asserts that no value and no comment of it was."""
    before = read(text)
    assert not before.broken, text
    outcome = engine.fix(source(text), "content/a.md", "a.md", chosen, unsafe=False)
    assert not [one for one in outcome.left if one.fix is not None or one.code == "RUN004"], text
    again = engine.fix(source(outcome.text), "content/a.md", "a.md", chosen, unsafe=False)
    assert (again.text, again.applied) == (outcome.text, ()), text
    after = read(outcome.text)
    assert load(outcome.text) == load(text), text
    assert sorted(comments_of(before).values()) == sorted(comments_of(after).values()), text
    assert before.body == after.body
    return outcome.text != text


@pytest.mark.parametrize("name", FOLDERS)
def test_dates_are_the_same_moments(name: str) -> None:
    chosen = settings({"select": ["STY005"]})
    for path in sorted((CORPORA / name).rglob("*.md")):
        try:
            before = source(path.read_bytes().decode())
        except UnicodeDecodeError:
            continue
        outcome = engine.fix(before, "content/a.md", "a.md", chosen, unsafe=False)
        lines = zip(before.text.split("\n"), outcome.text.split("\n"), strict=True)
        for one, other in ((one, other) for one, other in lines if one != other):
            old, new = (text.split(":", 1)[1].strip(" \r\"'") for text in (one, other))
            padded = re.sub(r" (\d:)", r" 0\1", old)
            assert datetime.fromisoformat(new) == datetime.strptime(padded, "%Y-%m-%d %H:%M:%S %z")
            assert new[-6:].replace(":", "") == old[-5:]
