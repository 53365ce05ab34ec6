"""`fix --select STY` over real files: no value changes, no comment goes, nothing is left to fix."""

from __future__ import annotations

import re
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

pytestmark = pytest.mark.skipif(
    not all((CORPORA / name).is_dir() for name in FOLDERS), reason="../shared/corpora is not there"
)

STYLES: dict[str, dict[str, Any]] = {
    "block": {"quotes": "double", "lists": "block", "key-order": ["title", "date", "slug"]},
    "flow": {"quotes": "when-needed", "lists": "flow", "key-order": ["date", "link", "title"]},
    "lines": {"quotes": "single", "empty-lines": "keep"},
}
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
