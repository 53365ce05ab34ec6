"""The programs of other generators, which are there only where somebody has installed them.

`NEWSLINT_DOCUSAURUS` and `NEWSLINT_VITEPRESS` name a folder with their `node_modules`,
`NEWSLINT_MKDOCS` the program `mkdocs` of an environment that has Material for MkDocs too.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest


def folder_of(variable: str, package: str) -> Path | None:
    """The folder that a variable names, where it has the package installed."""
    named = os.environ.get(variable, "")
    folder = Path(named)
    there = named != "" and (folder / "node_modules" / package).is_dir() and shutil.which("node")
    return folder if there else None


def needs(program: object, name: str, variable: str) -> pytest.MarkDecorator:
    """Skips a test where the program is not there, and says how it would be."""
    reason = f"{name} is not installed: {variable} names no folder or program that has it"
    return pytest.mark.skipif(program is None, reason=reason)


def run_node(folder: Path, script: str, given: Any, *arguments: str) -> Any:
    """What a script prints as JSON; `given` is its standard input. Runs beside `node_modules`."""
    path = shutil.which("node") or "node"
    done = subprocess.run(
        [path, *arguments, "-e", script],
        cwd=folder,
        input=json.dumps(given),
        capture_output=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, "TZ": "UTC", "NODE_ENV": "production"},
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return json.loads(done.stdout.rpartition("\n@@")[2])
