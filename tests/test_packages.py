"""What is installed is all of newslint: pyproject.toml names each package."""

from __future__ import annotations

import tomllib

from tests.command import ROOT


def test_every_package_is_named() -> None:
    config = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    named = config["tool"]["setuptools"]["packages"]
    folders = {path.parent for path in (ROOT / "newslint").rglob("__init__.py")}
    there = {".".join(folder.relative_to(ROOT).parts) for folder in folders}
    assert sorted(named) == sorted({*there, "newslint.rules"})
