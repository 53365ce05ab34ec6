"""Config files, layers, presets, overrides: what holds for an article, and mistakes in one line."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from newslint import registry
from newslint.config import load as config
from newslint.config.command_line import CommandLine
from newslint.config.load import preset_layer
from newslint.config.project import Project
from newslint.config.settings import Settings
from newslint.model.diagnostics import Preset
from newslint.model.errors import NewslintError
from tests.support.setting import settings

NOW = datetime(2026, 1, 31, tzinfo=UTC)


def _project(**command: Any) -> Project:
    return Project(CommandLine(now=NOW, **command))


def _codes(made: Settings) -> set[str]:
    return {active.rule.code for active in made.rules}


@pytest.mark.parametrize("name", Preset.__args__)  # type: ignore[attr-defined]
def test_presets_are_valid_layers(name: str) -> None:
    path = registry.rules_folder() / f"preset_{name}.toml"
    parsed = config.parse(config._read(path), str(path))
    layer = preset_layer(name)
    assert (parsed.fields, parsed.rules, parsed.severity) == (
        layer.fields,
        layer.rules,
        layer.severity,
    )


def test_strict_has_every_rule_and_default_is_part_of_news() -> None:
    default, news, strict = (_codes(settings({"preset": name})) for name in
                             ("default", "news", "strict"))  # fmt: skip
    assert default < news < strict


def test_nearest_config_holds(tmp_path: Path) -> None:
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    (tmp_path / "newslint.toml").write_text('preset = "strict"\n')
    (tmp_path / "a" / "pyproject.toml").write_text('[tool.newslint]\npreset = "news"\n')
    (inner / "pyproject.toml").write_text('[tool.other]\nnewslint = "no table of its own"\n')
    project = _project()
    assert project.site(inner).config.preset == "news"
    assert project.site(tmp_path).config.preset == "strict"


def test_extend_builds_on_another_file(tmp_path: Path) -> None:
    (tmp_path / "base.toml").write_text(
        'preset = "news"\nignore = ["TXT001"]\n'
        '[rules.TAG006]\nmax = 5\n[severity]\nDAT006 = "error"\n'
    )
    (tmp_path / "newslint.toml").write_text(
        'extend = "base.toml"\nignore = ["TXT002"]\n[severity]\nDAT007 = "warning"\n'
    )
    made = _project().site(tmp_path).config
    assert (made.preset, made.ignore) == ("news", ("TXT002",))
    assert made.severity == {"DAT006": "error", "DAT007": "warning"}
    assert made.rules == {"TAG006": {"max": 5}}


def test_extend_in_a_circle_is_a_mistake(tmp_path: Path) -> None:
    (tmp_path / "newslint.toml").write_text('extend = "b.toml"\n')
    (tmp_path / "b.toml").write_text('extend = "newslint.toml"\n')
    with pytest.raises(NewslintError, match="circular `extend`"):
        _project().site(tmp_path)


def test_overrides_by_path(tmp_path: Path) -> None:
    (tmp_path / "newslint.toml").write_text(
        '[[overrides]]\npaths = ["content/opinion/**"]\nignore = ["TXT001"]\n'
        'fields.author.required = true\n[overrides.severity]\nLNK004 = "error"\n'
    )
    site = _project().site(tmp_path)
    there = site.settings(tmp_path / "content/opinion/a.md")
    elsewhere = site.settings(tmp_path / "content/news/a.md")
    assert _codes(elsewhere) - _codes(there) == {"TXT001"}
    assert "author" in there.schema.required
    assert "author" not in elsewhere.schema.required
    levels = {active.rule.code: active.severity for active in there.rules}
    assert levels["LNK004"] == "error"
    assert site.settings(tmp_path / "content/opinion/b.md") is there


def test_command_line_stands_above_the_file(tmp_path: Path) -> None:
    (tmp_path / "newslint.toml").write_text('preset = "news"\ntarget = "generic"\n')
    project = _project(preset="default", target="hugo", ignore=("TXT",))
    site = project.site(tmp_path)
    made = site.settings(tmp_path / "a.md")
    assert site.generator.name == "hugo"
    assert not [code for code in _codes(made) if code.startswith("TXT")]
    assert "DAT006" not in _codes(made)


def test_always_rules_cannot_be_switched_off() -> None:
    assert {"RUN001", "RUN002", "RUN003", "RUN004"} <= _codes(settings({"select": ["LNK004"]}))


def test_a_role_has_the_key_that_the_config_says() -> None:
    made = settings({"fields": {"link": {"key": "Original_URL", "required": True}}})
    assert made.context.role_of["original_url"] == "link"
    assert made.context.roles["link"] == ("original_url",)
    assert made.schema.specs["link"].required


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ({"prest": "news"}, "unknown key `prest`; did you mean `preset`?"),
        ({"preset": "new"}, '`preset` must be "default", "news" or "strict"'),
        ({"fields": {"a": {"requird": 1}}}, "`fields.a.requird`; did you mean `required`?"),
        ({"overrides": [{"path": ["a"]}]}, "did you mean `paths`?"),
        (
            {"rules": {"TAG006": {"maxx": 1}}},
            "unknown option `maxx` of TAG006; did you mean `max`?",
        ),
        ({"rules": {"TAG006": {"max": "x"}}}, "[rules.TAG006] `max`"),
        ({"rules": {"RUN001": {"x": 1}}}, "unknown option `x` of RUN001; it has: none"),
        ({"severity": {"TAG99": "error"}}, "unknown rule `TAG99`"),
        ({"ignore": ["nothing"]}, "unknown rule `nothing`"),
        ({"timezone": "Mars/Olympus"}, "unknown time zone `Mars/Olympus`"),
        ({"fields": {"a": {"pattern": "("}}}, "[fields]: "),
        ({"fields": {"a": {"pattern": "(?=x)"}}}, "[fields]: "),
    ],
)
def test_mistakes_name_the_key_and_the_remedy(data: Mapping[str, Any], message: str) -> None:
    with pytest.raises(NewslintError) as caught:
        settings(data)
    text = str(caught.value)
    assert text.startswith("newslint.toml: ")
    assert message in text
    assert "\n" not in text


def test_broken_toml_names_the_file(tmp_path: Path) -> None:
    (tmp_path / "newslint.toml").write_text("preset = \n")
    with pytest.raises(NewslintError, match=r"newslint\.toml: invalid TOML"):
        _project().site(tmp_path)
