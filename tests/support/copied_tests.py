"""The text of `newslint/prefilters.py`: of each rule the functions that spare its call, with all
that they name, copied from its file.
"""

from __future__ import annotations

import ast
import textwrap
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from newslint.rule import Rule

PARTS = ("suspects", "concerns")

HEAD = '''"""The tests that spare calls of rules, with the options as they are by default.

They are asked before a rule's file is imported. Copied by `python -m tests.rules.test_rules_list`:
change the rule, not this.
"""

# ruff: noqa
# fmt: off
# mypy: ignore-errors
from __future__ import annotations

from types import SimpleNamespace as Options
'''


class _Names(ast.NodeVisitor):
    """The names that a piece of code looks up, those of types apart."""

    def __init__(self) -> None:
        self.found: set[str] = set()
        self.options: set[str] = set()

    def visit_Name(self, node: ast.Name) -> None:
        self.found.add(node.id)

    def visit_Attribute(self, node: ast.Attribute) -> None:
        if isinstance(node.value, ast.Name) and node.value.id == "options":
            self.options.add(node.attr)
        self.generic_visit(node)

    def visit_arg(self, node: ast.arg) -> None:
        """Its annotation is no code."""

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        for part in (node.args, *node.body, *node.decorator_list):
            self.visit(part)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        if node.value is not None:
            self.visit(node.value)


class _File:
    """A rule's file: its statements and imports by the names that they make."""

    def __init__(self, path: Path) -> None:
        text = path.read_text(encoding="utf-8")
        self.lines = text.splitlines()
        self.made: dict[str, ast.stmt] = {}
        self.imports: dict[str, str] = {}
        for node in ast.parse(text).body:
            if isinstance(node, ast.ImportFrom):
                names = ((one.name, f"from {node.module} import {one.name}") for one in node.names)
                self.imports.update(names)
            elif isinstance(node, ast.Import):
                self.imports.update((one.name, f"import {one.name}") for one in node.names)
            else:
                self.made.update((name, node) for name in _makes(node))

    def needed(self, names: set[str]) -> tuple[list[ast.stmt], list[str], set[str]]:
        """The statements that these names need, in their order, the imports, and the options."""
        left, seen, options = [*names], set[str](), set[str]()
        while left:
            name = left.pop()
            if name in seen:
                continue
            seen.add(name)
            if name in self.made:
                looked = _Names()
                looked.visit(self.made[name])
                left += looked.found
                options |= looked.options
        nodes = {node.lineno: node for name, node in self.made.items() if name in seen}
        lines = {line for name, line in self.imports.items() if name in seen}
        return [node for _, node in sorted(nodes.items())], sorted(lines), options

    def text(self, node: ast.stmt) -> str:
        return "\n".join(self.lines[node.lineno - 1 : node.end_lineno])


def _makes(node: ast.stmt) -> Iterator[str]:
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        yield node.name
    elif isinstance(node, ast.Assign | ast.AnnAssign):
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        for target in targets:
            yield from (one.id for one in ast.walk(target) if isinstance(one, ast.Name))


def copied(rule: Rule, path: Path) -> str:
    """The function that makes copies of a rule's tests; empty where it has none."""
    functions: dict[str, Any] = {part: getattr(rule, part) for part in PARTS}
    given = {part: one.__name__ for part, one in functions.items() if callable(one)}
    if not given:
        return ""
    file = _File(path)
    nodes, imports, options = file.needed(set(given.values()))
    values = {name: getattr(rule.options(), name) for name in sorted(options)}
    parts = ", ".join(f'"{part}": {name}' for part, name in given.items())
    said = ", ".join(f"{name}={value!r}" for name, value in values.items())
    body = "\n".join((*imports, *map(file.text, nodes), f"return {{{parts}}}, Options({said})"))
    return f"\n\ndef {rule.code.lower()}():\n{textwrap.indent(body, '    ')}\n"


def build(rules: Iterable[tuple[Rule, Path]]) -> str:
    """The text of the module."""
    return HEAD + "".join(copied(rule, path) for rule, path in rules)
