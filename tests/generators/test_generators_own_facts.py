"""Nothing outside newslint/generators knows a generator by name, and rules run under any."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from newslint import generators, registry
from newslint.config import load as config
from newslint.config.command_line import CommandLine
from newslint.config.resolve import resolve
from newslint.config.site import Site
from newslint.files.read import Source
from newslint.generators import NAMES
from newslint.generators.base import Generator
from newslint.lint import fix as engine
from newslint.rule import Example, Rule
from tests.support.command import ROOT
from tests.support.quick import one_in
from tests.support.setting import folder_of, source

OWN = ROOT / "newslint" / "generators"
MODULES = sorted(
    path
    for folder in ("newslint", "rules")
    for path in (ROOT / folder).rglob("*.py")
    if OWN not in path.parents
)
NAME = re.compile(rf"(?<![a-z0-9])(?:{'|'.join(NAMES)})(?![a-z0-9])", re.IGNORECASE)
NAMED = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.alias)


def _docstrings(tree: ast.AST) -> set[ast.AST]:
    """The strings that stand alone as statements: of modules, classes, functions, attributes."""
    return {
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }


def _is_example(node: ast.AST) -> bool:
    """True for a call of `Example`, and for the class with its defaults."""
    if isinstance(node, ast.Call):
        return isinstance(node.func, ast.Name) and node.func.id == "Example"
    return isinstance(node, ast.ClassDef) and node.name == "Example"


def _nodes(node: ast.AST, passed_over: set[ast.AST]) -> Iterator[ast.AST]:
    waiting = [node]
    while waiting:
        one = waiting.pop()
        if one in passed_over or _is_example(one):
            continue
        yield one
        waiting += ast.iter_child_nodes(one)


def _words(node: ast.AST) -> str:
    """What a node says or is called; camel case is parted."""
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else ""
    name: str | None = ""
    if isinstance(node, NAMED):
        name = node.name
    elif isinstance(node, ast.Attribute):
        name = node.attr
    elif isinstance(node, ast.Name):
        name = node.id
    elif isinstance(node, ast.arg | ast.keyword):
        name = node.arg
    elif isinstance(node, ast.ImportFrom):
        name = node.module
    if name == "Generic":  # Python's own, of `typing`
        return ""
    return re.sub("(?<=[a-z0-9])(?=[A-Z])", "_", name or "")


def names_in(text: str) -> list[str]:
    """What in a module's code names a generator."""
    tree = ast.parse(text)
    return [
        f"{getattr(node, 'lineno', 0)}: {_words(node)}"
        for node in _nodes(tree, _docstrings(tree))
        if NAME.search(_words(node))
    ]


def test_no_code_names_a_generator() -> None:
    named = {
        path.relative_to(ROOT).as_posix(): names_in(path.read_text(encoding="utf-8"))
        for path in MODULES
    }
    assert {path: names for path, names in named.items() if names} == {}


@pytest.mark.parametrize(
    "text",
    [
        "a = 'hugo'",
        "a = f'which {b} Jekyll reads'",
        "def _in_hugo(): ...",
        "class ReadByHugo: ...",
        "a.zola = 1",
        "f(astro=1)",
        "def f(hexo): ...",
        "from newslint.generators.hugo.slugs import vanishes",
        "import newslint.generators.eleventy",
    ],
)
def test_a_name_is_found(text: str) -> None:
    assert names_in(text)


@pytest.mark.parametrize(
    "text",
    [
        '"""Measured with Hugo."""\na = 1\n"""What Jekyll reads."""',
        "RULE = Rule(examples=(Example('Hugo', target='hugo'),))",
        "a = 'astronomy and hugely'",
        "from typing import Generic\nclass A(Generic[T]): ...",
    ],
)
def test_what_is_no_name_is_not(text: str) -> None:
    assert not names_in(text)


class MadeUp(Generator):
    """Answers three questions, and what it is called."""

    name = title = "made-up"
    alias_key = "aliases"
    needs_lists = "terms"


MADE_UP = MadeUp(shows_future=False)


def _outcome(rule: Rule, example: Example, *, unsafe: bool) -> engine.Outcome:
    data = {"preset": "strict", **example.config}
    if example.options:
        data["rules"] = {**data.get("rules", {}), rule.code: dict(example.options)}
    base, now = folder_of(example), datetime.fromisoformat(example.now)
    parsed = config.parse(data, "newslint.toml")
    site = Site(parsed, Path("newslint.toml"), base, MADE_UP, base, CommandLine(), now)
    settings = resolve(site, ())
    before: Source = source(example.before)
    return engine.fix(before, example.path, "a.md", settings, unsafe=unsafe)


@pytest.mark.parametrize("rule", registry.all_rules(), ids=lambda rule: rule.code)
@pytest.mark.parametrize("unsafe", one_in(2, [True, False]))
def test_rules_run_under_a_generator_that_answers_little(rule: Rule, unsafe: bool) -> None:
    crashes = [
        (number, one.text)
        for number, example in enumerate(rule.examples, 1)
        for one in _outcome(rule, example, unsafe=unsafe).left
        if one.code == "RUN003"
    ]
    assert crashes == []


def test_what_rules_need_is_a_question() -> None:
    questions = set(Generator.__annotations__)
    for rule in registry.all_rules():
        assert questions.issuperset(rule.questions), rule.code
        # a question whose answer is never None would always be answered
        assert all(getattr(Generator(), need) is None for need in rule.questions), rule.code


def test_what_defines_a_registration_is_a_generator() -> None:
    defining = {
        path.parent.name
        for path in OWN.glob("*/__init__.py")
        if re.search(r"^GENERATOR = ", path.read_text(encoding="utf-8"), re.MULTILINE)
    }
    assert set(NAMES) == defining


@pytest.mark.parametrize("name", NAMES)
def test_a_generator_is_called_as_its_module(name: str) -> None:
    made = generators.load(name)
    assert (made.name, isinstance(made, Generator)) == (name, True)
    assert bool(made.title) == (name != generators.UNKNOWN)
    assert made.fences.several or made.fences != Generator().fences


def test_telling_a_site_imports_no_generator() -> None:
    code = (
        "import sys, newslint.generators as g, pathlib; g.recognise(pathlib.Path('.'));"
        "print(sum(name.startswith('newslint.generators.') and name.endswith('.program')"
        " for name in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "0"
