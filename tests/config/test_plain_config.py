"""What is taken of a config without pydantic is what pydantic makes of it."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any, Literal, NamedTuple, get_args, get_origin, get_type_hints

import pytest
from hypothesis import given
from hypothesis import settings as limits
from hypothesis import strategies as st
from pydantic import TypeAdapter

from newslint import registry
from newslint.config import load
from newslint.config.load import Config, kebab
from newslint.config.plain_config import _kind, _wanted, taken, taken_options
from newslint.text.vocabulary import Vocabulary
from tests.support.quick import at_most

PLAIN = """
preset = "news"
select = ["LNK", "DAT001"]
jobs = 2
habits = false
timezone = "Europe/Madrid"
include = ["content/**"]
target = "hugo"

[limits]
max-keys = 50

[fields]
date = { required = true, type = "date" }
author = { one-of = ["Ana", "Ben"], min-length = 2 }

[rules.LNK004]
keep = ["ref"]

[severity]
LNK004 = "error"

[style]
quotes = "double"

[sources]
"e.org" = "The Example"

[[overrides]]
paths = ["content/culture/**"]
ignore = ["SRC"]
fields.link.required = false
"""


def _by_pydantic(data: dict[str, Any]) -> Config:
    return load._validated(data, "newslint.toml")


def test_a_plain_config_is_taken_as_it_is() -> None:
    data = tomllib.loads(PLAIN)
    assert taken(Config, data) == _by_pydantic(data)


@pytest.mark.parametrize(
    "line",
    [
        "jobs = '2'",
        "jobs = true",
        "jobs = 2.0",
        "habits = 1",
        "unknown = 1",
        "extend_select = ['LNK']",
        "preset = 'most'",
        "select = 'LNK'",
        "select = [1]",
        "limits = { max-keys = '1' }",
        "fields = { date = true }",
        "sources = { a = 1 }",
        "timezone = 2025-01-01",
    ],
)
def test_what_is_not_plainly_right_is_for_pydantic(line: str) -> None:
    assert taken(Config, tomllib.loads(line)) is None


_LEAVES = st.sampled_from(
    ("news", "hugo", "error", "LNK004", "", True, False, 0, 3, -1, 1.5, ("a", "b"), (1,), ("a", 2))
)
_VALUES = st.recursive(
    _LEAVES.map(lambda one: list(one) if isinstance(one, tuple) else one),
    lambda inner: (
        st.lists(inner, max_size=2)
        | st.dictionaries(st.sampled_from(("max-keys", "required", "type", "paths", "a")), inner)
    ),
    max_leaves=5,
)


def _allowed(options: Any) -> list[str]:
    """The words that one of the options may be."""
    found: list[Any] = []
    for hint in get_type_hints(options).values():
        found += get_args(hint) if get_origin(hint) is Literal else ()
    return found


@limits(deadline=None)
@given(st.dictionaries(st.sampled_from(sorted(_wanted(Config))), _VALUES, max_size=3))
def test_both_take_the_same(data: dict[str, Any]) -> None:
    plain = taken(Config, data)
    if plain is not None:
        assert plain == _by_pydantic(data)
        assert all(
            type(getattr(plain, name)) is type(getattr(_by_pydantic(data), name))
            for name in _wanted(Config).values()
        )


_OF_OPTIONS = tuple(rule.options for rule in registry.all_rules() if rule.option_names)
_OPTION_VALUES = _VALUES | st.sampled_from(
    (*(word for options in _OF_OPTIONS for word in _allowed(options)), Vocabulary({"a": "A"}))
)


@pytest.mark.parametrize("options", _OF_OPTIONS, ids=lambda one: one.__module__)
@limits(deadline=None, max_examples=at_most(40, 8))
@given(st.data())
def test_both_take_the_same_options(options: Any, data: st.DataObject) -> None:
    given = data.draw(st.dictionaries(st.sampled_from(options._fields), _OPTION_VALUES))
    plain = taken_options(options, given)
    if plain is not None:
        made = TypeAdapter(options).validate_python(given)
        assert plain == made
        assert list(map(type, plain)) == list(map(type, made))


def test_options_that_are_plain_need_no_pydantic() -> None:
    table: dict[str, Any] = {"add": ["ref"], "keep": []}
    options = next(rule.options for rule in registry.all_rules() if rule.code == "LNK004")
    assert taken_options(options, table) == options(("ref",), ())
    style = next(rule.options for rule in registry.all_rules() if "quotes" in rule.option_names)
    assert taken_options(style, {"quotes": "single"}) == style("single")
    assert taken_options(style, {"quotes": "some"}) is None


def test_options_whose_types_are_text() -> None:
    class Options(NamedTuple):
        size: int = 0
        odd: Nothing = ""  # type: ignore[name-defined]  # noqa: F821

    class Fewer(NamedTuple):
        size: int = 0

    assert taken_options(Options, {"size": 2}) is None
    assert taken_options(Fewer, {"size": 2}) == Fewer(2)
    assert taken_options(Fewer, {"size": "2"}) is None


def test_every_key_is_written_in_kebab() -> None:
    assert all(kebab(name) == key for key, name in _wanted(Config).items())


def test_a_type_is_what_python_makes_of_it() -> None:
    for section in load.SECTIONS:
        hints = get_type_hints(section)
        assert {name: _kind(section, name) for name in hints} == hints


def test_a_run_with_a_plain_config_needs_no_pydantic(tmp_path: Path) -> None:
    (tmp_path / "newslint.toml").write_text(PLAIN, encoding="utf-8")
    (tmp_path / "a.md").write_text("---\ntitle: A\n---\nBody.\n", encoding="utf-8")
    program = (
        "import sys; from newslint.cli import run; run(['check', 'a.md']); "
        "sys.exit('pydantic' in sys.modules or 'typer' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=tmp_path, capture_output=True)
    assert done.returncode == 0, done.stderr
