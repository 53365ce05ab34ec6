"""newslint/data/newslint.schema.json, the schema of newslint.toml, is made from what reads it.

`python -m tests.config.test_config_schema` writes it anew; a test fails when it has drifted.
"""

from __future__ import annotations

import json
import tomllib
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from newslint import registry
from newslint.config.load import Config, kebab, parse
from newslint.config.schemas.config_file import config_schema
from newslint.model.errors import NewslintError
from tests.support.command import ROOT, newslint

PATH = ROOT / "newslint" / "data" / "newslint.schema.json"


def build() -> str:
    """The text of the file."""
    return json.dumps(config_schema(), ensure_ascii=False, indent=1) + "\n"


def test_the_schema_is_up_to_date() -> None:
    assert PATH.read_text(encoding="utf-8") == build(), (
        "run `python -m tests.config.test_config_schema`"
    )


def test_it_is_a_schema_and_the_command_prints_it(tmp_path: Path) -> None:
    done = newslint("schema", "--config", folder=tmp_path)
    assert (done.code, done.err) == (0, "")
    made = json.loads(done.out)
    Draft202012Validator.check_schema(made)
    assert made == config_schema()


def test_every_key_and_every_rule_is_in_it() -> None:
    schema = config_schema()
    assert set(schema["properties"]) == {kebab(one.name) for one in fields(Config)}
    rules = schema["$defs"]["rules"]["properties"]
    assert set(rules) == {name for rule in registry.all_rules() for name in (rule.code, rule.name)}


RIGHT = (
    "preset = 'news'\nexclude = ['a']\n[fields]\ntags = { items = { type = 'string' } }",
    "[fields]\nx = { required-when = { draft = false, kind = ['a', 'b'] } }",
    "[[overrides]]\npaths = ['a']\nfields.author.required = true\nschema = 'x.json'\nmodel = ''",
    "[rules.LNK004]\nkeep = ['utm_id']\n[rules.link-tracking]\nadd = ['x']",
    "[rules.ABC001]\nown = true",
    "[severity]\nDAT006 = 'error'\n[style]\nquotes = 'double'\nkey-order = ['a']",
    "rule-paths = ['lint']\nplugins = ['a']\n[limits]\nmax-keys = 5\n[sources]\n'a' = 'b'",
    "target = 'hugo'\njobs = 2\nextension = { txt = 'md' }\ntimezone = 'Europe/Madrid'",
    "[rules.TAG007]\nvocabulary = { tags = ['a'] }",
)
WRONG = (
    "preset = 'new'", "exclude = 'a'", "nothing = 1", "[fields]\nx = { min = 1 }",
    "[fields]\nx = { type = 'text' }", "[[overrides]]\nignore = ['A']", "target = 'huge'",
    "[fields]\nx = { items = { type = 'list' } }", "schema = 5", "rule-paths = 'lint'",
    "[severity]\nDAT006 = 'bad'", "[rules.LNK004]\nnope = 1", "jobs = 'two'", "[style]\nnope = 1",
    "[limits]\nmax-keys = 'a'",
)  # fmt: skip


def _says(text: str) -> tuple[bool, bool]:
    """Whether newslint takes a config, and whether its schema does."""
    from tests.support.setting import settings

    data: dict[str, Any] = tomllib.loads(text)
    try:
        parse(data, "newslint.toml")
        settings({key: value for key, value in data.items() if key not in ("schema", "rules")})
        taken = True
    except NewslintError:
        taken = False
    return taken, Draft202012Validator(config_schema()).is_valid(data)


@pytest.mark.parametrize("text", RIGHT)
def test_what_is_right_fits(text: str) -> None:
    assert _says(text) == (True, True)


@pytest.mark.parametrize("text", WRONG)
def test_what_is_wrong_does_not(text: str) -> None:
    assert _says(text)[1] is False
    if "rules" not in text:
        assert _says(text)[0] is False


@pytest.mark.parametrize(
    "path", list((ROOT / "examples").rglob("newslint.toml")), ids=lambda p: p.parent.name
)
def test_the_configs_of_the_examples_fit(path: Path) -> None:
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    errors = [one.message for one in Draft202012Validator(config_schema()).iter_errors(data)]
    assert errors == []


def test_the_schema_for_a_path(tmp_path: Path) -> None:
    (tmp_path / "newslint.toml").write_text(
        "[[overrides]]\npaths = ['opinion/**']\nfields.author.required = true\n"
    )
    for name in ("news", "opinion"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.md").write_text("---\ntitle: A\n---\n")
    news = json.loads(newslint("schema", "news/a.md", folder=tmp_path).out)
    opinion = json.loads(newslint("schema", "opinion", folder=tmp_path).out)
    data = {"title": "A"}
    assert Draft202012Validator(news).is_valid(data)
    assert not Draft202012Validator(opinion).is_valid(data)
    assert Draft202012Validator(opinion).is_valid(data | {"author": "B"})
    done = newslint("schema", "none", folder=tmp_path)
    assert (done.code, done.err) == (2, "newslint: none does not exist\n")


def test_a_model_is_part_of_it_where_it_was_allowed() -> None:
    folder = ROOT / "examples" / "own-rules"
    plain = newslint("schema", "content", folder=folder)
    assert "model" not in json.loads(plain.out)["$defs"]
    assert plain.err == "newslint: `model` is left out: it is code, which `--allow-code` allows\n"
    whole = newslint("schema", "content", "--allow-code", folder=folder)
    schema = json.loads(whole.out)
    assert whole.err == ""
    assert "own_rules_models.Article" in schema["$defs"]
    right = {"title": "A", "date": "2026-01-01T10:00:00Z", "dateline": "B", "editor": "C"}
    assert Draft202012Validator(schema).is_valid(right)
    assert not Draft202012Validator(schema).is_valid(right | {"tags": "a"})
    assert not Draft202012Validator(schema).is_valid(right | {"editor": {"phone": 1}})


if __name__ == "__main__":
    PATH.write_text(build(), encoding="utf-8", newline="\n")
