"""What `tests.benchmarks.speed` measures: a row is a run of newslint and what it stands beside."""

from __future__ import annotations

import os
import shutil
import sys
import sysconfig
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import count, cycle
from pathlib import Path
from typing import NamedTuple

from tests.benchmarks.same_answer import Answers, digest, digests
from tests.benchmarks.side_by_side import BareWrite, Program, Side
from tests.support.hugo_program import program as packaged_hugo
from tests.support.type_case import article, make_site

CONFIG = 'preset = "news"\n[rules.LNK004]\nkeep = ["ref"]\n'
RUMDL_CONFIG = '[global]\nenable = ["MD072"]\n'
"""One rule: the order of keys in the front matter."""
OTHER_OPTIONS = ("--preset", "strict", "--output-format", "json", "--jobs", "1", "--quiet")
TYPER = (sys.executable, "-c", "import typer")
SITES = {
    "": ("", ("--no-habits",)),
    "-no-site": (", `--no-site`", ("--no-habits", "--no-site")),
    "-habits": (", with habits", ()),
}
"""End of a row's name -> how it is told, and the options."""


class Programs(NamedTuple):
    """How each program is started; None for one that is not there."""

    newslint: tuple[str, ...]
    rumdl: str | None
    hugo: str | None


class Row(NamedTuple):
    """The first side is newslint's; `filled` runs each once before, for what it keeps."""

    title: str
    sides: tuple[Side, ...]
    filled: bool = False


def named(newslint: str | None, rumdl: str | None, hugo: str | None) -> Programs:
    """The programs that were named, or those of the environment, this installation or PATH."""
    newslint = newslint or os.environ.get("NEWSLINT_NEWSLINT")
    rumdl = rumdl or os.environ.get("NEWSLINT_RUMDL", "rumdl")
    hugo = hugo or os.environ.get("NEWSLINT_HUGO") or packaged_hugo() or "hugo"
    script = Path(newslint or Path(sysconfig.get_path("scripts")) / "newslint")
    ours = (str(script),) if newslint or script.is_file() else (sys.executable, "-m", "newslint")
    return Programs(ours, shutil.which(rumdl), shutil.which(hugo))


class Bench:
    """The sites of one run, made when a row wants them, and the rows."""

    def __init__(self, folder: Path, files: int, programs: Programs) -> None:
        self.answers = Answers(programs.newslint)
        self.files = files
        self._folder = folder
        self._programs = programs
        self._rumdl_config = folder / "rumdl.toml"
        self._rumdl_config.write_text(RUMDL_CONFIG, encoding="utf-8")

    # rows

    def rows(self) -> Mapping[str, Callable[[], Row]]:
        """Name -> what makes the row."""
        cold = {
            f"{preset}-{output_format}{end}": self._cold(preset, output_format, end)
            for preset, output_format in (
                ("news", "concise"),
                ("news", "json"),
                ("default", "concise"),
            )
            for end in SITES
        }
        return cold | {
            "kept": self._kept,
            "unchanged-concise": self._unchanged_concise,
            "unchanged-json": self._unchanged_json,
            "changed": self._changed,
            "fix": self._fix,
            "one-file": lambda: self._one_file("one file, no config", "one-file"),
            "one-file-config": self._one_file_config,
            "one-file-options": self._one_file_options,
            "twelve": self._twelve,
            "growth": self._growth,
            "version": self._version,
        }

    def _cold(self, preset: str, output_format: str, end: str) -> Callable[[], Row]:
        def row() -> Row:
            told, options = SITES[end]
            name = f"{preset}-{output_format}{end}"
            ours = self._all(name, "--preset", preset, *options, output_format=output_format)
            title = f"all, `{preset}`, {output_format}{told}"
            return Row(title, (ours, *self._rumdl(), *self._hugo()))

        return row

    def _kept(self) -> Row:
        store, others = self._folder / "kept-store", self._folder / "kept-rumdl"
        ours = self._news("kept", store=store)._replace(before=lambda: _remove(store))
        beside = (one._replace(before=lambda: _remove(others)) for one in self._rumdl(others))
        return Row("all, `news`, concise, and kept for the next run", (ours, *beside))

    def _unchanged_concise(self) -> Row:
        ours = self._news("unchanged-concise", store=self._folder / "concise-store")
        beside = self._rumdl(self._folder / "unchanged-rumdl")
        return Row("nothing changed, `news`, concise", (ours, *beside), filled=True)

    def _unchanged_json(self) -> Row:
        store = self._folder / "json-store"
        ours = self._news("unchanged-json", store=store, output_format="json")
        write = BareWrite("writing these bytes", ours.output, self._folder / "written.out")
        return Row("nothing changed, `news`, json", (ours, write), filled=True)

    def _changed(self) -> Row:
        site = _copy(self._site(self.files), self._folder / "changed")
        text = _NextText(next(site.rglob("a0.md")), cycle((self.files, 0)))
        ours = self._news("changed", folder=site, store=self._folder / "changed-store", text=text)
        beside = self._rumdl(self._folder / "changed-rumdl", site)
        return Row("one has changed, `news`, concise", (ours, *beside), filled=True)

    def _fix(self) -> Row:
        name, original, site = "fix", self._site(self.files), self._folder / "fixed"
        arguments = ["fix", "content", "--unsafe-fixes", "--preset", "news", "--no-habits"]
        arguments += ["--output-format", "concise", "--exit-zero"]
        output = self._folder / f"{name}.out"

        def expected() -> object:
            _copy(original, site)
            printed = self.answers.alone(arguments, site, self._folder / "alone.out")
            left, before = digests(site), digests(original)
            same = sum(left[path] == before[path] for path in left if path.endswith(".md"))
            if same:
                self.answers.differing.append(f"{name} has left {same} articles as they were")
            return printed, left

        ours = Program(
            "newslint",
            [*self._programs.newslint, *arguments, "--no-cache"],
            site,
            output,
            before=lambda: _copy(original, site),
            after=lambda: self.answers.compare(name, (digest(output), digests(site)), expected),
        )
        check = self._news("checked")._replace(name="`newslint check`")
        return Row("`fix --unsafe-fixes` that changes every file, `news`", (ours, check))

    def _one_file(self, title: str, name: str, *options: str, config: str = "") -> Row:
        """A file that is another one each time: what is kept of it is of no use."""
        site = self._folder / name
        site.mkdir()
        text = _NextText(make_site(site, 1)[0], count(1))
        if config:
            (site / "newslint.toml").write_text(config, encoding="utf-8")
        paths = [str(text.path.relative_to(site))]
        store = self._folder / f"{name}-store"
        ours = self._check(name, paths, list(options), folder=site, store=store, text=text)
        return Row(title, (ours, self._program("`import typer`", TYPER)), filled=True)

    def _one_file_config(self) -> Row:
        return self._one_file("one file, a config", "one-file-config", config=CONFIG)

    def _one_file_options(self) -> Row:
        title = f"one file, `{' '.join(OTHER_OPTIONS)}`"
        return self._one_file(title, "one-file-options", *OTHER_OPTIONS)

    def _twelve(self) -> Row:
        name = "twelve"
        ours = self._check(name, [], [], folder=self._site(12), store=self._folder / "twelve-store")
        one = self._one_file("", "beside-twelve").sides[0]
        assert isinstance(one, Program)
        beside = one._replace(name="one file, no config")
        return Row("a site of 12 files where nothing changed", (ours, beside), filled=True)

    def _growth(self) -> Row:
        both = self._news("twice", folder=self._site(2 * self.files))
        half = self._news("half")._replace(name=f"{self.files:,} files")
        return Row(f"{2 * self.files:,} files, `news`, concise", (both, half))

    def _version(self) -> Row:
        ours = self._program("newslint", [*self._programs.newslint, "--version"])
        return Row("`newslint --version`", (ours, self._program("`import typer`", TYPER)))

    # sides

    def _news(
        self,
        name: str,
        *,
        folder: Path | None = None,
        store: Path | None = None,
        text: _NextText | None = None,
        output_format: str = "concise",
    ) -> Program:
        options = ["--preset", "news", "--no-habits", "--output-format", output_format]
        folder = folder or self._site(self.files)
        return self._check(name, ["content"], options, folder=folder, store=store, text=text)

    def _all(self, name: str, *options: str, output_format: str) -> Program:
        told = [*options, "--output-format", output_format]
        return self._check(name, ["content"], told, folder=self._site(self.files))

    def _check(
        self,
        name: str,
        paths: Sequence[str],
        options: list[str],
        *,
        folder: Path,
        store: Path | None = None,
        text: _NextText | None = None,
    ) -> Program:
        """A check whose answer is compared after each run."""
        arguments = ["check", *paths, *options, "--exit-zero"]
        kept = ["--cache-dir", str(store)] if store else ["--no-cache"]
        output = self._folder / f"{name}.out"

        def expected() -> object:
            alone = self._folder / "alone.out"
            printed = self.answers.alone(arguments, folder, alone)
            if "--no-habits" in arguments:  # habits are told in other ways to people
                output_format = arguments[arguments.index("--output-format") + 1]
                rest = tuple(one for one in arguments if one != output_format)
                self.answers.compare_formats((folder, rest, state()), alone, output_format)
            return printed

        def state() -> int:
            return text.number if text else 0

        def after() -> None:
            self.answers.compare((folder, *arguments, state()), digest(output), expected)

        return Program(
            "newslint",
            [*self._programs.newslint, *arguments, *kept],
            folder,
            output,
            before=text.write if text else lambda: None,
            after=after,
        )

    def _rumdl(self, store: Path | None = None, site: Path | None = None) -> list[Program]:
        """The program with one rule of front matter; none where it is missing."""
        kept = ["--cache-dir", str(store)] if store else ["--no-cache"]
        command = ["check", *kept, "--config", str(self._rumdl_config), "content"]
        folder = site or self._site(self.files)
        # 1: it has found something
        return [
            self._program("rumdl", [path, *command], folder)._replace(accepted=(0, 1))
            for path in (self._programs.rumdl,)
            if path
        ]

    def _hugo(self) -> list[Program]:
        """The program that lists all pages; none where it is missing."""
        command, folder = ["list", "all", "--noBuildLock"], self._site(self.files)
        return [
            self._program("`hugo list all`", [path, *command], folder)
            for path in (self._programs.hugo,)
            if path
        ]

    def _program(self, name: str, command: Sequence[str], folder: Path | None = None) -> Program:
        return Program(name, command, folder or self._folder, self._folder / "other.out")

    # sites

    def _site(self, files: int) -> Path:
        folder = self._folder / f"site-{files}"
        if not folder.is_dir():
            folder.mkdir()
            make_site(folder, files)
        return folder


class _NextText:
    """Another article each time, in one file."""

    def __init__(self, path: Path, numbers: Iterator[int]) -> None:
        self.path, self._numbers = path, numbers
        self.number = 0

    def write(self) -> None:
        self.number = next(self._numbers)
        self.path.write_text(article(self.number), encoding="utf-8")


def _copy(source: Path, target: Path) -> Path:
    """A fresh copy of a folder."""
    _remove(target)
    shutil.copytree(source, target)
    return target


def _remove(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
