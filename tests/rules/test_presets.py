"""Presets are a ladder."""

from __future__ import annotations

import pytest

from newslint import registry
from newslint.lint import fix as engine
from newslint.model.diagnostics import PRESETS, Preset
from newslint.rule import Example, Rule
from tests.support.setting import settings, source

RULES = [rule for rule in registry.all_rules() if not rule.always]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_each_preset_finds_what_the_one_before_finds(rule: Rule) -> None:
    for example in rule.examples:
        default, news, strict = (_found(example, name) for name in PRESETS)
        assert default <= news <= strict, example.note


def _found(example: Example, preset: Preset) -> set[tuple[str, int]]:
    made = settings({"preset": preset}, generator=example.target)
    diagnostics = engine.check(source(example.before), example.path, example.path, made)
    return {(one.code, one.start.row) for one in diagnostics}
