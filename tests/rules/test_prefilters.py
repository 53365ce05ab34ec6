"""The copies of what spares calls of rules say what the rules themselves say."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import SimpleNamespace

from newslint import registry
from newslint.config.settings import Settings
from newslint.frontmatter.read import read_article
from newslint.listed_rule import _prefilters
from newslint.model.spans import Span
from newslint.rule import Article, Rule, Scalar, scalars_in
from tests.support.copied_tests import PARTS, copied
from tests.support.each import each
from tests.support.setting import settings, source

EXAMPLES = [example for rule in registry.all_rules() for example in rule.examples]
COPIED = [
    (rule, part) for rule in registry.all_rules() for part in PARTS if callable(getattr(rule, part))
]


@cache
def everything(generator: str) -> Settings:
    return settings({"select": ["ALL"]}, generator=generator)


@cache
def articles() -> tuple[Article, ...]:
    """Those of all examples."""
    made = [read_article(source(one.before), one.path, everything(one.target)) for one in EXAMPLES]
    return tuple(one for one in made if not one.broken)


@cache
def values() -> tuple[tuple[Scalar, Article], ...]:
    """Their single values, each with the article in which it was seen first."""
    found: dict[object, tuple[Scalar, Article]] = {}
    for article in articles():
        for scalar in _scalars(article):
            key = (*scalar[1:4], article.generator.name)
            found.setdefault(key, (scalar, article))
    return tuple(found.values())


def _scalars(article: Article) -> Iterator[Scalar]:
    for field in article.fields:
        yield from scalars_in(field.value)


@each(("rule", "part"), COPIED, ids=lambda one: getattr(one, "code", one))
def test_a_copy_says_the_same(rule: Rule, part: str) -> None:
    functions, defaults = _prefilters(rule.code)
    own, copy, options = getattr(rule, part), functions[part], rule.options()
    if part == "concerns":
        for article in articles():
            assert bool(copy(article, defaults)) == bool(own(article, options)), article.text
        return
    for scalar, article in values():
        said = copy(scalar, defaults, article.context)
        assert bool(said) == bool(own(scalar, options, article.context)), scalar


def test_what_a_test_names_is_copied(tmp_path: Path) -> None:
    path = tmp_path / "abc001_odd.py"
    path.write_text('''"""A rule."""

import re

from newslint.rule import Context, NamedTuple, Rule, Scalar

_FAR = 3
_SIGN = re.compile("x")


class Options(NamedTuple):
    marks: tuple[str, ...] = ("a",)
    other: int = 0


def suspects(scalar: Scalar, options: Options, context: Context) -> bool:
    return _near(scalar, options)


def _near(scalar: Scalar, options: Options) -> bool:
    return scalar.text in options.marks and _SIGN is not None


RULE = Rule("ABC001", "odd", "error", (), suspects=suspects, options=Options)
''')
    named: dict[str, object] = {}
    exec(compile(path.read_text(), str(path), "exec"), named)
    rule = named["RULE"]
    assert isinstance(rule, Rule)
    text = copied(rule, path)
    assert text.startswith("\n\ndef abc001():\n    import re\n    _SIGN = re.compile")
    assert "_FAR" not in text
    assert text.endswith("return {\"suspects\": suspects}, Options(marks=('a',))\n")
    made: dict[str, object] = {"Options": SimpleNamespace}
    exec(f"from __future__ import annotations{text}found = abc001()", made)
    functions, options = made["found"]  # type: ignore[misc]
    value = Scalar(Span(0, 1), "a", "string", "plain")
    assert functions["suspects"](value, options, None)  # type: ignore[has-type]
