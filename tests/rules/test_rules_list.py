"""The list of the rules, by which a run knows them before it imports one, is that of their files.

`python -m tests.rules.test_rules_list` writes it anew.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from newslint import prefilters, registry
from newslint.data import rules
from newslint.listed_rule import ASKED, FUNCTIONS, PACKAGE, listed
from newslint.model.records import fields
from newslint.rule import Rule
from tests.support import copied_tests
from tests.support.each import each

PATH = Path(rules.__file__)
PREFILTERS = Path(prefilters.__file__)
COMMAND = "run `python -m tests.rules.test_rules_list`"
HEAD = '''"""What is known of each rule before its file is imported. Made by
`python -m tests.rules.test_rules_list`: change the rule, not this.
"""

# ruff: noqa
# fmt: off
from __future__ import annotations

from typing import Any

RULES: dict[str, dict[str, Any]] = '''


def entry(rule: Rule) -> dict[str, Any]:
    """What the list says of a rule: the parts that are plain values, where they say something."""
    said = {}
    for part in fields(rule):
        value = getattr(rule, part.name)
        if part.name not in (*ASKED, "options") and value != part.default and not callable(value):
            said[part.name] = value
    if rule.faults:
        said["faults"] = tuple(one.__name__ for one in rule.faults)
    said["functions"] = tuple(one for one in FUNCTIONS if callable(getattr(rule, one, None)))
    said["options"] = rule.option_names
    return said


def rule_of(module: str) -> Rule:
    """The rule as its file has it."""
    rule: Rule = import_module(f"{PACKAGE}.{module}").RULE
    return rule


def build() -> str:
    """The text of the list."""
    every = ((module, entry(rule_of(module))) for module in registry.rule_modules())
    rows = "".join(f"    {module!r}: {said!r},\n" for module, said in every)
    return f"{HEAD}{{\n{rows}}}\n"


def files() -> list[tuple[Rule, Path]]:
    """Each rule of ours with its file."""
    folder = registry.rules_folder()
    return [(rule_of(module), folder / f"{module}.py") for module in registry.rule_modules()]


def test_the_list_is_up_to_date() -> None:
    assert PATH.read_text(encoding="utf-8") == build(), COMMAND


def test_the_prefilters_are_up_to_date() -> None:
    assert PREFILTERS.read_text(encoding="utf-8") == copied_tests.build(files()), COMMAND


@each("module", registry.rule_modules())
def test_a_rule_is_known_before_its_file_is_imported(module: str) -> None:
    rule, made = rule_of(module), listed(module)
    kind = type(made)
    for part in entry(rule).keys() - {"functions", "options"}:
        assert getattr(made, part) == getattr(rule, part), COMMAND
    for part in (one.name for one in fields(rule) if one.name in FUNCTIONS):
        assert bool(getattr(made, part)) == bool(getattr(rule, part)), COMMAND
    assert (made.presets, made.questions) == (rule.presets, rule.questions)
    assert made.option_names == rule.option_names, COMMAND
    assert type(made) is kind is not type(rule)
    assert made.examples is rule.examples
    assert type(made) is type(rule)
    assert made == rule


def test_a_function_imports_the_file() -> None:
    module = "txt006_title_site_suffix"
    rule, made = rule_of(module), listed(module)
    assert made.suspects is not rule.suspects
    with pytest.raises(TypeError):
        made.suspects()  # type: ignore[operator, misc, call-arg]
    assert made.suspects is rule.suspects


def test_there_is_no_other_part() -> None:
    made: Any = listed("txt006_title_site_suffix")
    kind = type(made)
    assert not hasattr(made, "example")
    assert type(made) is kind


def test_a_rule_that_is_not_listed_is_found() -> None:
    code = registry.all_rules()[0].code
    module = registry.rule_modules()[0]
    with pytest.MonkeyPatch.context() as patch:
        patch.delitem(rules.RULES, module)
        registry._ours.cache_clear()
        assert registry.all_rules()[0] is rule_of(module)
    registry._ours.cache_clear()
    assert registry.all_rules()[0].code == code


if __name__ == "__main__":
    PATH.write_text(build(), encoding="utf-8", newline="\n")
    PREFILTERS.write_text(copied_tests.build(files()), encoding="utf-8", newline="\n")
