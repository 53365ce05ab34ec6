"""Presets are a ladder, and a rule's place on it follows from what was measured of it."""

from __future__ import annotations

from functools import cache

import pytest

from newslint import registry
from newslint.config.settings import Settings
from newslint.lint import fix as engine
from newslint.model.diagnostics import PRESETS, Preset
from newslint.rule import Example, Rule
from tests.support.each import each
from tests.support.setting import settings, source

RULES = [rule for rule in registry.all_rules() if not rule.always]
ENOUGH = 20
"""Fewer reports than these do not tell one level from another."""

MOST_WRONG = {"very-high": 0.01, "high": 0.05, "medium": 0.2, "low": 1.0}
LEVELS: dict[Preset, tuple[str, ...]] = {
    "default": ("very-high",),
    "news": ("very-high", "high"),
    "strict": ("very-high", "high", "medium", "low"),
}


@each("rule", RULES, ids=lambda rule: rule.code)
def test_the_place_of_a_rule_follows_from_its_precision(rule: Rule) -> None:
    level, read, wrong, needless, note = rule.precision
    assert level in LEVELS[rule.preset], "a preset takes only rules that are sure enough"
    assert 0 <= wrong + needless <= read
    assert wrong <= MOST_WRONG[level] * max(read, ENOUGH)
    assert note or read >= ENOUGH, "few were read: what else does the level rest on?"
    assert rule.severity != "error" or level == "very-high", "an error is sure"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_each_preset_finds_what_the_one_before_finds(rule: Rule) -> None:
    for example in rule.examples:
        default, news, strict = (_found(example, name) for name in PRESETS)
        assert default <= news <= strict, example.note


def _found(example: Example, preset: Preset) -> set[tuple[str, int]]:
    made = _settings(preset, example.target)
    diagnostics = engine.check(source(example.before), example.path, example.path, made)
    return {(one.code, one.start.row) for one in diagnostics}


@cache
def _settings(preset: Preset, target: str) -> Settings:
    return settings({"preset": preset}, generator=target)
