"""`newslint rule`: the table says what each rule finds, and JSON has the same."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from newslint import registry
from newslint.cli import output
from newslint.cli.rule import command, severities
from newslint.lint import fix as engine
from newslint.rule import Rule
from tests.support.command import newslint
from tests.support.setting import example_settings, source


def test_the_table_says_what_each_rule_finds(tmp_path: Path) -> None:
    done = newslint("rule", folder=tmp_path)
    words = " ".join(done.out.split())
    assert (done.code, done.err) == (0, "")
    assert "LNK004 warning default safe, unsafe link-tracking: the link carries" in words
    assert all(rule.code in words for rule in registry.all_rules())
    assert max(map(len, done.out.splitlines())) <= 80


def test_json_has_the_precision_and_the_summary(tmp_path: Path) -> None:
    [one] = json.loads(newslint("rule", "LNK004", "--output-format", "json", folder=tmp_path).out)
    assert one["summary"] == "the link carries parameters that only track its readers"
    assert one["precision"]["level"] in ("very-high", "high", "medium", "low")
    assert one["url"].endswith("/rules/pages/lnk004.md")


def test_a_severity_that_varies_is_told(tmp_path: Path) -> None:
    page = newslint("rule", "SLG003", folder=tmp_path).out
    assert "Severity: warning, in some cases info. Presets:" in " ".join(page.split())
    [one] = json.loads(newslint("rule", "SLG003", "--output-format", "json", folder=tmp_path).out)
    assert (one["severity"], one["severities"]) == ("warning", ["warning", "info"])
    table = newslint("rule", folder=tmp_path).out
    assert "SLG003 warning* " in " ".join(table.split())
    assert "LNK004 warning " in " ".join(table.split())


@pytest.mark.parametrize("rule", registry.all_rules(), ids=lambda rule: rule.code)
def test_the_examples_show_no_other_severity(rule: Rule) -> None:
    told = severities(rule)
    for example in rule.examples:
        settings = example_settings(rule, example)
        found = engine.check(source(example.before), example.path, "a.md", settings)
        assert {one.severity for one in found if one.code == rule.code} <= set(told)


@pytest.mark.parametrize("width", [20, 40, 59])
def test_in_a_narrow_window_rules_are_stacked(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], width: int
) -> None:
    monkeypatch.setattr(output, "width", lambda: width)
    command()
    output.emit("")
    lines = capsys.readouterr().out.splitlines()
    at = next(n for n, line in enumerate(lines) if line.startswith("LNK004"))
    assert lines[at] == "LNK004  warning, default, fix safe, unsafe"
    assert lines[at + 1].startswith("  link-tracking:")
    assert all(len(line) <= max(width, 24) for line in lines if line.startswith("  "))
