"""A check of one file imports little: a hook runs one at every commit."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.quick import one_in

ARTICLE = """---
title: Rain in the north
date: 2026-01-30T10:00:00Z
tags: [rain, weather]
---
It rained.
"""

ODD_ARTICLE = """---
title: "Rain in  the north"
date: 2026-01-30T10:00:00Z
link: 'https://example.org/rain?utm_source=rss'
source: 'https://feeds.example.org/all'
slug: rain-in-the-north
tags:
- 'rain'
- 'rain'
---
<p>It rained \u2013 and \u201crained\u201d.</p>
"""

CONFIG = """
preset = "news"

[rules.LNK004]
keep = ["ref"]

[style]
quotes = "double"

[severity]
DAT001 = "warning"

[limits]
max-keys = 90

[fields]
source = { required = true }
section = { one-of = ["news", "culture"] }
title = { type = "string", max-length = 190 }

[[overrides]]
paths = ["content/old/**"]
ignore = ["TXT"]
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

MOST = 230
"""Modules of newslint that such a check may import, besides the rules."""

MOST_RULES = 45
"""Rules that it may import: those that have something to say, and those that cannot know before."""

SHOW = """
import sys
from newslint.__main__ import main
code = main()
print(code, *sys.modules, file=sys.stderr)
"""
"""Runs the command line, and tells what it imported."""


@pytest.mark.parametrize("article", [ARTICLE, ODD_ARTICLE], ids=["right", "odd"])
@pytest.mark.parametrize("config", one_in(2, [CONFIG, ""]), ids=["config", "none"])
@pytest.mark.parametrize("options", [[], ["--jobs", "1", "--exit-zero", "--output-format", "full"]])
def test_a_check_of_one_file_imports_little(
    tmp_path: Path, article: str, config: str, options: list[str]
) -> None:
    for folder in ("content", ".git/info"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "content/rain.md").write_text(article, encoding="utf-8")
    (tmp_path / "hugo.toml").write_text('baseURL = "https://example.org/"\n', encoding="utf-8")
    (tmp_path / ".gitignore").write_text("/public/\n*.log\nresources/_gen\n", encoding="utf-8")
    (tmp_path / ".git/HEAD").write_text("ref: refs/heads/main\n", encoding="utf-8")
    (tmp_path / ".git/info/exclude").write_text("# *.[oa]\n# *~\n", encoding="utf-8")
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
    measures = {"rich"} if "full" in options else set()  # how wide the characters are
    assert NEVER & set(modules) <= set(before) | measures
    ours = [one for one in modules if one.startswith("newslint.")]
    rules = [one for one in ours if one.startswith("newslint.rules.")]
    assert len(ours) - len(rules) <= MOST
    assert len(rules) <= MOST_RULES
