"""Processor time of one article, by stage and by rule: `python -m tests.benchmarks.costs`.

The articles are the type case (`tests.support.type_case`). A rule is timed over all of them at
once, with what it finds; what a stage takes is timed apart from the others. Microseconds of the
process an article: what else the machine does does not count. `--startup` prints what whole
processes take, instead.

Nothing is asserted: the figures belong to the machine that prints them. A slow rule is seen here
when it is written.
"""

from __future__ import annotations

import argparse
import gc
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from newslint.config.command_line import CommandLine
from newslint.config.project import Project
from newslint.config.settings import Settings
from newslint.files.ask import Asked, remembered
from newslint.files.read import Source, decode, read
from newslint.frontmatter.fence.find import find_block
from newslint.frontmatter.read import read_article
from newslint.lint import fix as engine
from newslint.lint.asked import all_counted, asked
from newslint.lint.check import find
from newslint.model.diagnostics import PRESETS, FileResult, Preset
from newslint.report import render
from newslint.report.run_report import Report
from newslint.site.facts import facts_of
from newslint.site_article import Article
from tests.support.type_case import make_site

NOW = datetime(2026, 1, 31, tzinfo=UTC)


class Case(NamedTuple):
    """The articles of a site, and the settings that hold for all of them."""

    settings: Settings
    paths: tuple[Path, ...]
    names: tuple[str, ...]
    sources: tuple[Source, ...]
    articles: tuple[Article, ...]
    site_asked: Asked


def main() -> None:
    """Print the tables that were asked for."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--files", type=int, default=1000)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--presets", nargs="*", default=PRESETS, choices=PRESETS)
    parser.add_argument("--no-rules", action="store_true", help="stages alone")
    parser.add_argument("--startup", action="store_true", help="whole processes alone")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        paths = make_site(Path(folder), 1 if given.startup else given.files)
        if given.startup:
            startup(Path(folder), given.runs * 3)
            return
        for preset in given.presets:
            case = _case(paths, preset)
            gc.collect()
            gc.freeze()  # as a run does once all is imported
            with remembered(case.site_asked, Asked()):  # as in a run: what is asked is kept
                stages(case, preset, given.runs)
                if not given.no_rules:
                    rules(case, given.runs)


def _case(paths: Sequence[Path], preset: Preset) -> Case:
    site = Project(CommandLine(preset=preset, now=NOW)).site(paths[0].parent)
    settings = site.settings(paths[0])
    sources = tuple(decode(path.read_bytes(), path, settings.limits) for path in paths)
    names = tuple(map(site.relative, paths))
    pairs = zip(sources, names, strict=True)
    articles = tuple(read_article(source, name, settings) for source, name in pairs)
    return Case(settings, tuple(paths), names, sources, articles, site.asked)


def stages(case: Case, preset: Preset, runs: int) -> None:
    """A line for each stage."""
    settings, fences = case.settings, case.settings.context.generator.fences
    named = tuple(zip(case.sources, case.names, strict=True))
    found = [find(article, settings) for article in case.articles]
    pairs = tuple(zip(case.articles, found, strict=True))
    results = tuple(
        FileResult(article.path, engine.to_diagnostics(article, article.path, findings, settings))
        for article, findings in pairs
    )
    report = Report(results)
    title = settings.context.generator.title
    steps: dict[str, Callable[[], object]] = {
        "read and decode the file": lambda: [read(p, settings.limits, "") for p in case.paths],
        "find the delimiters": lambda: [find_block(s.text, fences, title) for s in case.sources],
        "read the article, delimiters too": lambda: [
            read_article(s, name, settings) for s, name in named
        ],
        "which rules are called": lambda: [settings.called(a) for a in case.articles],
        "all rules, rated": lambda: [find(article, settings) for article in case.articles],
        "facts": lambda: [facts_of(a, a.path, a.path, settings.schema) for a in case.articles],
        "asked": lambda: [asked(a, settings, all_counted(a, fs, settings)) for a, fs in pairs],
        "diagnostics, in order": lambda: [
            engine.to_diagnostics(a, a.path, findings, settings) for a, findings in pairs
        ],
        "report, concise": lambda: render("concise", report),
        "report, json": lambda: render("json", report),
        "check as a whole": lambda: [engine.check(s, n, n, settings) for s, n in named],
        "fix": lambda: [engine.fix(s, n, n, settings, unsafe=False) for s, n in named[::10]],
        "fix, unsafe too": lambda: [
            engine.fix(s, n, n, settings, unsafe=True) for s, n in named[::10]
        ],
    }
    count = sum(map(len, found)) / len(found)
    print(f"\n{preset}: {len(settings.rules)} rules, {count:g} problems an article; µs an article")
    times = best(list(steps.values()), runs)
    for name, seconds in zip(steps, times, strict=True):
        share = 10 if name.startswith("fix") else 1
        print(f"  {seconds / len(named) * share * 1e6:8.1f}  {name}")


def rules(case: Case, runs: int) -> None:
    """A line for each rule that takes more than a microsecond, the slowest first.

    A rule counts only in articles for which it is called.
    """
    rows = []
    called = [
        (article, {one.rule.code: one for one in case.settings.called(article)})
        for article in case.articles
    ]
    for listed in case.settings.rules:
        active = listed.whole
        on = [article for article, rules in called if active.rule.code in rules]
        seconds = best([lambda a=active, o=on: [a.problems(one) for one in o]], runs)[0]  # type: ignore[misc]
        rows.append((seconds / len(case.articles) * 1e6, active.rule.code, active.rule.name))
    rows.sort(reverse=True)
    print(f"  {sum(row[0] for row in rows):8.1f}  all rules, not rated; of these")
    for micro, code, name in rows:
        if micro >= 1:
            print(f"  {micro:8.1f}  {code} {name}")


def startup(folder: Path, runs: int) -> None:
    """Milliseconds of whole processes, beside importing typer alone."""
    config = folder / "newslint.toml"
    config.write_text('preset = "news"\n[rules.LNK004]\nkeep = ["ref"]\n', encoding="utf-8")
    article = next(folder.rglob("a0.md")).relative_to(folder)
    check = [sys.executable, "-m", "newslint", "check", str(article)]
    options = ["--output-format", "json", "--jobs", "1", "--quiet", "--exit-zero"]
    commands = {
        "python -c pass": [sys.executable, "-c", "pass"],
        "import typer": [sys.executable, "-c", "import typer"],
        "newslint --version": [*check[:3], "--version"],
        "check, no config": [*check, "--isolated", "--exit-zero"],
        "check, options, no config": [*check, "--isolated", *options],
        "check, a config": [*check, "--exit-zero"],
        "fix --diff, a config": [*check[:3], "fix", "--diff", str(article), "--exit-zero"],
    }
    times = best([lambda c=c: _process(c, folder) for c in commands.values()], runs, _children)  # type: ignore[misc]
    for name, seconds in zip(commands, times, strict=True):
        print(f"  {seconds * 1e3:6.1f} ms  {name}")


def best(
    steps: Sequence[Callable[[], object]],
    runs: int,
    clock: Callable[[], float] = time.process_time,
) -> list[float]:
    """The best time of each in seconds, measured in turns."""
    times = [float("inf")] * len(steps)
    for _ in range(runs):
        for index, step in enumerate(steps):
            start = clock()
            step()
            times[index] = min(times[index], clock() - start)
    return times


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _process(command: Sequence[str], folder: Path) -> None:
    # byte code must be kept between runs, as on any user's machine
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=True)


if __name__ == "__main__":
    main()
