"""The words of all messages: what is wrong, and apart from it what to do, in the field's words."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from newslint import NewslintError, registry
from newslint.config import load as config
from newslint.lint import fix as engine
from newslint.model.diagnostics import Diagnostic
from newslint.rule import Rule
from tests.support.each import each
from tests.support.setting import example_settings, source

NO_ADVICE = frozenset(["FMT006", "RUN001", "RUN002", "RUN004", "RUN006", "SCH004", "SCH012"])
"""Rules of which some problems name nothing that can be done."""

FORBIDDEN = re.compile(
    r"\b(?:mend\w*|blanks?|behind|pass(?:ed|es)? over|foretold|foretell\w*|nobody|is no)\b"
)
VALUES = re.compile(r"`[^`]*`")


def _found(rule: Rule) -> Iterator[Diagnostic]:
    """What the rule finds in its examples."""
    for example in rule.examples:
        settings = example_settings(rule, example)
        for one in engine.check(source(example.before), example.path, "a.md", settings):
            if one.code == rule.code:
                yield one


RULES = registry.all_rules()


@each("rule", RULES, ids=lambda rule: rule.code)
def test_the_words_of_a_rule(rule: Rule) -> None:
    for one in _found(rule):
        _the_words_are_those_of_the_field(one)
        _what_is_wrong_and_what_to_do_are_apart(one)
        _advice_is_a_phrase(one)


def _the_words_are_those_of_the_field(one: Diagnostic) -> None:
    said = VALUES.sub("`…`", one.text)
    assert FORBIDDEN.search(said) is None, one.text
    assert "\n" not in one.text
    assert not one.text.endswith("."), one.text


def _what_is_wrong_and_what_to_do_are_apart(one: Diagnostic) -> None:
    assert "; " not in VALUES.sub("", one.message), one.message
    if one.code not in NO_ADVICE:
        assert one.advice, one.message


def _advice_is_a_phrase(one: Diagnostic) -> None:
    assert not one.fix or one.advice, one.message
    assert one.advice[:1].islower() or not one.advice, one.advice
    assert not one.advice.endswith("."), one.advice


def test_no_rule_is_listed_that_is_gone() -> None:
    codes = {rule.code for rule in registry.all_rules()}
    assert codes >= NO_ADVICE


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ({"ignore": "TXT009"}, '`ignore` must be a list: `["TXT009"]`'),
        ({"ignore": [3]}, '`ignore.0` must be a string: `"..."`'),
        ({"limits": {"max-keys": "x"}}, "`limits.max-keys` must be a whole number"),
        (
            {"fields": {"link": "original_url"}},
            '`fields.link` must be a table: `{ key = "original_url" }`',
        ),
    ],
)
def test_a_config_error_speaks_of_toml(data: dict[str, object], said: str) -> None:
    with pytest.raises(NewslintError) as caught:
        config.parse(data, "newslint.toml")
    assert str(caught.value) == f"newslint.toml: {said}"
