"""`newslint config`: the settings that hold for a path, and which file each comes from."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from inspect import Parameter
from pathlib import Path
from typing import Annotated, Any

import typer

from newslint.cli import output
from newslint.cli.typer_command import typer_command
from newslint.config.command_line import CommandLine
from newslint.config.explain import Setting, settings_of
from newslint.config.options import Options
from newslint.config.project import Project
from newslint.config.settings import Settings
from newslint.config.site import Site
from newslint.files.display import display
from newslint.files.read import read
from newslint.frontmatter.read import read_article
from newslint.generators import UNKNOWN
from newslint.model.errors import NewslintError
from newslint.report.summary import printable
from newslint.site.facts import day_of
from newslint.text.toml_text import toml_comment, toml_key, toml_value


def show(options: Options) -> int:
    """Print the settings that hold for a path, and where each comes from."""
    (path,) = options.paths
    place = Path(path).absolute()
    if not place.exists():
        raise NewslintError(f"{path} does not exist")
    if options.output_format not in (None, "json"):
        raise NewslintError("`newslint config` prints TOML, or with --output-format json JSON")
    project = Project(
        CommandLine.of(options), config_file=options.config, isolated=options.isolated
    )
    folder = place if place.is_dir() else place.parent
    site = project.site(folder)
    for error in project.broken([folder]):
        output.notice(f"{error}; its articles are checked as `{UNKNOWN}`")
    day = _day(site, place)
    settings = site.settings(place, day)
    found = settings_of(site, place, settings, day)
    about = dict(_about(site, settings, path))
    if options.output_format == "json":
        output.emit(_json(about, found), exact=True)
    else:
        output.emit("".join(f"{line}\n" for line in _toml(about, found)))
    return 2 if project.broken([folder]) else 0


def _day(site: Site, place: Path) -> int | None:
    """The day of the article, where settings depend on it."""
    if not site.dated or not place.is_file():
        return None
    settings = site.settings(place)
    source = read(place, settings.limits, settings.encoding)
    return day_of(read_article(source, site.relative(place), settings))


def _about(site: Site, settings: Settings, path: str) -> Iterator[tuple[str, str]]:
    """What is true of the site and is no key of a config."""
    yield "path", path
    yield "config", display(site.config_file) if site.config_file else "none"
    yield "site", display(site.root) if site.root else "none found"
    yield "content", ", ".join(display(one) for one in site.content() or ()) or "any folder"
    yield "taxonomies", ", ".join(settings.context.taxonomies)


def _toml(about: dict[str, str], found: Iterable[Setting]) -> Iterator[str]:
    """A newslint.toml that says the same, with `# from FILE` after every value."""
    for name, value in about.items():
        yield toml_comment(f"{name}: {printable(value)}")
    yield ""
    table: tuple[str, ...] = ()
    found = list(found)
    selected = [one for one in found if one.path[0] == "select"]
    top = [one for one in found if len(one.path) == 1]
    for one in top:
        yield from _setting(one.path[-1], one)
    yield "select = ["
    for one in selected:
        yield f"  {toml_value(one.path[1])},  {toml_comment(f'{one.value}, from {one.source}')}"
    yield "]"
    for one in found:
        if len(one.path) == 1 or one.path[0] == "select":
            continue
        if one.path[:-1] != table:
            table = one.path[:-1]
            yield ""
            yield f"[{'.'.join(map(toml_key, table))}]"
        yield from _setting(one.path[-1], one)


def _setting(key: str, one: Setting) -> Iterator[str]:
    source = toml_comment(f"from {one.source}")
    if one.value is None:
        yield f"# {toml_key(key)} is not set  {source}"
    else:
        yield f"{toml_key(key)} = {toml_value(one.value)}  {source}"


def _json(about: dict[str, str], found: Iterable[Setting]) -> str:
    """The same as an object: `settings` as nested tables, `sources` by dotted key."""
    settings: dict[str, Any] = {}
    sources: dict[str, str] = {}
    for one in found:
        *tables, last = one.path
        inside = settings
        for name in tables:
            inside = inside.setdefault(name, {})
        inside[last] = one.value
        sources[".".join(map(toml_key, one.path))] = one.source
    select = list(settings.pop("select", {}))
    data = {**about, "settings": {**settings, "select": select}, "sources": sources}
    return json.dumps(data, indent=2, ensure_ascii=False) + "\n"


PATH = Parameter(
    "path",
    Parameter.KEYWORD_ONLY,
    default=".",
    annotation=Annotated[str, typer.Argument(help="A file or folder.")],
)

command = typer_command(
    "config", show, "Print the settings that hold for a path, and where each comes from.", PATH
)
