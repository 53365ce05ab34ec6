"""A site in a folder, and what newslint says of an article in it, as the command line would."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from newslint.config.command_line import CommandLine
from newslint.config.project import Project
from newslint.config.settings import Settings
from newslint.files.read import Source
from newslint.generators.base import Generator
from newslint.lint import fix as engine
from newslint.model.diagnostics import Diagnostic
from tests.support.setting import NOW, settings, source


def make(root: Path, files: Mapping[str, str]) -> Path:
    """Files with their texts below a folder, which is returned; `a/` is a folder."""
    for name, text in files.items():
        path = root / name
        (path if name.endswith("/") else path.parent).mkdir(parents=True, exist_ok=True)
        if not name.endswith("/"):
            path.write_text(text, encoding="utf-8", newline="")
    return root


def settings_at(root: Path, path: str = "a.md") -> Settings:
    """The settings that hold for a path below a folder, which need not be there."""
    command = CommandLine(now=datetime.fromisoformat(NOW))
    return Project(command).site((root / path).parent).settings(root / path)


def generator_at(root: Path) -> Generator:
    """The generator that a folder's own files tell of."""
    return Project(CommandLine()).site(root).generator


def found_in(root: Path, path: str, text: str) -> list[Diagnostic]:
    """What the default preset says of a text at a path of the site in a folder, notes left out."""
    return _found(source(text), path, settings_at(root, path))


def found(name: str, path: str, text: str) -> list[Diagnostic]:
    """The same for a generator of whose site nothing is known."""
    return _found(source(text), path, settings(generator=name))


def _found(read: Source, path: str, made: Settings) -> list[Diagnostic]:
    every = engine.check(read, path, path, made)
    return [one for one in every if one.severity != "info"]


def codes(diagnostics: list[Diagnostic]) -> list[str]:
    """Severity and code of each."""
    return [f"{one.severity} {one.code}" for one in diagnostics]


def page(front: str, body: str = "Text.\n") -> str:
    """A file with this front matter, `\\n` in it is a line end."""
    return f"---\n{front.replace(chr(92) + 'n', chr(10))}\n---\n\n{body}"
