"""How much newslint says of real articles: `python -m tests.benchmarks.noise [FOLDER]…`.

For each folder (those of `../shared` beside the checkout, where none is named) and preset: reports
an article, the share of articles of which nothing is said, what is said once, and the reports of
each rule. With
`--rule CODE --sample N` the reports of one rule instead, N of them evenly spread over all, each
with its lines and its fix, to be read beside the article: is it right?

A folder is copied into a site of its own generator with the little of the site's config that
decides, since without it nothing is known of addresses and taxonomies.

Nothing is asserted: what is too much, and what is wrong, is for a reader to say.
"""

from __future__ import annotations

import argparse
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from newslint import Diagnostic, FileResult
from newslint.config.command_line import CommandLine
from newslint.config.project import Project
from newslint.files.names import EXTENSIONS
from newslint.model.diagnostics import Preset
from newslint.report.once_for_people import sentence
from newslint.report.run_report import Report
from newslint.run import Job
from newslint.whole import Whole, whole
from tests.support.command import CORPORA, copy

PRESETS: tuple[Preset, ...] = ("default", "news", "strict")
FOLDERS = ("18f", "digitalgov", "broken/18f", "broken/digitalgov")
NOW = datetime(2024, 12, 1, 12, tzinfo=UTC)
"""When the two sites were taken: many of their articles expired a month later."""

DIGITALGOV = """
baseURL = "https://digital.gov/"
buildFuture = true
markup.goldmark.renderer.unsafe = true
permalinks = { news = ":year/:month/:day/:slug/", events = "event/:year/:month/:day/:slug/" }
taxonomies = { topic = "topics", author = "authors" }
"""
"""What decides in the site's own config; HTML, since its articles of today have blocks of it."""

HUGO = {"hugo.toml": 'baseURL = "https://example.org/"'}
SITES: Mapping[str, Mapping[str, str]] = {
    "18f": {".eleventy.js": ""},
    "digitalgov": {"hugo.toml": DIGITALGOV, "themes/digital.gov/theme.toml": ""},
}
"""Files of the sites. The theme is there because it may bring the shortcodes. Others are Hugo's."""


class Reported(NamedTuple):
    """A report, and the rows of the file that it is of."""

    diagnostic: Diagnostic
    rows: Sequence[str]


def main() -> None:
    """Print the figures, or a sample of one rule's reports."""
    given = _arguments()
    folders = given.folders or [CORPORA / name for name in FOLDERS] + [CORPORA.parent / "seed"]
    for folder in folders:
        if not folder.is_dir():
            print(f"{folder} is not there")
            continue
        now = given.now or (NOW if folder.name != "seed" else datetime(2026, 1, 31, tzinfo=UTC))
        with tempfile.TemporaryDirectory() as place:
            site = make_site(folder, Path(place), given.config)
            if given.rule:
                reports = of_rule(given.rule, check(site, given.preset or "strict", now))
                _print_sample(folder, reports, given.sample)
                continue
            for preset in (given.preset,) if given.preset else PRESETS:
                _print_counts(folder, preset, check_site(site, preset, now))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("folders", nargs="*", type=Path, metavar="FOLDER")
    parser.add_argument("--preset", choices=PRESETS)
    parser.add_argument("--config", type=Path, help="a newslint.toml to put into each site")
    parser.add_argument("--now", type=_moment, help="what is taken for today")
    parser.add_argument("--rule", metavar="CODE")
    parser.add_argument("--sample", type=int, default=20, metavar="N")
    return parser.parse_args()


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def make_site(folder: Path, place: Path, config: Path | None = None) -> Path:
    """A site in an empty folder that holds a copy of the articles."""
    articles = folder / "content" if (folder / "content").is_dir() else folder
    copy(articles, place / "content")
    files = next((SITES[part] for part in reversed(folder.parts) if part in SITES), HUGO)
    for name, text in files.items():
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        (place / name).write_text(text, encoding="utf-8")
    if config:
        (place / "newslint.toml").write_text(config.read_text("utf-8"), encoding="utf-8")
    return place


def check(site: Path, preset: Preset, now: datetime = NOW) -> Sequence[FileResult]:
    """The results of every article: each is named, so that no setting passes one over."""
    return check_site(site, preset, now).results


def check_site(site: Path, preset: Preset, now: datetime = NOW) -> Whole:
    """The same, with what is said once of the site."""
    articles = [path for path in (site / "content").rglob("*") if path.suffix in EXTENSIONS]
    project = Project(CommandLine(preset, now=now))
    return whole(sorted(articles), lambda: project, Job(site=True), jobs=1)


def of_rule(code: str, results: Sequence[FileResult]) -> list[Reported]:
    """The reports of one rule, in the order of their places."""
    found = []
    for result in results:
        mine = [one for one in result.diagnostics if one.code == code]
        if mine:
            text = Path(result.path).read_bytes().decode("utf-8-sig", errors="replace")
            found += [Reported(one, text.split("\n")) for one in mine]
    return found


def sample(reports: Sequence[Reported], most: int) -> Sequence[Reported]:
    """At most so many, evenly spread; always the same ones."""
    if len(reports) <= most:
        return reports
    return [reports[index * len(reports) // most] for index in range(most)]


def _shown(folder: Path) -> str:
    return "/".join(folder.absolute().parts[-2:])


def _print_counts(folder: Path, preset: str, made: Whole) -> None:
    results = made.results
    found = [one for result in results for one in result.diagnostics]
    rules, names = Counter(one.code for one in found), {one.code: one.name for one in found}
    notes = sum(one.severity == "info" for one in found)
    clean = sum(not result.diagnostics for result in results)
    articles, reports = len(results) or 1, rules.total()
    print(
        f"{_shown(folder)}, preset {preset}: {len(results)} articles, {reports} reports: ", end=""
    )
    print(f"{reports / articles:.2f} an article, without notes ", end="")
    print(f"{(reports - notes) / articles:.2f}; {clean / articles:.1%} of the articles clean")
    apart = len(Report(results, entries=made.entries).apart())
    print(f"  {len(made.entries)} said once, {apart} others: ", end="")
    print(f"{(len(made.entries) + apart) / articles:.3f} entries an article")
    for entry in made.entries:
        print(f"    {sentence(entry)[:160]}")
    for code, count in rules.most_common():
        print(f"  {code} {names[code]:24} {count:5} {count / articles:6.2f}")


def _print_sample(folder: Path, reports: Sequence[Reported], most: int) -> None:
    print(f"{_shown(folder)}: {len(reports)} reports")
    for report in sample(reports, most):
        one = report.diagnostic
        place = one.path.partition("/content/")[2]
        print(f"\n{place}:{one.start.row}:{one.start.column} {one.severity}: {one.message}")
        for row in report.rows[one.start.row - 1 : min(one.end.row, one.start.row + 5)]:
            print(f"    | {row}")
        print("".join(f"    {line}\n" for line in _fix(report)), end="")


def _fix(report: Reported) -> Iterator[str]:
    fix = report.diagnostic.fix
    if fix is None:
        return
    yield f"{fix.applicability}: {fix.message}"
    for edit, start, end in fix.edits:
        rows = report.rows[start.row - 1 : end.row]
        old = "\n".join(rows)[start.column - 1 :]
        last = len(rows[-1]) - end.column + 1 if rows else 0
        yield f"  {start.row}:{start.column} {old[: len(old) - last]!r} -> {edit.text!r}"


if __name__ == "__main__":
    main()
