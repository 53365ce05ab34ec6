"""What tests need to run the engine on a text: settings made of an example, in memory."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

from newslint import generators
from newslint.config import load as config
from newslint.config.command_line import CommandLine
from newslint.config.resolve import resolve
from newslint.config.settings import Settings
from newslint.config.site import Site
from newslint.files.read import Source, decode
from newslint.model.diagnostics import Diagnostic
from newslint.model.limits import Limits
from newslint.rule import Example, Rule

NOW = "2026-01-31T12:00:00Z"


def settings(
    data: Mapping[str, Any] | None = None,
    *,
    generator: str = "hugo",
    site: Mapping[str, Any] | None = None,
    now: str = NOW,
    known_site: bool = True,
    root: Path | None = None,
) -> Settings:
    """Settings as a newslint.toml with `data` gives them, for a site with the config `site`.

    Those of no folder depend on what is given alone, and are made once.
    """
    if root is not None:
        return _settings(data, generator, site, now, known_site, root)
    key = repr((data, generator, site, now, known_site))
    if key not in _MADE_OF:
        _MADE_OF[key] = _settings(data, generator, site, now, known_site, None)
    return _MADE_OF[key]


_MADE_OF: dict[str, Settings] = {}


def _settings(
    data: Mapping[str, Any] | None,
    generator: str,
    site: Mapping[str, Any] | None,
    now: str,
    known_site: bool,
    root: Path | None,
) -> Settings:
    known = (site or {}) if known_site and root is None else None
    made = generators.load(generator, root, site=known)
    moment = datetime.fromisoformat(now)
    parsed = config.parse(data or {}, "newslint.toml")
    base = root or Path("/site")
    whole = Site(parsed, Path("newslint.toml"), base, made, base, CommandLine(), moment)
    return resolve(whole, ())


def folder_of(example: Example) -> Path:
    """The folder of an example's site, with its data; one that is not there where it has none."""
    return _written(tuple(example.data.items())) if example.data else Path("/site")


def example_settings(rule: Rule, example: Example) -> Settings:
    """The settings of an example: this rule alone, and whatever the example sets.

    An example is an object that lasts, so they are made once.
    """
    key = (id(rule), id(example))
    if key not in _MADE:
        _MADE[key] = (rule, example, _example_settings(rule, example))
    return _MADE[key][2]


_MADE: dict[tuple[int, int], tuple[Rule, Example, Settings]] = {}


def _example_settings(rule: Rule, example: Example) -> Settings:
    data = {"select": [rule.code], **example.config}
    if example.options:
        data["rules"] = {**data.get("rules", {}), rule.code: dict(example.options)}
    made = settings(
        data,
        generator=example.target,
        site=example.site,
        now=example.now,
        known_site=example.site is not None,
        root=folder_of(example) if example.data else None,
    )
    there = None if example.files is None else _with_folders(example.files).__contains__
    return replace(made, context=replace(made.context, exists=there))


@cache
def _written(data: tuple[tuple[str, str], ...]) -> Path:
    """A folder with these files, which lasts as long as the tests."""
    folder = Path(tempfile.mkdtemp(prefix="newslint-example-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    for name, text in data:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def _with_folders(files: tuple[str, ...]) -> frozenset[str]:
    paths = [path for name in files for path in (Path(name), *Path(name).parents)]
    return frozenset(path.as_posix() for path in paths)


def source(text: str) -> Source:
    """A source as it is read from a file with this text; U+FEFF at its start is its BOM."""
    return decode(text.encode(), Path("a.md"), Limits())


def line(diagnostic: Diagnostic) -> str:
    """A diagnostic as the examples write it."""
    start, end = diagnostic.start, diagnostic.end
    return f"{start.row}:{start.column}-{end.row}:{end.column} {diagnostic.text}"
