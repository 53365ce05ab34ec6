"""`newslint config`: the settings that hold for a path, and which file each comes from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from inspect import Parameter
from pathlib import Path
from typing import Annotated

import typer

from newslint.cli import output
from newslint.cli.typer_command import typer_command
from newslint.config.options import Options
from newslint.config.project import Project
from newslint.config.settings import CommandLine, Settings, Site
from newslint.files.display import display
from newslint.generators import UNKNOWN, told_by
from newslint.model.errors import NewslintError
from newslint.report.summary import printable


def show(options: Options) -> int:
    """Print the settings that hold for a path, and where each comes from."""
    (path,) = options.paths
    place = Path(path).absolute()
    if not place.exists():
        raise NewslintError(f"{path} does not exist")
    project = Project(
        CommandLine.of(options), config_file=options.config, isolated=options.isolated
    )
    folder = place if place.is_dir() else place.parent
    site = project.site(folder)
    for error in project.broken([folder]):
        output.notice(f"{error}; its articles are checked as `{UNKNOWN}`")
    output.emit("".join(f"{printable(line)}\n" for line in _lines(site, site.settings(place))))
    return 2 if project.broken([folder]) else 0


PATH = Parameter(
    "path",
    Parameter.KEYWORD_ONLY,
    default=".",
    annotation=Annotated[str, typer.Argument(help="A file or folder.")],
)

command = typer_command(
    "config", show, "Print the settings that hold for a path, and where each comes from.", PATH
)


def _lines(site: Site, settings: Settings) -> Iterator[str]:
    config = site.config

    def source(key: str, flag: object = None) -> str:
        if flag:
            return "command line"
        return site.where if key in site.given else "default"

    command = site.command
    yield f"config = {_shown(site)}"
    yield f"preset = {command.preset or config.preset}  # {source('preset', command.preset)}"
    yield f"target = {site.generator.name}  # {_target_source(site)}"
    root = display(site.root) if site.root else "none found"
    yield f"site = {root}"
    zone = settings.context.timezone or "not known"
    yield f"timezone = {zone}  # {_zone_source(site)}"
    for key in ("include", "exclude"):
        patterns = ", ".join(getattr(config, key)) or "none"
        yield f"{key} = {patterns}  # {source(key)}"
    ends = ", ".join(f"{end} as {meant}" for end, meant in config.extension.items())
    yield f"extension = {ends or 'none'}  # {source('extension')}"
    folders = ", ".join(display(folder) for folder in site.content() or ()) or "any"
    yield f"content = {folders}  # {'the site' if site.content() else 'default'}"
    yield f"from-encoding = {config.from_encoding or 'none'}  # {source('from-encoding')}"
    yield f"fail-on = {config.fail_on}  # {source('fail-on')}"
    yield f"taxonomies = {', '.join(settings.context.taxonomies)}"
    yield "[fields]"
    for role, spec in settings.schema.specs.items():
        keys = _keys(settings.context.roles.get(role, ()))
        required = ", required" if spec.required else ""
        yield f"  {role} = {keys} ({spec.type or 'any'}{required})"
    yield "[rules]"
    for active in settings.rules:
        severity = active.severity or active.rule.severity
        yield f"  {active.rule.code} {active.rule.name} ({severity})"


def _keys(keys: Sequence[str]) -> str:
    """The keys of a role; a name that may stand in a table as well is not written twice."""
    twice = {key for key in keys if key.rpartition(".")[2] in keys and "." in key}
    tables = dict.fromkeys(key.rpartition(".")[0] for key in keys if key in twice)
    also = f", also inside {' and '.join(tables)}" if tables else ""
    return ", ".join(key for key in keys if key not in twice) + also


def _shown(site: Site) -> str:
    return site.where if site.config_file else "none"


def _target_source(site: Site) -> str:
    if site.command.target:
        return "command line"
    if site.config.target:
        return site.where
    return f"found from {told_by(site.root)}" if site.root else "default"


def _zone_source(site: Site) -> str:
    if site.config.timezone:
        return site.where
    return "the site's own config" if site.generator.timezone else "default"
