"""The baselines that hold for the files of a run: which they are, and what they take away."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from newslint.cli import output
from newslint.config.options import Options
from newslint.config.project import Project
from newslint.config.site import Site
from newslint.files import ask
from newslint.files.display import display
from newslint.files.setup import leads_out
from newslint.model.diagnostics import FileResult
from newslint.model.errors import NewslintError
from newslint.site.baseline import DEFAULT, Accepted, file_in, read_baseline, without


class Baselines:
    """Answers for each file which baseline holds, and reads each once.

    `--baseline` holds for all files; else the key of the config in force, else the usual name
    beside that config, or in the site's root, where there is one. With `--no-baseline` none does.
    """

    def __init__(self, options: Options, project: Project) -> None:
        self.project = project
        self.typed = options.baseline
        self.off = options.no_baseline or (options.isolated and options.baseline is None)
        self.read: dict[Path, Accepted] = {}
        self.used: dict[Path, Accepted] = {}
        self.files: dict[Path, set[str]] = {}
        typed = self.typed and self.typed.absolute()
        if typed and not ask.is_file(typed) and options.command != "baseline":
            raise NewslintError(f"--baseline: {self.typed} does not exist")

    def path(self, shown: str) -> Path:
        """Where the baseline of a file is, or would be; by the name that a report has for it."""
        if self.typed is not None:
            return self.typed.absolute()
        return baseline_path(self.project.site(Path(os.path.abspath(shown)).parent))  # noqa: PTH100

    def accepted(self, path: Path) -> Accepted:
        """What a baseline accepts; nothing for one that is not there."""
        if path not in self.read:
            self.read[path] = read_baseline(path) if ask.is_file(path) else Counter()
        return self.read[path]

    def are_there(self, files: Iterable[str], typed: Iterable[str]) -> bool:
        """False where no baseline accepts anything in these files, and in what lies beside them and
        beside the paths that were typed."""
        folders = {os.path.abspath(one) for one in {*map(os.path.dirname, files)}}  # noqa: PTH100
        folders |= {os.path.dirname(os.path.abspath(one)) for one in typed}  # noqa: PTH100, PTH120
        paths = {self.path(os.path.join(folder, "_")) for folder in folders}  # noqa: PTH118
        return not self.off and any(map(self.accepted, paths))

    def filtered(self, results: Iterable[FileResult]) -> tuple[FileResult, ...]:
        """The results without what is accepted."""
        if self.off:
            return tuple(results)
        return tuple(map(self._filtered, results))

    def _filtered(self, result: FileResult) -> FileResult:
        path = self.path(result.path)
        accepted = self.accepted(path)
        if not accepted:
            return result
        file = file_in(path.parent, result.path)
        self.files.setdefault(path, set()).add(file)
        return without(result, file, accepted, self.used.setdefault(path, Counter()))

    def notices(self, *, whole: bool) -> Iterable[str]:
        """What was left out, and with `whole` (all rules ran) what no longer occurs."""
        for path, used in self.used.items():
            name, number = display(path), sum(used.values())
            if number:
                are = "is" if number == 1 else "are"
                yield f"{counted_noun(number, 'problem')} accepted in {name} {are} not shown"
            files = self.files[path]
            left = sum(n for key, n in (self.read[path] - used).items() if key.file in files)
            if whole and left:
                what, verb, them = ("1 entry", "occurs", "it")
                if left > 1:
                    what, verb, them = (f"{left:,} entries", "occur", "them")
                prune = "`newslint baseline --prune` removes"
                yield f"{what} of {name} no longer {verb}: {prune} {them}"


def counted_noun(number: int, noun: str) -> str:
    """`1 problem`, `3,000 problems`."""
    return f"1 {noun}" if number == 1 else f"{number:,} {noun}s"


def baseline_path(site: Site) -> Path:
    """The baseline of a site, whether it is there or not. Raises NewslintError for a wrong key."""
    name = site.config.baseline
    if name is None:
        return site.base / DEFAULT
    path = site.base / name
    if not name.endswith(".json") or leads_out(path, site.base):
        raise NewslintError(
            f"{site.where}: `baseline` must name a .json file of the site, not `{name}`"
        )
    return Path(os.path.normpath(path))


def say(baselines: Baselines, options: Options, *, whole: bool) -> None:
    """Say on standard error what the baselines took away."""
    if not options.quiet:
        for line in baselines.notices(whole=whole):
            output.notice(line)
