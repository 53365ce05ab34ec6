"""Every rule example in TOML and in JSON: the same is found, and the same is made of it."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from newslint import engine, registry
from newslint.diagnostic import Diagnostic
from newslint.reading import read_article
from newslint.rule import Example, Rule
from newslint.source import Source
from tests.forms import Form, NoForm, json_form, plain, toml_form
from tests.setting import example_settings, source

FORMS = {"TOML": toml_form, "JSON": json_form}
ABOUT_YAML = {
    "FMT004": "the example is about fences, encodings or broken YAML",
    "FMT015": "only YAML has bare texts",
}
CASES = [
    pytest.param(rule, example, form, ending, id=f"{rule.code}-{number}-{name}-{end}")
    for rule in registry.all_rules()
    for number, example in enumerate(rule.examples, 1)
    for name, form in FORMS.items()
    for end, ending in (("LF", "\n"), ("CRLF", "\r\n"))
]


def _sources(rule: Rule, example: Example, form: Form, ending: str) -> tuple[Source, Source]:
    """The example as it is and in the form. Skips what has none."""
    settings = example_settings(rule, example)
    if rule.code in ABOUT_YAML:
        pytest.skip(ABOUT_YAML[rule.code])
    try:
        other = form(example.before, settings)
    except NoForm as reason:
        pytest.skip(str(reason))
    return source(example.before), source(other.replace("\n", ending))


def _said(found: tuple[Diagnostic, ...]) -> list[tuple[str, str, str, bool]]:
    """Codes, fields and messages, and whether there is a fix; rows and `True` are YAML's own."""
    words = [re.sub(r"\brow \d+", "row", d.message).lower() for d in found]
    return [(d.code, d.field, w, d.fix is not None) for d, w in zip(found, words, strict=True)]


@pytest.mark.parametrize(("rule", "example", "form", "ending"), CASES)
def test_the_same_is_found(rule: Rule, example: Example, form: Form, ending: str) -> None:
    settings = example_settings(rule, example)
    yaml, other = _sources(rule, example, form, ending)
    wanted = engine.check(yaml, example.path, "a.md", settings)
    found = engine.check(other, example.path, "a.md", settings)
    assert _said(found) == _said(wanted), other.text


@pytest.mark.parametrize("unsafe", [False, True])
@pytest.mark.parametrize(("rule", "example", "form", "ending"), CASES)
def test_the_same_is_mended(
    rule: Rule, example: Example, form: Form, ending: str, unsafe: bool
) -> None:
    settings = example_settings(rule, example)
    yaml, other = _sources(rule, example, form, ending)
    wanted = engine.fix(yaml, example.path, "a.md", settings, unsafe=unsafe)
    made = engine.fix(other, example.path, "a.md", settings, unsafe=unsafe)
    one = read_article(replace(yaml, text=wanted.text), example.path, settings)
    two = read_article(replace(other, text=made.text), example.path, settings)
    assert plain(two) == plain(one), made.text
    assert two.body.replace("\r\n", "\n") == one.body
    assert _said(made.left) == _said(wanted.left)
    mended = replace(other, text=made.text)
    again = engine.fix(mended, example.path, "a.md", settings, unsafe=unsafe)
    assert (again.text, again.applied) == (made.text, ())
