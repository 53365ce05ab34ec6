"""Every example of every rule, with LF and with CRLF line ends."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import pytest

from newslint import registry
from newslint.config.settings import Settings
from newslint.files.read import Source, encode
from newslint.frontmatter.read import read_article
from newslint.lint import fix as engine
from newslint.model.diagnostics import Diagnostic
from newslint.rule import Example, Rule, SiteRule
from tests.support.each import each, try_each
from tests.support.setting import example_settings, line, source

TOUCHES_BODY = ("BDY002", "FMT003", "FMT004")
"""Rules that mend what counts as body: text glued to a fence, template code. The exact text of
their examples is the proof."""


ENDINGS = {"LF": "\n", "CRLF": "\r\n"}
HEADINGS = ["What it does", "Why it matters", "Fix", "Options", "Source"]


def _with(text: str, ending: str) -> str:
    return text.replace("\n", ending)


@pytest.mark.parametrize(
    "rule", [pytest.param(r, id=r.code) for r in registry.all_rules() if r.examples]
)
def test_examples(rule: Rule) -> None:
    try_each(
        _example,
        (
            (f"{number}-{name}", rule, example, ending)
            for number, example in enumerate(rule.examples, 1)
            for name, ending in ENDINGS.items()
        ),
    )


def _example(rule: Rule, example: Example, ending: str) -> None:
    settings = example_settings(rule, example)
    before = source(_with(example.before, ending))
    found = engine.check(before, example.path, "a.md", settings)
    fixed = engine.fix(before, example.path, "a.md", settings, unsafe=True)
    _finds_exactly(rule, example, found)
    _fixes_exactly(example, ending, fixed, settings)
    _stays_fixed(example, replace(before, text=fixed.text, bom=fixed.bom), settings)
    if rule.code not in TOUCHES_BODY:
        _leaves_the_body(before, fixed.text, example.path, settings)


def _finds_exactly(rule: Rule, example: Example, found: Sequence[Diagnostic]) -> None:
    mine = [diagnostic for diagnostic in found if diagnostic.code == rule.code]
    assert [line(diagnostic) for diagnostic in mine] == [" ".join(found) for found in example.found]
    others = {diagnostic.code for diagnostic in found} - {rule.code}
    assert all(code.startswith("RUN") for code in others), others


def _fixes_exactly(
    example: Example, ending: str, unsafe: engine.Outcome, settings: Settings
) -> None:
    before = source(_with(example.before, ending))
    safe = engine.fix(before, example.path, "a.md", settings, unsafe=False)
    assert not [d.text for d in (*safe.left, *unsafe.left) if d.code == "RUN004"]

    wanted = example.before if example.after is None else example.after
    assert unsafe.text == source(_with(wanted, ending)).text
    if example.after is None or example.unsafe:
        assert (safe.text, safe.bom) == (before.text, before.bom)
    else:
        assert (safe.text, safe.bom) == (unsafe.text, unsafe.bom)
        assert encode(safe.text, safe.bom).decode() == _with(wanted, ending)


def _stays_fixed(example: Example, fixed: Source, settings: Settings) -> None:
    again = engine.fix(fixed, example.path, "a.md", settings, unsafe=True)
    assert (again.text, again.bom, again.applied) == (fixed.text, fixed.bom, ())
    assert not [d for d in again.left if d.fix is not None]
    assert engine.check(fixed, example.path, "a.md", settings) == again.left


def _leaves_the_body(before: Source, after: str, path: str, settings: Settings) -> None:
    one = read_article(before, path, settings)
    if one.block is not None:
        assert one.body == read_article(replace(before, text=after), path, settings).body


@each("rule", registry.all_rules(), ids=lambda rule: rule.code)
def test_rule_is_documented(rule: Rule) -> None:
    text = registry.documentation(rule)
    assert re.match(rf"{rule.name} \({rule.code}\): \S", text)
    assert re.findall(r"^## (.+)$", text, re.MULTILINE) == HEADINGS
    if not isinstance(rule, SiteRule):  # tests/rules/test_site_rules.py holds theirs
        assert rule.examples
        assert any(not example.found for example in rule.examples), "no example of what is right"


@each("rule", registry.all_rules(), ids=lambda rule: rule.code)
def test_options_are_documented(rule: Rule) -> None:
    section = registry.documentation(rule).split("## Options")[1].split("## Source")[0]
    documented = re.findall(r"^- `([a-z-]+)`", section, re.MULTILINE)
    fields = getattr(rule.options, "_fields", ())
    assert documented == [name.replace("_", "-") for name in fields]


def test_file_names_say_code_and_name() -> None:
    expected = [f"{r.code.lower()}_{r.name.replace('-', '_')}" for r in registry.all_rules()]
    assert registry.rule_modules() == expected


def test_codes_and_names_are_unique() -> None:
    rules = registry.all_rules()
    assert len({rule.code for rule in rules}) == len(rules) == len({rule.name for rule in rules})
