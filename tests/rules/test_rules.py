"""Every example of every rule, with LF and with CRLF line ends."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from newslint import registry
from newslint.files.read import encode
from newslint.frontmatter.read import read_article
from newslint.lint import fix as engine
from newslint.rule import Example, Rule, SiteRule
from tests.support.setting import example_settings, line, source

TOUCHES_BODY = ("BDY002", "FMT003", "FMT004")
"""Rules that mend what counts as body: text glued to a fence, template code. The exact text of
their examples is the proof."""


def _has_body(rule: Rule, example: Example) -> bool:
    settings = example_settings(rule, example)
    return read_article(source(example.before), example.path, settings).block is not None


def _cases(wanted: Callable[[Rule, Example], bool]) -> list[Any]:
    return [
        pytest.param(rule, example, ending, id=f"{rule.code}-{number}-{name}")
        for rule in registry.all_rules()
        for number, example in enumerate(rule.examples, 1)
        if wanted(rule, example)
        for name, ending in (("LF", "\n"), ("CRLF", "\r\n"))
    ]


CASES = _cases(lambda rule, example: True)
WITH_BODY = _cases(lambda rule, example: rule.code not in TOUCHES_BODY and _has_body(rule, example))
HEADINGS = ["What it does", "Why it matters", "Fix", "Options", "Source"]


def _with(text: str, ending: str) -> str:
    return text.replace("\n", ending)


@pytest.mark.parametrize(("rule", "example", "ending"), CASES)
def test_finds_exactly(rule: Rule, example: Example, ending: str) -> None:
    settings = example_settings(rule, example)
    found = engine.check(source(_with(example.before, ending)), example.path, "a.md", settings)
    mine = [diagnostic for diagnostic in found if diagnostic.code == rule.code]
    assert [line(diagnostic) for diagnostic in mine] == [" ".join(found) for found in example.found]
    others = {diagnostic.code for diagnostic in found} - {rule.code}
    assert all(code.startswith("RUN") for code in others), others


@pytest.mark.parametrize(("rule", "example", "ending"), CASES)
def test_mends_exactly(rule: Rule, example: Example, ending: str) -> None:
    settings = example_settings(rule, example)
    before = source(_with(example.before, ending))
    safe = engine.fix(before, example.path, "a.md", settings, unsafe=False)
    unsafe = engine.fix(before, example.path, "a.md", settings, unsafe=True)
    assert not [d.text for d in (*safe.left, *unsafe.left) if d.code == "RUN004"]

    wanted = example.before if example.after is None else example.after
    assert unsafe.text == source(_with(wanted, ending)).text
    if example.after is None or example.unsafe:
        assert (safe.text, safe.bom) == (before.text, before.bom)
    else:
        assert (safe.text, safe.bom) == (unsafe.text, unsafe.bom)
        assert encode(safe.text, safe.bom).decode() == _with(wanted, ending)


@pytest.mark.parametrize(("rule", "example", "ending"), CASES)
def test_mended_stays_mended(rule: Rule, example: Example, ending: str) -> None:
    settings = example_settings(rule, example)
    before = source(_with(example.before, ending))
    first = engine.fix(before, example.path, "a.md", settings, unsafe=True)
    mended = replace(before, text=first.text, bom=first.bom)
    second = engine.fix(mended, example.path, "a.md", settings, unsafe=True)
    assert (second.text, second.bom, second.applied) == (first.text, first.bom, ())
    assert not [d for d in second.left if d.fix is not None]
    checked = engine.check(mended, example.path, "a.md", settings)
    assert checked == second.left


@pytest.mark.parametrize(("rule", "example", "ending"), WITH_BODY)
def test_body_is_untouched(rule: Rule, example: Example, ending: str) -> None:
    settings = example_settings(rule, example)
    before = source(_with(example.before, ending))
    after = engine.fix(before, example.path, "a.md", settings, unsafe=True)
    one = read_article(before, example.path, settings)
    two = read_article(replace(before, text=after.text), example.path, settings)
    assert one.block is not None
    assert one.body == two.body


@pytest.mark.parametrize("rule", registry.all_rules(), ids=lambda rule: rule.code)
def test_rule_is_documented(rule: Rule) -> None:
    text = registry.documentation(rule)
    assert re.match(rf"{rule.name} \({rule.code}\): \S", text)
    assert re.findall(r"^## (.+)$", text, re.MULTILINE) == HEADINGS
    if not isinstance(rule, SiteRule):  # tests/rules/test_site_rules.py holds theirs
        assert rule.examples
        assert any(not example.found for example in rule.examples), "no example of what is right"


@pytest.mark.parametrize("rule", registry.all_rules(), ids=lambda rule: rule.code)
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
