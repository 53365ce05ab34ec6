"""What a user waits for, as ratios: `python -m tests.benchmarks.speed [--files N]`.

1. Cold start: `newslint --version` against importing typer; `newslint check` of one clean article
   against importing typer, rich, pydantic and yaml together. Best of several whole processes, the
   two of a pair taken in turns, so that a busy machine slows both.
2. One article among many, in one process: reading it (fences, block, schema) and what all rules of
   a preset take on top, each beside a bare `yaml.compose` of the same block.
3. All of them in whole processes: `newslint check`, and a `newslint fix` that changes every one.

The articles are the type case (`tests.support.type_case`); what a stage or a rule takes of one of
them is told by `tests.benchmarks.costs`.

Nothing is asserted: the figures belong to the machine that prints them.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import sysconfig
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from tests.support.type_case import article, make_site

CLEAN = """---
title: "Flood in the valley"
date: 2025-12-31T10:00:00Z
slug: "flood-in-the-valley"
link: "https://example.org/news/flood"
source: "The Valley Post"
tags:
  - floods
  - rivers
draft: false
---
<p>Text.</p>
"""


def main() -> None:
    """Print both parts."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--files", type=int, default=10_000)
    parser.add_argument("--runs", type=int, default=15)
    given = parser.parse_args()
    cold_start(given.runs)
    per_article(given.files)


def cold_start(runs: int) -> None:
    """Ratios of whole processes."""
    newslint = str(Path(sysconfig.get_path("scripts")) / "newslint")
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "a.md").write_text(CLEAN, encoding="utf-8")
        pairs = {
            "newslint --version": ([newslint, "--version"], "import typer"),
            "newslint check a.md": (
                [newslint, "check", "a.md"],
                "import typer, rich, pydantic, yaml",
            ),
        }
        for name, (command, imports) in pairs.items():
            ours, theirs = _in_turns(
                (
                    lambda c=command: _process(c, folder),  # type: ignore[misc]
                    lambda i=imports: _process([sys.executable, "-c", i], folder),  # type: ignore[misc]
                ),
                runs,
            )
            print(f"{name}: {ours * 1e3:.0f} ms; `{imports}`: {theirs * 1e3:.0f} ms; ", end="")
            print(f"ratio {ours / theirs:.2f}")


def per_article(files: int) -> None:
    """Microseconds an article, and how many times a bare parse that is."""
    import yaml

    from newslint.config.command_line import CommandLine
    from newslint.config.project import Project
    from newslint.files.read import decode
    from newslint.frontmatter.read import read_article
    from newslint.lint.fix import check

    texts = [article(number) for number in range(files)]
    blocks = [text[4 : text.index("\n---", 4) + 1] for text in texts]
    now = datetime(2026, 1, 31, tzinfo=UTC)
    with tempfile.TemporaryDirectory() as folder:
        content = Path(folder, "content")
        paths = make_site(Path(folder), files)
        for preset in ("default", "news", "strict"):
            site = Project(CommandLine(preset=preset, now=now)).site(content)
            settings = site.settings(paths[0])
            sources = [decode(path.read_bytes(), path, settings.limits) for path in paths]
            names = [site.relative(path) for path in paths]

            pairs = list(zip(sources, names, strict=True))

            def whole(settings=settings, pairs=pairs) -> int:  # type: ignore[no-untyped-def]
                return sum(len(check(source, name, name, settings)) for source, name in pairs)

            def read(settings=settings, pairs=pairs) -> None:  # type: ignore[no-untyped-def]
                for source, name in pairs:
                    read_article(source, name, settings)

            def bare() -> None:
                for block in blocks:
                    yaml.compose(block, Loader=yaml.CSafeLoader)

            found = whole()
            times = _in_turns((whole, read, bare), 3)
            both, reading, base = (seconds / files * 1e6 for seconds in times)
            rules = both - reading
            print(f"check, preset {preset}: {len(settings.rules)} rules, ", end="")
            print(
                f"{found / files:g} problems an article; bare yaml.compose {base:.0f} µs, ", end=""
            )
            print(f"reading {reading:.0f} µs (ratio {reading / base:.1f}), ", end="")
            print(f"rules {rules:.0f} µs (ratio {rules / base:.1f})")
        whole_runs(folder, files)


def whole_runs(folder: str, files: int) -> None:
    """Seconds of whole processes, and how much of a check one file's fix takes."""
    newslint = str(Path(sysconfig.get_path("scripts")) / "newslint")
    command = [newslint, "check", "content", "--exit-zero", "--preset", "strict"]
    cold = [*command, "--no-cache"]
    checked = _in_turns((lambda: _process(cold, folder),), 3)[0]
    _process(command, folder)
    kept = _in_turns((lambda: _process(command, folder),), 3)[0]
    print(f"the same check where nothing has changed: {kept:.2f} s")
    command[1] = "fix"
    fixed = _in_turns((lambda: _process(command, folder),), 1)[0]  # there is nothing left to fix
    print(f"newslint check --preset strict of all: {checked:.2f} s; newslint fix: {fixed:.2f} s, ")
    print(f"{fixed / files * 1e3:.1f} ms a file; ratio {fixed / checked:.1f}")


def _in_turns(commands: Sequence[Callable[[], object]], runs: int) -> list[float]:
    """The best time of each, in seconds, measured in turns."""
    best = [float("inf")] * len(commands)
    for _ in range(runs):
        for index, run in enumerate(commands):
            start = time.perf_counter()
            run()
            best[index] = min(best[index], time.perf_counter() - start)
    return best


def _process(command: Sequence[str], folder: str) -> None:
    # byte code must be kept between runs, as on any user's machine
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=True)


if __name__ == "__main__":
    main()
