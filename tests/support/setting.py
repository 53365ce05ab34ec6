"""What tests need to run the engine on a text: settings made of an example, in memory."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from newslint import generators
from newslint.config import load as config
from newslint.config.settings import CommandLine, Settings, Site, resolve
from newslint.files.read import Source, decode
from newslint.model.diagnostics import Diagnostic
from newslint.rule import Example, Rule

NOW = "2026-01-31T12:00:00Z"


def settings(
    data: Mapping[str, Any] | None = None,
    *,
    generator: str = "hugo",
    site: Mapping[str, Any] | None = None,
    now: str = NOW,
    known_site: bool = True,
) -> Settings:
    """Settings as a newslint.toml with `data` gives them, for a site with the config `site`."""
    made = generators.load(generator, None, site=(site or {}) if known_site else None)
    moment = datetime.fromisoformat(now)
    parsed = config.parse(data or {}, "newslint.toml")
    base = Path("/site")
    whole = Site(parsed, Path("newslint.toml"), base, made, base, CommandLine(), moment)
    return resolve(whole, ())


def example_settings(rule: Rule, example: Example) -> Settings:
    """The settings of an example: this rule alone, and whatever the example sets."""
    data = {"select": [rule.code], **example.config}
    if example.options:
        data["rules"] = {**data.get("rules", {}), rule.code: dict(example.options)}
    made = settings(
        data,
        generator=example.target,
        site=example.site,
        now=example.now,
        known_site=example.site is not None,
    )
    there = None if example.files is None else _with_folders(example.files).__contains__
    return replace(made, context=replace(made.context, exists=there))


def _with_folders(files: tuple[str, ...]) -> frozenset[str]:
    paths = [path for name in files for path in (Path(name), *Path(name).parents)]
    return frozenset(path.as_posix() for path in paths)


def source(text: str) -> Source:
    """A source as it is read from a file with this text; U+FEFF at its start is its BOM."""
    return decode(text.encode(), Path("a.md"), settings().limits)


def line(diagnostic: Diagnostic) -> str:
    """A diagnostic as the examples write it."""
    start, end = diagnostic.start, diagnostic.end
    return f"{start.row}:{start.column}-{end.row}:{end.column} {diagnostic.text}"
