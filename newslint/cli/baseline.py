"""`newslint baseline`: accept the problems that there are, so that only new ones fail."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from newslint.cli import output
from newslint.cli.accepted import Baselines, counted_noun
from newslint.cli.lint import checked, project_of
from newslint.cli.run_notices import why_nothing
from newslint.cli.together import refuse_meaningless
from newslint.cli.typer_command import typer_command
from newslint.config.options import Options
from newslint.config.project import Project
from newslint.files.display import display
from newslint.files.put import put
from newslint.model.diagnostics import FileResult
from newslint.model.errors import NewslintError
from newslint.model.tally import NOT_CHECKED
from newslint.site.baseline import Accepted, Key, counted, file_in, read_baseline, written

OK, NOT_DONE = 0, 2


def baseline(options: Options) -> int:
    """Write what is found into the baselines; with `--prune` only what is no longer found goes.

    Raises NewslintError for a run that cannot be done.
    """
    refuse_meaningless(options)
    project = project_of(options)
    found, made = checked(options, project)
    if made.died or found.missing:
        raise NewslintError("nothing was written, since not all could be checked")
    if not found.files:
        output.notice(f"nothing was checked: {why_nothing(options, found)}")
        return OK
    baselines = Baselines(options, project)
    groups: dict[Path, list[FileResult]] = {}
    for result in made.results:
        groups.setdefault(baselines.path(result.path), []).append(result)
    for path, results in groups.items():
        _write(path, _Run(results, project, options))
    left = (d for result in made.results for d in result.diagnostics)
    return NOT_DONE if any(one.name in NOT_CHECKED for one in left) or found.notices else OK


class _Run:
    """What was found in the files of one baseline."""

    def __init__(self, results: Sequence[FileResult], project: Project, options: Options) -> None:
        self.results = results
        self.project = project
        self.prune = options.prune
        self.folders = [
            os.path.abspath(path)  # noqa: PTH100
            for path in options.paths
            if os.path.isdir(path)  # noqa: PTH112
        ]

    def judged(self, result: FileResult) -> frozenset[str]:
        """The rules that ran on a file to their end: of what others found nothing is known."""
        if any(one.name in NOT_CHECKED for one in result.diagnostics):
            return frozenset()
        path = Path(os.path.abspath(result.path))  # noqa: PTH100
        settings = self.project.site(path.parent).settings(path)
        if result.asked is None:  # it was looked at alone
            return settings.selected - settings.later
        return settings.selected

    def is_gone(self, path: Path) -> bool:
        """True for a file that is not there, or lies where all that counts was checked."""
        inside = any(path.is_relative_to(folder) for folder in self.folders)
        return inside or not path.is_file()


def _write(path: Path, run: _Run) -> None:
    old: Accepted = read_baseline(path) if os.path.lexists(path) else Counter()
    new = _now(old, run, path.parent)
    if new == old and os.path.lexists(path):
        output.notice(f"{display(path)}: nothing to change, {_number(new)} accepted")
        return
    if not new and not old:
        output.notice("no problem was found: there is nothing to accept")
        return
    put(path, written(new))
    more, less = sum((new - old).values()), sum((old - new).values())
    output.notice(
        f"{display(path)}: {_number(new)} accepted, in {counted_noun(_files(new), 'file')}: "
        f"{more:,} added, {less:,} removed"
    )


def _now(old: Accepted, run: _Run, base: Path) -> Accepted:
    """What the baseline is to say."""
    new: Accepted = Counter()
    judged: dict[str, frozenset[str]] = {}
    for result in run.results:
        file = file_in(base, result.path)
        judged[file] = run.judged(result)
        here = counted(result.diagnostics, file)
        new.update(here & old if run.prune else here)
    new.update(_kept(old, judged, run, base))
    return new


def _kept(old: Accepted, judged: dict[str, frozenset[str]], run: _Run, base: Path) -> Iterable[Key]:
    """What is known from before and was not looked at now, each as often as it is accepted."""
    gone: dict[str, bool] = {}
    for key, count in old.items():
        if key.file in judged:
            keep = key.code not in judged[key.file]
        else:
            if key.file not in gone:
                place = Path(os.path.normpath(base / key.file))
                gone[key.file] = run.is_gone(place)
            keep = not gone[key.file]
        if keep:
            yield from (key for _ in range(count))


def _number(accepted: Accepted) -> str:
    return counted_noun(sum(accepted.values()), "problem")


def _files(accepted: Accepted) -> int:
    return len({key.file for key in accepted})


command = typer_command(
    "baseline", baseline, "Accept the problems that there are, so that only new ones fail."
)
