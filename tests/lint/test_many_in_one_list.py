"""Fixes that put items into one list at many places are made in one pass, not in one each."""

from __future__ import annotations

import json

import pytest
import yaml

from newslint.lint import fix as engine
from newslint.lint.fix import MAX_PASSES
from tests.support.setting import settings, source

STRICT = settings({"preset": "strict"}, site={})
NUMBER = 3 * MAX_PASSES
SIX = ["x1", "x2", "c1", "d1", "x3", "x4", "g1", "x5", "x6"]
ITEMS = [json.dumps(f"a{i}, b{i}") for i in range(NUMBER)]
SPLIT = [f"{letter}{i}" for i in range(NUMBER) for letter in "ab"]

FORMS = {
    "block": "---\ntags:\n" + "".join(f"  - {item}\n" for item in ITEMS) + "---\nText.\n",
    "flow": f"---\ntags: [{', '.join(ITEMS)}]\n---\nText.\n",
    "flow-rows": "---\ntags: [\n  " + ",\n  ".join(ITEMS) + ",\n]\n---\nText.\n",
    "toml": f"+++\ntags = [{', '.join(ITEMS)}]\n+++\nText.\n",
    "toml-rows": "+++\ntags = [\n  " + ",\n  ".join(ITEMS) + "\n]\n+++\nText.\n",
    "json": f'{{"tags": [{", ".join(ITEMS)}]}}\nText.\n',
}


@pytest.mark.parametrize("form", FORMS)
def test_every_item_is_split(form: str) -> None:
    made = engine.fix(source(FORMS[form]), "content/a.md", "a.md", STRICT, unsafe=True)
    assert [one.code for one in made.applied] == ["TAG004"] * NUMBER
    assert not [one.text for one in made.left if one.code.startswith("RUN")]
    inner = made.text[made.text.index("[") : made.text.rindex("]") + 1] if "[" in made.text else ""
    found = yaml.safe_load(inner) if inner else yaml.safe_load(made.text.split("---")[1])["tags"]
    assert found == SPLIT


def test_one_of_them_is_after_the_last() -> None:
    """The item at the end, one at the start, and clean ones between."""
    text = '---\ntags: ["x1, x2", c1, d1, "x3, x4", g1, "x5, x6"]\n---\nText.\n'
    made = engine.fix(source(text), "content/a.md", "a.md", STRICT, unsafe=True)
    assert yaml.safe_load(made.text.split("---")[1])["tags"] == [
        "x1",
        "x2",
        "c1",
        "d1",
        "x3",
        "x4",
        "g1",
        "x5",
        "x6",
    ]
