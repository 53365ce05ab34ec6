"""What is installed is all of newslint, and nothing else."""

from __future__ import annotations

import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.support.command import ROOT

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(find_spec("pip") is None, reason="pip builds the wheel, and is not here"),
]

PACKED = ("pyproject.toml", "README.md", "LICENSE", "newslint", "rules")


def _files(folder: str, package: str) -> set[str]:
    """The files that the package needs, by their names in an installation."""
    top = ROOT / folder
    here = (path for path in top.rglob("*") if path.suffix in {".py", ".yaml", ".typed", ".toml"})
    return {f"{package}/{path.relative_to(top).as_posix()}" for path in here}


def test_every_module_is_installed(tmp_path: Path) -> None:
    (tmp_path / "src").mkdir()
    for name in PACKED:
        there = ROOT / name
        if there.is_dir():
            ignore = shutil.ignore_patterns("__pycache__")
            shutil.copytree(there, tmp_path / "src" / name, ignore=ignore)
        else:
            shutil.copy(there, tmp_path / "src")
    command = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "--disable-pip-version-check",
        "-q",
        "--no-deps",
        "-w",
        "out",
        "./src",
    ]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)
    (wheel,) = (tmp_path / "out").iterdir()
    installed = {name for name in ZipFile(wheel).namelist() if ".dist-info/" not in name}
    needed = _files("newslint", "newslint") | _files("rules", "newslint/rules")
    assert needed - installed == set()
    assert {name.split("/")[0] for name in installed} == {"newslint"}
