"""The calls that are spared are those of rules that have nothing to say."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as profile
from hypothesis import strategies as st

from newslint import generators, registry
from newslint.config.settings import ActiveRule, Settings
from newslint.frontmatter.read import read_article
from newslint.lint import fix as engine
from newslint.rule import Article, Context, Example, NoOptions, Problem, Rule, Scalar, SiteRule
from tests.support.front_matter import whole_texts
from tests.support.quick import one_in
from tests.support.setting import example_settings, settings, source

RULES = tuple(rule for rule in registry.all_rules() if not isinstance(rule, SiteRule))
EXAMPLES = tuple(example for rule in RULES for example in rule.examples)
PLAIN = tuple(dict.fromkeys(one.front for one in EXAMPLES if one.front))
ENTRY = re.compile(r"(?m)^(?=[^\s#-][^:\n]*:)")
"""Where an entry of the front matter begins."""

BODIES = ("Body.\n", "", "<p>HTML</p>\n", "{{< x >}}\n", "---\na: b\n---\n")

some = profile(
    derandomize=True,
    deadline=None,
    max_examples=150,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)


@cache
def everything(generator: str) -> Settings:
    """All rules; what they say of values and outlines is remembered from article to article."""
    return settings({"select": ["ALL"]}, generator=generator)


def said(article: Article, rules: Sequence[ActiveRule]) -> list[tuple[str, Problem]]:
    """What these rules say of an article."""
    return [(one.rule.code, problem) for one in rules for problem in one.problems(article)]


def assert_spared_rightly(text: str, path: str, made: Settings) -> None:
    article = read_article(source(text), path, made)
    assert said(article, made.called(article)) == said(article, made.rules_for(article)), text


@cache
def entries() -> tuple[str, ...]:
    """The entries of all examples: a key with its value, and the comments behind it."""
    found = (entry for front in PLAIN for entry in ENTRY.split(front) if entry.endswith("\n"))
    return tuple(dict.fromkeys(found))


@st.composite
def mixed(draw: st.DrawFn) -> str:
    """An article of entries from several examples."""
    front = "".join(draw(st.lists(st.sampled_from(entries()), min_size=1, max_size=9)))
    body = draw(
        st.sampled_from(("Body.\n", "", "<p>HTML</p>\n", "{{< x >}}\n", "---\na: b\n---\n"))
    )
    return f"---\n{front}---\n{body}"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_of_the_examples_of_a_rule(rule: Rule) -> None:
    for example in rule.examples:
        made = example_settings(rule, example)
        assert_spared_rightly(example.before, example.path, made)
        # what was remembered of the other examples counts for this one
        assert_spared_rightly(example.before, example.path, everything(example.target))


@pytest.mark.parametrize("rule", one_in(3, RULES), ids=lambda rule: rule.code)
def test_of_other_articles_with_the_options_of_an_example(rule: Rule) -> None:
    made = [example_settings(rule, one) for one in rule.examples if one.options or one.config]
    for one in made[:4]:
        for number, front in enumerate(PLAIN[::9]):
            assert_spared_rightly(f"---\n{front}---\nBody.\n", f"content/news/{number}.md", one)


@pytest.mark.slow
@pytest.mark.parametrize("generator", generators.NAMES)
def test_of_all_examples_for_each_generator(generator: str) -> None:
    for example in EXAMPLES:
        assert_spared_rightly(example.before, example.path, everything(generator))


@pytest.mark.slow
@pytest.mark.parametrize("generator", generators.NAMES)
def test_of_random_articles(generator: str) -> None:
    @some
    @given(text=st.one_of(mixed(), mixed(), whole_texts()))
    def test(text: str) -> None:
        assert_spared_rightly(text, "content/news/a.md", everything(generator))

    test()


def _made(*, suspects: Any = None, concerns: Any = None, fields: Any = ("title",)) -> Settings:
    """Settings with one rule, which speaks of every article that it is called for."""

    def check(article: Article, options: NoOptions) -> list[Problem]:
        return [Problem(article.fields[0].key_span, "is there")]

    rule = Rule(
        "ONE001", "one", "info", (), check, fields=fields, suspects=suspects, concerns=concerns
    )
    made = settings({"select": ["RUN"]})
    return replace(made, rules=(ActiveRule(rule, NoOptions(), None, frozenset(fields)),))


def _codes(front: str, made: Settings) -> list[str]:
    found = engine.check(source(f"---\n{front}---\nBody.\n"), "a.md", "a.md", made)
    return [one.code for one in found]


def test_a_rule_is_called_for_a_value_that_it_suspects() -> None:
    asked: list[str] = []

    def suspects(scalar: Scalar, options: NoOptions, context: Context) -> bool:
        asked.append(scalar.text)
        return "x" in scalar.text

    made = _made(suspects=suspects)
    assert _codes("title: box\n", made) == ["ONE001"]
    assert _codes("title: can\n", made) == []
    assert _codes("title: [can]\n", made) == ["ONE001"]  # what is no single value is looked at
    assert _codes("date: 2026-01-01\n", made) == []
    assert _codes("title: box\nb: c\n", made) == ["ONE001"]
    assert asked == ["box", "can"]


def test_a_rule_is_called_for_an_outline_that_it_concerns() -> None:
    asked: list[str] = []

    def concerns(article: Article, options: NoOptions) -> bool:
        asked.append(article.fields[0].key)
        return article.fields[0].key == "a"

    made = _made(concerns=concerns, fields=())
    assert _codes("a: 1\n", made) == ["ONE001"]
    assert _codes("b: 1\n", made) == []
    assert _codes("b: 2\n", made) == []
    assert _codes("b: two\n", made) == []
    assert asked == ["a", "b", "b"]


def test_all_rules_are_called_where_a_test_raises() -> None:
    def suspects(scalar: Scalar, options: NoOptions, context: Context) -> bool:
        raise RuntimeError

    assert _codes("title: can\n", _made(suspects=suspects)) == ["ONE001"]


def test_what_is_remembered_is_bounded() -> None:
    calls = 0

    def suspects(scalar: Scalar, options: NoOptions, context: Context) -> bool:
        nonlocal calls
        calls += 1
        return False

    made = _made(suspects=suspects)
    for number in range(2500):
        text = f"---\ntitle: t{number}\nk{number % 1500}: 1\n---\n"
        assert not made.called(read_article(source(text), "a.md", made))
    assert calls == 2500
    assert len(made.dispatch[0]._plans) <= 1000


def test_plain_slugs_have_one_form_everywhere() -> None:
    for generator in generators.NAMES:
        of = everything(generator).context.generator
        for slug in ("a", "flood-in-2026", "0-1-2", "a-" * 60 + "b", "index", "x-amp-y"):
            assert of.slug(slug) in (None, slug)


def test_examples_are_many() -> None:
    assert len(EXAMPLES) > 700
    assert len(entries()) > 500
    assert all(isinstance(one, Example) for one in EXAMPLES)
