"""`newslint schema`: what holds for articles at a path, or for newslint.toml, as JSON Schema."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Any

import typer

from newslint.cli import output
from newslint.config.command_line import CommandLine
from newslint.config.project import Project
from newslint.config.schemas.place import schema_at
from newslint.model.errors import NewslintError


def command(
    path: Annotated[str, typer.Argument(help="A file or folder.")] = ".",
    config: Annotated[bool, typer.Option("--config", help="The schema of newslint.toml.")] = False,
    allow_code: Annotated[
        bool, typer.Option("--allow-code", help="Load the model that the config names.")
    ] = False,
) -> int:
    """Print what holds for a path as JSON Schema 2020-12."""
    if config:
        from newslint.config.schemas.config_file import config_schema

        return _print(config_schema())
    place = Path(path).absolute()
    if not place.exists():
        raise NewslintError(f"{path} does not exist")
    article = place / "article.md" if place.is_dir() else place
    project = Project(CommandLine(allow_code=allow_code))
    site = project.site(article.parent)
    if "model" in project.withheld([article.parent]).get(site.config_file or Path(), ()):
        output.notice("`model` is left out: it is code, which `--allow-code` allows")
    return _print(schema_at(site, article))


def _print(schema: dict[str, Any]) -> int:
    output.emit(json.dumps(schema, ensure_ascii=False, indent=2) + "\n", exact=True)
    return 0
