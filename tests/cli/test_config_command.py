"""`newslint config`: valid TOML that says the same when it is read, with the file of each value."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest

from newslint.config.command_line import CommandLine
from newslint.config.load import load
from newslint.config.project import Project
from newslint.config.settings import Settings
from tests.support.command import newslint

CONFIG = """
extend = "../base.toml"
preset = "news"
ignore = ["TXT010"]
extend-select = ["TAG007", "STY002"]
unfixable = ["SLG003"]
exclude = ["content/archive/**"]

[fields]
link = { key = "original_url", required = true }
tags = { min-items = 1, max-items = 8 }
"odd key" = { one-of = ["a", "\\"b"] }

[style]
quotes = "double"

[rules.LNK004]
keep = ["utm_id"]

[rules.TAG007]
vocabulary = { terms = ["a"] }

[severity]
DAT = "error"

[sources]
"feeds.example.com" = "The Example"

[[overrides]]
paths = ["content/opinion/**"]
extend-select = ["TXT012"]
fields.author.required = true

[[overrides]]
before = "2020-01-01"
severity.LNK004 = "info"
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "base.toml").write_text('fail-on = "error"\n[fields]\nlink.type = "string"\n')
    folder = tmp_path / "site"
    (folder / "content/opinion").mkdir(parents=True)
    (folder / "newslint.toml").write_text(CONFIG)
    old = "---\ntitle: A\ndate: 2019-01-01\n---\n"
    (folder / "content/opinion/a.md").write_text(old)
    return folder


def said(folder: Path, *arguments: str) -> str:
    done = newslint("config", *arguments, folder=folder)
    assert done.code == 0, done.err
    return done.out


def test_every_value_says_where_it_is_from(site: Path) -> None:
    out = said(site, "content/opinion/a.md")
    tomllib.loads(out)
    for line in out.splitlines():
        if " = " in line and line != "select = [" and not line.startswith("# "):
            assert "  # from " in line, line
    wanted = [
        'preset = "news"  # from newslint.toml',
        f'fail-on = "error"  # from {site.parent / "base.toml"}',
        'unfixable = ["SLG003"]  # from newslint.toml',
        'key = "original_url"  # from newslint.toml',
        f'type = "string"  # from {site.parent / "base.toml"}',
        "max-items = 8  # from newslint.toml",
        'keep = ["utm_id"]  # from newslint.toml',
        'vocabulary = { terms = ["a"] }  # from newslint.toml',
        'quotes = "double"  # from newslint.toml',
        '"feeds.example.com" = "The Example"  # from newslint.toml',
        'LNK004 = "info"  # from newslint.toml, overrides 2',
        'DAT001 = "error"  # from newslint.toml',
        "required = true  # from newslint.toml, overrides 1",
        '  "TXT012",  # text-cut-off, from newslint.toml, overrides 1',
    ]
    lines = out.splitlines()
    for line in wanted:
        name = line.split(",  # text-cut-off")[0]
        assert line in lines or any(one.startswith(f"{name},  # ") for one in lines), line


def _settings(config: Path, path: Path, day: int | None) -> Settings:
    project = Project(CommandLine(), config_file=config)
    return project.site(path.parent).settings(path, day)


def test_it_says_the_same_when_it_is_read(site: Path) -> None:
    path = site / "content/opinion/a.md"
    made = site / "made.toml"
    made.write_text(said(site, "content/opinion/a.md"))
    load(made)
    day = 737060
    one, other = _settings(site / "newslint.toml", path, day), _settings(made, path, day)
    assert one.selected == other.selected
    assert one.unfixable == other.unfixable
    assert one.schema.specs == other.schema.specs
    assert {r.rule.code: (r.options, r.severity) for r in one.rules} == {
        r.rule.code: (r.options, r.severity) for r in other.rules
    }


def test_without_a_config(tmp_path: Path) -> None:
    data = tomllib.loads(said(tmp_path))
    assert data["preset"] == "default"
    assert data["fields"]["title"]["required"] is True


def test_what_is_typed(tmp_path: Path) -> None:
    assert 'preset = "strict"  # from the command line' in said(tmp_path, "--preset", "strict")


def test_json(site: Path) -> None:
    data: dict[str, Any] = json.loads(said(site, "--output-format", "json"))
    assert data["settings"]["fields"]["link"]["key"] == "original_url"
    assert data["sources"]["fields.link.type"] == str(site.parent / "base.toml")
    assert data["config"] == "newslint.toml"
    assert "DAT001" in data["settings"]["select"]
    assert newslint("config", "--output-format", "github", folder=site).code == 2


def test_names_of_strangers_are_quoted(tmp_path: Path) -> None:
    key = "a b\u202e\\\"'=]#\n"
    path = tmp_path / "newslint.toml"
    path.write_text(f"[fields]\n{json.dumps(key)} = {{ one-of = [{json.dumps(key)}] }}\n")
    assert tomllib.loads(said(tmp_path))["fields"][key]["one-of"] == [key]
