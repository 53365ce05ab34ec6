"""`newslint rule --test`: the examples of one's own rules, which are their tests.

Each is tried with LF and with CRLF line ends: what is found, at which place; what `fix` makes of
it, and that a second run changes nothing.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from newslint import generators, registry
from newslint.config import load as config
from newslint.config.command_line import CommandLine
from newslint.config.project import Project
from newslint.config.resolve import resolve
from newslint.config.settings import Settings
from newslint.config.site import Site
from newslint.files.discover import discover
from newslint.files.read import Source, decode
from newslint.lint import fix as engine
from newslint.model.diagnostics import Diagnostic
from newslint.model.records import fields, replace
from newslint.rule import Example, Rule, SiteExample, SiteRule
from newslint.run import Job
from newslint.whole import whole

HEADINGS = ("What it does", "Why it matters", "Fix", "Options", "Source")
"""Those of a rule's page, in this order."""


def failures(rule: Rule) -> Iterator[str]:
    """What is wrong with a rule's page and with what it makes of its examples, a line each."""
    yield from _page(rule)
    examples = rule.sites if isinstance(rule, SiteRule) else rule.examples
    if not any(one.found for one in examples) or all(one.found for one in examples):
        yield "needs an example of what it finds, and one that is right"
    for ending in ("\n", "\r\n"):
        for example in rule.examples:
            yield from _of_example(rule, example, ending)
        for site in rule.sites:
            yield from _of_site(rule, site, ending)


def _page(rule: Rule) -> Iterator[str]:
    text = registry.documentation(rule)
    if not re.match(rf"{rule.name} \({rule.code}\): \S", text):
        yield f"its docstring must begin with `{rule.name} ({rule.code}): ` and what it finds"
    if tuple(re.findall(r"^## (.+)$", text, re.MULTILINE)) != HEADINGS:
        yield f"its docstring must have the headings {', '.join(HEADINGS)}"


def _of_example(rule: Rule, example: Example, ending: str) -> Iterator[str]:
    name = _name(example.note, ending)
    with tempfile.TemporaryDirectory(prefix="newslint-rule-") as folder:
        settings = _settings(rule, example, Path(folder))
        before = _source(example.before, ending, settings)
        found = engine.check(before, example.path, "a.md", settings)
        lines = [_line(one) for one in found if one.code == rule.code]
        if lines != [f"{place} {message}" for place, message in example.found]:
            yield f"{name}: found {_shown(lines)}"
        others = sorted({one.text for one in found if one.code == "RUN003"})
        yield from (f"{name}: {text}" for text in others)
        yield from (f"{name}: {said}" for said in _of_fix(example, before, ending, settings))


def _of_fix(example: Example, before: Source, ending: str, settings: Settings) -> Iterator[str]:
    safe = engine.fix(before, example.path, "a.md", settings, unsafe=False)
    unsafe = engine.fix(before, example.path, "a.md", settings, unsafe=True)
    wanted = _source(example.before if example.after is None else example.after, ending, settings)
    refused = {one.text for one in (*safe.left, *unsafe.left) if one.code == "RUN004"}
    yield from sorted(refused)
    if unsafe.text != wanted.text:
        yield f"`fix --unsafe-fixes` makes of it {unsafe.text!r}"
    keeps = example.after is None or example.unsafe
    if safe.text != (before.text if keeps else wanted.text):
        yield f"`fix` makes of it {safe.text!r}"
    again = replace(before, text=unsafe.text, bom=unsafe.bom)
    second = engine.fix(again, example.path, "a.md", settings, unsafe=True)
    if second.text != unsafe.text:
        yield f"a second `fix` makes of it {second.text!r}"


_SITE_FILE = next(f"{one.default}.toml" for one in fields(Example) if one.name == "target")
"""The site config of the target that an example has when it names none."""


def _of_site(rule: Rule, example: SiteExample, ending: str) -> Iterator[str]:
    import tomlkit

    name = _name(example.note, ending)
    with tempfile.TemporaryDirectory(prefix="newslint-rule-") as given:
        folder = Path(given).resolve()
        own = {rule.code: dict(example.options)}
        data = {"select": [rule.code], "preview": True, **example.config, "rules": own}
        files = {example.site_file or _SITE_FILE: example.site, **example.files}
        for path, text in files.items():
            place = folder / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(text.replace("\n", ending).encode())
        (folder / "newslint.toml").write_text(tomlkit.dumps(data), encoding="utf-8")
        project = _OwnProject(CommandLine(now=datetime.fromisoformat(example.now)), rule)
        found = discover([folder], project.folder)
        made = whole(found.files, lambda: project, Job(site=True), jobs=1)
        lines = [
            f"{Path(one.path).absolute().relative_to(folder).as_posix()}:{_line(diagnostic)}"
            for one in made.results
            for diagnostic in one.diagnostics
            if diagnostic.code == rule.code
        ]
    if sorted(lines) != sorted(f"{path}:{place} {text}" for path, place, text in example.found):
        yield f"{name}: found {_shown(lines)}"


class _OwnProject(Project):
    """A project whose sites all have a rule, which their configs cannot name."""

    def __init__(self, command: CommandLine, rule: Rule) -> None:
        super().__init__(command)
        self._own = frozenset((rule.code,))

    def _with_code(self, site: Site) -> Site:
        return replace(site, own_rules=self._own)


def _settings(rule: Rule, example: Example, folder: Path) -> Settings:
    """The settings of an example: this rule alone, and whatever the example sets."""
    for name, text in example.data.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    data = {"select": [rule.code], "preview": True, **example.config}
    if example.options:
        data["rules"] = {**data.get("rules", {}), rule.code: dict(example.options)}
    root = folder if example.data else None
    site = None if example.data else example.site
    made = generators.load(example.target, root, site=site)
    parsed = config.parse(data, "the example")
    moment = datetime.fromisoformat(example.now)
    codes = frozenset((rule.code,))
    whole_site = Site(parsed, None, folder, made, folder, CommandLine(), moment, own_rules=codes)
    settings = resolve(whole_site, ())
    there = None if example.files is None else _with_folders(example.files).__contains__
    return replace(settings, context=replace(settings.context, exists=there))


def _with_folders(files: tuple[str, ...]) -> frozenset[str]:
    paths = [path for name in files for path in (Path(name), *Path(name).parents)]
    return frozenset(path.as_posix() for path in paths)


def _source(text: str, ending: str, settings: Settings) -> Source:
    return decode(text.replace("\n", ending).encode(), Path("a.md"), settings.limits)


def _line(one: Diagnostic) -> str:
    start, end = one.start, one.end
    return f"{start.row}:{start.column}-{end.row}:{end.column} {one.text}"


def _name(note: str, ending: str) -> str:
    return f"{note} (CRLF)" if ending == "\r\n" else note


def _shown(lines: list[str]) -> str:
    return "; ".join(lines) or "nothing"
