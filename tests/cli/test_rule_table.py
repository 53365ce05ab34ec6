"""`newslint rule`: the table says what each rule finds, and JSON has the same."""

from __future__ import annotations

import json
from pathlib import Path

from newslint import registry
from tests.support.command import newslint


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
