"""A check of one file imports little: a hook runs one at every commit."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ARTICLE = """---
title: Rain in the north
date: 2026-01-30T10:00:00Z
tags: [rain, weather]
---
It rained.
"""

NEVER = {
    "click",
    "concurrent.futures",
    "dataclasses",
    "email",
    "ftfy",
    "hashlib",
    "inspect",
    "json",
    "jsonschema_rs",
    "logging",
    "msgspec",
    "multiprocessing",
    "orjson",
    "pathspec",
    "platformdirs",
    "pydantic",
    "rich",
    "ruamel",
    "sqlite3",
    "subprocess",
    "tempfile",
    "tomlkit",
    "typer",
    "yaml",
}
"""Modules that take milliseconds each, and that a plain article needs none of."""

MOST = 215
"""Modules of newslint that such a check may import, besides the rules."""

SHOW = """
import sys
from newslint.__main__ import main
code = main()
print(code, *sys.modules, file=sys.stderr)
"""
"""Runs the command line, and tells what it imported."""


@pytest.mark.parametrize("config", ["", 'preset = "news"\n[rules.LNK004]\nkeep = ["ref"]\n'])
@pytest.mark.parametrize("options", [[], ["--jobs", "1", "--exit-zero", "--output-format", "full"]])
def test_a_check_of_one_file_imports_little(
    tmp_path: Path, config: str, options: list[str]
) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/rain.md").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "hugo.toml").write_text('baseURL = "https://example.org/"\n', encoding="utf-8")
    (tmp_path / ".gitignore").write_text("public\n*.log\n", encoding="utf-8")
    if config:
        (tmp_path / "newslint.toml").write_text(config, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", SHOW, "check", "content/rain.md", *options],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    code, *modules = done.stderr.splitlines()[-1].split()
    assert code in ("0", "1"), done.stderr
    before = subprocess.run(
        [sys.executable, "-c", "import sys; print(*sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()
    assert NEVER & set(modules) <= set(before)
    ours = [one for one in modules if one.startswith("newslint.") and ".rules." not in one]
    assert len(ours) <= MOST
